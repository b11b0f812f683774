import { describe, expect, it, onTestFinished } from "vitest";
import { PinText, parsePinAnswer } from "../../../src/assistant/open/pin/pin-text.ts";
import { PIN_MASK } from "../../../src/home/index.ts";
import { openStore } from "../../../src/store/index.ts";
import { calls, words } from "../../support/model-server.ts";
import { openTalk } from "../../support/open-talk.ts";
import { testPeople } from "../../support/people.ts";
import { strictModelServer } from "../../support/strict-model-server.ts";

const server = strictModelServer();
const LOCK = "miot:hallway-lock";

/** A conversation in the hall of the flat, where Ann (adult) has the PIN 4711, and Leo is a child without one. */
async function talk(given: { readonly model?: true } = {}) {
  const { people, registry, store, clock } = await testPeople();
  onTestFinished(() => store.close());
  await registry.add({ name: "Ann" });
  await registry.add({ name: "Leo", role: "child" });
  await people.pins.set("ann", "4711");
  const kept = await openStore({ path: ":memory:" });
  onTestFinished(() => kept.close());
  const talked = await openTalk(given.model ? server : null, "flat", {
    people,
    room: "hallway",
    audited: true,
    store: kept.conversations,
  });
  const later = async (seconds: number) => {
    clock.advance(seconds * 1000);
    await talked.pass(seconds);
  };
  const texts = async () => (await kept.conversations.load("talk"))?.exchanges.map(({ text }) => text) ?? [];
  return { ...talked, people, registry, later, texts };
}

describe("a PIN in words", () => {
  it.each([
    ["4711", "4711"],
    ["4 7 1 1.", "4711"],
    ["4-7-1-1", "4711"],
    ["1,234", "1234"],
    ["four seven one one", "4711"],
    ["oh one two three", "0123"],
    ["it's four seven one one", "4711"],
    ["Yes, my PIN is 4711, please", "4711"],
    ["一二三四", "1234"],
    ["密码是幺二三四", "1234"],
    ["好的，四七幺幺。", "4711"],
    ["１２３４", "1234"],
  ])("%s is the PIN %s", (text, pin) => {
    expect(parsePinAnswer(text)).toEqual({ kind: "pin", pin });
  });

  it.each(["four seven one", "yes", "unlock it", "turn on two lights", "set an alarm at 18:30", "12345678901234567"])(
    "%s is no PIN",
    (text) => {
      expect(parsePinAnswer(text)?.kind).not.toBe("pin");
    },
  );

  it("may be among the digits of another sentence", () => {
    expect(parsePinAnswer("turn it to 4711 now in the kitchen")).toEqual({ kind: "unclear" });
    expect(parsePinAnswer("set an alarm at 18:30")).toBeNull();
  });

  it.each([
    ["unlock the front door, my PIN is 4711", "unlock the front door"],
    ["unlock the front door with the pin four seven one one", "unlock the front door"],
    ["PIN 4711, open the door", "open the door"],
    ["开门，密码4711", "开门"],
    ["把大门打开，密码是四七幺幺", "把大门打开"],
    ["unlock the front door, 4711 is my PIN", "unlock the front door"],
    ["use 4711 as the PIN and unlock the door", "unlock the door"],
    ["PIN code number 4711 unlock the door", "unlock the door"],
    ["unlock it, my PIN is 4-7-1-1", "unlock it"],
    ["4711是我的密码，开门", "开门"],
    ["用4711做密码开门", "开门"],
    ["my old pin was 1234 and my pin is 4711", `my old pin was ${PIN_MASK}`],
    ["my PIN is not 1234 but 4711, unlock the door", `my PIN is not ${PIN_MASK} but , unlock the door`],
    ["密码不是1234，是4711，开门", `密码不是${PIN_MASK},是 ,开门`],
  ])("%s has a PIN beside a sentence", (text, rest) => {
    expect(new PinText(text).named()).toEqual({ rest, shown: rest, pin: "4711" });
  });

  it.each([
    ["PIN 47111 47111 47111", `PIN ${PIN_MASK}`],
    ["the pin 12345678901234567 opens it", `the pin ${PIN_MASK} opens it`],
  ])("%s has long digits that are no PIN: they are masked", (text, rest) => {
    expect(new PinText(text).named()).toEqual({ rest, shown: rest, pin: null });
  });

  it.each(["what is the code of the garage", "set the alarm to 1830", "my pin"])("%s has none", (text) => {
    expect(new PinText(text).named()).toBeNull();
  });
});

