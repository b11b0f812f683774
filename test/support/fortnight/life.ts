import { seeded } from "../random.ts";

/** The zone of the house. */
export const ZONE = "Europe/London";
/** Winter time: the home's clock is UTC. Monday. */
export const START = Date.parse("2026-02-02T00:00:00Z");
export const DAYS = 14;
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const FAMILY = ["ada", "ben", "emma", "leo"] as const;
export type Member = (typeof FAMILY)[number];

/** Something that happens in the house, whoever sees it. */
export type LifeEvent =
  | { readonly at: number; readonly kind: "sign"; readonly person: Member; readonly home: boolean }
  | {
      readonly at: number;
      readonly kind: "report";
      readonly device: string;
      readonly address: string;
      readonly value: boolean | number;
    }
  | { readonly at: number; readonly kind: "mode"; readonly mode: string };

/** Moments that nobody comes, goes or does anything in, so that a restart meets a quiet house; but for lamps and windows. */
const QUIET: readonly (readonly [from: number, to: number])[] = [
  [START + 4 * DAY + 3 * HOUR, START + 4 * DAY + 4 * HOUR],
  [START + 8 * DAY + 13 * HOUR, START + 8 * DAY + 14 * HOUR],
  [START + 10 * DAY + 15 * HOUR, START + 10 * DAY + 15.5 * HOUR],
];

/** Windows and the door by their devices, with what their contact is called. */
export const CONTACTS = ["kitchen-window", "living-window", "master-window", "front-door-sensor"] as const;
export const LAMPS = [
  "hall-ceiling-light",
  "living-floor-lamp",
  "kitchen-ceiling-light",
  "emma-ceiling-light",
] as const;
export const CLIMATES = ["master-climate", "emma-climate", "dining-climate"] as const;
export const CONTACT = "magnet-sensor.contact-state";
export const LIGHT = "light.on";
export const TEMPERATURE = "temperature-humidity-sensor.temperature";

/** Two weeks of a family of four, the same for the same seed, in order of time. */
export function twoWeeks(seed: number): readonly LifeEvent[] {
  const random = seeded(seed);
  const between = (from: number, to: number): number => Math.floor(from + random() * (to - from));
  /** Whole seconds that fall on no minute: nothing else happens then. */
  const moment = (from: number, to: number): number => {
    const at = between(from, to);
    return at - (at % MINUTE) + between(1, 59) * 1000 + between(1, 999);
  };
  const deeds: LifeEvent[] = FAMILY.map((person, index) => ({
    at: START + 1 + index,
    kind: "sign",
    person,
    home: true,
  }));
  for (let day = 0; day < DAYS; day += 1) {
    const midnight = START + day * DAY;
    const weekend = day % 7 >= 5;
    for (const person of FAMILY) {
      const child = person === "emma" || person === "leo";
      if (weekend && random() < 0.3) continue;
      const out = midnight + (weekend ? moment(10 * HOUR, 12 * HOUR) : moment(7 * HOUR, 8.7 * HOUR));
      const back =
        midnight + (weekend ? moment(14 * HOUR, 19 * HOUR) : moment(child ? 15.6 * HOUR : 16.5 * HOUR, 20 * HOUR));
      deeds.push({ at: out, kind: "sign", person, home: false }, { at: back, kind: "sign", person, home: true });
      // A phone that loses the network for a moment.
      if (random() < 0.5) {
        const lost = midnight + moment(21 * HOUR, 22 * HOUR);
        deeds.push({ at: lost, kind: "sign", person, home: false });
        deeds.push({ at: lost + between(20_000, 160_000), kind: "sign", person, home: true });
      }
    }
    for (const device of CONTACTS) {
      for (let times = between(1, 5); times > 0; times -= 1) {
        const opened = midnight + moment(6 * HOUR, 21 * HOUR);
        deeds.push({ at: opened, kind: "report", device, address: CONTACT, value: false });
        const long = device === "front-door-sensor" ? between(5_000, 90_000) : between(2 * MINUTE, 3 * HOUR);
        deeds.push({ at: opened + long, kind: "report", device, address: CONTACT, value: true });
      }
    }
    for (const device of LAMPS) {
      for (let times = between(1, 6); times > 0; times -= 1) {
        const on = midnight + moment(5 * HOUR, 22 * HOUR);
        deeds.push({ at: on, kind: "report", device, address: LIGHT, value: true });
        deeds.push({ at: on + between(MINUTE, 2 * HOUR), kind: "report", device, address: LIGHT, value: false });
      }
    }
    for (const device of CLIMATES) {
      for (
        let at = midnight + between(MINUTE, 20 * MINUTE);
        at < midnight + DAY;
        at += between(5 * MINUTE, 25 * MINUTE)
      ) {
        const warmth = 19 + 2 * Math.sin(((at - midnight) / DAY) * 2 * Math.PI) + random();
        deeds.push({
          at: at + between(1, 999),
          kind: "report",
          device,
          address: TEMPERATURE,
          value: Math.round(warmth * 10) / 10,
        });
      }
    }
  }
  // Friends stay for an evening: whoever leaves then leaves guests behind.
  const evening = START + 6 * DAY;
  deeds.push(
    { at: evening + 9.5 * HOUR + 7, kind: "mode", mode: "guest" },
    { at: evening + 22 * HOUR + 7, kind: "mode", mode: "home" },
  );
  const quiet = (at: number): boolean => QUIET.some(([from, to]) => at >= from - 10 * MINUTE && at < to);
  return deeds
    .filter((deed) => deed.at < START + DAYS * DAY && (deed.kind === "report" || !quiet(deed.at)))
    .sort((one, other) => one.at - other.at);
}
