/**
 * Words for values that follow another property: "that of the study thermometer plus 2 °C", "2 °C below the study air
 * conditioner".
 */
import type { Home, Phrase, Property } from "../../home/index.ts";
import { differencePhrase, message } from "../../language/index.ts";
import type { Bound, Target, ValueOf } from "../definition/basics.ts";
import { isMeasured, isValueOf } from "../references/value-of.ts";
import { propertyOfWords } from "./states.ts";
import { subjectWords, targetProperty, targetValueWords } from "./words.ts";

/** The source of a value: the device alone where the property is the same. */
function sourceWords({ of, property }: ValueOf, target: Target, address: string, home: Home) {
  const from = of ?? target;
  const source = property ?? address;
  const same =
    of !== undefined && targetProperty(from, source, home)?.type === targetProperty(target, address, home)?.type;
  return { same, who: subjectWords(from, "all", home, [source]).who, what: propertyOfWords(from, source, "all", home) };
}

/** A bound of a number in words. */
export function boundWords(bound: Bound, target: Target, address: string, home: Home): Phrase {
  return isValueOf(bound) ? boundOfWords(bound, target, address, home) : targetValueWords(target, address, bound, home);
}

function boundOfWords(bound: ValueOf, target: Target, address: string, home: Home): Phrase {
  const { same, who, what } = sourceWords(bound, target, address, home);
  const { plus = 0, times = 1 } = bound;
  const of = same ? message("states.thatOf", { who }) : what;
  return message("states.boundOf", {
    of,
    times,
    less: plus < 0,
    by: amount(plus, targetProperty(target, address, home)),
  });
}

/** A value to be set, which follows another property, in words. */
export function valueOfWords(value: ValueOf, target: Target, address: string, home: Home): Phrase {
  const { same, who, what } = sourceWords(value, target, address, home);
  const { plus = 0, times = 1 } = value;
  const property = targetProperty(target, address, home);
  const own = value.of === undefined && value.property === undefined;
  const values = { times, less: plus < 0, by: amount(plus, property) };
  if (own) return message("actions.fromNow", values);
  return message("actions.like", {
    ...values,
    of: same ? who : what,
    measured: property ? isMeasured(property) : true,
  });
}

function amount(plus: number, property: Property | undefined): Phrase {
  return plus === 0 ? "" : differencePhrase(Math.abs(plus), property?.unit ?? null);
}
