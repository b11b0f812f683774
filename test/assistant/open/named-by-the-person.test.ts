import { describe, expect, it } from "vitest";
import type { SceneDraft } from "../../../src/automation/index.ts";
import { calls, words } from "../../support/model-server.ts";
import { openTalk } from "../../support/open-talk.ts";
import { strictModelServer } from "../../support/strict-model-server.ts";

const server = strictModelServer();
const LOCK = "miot:hallway-lock";
const owner = { origin: { kind: "person" }, approved: true } as const;
const MOVIE: SceneDraft = {
  id: "movie-night",
  name: "Movie night",
  aliases: ["电影之夜"],
  steps: [{ target: "living-floor-lamp", set: { "light.on": true } }],
};
const HOME: SceneDraft = {
  id: "coming-home",
  name: "Coming home",
  aliases: ["到家模式"],
  steps: [{ target: "hallway-lock", set: { "lock.locked": false } }],
};

async function talkWithScenes() {
  const talk = await openTalk(server, "flat", { room: "living" });
  await talk.planner.scenes.save(MOVIE, owner);
  await talk.planner.scenes.save(HOME, owner);
  return talk;
}
const activate = (scene: string) => calls([{ tool: "activate_scene", args: { scene, say: "There you are." } }]);
const devices = ({ done }: Awaited<ReturnType<typeof talkWithScenes>>) => done.map(({ device }) => device);

describe("a scene that a model activates", () => {
  it.each([
    [
      "movie-night",
      "it would be so lovely to have some movie night atmosphere while grandma visits",
      "miot:living-floor-lamp",
    ],
    ["movie-night", "奶奶来了，我们想来点电影之夜的那种感觉", "miot:living-floor-lamp"],
    ["coming-home", "I am nearly there, let us have that coming home thing the way grandma likes it", LOCK],
  ])("runs at once where the person named it: %s, %s", async (scene, text, device) => {
    const talk = await talkWithScenes();
    server.play(activate(scene));
    expect((await talk.say(text)).reply).toBe("There you are.");
    expect(devices(talk)).toEqual([device]);
  });

  it.each([
    [
      "movie-night",
      "it is so cosy when grandma visits",
      'Activate the scene "Movie night" now: turn on the living room floor lamp?',
    ],
    [
      "coming-home",
      "it is so cosy when grandma visits",
      'It unlocks a door. Activate the scene "Coming home" now: unlock the hallway front door?',
    ],
    ["coming-home", "奶奶来的时候真温馨", "这会打开门锁。现在要启动场景“到家模式”吗：解锁玄关门锁？"],
    // Who asks about it has not asked for it.
    [
      "movie-night",
      "what would movie night do to grandma",
      'Activate the scene "Movie night" now: turn on the living room floor lamp?',
    ],
    ["movie-night", "电影之夜会让奶奶怎么样", "现在要启动场景“电影之夜”吗：打开客厅落地灯？"],
    [
      "coming-home",
      "what was that coming home thing grandma talked about?",
      'It unlocks a door. Activate the scene "Coming home" now: unlock the hallway front door?',
    ],
  ])("is asked about with its effects where the person did not name it: %s, %s", async (scene, text, question) => {
    const talk = await talkWithScenes();
    server.play(activate(scene));
    expect(await talk.say(text)).toMatchObject({ reply: question, expectsReply: true });
    expect(talk.done).toEqual([]);
    await talk.say("yes");
    expect(talk.done).toHaveLength(1);
  });

  it.each(["do not activate movie night, grandma says", "奶奶说别启动电影之夜"])(
    "is asked about where the person forbade it: %s",
    async (text) => {
      const talk = await openTalk(server, "flat", { room: "living", toModel: true });
      await talk.planner.scenes.save(MOVIE, owner);
      server.play(activate("movie-night"));
      expect(await talk.say(text)).toMatchObject({ expectsReply: true });
      expect(talk.done).toEqual([]);
    },
  );

  it("without an approval is asked about although it is named, before any of it runs", async () => {
    const talk = await talkWithScenes();
    const steps = [...MOVIE.steps, ...HOME.steps];
    await talk.planner.scenes.save({ ...HOME, steps }, { origin: { kind: "person" }, replace: true });
    server.play(activate("coming-home"));
    await talk.say("I am nearly there, let us have that coming home thing the way grandma likes it");
    expect(talk.done).toEqual([]);
  });
});

