import type { Home, Phrase, Value } from "../../home/index.ts";
import { durationPhrase, message, namePhrase, type Verb, valuePhrase } from "../../language/index.ts";
import type { Target, ValueOf } from "../definition/basics.ts";
import { toMs } from "../definition/durations.ts";
import type { SceneValue } from "../definition/scene.ts";
import { resolveTarget } from "../references/targets.ts";
import { isValueOf } from "../references/value-of.ts";
import { valueOfWords } from "./follows.ts";
import { propertyWords, targetProperty, targetValueWords, targetWords } from "./words.ts";

/** The defaults of a scene's parameters, keyed by name. */
export type ParameterDefaults = Readonly<Record<string, { readonly default: Value }>>;

/** A setting as a clause: "turn on the hall light (brightness 20%)", "打开客厅灯（亮度20%）". */
export function setWords(
  target: Target,
  set: Readonly<Record<string, SceneValue | ValueOf>>,
  defaults: ParameterDefaults,
  home: Home,
): Phrase {
  const what = targetWords(target, home, Object.keys(set));
  const { verb, details } = shapeOf(target, set, defaults, home);
  return verb === null ? message("actions.set", { what, details }) : message("actions.does", { verb, what, details });
}

/** A setting without its devices: "turn on", "brightness 20%". */
export function shapeOf(
  target: Target,
  set: Readonly<Record<string, SceneValue | ValueOf>>,
  defaults: ParameterDefaults,
  home: Home,
): { readonly verb: Verb | null; readonly details: readonly Phrase[] } {
  const details: Phrase[] = [];
  let verb: Verb | null = null;
  for (const [address, value] of Object.entries(set)) {
    if (isValueOf(value)) {
      const shown = valueOfWords(value, target, address, home);
      details.push(message("actions.value", { property: propertyWords(target, address, home), value: shown }));
      continue;
    }
    const spoken = typeof value === "object" ? null : verbFor(target, address, value, home);
    // Another part that is switched the same way is covered by the verb for the device.
    if (spoken !== null && (verb === null || verb === spoken)) {
      verb = spoken;
      continue;
    }
    const shown = givenWords(value, defaults, (plain) => targetValueWords(target, address, plain, home));
    details.push(message("actions.value", { property: propertyWords(target, address, home), value: shown }));
  }
  return { verb, details };
}

/** A value in words: "20%", or "15% unless told otherwise" for a parameter. */
export function givenWords(value: SceneValue, defaults: ParameterDefaults, words: (value: Value) => Phrase): Phrase {
  if (typeof value !== "object") return words(value);
  const known = defaults[value.parameter];
  return known ? message("actions.unlessTold", { value: words(known.default) }) : `{${value.parameter}}`;
}

/** The verb for a value of a property: on, off, open, close; null when there is none. */
function verbFor(target: Target, address: string, value: Value, home: Home): Verb | null {
  const property = targetProperty(target, address, home);
  const type = property?.type ?? address.split(".")[1] ?? "";
  if (type === "on" && /valve/.test(address)) return value === true ? "open" : "close";
  if (type === "on") return value === true ? "turnOn" : "turnOff";
  if (type === "target-position" && value === 100) return "open";
  if (type === "target-position" && value === 0) return "close";
  if (type === "locked") return value === true ? "lock" : "unlock";
  if (type !== "motor-control") return null;
  const described = property?.values.find((listed) => listed.value === value)?.description ?? String(value);
  if (/^open/i.test(described)) return "open";
  if (/^close/i.test(described)) return "close";
  return /^(stop|pause)/i.test(described) ? "stop" : null;
}

/** An effect with the duration of its transition. */
export function gradualWords(what: Phrase, transition: string | number | undefined): Phrase {
  if (transition === undefined) return what;
  return message("automation.gradually", { what, duration: durationPhrase(toMs(transition)) });
}

/** An action of a device as a clause, with its arguments. */
export function invokeWords(
  target: Target,
  address: string,
  given: readonly SceneValue[],
  defaults: ParameterDefaults,
  home: Home,
): Phrase {
  const action = resolveTarget(target, home)
    .map((device) => device.spec.actions.get(address))
    .find((found) => found !== undefined);
  return message("actions.invoke", {
    action: action ? namePhrase("action", action) : address,
    // A named device acts as a whole, so its part is not told.
    what: targetWords(target, home, typeof target === "string" || "devices" in target ? [] : [address]),
    values: given.map((value, at) => {
      const property = action?.in[at];
      return givenWords(value, defaults, (plain) => (property ? valuePhrase(property, plain) : String(plain)));
    }),
  });
}
