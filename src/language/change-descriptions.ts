import type { Action, Device, OutcomeTarget, Property, Value } from "../home/index.ts";
import type { Language } from "./language.ts";
import { actionName, matchesDescription, propertyName, spokenValue, valueText } from "./names.ts";
import { messages } from "./packs.ts";
import type { ReportedChange } from "./reported-changes.ts";
import { booleanWording } from "./states.ts";

/** The change that a write makes. @param clamped whether the value was held to the end of its range */
export function changeOfWrite(property: Property, value: Value, language: Language, clamped = false): ReportedChange {
  const { type } = property;
  if (typeof value === "boolean") {
    if (type === "on") return { kind: "power", on: value };
    if (type === "locked") return { kind: "locked", locked: value };
    if (type === "mute") return { kind: "act", act: value ? "mute" : "unmute", action: "" };
    const leaf = booleanWording(property) === "leaf" && { leaf: true as const };
    return { kind: "switched", property: propertyName(property, language), on: value, ...leaf };
  }
  if (type === "motor-control") {
    const description = property.values.find((each) => each.value === value)?.description ?? "";
    if (matchesDescription(description, ["open", "up"])) return { kind: "moved", open: true, ...liftMark(property) };
    if (matchesDescription(description, ["close", "down"]))
      return { kind: "moved", open: false, ...liftMark(property) };
    return { kind: "act", act: "stop", action: description };
  }
  if (type === "target-position" && (value === 0 || value === property.range?.max)) {
    return { kind: "moved", open: value !== 0, ...liftMark(property) };
  }
  return {
    kind: "set",
    property: propertyName(property, language),
    type,
    value: spokenValue(property, value, language),
    end: clamped ? rangeEnd(property, value) : null,
  };
}

/** Whether a motor moves something up and down, as a clothes airer. */
export function isLift({ service }: Pick<Property, "service">): boolean {
  return /^airer(-\d+)?$/.test(service);
}

function liftMark(property: Property): { readonly lifts?: true } {
  return isLift(property) ? { lifts: true } : {};
}

/** The act of an action, keyed by its short name: `start-sweep` is `clean`. */
export const ACT_BY_ACTION: Readonly<Record<string, string>> = {
  "start-sweep": "clean",
  "stop-sweeping": "stop",
  "pause-sweeping": "pause",
  "start-mop": "mop",
  "start-charge": "dock",
  "start-mowing": "mow",
  "stop-mowing": "stop",
  "start-wash": "start",
  "stop-washing": "stop",
  "start-cook": "start",
  "cancel-cooking": "stop",
  "pause-cooking": "pause",
  "resume-cooking": "resume",
  play: "play",
  pause: "pause",
  stop: "stop",
  next: "next",
  previous: "previous",
  toggle: "toggle",
};

/** Whether a value is an end of its range, or of ordered steps. */
function rangeEnd({ range, values }: Property, value: Value): "max" | "min" | null {
  const [min, max] = range ? [range.min, range.max] : [values[0]?.value, values.at(-1)?.value];
  return value === max ? "max" : value === min ? "min" : null;
}

/** The change that an outcome is about, from the device's spec; named by its address when the device or that part is gone. */
export function changeOfOutcome(
  device: Device | undefined,
  outcome: OutcomeTarget,
  language: Language,
): ReportedChange {
  if ("property" in outcome) {
    const property = device?.spec.properties.get(outcome.property);
    if (property) return changeOfWrite(property, outcome.value, language);
    return { kind: "set", property: outcome.property, type: "", value: String(outcome.value), end: null };
  }
  const action = device?.spec.actions.get(outcome.action);
  const act = action && ACT_BY_ACTION[action.type];
  if (action && act !== undefined) return { kind: "act", act, action: actionName(action, language) };
  return { kind: "action", name: action ? actionName(action, language) : outcome.action };
}

/** An action in a question, with its arguments: "start cooking with Rice". */
export function requestedAction(action: Action, given: readonly Value[], language: Language): ReportedChange {
  const name = actionName(action, language);
  const values = given.map((value, at) => {
    const property = action.in[at];
    return property ? valueText(property, value, language) : String(value);
  });
  return { kind: "action", name: values.length > 0 ? messages(language).consent.given({ name, values }) : name };
}
