import { connectAsync } from "mqtt";
import { afterEach, describe, expect, it } from "vitest";
import { MiotDialect } from "../../src/bridge/index.ts";
import { miotEmulator, type SimulatorOptions } from "../../src/simulator/index.ts";
import { BridgedHome, type BridgedHomeOptions } from "../support/bridged-home.ts";
import { NO_SPECS, scenarioHome } from "../support/scenario-home.ts";
import { until } from "../support/until.ts";

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function start(
  broker: BridgedHomeOptions["broker"],
  simulator: Partial<SimulatorOptions> = {},
): Promise<BridgedHome> {
  const world = await BridgedHome.start({
    broker,
    file: scenarioHome(),
    emulator: miotEmulator(),
    dialect: () => new MiotDialect({ specs: NO_SPECS }),
    idOf: (id) => `miot:${id}`,
    simulator,
  });
  cleanups.push(() => world.stop());
  return world;
}

async function client(world: BridgedHome, clientId?: string) {
  const options = { protocolVersion: 4, reconnectPeriod: 0, ...(clientId !== undefined && { clientId }) } as const;
  const made = await connectAsync(world.broker.url, options);
  cleanups.push(() => made.endAsync(true));
  return made;
}

describe.each(["aedes", "mosquitto"] as const)("the control topic over %s", (broker) => {
  it("changes a device as a hand on it does", async () => {
    const world = await start(broker);
    const hand = await client(world);
    const say = (id: string, message: object) =>
      hand.publishAsync(`simulator/${id}`, JSON.stringify(message), { qos: 1 });
    await say("lamp", { state: { "light.on": true, "light.brightness": 31 } });
    await until(
      "the state",
      () => world.value("lamp", "light.brightness") === 31 && world.value("lamp", "light.on") === true,
    );
    await say("button", { event: "switch-sensor.click" });
    await until("the event", () => world.occurred("button").length === 1);
    await say("lamp", { name: "Other lamp", room: "hall" });
    await until(
      "the name",
      () => world.device("lamp")?.name === "Other lamp" && world.device("lamp")?.room?.id === "hall",
    );
    await say("lamp", { fault: { kind: "reject", code: -704053100 } });
    await until("the fault", () => world.simulator.device("lamp")?.fault?.kind === "reject");
    expect((await world.set("lamp", { "light.on": false })).outcomes).toMatchObject([{ code: -704053100 }]);
    await say("lamp", { fault: null, online: false });
    await until("the device to be offline", () => world.device("lamp")?.online === false);
  });

  it("warns of messages that it does not understand", async () => {
    const warnings: string[] = [];
    const world = await start(broker, { warn: (text) => warnings.push(text) });
    const hand = await client(world);
    await hand.publishAsync("simulator/lamp", JSON.stringify({ fault: { kind: "sulky" } }), { qos: 1 });
    await hand.publishAsync("simulator/lamp", JSON.stringify({ event: "light.explosion" }), { qos: 1 });
    await hand.publishAsync("simulator/nobody", "{}", { qos: 1 });
    await until("three warnings", () => warnings.length === 3);
    expect(warnings.join("\n")).toMatch(/fault.*no event light\.explosion.*no such device/s);
  });
});

describe.each(["one", "each"] as const)("a simulator with %s connection", (clients) => {
  it.each(["aedes", "mosquitto"] as const)("is offline when it breaks, over %s", async (broker) => {
    const backoff = { first: 300, max: 300 };
    const connection = { url: "", clientId: "sim", backoff };
    const world = await start(broker, { clients, connection });
    // Another client takes the id: the broker throws the simulator out, and its will is done.
    const thief = await client(world, clients === "one" ? "sim" : "sim-lamp");
    await until("the lamp to be offline", () => world.device("lamp")?.online === false);
    expect(world.device("button")?.online).toBe(clients === "each");
    expect((await world.set("lamp", { "light.on": true })).outcomes).toMatchObject([{ status: "offline" }]);
    await thief.endAsync(true);
    await until("the lamp to be back", () => world.device("lamp")?.online === true);
    expect((await world.set("lamp", { "light.on": true })).outcomes).toMatchObject([{ status: "confirmed" }]);
  });

  it("is offline when it ends in order, and leaves nothing of a device that was taken out", async () => {
    const world = await start("mosquitto", { clients });
    world.simulator.remove("button");
    await until("the button to be gone", () => world.device("button") === undefined);
    await world.simulator.stop();
    await until("the lamp to be offline", () => world.device("lamp")?.online === false);
    const found: string[] = [];
    const reader = await client(world);
    reader.on("message", (topic) => found.push(topic));
    await reader.subscribeAsync("miot/button/#", { qos: 1 });
    await reader.subscribeAsync("miot/lamp/availability", { qos: 1 });
    await until("what is kept", () => found.includes("miot/lamp/availability"));
    expect(found).toEqual(["miot/lamp/availability"]);
  });
});
