import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import type { TurnEvent } from "../../../src/assistant/contract.ts";
import { leaksToolCall } from "../../../src/assistant/model/text/leaked-calls.ts";
import { textOf } from "../../../src/language/index.ts";
import { testAssistant } from "../../support/assistant.ts";
import {
  calls,
  chunk,
  delta,
  failing,
  PROCESSING,
  type ScriptedAnswer,
  usageChunk,
  words,
} from "../../support/model-server.ts";
import { strictModelServer } from "../../support/strict-model-server.ts";

const server = strictModelServer();

const QUESTION = { text: "why is the sky blue?" };
const ON = { writes: [{ device: "kitchen-ceiling", property: "light.on", value: true }] };
const messagesOf = (round: number) => server.requests[round]?.body.messages ?? [];

const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;

const midStreamError = {
  events: [
    PROCESSING,
    delta({ content: "Because" }),
    chunk([{ index: 0, delta: {}, finish_reason: "error" }], {
      error: { code: 502, message: "overloaded", metadata: { error_type: "provider_unavailable" } },
    }),
  ],
};
const silence: ScriptedAnswer = { events: [PROCESSING, delta({ content: "" }), delta({}, "stop"), usageChunk()] };

describe("a temporary failure is retried", () => {
  it.each<readonly [string, ScriptedAnswer]>([
    ["429 with Retry-After", failing(429, "slow down", { headers: { "retry-after": "0.02" } })],
    ["503", failing(503, "no provider")],
    ["500 without a body", { status: 500, body: {} }],
    ["408", failing(408, "timeout")],
    ["402 that a budget in flight causes", failing(402, "in flight", { headers: { "retry-after": "0" } })],
    ["200 with an error", { body: { error: { code: 502, message: "provider" } } }],
    ["an error in the stream", midStreamError],
    ["a stream that is cut", { events: [PROCESSING, delta({ content: "Because" })], end: "cut" }],
    ["a stream that ends without a reason", { events: [PROCESSING, delta({ content: "Because" })] }],
    ["Xiaomi's own error in a stream", { events: ['data:{"error":{"code":"500","message":"busy"}}\n\n'] }],
    ["a chunk that is not JSON", { events: ["data: {not json\n\n"] }],
    ["an empty answer", silence],
  ])("%s", async (_, fault) => {
    const { assistant } = testAssistant(server);
    server.play(fault, words("Because of the air."));
    const shown: TurnEvent[] = [];
    const result = await assistant.ask(QUESTION, undefined, (event) => shown.push(event));
    expect(result.reply).toBe("Because of the air.");
    let text = "";
    for (const event of shown) {
      if (event.type === "replace") text = event.text;
      if (event.type === "text") text += event.text;
    }
    expect(text).toBe("Because of the air.");
  });

  it("waits as long as Retry-After says", async () => {
    const { assistant } = testAssistant(server);
    server.play(failing(429, "slow down", { headers: { "retry-after": "1" } }), words("Because of the air."));
    const result = await assistant.ask(QUESTION);
    expect(result.ms).toBeGreaterThanOrEqual(990);
  });

  it("does not wait when Retry-After is too long", async () => {
    const { assistant } = testAssistant(server);
    server.play(failing(429, "slow down", { headers: { "retry-after": "3600" } }));
    const result = await assistant.ask(QUESTION);
    expect(result.reply).toContain("too many requests");
    expect(server.requests).toHaveLength(1);
  });

  it("gives up after the last retry", async () => {
    const { assistant } = testAssistant(server);
    server.play(failing(503, "no"), failing(503, "no"), failing(503, "no"));
    const result = await assistant.ask(QUESTION);
    expect(result.reply).toContain("is unavailable");
    expect(result.path).toBe("model");
  });

  it("retries an empty answer only once", async () => {
    const { assistant } = testAssistant(server);
    server.play(silence, silence);
    expect((await assistant.ask(QUESTION)).reply).toContain("its answer was empty");
  });
});

