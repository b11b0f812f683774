import { describe, expect, it } from "vitest";
import { LocalAssistant } from "../../../src/assistant/local/index.ts";
import { outcomeSentences } from "../../../src/assistant/replies/outcomes.ts";
import { type Delivery, type Language, systemClock } from "../../../src/home/index.ts";
import { described, LIGHT, set, testHome } from "../../support/home.ts";

const details = { url: "mqtt://127.0.0.1:1883", detail: "connect ECONNREFUSED" };
const noBroker: Delivery = { status: "offline", error: { code: "broker-unreachable", message: "no broker", details } };
const lamps = [described("lamp", { name: "Lamp" }), described("sconce", { name: "Sconce" })];

describe("when the broker is gone", () => {
  it.each<[Language, string]>([
    ["en", "The MQTT broker at mqtt://127.0.0.1:1883 does not answer: connect ECONNREFUSED. Nothing was changed."],
    ["zh", "MQTT 服务器 mqtt://127.0.0.1:1883 没有响应：connect ECONNREFUSED。没有执行。"],
  ])("no device is blamed, in %s", async (language, text) => {
    const { home, transport } = testHome(lamps);
    transport.respond = () => Promise.resolve([noBroker]);
    const { outcomes } = await home.execute([set("lamp", { "light.on": true }), set("sconce", { "light.on": true })], {
      kind: "person",
    });
    expect(outcomeSentences(home, outcomes, language)).toBe(text);
  });
});

describe("what the policy denies", () => {
  const why = { en: "not tonight", zh: "今晚不行" };
  const policy = [{ id: "no-light", decision: "deny", why, kinds: [LIGHT.kind] }] as const;
  it.each<[Language, string, string]>([
    ["en", "turn on the lamp", "That is not allowed: not tonight."],
    ["zh", "打开Lamp", "不允许这样做：今晚不行。"],
  ])("is refused with the reason in %s", async (language, text, reply) => {
    const { home } = testHome(lamps, { policy });
    const local = new LocalAssistant({ home, clock: systemClock });
    local.start();
    const conversation = {
      id: "c",
      language,
      room: null,
      focus: null,
      question: null,
      confirmation: null,
      undo: [],
      exchanges: [],
    };
    const { signal } = new AbortController();
    const origin = { kind: "person" } as const;
    expect(await local.respond({ text, conversation, language, room: null, origin, signal })).toMatchObject({ reply });
    local.stop();
  });
});
