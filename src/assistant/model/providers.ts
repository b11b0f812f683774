/** How a server is told that the model shall, or shall not, think before it answers. */
export type ThinkingForm =
  | "reasoning.enabled"
  | "thinking.type"
  | "enable_thinking"
  | "reasoning_effort"
  | "chat_template_kwargs";

/** In what an OpenAI-compatible server differs from the others, as far as a request depends on it. */
export interface Provider {
  readonly name: string;
  /** Its host names; subdomains are its too. */
  readonly hosts: readonly string[];
  /** Where it listens on a machine at home, when nothing else is configured. */
  readonly port?: number;
  /** It tells the tokens of a stream only when `stream_options` asks for them. */
  readonly asksUsage: boolean;
  /** How tool calls are forbidden: by `tool_choice`, which some do not know, or by naming no tools. */
  readonly forbids: "tool_choice" | "no tools";
  /** An assistant message that only calls tools has to have a text, if an empty one. */
  readonly needsText?: true;
  readonly thinking: ThinkingForm | null;
  /** With tools it answers only when it is told not to think. */
  readonly thinksNot?: RegExp;
  /** It keeps a whole answer to a JSON Schema. */
  readonly schema: boolean;
  /** It runs at home: its models are often small. */
  readonly local?: true;
  /** Where this is documented. */
  readonly source: string;
}

/** What is not listed here: the fields that most servers take. */
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
    // It thinks unless told otherwise, and takes no tool_choice then: https://github.com/deepseek-ai/DeepSeek-V3/issues/1376
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
    // Its reference has no tool_choice.
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

/** The provider behind a base URL: by its host, else by the port that a server at home has. */
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

/** Billions of parameters from which on a model takes the whole tools. */
const LARGE = 20;

/** Whether a model is small: by the size in its name, `qwen3:8b`; without one, whether it runs at home. */
export function isSmallModel(model: string, provider: Provider): boolean {
  const sizes = [...model.toLowerCase().matchAll(/(?<![\d.a-z])(\d+(?:\.\d+)?)b(?![a-z])/g)].map(([, size]) =>
    Number(size),
  );
  return sizes.length > 0 ? Math.max(...sizes) < LARGE : provider.local === true;
}
