import { setTimeout as wait } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { Connection } from "../../src/bridge/connection.ts";
import { Doctor } from "../../src/bridge/doctor/index.ts";
import type { Dialect } from "../../src/bridge/index.ts";
import { type HomeFile, type Outcome, type Property, systemClock } from "../../src/home/index.ts";
import type { DeviceFault } from "../../src/simulator/index.ts";
import { another, BridgedHome, type Simulation } from "../support/bridged-home.ts";
import type { BROKERS } from "../support/broker.ts";
import { until } from "../support/until.ts";

/** What a dialect can tell, beyond what every dialect must. */
export interface Abilities {
  /** Devices answer requests by id: a refusal has its code, and "accepted" is told apart from "done". */
  readonly answers: boolean;
  /** Devices tell their room. */
  readonly rooms: boolean;
  /** Names can change while Jia is running. */
  readonly renames: boolean;
  /** Devices of the home file can raise the button's event. */
  readonly events: boolean;
  /** Devices say themselves what they are and that they go away; otherwise a gateway finds it out by asking. */
  readonly tells: boolean;
}

/**
 * A dialect with a home for the scenarios: `lamp` (on and brightness) and `button` (an event), in two rooms. Every device
 * of the home must be one that the dialect has: without the ability `events`, `button` is any other device.
 */
export type ScenarioDialect = Simulation & {
  readonly name: string;
  readonly file: HomeFile;
  readonly dialect: () => Dialect;
  readonly idOf: (id: string) => string;
  readonly abilities: Abilities;
  /** Addresses in the home of the lamp's properties and the button's event ("" without the ability `events`). */
  readonly on: string;
  readonly brightness: string;
  readonly pressed: string;
  readonly brokers?: readonly (keyof typeof BROKERS)[];
};

interface Scenario {
  readonly name: string;
  readonly needs?: keyof Abilities;
  /** Milliseconds that a device has: short where it is to run out, elsewhere the bridge's own, which a busy machine keeps. */
  readonly timeout?: number;
  /** Milliseconds in which all that is retained must have come: short where what is gone is to be noticed. */
  readonly settle?: number;
  readonly run: (world: BridgedHome, dialect: ScenarioDialect) => Promise<void>;
}

/** Runs every scenario that the dialect has the abilities for, over each broker. */
export function scenarios(dialect: ScenarioDialect): void {
  describe.each(dialect.brokers ?? (["aedes", "mosquitto"] as const))(`${dialect.name} over %s`, (broker) => {
    let world: BridgedHome | null = null;
    afterEach(async () => {
      await world?.stop();
      world = null;
    });
    const able = SCENARIOS.filter(({ needs }) => needs === undefined || dialect.abilities[needs]);
    it.each(able)("$name", async ({ run, timeout = 5000, settle }) => {
      world = await BridgedHome.start({ ...dialect, broker, timeout, ...(settle !== undefined && { settle }) });
      await run(world, dialect);
    });
  });
}

const statuses = (outcomes: readonly Outcome[]) => outcomes.map(({ status }) => status);

function fault(world: BridgedHome, given: DeviceFault | null): void {
  world.simulator.device("lamp")?.setFault(given);
}

/** The lamp's own property for an address in the home. */
function lampProperty(world: BridgedHome, address: string): Property {
  const lamp = world.simulator.device("lamp");
  return lamp?.spec.properties.get(address) ?? expect.fail(`the lamp has no ${address}`);
}

/** Presses the button. */
function press(world: BridgedHome, { pressed }: ScenarioDialect): void {
  const button = world.simulator.device("button");
  const event = button?.spec.events.get(pressed);
  if (!button || !event) expect.fail(`the button has no ${pressed}`);
  button.raise(event);
}

/** What the doctor says of a broker after `meanwhile`, during which it listens. */
async function examined(world: BridgedHome, dialect: Dialect, meanwhile: () => Promise<void>) {
  const doctor = new Doctor([dialect]);
  const silent = { connected: () => {}, disconnected: () => {}, problem: () => {} };
  const listener = { ...silent, message: doctor.take.bind(doctor) };
  const connection = new Connection({ url: world.broker.url }, ["#"], listener, () => systemClock.now());
  connection.start();
  try {
    await connection.ready(5000);
    await meanwhile();
  } finally {
    await connection.stop();
  }
  return doctor.report(systemClock.now());
}

