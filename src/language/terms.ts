import type { Message, MessageValues, Phrase, Property, Unit, Value } from "../home/index.ts";
import type { Language } from "./language.ts";
import {
  actionName,
  colorName,
  differenceText,
  kindName,
  listedText,
  propertyName,
  type SpecElement,
  serviceName,
  unitText,
} from "./names.ts";
import { packOf } from "./packs.ts";
import { BOOLEAN_WORDINGS, type BooleanWording, booleanWording } from "./states.ts";
import { suitableName } from "./suitable.ts";

/**
 * Names and values as data, like messages. Packs have no texts for them: they are worded from the reader's vocabulary, so that
 * stored messages can be read in any language, and temperatures in the reader's unit.
 */
interface Terms {
  /** A thing's names: its own first, then aliases. */
  readonly name: { readonly names: readonly string[] };
  /** A kind of device: "air-conditioner". */
  readonly kind: { readonly kind: string };
  readonly service: SpecElement;
  readonly property: SpecElement;
  readonly action: SpecElement;
  readonly listed: { readonly description: string };
  readonly color: { readonly rgb: number };
  readonly quantity: { readonly value: number; readonly unit: Unit | null };
  /** A difference of two numbers: 2 °C are 3.6 °F. */
  readonly difference: { readonly value: number; readonly unit: Unit | null };
  /** `word` is missing in terms that earlier versions stored. */
  readonly truth: { readonly value: boolean; readonly word?: BooleanWording };
}

/** The section of the keys of terms. */
export const TERM_SECTION = "term";

const TERM_TEXTS: { readonly [Name in keyof Terms]: (values: Terms[Name], language: Language) => string } = {
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
    packOf(language).messages.states.truth(BOOLEAN_WORDINGS.includes(word) ? word : "setting", value),
};

/** Makes a term: a name or value that is put into words when its reader is known. */
export function term<Name extends keyof Terms>(name: Name, values: Terms[Name]): Message {
  return { key: `${TERM_SECTION}.${name}`, values: { ...values } as MessageValues };
}

/** Puts a term into words; an unknown one gives its key. */
export function termText(name: string, values: MessageValues, language: Language): string {
  if (!Object.hasOwn(TERM_TEXTS, name)) return `${TERM_SECTION}.${name}`;
  const tell = TERM_TEXTS[name as keyof Terms] as (values: MessageValues, language: Language) => string;
  return tell(values, language);
}

/** `valueText` as data. */
export function valuePhrase(property: Property, value: Value): Phrase {
  const listed = property.values.find((each) => each.value === value);
  if (listed) return term("listed", { description: listed.description });
  if (typeof value === "boolean") return term("truth", { value, word: booleanWording(property) });
  if (typeof value === "string") return value;
  if (property.type === "color" && property.unit === "rgb") return term("color", { rgb: value });
  return term("quantity", { value, unit: property.unit });
}

/** A difference as data. */
export function differencePhrase(value: number, unit: Unit | null): Phrase {
  return term("difference", { value, unit });
}

/** `propertyName`, `actionName` or `serviceName` as data. */
export function namePhrase(what: "property" | "action" | "service", { type, description }: SpecElement): Message {
  return term(what, { type, description });
}
