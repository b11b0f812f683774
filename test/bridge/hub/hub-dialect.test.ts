import { beforeEach, expect, test } from "vitest";
import type { DialectOutput, InboundMessage, Publication } from "../../../src/bridge/dialect.ts";
import { HubDialect } from "../../../src/bridge/hub/dialect.ts";
import { decodeEnvelope, encodeEnvelope } from "../../../src/bridge/hub/envelope.ts";
import type { Home, HomeChange } from "../../../src/home/index.ts";
import { SpecLibrary } from "../../../src/library/index.ts";
import { ManualClock } from "../../support/clock.ts";
import { emptyHome } from "../../support/home-on-bridge.ts";

const specs = new SpecLibrary("devices");
const LIGHT = { model: "yeelink.light.color5", urn: "urn:miot-spec-v2:device:light:0000A001:yeelink-color5:1" };
const MOTION = { model: "lumi.sensor_motion.v2", urn: "urn:of:another:version" };

let clock: ManualClock;
let dialect: HubDialect;
/** What the dialect said and asked, as a bridge would have used it. */
let said: DialectOutput[];
let published: { topic: string; id: number; body: Record<string, unknown> }[];
let home: Home;

beforeEach(() => {
  clock = new ManualClock();
  const names = {
    devices: new Map([["1", { name: "Desk lamp", room: "Study" }]]),
    scenes: new Map([["s1", "回家"]]),
  };
  dialect = new HubDialect({ clientDid: "77", specs, names, sceneAliases: ["米家场景"], firstId: 100 });
  said = [];
  published = [];
  home = emptyHome({ clock, transport: { deliver: () => Promise.resolve([]) } });
  publish(dialect.connected());
});

function publish(publications: readonly Publication[]): void {
  for (const { topic, payload, qos, retain } of publications) {
    const envelope = decodeEnvelope(Buffer.from(payload));
    expect(envelope).toMatchObject({ from: "local", replyTopic: "77/reply" });
    expect({ qos, retain }).toEqual({ qos: 2, retain: false });
    published.push({ topic, id: envelope?.id ?? -1, body: JSON.parse(envelope?.payload ?? "") });
  }
}

function take(outputs: readonly DialectOutput[]): readonly DialectOutput[] {
  for (const output of outputs) {
    said.push(output);
    if (output.kind === "publish") publish([output.publication]);
    else if (isChange(output)) home.apply([output]);
  }
  return outputs;
}

function isChange(output: DialectOutput): output is HomeChange {
  return ["device", "removed", "availability", "values", "event"].includes(output.kind);
}

function receive(topic: string, body: unknown, options: { id?: number; retained?: boolean } = {}) {
  const payload = encodeEnvelope({
    ...(options.id !== undefined && { id: options.id }),
    payload: JSON.stringify(body),
  });
  const message: InboundMessage = { topic, payload, retained: options.retained ?? false, at: clock.now() };
  return take(dialect.receive(message));
}

/** Answers the oldest request to `api` that was not answered yet. */
function answer(api: string, body: unknown) {
  const index = published.findIndex(({ topic }) => topic === `master/proxy/${api}`);
  const [request] = published.splice(index, 1);
  expect(request, api).toBeDefined();
  return receive("77/reply", body, { id: request?.id ?? -1 });
}

function list(devices: Record<string, { model: string; urn: string; online?: boolean; name?: string }>) {
  const devList = Object.fromEntries(
    Object.entries(devices).map(([did, device]) => [
      did,
      { name: "Lamp", online: true, specV2Access: true, pushAvailable: true, ...device },
    ]),
  );
  return answer("getDevList", { devList });
}

function device(id: string) {
  const found = home.device(id);
  if (!found) throw new Error(`no ${id}`);
  return found;
}

function property(address: string) {
  const found = device("hub:1").spec.properties.get(address);
  if (!found) throw new Error(`no ${address}`);
  return found;
}

