import type { DeviceDescription, Value } from "../../src/home/index.ts";
import { HistoryBench, type HistoryBenchOptions } from "./history.ts";
import { described, LIGHT, testSpec } from "./home.ts";
import { seeded } from "./random.ts";
import { type Talk, talk } from "./speak.ts";

const READ = ["read", "notify"];
const CONTACT = testSpec("magnet-sensor", "magnet-sensor", [["contact-state", { format: "bool", access: READ }]]);
const CLIMATE = testSpec("temperature-humidity-sensor", "temperature-humidity-sensor", [
  ["temperature", { format: "float", access: READ, unit: "celsius", range: [-30, 100, 0.1] }],
  ["relative-humidity", { format: "float", access: READ, unit: "percentage", range: [0, 100, 0.1] }],
]);
const AIR = testSpec("air-monitor", "environment", [
  ["temperature", { format: "float", access: READ, unit: "celsius", range: [-30, 100, 0.1] }],
  ["co2-density", { format: "uint16", access: READ, unit: "ppm", range: [0, 9999, 1] }],
]);
const AC = testSpec("air-conditioner", "air-conditioner", [
  ["on", { format: "bool" }],
  [
    "mode",
    {
      list: [
        [1, "Cool"],
        [2, "Heat"],
      ],
    },
  ],
  ["target-temperature", { format: "float", unit: "celsius", range: [16, 30, 0.5] }],
  ["electric-power", { format: "float", access: READ, unit: "watt", range: [0, 5000, 0.1] }],
]);
const PLUG = testSpec("outlet", "switch", [
  ["on", { format: "bool" }],
  ["electric-power", { format: "float", access: READ, unit: "watt", range: [0, 5000, 0.1] }],
  ["power-consumption", { format: "float", access: READ, range: [0, 99_999, 0.001] }],
]);
const FRIDGE = testSpec("fridge", "fridge-chamber", [
  ["temperature", { format: "float", access: READ, unit: "celsius", range: [-30, 20, 0.1] }],
  [
    "door-state",
    {
      access: READ,
      list: [
        [1, "Open"],
        [2, "Closed"],
      ],
    },
  ],
]);
const MOTION = testSpec("motion-sensor", "motion-sensor", [["motion-state", { format: "bool", access: READ }]]);
const GARAGE = testSpec("garage-door", "garage-door", [
  ["current-position", { access: READ, unit: "percentage", range: [0, 100, 1] }],
]);

const ROOMS = [
  { id: "hall", name: "Hall", aliases: ["玄关"], floor: null },
  { id: "living", name: "Living room", aliases: ["客厅"], floor: null },
  { id: "bedroom", name: "Bedroom", aliases: ["卧室"], floor: null },
  { id: "kitchen", name: "Kitchen", aliases: ["厨房"], floor: null },
  { id: "garage", name: "Garage", aliases: ["车库"], floor: null },
];

function device(id: string, name: string, aliases: string[], room: string, spec: DeviceDescription["spec"]) {
  return described(id, { name, aliases, room, spec, model: `jia.${spec.kind}.test` });
}

/** The devices of a small home: ids `test:door` and so on. */
export const LIVED_DEVICES: readonly DeviceDescription[] = [
  device("door", "Front door", ["大门"], "hall", CONTACT),
  device("window", "Bedroom window", ["卧室的窗户"], "bedroom", CONTACT),
  device("climate", "Thermometer", ["温度计"], "bedroom", CLIMATE),
  device("air", "Air monitor", ["空气检测仪"], "living", AIR),
  device("ac", "AC", ["空调", "air conditioner"], "living", AC),
  device("lamp", "Floor lamp", ["落地灯"], "living", LIGHT),
  device("ceiling", "Ceiling light", ["吸顶灯"], "kitchen", LIGHT),
  device("dryer", "Dryer", ["烘干机"], "kitchen", PLUG),
  device("fridge", "Fridge", ["冰箱"], "kitchen", FRIDGE),
  device("motion", "Motion sensor", ["人体传感器"], "hall", MOTION),
  device("garage", "Garage door", ["车库门"], "garage", GARAGE),
];

export const LIVED_ZONE = "Asia/Shanghai";

/** A device told a value. */
export interface DeviceReading {
  readonly at: number;
  readonly device: string;
  readonly address: string;
  readonly value: Value;
}

