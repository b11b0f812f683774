import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { calls, ModelServer, words } from "../../../support/model-server.ts";
import { openTalk } from "../../../support/open-talk.ts";

const server = new ModelServer();
beforeAll(() => server.start());
afterAll(() => server.stop());

/** The block of now of the last request. */
function shown(): string {
  const message = server.requests.at(-1)?.body.messages.findLast(({ role }) => role === "user");
  return String(message?.content ?? "");
}

describe("plans in the block of now", () => {
  it("are timers by their time, automations by id, and the last mentioned plan in full", async () => {
    const talk = await openTalk(server, "flat", { room: "living" });
    await talk.say("set a timer for 12 minutes called eggs");
    await talk.say("turn on the floor lamp every day at 22:00");
    server.play(words("It comes on at 22:00, and the eggs are done in 12 minutes."));
    const { reply } = await talk.say("so when is all that going to come to pass, my friend?");
    expect(shown()).toMatch(/^timers: \S+: .*eggs/m);
    expect(shown()).toMatch(/^rules: \S+ "turn on the floor lamp every day at 22:00"$/m);
    expect(shown()).toMatch(/^just spoken of: \S+: ".*22:00.*"$/m);
    expect(reply).toBe("It comes on at 22:00, and the eggs are done in 12 minutes.");
  });

  it("说中文时也一样", async () => {
    const talk = await openTalk(server, "flat", { room: "living" });
    await talk.say("定个12分钟的计时器，煮鸡蛋");
    await talk.say("每天晚上十点打开落地灯");
    server.play(words("十点开灯。"));
    await talk.say("你说我刚才弄的这些是不是有点多余了呀");
    expect(shown()).toMatch(/^计时器、闹钟、提醒：\S+: .*鸡蛋/m);
    expect(shown()).toMatch(/^自动任务：\S+/m);
    expect(shown()).toMatch(/^刚说到的：\S+/m);
  });

  it("are complete for timers, and counted beyond the bound for automations", async () => {
    const talk = await openTalk(server, "flat", { room: "living" });
    const owner = { origin: { kind: "person" }, approved: true } as const;
    for (let at = 0; at < 205; at += 1) {
      const action = { type: "set" as const, target: "living-floor-lamp", set: { "light.on": true } };
      const rule = { id: `rule-${at}`, name: `Rule ${at}`, triggers: [{ type: "time" as const, at: "20:00" }] };
      await talk.planner.automations.save({ ...rule, actions: [action] }, owner);
    }
    await talk.planner.timers.start({ name: "eggs", durationMs: 600_000, origin: owner.origin });
    server.play(words("Which?"));
    await talk.say("hmm, whatever was that one about again my dear?");
    expect(shown()).toMatch(/^timers: \S+: .*eggs/m);
    const [, told = "", more] = /^rules: (.*?); … and (\d+) more$/m.exec(shown()) ?? [];
    expect(told.split("; ").length + Number(more)).toBe(205);
  });

  it("have no lines when nothing is planned", async () => {
    const talk = await openTalk(server, "flat", { room: "living", toModel: true });
    server.play(words("Hello."));
    await talk.say("hello there");
    expect(shown()).not.toMatch(/^(timers|rules|scenes|just spoken of):/m);
  });

  it("let a model change a timer by its id without a read", async () => {
    const talk = await openTalk(server, "flat", { room: "living" });
    await talk.say("set a timer for 12 minutes called eggs");
    server.play(words("Which?"));
    await talk.say("hmm, whatever was that one about again my dear?");
    const id = /^timers: (\S+):/m.exec(shown())?.[1];
    server.play(calls([{ tool: "change_plan", args: { id, add: "5m" } }]));
    const { reply } = await talk.say("give those another five or so, would you please, they look runny");
    expect(reply).toContain("17");
  });
});
