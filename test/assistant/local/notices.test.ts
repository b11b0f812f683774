import { afterEach, describe, expect, it } from "vitest";
import type { Conversation, LocalResult } from "../../../src/assistant/contract.ts";
import { newConversation } from "../../../src/assistant/conversations.ts";
import { LocalAssistant } from "../../../src/assistant/local/index.ts";
import type { Origin } from "../../../src/home/index.ts";
import { languageOf, message } from "../../../src/language/index.ts";
import { described } from "../../support/home.ts";
import { NoticeBench } from "../../support/notice-bench.ts";
import { library } from "../../support/simulated.ts";

const spec = library.byModel("jia.garage-door.generic");
if (!spec) throw new Error("there is no garage door");
const GARAGE = described("garage", { spec, model: "jia.garage-door.generic", name: "Garage door", room: null });

class Speaker {
  readonly bench = new NoticeBench({ devices: [GARAGE], people: { li: "zh", emma: "en" } });
  readonly conversation: Conversation = newConversation("talk", "en", undefined);
  #local: LocalAssistant | null = null;

  async start(): Promise<this> {
    const { home, time, notices, channels } = await this.bench.start();
    this.#local = new LocalAssistant({ home, clock: time, notices: { notices, channels } });
    this.#local.start();
    return this;
  }

  async say(text: string, by: Partial<Origin> = {}): Promise<LocalResult> {
    if (!this.#local) throw new Error("start first");
    return await this.#local.respond({
      text,
      conversation: this.conversation,
      language: languageOf(text),
      room: null,
      origin: { kind: "conversation", conversation: "talk", ...by } as Origin,
      signal: new AbortController().signal,
    });
  }

  async reply(text: string, by: Partial<Origin> = {}): Promise<string> {
    const result = await this.say(text, by);
    return result.handled ? result.reply : "(handed on)";
  }

  async close(): Promise<void> {
    this.#local?.stop();
    await this.bench.close();
  }
}

const speakers: Speaker[] = [];
afterEach(async () => {
  for (const speaker of speakers.splice(0)) await speaker.close();
});
async function speaker(): Promise<Speaker> {
  const made = new Speaker();
  speakers.push(made);
  return await made.start();
}

describe("unread notices are told", () => {
  it.each([
    [
      "any news?",
      "Nothing new.",
      "The dishes are done (today 12:00).",
      "OK, 1 notice marked as read.",
      "mark them as read",
    ],
    ["有什么通知？", "没有新通知。", "The dishes are done（今天 12:00）。", "好的，1 条通知已标为已读。", "标为已读"],
  ])("no more once they are read: %s", async (asked, nothing, told, read, mark) => {
    const talk = await speaker();
    expect(await talk.reply(asked)).toBe(nothing);
    await talk.bench.tell({ text: "The dishes are done" });
    expect(await talk.reply(asked)).toBe(told);
    expect(await talk.reply(mark)).toBe(read);
    expect(await talk.reply(asked)).toBe(nothing);
  });

  it.each([
    [
      "what did I miss?",
      "7 new notices: Fire (today 12:00); Door (today 12:00, 3 times); F (today 12:06); E (today 12:05); D (today 12:04); and 2 more.",
    ],
    [
      "我错过了什么",
      "有 7 条新通知：Fire（今天 12:00）；Door（今天 12:00，共 3 次）；F（今天 12:06）；E（今天 12:05）；D（今天 12:04）；还有 2 条。",
    ],
  ])("the gravest first, and those beyond five are counted: %s", async (asked, told) => {
    const talk = await speaker();
    for (let again = 0; again < 3; again++) await talk.bench.tell({ text: "Door", level: "warning" });
    await talk.bench.tell({ text: "Fire", level: "alarm" });
    for (const text of ["B", "C", "D", "E", "F"]) {
      await talk.bench.advance(text === "B" ? "2m" : "1m");
      await talk.bench.tell({ text });
    }
    expect(await talk.reply(asked)).toBe(told);
  });

  it.each([
    ["read the notices again", "2 notices: B (today 12:00); A (over by now) (today 12:00)."],
    ["再念一遍通知", "有 2 条通知：B（今天 12:00）；A（现已解除）（今天 12:00）。"],
  ])("again when all are asked for: %s", async (asked, told) => {
    const talk = await speaker();
    await talk.bench.tell({ text: "A", subject: "a", lasting: true });
    await talk.bench.tell({ text: "B", level: "warning" });
    await talk.bench.notices.end("a");
    await talk.say("mark them as read");
    expect(await talk.reply(asked)).toBe(told);
  });

  it.each([
    ["any news?", "Nothing new. Not over yet: the garage is open (today 12:00)."],
    ["有什么通知", "没有新通知。还没解除的：the garage is open（今天 12:00）。"],
  ])("when read and not ended: %s", async (asked, told) => {
    const talk = await speaker();
    await talk.bench.tell({ text: "the garage is open", subject: "open/garage", lasting: true });
    await talk.say("mark them as read");
    expect(await talk.reply(asked)).toBe(told);
    await talk.bench.notices.end("open/garage");
    expect(await talk.reply(asked)).not.toContain("garage");
  });

  it("in the language of the reader, not of the home", async () => {
    const talk = await speaker();
    await talk.bench.tell({ text: message("notices.battery", { device: "Sensor", level: 5 }) });
    expect(await talk.reply("any news?")).toBe("The battery of Sensor is low (5%) (today 12:00).");
    expect(await talk.reply("有什么通知")).toBe("Sensor电量低（5%）（今天 12:00）。");
  });

  it("to each person separately, who marks only their own as read", async () => {
    const talk = await speaker();
    await talk.bench.tell({ text: "For Li", to: ["li"] });
    await talk.bench.tell({ text: "For all" });
    expect(await talk.reply("any news?", { person: "emma" })).toBe("For all (today 12:00).");
    expect(await talk.reply("any news?")).toBe("For all (today 12:00).");
    expect(await talk.reply("any news?", { person: "li" })).toContain("For Li");
    await talk.say("mark them as read", { person: "li" });
    expect(await talk.reply("any news?", { person: "li" })).toBe("Nothing new.");
    expect(await talk.reply("any news?", { person: "emma" })).toBe("For all (today 12:00).");
  });

  it("and the only device of them is in focus", async () => {
    const talk = await speaker();
    await talk.bench.tell({ text: "open", level: "warning", device: "test:garage" });
    await talk.say("any news?");
    expect(talk.conversation.focus?.devices).toEqual(["test:garage"]);
  });

  it("not to strangers, who cannot silence them either", async () => {
    const talk = await speaker();
    await talk.bench.tell({ text: "Secret" });
    for (const text of ["any news?", "mark them as read", "don't bother me until eight"]) {
      expect(await talk.say(text, { stranger: true })).toMatchObject({ handled: false });
    }
    expect(talk.bench.notices.unread(null).count).toBe(1);
    expect(talk.bench.channels.quietUntil(null)).toBeNull();
  });
});

