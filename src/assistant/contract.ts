/**
 * What a turn of the assistant is: text in, events out. `turn.ts` runs it: `local/` first, then `model/`; both write the
 * same conversation, so "make it darker there" works after either.
 */
import type { Command, DeviceId, Origin, Outcome, PropertyAddress } from "../home/index.ts";
import type { Language } from "../language/index.ts";
import type { PeopleSaid } from "../understanding/presence/said.ts";
import type { ModelMessage } from "./model/messages.ts";
import type { ChoiceItem, OpenList, SentencePart, YesItem } from "./open/items.ts";
import type { MovedPlan, PlanRef } from "./plan-changes.ts";

export interface TurnRequest {
  readonly text: string;
  /** Id of a conversation to go on with; a new one is made when it is left out or too old. */
  readonly conversation?: string;
  /** The conversation has to be there: nothing is done where nothing was said in it. */
  readonly existing?: boolean;
  /** Id of the room that the speaker is in, null when it is not known. */
  readonly room?: string | null;
  /** The language to answer in; that of the text when it is left out. */
  readonly language?: Language;
  /** Id of the person who says it, where it is known. */
  readonly person?: string;
  /** Certainly none of the people of the home says it. */
  readonly stranger?: true;
  readonly origin?: Origin;
}

/** A command or read as it was asked for, in the form of the model's tools: the same for both paths. */
export interface ToolCall {
  readonly tool: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

export interface Usage {
  readonly promptTokens: number;
  readonly completionTokens: number;
  readonly cachedTokens: number;
  /** US dollars as the provider states them; absent when it does not. */
  readonly cost?: number;
  /** Model calls of this turn. */
  readonly rounds: number;
  /** Tool calls that had to be refused: no such tool, or arguments that are not valid. */
  readonly refusedCalls: number;
  /** The model that answered. */
  readonly model: string;
}

export interface TurnResult {
  readonly reply: string;
  /** The reply is a question that waits for an answer (a voice client listens on). */
  readonly expectsReply: boolean;
  /** The reply asks for a PIN: what is typed next is shown and kept by nobody. */
  readonly expectsPin?: true;
  readonly path: "local" | "model";
  readonly conversation: string;
  readonly outcomes: readonly Outcome[];
  readonly calls: readonly ToolCall[];
  readonly usage?: Usage;
  /** From the request to the finished reply. */
  readonly ms: number;
  /** What was asked for was not done and no outcome shows it: not understood, no such device, no model, stopped. */
  readonly failed?: true;
  /** How many parts of the sentence were refused: no such device, no such property, value not allowed. */
  readonly refused?: number;
}

/** What happens during a turn, in order; `done` is the last. */
export type TurnEvent =
  | { readonly type: "started"; readonly conversation: string }
  /** A piece of the reply. Concatenated they are `result.reply`, unless a `replace` follows. */
  | { readonly type: "text"; readonly text: string }
  /** Forget the text so far: the outcome was not what the model had said. */
  | { readonly type: "replace"; readonly text: string }
  | { readonly type: "call"; readonly call: ToolCall }
  | { readonly type: "outcome"; readonly outcome: Outcome }
  /** For the person, not part of the reply: "xiaomi/hunter-alpha is gone; using …". */
  | { readonly type: "notice"; readonly text: string }
  | { readonly type: "done"; readonly result: TurnResult };

/** What was talked about last: what "it", "there" and "the other one" mean. */
export interface Focus {
  readonly devices: readonly DeviceId[];
  /** Room ids. */
  readonly rooms: readonly string[];
  /** What was talked about in the sentences that the last one went on from ("and the hall too"): with it, "both". Not stored. */
  readonly with?: readonly DeviceId[];
  /** Where only a part of a device was talked about: the key of its service, keyed by device. Not stored. */
  readonly parts?: Readonly<Record<DeviceId, string>>;
  /** A thing that this home lacks was talked about last: "it" is none of the others. Not stored. */
  readonly absent?: true;
  /** The property that was set or asked for last. */
  readonly address: PropertyAddress | null;
  /** What was planned last: what "cancel it" takes back. */
  readonly plans?: readonly PlanRef[];
  /**
   * Where the last turn was about those plans: the exchange before it (null: none), and whether it made or changed them.
   * Not stored.
   */
  readonly planned?: { readonly after: Exchange | null; readonly made: boolean };
  /** When those were due before they were changed: what "undo that" restores. */
  readonly moved?: readonly MovedPlan[];
  /** The last commands as the local engine parsed them, for "and the bedroom too"; its own business. */
  readonly frame: unknown;
}

/** One exchange as the model is shown it later. */
export interface Exchange {
  readonly at: number;
  /** Id of the person who said it, where it was known. */
  readonly person?: string;
  /** It was said by somebody who is certainly none of the people. */
  readonly stranger?: true;
  /** `asked`: the reply asks for a PIN · `given`: there was one in the text, which does not hold it; no model is shown it. */
  readonly pin?: "asked" | "given";
  readonly text: string;
  readonly reply: string;
  readonly path: "local" | "model";
  readonly outcomes: readonly Outcome[];
  /** What a model called between text and reply, and what came back: plain data, for the model's later turns alone. */
  readonly messages?: readonly ModelMessage[];
}

/** What the parts of a turn know and change of a conversation. */
export interface Conversation {
  readonly id: string;
  language: Language;
  room: string | null;
  focus: Focus | null;
  /** What waits for a yes or for a choice; `open/` settles it. */
  open: OpenList;
  /** Which one was meant was asked, and something else was said: `after` is the exchange that asked, `names` what was not saved. Not stored. */
  aside?: { readonly items: readonly ChoiceItem[]; readonly after: Exchange | null };
  /** What waited for a yes was let go of because something else was said: `after` is the exchange that asked. Not stored. */
  lapsed?: { readonly after: Exchange | null; readonly names: readonly string[] };
  /** The last text was not understood here: the exchange before it (null: none). Not stored. */
  missed?: Exchange | null;
  /** The last outcomes that changed something, with the values before: what "undo that" restores. */
  undo: readonly Outcome[];
  /** What changed before that, oldest first: what a second "undo that" restores. Not stored. */
  earlier?: readonly (readonly Outcome[])[];
  /** Ids of timers that put back what was done for a while: cancelling one ends that now. Not stored. */
  passing?: readonly string[];
  /** Plans that were made or told here: only these are meant by what names no plan. Not stored. */
  known?: readonly PlanRef[];
  /** The plans that were told last, in that order, and the exchange before: what "the second one" counts. Not stored. */
  told?: { readonly plans: readonly PlanRef[]; readonly after: Exchange | null };
  /** Ids of what was remembered last, and the exchange before: what "forget that" is about. Not stored. */
  remembered?: { readonly ids: readonly string[]; readonly after: Exchange | null };
  /** Ids of people who were spoken of last, what was asked of them, and the exchange before. Not stored. */
  people?: { readonly ids: readonly string[]; readonly asked: PeopleSaid | null; readonly after: Exchange | null };
  /** A time was told of which it is open whether it is before noon, and the exchange before that. Not stored. */
  halfTold?: { readonly text: string; readonly after: Exchange | null };
  readonly exchanges: Exchange[];
}

export interface LocalRequest {
  readonly text: string;
  readonly conversation: Conversation;
  readonly language: Language;
  readonly room: string | null;
  readonly origin: Origin;
  readonly signal: AbortSignal;
  /** A model is there: only what is plain is taken, so that it may take the rest. */
  readonly plainOnly?: true;
}

/** What the local engine made of the text. */
export type LocalResult =
  | {
      readonly handled: true;
      readonly reply: string;
      readonly expectsReply: boolean;
      readonly outcomes: readonly Outcome[];
      readonly calls: readonly ToolCall[];
      /** Some of what was asked for was refused and no outcome shows it: there is no such device, it cannot do that. */
      readonly failed?: true;
      /** How many parts of the sentence were refused. */
      readonly refused?: number;
      /** How sure it is that this was meant, 0 to 1; absent when it does not say. */
      readonly confidence?: number;
    }
  | {
      /** Not understood with certainty: nothing was done. */
      readonly handled: false;
      /** It was understood, and is not plain. */
      readonly unclear?: true;
      /** It asks for what is not for a home: a joke, the weather, what one knows. A model may know. */
      readonly beyond?: true;
      /** What it did find out, for the model: devices, rooms and kinds that the text seems to name, most likely first. */
      readonly hints: {
        readonly devices: readonly DeviceId[];
        /** How many more devices fit. */
        readonly more?: number;
        readonly rooms: readonly string[];
        readonly kinds: readonly string[];
        /** Ids of scenes. */
        readonly scenes?: readonly string[];
        /** A mode that the only device with modes among these does not have, as it was said. */
        readonly mode?: { readonly device: DeviceId; readonly address: string; readonly said: string };
      };
    };

/** A reply of the local engine. */
export type LocalReply = Extract<LocalResult, { handled: true }>;

/** What the local engine does with answers to what it asked. */
export interface LocalAnswers {
  /**
   * What a text commands by what was said before it alone: "open it", 打开吧. Nothing is done. None when it is a sentence by
   * itself, or says anything else.
   */
  impliedIn(request: LocalRequest): readonly Command[];
  /** Whether a text is an answer to a question which one is meant: nothing is done. */
  reads(item: ChoiceItem, request: LocalRequest): boolean;
  /** Does what was asked about with what the text picks; null when that cannot be done any more. */
  choose(item: ChoiceItem, request: LocalRequest): Promise<LocalReply | null>;
  /** The devices that a yes to it is not for: "yes, but not the TV". Null when the text is no yes to a part of it. */
  leftOut(item: YesItem, request: LocalRequest): readonly DeviceId[] | null;
  /** Whether a text says yes to it by how much it shall be: "twenty-one ought to do" after "turn on the heater?". */
  givesValue(item: YesItem, request: LocalRequest): boolean;
  /**
   * Carries out a sentence, or steps of it, after a yes, without the devices of `without`. `before` is what came of the commands that it waited behind.
   * null: it cannot be done any more.
   */
  carryOn(
    part: SentencePart,
    before: readonly Outcome[],
    request: LocalRequest,
    without?: readonly DeviceId[],
  ): Promise<LocalReply | null>;
}

/** The commands that a text was understood as. */
export interface CommandsFound {
  /** All that it says, now or at another time; none where a part of it is not understood, or can't be done. */
  readonly whole: readonly Command[];
  /** Of what is understood of it, whatever the rest says. */
  readonly any: readonly Command[];
}

/** Understands without a model. Reads and changes `conversation.focus`, `open` and `undo`. */
export interface LocalEngine extends LocalAnswers {
  respond(request: LocalRequest): Promise<LocalResult>;
  /** Whether a text leaves out what shall be done, or with what: it goes on from what was said before. */
  leavesOut?(request: LocalRequest): boolean;
  /** What a text commands. Nothing is done. */
  commandsIn?(request: LocalRequest): CommandsFound;
  /** What it finds in a text, for the model; it does nothing, and the conversation stays as it is. */
  hintsFor?(request: LocalRequest): Extract<LocalResult, { handled: false }>["hints"];
}
