import type { Command, DeviceId } from "../../home/index.ts";
import type { Language } from "../../language/index.ts";
import type { Frame } from "../../understanding/parse/frame.ts";
import type { PlanChange, PlanRef } from "../plan-changes.ts";

/** The version of the stored form: a list of another version is dropped. */
export const OPEN_VERSION = 1;

/** A question which of several is meant expires after this time, in milliseconds. A question for a yes expires after a minute. */
export const CHOICE_MS = 10 * 60_000;

/** The open items of a conversation, in the order in which they were asked: plain data. */
export interface OpenList {
  readonly version: typeof OPEN_VERSION;
  readonly items: readonly OpenItem[];
}

/** A device, or one service of it (null: the device as a whole). */
export interface TargetRef {
  readonly device: DeviceId;
  readonly service: string | null;
}

/** A sentence with its context, so that it means the same when it is parsed again. */
export interface StoredSentence {
  readonly text: string;
  /** Id of the room that the speaker was in. */
  readonly room: string | null;
  /** What "it" and "there" referred to. */
  readonly focus: {
    readonly devices: readonly DeviceId[];
    readonly rooms: readonly string[];
    readonly address: string | null;
  };
  /** The frame of the sentence before, where this one is elliptic; null where it is complete. */
  readonly previous: Frame | null;
  /** The targets that an answer picked for step `at`: only that step runs. null: the whole sentence runs. */
  readonly picked: { readonly at: number; readonly targets: readonly TargetRef[] } | null;
}

/** A step of a sentence that waits for a yes. */
export interface PendingStep {
  /** The place of the step in the sentence, from 0. */
  readonly at: number;
  /** Its commands. Where the same words mean others by now, the yes does not cover them. */
  readonly does: readonly Command[];
  /** The revert of a temporary command, made from the values before; null: the step is no such revert. */
  readonly back: readonly Command[] | null;
  /** The token of everything that the yes covers; absent where the commands are all, and in items of older versions. */
  readonly consent?: string;
}

/** A sentence, or some of its steps; `only` null: all of it. */
export interface SentencePart {
  readonly said: StoredSentence;
  readonly only: readonly PendingStep[] | null;
}

/** A tool call of a model that runs after a yes. */
export interface HeldCall {
  readonly tool: string;
  readonly arguments: Readonly<Record<string, unknown>>;
  /** Its name in a reply, for the case that it fails. */
  readonly subject: string;
  /** The commands that the yes covers. */
  readonly approves: readonly Command[];
  /** The token of everything that the yes covers; absent in calls of older versions, and in those that need no yes. */
  readonly consent?: string;
}

/** Runs right after an item, and only where that did something. */
export type DependentItem =
  | ({ readonly kind: "sentence" } & SentencePart)
  | { readonly kind: "call"; readonly call: HeldCall; readonly devices: readonly DeviceId[] };

interface QuestionFields {
  /** The question as it was asked. */
  readonly question: string;
  /** The language that it was asked in. */
  readonly language: Language;
  /** Milliseconds since the epoch. A later answer does nothing, and the reply says so. */
  readonly expiresAt: number;
}

/** Waits for a yes, and then runs exactly as it was asked. */
export type ConfirmationItem = QuestionFields &
  (
    | {
        /** Commands that the policy asks about. The home holds them under this id until the process ends. */
        readonly kind: "commands";
        readonly confirmation: string;
        readonly commands: readonly Command[];
        readonly behind: readonly DependentItem[];
      }
    /** A tool call of a model: a rule, a timer, a scene. */
    | { readonly kind: "call"; readonly call: HeldCall; readonly behind: readonly DependentItem[] }
    /** A sentence, or steps of it, that the local engine asked about. */
    | ({
        readonly kind: "sentence";
        /** It has no commands, and requires a PIN all the same. */
        readonly pin?: true;
      } & SentencePart)
    /** Lost with the process that asked. */
    | { readonly kind: "gone" }
  );

/** Waits for words that pick an option. */
export type ChoiceItem = QuestionFields &
  /** Which of these devices step `at` of the sentence means; with one option, whether that is meant. */
  (
    | {
        readonly kind: "devices";
        readonly said: StoredSentence;
        readonly at: number;
        readonly options: readonly TargetRef[];
      }
    /** Which of these plans the change is for, in the order in which they were told. */
    | { readonly kind: "plans"; readonly change: PlanChange; readonly options: readonly PlanRef[] }
    /** What "it" refers to in the sentence. */
    | { readonly kind: "whom"; readonly said: StoredSentence }
  );

export type OpenItem = ConfirmationItem | ChoiceItem;

export const NOTHING_OPEN: OpenList = { version: OPEN_VERSION, items: [] };

/** The part of a conversation that holds its open questions. */
interface WithOpenList {
  open: OpenList;
}

/** Adds to what is open in a conversation. */
export function hold(conversation: WithOpenList, ...items: readonly OpenItem[]): void {
  if (items.length === 0) return;
  conversation.open = { version: OPEN_VERSION, items: [...conversation.open.items, ...items] };
}

/** Takes all open items, so that no other turn can. Items that stay open must be held again. */
export function take(conversation: WithOpenList): readonly OpenItem[] {
  const { items } = conversation.open;
  if (items.length > 0) conversation.open = NOTHING_OPEN;
  return items;
}

/** Whether an item waits for a pick, rather than for a yes. */
export function isChoiceItem(item: OpenItem): item is ChoiceItem {
  switch (item.kind) {
    case "devices":
    case "plans":
    case "whom":
      return true;
    case "commands":
    case "call":
    case "sentence":
    case "gone":
      return false;
    default:
      return item satisfies never;
  }
}
