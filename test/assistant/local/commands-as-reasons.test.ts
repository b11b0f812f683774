import { expect, it } from "vitest";
import { openTalk } from "../../support/open-talk.ts";

it.each([
  [
    "turn on the floor lamp",
    "why is the floor lamp on?",
    'because you said "turn on the floor lamp"',
    "because somebody said",
  ],
  ["打开落地灯", "落地灯为什么开着？", "因为你说了“打开落地灯”", "因为有人说"],
])(
  '"why is it on" is answered with "you" to the person who asked for it, and with "somebody" to others: %s',
  async (wish, why, you, somebody) => {
    const talk = await openTalk(null, "flat", { room: "living", audited: true });
    await talk.say(wish);
    expect((await talk.say(why)).reply).toContain(you);
    const elsewhere = await talk.assistant.ask({ text: why, conversation: "another", room: "living" });
    expect(elsewhere.reply).toContain(somebody);
    // A speaker in a room is spoken to by whoever comes next.
    await talk.pass(3600);
    expect((await talk.say(why)).reply).toContain(somebody);
  },
);