describe("a lasting failure is told", () => {
  it.each<readonly [string, ScriptedAnswer, string]>([
    ["401", failing(401, "No auth credentials found sk-secret"), "OPENROUTER_API_KEY"],
    ["402", failing(402, "Insufficient credits"), "no credit"],
    ["403", failing(403, "moderation"), "refused"],
    ["413", failing(413, "too large"), "refused"],
  ])("%s", async (_, fault, why) => {
    const { assistant } = testAssistant(server);
    server.play(fault);
    const result = await assistant.ask(QUESTION);
    expect(result.reply).toContain(why);
    expect(result.reply).toContain("Nothing was done");
    expect(result.reply).not.toContain("sk-");
  });

  it.each<readonly [string, ScriptedAnswer]>([
    ["401", failing(401, "wrong key sk-test-secret")],
    ["403", failing(403, "wrong key sk-test-secret")],
    ["200", { body: { error: { code: 403, message: "Bearer sk-test-secret" } } }],
  ])("%s, without the key that the server repeats", async (_, answer) => {
    const { assistant, errors } = testAssistant(server, { options: { apiKey: "sk-test-secret" } });
    server.play(answer);
    await assistant.ask(QUESTION);
    expect(errors).toHaveLength(1);
    expect(inspect(errors, { depth: 10 })).not.toContain("sk-test-secret");
  });

  it("in Chinese, with the devices that the local engine recognised", async () => {
    const { assistant, local } = testAssistant(server);
    local.answer = () => ({ handled: false, hints: { devices: ["miot:living-lamp"], rooms: [], kinds: [] } });
    server.play(failing(402, "Insufficient credits"));
    const { reply } = await assistant.ask({ text: "把那个灯弄得浪漫些" });
    expect(reply).toBe("我自己没能听懂，而大模型目前不可用：账户余额不足。没有执行任何操作。我听出了：Floor lamp。");
  });

  it("for a server that does not exist", async () => {
    const { assistant } = testAssistant(server, { options: { baseUrl: "http://127.0.0.1:9/v1" } });
    server.play();
    expect((await assistant.ask(QUESTION)).reply).toContain("is unavailable");
  });

  it("for a stream that stops without an end", async () => {
    const { assistant } = testAssistant(server, { options: { timeouts: { idle: 60 } } });
    const hanging: ScriptedAnswer = { events: [PROCESSING, delta({ content: "It" })], end: "hang" };
    server.play(hanging, hanging);
    expect((await assistant.ask(QUESTION)).reply).toContain("did not answer in time");
  });

  it("for a stream that never begins", async () => {
    const { assistant } = testAssistant(server, { options: { timeouts: { start: 60 } } });
    const hanging: ScriptedAnswer = { events: [PROCESSING], end: "hang" };
    server.play(hanging, hanging);
    expect((await assistant.ask(QUESTION)).reply).toContain("did not answer in time");
  });

  it("but not for a model that thinks long before its first chunk", async () => {
    const { assistant } = testAssistant(server, { options: { timeouts: { start: 2000, idle: 40 } } });
    server.play(words("Because of the air.", { delay: 100 }));
    expect((await assistant.ask(QUESTION)).reply).toBe("Because of the air.");
  });

  it("after effects of the turn the reply names them", async () => {
    const { assistant } = testAssistant(server);
    server.play(calls([{ tool: "set_properties", args: ON }]), failing(402, "Insufficient credits"));
    const { reply } = await assistant.ask({ text: "make the kitchen bright" });
    expect(reply).toBe(
      "The kitchen ceiling light is on. The model cannot be used any further now: your account at its server has no credit left; add some, or choose another model with JIA_MODEL.",
    );
  });
});

