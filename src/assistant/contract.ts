/**
 * What a turn of the assistant is: text in, events out. `turn.ts` runs it: `local/` first, then `model/`; both write the
 * same conversation, so "make it darker there" works after either.
 */
import type { Command, DeviceId, Origin, Outcome, PropertyAddress } from "../home/index.ts";
import type { Language } from "../language/index.ts";
import type { PeopleStatement } from "../understanding/presence/statement.ts";
import type { ModelMessage } from "./model/messages.ts";
import type { ChoiceItem, ConfirmationItem, OpenList, SentencePart } from "./open/items.ts";
import type { MovedPlan, PlanRef } from "./plan-changes.ts";

export interface TurnRequest {
  readonly text: string;
  /** Id of a conversation to go on with; a new one is made when it is left out or too old. */
  readonly conversation?: string;
  /** Fail with `not-found` unless the conversation exists, instead of starting a new one. */
  readonly existing?: boolean;
  /** Id of the room that the speaker is in, null when it is not known. */
  readonly room?: string | null;
  /** The language to answer in; that of the text when it is left out. */
  readonly language?: Language;
  /** Id of the person who says it, where it is known. */
  readonly person?: string;
  /** The speaker is known to be none of the people of the home. */
  readonly stranger?: true;
  /** What the program that asks calls itself: "command-line". */
  readonly client?: string;
  readonly origin?: Origin;
}

/** A command or a read in the form of a model's tool call; the local engine reports its commands in the same form. */
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
  /** The reply asks for a PIN: clients mask the next input and do not store it. */
  readonly expectsPin?: true;
  readonly path: "local" | "model";
  readonly conversation: string;
  readonly outcomes: readonly Outcome[];
  readonly calls: readonly ToolCall[];
  readonly usage?: Usage;
  /** Milliseconds from the request to the finished reply. */
  readonly ms: number;
  /** The request was not fulfilled and no outcome shows why: not understood, no such device, no model, cancelled. */
  readonly failed?: true;
  /** How many parts of the sentence were refused: no such device, no such property, value not allowed. */
  readonly refused?: number;
}

/** What happens during a turn, in order; `done` is the last. */
export type TurnEvent =
  | { readonly type: "started"; readonly conversation: string }
  /** A piece of the reply. Concatenated they are `result.reply`, unless a `replace` follows. */
  | { readonly type: "text"; readonly text: string }
  /** Replaces all text so far: the outcome differs from what the model said. */
  | { readonly type: "replace"; readonly text: string }
  | { readonly type: "call"; readonly call: ToolCall }
  | { readonly type: "outcome"; readonly outcome: Outcome }
  /** For the person, not part of the reply: "xiaomi/hunter-alpha is gone; using …". */
  | { readonly type: "notice"; readonly text: string }
  | { readonly type: "done"; readonly result: TurnResult };

/** What the conversation was about last: the meaning of "it", "there" and "the other one". */
export interface Focus {
  readonly devices: readonly DeviceId[];
  /** Room ids. */
  readonly rooms: readonly string[];
  /** Devices of the sentences that the last one continued ("and the hall too"): "both" includes them. Not stored. */
  readonly with?: readonly DeviceId[];
  /** Where only one service of a device was meant: the key of the service, keyed by device. Not stored. */
  readonly parts?: Readonly<Record<DeviceId, string>>;
  /** The last sentence was about a thing that this home lacks, so "it" means no device. Not stored. */
  readonly absent?: true;
  /** The property that was set or asked for last. */
  readonly address: PropertyAddress | null;
  /** The plans made last: what "cancel it" cancels. */
  readonly plans?: readonly PlanRef[];
  /**
   * Where the last turn was about those plans: the exchange before it (null: none), and whether it made or changed them.
   * Not stored.
   */
  readonly planned?: { readonly after: Exchange | null; readonly made: boolean };
  /** How plans were before the last change: what "undo that" restores. */
  readonly moved?: readonly MovedPlan[];
  /** The last frame of the local engine, for "and the bedroom too"; opaque to all others. */
  readonly frame: unknown;
}

/** One turn as a conversation keeps it, and as later prompts show it. */
export interface Exchange {
  readonly at: number;
  /** Id of the person who said it, where it was known. */
  readonly person?: string;
  /** The speaker was known to be none of the people of the home. */
  readonly stranger?: true;
  /** What the program that asked calls itself: "command-line". */
  readonly client?: string;
  /** `asked`: the reply asks for a PIN · `given`: the person gave one; it is cut out of `text`, and no model is shown the exchange. */
  readonly pin?: "asked" | "given";
  readonly text: string;
  readonly reply: string;
  readonly path: "local" | "model";
  readonly outcomes: readonly Outcome[];
  /** A model's tool calls and their results between text and reply; only later prompts use them. */
  readonly messages?: readonly ModelMessage[];
}