describe("notices are silenced", () => {
  it.each([
    [
      "don't bother me until eight",
      "OK. Until 20:00 you get nothing but alarms.",
      "you can bother me again",
      "OK, you get all messages again.",
    ],
    ["晚上八点前别打扰我", "好的，晚上8点之前只发警报。", "可以打扰我了", "好的，恢复发送所有通知。"],
  ])("until a time, or until that is reverted: %s", async (text, told, back, again) => {
    const talk = await speaker();
    const by = { person: "emma" };
    expect(await talk.reply(text, by)).toBe(told);
    expect(talk.bench.channels.quietUntil("emma")).toBe(Date.parse("2026-11-30T20:00:00Z"));
    expect(talk.bench.channels.quietUntil("li")).toBeNull();
    expect(await talk.reply(back, by)).toBe(again);
    expect(talk.bench.channels.quietUntil("emma")).toBeNull();
  });

  it.each([
    ["quiet until half ten", "OK. Until 22:30 you get nothing but alarms."],
    ["keep quiet till half past eight please", "OK. Until 20:30 you get nothing but alarms."],
    ["don't disturb me for an hour and a half", "OK. Until 13:30 you get nothing but alarms."],
    ["静音到明早八点", "好的，明天早上8点之前只发警报。"],
    ["明天中午之前不要发通知", "好的，明天中午12点之前只发警报。"],
    ["通知静音到半夜十二点", "好的，明天凌晨0点之前只发警报。"],
  ])("until a time that is told in everyday words: %s", async (text, told) => {
    const talk = await speaker();
    await talk.bench.advance("20s");
    expect(await talk.reply(text)).toBe(told);
  });

  it.each([
    ["don't bother me", 'Until when? Say "don\'t bother me until eight", for example.'],
    ["别打扰我", "到什么时候？比如可以说“八点前别打扰我”。"],
  ])("only for a time that must be said: %s", async (text, told) => {
    const talk = await speaker();
    expect(await talk.reply(text)).toBe(told);
    expect(talk.bench.channels.quietUntil(null)).toBeNull();
  });
});

describe('"is everything ok at home?"', () => {
  it.each([
    [
      "is everything ok at home?",
      "All's well: nothing is open or offline.",
      "The garage door is open.",
      "The garage door has been open for 15 minutes (today 12:00).",
    ],
    ["anything I should know", "All's well: nothing is open or offline.", "The garage door is open."],
    ["what is the situation at home", "All's well: nothing is open or offline.", "The garage door is open."],
    ["hey, is anything wrong at the house", "All's well: nothing is open or offline.", "The garage door is open."],
    ["家里一切正常吗", "一切正常，没有门窗开着、设备离线。", "Garage door开着。"],
    ["有什么情况吗", "一切正常，没有门窗开着、设备离线。", "Garage door开着。"],
    ["家里没事吧？", "一切正常，没有门窗开着、设备离线。", "Garage door开着。"],
  ])("is answered from unread notices and present states: %s", async (text, well, open, news = "") => {
    const talk = await speaker();
    const position = (value: number): void => talk.bench.report("garage", { "garage-door.current-position": value });
    position(0);
    expect(await talk.reply(text)).toBe(well);
    position(100);
    expect(await talk.reply(text)).toBe(open);
    expect(talk.conversation.focus?.devices).toEqual(["test:garage"]);
    if (news === "") return;
    await talk.bench.tell({
      text: "The garage door has been open for 15 minutes",
      device: "test:garage",
      level: "warning",
      lasting: true,
    });
    expect(await talk.reply(text)).toBe(news);
  });

  it.each(["everything ok with you?", "are you ok?", "is everything ready for dinner", "你没事吧", "你还好吗"])(
    "is not read into other questions: %s",
    async (text) => expect(await (await speaker()).reply(text)).not.toMatch(/well:|一切正常/),
  );
});
