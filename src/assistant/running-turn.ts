import type { Origin } from "../home/index.ts";
import type { Language } from "../language/index.ts";
import { withoutRepeats } from "../understanding/text/repeats.ts";
import type { Conversation, LocalReply, LocalRequest, LocalResult, TurnEvent, TurnResult } from "./contract.ts";
import type { ModelMessage } from "./model/messages.ts";
import type { TextStream } from "./model/text/text-stream.ts";
import { yesOrNo } from "./open/yes-or-no.ts";
import { waitsForAnswer } from "./statements/sentences.ts";

/** What the local engine recognised of a text that it does not answer. */
export type Hints = Extract<LocalResult, { handled: false }>["hints"];

/** The result of one path of a turn. */
export type Answer = Omit<TurnResult, "conversation" | "ms"> & {
  readonly messages?: readonly ModelMessage[];
  /** No model answered and nothing was done: another path may answer. */
  readonly unused?: true;
};

/** The inputs of a running turn. */
export interface RunningTurn {
  /** The text for the local engine. */
  readonly text: string;
  /** The text for a model: digits that may be a PIN are masked. */
  readonly shown: string;
  readonly language: Language;
  readonly conversation: Conversation;
  readonly origin: Origin;
  readonly signal: AbortSignal;
  readonly emit: (event: TurnEvent) => void;
  readonly stream: TextStream;
}

/** The request to the local engine; repeated words are left out. */
export function localRequestOf({ text, conversation, language, origin, signal }: RunningTurn): LocalRequest {
  return { text: withoutRepeats(text), conversation, language, room: conversation.room, origin, signal };
}

/** A reply of the local engine as an answer; its calls and outcomes are emitted. */
export function fromLocal(
  { emit }: RunningTurn,
  { reply, expectsReply, outcomes, calls, failed, refused }: LocalReply,
): Answer {
  for (const call of calls) emit({ type: "call", call });
  for (const outcome of outcomes) emit({ type: "outcome", outcome });
  return {
    reply,
    expectsReply,
    path: "local",
    outcomes,
    calls,
    ...(failed && { failed }),
    ...(refused !== undefined && { refused }),
  };
}

/** Most words, or Chinese characters, of a short answer. */
const SHORT = { words: 3, characters: 6 };

/** Whether a text is a short answer to a question of the model: its missing parts stand in that question. */
export function answersModel({ text, conversation: { exchanges, open } }: RunningTurn): boolean {
  const last = exchanges.at(-1);
  if (last?.path !== "model" || open.items.length > 0 || !waitsForAnswer(last.reply)) return false;
  const characters = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (characters > 0) return characters <= SHORT.characters;
  return text.split(/\s+/u).length <= SHORT.words && yesOrNo(text) !== false;
}

/** Whether a local reply is a refusal without any effect: a model may understand the sentence. */
export function isRefusal({ outcomes, calls, failed, refused = 0, expectsReply }: LocalReply): boolean {
  return outcomes.length + calls.length === 0 && (failed === true || refused > 0) && !expectsReply;
}

export const NO_HINTS: Hints = { devices: [], rooms: [], kinds: [] };

/** A local answer without effects. */
export function plain(reply: string, expectsReply = false): Answer {
  return { reply, expectsReply, path: "local", outcomes: [], calls: [] };
}

/** An answer that says why nothing was done. */
export function failure(reply: string): Answer {
  return { ...plain(reply), failed: true };
}