/** The state of a conversation, which the parts of a turn read and change. */
export interface Conversation {
  readonly id: string;
  language: Language;
  room: string | null;
  focus: Focus | null;
  /** Open questions for a yes or a choice; `open/` settles them. */
  open: OpenList;
  /** Choices set aside because the person said something else; `after`: the exchange that asked. Not stored. */
  aside?: { readonly items: readonly ChoiceItem[]; readonly after: Exchange | null };
  /** A question for a yes that lapsed because the person said something else: the exchange that asked, and the names of what was not saved. Not stored. */
  lapsed?: { readonly after: Exchange | null; readonly names: readonly string[] };
  /** Set when the local engine did not understand the last text: the exchange before it (null: none). Not stored. */
  missed?: Exchange | null;
  /** A model has read text of an outside server in this conversation. Not stored: the calls themselves are. */
  outside?: true;
  /** The last outcomes that changed something, with the values before: what "undo that" restores. */
  undo: readonly Outcome[];
  /** Earlier changes, oldest first: what a second "undo that" restores. Not stored. */
  earlier?: readonly (readonly Outcome[])[];
  /** Ids of timers that restore a temporary change; cancelling one restores it now. Not stored. */
  passing?: readonly string[];
  /** Plans made or told in this conversation: a sentence that names no plan can only mean these. Not stored. */
  known?: readonly PlanRef[];
  /** The plans listed last, in that order, and the exchange before: "the second one" counts these. Not stored. */
  told?: { readonly plans: readonly PlanRef[]; readonly after: Exchange | null };
  /** Ids of what was remembered last, and the exchange before: what "forget that" is about. Not stored. */
  remembered?: { readonly ids: readonly string[]; readonly after: Exchange | null };
  /** Ids of people who were spoken of last, what was asked of them, and the exchange before. Not stored. */
  people?: { readonly ids: readonly string[]; readonly asked: PeopleStatement | null; readonly after: Exchange | null };
  /** The last reply asked whether a time is before or after noon: the text, and the exchange before. Not stored. */
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
  /** Answer only what is plain; a model takes the rest. */
  readonly plainOnly?: true;
}

/** The result of the local engine. */
export type LocalResult =
  | {
      readonly handled: true;
      readonly reply: string;
      readonly expectsReply: boolean;
      readonly outcomes: readonly Outcome[];
      readonly calls: readonly ToolCall[];
      /** A part of the request was refused and no outcome shows it: no such device, or the device cannot do that. */
      readonly failed?: true;
      /** How many parts of the sentence were refused. */
      readonly refused?: number;
      /** Confidence in this reading, 0 to 1; absent when the engine gives none. */
      readonly confidence?: number;
    }
  | {
      /** Nothing was done: the text was not understood with certainty. */
      readonly handled: false;
      /** The text was understood, but is not plain, and `plainOnly` was set. */
      readonly unclear?: true;
      /** The text is about something other than a home: a joke, the weather, general knowledge. */
      readonly beyond?: true;
      /** Hints for the model: devices, rooms and kinds that the text seems to name, most likely first. */
      readonly hints: {
        readonly devices: readonly DeviceId[];
        /** How many more devices fit. */
        readonly more?: number;
        readonly rooms: readonly string[];
        readonly kinds: readonly string[];
        /** Ids of scenes. */
        readonly scenes?: readonly string[];
        /** A mode in the text that the only device with modes among these lacks. */
        readonly mode?: { readonly device: DeviceId; readonly address: string; readonly said: string };
      };
    };

/** A reply of the local engine. */
export type LocalReply = Extract<LocalResult, { handled: true }>;

/** How the local engine handles answers to its questions. */
export interface LocalAnswers {
  /**
   * The commands of a text that gets its meaning only from the context: "open it", 打开吧. Empty for any other text. Does
   * nothing.
   */
  impliedIn(request: LocalRequest): readonly Command[];
  /** Whether a text answers the question which one is meant. Does nothing. */
  reads(item: ChoiceItem, request: LocalRequest): boolean;
  /** Carries out the open step with the options that the text picks; null when it is no longer possible. */
  choose(item: ChoiceItem, request: LocalRequest): Promise<LocalReply | null>;
  /** The devices that a partial yes excludes: "yes, but not the TV". Null when the text is no partial yes. */
  leftOut(item: ConfirmationItem, request: LocalRequest): readonly DeviceId[] | null;
  /** Whether a text says yes by giving a value: "twenty-one ought to do" after "turn on the heater?". */
  givesValue(item: ConfirmationItem, request: LocalRequest): boolean;
  /**
   * Carries out a sentence, or steps of it, after a yes; null when it is no longer possible.
   * @param before outcomes of the commands that it waited behind
   * @param without devices that the yes excluded
   */
  carryOn(
    part: SentencePart,
    before: readonly Outcome[],
    request: LocalRequest,
    without?: readonly DeviceId[],
  ): Promise<LocalReply | null>;
}

/** The commands that a text was understood as. */
export interface ParsedCommands {
  /** All commands of the text, for now and for later; empty where a part is not understood or not possible. */
  readonly whole: readonly Command[];
  /** The commands of the parts that are understood. */
  readonly any: readonly Command[];
}

/** Understands without a model. Reads and changes `conversation.focus`, `open` and `undo`. */
export interface LocalEngine extends LocalAnswers {
  respond(request: LocalRequest): Promise<LocalResult>;
  /** Whether a text is elliptic: its action or its object stands in an earlier sentence. */
  leavesOut?(request: LocalRequest): boolean;
  /** The commands of a text. Does nothing. */
  commandsIn?(request: LocalRequest): ParsedCommands;
  /** Hints for the model about a text. Does nothing and leaves the conversation unchanged. */
  hintsFor?(request: LocalRequest): Extract<LocalResult, { handled: false }>["hints"];
}
