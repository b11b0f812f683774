import type { Message, MessageValues, Phrase, Property, Unit, Value } from "../home/index.ts";
import type { Language } from "./language.ts";
import {
  actionName,
  colorName,
  type Described,
  differenceText,
  kindName,
  listedText,
  propertyName,
  serviceName,
  unitText,
} from "./names.ts";
import { packOf } from "./packs.ts";
import { TRUTH_WORDS, type TruthWord, truthWord } from "./states.ts";
import { suitableName } from "./suitable.ts";

/**
 * Names and values as data, like messages. No pack has texts for them: the vocabulary of the reader's language tells them, so
 * that what is stored can be told in any language, and temperatures in the reader's unit.
 */
interface Terms {
  /** What somebody called a thing: its own name first, then others. */
  readonly name: { readonly names: readonly string[] };
  /** A kind of device: "air-conditioner". */
  readonly kind: { readonly kind: string };
  readonly service: Described;
  readonly property: Described;
  readonly action: Described;
  readonly listed: { readonly description: string };
  readonly color: { readonly rgb: number };
  readonly quantity: { readonly value: number; readonly unit: Unit | null };
  /** How much two numbers differ: 2 °C are 3.6 °F, wherever they begin. */
  readonly difference: { readonly value: number; readonly unit: Unit | null };
  /** `word` is missing in what earlier versions stored. */
  readonly truth: { readonly value: boolean; readonly word?: TruthWord };
}

/** The section of their keys. */
export const TERM_SECTION = "term";

const TELL: { readonly [Name in keyof Terms]: (values: Terms[Name], language: Language) => string } = {
  name: ({ names: [name = "", ...aliases] }, language) => suitableName(language, name, aliases),
  kind: ({ kind }, language) => kindName(kind, language),
  service: serviceName,
  property: propertyName,
  action: actionName,
  listed: listedText,
  color: ({ rgb }, language) => colorName(rgb, language),
  quantity: ({ value, unit }, language) => unitText(value, unit, language),
  difference: ({ value, unit }, language) => differenceText(value, unit, language),
  truth: ({ value, word = "setting" }, language) =>
    packOf(language).messages.states.truth(TRUTH_WORDS.includes(word) ? word : "setting", value),
};

/** A name or a value that is put into words when its reader is known. */
export function term<Name extends keyof Terms>(name: Name, values: Terms[Name]): Message {
  return { key: `${TERM_SECTION}.${name}`, values: { ...values } as MessageValues };
}

/** A term in words; its key where this version does not know it. */
export function termText(name: string, values: MessageValues, language: Language): string {
  if (!Object.hasOwn(TELL, name)) return `${TERM_SECTION}.${name}`;
  const tell = TELL[name as keyof Terms] as (values: MessageValues, language: Language) => string;
  return tell(values, language);
}

/** What `valueText` tells, as data. */
export function valuePhrase(property: Property, value: Value): Phrase {
  const listed = property.values.find((each) => each.value === value);
  if (listed) return term("listed", { description: listed.description });
  if (typeof value === "boolean") return term("truth", { value, word: truthWord(property) });
  if (typeof value === "string") return value;
  if (property.type === "color" && property.unit === "rgb") return term("color", { rgb: value });
  return term("quantity", { value, unit: property.unit });
}

/** How much a number is changed, as data. */
export function differencePhrase(value: number, unit: Unit | null): Phrase {
  return term("difference", { value, unit });
}

/** What `propertyName`, `actionName` or `serviceName` tells, as data. */
export function namePhrase(what: "property" | "action" | "service", { type, description }: Described): Message {
  return term(what, { type, description });
}
