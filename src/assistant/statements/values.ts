import { lapseOf } from "../../home/index.ts";
import type { Meaning } from "../../understanding/lexicon/types.ts";
import type { IndexedDevice } from "../../understanding/names/home-index.ts";
import { tokenise } from "../../understanding/text/tokens.ts";
import { holdsTogether, type Part } from "./clauses.ts";

/** A word for a value of a list and for nothing else: "dry mode". */
export function isMode({ lex, predicate }: Part): boolean {
  return lex !== null && lex.listed.length > 0 && !holdsTogether(lex) && lex.kinds.length === 0 && predicate === null;
}

/** Whether a device shows one of the listed values now, or has what is called like it on: its eco, its dryer. */
export function isInMode({ device }: IndexedDevice, { listed, props }: Meaning, now: number): boolean {
  return [...device.state].some(([address, state]) => {
    const property = device.spec.properties.get(address);
    if (!property || lapseOf(device, state, now) !== null) return false;
    if (state.value === true)
      return props.includes(property.type) || listed.some((word) => isWord(word, property.type));
    const shown = property.values.find(({ value }) => value === state.value)?.description.toLowerCase();
    return shown !== undefined && listed.includes(shown);
  });
}

/** Whether a type is that of a word: `sleep-mode` of "sleep". */
function isWord(word: string, type: string): boolean {
  return type === word || type.startsWith(`${word}-`);
}

/** The numbers of a part. */
export function numberOf({ measure, text }: Part): number[] {
  if (measure?.kind === "quantity") return [measure.quantity.value];
  return tokenise(text).flatMap(({ kind, value }) => (kind === "number" ? [value] : []));
}
