import { describe, expect, it } from "vitest";
import type { TurnEvent } from "../../../src/assistant/contract.ts";
import { currentValue, type Value } from "../../../src/home/index.ts";
import { testAssistant } from "../../support/assistant.ts";
import { calls, delta, PROCESSING, usageChunk, words } from "../../support/model-server.ts";
import { strictModelServer } from "../../support/strict-model-server.ts";

const server = strictModelServer();

const write = (device: string, property: string, value: Value) => ({ device, property, value });
const setting = (args: object, over = {}) => calls([{ tool: "set_properties", args }], over);
const messagesOf = (round: number) => server.requests[round]?.body.messages ?? [];

describe("a command through a model", () => {
  it("takes one model call with the argument say", async () => {
    const { assistant, home } = testAssistant(server);
    server.play(setting({ writes: [write("kitchen-ceiling", "light.on", true)], say: "The kitchen light is on." }));
    const result = await assistant.ask({ text: "make the kitchen bright" });
    expect(result.reply).toBe("The kitchen light is on.");
    expect(result.outcomes.map(({ status }) => status)).toEqual(["confirmed"]);
    expect(result.usage?.rounds).toBe(1);
    const light = home.device("kitchen-ceiling");
    expect(light && currentValue(light, "light.on")).toBe(true);
  });

  it("goes back to the model without say, with unchanged reasoning", async () => {
    const { assistant } = testAssistant(server);
    server.play(
      setting(
        { writes: [write("kitchen-ceiling", "light.on", true)] },
        {
          reasoning: [
            { type: "reasoning.text", text: "The kit", index: 0, format: "unknown" },
            { type: "reasoning.text", text: "chen.", index: 0, signature: "sig" },
            { type: "reasoning.encrypted", data: "abc=", index: 1 },
          ],
        },
      ),
      words("The kitchen light is on now."),
    );
    const result = await assistant.ask({ text: "make the kitchen bright" });
    expect(result.reply).toBe("The kitchen light is on now.");
    expect(messagesOf(1).at(-2)).toMatchObject({
      role: "assistant",
      content: null,
      reasoning_details: [
        { type: "reasoning.text", text: "The kitchen.", index: 0, format: "unknown", signature: "sig" },
        { type: "reasoning.encrypted", data: "abc=", index: 1 },
      ],
    });
    expect(messagesOf(1).at(-1)).toMatchObject({ role: "tool", tool_call_id: "call_0_set_properties" });
  });

  it("is answered in Chinese, however the bytes are cut", async () => {
    const { assistant } = testAssistant(server);
    server.play(
      setting({ writes: [write("living-lamp", "light.brightness", 30)] }, { slice: 7 }),
      words("落地灯的亮度已经调到百分之三十。", { slice: 5 }),
    );
    const result = await assistant.ask({ text: "落地灯调到三成亮" });
    expect(result.reply).toBe("落地灯的亮度已经调到百分之三十。");
    expect(messagesOf(0)[0]?.content).toContain("你是家");
  });

  it("sets several devices with one call", async () => {
    const { assistant } = testAssistant(server);
    const writes = ["living-lamp", "living-ceiling", "kitchen-ceiling"].map((id) => write(id, "light.on", false));
    server.play(setting({ writes, say: "All lights are off." }));
    const result = await assistant.ask({ text: "all lights off please" });
    expect(result.outcomes).toHaveLength(3);
    expect(result.reply).toBe("All lights are off.");
  });

  it("invokes an action with arguments", async () => {
    const { assistant } = testAssistant(server);
    const args = { device: "living-speaker", action: "intelligent-speaker.play-text", arguments: ["Dinner!"] };
    server.play(calls([{ tool: "invoke_action", args: { ...args, say: "Said it." } }]));
    const result = await assistant.ask({ text: "tell the living room that dinner is ready" });
    expect(result.reply).toBe("Said it.");
    expect(result.calls).toEqual([{ tool: "invoke_action", arguments: { ...args, say: "Said it." } }]);
  });

  it("keeps the order of calls that write one device", async () => {
    const { assistant, home } = testAssistant(server);
    const by = (change: number) => ({ writes: [{ device: "living-lamp", property: "light.brightness", change }] });
    server.play(
      setting({ writes: [write("living-lamp", "light.brightness", 40)], say: "." }),
      calls([
        { tool: "set_properties", args: by(10) },
        { tool: "set_properties", args: by(20) },
        { tool: "get_state", args: { devices: ["living-lamp"] } },
      ]),
      words("It is at 70 percent."),
    );
    await assistant.ask({ text: "set the lamp to 40" });
    const result = await assistant.ask({ text: "brighter, and brighter still; what is it then?" });
    const lamp = home.device("living-lamp");
    expect(lamp && currentValue(lamp, "light.brightness")).toBe(70);
    expect(messagesOf(2).at(-1)?.content).toContain('"brightness":"70 %"');
    expect(result.reply).toBe("It is at 70 percent.");
  });
});