/** A moment of the home's clock: `at("03-04 07:42")`. */
export function at(text: string): number {
  const [day = "", time = ""] = text.split(" ");
  return Temporal.PlainDateTime.from(`2026-${day}T${time}`).toZonedDateTime(LIVED_ZONE).epochMilliseconds;
}

/** A small home with its real history, in which a test lets things happen. */
export class LivedHome implements AsyncDisposable {
  readonly bench: HistoryBench;
  /** All that devices have told, in order: what a test may reckon from. */
  readonly told: DeviceReading[] = [];
  /** Stretches in which nobody recorded. */
  readonly away: (readonly [from: number, to: number])[] = [];

  private constructor(bench: HistoryBench) {
    this.bench = bench;
  }

  static async start(from: string, options: HistoryBenchOptions = {}): Promise<LivedHome> {
    const bench = await HistoryBench.start(LIVED_DEVICES, {
      timezone: LIVED_ZONE,
      at: at(from),
      ...options,
      home: { rooms: ROOMS, ...options.home },
    });
    return new LivedHome(bench);
  }

  get now(): number {
    return this.bench.clock.now();
  }

  /** A device tells values now. */
  tell(device: string, values: Readonly<Record<string, Value>>): void {
    this.bench.report(device, values);
    for (const [address, value] of Object.entries(values)) this.told.push({ at: this.now, device, address, value });
  }

  /** Lets time pass until a moment: `until("03-04 07:42")`. */
  async until(moment: string | number): Promise<void> {
    const to = typeof moment === "number" ? moment : at(moment);
    if (to < this.now) throw new RangeError(`${moment} is over`);
    await this.bench.pass(to - this.now);
  }

  /** Things happen in the order of their time. */
  async happen(...events: readonly (readonly [moment: string, device: string, values: Record<string, Value>])[]) {
    for (const [moment, device, values] of events) {
      await this.until(moment);
      this.tell(device, values);
    }
  }

  /** A device can't be reached from now on, or can again. */
  reach(device: string, online: boolean): void {
    this.bench.home.apply([{ kind: "availability", id: `test:${device}`, online }]);
  }

  /** Jia does not run until a moment; then every device tells what it is, as it was or as `values` say. */
  async sleep(moment: string, values: Readonly<Record<string, Readonly<Record<string, Value>>>> = {}): Promise<void> {
    const from = this.now;
    await this.bench.restart(at(moment) - from);
    this.away.push([from, this.now]);
    for (const { id } of LIVED_DEVICES) {
      const device = id.slice("test:".length);
      const last = new Map(
        this.told.filter((each) => each.device === device).map((each) => [each.address, each.value]),
      );
      this.tell(device, { ...Object.fromEntries(last), ...values[device] });
    }
  }

  /** Somebody talks with the local engine. @param room where they are */
  talk(room?: string): Talk {
    const { home, history, clock } = this.bench;
    return { ...talk(home, clock, null, room, undefined, null, history), clock };
  }

  /** The same where no history is kept. */
  talkWithoutHistory(room?: string): Talk {
    const { home, clock } = this.bench;
    return { ...talk(home, clock, null, room), clock };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.bench[Symbol.asyncDispose]();
  }
}

/** Values of everything at the beginning. */
export const BEGINNING: Readonly<Record<string, Readonly<Record<string, Value>>>> = {
  door: { "magnet-sensor.contact-state": true },
  window: { "magnet-sensor.contact-state": true },
  climate: { "temperature-humidity-sensor.temperature": 19.5, "temperature-humidity-sensor.relative-humidity": 48 },
  air: { "environment.temperature": 21, "environment.co2-density": 600 },
  ac: {
    "air-conditioner.on": false,
    "air-conditioner.mode": 1,
    "air-conditioner.target-temperature": 24,
    "air-conditioner.electric-power": 0,
  },
  lamp: { "light.on": false, "light.brightness": 60 },
  ceiling: { "light.on": false, "light.brightness": 100 },
  dryer: { "switch.on": false, "switch.electric-power": 0, "switch.power-consumption": 120 },
  fridge: { "fridge-chamber.temperature": 4.2, "fridge-chamber.door-state": 2 },
  motion: { "motion-sensor.motion-state": false },
  garage: { "garage-door.current-position": 0 },
};

/** Tells everything at the beginning. */
export function reportInitialValues(home: LivedHome): void {
  for (const [device, values] of Object.entries(BEGINNING)) home.tell(device, values);
}

const MINUTE = 60_000;

