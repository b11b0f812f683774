import { afterEach, describe, expect, it } from "vitest";
import { isDeviceInState } from "../../../src/app/modes.ts";
import { MotionLog } from "../../../src/automation/index.ts";
import type { DeviceDescription, HomeOptions, Phrase, ReportCause, Value } from "../../../src/home/index.ts";
import { textOf } from "../../../src/language/index.ts";
import { HomeWatch, type Probe, WATCHES, type WatchName } from "../../../src/people/notices/watch/index.ts";
import type { PeopleEvent } from "../../../src/people/port.ts";
import { specText } from "../../../src/understanding/ground/spec-text.ts";
import { described } from "../../support/home.ts";
import { NoticeBench } from "../../support/notice-bench.ts";
import { library } from "../../support/simulated.ts";

const MINUTES = { door: 15, contact: 60, offline: 60, heat: 30 };

/** A device of one of the published models. */
function device(id: string, model: string, over: Partial<DeviceDescription> = {}): DeviceDescription {
  const spec = library.byModel(model);
  if (!spec) throw new Error(`there is no ${model}`);
  return described(id, { spec, model, name: id, room: "Kitchen", ...over });
}

const WATER = device("Leak sensor", "jia.water.generic");
const SMOKE = device("Smoke alarm", "jia.smoke.generic");
const GAS = device("Gas alarm", "jia.gas.generic");
const GARAGE = device("Garage door", "jia.garage-door.generic", { room: null });
const WINDOW = device("Window sensor", "isa.magnet.dw2hl");
const OVEN = device("Oven", "chunmi.oven.x02");
const HEATER = device("Heater", "zhimi.heater.za2", { room: "Study" });
const WASHER = device("Washer", "dreame.washer.r1111");
const DISHWASHER = device("Dishwasher", "jia.dishwasher.generic");
const COOKER = device("Cooker", "chunmi.cooker.normalcd1");
const LOCK = device("Front door", "jia.lock.generic", { room: "Hall" });
const VACUUM = device("Robot", "roborock.vacuum.a15");
const MOTION = device("Motion sensor", "lumi.sensor_motion.v2");

class WatchBench {
  readonly bench: NoticeBench;
  readonly problems = new Map<string, Phrase>();
  readonly #people = new Set<(event: PeopleEvent) => void>();
  readonly #off: readonly WatchName[];
  #watch: HomeWatch | null = null;

  constructor(devices: readonly DeviceDescription[], off: readonly WatchName[] = [], home: Partial<HomeOptions> = {}) {
    this.#off = off;
    this.bench = new NoticeBench({ devices, home });
  }

  /** @param kept what a broker had kept of the devices before the watch begins */
  async start(kept: Readonly<Record<string, Readonly<Record<string, Value>>>> = {}): Promise<this> {
    await this.bench.start();
    for (const [id, values] of Object.entries(kept)) this.say(id, values, "retained");
    const { home, time, notices, errors } = this.bench;
    const motion = new MotionLog(home, time.now());
    home.subscribe((event) => motion.note(event));
    const probes: Probe[] = ["broker"].map((name) => ({ name, problem: () => this.problems.get(name) ?? null }));
    this.#watch = new HomeWatch({
      home,
      people: {
        subscribe: (listener) => {
          this.#people.add(listener);
          return () => this.#people.delete(listener);
        },
      },
      clock: time,
      waker: time,
      notices,
      watches: WATCHES.filter(({ name }) => !this.#off.includes(name)),
      probes: this.#off.includes("trouble") ? [] : probes,
      context: {
        minutes: MINUTES,
        isSo: (state, of) => isDeviceInState(state, of, time.now()),
        works: (description) => specText().working.test(description),
        seesMotion: (of) => MotionLog.canTell(of),
        quiet: (of) => motion.quiet(of, time.now()),
      },
      failed: (error) => errors.push(error),
    });
    this.#watch.start();
    await this.#watch.settled();
    return this;
  }

  async restart(kept: Readonly<Record<string, Readonly<Record<string, Value>>>> = {}): Promise<void> {
    this.#watch?.stop();
    await this.bench.all.stop();
    await this.bench.store.close();
    await this.start(kept);
  }

  async close(): Promise<void> {
    this.#watch?.stop();
    await this.bench.close();
  }

  /** A device says something. */
  say(id: string, values: Readonly<Record<string, Value>>, cause: ReportCause = "report"): void {
    this.bench.report(id, values, cause);
  }

  happen(id: string, event: string): void {
    this.bench.home.apply([{ kind: "event", id: `test:${id}`, event, arguments: [] }]);
  }

  online(id: string, online: boolean): void {
    this.bench.home.apply([{ kind: "availability", id: `test:${id}`, online }]);
  }

  tellPeople(event: PeopleEvent): void {
    for (const listener of this.#people) listener(event);
  }

  async advance(by: string): Promise<void> {
    await this.settled();
    await this.bench.advance(by);
    await this.settled();
  }

  async settled(): Promise<void> {
    await this.#watch?.settled();
    await this.bench.all.settled();
  }

  /** What people were told, newest first. */
  told(language = "en"): string[] {
    return this.bench.notices
      .list()
      .map(({ level, text, endedAt }) => `${level}: ${textOf(text, language)}${endedAt === null ? "" : " (over)"}`);
  }
}

