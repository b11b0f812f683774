/** A week of a house with schedules and people who walk about, and when everything in it has to run. */
import { Cron } from "croner";
import { getTimes } from "suncalc";
import type { AutomationDraft } from "../../src/automation/index.ts";
import { readHomeFile, SpecLibrary } from "../../src/library/index.ts";
import { houseBench } from "./house.ts";
import type { PlannerBench } from "./planner-bench.ts";
import { seeded } from "./random.ts";

export const MINUTE = 60_000;
export const DAY = 86_400_000;
/** The week in which the clocks of London go back (25 October 2026). */
const START = Date.parse("2026-10-21T00:00:00+01:00");
const END = START + 7 * DAY;
const ZONE = "Europe/London";

export const house = readHomeFile("devices/homes/house.json", new SpecLibrary("devices"));
const location = house.location ?? { latitude: 0, longitude: 0 };
const random = seeded(20_261_021);
const pick = <Item>(list: readonly Item[]): Item => list[Math.floor(random() * list.length)] as Item;
const whole = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));

/** An automation with the moments at which it must run, worked out without the planner. */
export interface Expectation {
  readonly draft: AutomationDraft;
  readonly at: readonly number[];
}

/** Something that happens in the house. */
interface Happening {
  readonly at: number;
  readonly device: string;
  readonly values: Readonly<Record<string, boolean | number>>;
}

const lights = house.devices.filter(({ spec }) => spec.kind === "light" && spec.properties.has("light.on"));
const sensors = house.devices.filter(({ spec }) => spec.kind === "motion-sensor");
const light = (on: boolean) => [{ type: "set" as const, target: pick(lights).id, set: { "light.on": on } }];

function every(next: (after: number) => number | null): number[] {
  const moments: number[] = [];
  for (let at = next(START); at !== null && at <= END; at = next(at)) moments.push(at);
  return moments;
}

function cronMoments(expression: string): number[] {
  const cron = new Cron(expression, { timezone: ZONE, paused: true, fixedTimeRule: "no-wildcard" });
  return every((after) => cron.nextRun(new Date(after))?.getTime() ?? null);
}

function schedules(): Expectation[] {
  const made: Expectation[] = [];
  for (let n = 0; n < 30; n += 1) {
    const expression = pick([
      `${whole(0, 59)} ${whole(0, 23)} * * *`,
      `${whole(0, 59)} ${whole(0, 23)} * * ${pick(["mon-fri", "sat,sun", "1", "3,5"])}`,
      `*/${whole(7, 45)} ${whole(0, 12)}-${whole(13, 23)} * * *`,
      `${whole(0, 59)} */${whole(2, 6)} * * *`,
      `30 1 * * *`,
    ]);
    made.push({
      draft: {
        id: `cron-${n}`,
        name: `cron ${n}`,
        triggers: [{ type: "cron", expression }],
        actions: light(random() < 0.5),
      },
      at: cronMoments(expression),
    });
  }
  const weekdays = ["mon", "tue", "wed", "thu", "fri"] as const;
  for (let n = 0; n < 10; n += 1) {
    const at = `${String(whole(0, 23)).padStart(2, "0")}:${String(whole(0, 59)).padStart(2, "0")}`;
    const [hour, minute] = at.split(":");
    made.push({
      draft: {
        id: `time-${n}`,
        name: `time ${n}`,
        triggers: [{ type: "time", at, weekdays: [...weekdays] }],
        actions: light(true),
      },
      at: cronMoments(`${minute} ${hour} * * 1-5`),
    });
  }
  for (let n = 0; n < 6; n += 1) {
    const event = pick(["sunrise", "sunset", "dawn", "dusk"] as const);
    const offset = whole(-60, 60);
    const moments = Array.from({ length: 9 }, (_, day) => {
      // Noon in London of each day, summer or winter time, lies within the day's own sun.
      const time = getTimes(
        new Date(START + (day - 1) * DAY + 12.5 * 3_600_000),
        location.latitude,
        location.longitude,
      )[event];
      return (time?.getTime() ?? Number.NaN) + offset * MINUTE;
    });
    made.push({
      draft: {
        id: `sun-${n}`,
        name: `sun ${n}`,
        triggers: [{ type: "sun", event, offset: `${offset}m` }],
        actions: light(true),
      },
      at: moments.filter((at) => at > START && at <= END),
    });
  }
  for (let n = 0; n < 6; n += 1) {
    const minutes = whole(11, 300);
    made.push({
      draft: {
        id: `interval-${n}`,
        name: `interval ${n}`,
        triggers: [{ type: "interval", every: `${minutes}m` }],
        actions: light(false),
      },
      at: every((after) => after + minutes * MINUTE),
    });
    const later = START + whole(1, 7 * 24 * 60 - 1) * MINUTE;
    made.push({
      draft: {
        id: `once-${n}`,
        name: `once ${n}`,
        triggers: [{ type: "once", at: new Date(later).toISOString() }],
        actions: light(true),
      },
      at: [later],
    });
  }
  return made;
}

