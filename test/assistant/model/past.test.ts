import { afterAll, describe, expect, it } from "vitest";
import { HiddenFilter } from "../../../src/assistant/hidden/hidden-filter.ts";
import type { HiddenSettings } from "../../../src/assistant/hidden/visible-home.ts";
import { Assistant, Conversations } from "../../../src/assistant/index.ts";
import { LocalAssistant } from "../../../src/assistant/local/index.ts";
import { ModelClient, ModelEngine } from "../../../src/assistant/model/index.ts";
import { createTools } from "../../../src/assistant/tools/index.ts";
import { prompts } from "../../support/assistant.ts";
import { LivedHome, reportInitialValues } from "../../support/lived-home.ts";
import { calls, words } from "../../support/model-server.ts";
import { strictModelServer } from "../../support/strict-model-server.ts";

const server = strictModelServer();

const lived = await LivedHome.start("03-03 00:00");
reportInitialValues(lived);
await lived.happen(
  ["03-03 18:10", "ac", { "air-conditioner.on": true, "air-conditioner.electric-power": 1000 }],
  ["03-03 22:30", "ac", { "air-conditioner.on": false, "air-conditioner.electric-power": 0 }],
  ["03-04 05:10", "climate", { "temperature-humidity-sensor.temperature": 14.8 }],
  ["03-04 09:15", "door", { "magnet-sensor.contact-state": false }],
  ["03-04 09:16", "door", { "magnet-sensor.contact-state": true }],
);
await lived.until("03-04 16:00");
afterAll(() => lived[Symbol.asyncDispose]());
const { home, history, clock } = lived.bench;

/** Runs a turn in which every sentence that is not plain goes to a scripted model. */
async function reply(text: string, settings?: HiddenSettings): Promise<string> {
  const local = new LocalAssistant({ home, clock, history });
  local.start();
  const hidden = new HiddenFilter(home, settings);
  const tools = createTools(home, prompts, { hidden, history });
  const client = new ModelClient({ apiKey: "sk-test", baseUrl: server.url, openRouter: true });
  const patience = { backoff: 5, longestWait: 1_500 };
  const model = new ModelEngine({
    home,
    hidden,
    clock,
    client,
    tools,
    prompts,
    patience,
    index: local.index,
  });
  const conversations = new Conversations({ clock });
  const assistant = new Assistant({ home, clock, conversations, local, model });
  const turn = await assistant.ask({ text, conversation: "past", room: "living" });
  local.stop();
  return turn.reply;
}

const asked = (args: object) => calls([{ tool: "get_history", args }]);
/** The tool results in the model's prompt. */
const results = (): string =>
  JSON.stringify(server.requests.at(-1)?.body.messages.filter(({ role }) => role === "tool") ?? []);

const NOSY = "Would it have been worth leaving the AC on for longer yesterday, what with how chilly it became?";
const NOSY_ZH = "昨天空调要是多开一会儿是不是就不至于这么冷了？";

describe("an answer of a model about the past", () => {
  it("is told in the model's words, where the history shows it", async () => {
    server.play(
      asked({ devices: ["living-room-ac"], from: "yesterday" }),
      words("The AC was on for 4 hours 20 minutes yesterday, from 18:10 to 22:30."),
    );
    expect(await reply(NOSY)).toBe("The AC was on for 4 hours 20 minutes yesterday, from 18:10 to 22:30.");
    expect(results()).toContain("4 h 20 min");
  });

  it("is replaced where the history does not show it", async () => {
    server.play(
      asked({ devices: ["living-room-ac"], from: "yesterday" }),
      words("The AC was on for 6 hours yesterday, from 16:30 to 22:30."),
    );
    const told = await reply(NOSY);
    expect(told).not.toContain("6 hours");
    expect(told).toContain("4 hours 20 minutes");
  });

  it("is checked in Chinese as well", async () => {
    server.play(
      asked({ devices: ["living-room-ac"], from: "昨天" }),
      words("空调昨天开了4小时20分钟，晚上6点10分到10点半。"),
    );
    expect(await reply(NOSY_ZH)).toBe("空调昨天开了4小时20分钟，晚上6点10分到10点半。");
    server.play(asked({ devices: ["living-room-ac"], from: "昨天" }), words("空调昨天开了6小时。"));
    expect(await reply(NOSY_ZH)).toContain("4小时20分钟");
  });

  it("has nothing hidden", async () => {
    server.play(asked({ devices: ["hall-front-door"], from: "today" }), words("I can't look that up."));
    const told = await reply("Did the AC have a hard time because the door was open so long, do you reckon?", {
      devices: ["Front door"],
      kinds: [],
      rooms: [],
    });
    expect(results()).not.toContain("09:15");
    expect(told).not.toMatch(/9:15/);
  });
});

describe("a clear question about the past needs no model", () => {
  it.each([
    ["how long was the AC on yesterday", "It was on for 4 hours 20 minutes."],
    ["when was the front door last opened", "It was last opened at 9:15 this morning."],
    ["昨晚卧室最低多少度", "昨晚最低14.8度，早上5点10分。"],
    ["空调昨天开了多久", "开了4小时20分钟。"],
  ])("%s", async (text, told) => {
    server.play();
    expect(await reply(text)).toBe(told);
    expect(server.requests).toHaveLength(0);
  });
});