const benches: WatchBench[] = [];
afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.close();
});
function watching(devices: readonly DeviceDescription[], off: readonly WatchName[] = []): WatchBench {
  const bench = new WatchBench(devices, off);
  benches.push(bench);
  return bench;
}

describe("danger", () => {
  it.each([
    [
      WATER,
      { "submersion-sensor.submersion-state": true },
      { "submersion-sensor.submersion-state": false },
      "Water! The kitchen leak sensor detects a leak",
      "漏水了！KitchenLeak sensor检测到积水",
    ],
    [
      SMOKE,
      { "smoke-sensor.status": 1 },
      { "smoke-sensor.status": 0 },
      "Smoke! The kitchen smoke alarm has gone off",
      "有烟雾！KitchenSmoke alarm报警了",
    ],
    [
      GAS,
      { "gas-sensor.status": 1 },
      { "gas-sensor.status": 0 },
      "Gas! The kitchen gas alarm has gone off",
      "燃气泄漏！KitchenGas alarm报警了",
    ],
  ] as const)("of %o is an alarm at once, and over when it is", async (of, bad, good, english, chinese) => {
    const watch = await watching([of]).start();
    watch.say(of.name, good);
    watch.say(of.name, bad);
    await watch.settled();
    expect([watch.told(), watch.told("zh")]).toEqual([[`alarm: ${english}`], [`alarm: ${chinese}`]]);
    expect(watch.bench.notices.list()[0]).toMatchObject({ device: of.id, room: "kitchen", source: "watch/danger" });
    await watch.advance("3h");
    expect(watch.told()).toHaveLength(1);
    watch.say(of.name, good);
    await watch.settled();
    expect(watch.told()).toEqual([`alarm: ${english} (over)`]);
  });

  it("in a retained message is no news until the device reports something itself", async () => {
    const leak = { "Leak sensor": { "submersion-sensor.submersion-state": true } };
    const watch = await watching([WATER]).start(leak);
    await watch.advance("3h");
    expect(watch.told()).toEqual([]);
    watch.say("Leak sensor", { "battery.battery-level": 80 });
    await watch.settled();
    expect(watch.told()).toEqual(["alarm: Water! The kitchen leak sensor detects a leak"]);
  });

  it("that lasts over a restart is reported once, and so is its end", async () => {
    const leak = { "Leak sensor": { "submersion-sensor.submersion-state": true } };
    const watch = await watching([WATER]).start();
    watch.say("Leak sensor", { "submersion-sensor.submersion-state": true });
    await watch.settled();
    await watch.restart(leak);
    watch.say("Leak sensor", { "submersion-sensor.submersion-state": true, "battery.battery-level": 80 });
    await watch.advance("1h");
    expect(watch.bench.notices.list()).toMatchObject([{ count: 1, endedAt: null }]);
    await watch.restart({ "Leak sensor": { "submersion-sensor.submersion-state": false } });
    expect(watch.told()).toEqual(["alarm: Water! The kitchen leak sensor detects a leak (over)"]);
  });

  it("from an event alone is reported, and from a state and its event only once", async () => {
    const watch = await watching([SMOKE, device("Car", "jia.car.generic", { room: null })]).start();
    watch.happen("Car", "car.alarm-triggered");
    watch.say("Smoke alarm", { "smoke-sensor.status": 1 });
    watch.happen("Smoke alarm", "smoke-sensor.smoke-alarm");
    await watch.settled();
    expect(watch.told()).toEqual([
      "alarm: Smoke! The kitchen smoke alarm has gone off",
      "alarm: Alarm! The car has been triggered",
    ]);
  });
});

