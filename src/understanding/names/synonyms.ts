import type { Device } from "../../home/index.ts";
import { ofLanguages } from "../languages.ts";
import { normalise, type Token, tokenise } from "../text/tokens.ts";
import { isKindWord, isNarrowWord, withoutRoom } from "./device-names.ts";

/** Synonyms for one kind of thing, tokenised. */
interface Family {
  readonly kind: string;
  readonly said: readonly (readonly Token[])[];
  /** Name endings of the family: the words that people say and those that only stand in names. */
  readonly ends: readonly (readonly Token[])[];
  readonly unlike: readonly (readonly Token[])[];
  /** A device named only by its kind is called so as well. */
  readonly plain: boolean;
}

const families: () => readonly Family[] = ofLanguages((languages) =>
  languages.flatMap(({ lexicon }) =>
    lexicon.alike.map(({ kind, said, named = "", unlike = "", plain = false }) => {
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

/** A phrase that may mean a device though it is not its name: the end of its name, or a synonym. */
export interface SynonymName {
  readonly as: "ending" | "alike";
  readonly name: readonly Token[];
}

/**
 * The synonyms for a device with these names: a 吸顶灯 is also the 大灯 and the 顶灯. If an alias belongs to another family than
 * the name, it has no synonyms: a 床头灯 with the alias 台灯 is no 学习灯.
 * @param forms the name and the aliases, as they may be said
 */
export function synonymNamesOf(forms: readonly (readonly Token[])[], device: Device): readonly SynonymName[] {
  const own = forms[0] && familiesOf(forms[0], device);
  const special = forms.some((form) => isSpecial(form, device));
  return forms.flatMap((form) => {
    const among = familiesOf(form, device);
    if (own?.length && among.length > 0 && !among.some((family) => own.includes(family))) return [];
    const kindWord = isKindWord(form, device);
    return otherNames(form, device, kindWord).filter(({ as }) => !(special && kindWord && as === "alike"));
  });
}

/** Whether a name says by words of its own what the device is: "fairy lights" are no ceiling light. */
function isSpecial(form: readonly Token[], device: Device): boolean {
  return !isKindWord(form, device) && familiesOf(form, device).length === 0 && withoutRoom(form, device.room) === null;
}

/** The synonym families that a name belongs to. */
function familiesOf(name: readonly Token[], { spec }: Device): readonly Family[] {
  return families().filter(
    ({ kind, ends, unlike }) =>
      kind === spec.kind && !unlike.some((each) => endsWith(name, each)) && ends.some((each) => endsWith(name, each)),
  );
}

/** The synonyms for one name. `kindWord`: the name is only a word for the kind. */
function otherNames(name: readonly Token[], { spec }: Device, kindWord: boolean): readonly SynonymName[] {
  return families().flatMap((family): readonly SynonymName[] => {
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
