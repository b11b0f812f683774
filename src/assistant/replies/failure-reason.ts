import { cleanText, JiaError } from "../../home/index.ts";
import { errorText, type Language, messages } from "../../language/index.ts";

/** The reason of a failure, as a part of a sentence without a full stop. @param onError called with unexpected errors */
export function failureReason(
  error: unknown,
  language: Language,
  signal: AbortSignal,
  onError?: (error: unknown) => void,
): string {
  if (signal.aborted) return withoutStop(messages(language).turn.cancelled);
  if (error instanceof JiaError && error.code !== "internal") return withoutStop(errorText(error, language));
  if (!(error instanceof JiaError)) onError?.(error);
  return cleanText(error instanceof Error ? error.message : String(error), 200);
}

function withoutStop(text: string): string {
  return text.replace(/[.。]$/, "");
}
