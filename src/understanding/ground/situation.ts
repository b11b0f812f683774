import type { Action, Device, DeviceId, Property, Value } from "../../home/index.ts";
import type { Language } from "../../language/index.ts";
import type { PlanLookup } from "../existing/request.ts";
import type { State } from "../lexicon/types.ts";
import { capabilitiesOf } from "../names/capabilities.ts";
import type { HomeIndex, IndexedDevice } from "../names/home-index.ts";

/** The people and the modes of the home by what they are called; none where there are none. */
export interface HouseholdNames {
  readonly people: readonly { readonly id: string; readonly names: readonly string[]; readonly child: boolean }[];
  readonly modes: readonly { readonly id: string; readonly names: readonly string[] }[];
  /** Id of the person who speaks; null: not known. */
  readonly speaker: string | null;
  /** Whether a person (an id), or whoever else is meant, is at home or away now; null: nothing tells. */
  readonly isSo: (person: string, is: "home" | "away") => boolean | null;
}

/** What a sentence is understood against. */
export interface Situation {
  readonly index: HomeIndex;
  /** The language of the reply. */
  readonly language: Language;
  /** The language of the sentence; that of the reply when it is left out. */
  readonly spoken?: Language;
  /** Id of the room that the speaker is in. */
  readonly room: string | null;
  /** What was talked about last. */
  readonly focus: {
    readonly devices: readonly DeviceId[];
    readonly rooms: readonly string[];
    /** With those talked about last: what "both" and "them" mean. */
    readonly with?: readonly DeviceId[];
    /** The service that was talked about, keyed by device, where it was not the whole device. */
    readonly parts?: Readonly<Record<DeviceId, string>>;
    readonly address: string | null;
  };
  /** What is planned; left out where nothing can be, or nobody asks for it. */
  readonly plans?: PlanLookup;
  /** Who lives here, and which modes the home has; left out where it is about neither. */
  readonly household?: HouseholdNames;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Of the home; UTC when it is left out. */
  readonly timezone?: string;
  /** A history of the home is kept. */
  readonly history?: boolean;
}

/** A device, or one service of it ("the left key", the lamp of a fan). */
export interface Target {
  readonly indexed: IndexedDevice;
  /** Key of the service; null for the device as a whole. */
  readonly service: string | null;
}

/** The same of a device that need not be in an index: what it is, and not what it is called. */
export interface BareTarget {
  readonly indexed: Pick<IndexedDevice, "device" | "capabilities">;
  readonly service: string | null;
}

/** A device as a whole. */
export function bareTarget(device: Device): BareTarget {
  return { indexed: { device, capabilities: capabilitiesOf(device.spec) }, service: null };
}

/** Whether both are the same device, or the same service of it. */
export function isSameTarget(one: Target, other: Target): boolean {
  return one.indexed.device.id === other.indexed.device.id && one.service === other.service;
}

/** Why a part of a sentence is not done. */
export type Refusal =
  | {
      readonly code: "no-device";
      readonly said: string;
      readonly place: string | null;
      readonly nearest: Device | null;
    }
  /** A time or a date that there is not. */
  | { readonly code: "no-time"; readonly said: string }
  /** Nothing in this home reports what a rule waits for. */
  | { readonly code: "no-event"; readonly said: string }
  /** Nobody of the home is called so. */
  | { readonly code: "no-person"; readonly said: string; readonly known: readonly string[] }
  /** Who speaks is not known, and "I" is whoever that is. */
  | { readonly code: "no-speaker" }
  /** Somebody is not where it was said (`who` null: nobody is at home), or nothing tells (`home` null). */
  | { readonly code: "not-there"; readonly who: string | null; readonly home: boolean | null }
  | { readonly code: "no-room"; readonly said: string; readonly nearest: string | null }
  /** It is not known in which room or on which floor the speaker is. */
  | { readonly code: "unplaced"; readonly of: "room" | "floor" }
  /** `state`: it was asked whether it is so. */
  | {
      readonly code: "no-property";
      readonly device: Device | null;
      readonly said: string;
      readonly state?: State;
      readonly asked?: true;
    }
  | { readonly code: "no-action"; readonly device: Device; readonly said: string }
  | { readonly code: "out-of-range"; readonly device: Device; readonly property: Property; readonly said: string }
  | { readonly code: "bad-value"; readonly device: Device; readonly property: Property | null; readonly said: string }
  /** It goes from the value of then, which nobody knows now: "brighter" at seven. */
  | { readonly code: "relative"; readonly device: Device; readonly property: Property }
  /** It is on none of the steps of the list ("auto"), so there is no next one. */
  | { readonly code: "no-step"; readonly device: Device; readonly property: Property; readonly now: Value }
  | { readonly code: "unknown-state"; readonly device: Device; readonly property: Property };

/** One write or call. `clamped`: what was asked for is beyond the range, so the end of it is taken. */
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

/** The properties of a target: those of its service, or all of the device. */
export function propertiesOf({ indexed, service }: BareTarget): readonly Property[] {
  if (service === null) return indexed.capabilities.all;
  return indexed.device.spec.services.find(({ key }) => key === service)?.properties ?? [];
}
