import { describe, expect, it } from "vitest";
import type { LocalResult } from "../../../src/assistant/contract.ts";
import { newConversation } from "../../../src/assistant/conversations.ts";
import { LocalAssistant } from "../../../src/assistant/local/index.ts";
import { outcomeSentences } from "../../../src/assistant/replies/outcomes.ts";
import { type Delivery, type Home, systemClock } from "../../../src/home/index.ts";
import type { Language } from "../../../src/language/index.ts";
import { described, LIGHT, set, testHome } from "../../support/home.ts";

const details = { url: "mqtt://127.0.0.1:1883", detail: "connect ECONNREFUSED" };
const noBroker: Delivery = { status: "offline", error: { code: "broker-unreachable", details } };
const lamps = [described("lamp", { name: "Lamp" }), described("sconce", { name: "Sconce" })];

/** What the local engine answers in a new conversation. */
async function local(home: Home, language: Language, text: string): Promise<LocalResult> {
  const engine = new LocalAssistant({ home, clock: systemClock });
  engine.start();
  const conversation = newConversation("c", language);
  const { signal } = new AbortController();
  try {
    return await engine.respond({ text, conversation, language, room: null, origin: { kind: "person" }, signal });
  } finally {
    engine.stop();
  }
}

describe("a reply without a broker", () => {
  it.each<[Language, string]>([
    ["en", "Jia has no connection to the MQTT broker at mqtt://127.0.0.1:1883: connect ECONNREFUSED."],
    ["zh", "MQTT 服务器 mqtt://127.0.0.1:1883 没有响应：connect ECONNREFUSED。"],
  ])("blames no device, in %s", async (language, text) => {
    const { home, transport } = testHome(lamps);
    transport.respond = () => Promise.resolve([noBroker]);
    const { outcomes } = await home.execute([set("lamp", { "light.on": true }), set("sconce", { "light.on": true })], {
      kind: "person",
    });
    expect(outcomeSentences(home, outcomes, language)).toBe(text);
  });
});

describe("a lamp that accepts a brightness and refuses to be switched on", () => {
  it("is told as not done", async () => {
    const { home, transport } = testHome(lamps);
    const off = [{ address: "light.on", value: false }];
    home.apply([{ kind: "values", id: "test:lamp", values: off, cause: "report" }]);
    transport.respond = (_, command) =>
      Promise.resolve(
        command.kind === "invoke"
          ? []
          : command.writes.map(({ property }) =>
              property.type === "on" ? { status: "rejected", code: -704053100 } : { status: "confirmed" },
            ),
      );
    expect(await local(home, "en", "set the lamp to 40%")).toMatchObject({
      reply: expect.stringContaining("refused"),
    });
  });
});

describe("a command that the policy denies", () => {
  const why = { texts: { en: "not tonight", zh: "今晚不行" } };
  const policy = [{ id: "no-light", decision: "deny", why, kinds: [LIGHT.kind] }] as const;
  it.each<[Language, string, string]>([
    ["en", "turn on the lamp", "That isn't allowed: not tonight."],
    ["zh", "打开Lamp", "不允许这样做：今晚不行。"],
  ])("is refused with the reason in %s", async (language, text, reply) => {
    const { home } = testHome(lamps, { policy });
    expect(await local(home, language, text)).toMatchObject({ reply });
  });
});
