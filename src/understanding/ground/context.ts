import type { Action, Device, DeviceId, Property, Value } from "../../home/index.ts";
import type { DeviceState, Language } from "../../language/index.ts";
import type { HomeIndex } from "../names/home-index.ts";
import type { PlanLookup } from "../plans/request.ts";

/** The people and modes of the home with their names; empty lists when there are none. */
export interface HouseholdNames {
  readonly people: readonly { readonly id: string; readonly names: readonly string[]; readonly child: boolean }[];
  readonly modes: readonly { readonly id: string; readonly names: readonly string[] }[];
  /** Id of the person who speaks; null: not known. */
  readonly speaker: string | null;
  /** Whether a person (id, or "anyone" and the like) is at home or away now; null when that is not known. */
  readonly isSo: (person: string, is: "home" | "away") => boolean | null;
}

/** What a sentence is understood against. */
export interface DialogueContext {
  readonly index: HomeIndex;
  /** The language of the reply. */
  readonly language: Language;
  /** The language of the sentence; left out: that of the reply. */
  readonly spoken?: Language;
  /** Id of the room that the speaker is in. */
  readonly room: string | null;
  /** What the conversation was about last. */
  readonly focus: {
    readonly devices: readonly DeviceId[];
    readonly rooms: readonly string[];
    /** Further devices that "both" and "them" mean together with `devices`. */
    readonly with?: readonly DeviceId[];
    /** Key of the service in focus, keyed by device id, where it was not the whole device. */
    readonly parts?: Readonly<Record<DeviceId, string>>;
    readonly address: string | null;
  };
  /** What is planned; left out when nothing can be planned, or nobody asks for it. */
  readonly plans?: PlanLookup;
  /** People and modes; left out when the sentence is about neither. */
  readonly household?: HouseholdNames;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** IANA name of the home's time zone; left out: UTC. */
  readonly timezone?: string;
  /** Whether a history of the home is kept. */
  readonly history?: boolean;
}

/** Why a part of a sentence is not done. */
export type Refusal =
  | {
      readonly code: "no-device";
      readonly said: string;
      readonly place: string | null;
      readonly nearest: Device | null;
    }
  /** The time or date does not exist. */
  | { readonly code: "no-time"; readonly said: string }
  /** No device of this home reports the event of a rule. */
  | { readonly code: "no-event"; readonly said: string }
  /** The home has nobody with this name. */
  | { readonly code: "no-person"; readonly said: string; readonly known: readonly string[] }
  /** "I" was said, and the speaker is not known. */
  | { readonly code: "no-speaker" }
  /** Somebody is not there as said (`who` null: nobody is at home), or that is not known (`home` null). */
  | { readonly code: "not-there"; readonly who: string | null; readonly home: boolean | null }
  | { readonly code: "no-room"; readonly said: string; readonly nearest: string | null }
  /** The speaker's room or floor is not known. */
  | { readonly code: "unplaced"; readonly of: "room" | "floor" }
  /** `state`: the state that was asked about. `asked`: it was a question. */
  | {
      readonly code: "no-property";
      readonly device: Device | null;
      readonly said: string;
      readonly state?: DeviceState;
      readonly asked?: true;
    }
  | { readonly code: "no-action"; readonly device: Device; readonly said: string }
  | { readonly code: "out-of-range"; readonly device: Device; readonly property: Property; readonly said: string }
  | { readonly code: "bad-value"; readonly device: Device; readonly property: Property | null; readonly said: string }
  /** The step starts from a future value that is not known now: "brighter" at seven. */
  | { readonly code: "relative"; readonly device: Device; readonly property: Property }
  /** The current value ("auto") is no step of the list, so there is no next one. */
  | { readonly code: "no-step"; readonly device: Device; readonly property: Property; readonly now: Value }
  | { readonly code: "unknown-state"; readonly device: Device; readonly property: Property };

/**
 * One property write or action call. `clamped`: the value is the end of the range, because the wanted one is beyond it.
 * `implied`: it was not said, but is needed for the rest.
 */
export type Effect =
  | {
      readonly kind: "set";
      readonly property: Property;
      readonly value: Value;
      readonly clamped?: boolean;
      readonly implied?: boolean;
    }
  | { readonly kind: "invoke"; readonly action: Action; readonly in: readonly Value[] };

export type EffectsOrRefusal =
  | { readonly effects: readonly Effect[]; readonly refusal?: undefined }
  | { readonly refusal: Refusal; readonly effects?: undefined };

export function refuse(refusal: Refusal): { readonly refusal: Refusal } {
  return { refusal };
}
