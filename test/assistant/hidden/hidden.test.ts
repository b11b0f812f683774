import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { HiddenNames } from "../../../src/assistant/hidden/hidden-names.ts";
import type { HiddenSettings } from "../../../src/assistant/hidden/visible-home.ts";
import { calls, ModelServer, type ScriptedCall, words } from "../../support/model-server.ts";
import { openTalk } from "../../support/open-talk.ts";

const server = new ModelServer();
beforeAll(() => server.start());
afterAll(() => server.stop());
afterEach(() => expect(server.problems).toEqual([]));
const owner = { origin: { kind: "person" }, approved: true } as const;
const LOCK: HiddenSettings = { devices: ["hallway-lock"], kinds: [], rooms: [] };
/** All names of the lock, in all languages. */
const ITS_NAMES = /hallway-lock|front door|door lock|门锁|大门|入户门|智能锁/i;

/** A conversation whose model makes given calls, and everything that the model's server received. */
async function hiding(hidden: HiddenSettings) {
  const talk = await openTalk(server, "flat", { room: "living", hidden });
  const { scenes, automations, timers } = talk.planner;
  const unlock = { target: "hallway-lock", set: { "lock.locked": false } };
  const lock = { target: "hallway-lock", set: { "lock.locked": true } };
  await scenes.save({ id: "arriving", name: "Arriving", steps: [unlock] }, owner);
  await scenes.save(
    { id: "cosy", name: "Cosy", steps: [{ target: "living-floor-lamp", set: { "light.on": true } }] },
    owner,
  );
  const at = (time: string) => [{ type: "time" as const, at: time }];
  await automations.save(
    { id: "evening", name: "Evening", triggers: at("22:00"), actions: [{ type: "set", ...lock }] },
    owner,
  );
  await automations.save(
    { id: "arrival", name: "Arrival", triggers: at("18:00"), actions: [{ type: "scene", scene: "arriving" }] },
    owner,
  );
  await automations.save(
    {
      id: "bye",
      name: "Bye",
      triggers: at("08:00"),
      actions: [{ type: "set", target: { kind: "lock" }, set: lock.set }],
    },
    owner,
  );
  await automations.save(
    { id: "up", name: "Up", triggers: at("07:00"), actions: [{ type: "notify", message: "good morning" }] },
    owner,
  );
  const commands = [
    { kind: "set" as const, device: "miot:hallway-lock", properties: [{ address: "lock.locked", value: true }] },
  ];
  await timers.start({ durationMs: 3_600_000, commands, origin: owner.origin });
  let sent = "";
  const note = () => {
    sent += JSON.stringify(server.requests.map(({ body, headers }) => [body, headers]));
  };
  return {
    talk,
    /** Sends a sentence; the model makes each call in its own round, and then says "Hm." */
    async say(text: string, ...made: readonly ScriptedCall[]) {
      server.play(...made.map((call) => calls([call])), words("Hm."), words("Hm."));
      const result = await talk.say(text);
      note();
      return result;
    },
    /** The text of the last tool result that the model was given. */
    answered: () =>
      String(server.requests.at(-1)?.body.messages.findLast(({ role }) => role === "tool")?.content ?? ""),
    sent: () => sent,
  };
}

const write = { device: "hallway-lock", property: "lock.locked", value: false };
const REFUSED: readonly ScriptedCall[] = [
  { tool: "get_state", args: { devices: ["hallway-lock"] } },
  { tool: "set_properties", args: { writes: [write] } },
  { tool: "set_timer", args: { duration: "5m", writes: [write] } },
  { tool: "explain", args: { device: "hallway-lock" } },
  { tool: "save_scene", args: { name: "X", steps: [{ target: "hallway-lock", set: { "lock.locked": false } }] } },
  { tool: "save_scene", args: { name: "X", snapshot: { kind: "lock" } } },
  {
    tool: "save_automation",
    args: {
      name: "X",
      triggers: [{ type: "property", target: { kind: "lock" }, property: "lock.locked" }],
      actions: [{ type: "notify", message: "x" }],
    },
  },
  {
    tool: "save_automation",
    args: { name: "X", triggers: [{ type: "startup" }], actions: [{ type: "scene", scene: "arriving" }] },
  },
  {
    tool: "save_automation",
    args: { id: "evening", name: "X", replace: true, triggers: [{ type: "startup" }], actions: [{ type: "stop" }] },
  },
  { tool: "activate_scene", args: { scene: "arriving" } },
  { tool: "activate_scene", args: { scene: "Arriving" } },
  { tool: "delete_plan", args: { kind: "automation", id: "arrival" } },
  { tool: "delete_plan", args: { kind: "automation", id: "bye" } },
];

