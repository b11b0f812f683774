import { describe, expect, it } from "vitest";
import { isSmallModel, PROVIDERS, providerAt } from "../../../../src/assistant/model/index.ts";
import { testAssistant } from "../../../support/assistant.ts";
import { calls, failing, words } from "../../../support/model-server.ts";
import { strictModelServer } from "../../../support/strict-model-server.ts";

const server = strictModelServer();
const body = (round: number) => server.requests[round]?.body;

function assistantOf(name: string, options: { readonly thinking?: boolean; readonly model?: string } = {}) {
  const provider = PROVIDERS.find((each) => each.name === name);
  if (!provider) return expect.unreachable(name);
  return testAssistant(server, { options: { openRouter: false, model: "m", ...options, provider } }).assistant;
}

describe("the provider of a base URL", () => {
  it.each([
    ["https://openrouter.ai/api/v1", "OpenRouter"],
    ["https://api.xiaomimimo.com/v1", "Xiaomi MiMo"],
    ["https://token-plan-sgp.xiaomimimo.com/v1", "Xiaomi MiMo"],
    ["https://api.deepseek.com", "DeepSeek"],
    ["https://dashscope-intl.aliyuncs.com/compatible-mode/v1", "Qwen"],
    ["https://ark.cn-beijing.volces.com/api/v3", "Doubao"],
    ["http://192.168.1.20:11434/v1", "Ollama"],
    ["http://localhost:1234/v1", "LM Studio"],
    ["https://models.example.org/v1", "unknown"],
    ["https://openrouter.ai.example.org/v1", "unknown"],
  ])("%s", (url, name) => {
    expect(providerAt(url).name).toBe(name);
  });

  it("has a documentation, one name and hosts of its own", () => {
    const hosts = PROVIDERS.flatMap((each) => each.hosts);
    expect(new Set(hosts).size).toBe(hosts.length);
    expect(new Set(PROVIDERS.map(({ name }) => name)).size).toBe(PROVIDERS.length);
    for (const { source } of PROVIDERS) expect(source).toMatch(/^https:\/\//);
  });
});

describe("a model counts as small or not", () => {
  it.each([
    ["qwen3:8b", "https://openrouter.ai/api/v1", true],
    ["qwen/qwen-2.5-7b-instruct", "https://openrouter.ai/api/v1", true],
    ["gemma3:1.5b", "http://localhost:11434/v1", true],
    ["llama3.3:70b", "http://localhost:11434/v1", false],
    ["qwen3-235b-a22b", "https://openrouter.ai/api/v1", false],
    ["llama3.1", "http://localhost:11434/v1", true],
    ["xiaomi/hunter-alpha", "https://openrouter.ai/api/v1", false],
    ["xiaomi/mimo-v2.6-pro", "https://openrouter.ai/api/v1", false],
  ])("%s at %s: %s", (model, url, small) => {
    expect(isSmallModel(model, providerAt(url))).toBe(small);
  });
});

describe("a request to a model", () => {
  it.each([
    // The types of OpenRouter's package are behind its documentation here.
    ["OpenRouter", { reasoning: { enabled: false } }, ["/reasoning/enabled"]],
    ["DeepSeek", { thinking: { type: "disabled" } }, ["/thinking"]],
    ["Qwen", { enable_thinking: false }, ["/enable_thinking"]],
    ["Ollama", { reasoning_effort: "none" }, []],
    ["vLLM", { chat_template_kwargs: { enable_thinking: false } }, ["/chat_template_kwargs"]],
  ])("switches thinking off in the form of %s", async (name, fields, foreign) => {
    server.play(words("Because of the sun."));
    await assistantOf(name, { thinking: false }).ask({ text: "why is the sky blue" });
    expect(body(0)).toMatchObject(fields);
    expect(server.problems.splice(0)).toEqual(foreign.map((field) => `OpenRouter does not know ${field}`));
  });

  it("has no field for thinking without a setting", async () => {
    server.play(words("Because of the sun."));
    await assistantOf("Qwen").ask({ text: "why is the sky blue" });
    expect(body(0)).not.toHaveProperty("enable_thinking");
  });

  it("switches thinking off for OpenAI models that need it for tools", async () => {
    server.play(words("Because of the sun."));
    await assistantOf("OpenAI", { model: "gpt-5.6" }).ask({ text: "why is the sky blue" });
    expect(body(0)).toMatchObject({ reasoning_effort: "none" });
  });

  it("has no null content for Xiaomi's own server", async () => {
    const writes = [{ device: "kitchen-ceiling", property: "light.on", value: true }];
    server.play(calls([{ tool: "set_properties", args: { writes } }]), words("The kitchen light is on."));
    await assistantOf("Xiaomi MiMo").ask({ text: "it is gloomy in the kitchen" });
    expect(body(1)?.messages.at(-2)).toMatchObject({ role: "assistant", content: "" });
    expect(body(0)).not.toHaveProperty("stream_options");
  });

  it("has no tool_choice for servers that do not know it", async () => {
    server.play(words("Because of the sun."));
    await assistantOf("GLM").ask({ text: "why is the sky blue" });
    expect(body(0)?.tools?.length).toBeGreaterThan(3);
    expect(body(0)).not.toHaveProperty("tool_choice");
  });

  it("is repeated without a field that the server refuses by name, and later requests lack it too", async () => {
    server.play(failing(400, "Unknown field: stream_options"), words("Because of the sun."), words("It was Tuesday."));
    const assistant = assistantOf("Hunyuan");
    expect((await assistant.ask({ text: "why is the sky blue" })).reply).toBe("Because of the sun.");
    await assistant.ask({ text: "tell me about the first moon landing" });
    expect([0, 1, 2].map((round) => body(round)?.["stream_options"] !== undefined)).toEqual([true, false, false]);
  });
});
