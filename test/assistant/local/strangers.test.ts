import { expect, it, onTestFinished } from "vitest";
import { Conversations } from "../../../src/assistant/conversations.ts";
import { LocalAssistant } from "../../../src/assistant/local/index.ts";
import { Assistant } from "../../../src/assistant/turn.ts";
import type { Standing } from "../../../src/home/index.ts";
import { ManualClock } from "../../support/clock.ts";
import { described, testHome } from "../../support/home.ts";
import { rememberingHome } from "../../support/remembering-home.ts";

it("a remembered name works for the people of the home, and not for guests and strangers", async () => {
  const { say, home } = await rememberingHome();
  await say("from now on the study is called the den");
  const light = () => home.devices.find(({ room, spec }) => room?.id === "study" && spec.kind === "light");
  const on = () => light()?.state.get("light.on")?.value;
  const before = on();
  const order = before === true ? "turn off the light in the den" : "turn on the light in the den";
  for (const who of [{ stranger: true }, { person: "gast" }, { person: "nobody" }] as const) {
    await say(order, who);
    expect(on(), JSON.stringify(who)).toBe(before);
  }
  await say(order, { person: "emma" });
  expect(on()).toBe(before !== true);
});

const PEOPLE: Readonly<Record<string, Standing>> = {
  ann: { role: "adult", limits: [] },
  leo: { role: "child", limits: [] },
  mia: { role: "guest", limits: [] },
};

it("essential devices are marked by adults and unknown speakers, in both languages", async () => {
  const people = { standing: (person: string) => PEOPLE[person] ?? null, nameOf: (person: string) => person };
  const { home, clock } = testHome([described("pump", { name: "Pond pump" })], { people });
  const marks = { mark: async (device: string, essential: boolean | null) => home.mark(device, essential) };
  const local = new LocalAssistant({ home, clock: new ManualClock(clock.now()), marks });
  local.start();
  onTestFinished(() => local.stop());
  const assistant = new Assistant({ home, clock, local, model: null, conversations: new Conversations({ clock }) });
  const say = async (text: string, who: { readonly person?: string; readonly stranger?: true }) =>
    (await assistant.ask({ text, ...who })).reply;
  home.mark("test:pump", true);
  for (const who of [{ stranger: true }, { person: "leo" }, { person: "mia" }, { person: "gone" }] as const) {
    expect(await say("the pond pump is not essential", who)).toBe(
      "Only an adult of this home decides what must stay on.",
    );
    expect(home.device("test:pump")?.essential, JSON.stringify(who)).toBe(true);
  }
  expect(await say("Pond pump不能断电", { stranger: true })).toBe("哪些设备不能关，只有家里的大人能决定。");
  await say("the pond pump is not essential", { person: "ann" });
  expect(home.device("test:pump")?.essential).toBe(false);
  await say("the pond pump is essential", {});
  expect(home.device("test:pump")?.essential).toBe(true);
});
