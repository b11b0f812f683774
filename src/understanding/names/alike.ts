import type { Device } from "../../home/index.ts";
import { ofLanguages } from "../languages.ts";
import { normalise, type Token, tokenise } from "../text/tokens.ts";
import { isNarrowWord } from "./device-names.ts";

/** Words by which people call the same thing, tokenised. */
interface Family {
  readonly kind: string;
  readonly said: readonly (readonly Token[])[];
  /** Ends of names that are called so: those that are said and those that only stand in names. */
  readonly ends: readonly (readonly Token[])[];
  readonly unlike: readonly (readonly Token[])[];
  /** The only one of its kind is called so as well. */
  readonly plain: boolean;
}

const families: () => readonly Family[] = ofLanguages((languages) =>
  languages.flatMap(({ words }) =>
    words.alike.map(({ kind, said, named = "", unlike = "", plain = false }) => {
      const [calls, names] = [phrases(said), phrases(named)];
      return { kind, said: calls, ends: [...calls, ...names], unlike: phrases(unlike), plain };
    }),
  ),
);

function phrases(text: string): readonly (readonly Token[])[] {
  return text
    .split(",")
    .filter((phrase) => phrase.trim() !== "")
    .map((phrase) => tokenise(normalise(phrase)));
}

/** A phrase by which something may be meant that is not called so: the end of its name, or what people say for it. */
export interface OtherName {
  readonly as: "ending" | "alike";
  readonly name: readonly Token[];
}

/**
 * The other ways in which people call what has a name: who has a 吸顶灯 says 大灯 and 顶灯. `kindWord`: the name is no more
 * than a word for the kind.
 */
export function otherNames(name: readonly Token[], { spec }: Device, kindWord: boolean): readonly OtherName[] {
  return families().flatMap((family): readonly OtherName[] => {
    if (family.kind !== spec.kind || family.unlike.some((each) => endsWith(name, each))) return [];
    if (kindWord && family.plain && !isNarrowWord(name))
      return family.said.map((each) => ({ as: "alike", name: each }));
    const end = family.ends.filter((each) => endsWith(name, each)).sort((a, b) => b.length - a.length)[0];
    if (!end) return [];
    const front = name.slice(0, name.length - end.length);
    const others = family.said.filter((each) => !isSame(each, end));
    return [
      ...(front.length > 0 || kindWord ? [{ as: "ending", name: end } as const] : []),
      ...others.map((each) => ({ as: "alike", name: [...front, ...each] }) as const),
      ...(front.length > 0 ? others.map((each) => ({ as: "alike", name: each }) as const) : []),
    ];
  });
}

function endsWith(name: readonly Token[], end: readonly Token[]): boolean {
  const from = name.length - end.length;
  return from >= 0 && end.every(({ stem }, at) => name[from + at]?.stem === stem);
}

function isSame(one: readonly Token[], other: readonly Token[]): boolean {
  return one.length === other.length && endsWith(one, other);
}