describe("a battery", () => {
  it("that is low is reported once, however it flaps, until it is changed", async () => {
    const watch = await watching([LOCK]).start();
    for (const level of [16, 14, 16, 14, 20, 13, 29, 12]) {
      watch.say("Front door", { "battery.battery-level": level });
      await watch.advance("2h");
    }
    expect(watch.told()).toEqual(["info: The battery of the hall front door is low (14%)"]);
    watch.say("Front door", { "battery.battery-level": 100 });
    await watch.settled();
    expect(watch.told("zh")).toEqual(["info: HallFront door电量低（14%） (over)"]);
  });

  it("of a device that charges itself is ignored", async () => {
    const watch = await watching([VACUUM]).start();
    watch.say("Robot", { "battery.battery-level": 5 });
    await watch.advance("1h");
    expect(watch.told()).toEqual([]);
  });
});

describe("an unreachable device", () => {
  it("is reported after an hour, until it is back", async () => {
    const watch = await watching([LOCK]).start();
    watch.online("Front door", true);
    watch.online("Front door", false);
    await watch.advance("59m");
    expect(watch.told()).toEqual([]);
    await watch.advance("1m");
    expect(watch.told()).toEqual(["info: The hall front door has not been reachable for 1 hour"]);
    expect(watch.told("zh")).toEqual(["info: HallFront door已离线1小时"]);
    watch.online("Front door", true);
    await watch.settled();
    expect(watch.told()[0]).toContain("(over)");
  });

  it("is not reported for short losses, or when it was offline before Jia started", async () => {
    const watch = await watching([LOCK, WATER]).start();
    watch.online("Leak sensor", false);
    for (let count = 0; count < 10; count += 1) {
      watch.online("Front door", true);
      await watch.advance("5m");
      watch.online("Front door", false);
      await watch.advance("30m");
    }
    watch.online("Front door", true);
    await watch.advance("3h");
    expect(watch.told()).toEqual([]);
  });

  it("is reported once, as a lost broker, when the broker is the reason", async () => {
    const watch = await watching([LOCK, WATER]).start();
    watch.online("Front door", true);
    watch.bench.home.apply([{ kind: "contact", id: "test:Front door", lost: true }]);
    watch.online("Front door", false);
    watch.problems.set("broker", "the broker is gone");
    await watch.advance("2h");
    expect(watch.told()).toEqual(["warning: the broker is gone"]);
    watch.problems.delete("broker");
    await watch.advance("1m");
    expect(watch.told()).toEqual(["warning: the broker is gone (over)"]);
    watch.problems.set("broker", "for a moment");
    await watch.advance("30s");
    watch.problems.delete("broker");
    await watch.advance("5m");
    expect(watch.told()).toHaveLength(1);
  });
});

