import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { calls, ModelServer, type ScriptedAnswer, words } from "../../support/model-server.ts";
import { type OpenTalk, openTalk } from "../../support/open-talk.ts";

const server = new ModelServer();
beforeAll(() => server.start());
afterAll(() => server.stop());
afterEach(() => expect(server.problems).toEqual([]));

const unlockNow = { writes: [{ device: "hallway-lock", property: "lock.locked", value: false }] };
const rule = {
  name: "Postman",
  triggers: [{ type: "time", at: "07:00" }],
  actions: [{ type: "set", target: "hallway-lock", set: { "lock.locked": false } }],
};

/** Something that is open after a sentence, in each of the ways there are. */
interface Opening {
  readonly home: "flat" | "house";
  readonly room: string;
  readonly say: readonly string[];
  /** What the model answers while it is said. */
  readonly script?: readonly ScriptedAnswer[];
  /** An answer that settles it. */
  readonly answer: string;
  /** It waits as long as a conversation does: what is said later is a new sentence in a new one. */
  readonly choice?: true;
}

const OPENINGS: Readonly<Record<string, Opening>> = {
  "a command the policy asks about": {
    home: "flat",
    room: "living",
    say: ["unlock the front door"],
    answer: "yes please",
  },
  "a command the policy asks about, in Chinese": { home: "flat", room: "living", say: ["解锁大门"], answer: "没问题" },
  "a command of the model": {
    home: "flat",
    room: "living",
    say: ["let the postman in somehow"],
    script: [calls([{ tool: "set_properties", args: unlockNow }])],
    answer: "sure, do it",
  },
  "a rule of the model": {
    home: "flat",
    room: "living",
    say: ["the postman should always get in somehow"],
    script: [calls([{ tool: "save_automation", args: rule }])],
    answer: "来吧",
  },
  "a lasting rule": {
    home: "flat",
    room: "living",
    say: ["unlock the front door every day at 7"],
    answer: "go on",
  },
  "a timer the policy asks about": {
    home: "flat",
    room: "living",
    say: ["十分钟后解锁大门"],
    answer: "好的，谢谢",
  },
  "which device": {
    home: "house",
    room: "garden",
    say: ["turn on the bedside lamp"],
    answer: "the left one",
    choice: true,
  },
  "which device, in Chinese": { home: "house", room: "garden", say: ["打开床头灯"], answer: "左边那个", choice: true },
  "which plan": {
    home: "flat",
    room: "living",
    say: ["set a timer named tea for 5 minutes", "set a timer named pasta for 10 minutes", "cancel the timer"],
    answer: "the second",
    choice: true,
  },
  "whom it is about": { home: "flat", room: "living", say: ["turn it on"], answer: "the floor lamp", choice: true },
  "very much at once": {
    home: "house",
    room: "",
    say: ["make a scene movie night: lights 20 percent"],
    answer: "yeah why not",
  },
};

async function opened({ home, room, say, script = [] }: Opening, more: readonly ScriptedAnswer[]): Promise<OpenTalk> {
  const talk = await openTalk(server, home, room === "" ? {} : { room });
  server.play(...script, ...more);
  for (const text of say) await talk.say(text);
  expect(await talk.open()).toHaveLength(1);
  return talk;
}

/** What would show that something was done. */
function traces(talk: OpenTalk) {
  return [talk.done.length, talk.plans()];
}

const EACH = Object.entries(OPENINGS);

/** Said instead of an answer: questions, other commands that do nothing here, chat and noise. */
const INSTEAD: readonly (readonly [what: string, text: string])[] = [
  ["a question", "is the front door locked?"],
  ["a question with the same words", "is the left bedside lamp on?"],
  ["a question in Chinese", "客厅的灯开着吗"],
  ["a question without a mark", "what time is it"],
  ["chat", "how do magnets work"],
  ["noise", "krrsh mmbl"],
  ["a yes that goes on", "yes and do the laundry afterwards"],
  ["a doubt", "yes?"],
  ["no answer at all", ""],
];

describe.each(EACH)("%s", (_, opening) => {
  it.each(INSTEAD)("is closed by %s: nothing runs, and a later yes settles nothing", async (_what, text) => {
    const talk = await opened(opening, Array(3).fill(words("Hm?")));
    const before = traces(talk);
    await talk.say(text);
    expect(traces(talk)).toEqual(before);
    expect(await talk.open()).toEqual([]);
    await talk.say("yes");
    await talk.say("是的");
    expect(traces(talk)).toEqual(before);
  });

  it("is dropped by a no, and a later yes settles nothing", async () => {
    const talk = await opened(opening, [words("Yes to what?")]);
    const before = traces(talk);
    const { reply, expectsReply } = await talk.say("no thanks");
    expect([reply, expectsReply]).toEqual([expect.stringMatching(/^(OK, I won't\.|好的，那就算了。)$/), false]);
    await talk.say("yes");
    expect(traces(talk)).toEqual(before);
  });

  it("is closed by another command", async () => {
    const talk = await opened(opening, [words("Yes to what?")]);
    const [done, plans] = traces(talk);
    await talk.say("turn off the TV in the living room");
    expect(new Set(talk.done.slice(done).map(({ device }) => device)).size).toBeLessThanOrEqual(1);
    expect(talk.done.slice(done).every((outcome) => "value" in outcome && outcome.value === false)).toBe(true);
    const after = traces(talk);
    await talk.say("yes");
    expect(traces(talk)).toEqual(after);
    expect(talk.plans()).toBe(plans);
  });

  it("is settled by its answer", async () => {
    const talk = await opened(opening, [words("Again?")]);
    const before = traces(talk);
    const asked = await talk.say(opening.answer);
    expect(asked.failed).toBeUndefined();
    const after = traces(talk);
    expect(after).not.toEqual(before);
    expect(await talk.open()).toEqual([]);
  });
});

// A name alone is a sentence of its own in a new conversation, so the answer to "whom" is not among these.
it.each(EACH.filter(([, { say }]) => say[0] !== "turn it on"))(
  "%s cannot be answered after its time",
  async (_, opening) => {
    const talk = await opened(opening, [words("What do you mean?")]);
    const before = talk.done.length;
    const [item] = await talk.open();
    await talk.pass(((item?.expiresAt ?? 0) - talk.time.now()) / 1000 + 1);
    const planned = talk.plans();
    const { failed } = await talk.say(opening.answer);
    expect(failed ?? opening.choice).toBe(true);
    expect([talk.done.length, talk.plans()]).toEqual([before, planned]);
  },
);

it.each([
  ["unlock the front door", "yes", "That question is too old to say yes to. Please ask again."],
  ["解锁大门", "好的", "这个确认已过期，请重新发出指令。"],
])("a yes after its minute is told so: %s", async (say, yes, told) => {
  const talk = await openTalk(null, "flat", { room: "living" });
  await talk.say(say);
  await talk.pass(61);
  expect((await talk.say(yes)).reply).toBe(told);
  expect(talk.done).toEqual([]);
});

it("a yes that is given twice at the same time runs once", async () => {
  const talk = await opened(
    { home: "flat", room: "living", say: ["unlock the front door every day at 7"], answer: "yes" },
    [words("Yes to what?")],
  );
  await Promise.all([talk.say("yes"), talk.say("yes")]);
  expect(talk.plans()).toBe(1);
});