describe("a hidden device", () => {
  it("is in no request to the model's server, whatever the person says and the model calls", async () => {
    const { talk, say, sent, answered } = await hiding(LOCK);
    // Local sentences about it work, and stay out of the model's history.
    for (const text of ["is the front door locked?", "大门锁了吗", "lock the front door", "what is planned for today?"])
      await say(text);
    expect(talk.done.map(({ device }) => device)).toEqual(["miot:hallway-lock"]);
    await say("tell me something nice about this home", { tool: "find_devices", args: {} });
    await say("tell me more", { tool: "find_devices", args: { text: "entrance", room: "hallway" } });
    await say("and more", { tool: "get_state", args: { room: "hallway" } });
    expect(answered()).toContain("hallway-");
    await say("what else do you know", { tool: "list_plans", args: {} });
    expect(answered()).toContain('"id":"up"');
    expect(answered()).toContain('"id":"cosy"');
    // Misspelt names of hidden things are not corrected.
    await say("hm hm", { tool: "get_state", args: { devices: ["hallway-loc"] } });
    await say("hm hm hm", {
      tool: "save_automation",
      args: {
        name: "Y",
        triggers: [{ type: "startup" }],
        actions: [{ type: "set", target: "hallway-loc", set: { "lock.locked": true } }],
      },
    });
    expect(sent()).not.toMatch(ITS_NAMES);
    expect(sent()).not.toMatch(/arriving|arrival|"evening"|"bye"/i);
  });

  it.each(REFUSED.map((call) => [call.tool, JSON.stringify(call.args), call] as const))(
    "is unknown to the tools: %s %s",
    async (_tool, _args, call) => {
      const { talk, say, answered } = await hiding(LOCK);
      const before = [talk.plans(), await talk.planner.files.export("json")];
      await say("surprise me with something nice", call);
      expect(answered()).toMatch(/no (device|scene|automation) /i);
      expect(talk.done).toEqual([]);
      expect([talk.plans(), await talk.planner.files.export("json")]).toEqual(before);
    },
  );

  it("keeps a sentence that names it from the model, and the person is told", async () => {
    const { say, sent } = await hiding(LOCK);
    for (const [text, reply] of [
      ["compose a limerick about the Front Doors of this world", "front door is kept from the model"],
      ["写一首关于入户门的诗", "入户门不会告诉大模型"],
    ] as const) {
      const result = await say(text);
      expect(result).toMatchObject({ failed: true, reply: expect.stringContaining(reply) });
    }
    expect(sent()).toBe("[][]");
  });

  it("may be a member of a group that the model commands: only the person hears its outcome", async () => {
    const { talk, say, sent } = await hiding({ devices: ["living-floor-lamp"], kinds: [], rooms: [] });
    const steps = [{ target: { room: "living", kind: "light" }, set: { "light.on": true } }];
    await talk.planner.scenes.save({ id: "bright", name: "Bright", steps }, owner);
    await say("I would like it bright as day, somehow", { tool: "activate_scene", args: { scene: "bright" } });
    expect(talk.done.map(({ device }) => device)).toContain("miot:living-floor-lamp");
    expect(sent()).toContain("living-ceiling-light");
    expect(sent()).not.toMatch(/living-floor-lamp|落地灯|floor lamp/i);
  });
});

describe("a group with a hidden member", () => {
  it("is shown without that member, and its other members can be commanded beside it", async () => {
    const { talk, say, sent } = await hiding({ devices: ["living-floor-lamp"], kinds: [], rooms: [] });
    const spec = talk.home.device("living-ceiling-light")?.spec ?? expect.fail("no light");
    const members = ["miot:living-floor-lamp", "miot:living-ceiling-light", "miot:bedroom-ceiling-light"];
    const group = { id: "zigbee:group-1", name: "Gala", aliases: [], room: "living", model: "group", spec };
    talk.home.apply([{ kind: "device", device: { ...group, dialect: "miot", reports: true, members } }]);
    await say("tell me something nice about this home", { tool: "find_devices", args: { text: "Gala" } });
    expect(sent()).toContain("= living-ceiling-light + bedroom-ceiling-light");
    const on = (device: string, value: boolean) => ({ device, property: "light.on", value });
    const writes = [on("group-1", true), on("living-ceiling-light", false)];
    await say("Gala and ceiling lights like in an opera please, you know how", {
      tool: "set_properties",
      args: { writes },
    });
    expect(talk.done.map(({ device }) => device).sort()).toEqual([
      "miot:bedroom-ceiling-light",
      "miot:living-ceiling-light",
    ]);
    expect(sent()).not.toMatch(/living-floor-lamp|落地灯|floor lamp/i);
  });
});

describe("hidden kinds and rooms", () => {
  it("a hidden room is left out with all its devices, except names that visible things share", async () => {
    const { say, sent, answered } = await hiding({ devices: [], kinds: [], rooms: ["bedroom"] });
    await say("tell me something nice about this home", { tool: "find_devices", args: { room: "bedroom" } });
    expect(answered()).toContain('no device \\"bedroom\\"');
    await say("dim the ceiling light to something for reading poems by");
    expect(sent()).not.toMatch(/主卧|bedroom-|"bedroom"(?!\\" is)|bedside|床头灯|加湿器/);
    expect(sent()).toContain("吸顶灯");
    expect((await say("make my bedroom feel like a beach")).reply).toContain("bedroom is kept from the model");
  });

  it("a hidden kind is left out", async () => {
    const { say, sent } = await hiding({ devices: [], kinds: ["lock"], rooms: [] });
    await say("tell me something nice about this home", { tool: "find_devices", args: {} });
    expect(sent()).toContain("living-floor-lamp");
    expect(sent()).not.toMatch(ITS_NAMES);
  });
});

describe("hidden names in texts", () => {
  const names = new HiddenNames(
    ["front door", "灯", "Café Lamp"],
    ["front door sensor", "台灯"],
    ["miot:a-1", "hall-2"],
  );

  it.each([
    ["Is the Front Door open?", ["front door"]],
    ["all front doors", ["front door"]],
    ["ＦＲＯＮＴ ＤＯＯＲ", ["front door"]],
    ["the cafe lamp", ["Café Lamp"]],
    ["关燈", ["灯"]],
    ['{"target":"hall-2"}', ["hall-2"]],
    ["MIOT:A-1", ["MIOT:A-1"]],
  ])("are found in every spelling: %s", (text, found) => {
    expect(names.find(text)).toEqual(found);
  });

  it.each(["the front door sensor", "打开台灯", "hall-22", "the door in front", "xmiot:a-1"])(
    "are not found in a text about something else: %s",
    (text) => {
      expect(names.find(text)).toEqual([]);
    },
  );
});