describe("an open thing is reported:", () => {
  it("a garage door after a quarter of an hour, with a command that closes it", async () => {
    const watch = await watching([GARAGE]).start();
    watch.say("Garage door", { "garage-door.current-position": 0 });
    watch.say("Garage door", { "garage-door.current-position": 100 });
    await watch.advance("14m");
    expect(watch.told()).toEqual([]);
    await watch.advance("1m");
    expect(watch.told()).toEqual(["warning: The garage door has been open for 15 minutes"]);
    const [notice] = watch.bench.notices.list();
    expect(notice?.act?.kind === "commands" && textOf(notice.act.label, "zh")).toBe("关上Garage door");
    await watch.bench.notices.act(notice?.id ?? "", { kind: "api" });
    expect(watch.bench.transport.sent).toMatchObject([{ device: "test:Garage door" }]);
    watch.say("Garage door", { "garage-door.current-position": 0 });
    await watch.settled();
    expect(watch.told()[0]).toContain("(over)");
  });

  it("a window after an hour, counted from its opening, and not when it was shut before", async () => {
    const watch = await watching([WINDOW]).start();
    const contact = (shut: boolean) => watch.say("Window sensor", { "magnet-sensor.contact-state": shut });
    contact(true);
    contact(false);
    await watch.advance("59m");
    contact(true);
    await watch.advance("1h");
    expect(watch.told()).toEqual([]);
    contact(false);
    await watch.advance("1h");
    expect(watch.told()).toEqual(["warning: The kitchen window has been open for 1 hour"]);
    expect(watch.bench.notices.list()[0]?.act).toBeNull();
  });

  it("at a start counted from then, and once over restarts", async () => {
    const kept = { "Window sensor": { "magnet-sensor.contact-state": false } };
    const watch = await watching([WINDOW]).start(kept);
    await watch.advance("59m");
    expect(watch.told()).toEqual([]);
    await watch.advance("1m");
    await watch.restart(kept);
    await watch.advance("5h");
    expect(watch.bench.notices.list()).toMatchObject([{ count: 1 }]);
  });

  it("but not once it cannot be reached any more", async () => {
    const watch = await watching([WINDOW], ["offline"]).start();
    watch.online("Window sensor", true);
    watch.say("Window sensor", { "magnet-sensor.contact-state": false });
    watch.online("Window sensor", false);
    await watch.advance("5h");
    expect(watch.told()).toEqual([]);
  });
});

describe("a hot device that is on", () => {
  it("while nobody moves near it is reported, with a command that turns it off", async () => {
    const watch = await watching([OVEN, MOTION]).start();
    watch.say("Oven", { "oven.status": 2 });
    for (let count = 0; count < 4; count += 1) {
      await watch.advance("25m");
      watch.happen("Motion sensor", "motion-sensor.motion-detected");
    }
    expect(watch.told()).toEqual([]);
    await watch.advance("30m");
    expect(watch.told()).toEqual(["warning: The kitchen oven has been on for 30 minutes, and nobody is moving"]);
    expect(watch.told("zh")).toEqual(["warning: KitchenOven已经开了30分钟，一直没人走动"]);
    expect(watch.bench.notices.list()[0]?.act).toMatchObject({
      commands: [{ kind: "invoke", action: "oven.cancel-cooking" }],
    });
    watch.say("Oven", { "oven.status": 1 });
    await watch.advance("5s");
    expect(watch.told()).toEqual([
      "info: The kitchen oven has finished",
      "warning: The kitchen oven has been on for 30 minutes, and nobody is moving (over)",
    ]);
  });

  it("in a home without motion sensors is reported after two hours, without a word about motion", async () => {
    const watch = await watching([HEATER]).start();
    watch.say("Heater", { "heater.on": true });
    await watch.advance("119m");
    expect(watch.told()).toEqual([]);
    await watch.advance("1m");
    expect(watch.told()).toEqual(["warning: The study heater has been on for 2 hours"]);
    expect(watch.bench.notices.list()[0]?.act).toMatchObject({
      commands: [{ kind: "set", properties: [{ address: "heater.on", value: false }] }],
    });
  });
});