describe("a model that is gone", () => {
  const gone = (fallbacks: readonly string[]) =>
    failing(404, "deprecated", {
      error: { availability: { code: "model_deprecated", retryable: false, fallback_models: fallbacks } },
    });

  it("is replaced by the next fallback that the server names, with a notice", async () => {
    const { assistant, client } = testAssistant(server);
    server.play(gone(["other/model", "xiaomi/mimo-v2.6-pro"]), words("Because of the air."));
    const notices: string[] = [];
    const result = await assistant.ask(QUESTION, undefined, (event) => {
      if (event.type === "notice") notices.push(event.text);
    });
    expect(result.reply).toBe("Because of the air.");
    expect(notices).toEqual(["The model xiaomi/hunter-alpha is no longer offered. Jia now uses xiaomi/mimo-v2.6-pro."]);
    expect(server.requests[1]?.body.model).toBe("xiaomi/mimo-v2.6-pro");
    expect(client?.model).toBe("xiaomi/mimo-v2.6-pro");
  });

  it("is reported when there is no other", async () => {
    const { assistant } = testAssistant(server, { options: { fallbacks: [] } });
    server.play(failing(400, "xiaomi/hunter-alpha is not a valid model ID"));
    expect((await assistant.ask(QUESTION)).reply).toContain("JIA_MODEL");
  });

  it("is replaced when no provider promises not to store requests", async () => {
    const { assistant } = testAssistant(server, { options: { fallbacks: ["xiaomi/mimo-v2.6-pro"] } });
    const restricted = failing(404, "No endpoints", { error: { availability: { code: "privacy_restricted" } } });
    server.play(restricted, restricted);
    expect((await assistant.ask(QUESTION)).reply).toContain("may store what you say");
  });

  it("is detected at start by the server's list, without a chat request", async () => {
    const { client } = testAssistant(server);
    server.play();
    server.models = ["a/b", "xiaomi/mimo-v2.6-flash", "xiaomi/mimo-v2.5-pro"];
    expect(textOf((await client?.check()) ?? "", "en")).toContain("now uses xiaomi/mimo-v2.6-flash");
    expect(client?.model).toBe("xiaomi/mimo-v2.6-flash");
    server.models = null;
    const other = testAssistant(server);
    expect(await other.client?.check()).toBeNull();
    expect(other.client?.model).toBe("xiaomi/hunter-alpha");
  });

  it.each([
    ["xiaomi/mimo-v2-pro:nitro", "xiaomi/mimo-v2-pro"],
    ["qwen3", "qwen3:latest"],
  ])("%s is there when %s is listed", async (model, listed) => {
    const { client } = testAssistant(server, { options: { model } });
    server.play();
    server.models = [listed];
    expect(await client?.check()).toBeNull();
    expect(client?.model).toBe(model);
  });

  it("has OpenRouter route to listed fallbacks by itself", async () => {
    const { assistant, client } = testAssistant(server);
    server.models = ["xiaomi/hunter-alpha", "xiaomi/mimo-v2.6-flash", "xiaomi/mimo-v2.5-pro", "xiaomi/mimo-v2-pro"];
    await client?.check();
    server.play(words("Because of the air."));
    await assistant.ask(QUESTION);
    expect(server.requests[0]?.body.models).toEqual([
      "xiaomi/hunter-alpha",
      "xiaomi/mimo-v2.6-flash",
      "xiaomi/mimo-v2.5-pro",
    ]);
  });
});