describe("a lasting change by a model is asked about, whatever the person named", () => {
  it.each(["automation", "scene"] as const)("deleting: %s", async (kind) => {
    const talk = await talkWithScenes();
    const rule = {
      triggers: [{ type: "time" as const, at: "07:00" }],
      actions: [{ type: "notify" as const, message: "up" }],
    };
    await talk.planner.automations.save({ id: "movie-night", name: "Movie night", ...rule }, owner);
    server.play(calls([{ tool: "delete_plan", args: { kind, id: "movie-night" } }]));
    const { reply } = await talk.say("grandma would rather we forgot about movie night altogether");
    expect(reply).toMatch(new RegExp(`^The ${kind} "Movie night" does this: .*Delete it\\?$`));
    expect(talk.plans()).toBe(3);
    await talk.say("yes");
    expect(talk.plans()).toBe(2);
  });

  it("switching off, by saving it anew", async () => {
    const talk = await talkWithScenes();
    const rule = {
      id: "leak",
      name: "Leak",
      triggers: [{ type: "time" as const, at: "07:00" }],
      actions: [{ type: "notify" as const, message: "up" }],
    };
    await talk.planner.automations.save(rule, owner);
    server.play(calls([{ tool: "save_automation", args: { ...rule, enabled: false, replace: true } }]));
    expect((await talk.say("grandma finds the leak thing tiresome")).reply).toBe(
      'Replace "Leak" with this, switched off for now: every day at 07:00, send the notice "up", until you delete it?',
    );
    expect(talk.planner.automations.get("leak")?.definition.enabled).toBeUndefined();
  });

  it("a request to an address, with the address; a yes sends it, and an internal address is refused", async () => {
    const talk = await talkWithScenes();
    const rule = (webhook: string) => ({
      name: "Watch",
      triggers: [{ type: "property", target: "hallway-lock", property: "lock.locked" }],
      actions: [{ type: "notify", message: "the door", webhook }],
    });
    server.play(calls([{ tool: "save_automation", args: rule("https://hooks.example.org/k") }]));
    expect((await talk.say("grandma wants to know about the comings and goings")).reply).toMatch(
      /^Save this rule: whenever .* changes, send the notice "the door", and post it with .* to hooks\.example\.org, until you delete it\?$/,
    );
    await talk.say("yes");
    expect(talk.planner.automations.get("watch")?.approved).toBe(true);
    server.play(
      calls([{ tool: "save_automation", args: rule("http://0x7f.1/k") }]),
      words("That address cannot be used."),
    );
    await talk.say("grandma wants to know about the comings and goings at the other place");
    expect(talk.planner.automations.list()).toHaveLength(1);
  });
});

describe("an address that the person did not say", () => {
  const address = "https://x.example.org/?d=door-locked";
  const notice = (actions: object) => ({
    name: "Watch",
    triggers: [{ type: "time", at: "07:00" }],
    actions: [actions],
  });

  it.each([
    ["in a notice", "save_automation", notice({ type: "notify", message: `look: ${address}` })],
    ["in the query of a webhook", "save_automation", notice({ type: "notify", message: "x", webhook: address })],
    [
      "in the name of an automation",
      "save_automation",
      { ...notice({ type: "notify", message: "x" }), name: `![](${address})` },
    ],
    ["in the name of a timer", "set_timer", { duration: "5m", name: `![](${address})` }],
    [
      "in the name of a scene",
      "save_scene",
      { name: `<${address}>`, steps: [{ target: "living-floor-lamp", set: { "light.on": true } }] },
    ],
  ])("is not saved, shown or asked about: %s", async (_, tool, args) => {
    const talk = await talkWithScenes();
    const before = [talk.planner.automations.list().length, talk.planner.scenes.list().length];
    server.play(calls([{ tool, args }]), words("All right."));
    const { reply } = await talk.say("grandma would like something nice");
    expect(reply).not.toContain("example");
    expect([await talk.open(), talk.planner.timers.list()]).toEqual([[], []]);
    expect([talk.planner.automations.list().length, talk.planner.scenes.list().length]).toEqual(before);
  });

  it("is saved after a yes where the person said it", async () => {
    const talk = await talkWithScenes();
    const message = `look: ${address}`;
    server.play(calls([{ tool: "save_automation", args: notice({ type: "notify", message }) }]));
    const { reply } = await talk.say(`grandma wants to read about ${address} each morning`);
    expect(reply).toContain(message);
    await talk.say("yes");
    expect(talk.planner.automations.get("watch")?.definition.actions).toEqual([{ type: "notify", message }]);
  });
});

describe("a timer that a model cancels", () => {
  it.each([
    ["grandma would like us to forget about the pasta", true],
    ["奶奶说那个 pasta 不要了", true],
    // A mere mention is none.
    ["grandma thinks the pasta has had enough", false],
    ["grandma says the pasta is too soft", false],
    ["奶奶觉得 pasta 太软了", false],
    ["grandma says, do not stop the pasta", false],
    ["grandma thinks we have had enough", false],
    // Who wants to hear of it, or wants something else with it, has not asked for its end.
    ["tell me all about pasta, grandma knows a lot", false],
    ["grandma wants a story about pasta", false],
    ["open the pasta for grandma somehow", false],
    ["跟我讲讲 pasta 是怎么来的", false],
  ])("is cancelled at once only where the person named it: %s", async (text, named) => {
    const talk = await talkWithScenes();
    await talk.planner.timers.start({ name: "pasta", durationMs: 600_000, origin: owner.origin });
    server.play(calls([{ tool: "delete_plan", args: { kind: "timer", id: "pasta" } }]));
    const { reply } = await talk.say(text);
    if (named) expect(reply).toMatch(/^(?:"pasta" is deleted\.|已删除“pasta”。)$/u);
    else expect(reply).toMatch(/^(?:The timer "pasta" has 10 minutes left\. Cancel it\?|.*“pasta”.*10.*[?？])$/u);
    expect(talk.planner.timers.list()).toHaveLength(named ? 0 : 1);
  });
});
