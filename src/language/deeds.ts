import type { Action, Device, OutcomeTarget, Property, Value } from "../home/index.ts";
import type { Language } from "./language.ts";
import { actionName, describes, propertyName, valueText } from "./names.ts";
import { messages } from "./packs.ts";

/** A change or an action as it is told, in words of the reader's language where words are needed. */
export type Deed =
  | { readonly kind: "power"; readonly on: boolean }
  | { readonly kind: "moved"; readonly open: boolean }
  | { readonly kind: "locked"; readonly locked: boolean }
  /** A setting that is on or off: the child lock. */
  | { readonly kind: "switched"; readonly property: string; readonly on: boolean }
  | {
      readonly kind: "set";
      /** The property's name. */
      readonly property: string;
      /** Its short name in the spec. */
      readonly type: string;
      readonly value: string;
      /** The value was held to the range. */
      readonly clamped: boolean;
    }
  /** What a device was told to do: `start`, `dock`, `mute`; `action` names it where there is no word for the act. */
  | { readonly kind: "act"; readonly act: string; readonly action: string }
  /** An action that was named as such: "stop the alarm". */
  | { readonly kind: "action"; readonly name: string };

/** The devices that a sentence is about. */
export interface Subjects {
  readonly names: readonly string[];
  /** What they are when all are of one kind, in the reader's language; "" otherwise. */
  readonly kind: string;
}

/** What a write does, as it is told. */
export function deedOfWrite(property: Property, value: Value, language: Language, clamped = false): Deed {
  const { type } = property;
  if (typeof value === "boolean") {
    if (type === "on") return { kind: "power", on: value };
    if (type === "locked") return { kind: "locked", locked: value };
    if (type === "mute") return { kind: "act", act: value ? "mute" : "unmute", action: "" };
    return { kind: "switched", property: propertyName(property, language), on: value };
  }
  if (type === "motor-control") {
    const description = property.values.find((each) => each.value === value)?.description ?? "";
    if (describes(description, ["open", "up"])) return { kind: "moved", open: true };
    if (describes(description, ["close", "down"])) return { kind: "moved", open: false };
    return { kind: "act", act: "stop", action: description };
  }
  if (type === "target-position" && (value === 0 || value === property.range?.max)) {
    return { kind: "moved", open: value !== 0 };
  }
  return {
    kind: "set",
    property: propertyName(property, language),
    type,
    value: valueText(property, value, language),
    clamped,
  };
}

/** What an outcome was about, from the device's spec alone; by the address where the device, or that part of it, is gone. */
export function deedOfOutcome(device: Device | undefined, outcome: OutcomeTarget, language: Language): Deed {
  if ("property" in outcome) {
    const property = device?.spec.properties.get(outcome.property);
    if (property) return deedOfWrite(property, outcome.value, language);
    return { kind: "set", property: outcome.property, type: "", value: String(outcome.value), clamped: false };
  }
  const action = device?.spec.actions.get(outcome.action);
  return { kind: "action", name: action ? actionName(action, language) : outcome.action };
}

/** An action that is asked about: with what it is given, because that is a part of it ("start cooking with Rice"). */
export function deedAsked(action: Action, given: readonly Value[], language: Language): Deed {
  const name = actionName(action, language);
  const values = given.map((value, at) => {
    const property = action.in[at];
    return property ? valueText(property, value, language) : String(value);
  });
  return { kind: "action", name: values.length > 0 ? messages(language).consent.given({ name, values }) : name };
}
