import { type HomeView, JiaError, type Property, type Spec } from "../../../home/index.ts";
import { errorText, type Language, languages, message, wordsInAllLanguages } from "../../../language/index.ts";
import { lettersAndDigits, likeness } from "../name-likeness.ts";
import { propertyLabel } from "./labels.ts";

/** Types of properties keyed by their words in all languages; rebuilt when the languages change. */
let made: { readonly of: string; readonly types: ReadonlyMap<string, ReadonlySet<string>> } | null = null;

/** The types of properties with this name in any language: "humidity", 湿度, "pm25". */
export function propertyTypesNamed(given: string): ReadonlySet<string> {
  return typesByWord().get(lettersAndDigits(given)) ?? new Set();
}

function typesByWord(): ReadonlyMap<string, ReadonlySet<string>> {
  const of = languages().join();
  if (made?.of === of) return made.types;
  const types = new Map<string, Set<string>>();
  for (const [type, list] of wordsInAllLanguages("properties")) {
    for (const word of list)
      types.set(lettersAndDigits(word), (types.get(lettersAndDigits(word)) ?? new Set()).add(type));
  }
  made = { of, types };
  return types;
}

/** Of properties with one name those that a read means: measured values before target values. */
export function measuredFirst<Item extends Pick<Property, "type">>(found: readonly Item[]): readonly Item[] {
  const measured = found.filter(({ type }) => !type.startsWith("target-"));
  return measured.length > 0 ? measured : found;
}

/**
 * Resolves the name of a property in a read: to itself where a device of the home has it, otherwise to the types with that name.
 * @throws JiaError `unknown-name` where no device of the home has such a property
 */
export function resolvePropertyName(home: HomeView, given: string): readonly string[] {
  const all = [...new Set(home.devices.map(({ spec }) => spec))].flatMap((spec) =>
    [...spec.properties.values()].map((property) => ({ spec, property, type: property.type })),
  );
  const named = all.filter(({ spec, property }) => namesOf(spec, property).includes(given));
  if (named.length > 0) return [given];
  const wanted = lettersAndDigits(given);
  const spelt = all.filter(({ spec, property }) =>
    namesOf(spec, property).some((name) => lettersAndDigits(name) === wanted),
  );
  const types = propertyTypesNamed(given);
  const found = spelt.length > 0 ? spelt : measuredFirst(all.filter(({ type }) => types.has(type)));
  if (found.length > 0) return [...new Set(found.map(({ type }) => type))];
  const near = [...new Set(all.map(({ type }) => type))]
    .map((type) => ({ type, score: likeness(given, type) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, 8)
    .map(({ type }) => type);
  throw new JiaError("unknown-name", { what: message("tools.property"), name: given, known: near.join(", ") });
}

/**
 * Resolves several names of properties; names that no device has become errors of the answer.
 * @throws JiaError `unknown-name` where no device has any of them
 */
export function resolvePropertyNames(
  home: HomeView,
  given: readonly string[],
  language: Language,
): { readonly names: readonly string[]; readonly errors: readonly string[] } {
  const errors: JiaError[] = [];
  const names = given.flatMap((each) => {
    try {
      return resolvePropertyName(home, each);
    } catch (error) {
      if (!(error instanceof JiaError)) throw error;
      errors.push(error);
      return [];
    }
  });
  const [first] = errors;
  if (first && names.length === 0) throw first;
  return { names: [...new Set(names)], errors: errors.map((error) => errorText(error, language)) };
}

function namesOf(spec: Spec, property: Property): readonly string[] {
  return [property.address, property.type, propertyLabel(spec, property)];
}