describe("an invalid call is answered, so that the model can correct itself", () => {
  it.each([
    ["an unknown tool", { tool: "turn_on", args: {} }, /no tool .*turn_on.*find_devices/],
    ["no name at all", { tool: "", args: ON }, /no tool/],
    ["arguments that are not JSON", { tool: "set_properties", args: '{"writes": [{"device": "kit' }, /not valid JSON/],
    ["arguments nested 15,000 deep", { tool: "set_properties", args: nested(15_000) }, /nested deeper than 64 levels/],
    [
      "arguments nested 15,000 deep in a string",
      { tool: "set_properties", args: JSON.stringify(nested(15_000)) },
      /not valid JSON/,
    ],
    ["arguments of another shape", { tool: "set_properties", args: { device: "x" } }, /writes/],
    ["an empty list", { tool: "set_properties", args: { writes: [] } }, /writes/],
    [
      "two wishes at once",
      { tool: "set_properties", args: { writes: [{ ...ON.writes[0], percent: 5 }] } },
      /exactly one of/,
    ],
    [
      "an unknown device",
      { tool: "set_properties", args: { writes: [{ ...ON.writes[0], device: "kitchen-light" }] } },
      /Closest matches: kitchen-ceiling/,
    ],
    [
      "a value out of range",
      {
        tool: "set_properties",
        args: { writes: [{ device: "living-lamp", property: "light.brightness", value: 300 }] },
      },
      /1 to 100/,
    ],
  ])("%s", async (_, wrong, error) => {
    const { assistant } = testAssistant(server);
    server.play(calls([wrong]), calls([{ tool: "set_properties", args: { ...ON, say: "It is on." } }]));
    const result = await assistant.ask({ text: "make the kitchen bright" });
    expect(messagesOf(1).at(-1)).toMatchObject({ role: "tool", content: expect.stringMatching(error) });
    // Failed parts without a successful retry are told as well.
    const untold = wrong.tool === "set_properties" && error.source.startsWith("1 to 100");
    expect(result.reply).toBe(
      untold
        ? "It is on. The kitchen ceiling light is on. The brightness of the living room floor lamp was not changed: it can be from 1% to 100%."
        : "It is on.",
    );
  });

  it.each([
    ["turn on the kitchen ceiling light", /^Not tried: the model did not say in a usable form/],
    ["把厨房的吸顶灯打开", /^未执行：大模型没有以可用的形式说明要做什么/],
  ])("and the person does not hear about its form: %s", async (text, told) => {
    const { assistant } = testAssistant(server);
    const wrong = calls([
      { tool: "set_properties", args: { writes: [{ device: 5 }] } },
      { tool: "set_properties", args: '{"writes": [{"device": "kit' },
    ]);
    server.play(wrong, failing(402, "Insufficient credits"));
    const { reply } = await assistant.ask({ text });
    expect(reply).toMatch(told);
    expect(reply).not.toMatch(/writes|set_properties|JSON|arguments|参数|Correct them|Invalid/);
  });

  it("a valid call beside it runs, and both are answered", async () => {
    const { assistant } = testAssistant(server);
    server.play(
      calls([
        { tool: "set_properties", args: { ...ON, say: "It is on." }, id: "same" },
        { tool: "nonsense", args: {}, id: "same" },
      ]),
      words("The kitchen light is on."),
    );
    const result = await assistant.ask({ text: "make the kitchen bright" });
    expect(result.outcomes).toHaveLength(1);
    expect(result.reply).toBe("The kitchen light is on.");
  });

  it.each([
    '<tool_call>{"name": "set_properties"}</tool_call>',
    '{"name": "set_properties", "arguments": {}}',
    'I turn it on.\n```json\n{"name": "set_properties", "arguments": {"writes": []}}\n```',
    'Turning it on: {"tool": "set_properties", "writes": []}',
    'Here you go: {"writes": [{"device": "kitchen-ceiling"}]}',
    '{"name": "turn_on_light", "arguments": {"room": "kitchen"}}',
    'set_properties({"writes": []})',
    'set_properties(writes=[{"device": "kitchen-ceiling"}])',
    'Action: set_properties\nAction Input: {"writes": []}',
    'functions.set_properties:0{"writes": []}',
    '<|channel|>commentary to=functions.set_properties <|constrain|>json<|message|>{"writes": []}<|call|>',
  ])("a call within text does not run, and the model is asked again: %s", async (leak) => {
    const { assistant } = testAssistant(server);
    server.play(words(leak), calls([{ tool: "set_properties", args: { ...ON, say: "It is on." } }]));
    const events: TurnEvent[] = [];
    const result = await assistant.ask({ text: "kitchen, bright!" }, undefined, (event) => events.push(event));
    expect(result.reply).toBe("It is on.");
    expect(JSON.stringify(events.filter(({ type }) => type === "text" || type === "replace"))).not.toMatch(
      /tool_call>|set_properties/,
    );
    expect(messagesOf(1).at(-1)?.content).toContain("held a tool call as text");
  });

  it.each([
    ["en", 'undo {"device": "kitchen-ceiling"}', /There are: .*set_properties/],
    ["zh", 'turn_on({"device": "kitchen-ceiling"})', /没有这个工具.*set_properties/],
  ] as const)("a call of a tool that there is not is never told (%s): %s", async (language, leak, correction) => {
    const { assistant } = testAssistant(server);
    server.play(words(leak), words(leak));
    const text = language === "en" ? "kitchen, bright!" : "厨房，亮起来！";
    const result = await assistant.ask({ text, language });
    expect(messagesOf(1).at(-1)?.content).toMatch(correction);
    expect(result.reply).not.toMatch(/[{}]|undo|turn_on/);
  });

  it.each([
    "My tools are called set_properties (it changes things) and get_state: it reads them.",
    "I explain (as far as I can) why: explain, in short.",
  ])("a sentence that only names a tool is no call: %s", (text) => {
    const tools = ["set_properties", "get_state", "explain"].map((name) => {
      return { type: "function", function: { name, description: "", parameters: {} } } as const;
    });
    expect(leaksToolCall(text, tools)).toBe(false);
  });

  it.each([
    "<tool_call>x",
    '{"name": "turn_on_light", "arguments": {"room": "kitchen"}}',
    'I do it now. {"tool": "set_properties", "writes": []}',
  ])("repeated calls as text are no reply, and the person is told: %s", async (leak) => {
    const { assistant } = testAssistant(server);
    server.play(words(leak), words(leak));
    expect((await assistant.ask(QUESTION)).reply).toContain("it wrote a tool call as text");
  });
});

