/** The request field that switches a model's thinking on or off. */
export type ThinkingForm =
  | "reasoning.enabled"
  | "thinking.type"
  | "enable_thinking"
  | "reasoning_effort"
  | "chat_template_kwargs";

/** An OpenAI-compatible server, with the differences that matter for requests. */
export interface Provider {
  readonly name: string;
  /** Host names, including their subdomains. */
  readonly hosts: readonly string[];
  /** The default port of a local server. */
  readonly port?: number;
  /** It reports the usage of a stream only with `stream_options`. */
  readonly asksUsage: boolean;
  /** How to forbid tool calls: by `tool_choice`, which some do not know, or by sending no tools. */
  readonly forbids: "tool_choice" | "no tools";
  /** An assistant message with only tool calls needs a content, which may be empty. */
  readonly needsText?: true;
  readonly thinking: ThinkingForm | null;
  /** Models that answer with tools only when thinking is off. */
  readonly thinksNot?: RegExp;
  /** It enforces a JSON Schema for the whole answer. */
  readonly schema: boolean;
  /** It runs locally, often with small models. */
  readonly local?: true;
  /** URL of the documentation. */
  readonly source: string;
}

/** The defaults for unknown servers: the fields that most servers accept. */
const UNKNOWN: Provider = {
  name: "unknown",
  hosts: [],
  asksUsage: true,
  forbids: "tool_choice",
  thinking: null,
  schema: false,
  source: "https://platform.openai.com/docs/api-reference/chat",
};

const CLOUD = { asksUsage: true, forbids: "tool_choice", schema: false } as const;
const LOCAL = { hosts: [], asksUsage: true, schema: true, local: true } as const;

export const PROVIDERS: readonly Provider[] = [
  {
    ...CLOUD,
    name: "OpenRouter",
    hosts: ["openrouter.ai"],
    // Usage comes unasked.
    asksUsage: false,
    thinking: "reasoning.enabled",
    source: "https://openrouter.ai/docs/api/reference/overview",
  },
  {
    ...CLOUD,
    name: "Xiaomi MiMo",
    hosts: ["xiaomimimo.com"],
    // Reported to be refused: https://github.com/Zoo-Code-Org/Zoo-Code/issues/80
    asksUsage: false,
    // A null is refused: https://github.com/XiaomiMiMo/MiMo-V2-Flash/issues/8
    needsText: true,
    thinking: "thinking.type",
    source: "https://platform.xiaomimimo.com/docs/zh-CN/api/chat/openai-api",
  },
  {
    ...CLOUD,
    name: "DeepSeek",
    hosts: ["api.deepseek.com"],
    // It thinks by default, and takes no tool_choice then: https://github.com/deepseek-ai/DeepSeek-V3/issues/1376
    forbids: "no tools",
    thinking: "thinking.type",
    source: "https://api-docs.deepseek.com/guides/thinking_mode",
  },
  {
    ...CLOUD,
    name: "Qwen",
    hosts: ["aliyuncs.com"],
    thinking: "enable_thinking",
    source: "https://help.aliyun.com/en/model-studio/deep-thinking",
  },
  {
    ...CLOUD,
    name: "MiniMax",
    hosts: ["api.minimax.io", "api.minimaxi.com"],
    // Its API reference has no tool_choice.
    forbids: "no tools",
    thinking: "thinking.type",
    source: "https://platform.minimax.io/docs/api-reference/text-openai-api",
  },
  {
    ...CLOUD,
    name: "ERNIE",
    hosts: ["qianfan.baidubce.com"],
    thinking: "enable_thinking",
    schema: true,
    source: "https://cloud.baidu.com/doc/qianfan-api/s/3m7of64lb",
  },
  {
    ...CLOUD,
    name: "Doubao",
    hosts: ["volces.com"],
    thinking: "thinking.type",
    source: "https://www.volcengine.com/docs/82379/1449737",
  },
  {
    ...CLOUD,
    name: "Hunyuan",
    hosts: ["tencentmaas.com", "hunyuan.cloud.tencent.com"],
    thinking: null,
    source: "https://cloud.tencent.com/document/product/1729/111007",
  },
  {
    ...CLOUD,
    name: "Kimi",
    hosts: ["api.moonshot.ai", "api.moonshot.cn"],
    thinking: "thinking.type",
    schema: true,
    source: "https://platform.moonshot.ai/docs/api/chat",
  },
  {
    ...CLOUD,
    name: "GLM",
    hosts: ["open.bigmodel.cn", "api.z.ai"],
    // Only "auto" is supported.
    forbids: "no tools",
    thinking: "thinking.type",
    source: "https://docs.z.ai/api-reference/llm/chat-completion",
  },
  {
    ...CLOUD,
    name: "OpenAI",
    hosts: ["api.openai.com"],
    thinking: "reasoning_effort",
    // https://github.com/BerriAI/litellm/issues/34569
    thinksNot: /^gpt-5\.[4-9]/,
    schema: true,
    source: "https://platform.openai.com/docs/api-reference/chat",
  },
  {
    ...LOCAL,
    name: "Ollama",
    port: 11_434,
    // It ignores tool_choice: https://github.com/ollama/ollama/issues/17921
    forbids: "no tools",
    thinking: "reasoning_effort",
    source: "https://docs.ollama.com/api/openai-compatibility",
  },
  {
    ...LOCAL,
    name: "llama.cpp",
    port: 8080,
    forbids: "tool_choice",
    thinking: "reasoning_effort",
    source: "https://github.com/ggml-org/llama.cpp/blob/master/tools/server/README.md",
  },
  {
    ...LOCAL,
    name: "LM Studio",
    port: 1234,
    forbids: "tool_choice",
    thinking: "reasoning_effort",
    source: "https://lmstudio.ai/docs/developer/openai-compat",
  },
  {
    ...LOCAL,
    name: "vLLM",
    port: 8000,
    forbids: "tool_choice",
    thinking: "chat_template_kwargs",
    source: "https://docs.vllm.ai/en/latest/features/tool_calling/",
  },
];

/** The provider at a base URL, by its host, otherwise by the default port of a local server; an unknown one has defaults. */
export function providerAt(url: string): Provider {
  if (!URL.canParse(url)) return UNKNOWN;
  const { hostname, port } = new URL(url);
  const named = PROVIDERS.find(({ hosts }) => hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`)));
  return named ?? PROVIDERS.find((each) => each.port !== undefined && String(each.port) === port) ?? UNKNOWN;
}

/** The fields that switch thinking on or off. */
export function thinkingFields(form: ThinkingForm, thinks: boolean): Readonly<Record<string, unknown>> {
  switch (form) {
    case "reasoning.enabled":
      return { reasoning: { enabled: thinks } };
    case "thinking.type":
      return { thinking: { type: thinks ? "enabled" : "disabled" } };
    case "enable_thinking":
      return { enable_thinking: thinks };
    case "reasoning_effort":
      return { reasoning_effort: thinks ? "medium" : "none" };
    case "chat_template_kwargs":
      return { chat_template_kwargs: { enable_thinking: thinks } };
    default:
      return form satisfies never;
  }
}

/** Billions of parameters from which on a model gets the full tools. */
const LARGE = 20;

/** Whether a model is small: by the size in its name (`qwen3:8b`), otherwise whether its provider is local. */
export function isSmallModel(model: string, provider: Provider): boolean {
  const sizes = [...model.toLowerCase().matchAll(/(?<![\d.a-z])(\d+(?:\.\d+)?)b(?![a-z])/g)].map(([, size]) =>
    Number(size),
  );
  return sizes.length > 0 ? Math.max(...sizes) < LARGE : provider.local === true;
}
