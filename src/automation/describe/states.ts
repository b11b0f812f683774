/** How people say that a property is or becomes something: "the window sensor shows open", not "contact of … is off". */
import type { Home, Phrase, Value } from "../../home/index.ts";
import { message, stateWord } from "../../language/index.ts";
import type { Bound, Target } from "../definition/basics.ts";
import { lastingWords } from "./times.ts";
import { propertyWords, type Subject, subjectWords, targetProperty, targetValueWords } from "./words.ts";

export interface StateSentence {
  readonly target: Target;
  readonly property: string;
  readonly values: readonly Value[];
  /** The values before, where they count. */
  readonly from?: readonly Value[];
  /** For how long it must have held. */
  readonly held: string | number | undefined;
  readonly subject: Subject;
  readonly way: "becomes" | "is";
}

/**
 * A state or a change as a clause: "the TV is turned off", "any leak sensor detects water", "the mode of the heater
 * becomes Eco or Boost".
 */
export function stateWords(
  { target, property, values, from = [], held, subject, way }: StateSentence,
  home: Home,
): Phrase {
  const [only] = values;
  const becomes = way === "becomes";
  const lasts = lastingWords(held);
  const state = values.length === 1 && typeof only === "boolean" ? stateOf(target, property, home) : null;
  if (state) {
    return message("states.told", {
      state,
      becomes,
      yes: only === true,
      ...subjectWords(target, subject, home, [property]),
      lasts,
    });
  }
  const what = propertyOfWords(target, property, subject, home);
  const wanted = values.map((value) => targetValueWords(target, property, value, home));
  const before = from.map((value) => targetValueWords(target, property, value, home));
  return message("states.value", { what, becomes, values: wanted, from: before, lasts });
}

/** A property of a target: "the temperature of the Thermometer", "温湿度计的温度". */
export function propertyOfWords(target: Target, property: string, subject: Subject, home: Home): Phrase {
  const { who } = subjectWords(target, subject, home, [property]);
  return message("states.propertyOf", { property: propertyWords(target, property, home), who });
}

/** Bounds of a number in words: "is above 26 °C"; `passing` for triggers: "rises above 26 °C". */
export function boundsWords(
  { above, below }: { readonly above?: Bound | undefined; readonly below?: Bound | undefined },
  value: (bound: Bound) => Phrase,
  passing: boolean,
): Phrase {
  if (above !== undefined && below !== undefined) {
    const bounds = { above: value(above), below: value(below) };
    return passing ? message("states.comesBetween", bounds) : message("states.isBetween", bounds);
  }
  if (above !== undefined) {
    const bound = { above: value(above) };
    return passing ? message("states.risesAbove", bound) : message("states.isAbove", bound);
  }
  const bound = { below: value(below ?? 0) };
  return passing ? message("states.fallsBelow", bound) : message("states.isBelow", bound);
}

function stateOf(target: Target, address: string, home: Home) {
  return stateWord(targetProperty(target, address, home)?.type ?? address.slice(address.indexOf(".") + 1), address);
}
