import { describe, expect, it } from "vitest";
import { openTalk } from "../../support/open-talk.ts";

describe("a yes to a part of the question", () => {
  it.each([
    ["I'm off to bed", "yes, but leave the floor lamp on", "miot:living-floor-lamp"],
    ["we're leaving", "sure, just not the TV", "miot:living-tv"],
    ["我们出门了", "可以，电视别关", "miot:living-tv"],
    ["turn everything in the house off", "go ahead, except Emma's room", "miot:emma-ceiling-light"],
  ])("%s, %s: runs the rest", async (text, answer, spared) => {
    const talk = await openTalk(null, "house", { room: "living" });
    await talk.say(text);
    expect(talk.done).toEqual([]);
    await talk.say(answer);
    const devices = talk.done.map(({ device }) => device);
    expect(devices).toContain("miot:living-ceiling-light");
    expect(devices).not.toContain(spared);
    expect(await talk.open()).toEqual([]);
  });

  it("runs only the named part, and saves no scene", async () => {
    const talk = await openTalk(null, "house", { room: "living" });
    await talk.say("I'm off to bed");
    const { reply } = await talk.say("only the doors please");
    expect(new Set(talk.done.map(({ device }) => device))).toEqual(
      new Set(["miot:front-door-lock", "miot:garage-side-door"]),
    );
    expect(reply).not.toContain("Good night");
  });

  it("runs a part of the commands that the policy asks about", async () => {
    const talk = await openTalk(null, "house", { room: "hall" });
    await talk.say("unlock the front door and the side door");
    await talk.say("yes, but not the side door");
    const unlocked = talk.done.filter(({ status }) => status === "confirmed");
    expect(unlocked.map(({ device }) => device)).toEqual(["miot:front-door-lock"]);
  });

  it.each(["yes, but not the side door", "no"])(
    "%s: the left-out commands cannot be confirmed by their id",
    async (answer) => {
      const talk = await openTalk(null, "house", { room: "hall" });
      await talk.say("unlock the front door and the side door");
      const [item] = await talk.open();
      const id = item?.kind === "commands" ? item.confirmation : expect.fail("not asked");
      await talk.say(answer);
      const late = talk.home.confirm(id, { kind: "person" });
      await expect(late).rejects.toMatchObject({ code: "unknown-confirmation" });
    },
  );

  it.each(["yes, but I'd like to sing", "not the TV", "yes and the garage", "but why?"])(
    "%s is no yes to a part, and runs nothing",
    async (answer) => {
      const talk = await openTalk(null, "house", { room: "living" });
      await talk.say("I'm off to bed");
      await talk.say(answer);
      expect(talk.done).toEqual([]);
    },
  );
});
