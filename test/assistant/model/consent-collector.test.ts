import { describe, expect, it } from "vitest";
import { calls, failing, words } from "../../support/model-server.ts";
import { type OpenTalk, openTalk } from "../../support/open-talk.ts";
import { strictModelServer } from "../../support/strict-model-server.ts";

const server = strictModelServer();

const write = (device: string, property: string, value: boolean | number | string) => ({ device, property, value });
const setting = (writes: readonly object[], say?: string) => ({
  tool: "set_properties",
  args: { writes, ...(say !== undefined && { say }) },
});
const UNLOCK = setting([write("hallway-lock", "lock.locked", false)]);
const WARM = { tool: "get_state", args: { devices: ["bedroom-climate"], properties: ["temperature"] } };
const LAMP = write("living-floor-lamp", "light.on", true);

const inFlat = (toModel = true): Promise<OpenTalk> =>
  openTalk(server, "flat", { room: "living", ...(toModel && { toModel: true as const }) });
const gone = () => Array.from({ length: 3 }, () => failing(500, "down"));

describe("the rest of a request with a command that waits for a yes", () => {
  it.each([
    [
      "unlock the front door and tell me how warm the bedroom is",
      /^It's 21\.6 °C in the bedroom\. Unlock the front door\?$/,
    ],
    ["把大门打开，再告诉我卧室几度", /^主卧现在21\.6度。确定要打开门锁吗？$/u],
  ])("includes what was read: %s", async (text, told) => {
    const talk = await inFlat();
    server.play(calls([UNLOCK, WARM]), words("It is 21.6 degrees."));
    expect(await talk.say(text)).toMatchObject({ reply: expect.stringMatching(told), expectsReply: true });
    await talk.say("yes");
    expect(talk.done.map(({ device }) => device)).toEqual(["miot:hallway-lock"]);
  });

  it.each([
    [
      "unlock the door and dim the lamp to 30",
      /^The floor lamp is at 30%\. The floor lamp is still off\. Unlock the front door\?$/,
    ],
    ["开门锁，落地灯调到30", /^.*落地灯.*30%.*落地灯还关着。.*门.*[?？]$/u],
  ])("lets the model correct a typing error: %s", async (text, told) => {
    const talk = await inFlat();
    server.play(
      calls([setting([write("living-floor-lamp", "brightnes", 30), write("hallway-lock", "lock.locked", false)])]),
      calls([setting([write("living-floor-lamp", "light.brightness", 30)])]),
    );
    expect((await talk.say(text)).reply).toMatch(told);
    expect(talk.done.map(({ device }) => device)).toEqual(["miot:living-floor-lamp"]);
  });

  it("asks one question although the model repeats the call", async () => {
    const talk = await inFlat();
    server.play(calls([UNLOCK, WARM]), calls([UNLOCK]));
    await talk.say("unlock the front door and tell me how warm the bedroom is");
    expect(await talk.open()).toMatchObject([{ kind: "commands", commands: [{ device: "miot:hallway-lock" }] }]);
    await talk.say("yes");
    expect(talk.done).toHaveLength(1);
  });

  it.each([
    ["unlock the front door, start a timer and then think of the rest", /The model cannot be used any further now/],
    ["开大门，先定个时，其余的你看着办", /大模型目前无法继续/],
  ])("is explained where it failed: %s", async (text, told) => {
    const talk = await inFlat();
    const timer = { tool: "set_timer", args: { duration: "10m", name: "tea", more: true } };
    server.play(calls([UNLOCK, timer]), ...gone());
    expect(await talk.say(text)).toMatchObject({ reply: expect.stringMatching(told), expectsReply: true });
  });
});

describe("a refusal of the home before the model failed", () => {
  it.each([
    ["turn on the jacuzzi", /timer.*10 minutes.*The model cannot be used any further now/],
    ["打开按摩浴缸", /定时器.*10分钟.*大模型目前无法继续/],
  ])("is told: %s", async (text, told) => {
    const talk = await inFlat(false);
    server.play(calls([{ tool: "set_timer", args: { duration: "10m", more: true } }]), ...gone());
    expect((await talk.say(text)).reply).toMatch(told);
    expect(talk.timers()).toHaveLength(1);
  });
});

describe("a withdrawn confirmation", () => {
  const isRefused = async ({ home }: OpenTalk, id: string) =>
    await home.confirm(id, { kind: "person" }).then(
      () => false,
      () => true,
    );

  /** A conversation, and the ids of all confirmations that the home creates in it. */
  async function inFlatWithIds() {
    const talk = await inFlat();
    const execute = talk.home.execute.bind(talk.home);
    const ids: string[] = [];
    talk.home.execute = async (...given) => {
      const result = await execute(...given);
      if (result.confirmation) ids.push(result.confirmation.id);
      return result;
    };
    return { talk, ids };
  }

  it.each(["no", ""])("cannot be confirmed by the id of one of its parts, after %j", async (text) => {
    const { talk, ids } = await inFlatWithIds();
    server.play(calls([UNLOCK, setting([write("car", "car.locked", false)])]));
    await talk.say("unlock the door and the car");
    await talk.say(text);
    expect(ids.length).toBeGreaterThan(0);
    for (const id of ids) expect(await isRefused(talk, id)).toBe(true);
    expect(talk.done).toEqual([]);
  });

  it("cannot be confirmed after a cancelled turn", async () => {
    const { talk, ids } = await inFlatWithIds();
    server.play(calls([UNLOCK, WARM]));
    const stop = new AbortController();
    const request = { text: "unlock the door and tell me how warm the bedroom is", conversation: "talk" };
    await talk.assistant.ask(request, stop.signal, ({ type }) => {
      if (type === "outcome") stop.abort();
    });
    expect(ids).toHaveLength(1);
    for (const id of ids) expect(await isRefused(talk, id)).toBe(true);
  });
});

describe("a failed part of a write", () => {
  it.each([
    ["light up the lamp, the garden light and the kitchen", "Done.", /floor lamp.*garden light/s],
    ["落地灯、花园灯和厨房灯都打开", "好了。", /落地灯.*garden light/s],
  ])("is told although another write works: %s", async (text, said, told) => {
    const talk = await inFlat();
    server.play(
      calls([setting([LAMP, write("garden-light", "light.on", true)])]),
      calls([setting([write("kitchen-light", "light.on", true)], said)]),
    );
    expect((await talk.say(text)).reply).toMatch(told);
  });

  it("is told although another property of the same device works", async () => {
    const talk = await inFlat();
    server.play(
      calls([setting([write("kitchen-light", "light.color", "#800080")])]),
      calls([setting([write("kitchen-light", "light.on", true)], "The kitchen light is on.")]),
    );
    expect((await talk.say("purple kitchen")).reply).toMatch(/kitchen light is on\. .*no color/);
  });

  it("is forgotten after a retry without the typing error", async () => {
    const talk = await inFlat();
    server.play(
      calls([setting([write("kitchn-light", "light.on", true)])]),
      calls([setting([write("kitchen-light", "light.on", true)], "The kitchen light is on.")]),
    );
    expect((await talk.say("light in the kitchen")).reply).toBe("The kitchen light is on.");
  });
});
