import { describe, expect, it } from "vitest";
import { calls, words } from "../../support/model-server.ts";
import { openTalk } from "../../support/open-talk.ts";
import { strictModelServer } from "../../support/strict-model-server.ts";

const server = strictModelServer();

const inHouse = () => openTalk(server, "house", { room: "living", toModel: true });
const on = (device: string) => ({
  tool: "set_properties",
  args: { writes: [{ device, property: "light.on", value: true }] },
});
const timer = (name: string, duration: string) => ({ tool: "set_timer", args: { name, duration } });
const rule = (name: string, device: string, value: boolean) => ({
  tool: "save_automation",
  args: {
    name,
    triggers: [{ type: "time", at: "22:00" }],
    actions: [{ type: "set", target: device, set: { "light.on": value } }],
  },
});

/** A write is followed by a text of the model; saved plans and timers have sentences of their own. */
function playedFor(failing: { readonly tool: string; readonly args: object }, working: typeof failing): void {
  const last = working.tool === "set_properties" ? [words("Done.")] : [];
  server.play(calls([failing]), calls([working]), ...last);
}

describe("a failed write is told", () => {
  it.each([
    [
      "a lamp of another room",
      "light the pantry",
      on("pantry room ceiling light"),
      on("living-ceiling-light"),
      /pantry/,
    ],
    ["a lamp of a room of a kind", "light it", on("dining room ceiling light"), on("living-ceiling-light"), /dining/],
    ["a lamp of another room, in Chinese", "开灯", on("餐厅吸顶灯"), on("living-ceiling-light"), /餐厅/],
    ["a lamp of another number", "light it", on("living ceiling light 2"), on("living-ceiling-light"), /light 2/],
    ["another timer", "tea and pasta", timer("Pasta", "a while"), timer("Tea", "5m"), /Not tried|usable/],
    ["another timer, in Chinese", "泡茶和煮面", timer("煮面", "一会儿"), timer("泡茶", "5m"), /未执行/],
    [
      "a rule for the opposite",
      "lamp on and off",
      rule("Floor lamp on", "no-lamp-here", true),
      rule("Floor lamp off", "living-floor-lamp", false),
      /Floor lamp on|no-lamp-here|no lamp here/,
    ],
    [
      "a rule for the opposite, in Chinese",
      "落地灯到点开和关",
      rule("晚上十点把客厅落地灯打开", "no-lamp-here", true),
      rule("晚上十点把客厅落地灯关闭", "living-floor-lamp", false),
      /落地灯打开|no-lamp-here|no lamp here/,
    ],
  ])("%s", async (_, text, failing, working, told) => {
    const talk = await inHouse();
    playedFor(failing, working);
    expect((await talk.say(text)).reply).toMatch(told);
  });

  it.each([
    [
      "a letter wrong",
      "light it",
      on("livng ceiling light"),
      on("living-ceiling-light"),
      /Pantry|livng|nothing called/,
    ],
    ["words left out", "light it", on("ceiling living"), on("living-ceiling-light"), /nothing called/],
    ["the same timer", "tea", timer("Tea", "a while"), timer("tea", "5m"), /Not tried/],
    ["the same timer, in Chinese", "泡茶", timer("泡茶", "一会儿"), timer("泡茶", "5m"), /未执行/],
    [
      "the same rule",
      "lamp",
      rule("Floor lamp off", "no-lamp-here", false),
      rule("Floor lamps off", "living-floor-lamp", false),
      /could not be saved|no-lamp-here|no lamp here/,
    ],
  ])("but not after a successful retry: %s", async (_, text, failing, working, told) => {
    const talk = await inHouse();
    playedFor(failing, working);
    expect((await talk.say(text)).reply).not.toMatch(told);
  });
});
