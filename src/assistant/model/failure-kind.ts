/** Why a model call failed. */
export type FailureKind =
  | "unauthorized"
  | "no-credit"
  | "rate-limited"
  /** It was offered once, and is no more. */
  | "gone"
  /** The server knows no model of that name. */
  | "unknown-model"
  /** It is offered, but not with tools. */
  | "no-tools"
  /** No provider of it takes what is asked for. */
  | "no-provider"
  /** No provider promises not to keep what is sent. */
  | "private"
  /** The server has nothing at this address. */
  | "no-address"
  /** What answers is no server of models. */
  | "no-model-server"
  /** The server sends the request on to `to`. */
  | "redirected"
  /** Its certificate is not one to trust. */
  | "untrusted"
  | "too-long"
  | "refused"
  | "unavailable"
  | "timeout"
  /** The time of the whole turn was over before it had answered. */
  | "slow"
  | "broken"
  /** Its answer grew beyond all bounds. */
  | "endless"
  /** Its answer is nested beyond all bounds. */
  | "too-deep"
  /** It wrote a tool call as text, twice. */
  | "call-as-text"
  /** It called what is no tool, or the same in vain, again and again. */
  | "astray"
  | "empty";

/** Codes and types of errors that name the reason themselves: OpenRouter's, OpenAI's, Ollama's, vLLM's. */
const BY_REASON: ReadonlyMap<string, FailureKind> = new Map([
  ["privacy_restricted", "private"],
  ["model_deprecated", "gone"],
  ["constraint_filtered", "no-provider"],
  ["model_not_found", "unknown-model"],
  ["context_length_exceeded", "too-long"],
]);

/** What is said in the other cases, most telling first. */
const BY_WORDS: readonly (readonly [RegExp, FailureKind])[] = [
  [/data policy|data_collection|privacy/i, "private"],
  [/support (?:tool|function)|tool (?:use|calling) (?:is|are) not|not support (?:tools|function)/i, "no-tools"],
  [/deprecated|no longer (?:offered|available)|retired|decommissioned/i, "gone"],
  [/no allowed providers|no endpoints found/i, "no-provider"],
  [/not a valid model|no such model|unknown model|model.{0,200}(?:not found|not exist)/is, "unknown-model"],
];

/** What an error means by its status, by a code of its own and by its words. */
export function kindOf(status: number | undefined, reason: string, said: string): FailureKind {
  const named = BY_REASON.get(reason);
  if (named) return named;
  switch (status) {
    case 400:
      if (/context (?:length|window)|too many tokens|prompt is too long/i.test(said)) return "too-long";
      return byWords(said) ?? "refused";
    case 401:
      return "unauthorized";
    case 402:
      return "no-credit";
    case 404:
      return byWords(said) ?? "no-address";
    case 405:
      return "no-address";
    case 408:
    case 504:
      return "timeout";
    case 409:
      return "unavailable";
    case 429:
      return "rate-limited";
    default:
      if (status === undefined || status >= 500) return "unavailable";
      return "refused";
  }
}

function byWords(said: string): FailureKind | undefined {
  const text = said.slice(0, 2000);
  return BY_WORDS.find(([words]) => words.test(text))?.[1];
}

/** Whether a code is one that names the reason itself. */
export function namesReason(code: string): boolean {
  return BY_REASON.has(code);
}

const REASONS_OF_MODEL: ReadonlySet<FailureKind> = new Set([
  "gone",
  "unknown-model",
  "no-tools",
  "no-provider",
  "private",
] satisfies FailureKind[]);

/** Whether the reason is the model's alone: another one of the same server may do. */
export function isOfModel(kind: FailureKind): boolean {
  return REASONS_OF_MODEL.has(kind);
}