/** People walk past the motion sensors; automations answer to the walking, and to its absence. */
function movement(): { readonly happenings: Happening[]; readonly expected: Expectation[] } {
  const happenings: Happening[] = [];
  const expected: Expectation[] = [];
  for (const sensor of sensors) {
    const came: number[] = [];
    const left: number[] = [];
    for (let at = START + whole(5, 200) * MINUTE; at < END - DAY / 4; at += whole(2, 300) * MINUTE) {
      came.push(at);
      happenings.push({ at, device: sensor.id, values: { "motion-sensor.motion-state": true } });
      at += whole(10, 900) * 1000;
      left.push(at);
      happenings.push({ at, device: sensor.id, values: { "motion-sensor.motion-state": false } });
    }
    const trigger = { type: "property", target: sensor.id, property: "motion-sensor.motion-state" } as const;
    expected.push({
      draft: {
        id: `came-${sensor.id}`,
        name: `came ${sensor.id}`,
        triggers: [{ ...trigger, to: true }],
        actions: light(true),
      },
      at: came,
    });
    // Quiet for ten minutes: ten minutes after somebody left, unless somebody came before that.
    const quiet = left
      .map((at) => at + 10 * MINUTE)
      .filter((due, index) => (came[index + 1] ?? Number.POSITIVE_INFINITY) > due);
    expected.push({
      draft: {
        id: `quiet-${sensor.id}`,
        name: `quiet ${sensor.id}`,
        triggers: [{ ...trigger, to: false, for: "10m" }],
        actions: light(false),
      },
      at: quiet,
    });
  }
  happenings.sort((a, b) => a.at - b.at);
  return { happenings, expected };
}

/** The house at the beginning of its week, with everything planned. */
export class Week {
  readonly bench: PlannerBench;
  /** Every automation with the moments at which it has to run. */
  readonly expected: readonly Expectation[];
  readonly #happenings: readonly Happening[];

  private constructor(bench: PlannerBench, expected: readonly Expectation[], happenings: readonly Happening[]) {
    this.bench = bench;
    this.expected = expected;
    this.#happenings = happenings;
  }

  static async plan(): Promise<Week> {
    const bench = await houseBench(house, new Date(START).toISOString());
    const { happenings, expected: moved } = movement();
    const expected = [...schedules(), ...moved];
    // Nobody is about when the week begins.
    for (const { id } of sensors) bench.report(id, { "motion-sensor.motion-state": false });
    for (const { draft } of expected) await bench.planner.automations.save(draft, { origin: { kind: "person" } });
    return new Week(bench, expected, happenings);
  }

  /** Lets the whole week pass. */
  async pass(): Promise<void> {
    const { time } = this.bench;
    for (const { at, device, values } of this.#happenings) {
      await time.advanceTo(at, () => this.bench.settled());
      this.bench.report(device, values);
      await this.bench.settled();
    }
    await time.advanceTo(END, () => this.bench.settled());
  }
}
