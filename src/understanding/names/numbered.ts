import { ofLanguages } from "../languages.ts";
import { normalise, type Token, tokenise } from "../text/tokens.ts";

/** Largest number in names that is also matched in words. */
const MOST = 20;

/** The ways to say the number in a name, of one language. */
interface Ways {
  readonly spaces: boolean;
  /** Keyed by number: each way as tokens. */
  readonly said: ReadonlyMap<number, readonly (readonly Token[])[]>;
  /** Numbers, keyed by the word for them. */
  readonly words: ReadonlyMap<string, number>;
}

const ways: () => readonly Ways[] = ofLanguages((languages) =>
  languages.map(({ lexicon: { numbers, numbered }, grammar }) => {
    const said = new Map<number, (readonly Token[])[]>();
    const words = new Map<string, number>();
    for (const [key, phrases] of Object.entries(numbers)) {
      const value = Number(key);
      if (value < 0 || value > MOST) continue;
      const forms = [key, ...phrases.split(", ").filter((phrase) => tokenise(normalise(phrase)).length === 1)];
      for (const form of forms.slice(1)) words.set(tokenise(normalise(form))[0]?.stem ?? form, value);
      const patterns = numbered.split(", ");
      said.set(
        value,
        forms.flatMap((form) => patterns.map((pattern) => tokenise(normalise(pattern.replace("N", form))))),
      );
    }
    return { spaces: grammar.spaces, said, words };
  }),
);

/** Variants of a name that ends in a number: "Lamp 2" is also "lamp two" and "lamp number 2". */
export function numberedNames(name: readonly Token[]): readonly (readonly Token[])[] {
  const last = name.at(-1);
  if (!last || name.length < 2) return [];
  const spaced = name[0]?.kind === "word";
  return ways().flatMap(({ spaces, said, words }) => {
    if (spaces !== spaced) return [];
    const value = last.kind === "number" ? last.value : words.get(last.stem);
    const front = name.slice(0, -1);
    const forms = value === undefined ? [] : (said.get(value) ?? []);
    return forms.filter((form) => form.length !== 1 || form[0]?.stem !== last.stem).map((form) => [...front, ...form]);
  });
}