test("the list becomes devices with names and rooms of the file, and their state is read a few at a time", () => {
  const outputs = list({ "1": LIGHT, "lumi.2": { ...MOTION, online: false, name: "Motion\u0000 \u202Ehall" } });
  expect(device("hub:1")).toMatchObject({ name: "Desk lamp", room: { name: "Study" }, online: true });
  expect(device("hub:lumi.2")).toMatchObject({ name: "Motion hall", room: null, online: false });
  expect(outputs).toContainEqual({
    kind: "subscribe",
    filters: ["master/appMsg/notify/iot/1/property/#", "master/appMsg/notify/iot/1/event/#"],
  });
  const reads = () => published.filter(({ topic }) => topic === "master/proxy/get").map(({ body }) => body);
  expect(reads()).toEqual([1, 2, 3, 4].map((piid) => ({ did: "1", siid: 2, piid })));
  answer("get", { value: true });
  answer("get", { error: { code: -704030013 } });
  expect(device("hub:1").state.get("light.on")?.value).toBe(true);
  expect(reads().map(({ piid }) => piid)).toEqual([3, 4, 5]);
});

test("a command is one request, and its reply is told item by item", () => {
  list({ "1": LIGHT });
  const writes = [
    { property: property("light.on"), value: true },
    { property: property("light.brightness"), value: 40 },
  ];
  const { publications, confirmation } = dialect.encode(device("hub:1"), { kind: "set", writes }, "r1");
  publish(publications);
  expect(confirmation).toBe("reply");
  const sent = published.at(-1);
  expect(sent).toMatchObject({
    topic: "master/proxy/rpcReq",
    body: {
      did: "1",
      rpc: {
        id: sent?.id,
        method: "set_properties",
        params: [
          { did: "1", siid: 2, piid: 1, value: true },
          { did: "1", siid: 2, piid: 2, value: 40 },
        ],
      },
    },
  });
  const outputs = answer("rpcReq", {
    result: [
      { did: "1", siid: 2, piid: 2, code: -704220043 },
      { did: "1", siid: 2, piid: 1, code: 0 },
    ],
  });
  expect(outputs).toEqual([
    { kind: "reply", request: "r1", items: [{ status: "ok" }, { status: "error", code: -704220043 }] },
  ]);
});

test("codes of a reply: accepted waits for a report, offline is offline and asks for the list, an error is for all", () => {
  list({ "1": LIGHT });
  const set = (request: string) => {
    const writes = [{ property: property("light.on"), value: true }];
    publish(dialect.encode(device("hub:1"), { kind: "set", writes }, request).publications);
  };
  const statusFor = (body: unknown) => {
    set("r");
    return answer("rpcReq", body).find((output) => output.kind === "reply");
  };
  expect(statusFor({ result: [{ code: 1 }] })).toMatchObject({ items: [{ status: "pending" }] });
  expect(statusFor({ error: { code: -704083036 } })).toMatchObject({ items: [{ status: "pending" }] });
  expect(statusFor({ error: { code: -704220008 } })).toMatchObject({ items: [{ status: "error", code: -704220008 }] });
  expect(statusFor("?")).toMatchObject({ items: [{ status: "error", code: -10040 }] });
  expect(statusFor({ result: [{ code: -704042011 }] })).toMatchObject({ items: [{ status: "offline" }] });
  expect(published.filter(({ topic }) => topic.endsWith("getDevList"))).toHaveLength(1);
});

test("actions carry bare values and bring back what the device gave out", () => {
  list({ "1": LIGHT });
  const action = device("hub:1").spec.actions.get("light.toggle");
  if (!action) throw new Error("no toggle");
  publish(dialect.encode(device("hub:1"), { kind: "invoke", action, in: [] }, "r2").publications);
  expect(published.at(-1)?.body).toMatchObject({
    rpc: { method: "action", params: { did: "1", siid: 2, aiid: 1, in: [] } },
  });
  expect(answer("rpcReq", { result: { code: 0, out: [{ piid: 1, value: 5 }, "x"] } })).toEqual([
    { kind: "reply", request: "r2", items: [{ status: "ok", out: [5, "x"] }] },
  ]);
});

test("reports change the state; a retained or repeated event did not happen", () => {
  list({ "1": LIGHT, "2": MOTION });
  receive("77/appMsg/notify/iot/1/property/2.2", { did: "1", siid: 2, piid: 2, value: 33 });
  expect(device("hub:1").state.get("light.brightness")?.value).toBe(33);

  const topic = "77/appMsg/notify/iot/2/event/2.1";
  const events = () => said.filter(({ kind }) => kind === "event").length;
  receive(topic, { did: "2", siid: 2, eiid: 1, arguments: [] }, { id: 9 });
  receive(topic, { did: "2", siid: 2, eiid: 1, arguments: [] }, { id: 9 });
  receive(topic, { did: "2", siid: 2, eiid: 1, arguments: [] }, { id: 10, retained: true });
  expect(events()).toBe(1);
  receive(topic, { did: "2", siid: 2, eiid: 1 }, { id: 11 });
  expect(events()).toBe(2);
});