const SCENARIOS: readonly Scenario[] = [
  {
    name: "finds the devices with name, state and availability",
    run: (world, { file, on }) => {
      expect(world.home.size).toBe(file.devices.length);
      expect(world.device("lamp")).toMatchObject({ name: "Reading lamp", online: true });
      expect(world.value("lamp", on)).toBe(false);
      expect(world.bridge.status.problems).toEqual([]);
      return Promise.resolve();
    },
  },
  {
    name: "confirms a set value that the device reports, with the value before",
    run: async (world, { on, brightness }) => {
      const shown: unknown[] = [];
      world.home.subscribe((event) => {
        if (event.type === "property-changed" && event.address === brightness) shown.push(event.value);
      });
      const { outcomes } = await world.set("lamp", { [on]: true, [brightness]: 40 });
      expect(statuses(outcomes)).toEqual(["confirmed", "confirmed"]);
      expect(outcomes[0]?.before).toBe(false);
      expect(world.value("lamp", brightness)).toBe(40);
      expect(world.simulator.device("lamp")?.value(on)).toBe(true);
      await world.quiet("lamp", lampProperty(world, brightness), 41);
      expect(shown).toEqual([40, 41]);
    },
  },
  {
    name: "reports a value that was set already as unchanged",
    run: async (world, { on }) => {
      expect(statuses((await world.set("lamp", { [on]: false })).outcomes)).toEqual(["unchanged"]);
    },
  },
  {
    name: "takes many commands at once, in order for each device",
    run: async (world, { brightness }) => {
      const levels = Array.from({ length: 30 }, (_, index) => 10 + index);
      const all = await Promise.all(levels.map((level) => world.set("lamp", { [brightness]: level })));
      expect(new Set(all.flatMap(({ outcomes }) => statuses(outcomes)))).toEqual(new Set(["confirmed"]));
      expect(world.value("lamp", brightness)).toBe(39);
    },
  },
  {
    name: "notices a change on the device itself",
    run: async (world, { brightness }) => {
      world.simulator.device("lamp")?.set(lampProperty(world, brightness), 77);
      await until("the new brightness", () => world.value("lamp", brightness) === 77);
      expect(world.events.at(-1)).toMatchObject({ type: "property-changed", value: 77, cause: "report" });
    },
  },
  {
    name: "reports a refusal with the device's code",
    needs: "answers",
    run: async (world, { on }) => {
      fault(world, { kind: "reject", code: -704053100 });
      const { outcomes } = await world.set("lamp", { [on]: true });
      expect(outcomes).toMatchObject([{ status: "rejected", code: -704053100 }]);
      expect(world.value("lamp", on)).toBe(false);
    },
  },
  {
    name: "times out when nothing comes back, and not before",
    timeout: 400,
    run: async (world, { on }) => {
      fault(world, { kind: "silent" });
      const asked = world.set("lamp", { [on]: true });
      // Timers end in the order of their moments, however busy the machine is.
      expect(await Promise.race([asked, wait(300, "still waiting")])).toBe("still waiting");
      expect(statuses((await asked).outcomes)).toEqual(["timeout"]);
    },
  },
  {
    name: "waits for a slow device",
    run: async (world, { on }) => {
      fault(world, { kind: "slow", ms: 150 });
      expect(statuses((await world.set("lamp", { [on]: true })).outcomes)).toEqual(["confirmed"]);
    },
  },
  {
    name: "waits for a report that comes late",
    run: async (world, { on }) => {
      fault(world, { kind: "late", ms: 60 });
      expect(statuses((await world.set("lamp", { [on]: true })).outcomes)).toEqual(["confirmed"]);
      expect(world.value("lamp", on)).toBe(true);
    },
  },
  {
    name: "waits for the report when the device only accepts",
    needs: "answers",
    run: async (world, { on }) => {
      fault(world, { kind: "accepted", ms: 60 });
      expect(statuses((await world.set("lamp", { [on]: true })).outcomes)).toEqual(["confirmed"]);
    },
  },
  {
    name: "times out when the device accepts and does not do it in time",
    needs: "answers",
    timeout: 400,
    run: async (world, { on }) => {
      fault(world, { kind: "accepted", ms: 5000 });
      expect(statuses((await world.set("lamp", { [on]: true })).outcomes)).toEqual(["timeout"]);
    },
  },
  {
    name: "asks a device that says it is done and reports nothing",
    needs: "answers",
    run: async (world, { on }) => {
      fault(world, { kind: "mute" });
      expect(statuses((await world.set("lamp", { [on]: true })).outcomes)).toEqual(["confirmed"]);
      expect(world.value("lamp", on)).toBe(true);
    },
  },
  {
    name: "does not confirm by a report of another value",
    timeout: 400,
    run: async (world, { brightness }) => {
      fault(world, { kind: "wrong" });
      expect(statuses((await world.set("lamp", { [brightness]: 40 })).outcomes)).toEqual(["timeout"]);
      expect(world.value("lamp", brightness)).not.toBe(40);
    },
  },
  {
    name: "is not confused by answers and reports that come twice",
    run: async (world, { on, brightness }) => {
      fault(world, { kind: "duplicate" });
      expect(statuses((await world.set("lamp", { [on]: true })).outcomes)).toEqual(["confirmed"]);
      expect(statuses((await world.set("lamp", { [brightness]: 12 })).outcomes)).toEqual(["confirmed"]);
      // Other properties may still be reported for the first time.
      const changes = (): number =>
        world.events.filter((event) => event.type === "property-changed" && event.address === brightness).length;
      const before = changes();
      await world.quiet("lamp", lampProperty(world, brightness), 13);
      expect(changes()).toBe(before + 1);
    },
  },
  {
    name: "ignores an answer after the timeout",
    // Long enough for the second command on a busy machine.
    timeout: 1000,
    run: async (world, { on, brightness }) => {
      fault(world, { kind: "slow", ms: 1300 });
      expect(statuses((await world.set("lamp", { [on]: true })).outcomes)).toEqual(["timeout"]);
      fault(world, null);
      await until("the late report", () => world.value("lamp", on) === true);
      expect(statuses((await world.set("lamp", { [brightness]: 30 })).outcomes)).toEqual(["confirmed"]);
    },
  },
  {
    name: "sends nothing to a device that is offline, and says so at once",
    run: async (world, { on }) => {
      fault(world, { kind: "offline" });
      await until("the device to be offline", () => world.device("lamp")?.online === false);
      const published = world.bridge.status.published;
      expect(statuses((await world.set("lamp", { [on]: true })).outcomes)).toEqual(["offline"]);
      expect(world.bridge.status.published).toBe(published);
      fault(world, null);
      await until("the device to be back", () => world.device("lamp")?.online === true);
      expect(statuses((await world.set("lamp", { [on]: true })).outcomes)).toEqual(["confirmed"]);
    },
  },
  {
    name: "stops waiting when the device goes away meanwhile",
    needs: "tells",
    run: async (world, { on }) => {
      fault(world, { kind: "silent" });
      const asked = world.set("lamp", { [on]: true });
      await until("the command to wait for its answer", () => world.bridge.status.pending === 1);
      fault(world, { kind: "offline" });
      expect(statuses((await asked).outcomes)).toEqual(["offline"]);
    },
  },
  {
    name: "stops waiting when the signal fires",
    // Longer than a test may take: it ends because it is told to.
    timeout: 60_000,
    run: async (world, { on, idOf }) => {
      fault(world, { kind: "silent" });
      const stop = new AbortController();
      const properties = [{ address: on, value: true }];
      const asked = world.run({ kind: "set", device: idOf("lamp"), properties }, stop.signal);
      await until("the command to wait for its answer", () => world.bridge.status.pending === 1);
      stop.abort();
      expect(statuses((await asked).outcomes)).toEqual(["timeout"]);
      expect(world.bridge.status.pending).toBe(0);
    },
  },
  {
    name: "follows a new name and keeps id and state",
    needs: "renames",
    run: async (world, { brightness }) => {
      await world.set("lamp", { [brightness]: 55 });
      world.simulator.device("lamp")?.describe({ name: "Wall lamp" });
      await until("the new name", () => world.device("lamp")?.name === "Wall lamp");
      expect(world.value("lamp", brightness)).toBe(55);
      expect(world.home.size).toBe(world.options.file.devices.length);
    },
  },
  {
    name: "follows a device into another room",
    needs: "rooms",
    run: async (world) => {
      expect(world.device("lamp")?.room?.name).toBe("Study");
      world.simulator.device("lamp")?.describe({ room: "hall" });
      await until("the new room", () => world.device("lamp")?.room?.name === "Hall");
    },
  },
  {
    name: "adds a new device and removes one that goes",
    run: async (world, { file, on }) => {
      const lamp = file.devices.find(({ id }) => id === "lamp") ?? expect.fail("no lamp");
      world.simulator.add(another(lamp, "lamp-two", "Second lamp"));
      await until(
        "the new device",
        () => world.device("lamp-two")?.online === true && world.value("lamp-two", on) === false,
      );
      expect(statuses((await world.set("lamp-two", { [on]: true })).outcomes)).toEqual(["confirmed"]);
      world.simulator.remove("lamp-two");
      await until("the device to be gone", () => world.device("lamp-two") === undefined);
      expect(world.events.filter(({ type }) => type === "device-removed")).toHaveLength(1);
    },
  },
  {
    name: "notices a device that was removed while it was not connected",
    settle: 300,
    run: async (world) => {
      await world.bridge.stop();
      world.simulator.remove("lamp");
      await world.simulator.flushed();
      await world.startJia();
      await until("it alone to be gone", () => world.device("lamp") === undefined && world.device("button"));
    },
  },
  {
    name: "changes nothing when a device is announced again",
    needs: "tells",
    run: async (world, { brightness }) => {
      const { revision } = world.home;
      const seen = world.events.length;
      world.simulator.announce("lamp");
      await world.quiet("lamp", lampProperty(world, brightness), 61);
      expect(world.home.revision).toBe(revision);
      expect(world.events.slice(seen).map(({ type }) => type)).toEqual(["property-changed"]);
    },
  },
  {
    name: "reports an event once",
    needs: "events",
    run: async (world, dialect) => {
      world.simulator.device("button")?.setFault({ kind: "duplicate" });
      press(world, dialect);
      await until("the event", () => world.occurred("button").length > 0);
      await world.quiet("lamp", lampProperty(world, dialect.brightness), 62);
      expect(world.occurred("button")).toEqual([dialect.pressed]);
      world.simulator.device("button")?.setFault(null);
      // Where messages carry no number, the same one within 40 ms is the same press. However slow the machine, it is longer.
      await wait(60);
      press(world, dialect);
      await until("the second event", () => world.occurred("button").length === 2);
    },
  },
  {
    name: "reconnects after the broker restarts, without phantom events",
    run: async (world, dialect) => {
      if (dialect.abilities.events) {
        press(world, dialect);
        await until("the event", () => world.occurred("button").length === 1);
      }
      await world.set("lamp", { [dialect.brightness]: 33 });
      const before = world.events.length;
      await world.restartBroker();
      await world.quiet("lamp", lampProperty(world, dialect.brightness), 34);
      const kinds = world.events.slice(before).map(({ type }) => type);
      expect(kinds.filter((kind) => kind === "event-occurred" || kind === "device-removed")).toEqual([]);
      expect(statuses((await world.set("lamp", { [dialect.on]: true })).outcomes)).toEqual(["confirmed"]);
    },
  },
  {
    name: "knows all devices and values again after a restart of Jia, without phantom events",
    run: async (world, dialect) => {
      await world.set("lamp", { [dialect.on]: true, [dialect.brightness]: 21 });
      if (dialect.abilities.events) press(world, dialect);
      await world.restartJia();
      expect(world.value("lamp", dialect.brightness)).toBe(21);
      await world.quiet("lamp", lampProperty(world, dialect.brightness), 22);
      const changes = world.events.flatMap((event) => (event.type === "property-changed" ? [event.cause] : []));
      expect(changes.filter((cause) => cause === "report")).toEqual(["report"]);
      expect(world.occurred("button")).toEqual([]);
      expect(statuses((await world.set("lamp", { [dialect.on]: false })).outcomes)).toEqual(["confirmed"]);
    },
  },
  {
    name: "answers at once while there is no broker, and sends nothing later",
    run: async (world, dialect) => {
      await world.broker.stop();
      await until("Jia to notice", () => !world.bridge.status.links.some(({ connected }) => connected));
      const { outcomes } = await world.set("lamp", { [dialect.on]: true });
      // It is the broker that is not there: the device is not blamed.
      expect(outcomes).toMatchObject([{ status: "offline", error: { code: "broker-unreachable" } }]);
      await world.broker.start();
      await world.bridge.ready();
      await world.allKnown();
      await world.quiet("lamp", lampProperty(world, dialect.brightness), 63);
      expect(world.simulator.device("lamp")?.value(dialect.on)).toBe(false);
    },
  },
  {
    name: "is recognised by the doctor, topics of reports and commands too",
    run: async (world, { dialect, brightness }) => {
      const spoken = dialect();
      const report = await examined(world, spoken, async () => {
        await world.set("lamp", { [brightness]: 44 });
        await world.quiet("lamp", lampProperty(world, brightness), 45);
      });
      expect(report.dialects).toMatchObject([{ kind: spoken.name, spoken: true }]);
      expect(report.unknown).toEqual([]);
    },
  },
];
