import { connectAsync } from "mqtt";
import { expect, it } from "vitest";
import { DiscoveryDialect } from "../../src/bridge/discovery/index.ts";
import { MiotDialect } from "../../src/bridge/index.ts";
import { Layout, MAX_ROOMS } from "../../src/home/index.ts";
import { BROKERS } from "../support/broker.ts";
import { inbound, Observed } from "../support/dialect.ts";
import { homeOnBridge } from "../support/home-on-bridge.ts";
import { library } from "../support/simulated.ts";
import { until } from "../support/until.ts";

const MODEL = "jia.light.white";

it("more rooms than a home has are not taken, and the bridge says so", async () => {
  const broker = BROKERS.aedes();
  await broker.start();
  const { bridge, home } = homeOnBridge({
    links: [{ connection: { url: broker.url }, dialects: [new MiotDialect({ specs: library })] }],
  });
  bridge.start(home);
  await bridge.ready();
  const flood = await connectAsync(broker.url);
  const count = MAX_ROOMS + 20;
  for (let index = 0; index < count; index += 1) {
    const room =
      index % 2 === 0 ? `room ${index}` : { id: `r${index}`, name: `room ${index}`, floor: `floor ${index}` };
    flood.publish(`miot/d${index}/device`, JSON.stringify({ model: MODEL, room }), { qos: 1 });
  }
  await until("every device", () => home.size === count);
  expect(home.layout.rooms).toHaveLength(MAX_ROOMS);
  expect(home.layout.floors.length).toBeLessThanOrEqual(200);
  const problem = bridge.status.problems.find(({ code }) => code === "too-many");
  expect(problem?.detail).toContain("rooms");
  expect(problem?.count).toBeGreaterThanOrEqual(20);
  await flood.endAsync();
  await bridge.stop();
  await broker.stop();
});

it("rooms that are there are found and changed also when no new one is taken", () => {
  const layout = new Layout([], []);
  for (let index = 0; index < MAX_ROOMS; index += 1) expect(layout.ensureRoom(`room ${index}`)?.added).toBe(true);
  expect(layout.ensureRoom("one more")).toBeNull();
  expect(layout.ensureRoom("Room 7")).toMatchObject({ room: { id: "room-7" }, added: false });
  expect(layout.describeRoom({ id: "room-7", name: "Study", aliases: [], floor: null }, null)).toBe(true);
  expect(layout.describeRoom({ id: "one-more", name: "One more", aliases: [], floor: null }, null)).toBe(false);
});

it("more devices than a home has are not taken; those that are there change", () => {
  const dialect = new MiotDialect({ specs: library });
  const seen = new Observed();
  const announce = (did: string, name: string) =>
    seen.take(dialect.receive(inbound(`miot/${did}/device`, { model: MODEL, name })));
  for (let index = 0; index < 20_005; index += 1) announce(`d${index}`, "Lamp");
  expect(seen.devices.size).toBe(20_000);
  expect(seen.problems).toEqual(Array(5).fill("too-many: more than 20000 devices"));
  announce("d7", "Study lamp");
  expect(seen.devices.get("miot:d7")?.name).toBe("Study lamp");
});

it("specs that announcements bring are taken up to a size, which those that go give back", () => {
  const dialect = new MiotDialect({ specs: library });
  const seen = new Observed();
  const spec = (index: number) => ({
    type: `urn:miot-spec-v2:device:light:0000A001:flood-${index}:1`,
    description: "x".repeat(1_000_000),
    services: [
      {
        iid: 2,
        type: "urn:miot-spec-v2:service:light:00007802:flood:1",
        description: "Light",
        actions: [
          { iid: 1, type: "urn:miot-spec-v2:action:toggle:00002811:flood:1", description: "Toggle", in: [], out: [] },
        ],
      },
    ],
  });
  const announce = (index: number) =>
    seen.take(dialect.receive(inbound(`miot/d${index}/device`, { model: `flood.light.${index}`, spec: spec(index) })));
  for (let index = 0; index < 70; index += 1) announce(index);
  const taken = seen.devices.size;
  expect(taken).toBe(67);
  expect(seen.problems[0]).toMatch(/^too-many: the specs/);
  seen.take(dialect.receive(inbound("miot/d0/device", "")));
  announce(69);
  expect(seen.devices.has("miot:d69")).toBe(true);
});

it("more config topics than devices have are not taken", () => {
  const dialect = new DiscoveryDialect();
  const seen = new Observed();
  for (let index = 0; index < 40_010; index += 1) {
    const body = { name: "x", command_topic: `t/${index}`, device: { identifiers: ["one"] } };
    seen.take(dialect.receive(inbound(`homeassistant/switch/x${index}/config`, body)));
  }
  const refused = seen.problems.filter((problem) => problem.startsWith("too-many"));
  expect(refused).toHaveLength(10);
});