describe("a model that repeats useless calls is stopped", () => {
  const unknown = (name: string) => calls([{ tool: name, args: {} }], { usage: { prompt: 4_000 } });

  it.each([
    ["play some music in the kitchen", /kept calling tools that do not exist or cannot work.*Nothing was done/],
    ["给我放点厨房的音乐", /反复调用不存在或无法执行的工具。没有执行任何操作/],
  ])("after the second unknown tool: %s", async (text, told) => {
    const { assistant } = testAssistant(server);
    server.play(unknown("play_music"), unknown("play_song"));
    const { reply, failed, usage } = await assistant.ask({ text });
    expect(reply).toMatch(told);
    expect([failed, usage?.rounds]).toEqual([true, 2]);
  });

  it("after the same invalid call twice", async () => {
    const { assistant } = testAssistant(server);
    const wrong = calls([{ tool: "set_properties", args: { device: "x" } }]);
    server.play(wrong, wrong);
    const { reply, usage } = await assistant.ask({ text: "make the kitchen bright" });
    expect(usage?.rounds).toBe(2);
    // The model itself works and is used again next time.
    expect(reply).not.toContain("cannot be used");
  });

  it("after three different invalid calls", async () => {
    const { assistant } = testAssistant(server);
    server.play(...["a", "b", "c"].map((device) => calls([{ tool: "set_properties", args: { device } }])));
    expect((await assistant.ask({ text: "make the kitchen bright" })).usage?.rounds).toBe(3);
  });

  it("after three rounds of failed writes to different devices, whatever it reads between them", async () => {
    const { assistant } = testAssistant(server);
    const write = (device: string) =>
      calls([{ tool: "set_properties", args: { writes: [{ device, property: "light.on", value: true }] } }]);
    const look = (text: string) => calls([{ tool: "find_devices", args: { text } }]);
    server.play(write("a"), look("b"), write("b"), look("c"), write("c"));
    const { failed, usage } = await assistant.ask({ text: "make the kitchen bright" });
    expect([failed, usage?.rounds]).toEqual([true, 5]);
  });

  it("and the reply names earlier effects", async () => {
    const { assistant } = testAssistant(server);
    server.play(calls([{ tool: "set_properties", args: ON }]), unknown("check"), unknown("verify"));
    const { reply } = await assistant.ask({ text: "make the kitchen bright" });
    expect(reply).toBe(
      "The kitchen ceiling light is on. The model was no further help: it kept calling tools that do not exist or cannot work.",
    );
  });

  it("but after the same read again and again it has to answer", async () => {
    const { assistant } = testAssistant(server);
    const read = calls([{ tool: "get_state", args: { devices: ["kitchen-ceiling"] } }]);
    server.play(read, read, read, words("The kitchen ceiling light is off."));
    const { reply } = await assistant.ask(QUESTION);
    expect(reply).toMatch(/off/);
    expect(server.requests.map(({ body }) => body.tool_choice)).toEqual(["auto", "auto", "auto", "none"]);
  });
});

describe("thinking in the text of an answer", () => {
  const story = { text: "tell me a story about a fox" };
  const thought = "The person wants a story. I plan one.</think>A fox slept. It dreamt of snow.";

  it.each<readonly [string, ScriptedAnswer]>([
    ["streamed", words(thought)],
    ["whole", { body: { choices: [{ message: { content: thought }, finish_reason: "stop" }] } }],
  ])("is no part of the reply: %s", async (_, answer) => {
    const { assistant } = testAssistant(server);
    server.play(answer);
    expect((await assistant.ask(story)).reply).toBe("A fox slept. It dreamt of snow.");
  });

  it("is never streamed after the first time", async () => {
    const { assistant } = testAssistant(server);
    server.play(words(thought), words(thought));
    await assistant.ask(story);
    let shown = "";
    await assistant.ask(story, undefined, (event) => {
      if (event.type === "text" || event.type === "replace") shown += event.text;
    });
    expect(shown).toBe("A fox slept. It dreamt of snow.");
  });

  it("is removed from the argument say", async () => {
    const { assistant } = testAssistant(server);
    server.play(calls([{ tool: "set_properties", args: { ...ON, say: "I call the tool.</think>It is on." } }]));
    expect((await assistant.ask({ text: "make the kitchen bright" })).reply).toBe("It is on.");
  });
});