test("a burst of list changes is two requests, at once and after it; a device that stays away is offline, then removed", () => {
  list({ "1": LIGHT, "2": MOTION });
  for (const _ of [1, 2, 3]) receive("77/appMsg/devListChange", { devList: ["2"] });
  expect(published.filter(({ topic }) => topic.endsWith("getDevList"))).toHaveLength(1);
  list({ "1": LIGHT, "2": MOTION });
  const pass = (ms: number) => {
    clock.advance(ms);
    take(dialect.tick(clock.now()));
  };
  pass(2000);
  expect(published.filter(({ topic }) => topic.endsWith("getDevList"))).toHaveLength(1);
  list({ "1": LIGHT });
  expect(device("hub:2").online).toBe(false);
  for (let seconds = 0; seconds < 35; seconds += 5) {
    pass(5000);
    list({ "1": LIGHT });
  }
  expect(home.device("hub:2")).toBeUndefined();
  expect(device("hub:1").online).toBe(true);
});

test("an empty list is a hub that starts: nothing is removed", () => {
  list({ "1": LIGHT });
  receive("master/appMsg/devListChange", {});
  list({});
  expect(device("hub:1").online).toBe(false);
});

test("scenes of the Mi Home app are actions of one device", () => {
  answer("getMijiaActionGroupList", { result: ["s1", "s2"] });
  const scenes = device("hub:scenes");
  expect(scenes.aliases).toEqual(["米家场景"]);
  expect([...scenes.spec.actions.values()].map(({ address, description }) => [address, description])).toEqual([
    ["scene.activate", "回家"],
    ["scene-2.activate", "Scene s2"],
  ]);
  publish(dialect.connected());
  answer("getMijiaActionGroupList", { result: ["s1", "s2"] });
  expect(device("hub:scenes").spec).toBe(scenes.spec);
  const action = scenes.spec.actions.get("scene-2.activate");
  if (!action) throw new Error("no action");
  publish(dialect.encode(scenes, { kind: "invoke", action, in: [] }, "r3").publications);
  expect(published.at(-1)).toMatchObject({ topic: "master/proxy/execMijiaActionGroup", body: { id: "s2" } });
  expect(answer("execMijiaActionGroup", { result: 0 })).toEqual([
    { kind: "reply", request: "r3", items: [{ status: "ok" }] },
  ]);
});

test("a device without a spec is a problem once, and a device as soon as the spec is there", () => {
  const found = new Map<string, ReturnType<SpecLibrary["byModel"]>>();
  dialect = new HubDialect({
    clientDid: "77",
    specs: { byUrn: (urn) => found.get(urn), byModel: () => undefined },
    firstId: 1,
  });
  published = [];
  publish(dialect.connected());
  list({ "1": LIGHT });
  publish(dialect.connected());
  published.splice(0, published.length - 2);
  list({ "1": LIGHT });
  const problems = said.filter((output) => output.kind === "problem");
  expect(problems).toMatchObject([{ code: "unknown-spec", detail: `${LIGHT.model} (${LIGHT.urn})` }]);
  found.set(LIGHT.urn, specs.byModel(LIGHT.model));
  take(dialect.tick(clock.now()));
  expect(device("hub:1").model).toBe(LIGHT.model);
});

test("malformed messages of the hub are problems, never exceptions", () => {
  list({ "1": LIGHT });
  const codes = (topic: string, payload: Uint8Array) =>
    dialect
      .receive({ topic, payload, retained: false, at: clock.now() })
      .flatMap((output) => (output.kind === "problem" ? [output.code] : []));
  expect(codes("77/appMsg/notify/iot/1/property/2.1", Buffer.from("{}"))).toEqual(["malformed-envelope"]);
  expect(codes("77/reply", encodeEnvelope({ id: 1, payload: "{" }))).toEqual(["malformed-json"]);
  expect(codes("77/other", encodeEnvelope({ payload: "{}" }))).toEqual(["unknown-topic"]);
  expect(codes("77/appMsg/notify/iot/1/property/9.9", encodeEnvelope({ payload: '{"value":1}' }))).toEqual([
    "unknown-property",
  ]);
  expect(codes("77/appMsg/notify/iot/5/property/2.1", encodeEnvelope({ payload: '{"value":1}' }))).toEqual([
    "unknown-device",
  ]);
});