describe("a door that requires a PIN", () => {
  it.each([
    ["unlock the front door", "What's the PIN?", "four seven one one", "The front door is unlocked."],
    ["打开门锁", "密码是多少？", "四七幺幺", "门锁开了。"],
  ])("%s: asks for the PIN, and opens with it", async (text, question, pin, done) => {
    const { say, home } = await talk();
    const asked = await say(text);
    expect(asked).toMatchObject({ reply: question, expectsReply: true, expectsPin: true });
    const opened = await say(pin);
    expect(opened.reply).toBe(done);
    expect(opened.expectsPin).toBeUndefined();
    expect(home.device(LOCK)?.state.get("lock.locked")?.value).toBe(false);
  });

  it("is not opened by a yes, and a no drops it", async () => {
    const { say, done } = await talk();
    await say("unlock the front door");
    expect(await say("yes")).toMatchObject({ reply: "What's the PIN?", expectsPin: true });
    expect((await say("no")).reply).toBe("OK, I won't.");
    expect((await say("4711")).reply).toBe("I'm not waiting for a PIN now. Please say again what you want.");
    expect(done).toEqual([]);
  });

  it("is not opened by a wrong PIN: it is asked again, after a while, and not at all after five", async () => {
    const { say, done, later, open } = await talk();
    await say("unlock the front door");
    expect(await say("1111")).toMatchObject({ reply: "That's not the PIN. Try again.", expectsPin: true });
    expect(await say("4711")).toMatchObject({ reply: "Wait 1 second, then say the PIN again.", expectsPin: true });
    for (const _ of [2, 3, 4]) {
      await later(9);
      expect((await say("1111")).reply).toBe("That's not the PIN. Try again.");
    }
    await later(9);
    const locked = await say("1111");
    expect(locked.reply).toBe("There were too many wrong PINs. Try again in 15 minutes.");
    expect([locked.expectsPin, await open(), done]).toEqual([undefined, [], []]);
    // What is said then is kept from everybody too.
    expect((await say("1112")).reply).toBe("I'm not waiting for a PIN now. Please say again what you want.");
    expect((await say("打开门锁")).reply).toBe("密码是多少？");
    expect((await say("四七幺幺")).reply).toBe("密码错了太多次，请过15分钟再试。");
  });

  it("does not count digits among other words as a try, and asks for the digits alone", async () => {
    const { say, done, texts } = await talk();
    await say("unlock the front door");
    expect(await say("try 4711 in the kitchen maybe")).toMatchObject({
      reply: "Just say the digits of the PIN.",
      expectsPin: true,
    });
    expect((await say("4711")).reply).toMatch(/unlocked/);
    expect(done).toHaveLength(1);
    expect(await texts()).toEqual(["unlock the front door", PIN_MASK, PIN_MASK]);
  });

  it.each([
    ["unlock the front door 4711", "unlock the front door", "The front door is unlocked."],
    ["unlock the front door four seven one one", "unlock the front door", "The front door is unlocked."],
    ["unlock the front door with 4711", "unlock the front door with", "The front door is unlocked."],
    ["打开门锁4711", "打开门锁", "门锁开了。"],
  ])("%s: takes digits at the end of the command as the PIN", async (text, kept, reply) => {
    const { say, texts, done } = await talk();
    expect((await say(text)).reply).toBe(reply);
    expect(done).toHaveLength(1);
    expect(await texts()).toEqual([`${kept} ${PIN_MASK}`]);
  });

  it.each([
    "set the thermostat to 21",
    "unlock door 2",
    "switch the tv to channel 1024",
    "turn on the hallway light at 1830",
    "unlock the front door at 1830",
  ])("%s: keeps digits with another meaning", async (text) => {
    const { say, texts } = await talk();
    await say(text);
    expect(await texts()).toEqual([text]);
  });

  it("is opened without a question by a sentence with its PIN", async () => {
    const { say, texts, done } = await talk();
    const opened = await say("unlock the front door, my PIN is 4711");
    expect(opened).toMatchObject({ reply: "The front door is unlocked.", expectsReply: false });
    expect(done).toHaveLength(1);
    expect(await texts()).toEqual([`unlock the front door ${PIN_MASK}`]);
    expect((await say("my pin is 4711")).reply).toBe("I'm not waiting for a PIN now. Please say again what you want.");
  });

  it("tells that its minute is over, without a check of the PIN", async () => {
    const { say, later, done } = await talk();
    await say("unlock the front door");
    await later(61);
    expect((await say("1111")).reply).toBe("That question is too old to say yes to. Please ask again.");
    await say("unlock the front door");
    expect((await say("4711")).reply).toMatch(/unlocked/);
    expect(done).toHaveLength(1);
  });

  it("is named in the question where the sentence says more", async () => {
    const { say, done } = await talk();
    const asked = await say("unlock the front door and turn on the living room floor lamp");
    expect(asked.reply).toMatch(/^What's the PIN to unlock the front door\?/);
    expect(asked.expectsPin).toBe(true);
    expect((await say("4711")).reply).toMatch(/unlocked/);
    expect(done).toHaveLength(2);
  });

  it("takes the PIN of an adult for a child without one, and refuses strangers", async () => {
    const { say, audit } = await talk();
    expect((await say("unlock the front door", { stranger: true })).reply).toBe(
      "That isn't allowed: it unlocks a door. Only people of this home may do that.",
    );
    expect((await say("unlock the front door", { person: "leo" })).reply).toBe("What's the PIN?");
    expect((await say("4711", { person: "leo" })).reply).toMatch(/unlocked/);
    const [entry] = (await audit?.list({ limit: 1 })) ?? [];
    expect(entry?.origin).toEqual({
      kind: "conversation",
      conversation: "talk",
      text: PIN_MASK,
      person: "leo",
      pin: true,
    });
  });
});

describe("a plan that requires a PIN", () => {
  it.each([
    ["unlock the front door every day at 7", "yes", 1],
    ["unlock the front door in ten minutes", "yes", 1],
    ["每天早上七点打开门锁", "好的", 1],
  ])("%s: asks for the PIN with the yes", async (text, yes, plans) => {
    const { say, plans: planned } = await talk();
    const asked = await say(text);
    expect(asked.reply).toMatch(/(If so, say the PIN\.|要的话，请说密码。)$/);
    expect(asked.expectsPin).toBe(true);
    const again = await say(yes);
    expect(again.reply).toMatch(/(What's the PIN\?|密码是多少？)$/);
    expect(planned()).toBe(0);
    await say("4711");
    expect(planned()).toBe(plans);
  });

  it("takes its PIN in the sentence", async () => {
    const { say, planner } = await talk();
    await say("unlock the front door every day at 7");
    await say("4711");
    expect(planner.automations.list().map(({ approved }) => approved)).toEqual([true]);
  });

  it("by a model requires it too, and no model ever sees the PIN or the turn", async () => {
    const { say, planner, texts } = await talk({ model: true });
    const rule = {
      name: "Postman",
      triggers: [{ type: "time", at: "07:00" }],
      actions: [{ type: "set", target: "hallway-lock", set: { "lock.locked": false } }],
    };
    server.play(calls([{ tool: "save_automation", args: rule }]), words("A fine morning."));
    const asked = await say("the postman should always get in somehow");
    expect(asked.reply).toMatch(/If so, say the PIN\.$/);
    await say("4711");
    expect(planner.automations.get("postman")?.approved).toBe(true);
    await say("tell me something about mornings in a poem");
    const sent = JSON.stringify(server.requests.map(({ body }) => body));
    expect(sent).toContain("postman should always");
    expect(sent).not.toContain("4711");
    expect(sent).not.toContain(PIN_MASK);
    expect(await texts()).toEqual(["the postman should always get in somehow", PIN_MASK, expect.any(String)]);
  });
});
