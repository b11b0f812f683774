import type { Device } from "../../home/index.ts";
import { ofLanguages } from "../languages.ts";
import { normalise, type Token, tokenise } from "../text/tokens.ts";

/** Words by which people call the same thing, tokenised. */
interface Family {
  readonly kind: string;
  readonly said: readonly (readonly Token[])[];
  /** Ends of names that are called so: those that are said and those that only stand in names. */
  readonly ends: readonly (readonly Token[])[];
  /** The only one of its kind is called so as well. */
  readonly plain: boolean;
}

const families: () => readonly Family[] = ofLanguages((languages) =>
  languages.flatMap(({ words }) =>
    words.alike.map(({ kind, said, named = "", plain = false }) => {
      const [calls, names] = [phrases(said), phrases(named)];
      return { kind, said: calls, ends: [...calls, ...names], plain };
    }),
  ),
);

function phrases(text: string): readonly (readonly Token[])[] {
  return text
    .split(",")
    .filter((phrase) => phrase.trim() !== "")
    .map((phrase) => tokenise(normalise(phrase)));
}

/**
 * The other ways in which people call what has a name: who has a 吸顶灯 says 大灯 and 顶灯. What is called so exactly is meant
 * before these (`narrowed`). `plain`: the name is no more than the word for the kind.
 */
export function alikeNames(name: readonly Token[], { spec }: Device, plain: boolean): readonly (readonly Token[])[] {
  return families().flatMap((family) => {
    if (family.kind !== spec.kind) return [];
    if (plain && family.plain) return family.said;
    const end = family.ends.filter((each) => endsWith(name, each)).sort((a, b) => b.length - a.length)[0];
    if (!end) return [];
    const front = name.slice(0, name.length - end.length);
    return family.said.filter((each) => !isSame(each, end)).map((each) => [...front, ...each]);
  });
}

function endsWith(name: readonly Token[], end: readonly Token[]): boolean {
  const from = name.length - end.length;
  return from >= 0 && end.every(({ stem }, at) => name[from + at]?.stem === stem);
}

function isSame(one: readonly Token[], other: readonly Token[]): boolean {
  return one.length === other.length && endsWith(one, other);
}