describe("an appliance", () => {
  it("that has finished is reported once, from its status and its event", async () => {
    const watch = await watching([WASHER, COOKER]).start();
    watch.say("Washer", { "washer.run-status": 3 });
    await watch.advance("1h");
    watch.say("Washer", { "washer.run-status": 5 });
    watch.happen("Washer", "washer.wash-end");
    watch.say("Washer", { "washer.run-status": 1 });
    watch.happen("Cooker", "cooker.cooking-finished");
    await watch.advance("5s");
    expect(watch.told()).toEqual(["info: The kitchen cooker has finished", "info: The kitchen washer has finished"]);
    expect(watch.told("zh")).toContain("info: KitchenWasher工作完成了");
  });

  it("that is paused, broken, or finished before the start, is not reported", async () => {
    const watch = await watching([WASHER]).start({ Washer: { "washer.run-status": 3 } });
    watch.say("Washer", { "washer.run-status": 4 });
    watch.say("Washer", { "washer.run-status": 3 });
    watch.say("Washer", { "washer.run-status": 6 });
    await watch.restart({ Washer: { "washer.run-status": 3 } });
    watch.say("Washer", { "washer.run-status": 5 }, "retained");
    await watch.advance("5s");
    expect(watch.told()).toEqual([]);
  });

  it.each([
    ["that is idle and not completed", { "dishwasher.status": 1 }],
    ["with time left", { "dishwasher.left-time": 40, "dishwasher.status": 5 }],
  ])("%s was stopped by hand, and has not finished", async (_, said) => {
    const watch = await watching([DISHWASHER]).start({ Dishwasher: { "dishwasher.on": true, "dishwasher.status": 2 } });
    watch.say("Dishwasher", said);
    await watch.advance("5s");
    expect(watch.told()).toEqual([]);
  });

  it("that a command stopped or switched off is not reported, but its next work is", async () => {
    const watch = await watching([DISHWASHER]).start({ Dishwasher: { "dishwasher.on": true, "dishwasher.status": 2 } });
    const { home } = watch.bench;
    const id = home.devices.find(({ name }) => name === "Dishwasher")?.id ?? "";
    watch.say("Dishwasher", { "dishwasher.status": 5 });
    await home.execute([{ kind: "set", device: id, properties: [{ address: "dishwasher.on", value: false }] }], {
      kind: "person",
    });
    await watch.advance("5s");
    expect(watch.told()).toEqual([]);
    watch.say("Dishwasher", { "dishwasher.on": true, "dishwasher.status": 2 });
    await watch.advance("1h");
    watch.say("Dishwasher", { "dishwasher.status": 5 });
    await watch.advance("5s");
    expect(watch.told()).toEqual(["info: The kitchen dishwasher has finished"]);
  });

  it("without a status for done is reported when it becomes idle, unless it was switched off", async () => {
    const watch = await watching([COOKER]).start({ Cooker: { "cooker.status": 2 } });
    watch.say("Cooker", { "cooker.status": 1 });
    await watch.advance("5s");
    expect(watch.told()).toEqual(["info: The kitchen cooker has finished"]);
  });
});

it("too many wrong PINs are reported with the devices that they were for", async () => {
  const watch = await watching([LOCK]).start();
  watch.tellPeople({
    type: "wrong-pins",
    person: "emma",
    tries: 5,
    devices: ["test:Front door"],
    origin: { kind: "conversation", conversation: "c" },
    until: watch.bench.time.now() + 60_000,
    at: watch.bench.time.now(),
  });
  await watch.settled();
  expect(watch.told()).toEqual(["warning: Somebody entered a wrong PIN 5 times for the hall front door"]);
  expect(watch.told("zh")).toEqual(["warning: 有人连续输错 PIN 码 5 次，想操作HallFront door"]);
});

it("each watch can be switched off", async () => {
  const devices = [WATER, GARAGE, WASHER, HEATER];
  const off = ["danger", "battery", "offline", "open", "heat", "finished", "trouble", "pins"] as const;
  const everything = async (watch: WatchBench): Promise<number> => {
    watch.problems.set("broker", "the broker is gone");
    watch.say("Leak sensor", { "submersion-sensor.submersion-state": true, "battery.battery-level": 3 });
    watch.say("Garage door", { "garage-door.current-position": 100 });
    watch.say("Heater", { "heater.on": true });
    watch.happen("Washer", "washer.wash-end");
    watch.online("Washer", true);
    watch.online("Washer", false);
    await watch.advance("3h");
    return watch.told().length;
  };
  expect(await everything(await watching(devices).start())).toBe(7);
  expect(await everything(await watching(devices, off).start())).toBe(0);
  expect(await everything(await watching(devices, ["battery", "heat"]).start())).toBe(5);
});

it("removing a device ends its notices", async () => {
  const watch = await watching([WATER, GARAGE]).start();
  watch.say("Leak sensor", { "submersion-sensor.submersion-state": true });
  watch.say("Garage door", { "garage-door.current-position": 100 });
  await watch.settled();
  watch.bench.home.apply([
    { kind: "removed", id: "test:Leak sensor" },
    { kind: "removed", id: "test:Garage door" },
  ]);
  await watch.advance("1h");
  expect(watch.told()).toEqual(["alarm: Water! The kitchen leak sensor detects a leak (over)"]);
});
