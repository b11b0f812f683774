import type { Command, DeviceId } from "../../home/index.ts";
import type { Language } from "../../language/index.ts";
import type { Frame } from "../../understanding/parse/frame.ts";
import type { PlanChange, PlanRef } from "../plan-changes.ts";

/** The form of the list: a stored one of another version is not read. */
export const OPEN_VERSION = 1;

/** How long a question which of several is meant waits for its answer, in milliseconds. A yes has a minute. */
export const CHOICE_MS = 10 * 60_000;

/** What is open in a conversation, in the order in which it was asked: plain data. */
export interface OpenList {
  readonly version: typeof OPEN_VERSION;
  readonly items: readonly OpenItem[];
}

/** A device, or one service of it (null: the device as a whole). */
export interface TargetRef {
  readonly device: DeviceId;
  readonly service: string | null;
}

/** A sentence as it was said, so that it means the same when it is understood again. */
export interface Said {
  readonly text: string;
  /** Id of the room that the speaker was in. */
  readonly room: string | null;
  /** What "it" and "there" were. */
  readonly focus: {
    readonly devices: readonly DeviceId[];
    readonly rooms: readonly string[];
    readonly address: string | null;
  };
  /** The commands before it, where it leaves something out that they say; null when it says all by itself. */
  readonly previous: Frame | null;
  /** Of its step `at`, the devices that an answer picked: only that is meant. null: the whole sentence. */
  readonly picked: { readonly at: number; readonly targets: readonly TargetRef[] } | null;
}

/** A step of a sentence that waits for a yes. */
export interface Waiting {
  /** Its place in the sentence. */
  readonly at: number;
  /** The commands in it: where the same words have come to mean others, the yes was not for those. */
  readonly does: readonly Command[];
  /** What puts back what was done for a while: the values before are gone by the time of the yes. null: nothing was. */
  readonly back: readonly Command[] | null;
  /** What a yes to it is for, exactly; absent where the commands say it all, and in what an older version asked. */
  readonly consent?: string;
}

/** Steps of a sentence; null: all of it. */
export interface SentencePart {
  readonly said: Said;
  readonly only: readonly Waiting[] | null;
}

/** A call of a model's tool that is made after the yes. */
export interface HeldCall {
  readonly tool: string;
  readonly arguments: Readonly<Record<string, unknown>>;
  /** What it is called, for telling that it failed. */
  readonly subject: string;
  /** The commands that a yes to it is for. */
  readonly approves: readonly Command[];
  /** What a yes to it is for, exactly; absent in what an older version asked, and in what is done without one. */
  readonly consent?: string;
}

/** What waits behind an item: it is done right after it, and not at all where that comes to nothing. */
export type Behind =
  | ({ readonly kind: "sentence" } & SentencePart)
  | { readonly kind: "call"; readonly call: HeldCall; readonly devices: readonly DeviceId[] };

interface Asked {
  /** What was asked, as it was told. */
  readonly question: string;
  /** The language that it was asked in. */
  readonly language: Language;
  /** Milliseconds since the epoch: an answer that comes later is told so. */
  readonly expiresAt: number;
}

/** Waits for a yes: exactly this is done then. */
export type YesItem = Asked &
  (
    | {
        /** Commands that the policy asks about; the home holds them under this id for as long as it runs. */
        readonly kind: "commands";
        readonly confirmation: string;
        readonly commands: readonly Command[];
        readonly behind: readonly Behind[];
      }
    /** What a model's tool asked about: a rule, a timer, a scene. */
    | { readonly kind: "call"; readonly call: HeldCall; readonly behind: readonly Behind[] }
    /** A sentence, or steps of it, that the local engine asked about. */
    | ({
        readonly kind: "sentence" /** It commands nothing, and wants a PIN all the same. */;
        readonly pin?: true;
      } & SentencePart)
    /** It cannot be done any more: what it needed ended with the process that asked. */
    | { readonly kind: "gone" }
  );

/** Waits for a word that picks something. */
export type ChoiceItem = Asked &
  /** Which of these devices step `at` of the sentence means; a single one: whether it is meant. */
  (
    | {
        readonly kind: "devices";
        readonly said: Said;
        readonly at: number;
        readonly options: readonly TargetRef[];
      }
    /** Which of these plans the change is for, in the order in which they were told. */
    | { readonly kind: "plans"; readonly change: PlanChange; readonly options: readonly PlanRef[] }
    /** What "it" is in the sentence. */
    | { readonly kind: "whom"; readonly said: Said }
  );

export type OpenItem = YesItem | ChoiceItem;

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

/** Takes all that is open, so that no other turn can: what is still to be asked must be held again. */
export function take(conversation: WithOpenList): readonly OpenItem[] {
  const { items } = conversation.open;
  if (items.length > 0) conversation.open = NOTHING_OPEN;
  return items;
}

/** Whether it waits for a word that picks, rather than for a yes. */
export function isChoice(item: OpenItem): item is ChoiceItem {
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
