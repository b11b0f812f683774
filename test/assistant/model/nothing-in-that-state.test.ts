import { describe, expect, it, onTestFinished } from "vitest";
import { calls, words } from "../../support/model-server.ts";
import { openTalk } from "../../support/open-talk.ts";
import { strictModelServer } from "../../support/strict-model-server.ts";
import { toolHome } from "../../support/tool-runs.ts";

const server = strictModelServer();

const inFlat = () => openTalk(server, "flat", { room: "living", toModel: true });

describe("the answer that nothing has the state in question", () => {
  it.each([
    ["is any battery low?", { only: "low" }, "No battery is low.", "No battery is low."],
    ["is anything wet?", { only: "wet" }, "All dry, I am sure of it.", "No water is noticed."],
    ["is anything unlocked?", { only: "unlocked" }, "Nothing is unlocked.", "Nothing is unlocked."],
    [
      "is anything offline in the kitchen?",
      { only: "offline", room: "kitchen" },
      "No.",
      "Nothing is offline in the kitchen.",
    ],
    ["有电池没电了吗", { only: "low" }, "没有电量低的设备。", "没有电量低的设备。"],
    ["哪里漏水了吗", { only: "wet" }, "到处都干干的，放心。", "没有检测到漏水。"],
    ["有什么没锁吗", { only: "unlocked" }, "没有未上锁的。", "没有未上锁的。"],
    [
      "did anything change in the kitchen in the last hour?",
      { room: "kitchen", since: "1h" },
      "Nothing has changed.",
      /Nothing .*changed/,
    ],
    ["厨房这一小时有变化吗", { room: "kitchen", since: "1h" }, "没有变化。", /没有变化/],
  ])("is given by the home: %s", async (text, args, said, told) => {
    const talk = await inFlat();
    server.play(calls([{ tool: "get_state", args }]), words(said));
    const { reply } = await talk.say(text);
    if (typeof told === "string") expect(reply).toBe(told);
    else expect(reply).toMatch(told);
  });

  it.each(["en", "zh"] as const)("is not given without devices that can have the state: %s", async (language) => {
    const { run, home, stop } = await toolHome();
    onTestFinished(stop);
    const room = home.device("living-lamp")?.room?.id;
    const { read } = await run("get_state", { only: "unlocked", room }, language);
    expect(read?.tell?.()).toBeUndefined();
    expect((await run("get_state", { only: "offline", room }, language)).read?.tell?.()).toMatch(/offline|离线/);
  });

  it.each(["en", "zh"] as const)("is not given while the state of one is unknown: %s", async (language) => {
    const { run, devices, home, stop } = await toolHome();
    onTestFinished(stop);
    const asked = async () => (await run("get_state", { only: "unlocked" }, language)).read?.tell?.();
    expect(await asked()).toMatch(/unlocked|未上锁/);
    devices.get("hall-lock")?.setOnline(false);
    const write = [{ device: "hall-lock", property: "lock.locked", value: true }];
    await run("set_properties", { writes: write }, language);
    expect(home.device("hall-lock")?.online).toBe(false);
    expect(await asked()).toBeUndefined();
  });
});
