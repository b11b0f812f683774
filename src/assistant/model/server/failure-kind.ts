/** Why a model call failed. */
export type FailureKind =
  | "unauthorized"
  | "no-credit"
  | "rate-limited"
  /** The model is no longer offered. */
  | "gone"
  /** The server knows no model of that name. */
  | "unknown-model"
  /** The model is offered, but without tools. */
  | "no-tools"
  /** No provider of the model supports the request. */
  | "no-provider"
  /** No provider of the model promises not to store requests. */
  | "private"
  /** The server has nothing at this address. */
  | "no-address"
  /** The server is no OpenAI-compatible server. */
  | "no-model-server"
  /** The server redirects to `to`. */
  | "redirected"
  /** The certificate of the server is not trusted. */
  | "untrusted"
  | "too-long"
  | "refused"
  | "unavailable"
  | "timeout"
  /** The time limit of the turn passed while waiting for an answer. */
  | "slow"
  | "broken"
  /** The answer exceeded its bounds. */
  | "endless"
  /** The answer is nested too deeply. */
  | "too-deep"
  /** The model wrote a tool call as text, twice. */
  | "call-as-text"
  /** The model repeated useless calls. */
  | "astray"
  /** A limit of the day is reached. */
  | "day-budget"
  | "empty";

/** Kinds by error codes and types of OpenRouter, OpenAI, Ollama and vLLM. */
const BY_REASON: ReadonlyMap<string, FailureKind> = new Map([
  ["privacy_restricted", "private"],
  ["model_deprecated", "gone"],
  ["constraint_filtered", "no-provider"],
  ["model_not_found", "unknown-model"],
  ["context_length_exceeded", "too-long"],
]);

/** Kinds by the words of an error without such a code, the most specific first. */
const BY_WORDS: readonly (readonly [RegExp, FailureKind])[] = [
  [/data policy|data_collection|privacy/i, "private"],
  [/support (?:tool|function)|tool (?:use|calling) (?:is|are) not|not support (?:tools|function)/i, "no-tools"],
  [/deprecated|no longer (?:offered|available)|retired|decommissioned/i, "gone"],
  [/no allowed providers|no endpoints found/i, "no-provider"],
  [/not a valid model|no such model|unknown model|model.{0,200}(?:not found|not exist)/is, "unknown-model"],
];

/** The kind of an error, by its code, its HTTP status and its words. */
export function failureKindOf(status: number | undefined, reason: string, said: string): FailureKind {
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

/** Whether an error code gives the kind. */
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

/** Whether a failure is specific to the model, so that another one of the same server may work. */
export function isOfModel(kind: FailureKind): boolean {
  return REASONS_OF_MODEL.has(kind);
}
