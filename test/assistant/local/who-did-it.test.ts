import { expect, it } from "vitest";
import { originWords } from "../../../src/automation/describe/origins.ts";
import { textOf } from "../../../src/language/index.ts";
import { openTalk } from "../../support/open-talk.ts";

it("a question about an act is answered for that act", async () => {
  const talk = await openTalk(null, "house", { room: "garage", audited: true });
  const reply = async (text: string): Promise<string> => (await talk.say(text)).reply;
  await reply("lock the side door");
  await reply("close the living room curtains");
  await reply("open the living room curtains");
  await reply("unlock the side door");
  await reply("yes");
  expect(await reply("who locked the side door?")).toContain(
    'was locked at 12:00 because you said "lock the side door"',
  );
  expect(await reply("who unlocked the side door")).toContain("was unlocked at 12:00");
  expect(await reply("who opened the side door")).toContain("was unlocked at 12:00");
  expect(await reply("侧门是谁锁上的")).toContain("锁上的，因为你说了“lock the side door”");
  expect(await reply("侧门谁解锁的")).toContain("开锁的");
  expect(await reply("谁开的侧门")).toContain("开锁的");
  expect(await reply("who closed the living room curtains")).toContain("were closed at 12:00");
  expect(await reply("客厅窗帘谁拉开的")).toContain("拉开的");
  // Nobody locked the front door through Jia.
  await reply("unlock the front door");
  await reply("yes");
  expect(await reply("who locked the front door")).toContain("I have no record of who did that");
  expect(await reply("大门是谁锁的")).toContain("不是通过我操作的");
}, 30_000);

it("a question about a switch keeps its meaning", async () => {
  const talk = await openTalk(null, "flat", { room: "living", audited: true });
  const reply = async (text: string): Promise<string> => (await talk.say(text)).reply;
  await reply("turn on the floor lamp");
  expect(await reply("who turned on the floor lamp")).toContain("was turned on at 20:00");
  expect(await reply("落地灯是谁开的")).toContain("打开的");
}, 30_000);

it("a person is told by name, and a sentence with a PIN is not quoted", () => {
  const resident = (id: string): string | undefined => (id === "sarah" ? "Sarah" : undefined);
  const said = { kind: "conversation", conversation: "one", text: "unlock the door, my PIN is ••••" } as const;
  const told = (who: string | undefined, conversation: string, language: "en" | "zh"): string =>
    textOf(originWords({ ...said, ...(who && { person: who }) }, conversation, resident), language);
  expect(told("sarah", "other", "en")).toBe("by Sarah");
  expect(told("sarah", "other", "zh")).toBe("由Sarah操作");
  expect(told("sarah", "one", "en")).toBe("by you");
  expect(told(undefined, "one", "zh")).toBe("由你操作");
  expect(told(undefined, "other", "en")).toBe("by a person");
  expect(told(undefined, "other", "zh")).toBe("由人操作");
  expect(textOf(originWords({ ...said, text: "unlock the door" }, "other", resident), "en")).toBe(
    'because somebody said "unlock the door"',
  );
});
