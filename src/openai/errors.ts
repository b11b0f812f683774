import { type ErrorForm, issuePlaces } from "../api/index.ts";
import { cleanText, type ErrorCode, JiaError } from "../home/index.ts";
import { errorText, type Language, message } from "../language/index.ts";
import { CHAT, canonicalPath, isOwnPath, MODELS, RESPONSES } from "./addresses.ts";

/** An error as this protocol has it. */
export interface OpenAiError {
  readonly message: string;
  readonly type: string;
  /** The field of the request that is to blame. */
  readonly param: string | null;
  readonly code: string | null;
}

/** The names that clients know for errors of our table; the others keep their own. */
const CODES: Partial<Readonly<Record<ErrorCode, string>>> = {
  unauthorized: "invalid_api_key",
  "too-many-requests": "rate_limit_exceeded",
  "unknown-model": "model_not_found",
  "unknown-response": "previous_response_not_found",
};

/** The longest body, in MB: chat programs send the whole conversation each time, with its pictures. */
export const MOST_MB = 4;

/** An error of ours in the form of this protocol. */
export function openAiError(error: JiaError, language: Language): OpenAiError {
  const { param } = error.details;
  const told = error.code === "too-large" ? new JiaError("too-large", { most: MOST_MB }) : error;
  return {
    message: errorText(told, language),
    type: typeOf(error.status),
    param: typeof param === "string" ? param : (issuePlaces(error)[0] ?? null),
    code: CODES[error.code] ?? error.code.replaceAll("-", "_"),
  };
}

/** All errors below the addresses of this protocol, and the spellings of these. */
export const openAiErrors: ErrorForm = {
  covers: isOwnPath,
  canonical: canonicalPath,
  unknown: (method, path) =>
    new JiaError("not-found", {
      what: message("openai.address", {
        method,
        path: cleanText(path, 100),
        models: MODELS,
        chat: CHAT,
        responses: RESPONSES,
      }),
    }),
  body: (error, language) => ({ error: openAiError(error, language) }),
};

function typeOf(status: number): string {
  if (status === 401) return "authentication_error";
  if (status === 403) return "permission_error";
  if (status === 429) return "rate_limit_error";
  return status >= 500 ? "server_error" : "invalid_request_error";
}
