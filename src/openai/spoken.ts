import type { TurnEvent, TurnResult } from "../assistant/index.ts";

/** A piece of an answer as it is sent, and at the end all of it. */
export type Piece =
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "end";
      /** All text that was sent. */
      readonly sent: string;
      /** The reply: the text sent, unless some of it was taken back. */
      readonly reply: string;
      readonly usage: TokenCounts;
    };

/** Tokens that a model used for the answer; zeros when none ran. */
export interface TokenCounts {
  readonly prompt: number;
  readonly completion: number;
  readonly cached: number;
}

export const NO_TOKENS: TokenCounts = { prompt: 0, completion: 0, cached: 0 };

/** Between text that was sent and the reply that takes its place: what is sent cannot be taken back. */
const INSTEAD = "\n\n";

/**
 * A turn as text that only grows. Each piece leaves as soon as the turn releases it.
 * @param ended called with all text before its end is given
 * @throws what the turn throws
 */
export async function* spokenPieces(
  events: AsyncIterable<TurnEvent>,
  ended: (sent: string) => void,
): AsyncGenerator<Piece> {
  let sent = "";
  /** Sent text was taken back: the rest comes with the end. */
  let held = false;
  for await (const event of events) {
    if (event.type === "text" && !held) {
      sent += event.text;
      yield { kind: "text", text: event.text };
    } else if (event.type === "replace" && sent !== "") {
      held = true;
    } else if (event.type === "done") {
      const { reply, usage } = event.result;
      const rest = reply.startsWith(sent) ? reply.slice(sent.length) : INSTEAD + reply;
      sent += rest;
      ended(sent);
      if (rest !== "") yield { kind: "text", text: rest };
      yield { kind: "end", sent, reply, usage: countsOf(usage) };
    }
  }
}

/** An answer that is known already. */
export async function* toldPieces(text: string): AsyncGenerator<Piece> {
  yield { kind: "text", text };
  yield await Promise.resolve({ kind: "end", sent: text, reply: text, usage: NO_TOKENS });
}

function countsOf(usage: TurnResult["usage"]): TokenCounts {
  if (!usage) return NO_TOKENS;
  return { prompt: usage.promptTokens, completion: usage.completionTokens, cached: usage.cachedTokens };
}