describe("a question to a model", () => {
  it("is answered from parallel reads", async () => {
    const { assistant } = testAssistant(server);
    server.play(
      calls([
        { tool: "get_state", args: { kind: "light" } },
        { tool: "get_state", args: { devices: ["living-ac"], properties: ["air-conditioner.on"] } },
      ]),
      words("No light is on, and the air conditioner is off."),
    );
    const result = await assistant.ask({ text: "what is on?" });
    expect(result.reply).toBe("No light is on, and the air conditioner is off.");
    expect(messagesOf(1).slice(-2)).toMatchObject([{ role: "tool" }, { role: "tool" }]);
    expect(result.outcomes).toEqual([]);
  });

  it("is streamed, and text before a call is taken back", async () => {
    const { assistant } = testAssistant(server);
    server.play(
      calls([{ tool: "find_devices", args: { text: "lamp" } }], { content: "Let me look. One" }),
      words("Once upon a time there was a lamp. It shone. The end."),
    );
    const events: TurnEvent[] = [];
    await assistant.ask({ text: "tell me a story about my lamp" }, undefined, (event) => events.push(event));
    const shown = events.flatMap((event) => (event.type === "text" || event.type === "replace" ? [event] : []));
    expect(shown.slice(0, 2)).toEqual([
      { type: "text", text: "Let me look." },
      { type: "replace", text: "" },
    ]);
    expect(shown.length).toBeGreaterThan(2);
    const last = shown.slice(2).map(({ text }) => text);
    expect(last.join("")).toBe("Once upon a time there was a lamp. It shone. The end.");
  });

  it("may be answered with a question that expects a reply", async () => {
    const { assistant } = testAssistant(server);
    server.play(words("Which light do you mean, the ceiling light or the floor lamp?"));
    const result = await assistant.ask({ text: "turn on the light" });
    expect(result.expectsReply).toBe(true);
    expect(result.outcomes).toEqual([]);
  });

  it("reports tokens and cost of all rounds", async () => {
    const { assistant } = testAssistant(server);
    const usage = { prompt: 1000, completion: 10, cached: 800, cost: 0.0004 };
    server.play(calls([{ tool: "get_state", args: { room: "kitchen" } }], { usage }), words("Off.", { usage }));
    const result = await assistant.ask({ text: "is it dark in the kitchen?" });
    expect(result.usage).toEqual({
      promptTokens: 2000,
      completionTokens: 20,
      cachedTokens: 1600,
      cost: 0.0008,
      rounds: 2,
      refusedCalls: 0,
      model: "xiaomi/hunter-alpha",
    });
  });
});

describe("differences of other servers", () => {
  it("a whole answer from a server without streaming is taken", async () => {
    const { assistant } = testAssistant(server);
    const message = { role: "assistant", content: "Because of the air." };
    server.play({ body: { model: "qwen3", choices: [{ index: 0, message, finish_reason: "stop" }] } });
    const result = await assistant.ask({ text: "why is the sky blue?" });
    expect(result.reply).toBe("Because of the air.");
    expect(result.usage?.model).toBe("qwen3");
  });

  it("thinking left in the text is removed", async () => {
    const { assistant } = testAssistant(server);
    server.play(words("<think> The person asks. I look. </think> Because of the air."));
    const events: TurnEvent[] = [];
    const { reply } = await assistant.ask({ text: "why is the sky blue?" }, undefined, (event) => events.push(event));
    expect(reply).toBe("Because of the air.");
    expect(JSON.stringify(events)).not.toContain("asks");
  });

  it("another server gets none of OpenRouter's fields, and is asked for usage", async () => {
    const { assistant } = testAssistant(server, { options: { openRouter: false, model: "qwen3" } });
    server.play(words("Because of the air."));
    await assistant.ask({ text: "why is the sky blue?" });
    const keys = Object.keys(server.requests[0]?.body ?? {});
    expect(keys.sort()).toEqual(["messages", "model", "stream", "stream_options", "tool_choice", "tools"]);
  });

  it("arguments as an object and calls without an index are taken, and reasoning_content is sent back", async () => {
    const { assistant } = testAssistant(server);
    const call = { id: "c1", function: { name: "get_state", arguments: { room: "kitchen" } } };
    server.play(
      {
        events: [
          PROCESSING,
          delta({ reasoning_content: "hm" }),
          delta({ tool_calls: [call] }),
          delta({}, "stop"),
          usageChunk(),
        ],
      },
      words("Off."),
    );
    const result = await assistant.ask({ text: "why is the sky blue?" });
    expect(result.reply).toBe("Off.");
    expect(messagesOf(1).at(-2)).toMatchObject({ reasoning_content: "hm" });
    // Xiaomi and DeepSeek have this field, OpenRouter does not.
    expect(server.problems.splice(0)).toEqual([expect.stringContaining("reasoning_content")]);
  });
});

describe("the request to OpenRouter", () => {
  it("forbids storage, and has session and key", async () => {
    const { assistant } = testAssistant(server);
    server.play(words("Because of the air."));
    const { conversation } = await assistant.ask({ text: "why is the sky blue?" });
    const request = server.requests[0];
    expect(request?.body).toMatchObject({
      model: "xiaomi/hunter-alpha",
      provider: { data_collection: "deny" },
      session_id: conversation,
      tool_choice: "auto",
      stream: true,
    });
    expect(request?.headers.authorization).toBe("Bearer sk-test");
    expect(request?.body.tools?.map((tool) => tool.function.name)).toEqual([
      "find_devices",
      "get_state",
      "set_properties",
      "invoke_action",
    ]);
  });

  it("has the conversation with calls and results, and the same system prompt", async () => {
    const { assistant } = testAssistant(server);
    server.play(
      setting({ writes: [write("kitchen-ceiling", "light.on", true)], say: "It is on." }),
      words("It was the kitchen light."),
    );
    const { conversation } = await assistant.ask({ text: "make the kitchen bright" });
    await assistant.ask({ text: "which one was that?", conversation });
    expect(messagesOf(1).map(({ role }) => role)).toEqual(["system", "user", "assistant", "tool", "assistant", "user"]);
    expect(messagesOf(1)[0]).toEqual(messagesOf(0)[0]);
    expect(messagesOf(1)[1]).toEqual({ role: "user", content: "make the kitchen bright" });
    expect(messagesOf(1)[4]).toEqual({ role: "assistant", content: "It is on." });
  });
});