/** Something is so from a minute on for so many minutes, several times. */
interface Habit {
  readonly device: string;
  readonly on: Readonly<Record<string, Value>>;
  readonly off: Readonly<Record<string, Value>>;
  /** How often in a day, and how long at most, in minutes. */
  readonly times: number;
  readonly minutes: number;
}

const HABITS: readonly Habit[] = [
  {
    device: "door",
    on: { "magnet-sensor.contact-state": false },
    off: { "magnet-sensor.contact-state": true },
    times: 6,
    minutes: 4,
  },
  {
    device: "window",
    on: { "magnet-sensor.contact-state": false },
    off: { "magnet-sensor.contact-state": true },
    times: 2,
    minutes: 50,
  },
  {
    device: "fridge",
    on: { "fridge-chamber.door-state": 1 },
    off: { "fridge-chamber.door-state": 2 },
    times: 9,
    minutes: 2,
  },
  {
    device: "garage",
    on: { "garage-door.current-position": 100 },
    off: { "garage-door.current-position": 0 },
    times: 3,
    minutes: 6,
  },
  {
    device: "motion",
    on: { "motion-sensor.motion-state": true },
    off: { "motion-sensor.motion-state": false },
    times: 14,
    minutes: 3,
  },
  { device: "lamp", on: { "light.on": true }, off: { "light.on": false }, times: 3, minutes: 150 },
  { device: "ceiling", on: { "light.on": true }, off: { "light.on": false }, times: 5, minutes: 60 },
  {
    device: "ac",
    on: { "air-conditioner.on": true, "air-conditioner.electric-power": 900 },
    off: { "air-conditioner.on": false, "air-conditioner.electric-power": 0 },
    times: 3,
    minutes: 140,
  },
];

/** A repeatable life: every device does what it is for, and the air changes every ten minutes. */
export async function simulateLife(home: LivedHome, until: string, seed: number): Promise<void> {
  const random = seeded(seed);
  const [from, to] = [home.now, at(until)];
  const days = (to - from) / (24 * 60 * MINUTE);
  const events: { readonly at: number; readonly run: () => void }[] = [];
  for (const { device, on, off, times, minutes } of HABITS) {
    const count = Math.round(times * days);
    for (let each = 0; each < count; each += 1) {
      // Each time in a part of its own: one never begins before the last has ended.
      const length = (to - from) / count;
      const lasts = Math.min((1 + Math.floor(random() * minutes)) * MINUTE, length * 0.8);
      const begins = Math.floor((from + length * each + random() * (length - lasts)) / MINUTE) * MINUTE + MINUTE;
      events.push({ at: begins, run: () => home.tell(device, on) });
      events.push({ at: Math.floor((begins + lasts) / MINUTE) * MINUTE, run: () => home.tell(device, off) });
    }
  }
  let counted = Number(home.told.findLast(({ address }) => address === "switch.power-consumption")?.value ?? 0);
  let dried = false;
  for (let now = from + 10 * MINUTE; now <= to; now += 10 * MINUTE) {
    const hour = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(LIVED_ZONE).hour;
    const warmth = Math.cos(((hour - 15) / 24) * 2 * Math.PI);
    const round = (value: number): number => Math.round(value * 10) / 10;
    const [inside, living, damp, co2] = [random(), random(), random(), random()];
    const dries = hour === 10 || hour === 19;
    // It draws a little while it waits.
    counted += dried ? 0.31 : 0.001;
    dried = dries;
    const total = Math.round(counted * 1000) / 1000;
    events.push({
      at: now,
      run: () => {
        home.tell("climate", {
          "temperature-humidity-sensor.temperature": round(18.5 + 2.4 * warmth + inside * 0.6),
          "temperature-humidity-sensor.relative-humidity": round(52 - 6 * warmth + damp * 2),
        });
        home.tell("air", {
          "environment.temperature": round(21 + 1.8 * warmth + living * 0.5),
          "environment.co2-density": Math.round(650 + 120 * warmth + co2 * 160),
        });
        home.tell("dryer", {
          "switch.on": dries,
          "switch.electric-power": dries ? 1860 : 0,
          "switch.power-consumption": total,
        });
      },
    });
  }
  for (const event of events.filter((each) => each.at > from && each.at <= to).sort((a, b) => a.at - b.at)) {
    if (event.at > home.now) await home.until(event.at);
    event.run();
  }
  if (home.now < to) await home.until(to);
}
