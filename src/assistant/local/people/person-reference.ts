import type { Origin } from "../../../home/index.ts";
import type { ToldPerson } from "../../../language/index.ts";
import type { Person } from "../../../people/index.ts";
import type { DialogueContext } from "../../../understanding/ground/context.ts";
import { exactMatch, lexiconOf } from "../../../understanding/lexicon/lexicon.ts";
import type { LexicalMeaning } from "../../../understanding/lexicon/types.ts";
import { peopleForms } from "../../../understanding/presence/compiled-forms.ts";
import type { PeopleForms } from "../../../understanding/presence/forms.ts";
import { normalise, type Token, tokenise } from "../../../understanding/text/tokens.ts";
import type { PeoplePorts } from "./ports.ts";

/** The people that words refer to. */
export type PersonReference =
  | { readonly kind: "people"; readonly people: readonly Person[] }
  /** The speaker, who is not known. */
  | { readonly kind: "speaker" }
  /** Words that can be names, but nobody has them. */
  | { readonly kind: "nobody"; readonly names: readonly string[] };

/** What references to people are resolved with. */
interface ReferenceContext {
  readonly services: Pick<PeoplePorts, "people">;
  readonly origin: Origin;
  readonly dialogue: Pick<DialogueContext, "index">;
  /** The remembered facts that the speaker may know. */
  readonly facts: () => readonly string[];
  /** Ids of the people of the turn before, for pronouns. */
  readonly before: readonly string[];
}

/** Resolves words to people, also "Tom and Emma"; null where the words mean something else, or nobody in particular. */
export function resolvePeople(words: string, context: ReferenceContext): PersonReference | null {
  const whole = resolvePerson(words, context);
  if (whole?.kind === "people" || whole?.kind === "speaker") return whole;
  const parts = splitBy(
    words,
    peopleForms().all.map(({ and }) => and),
  );
  if (parts.length < 2) return whole;
  const each = parts.map((part) => resolvePerson(part, context));
  if (each.some((found) => found === null)) return null;
  const names = each.flatMap((found) => (found?.kind === "nobody" ? found.names : []));
  if (names.length > 0) return { kind: "nobody", names };
  const people = each.flatMap((found) => (found?.kind === "people" ? found.people : []));
  return people.length > 0 ? { kind: "people", people: [...new Set(people)] } : null;
}

function splitBy(words: string, joints: readonly RegExp[]): readonly string[] {
  for (const joint of joints) {
    const parts = words.split(joint).filter((part) => part.trim() !== "");
    if (parts.length > 1) return parts;
  }
  return [words];
}

function resolvePerson(words: string, context: ReferenceContext): PersonReference | null {
  const { services, origin, before } = context;
  const called = words.trim();
  if (called === "") return null;
  const own = services.people.named(called);
  if (own) return { kind: "people", people: [own] };
  for (const forms of peopleForms().all) {
    if (forms.me.test(called)) {
      const me = origin.person === undefined ? undefined : services.people.get(origin.person);
      return me ? { kind: "people", people: [me] } : { kind: "speaker" };
    }
    if (forms.pronoun.test(called)) {
      const people = before.flatMap((id) => services.people.get(id) ?? []);
      return people.length > 0 ? { kind: "people", people } : null;
    }
    const role = forms.children.test(called) ? "child" : forms.guests.test(called) ? "guest" : null;
    if (role !== null) {
      const people = services.people.list().filter((person) => person.role === role);
      return people.length > 0 ? { kind: "people", people } : null;
    }
    const names = [...namesIn(called, forms)];
    for (const name of names) {
      const found = services.people.named(name);
      if (found) return { kind: "people", people: [found] };
    }
    for (const name of [called, ...names]) {
      const found = personByFact(name, context, forms);
      if (found) return { kind: "people", people: [found] };
    }
    // "My husband" without a person of that name.
    const [bare] = names;
    if (bare !== undefined && forms.article.test(called) && forms.name.test(bare))
      return { kind: "nobody", names: [bare] };
  }
  return isName(called, context) ? { kind: "nobody", names: [called] } : null;
}

/** The person whom a remembered fact equates with a name: "remember that my husband is Tom". */
function personByFact(name: string, { facts, services }: ReferenceContext, forms: PeopleForms): Person | undefined {
  if (!forms.name.test(name)) return undefined;
  const patterns = forms.toldOf(name);
  for (const fact of facts()) {
    for (const pattern of patterns) {
      const who = pattern.exec(fact.trim().replace(/[.。]$/u, ""))?.groups?.["who"];
      const found = who === undefined ? undefined : services.people.named(who);
      if (found) return found;
    }
  }
  return undefined;
}

/** Names that a person may have for these words: "my mum" is mum. */
function* namesIn(called: string, { article, variants }: PeopleForms): Iterable<string> {
  const bare = called.replace(article, "");
  if (bare !== called) yield bare;
  yield* variants?.(bare) ?? [];
}

/** The longest name of a person, in words. */
const MOST_WORDS = 3;
/** The longest name of a person, in characters of languages without spaces. */
const MOST_CHARACTERS = 4;

/** Whether words can only be a name: nothing of this home and no word of the lexicon. */
function isName(called: string, { dialogue: { index } }: ReferenceContext): boolean {
  if (peopleForms().all.some(({ things, article }) => things.test(called) || article.test(called))) return false;
  const tokens = tokenise(normalise(called));
  if (tokens.length === 0 || tokens.some(({ kind }) => kind === "number" || kind === "mark")) return false;
  const written = tokens.every(({ kind }) => kind === "character");
  if (tokens.length > (written ? MOST_CHARACTERS : MOST_WORDS)) return false;
  const parts = written ? [tokens] : [tokens, ...tokens.map((token) => [token])];
  return !parts.some((part) => exactMatch(index.trie, part) !== null || isWord(part));
}

/** Whether the lexicon has a meaning for tokens; a word that it lists only as meaningless may be a name. */
function isWord(tokens: readonly Token[]): boolean {
  const meaning = exactMatch(lexiconOf(tokens).trie, tokens);
  return meaning !== null && meaning.roles[0] !== "plain";
}

/** Whether tokens are composed of words of the lexicon: 儿童锁, "child lock", "away mode", 关灯. */
function isMadeOfWords(tokens: readonly Token[]): boolean {
  if (isWord(tokens)) return true;
  if (!tokens.every(({ kind }) => kind === "character")) return tokens.some((token) => isWord([token]));
  return tokens.some((_, at) => at > 0 && isAct(tokens.slice(0, at)) && isMadeOfWords(tokens.slice(at)));
}

/** Whether tokens are an act or a kind; a single 小 or 红 may be part of a name. */
function isAct(tokens: readonly Token[]): boolean {
  const meaning = exactMatch(lexiconOf(tokens).trie, tokens);
  return meaning !== null && (tokens.length > 1 || meaning.acts.length + meaning.kinds.length > 0);
}

/** Whether a stated name is possible for a person: no name of the home, no word of the lexicon and no sentence. */
export function isPossibleName(name: string, { index }: Pick<DialogueContext, "index">): boolean {
  const tokens = tokenise(normalise(name));
  if (tokens.length === 0 || tokens.some(({ kind }) => kind === "mark")) return false;
  const others = peopleForms().all.flatMap(({ article, me, pronoun, things }) => [article, me, pronoun, things]);
  if (others.some((pattern) => pattern.test(name)) || (isMadeOfWords(tokens) && !isMonthOrSo(name, tokens)))
    return false;
  const written = tokens.every(({ kind }) => kind === "character");
  return tokens.length <= (written ? MOST_CHARACTERS : MOST_WORDS) && exactMatch(index.trie, tokens) === null;
}

/** Whether a capitalised word is a name as well as a month or a filler: May, June, Will. */
function isMonthOrSo(name: string, tokens: readonly Token[]): boolean {
  const meaning = /^\p{Lu}/u.test(name) ? exactMatch(lexiconOf(tokens).trie, tokens) : null;
  if (meaning === null || meansMore(meaning)) return false;
  return meaning.roles.every((role) => role === "ofDate" || role === "filler");
}

function meansMore({ acts, kinds, props, states, rooms, listed, time }: LexicalMeaning): boolean {
  return [acts, kinds, props, states, rooms, listed, time].some((each) => each.length > 0);
}

/** Whether a name is one of people only. */
export function isPersonName(name: string): boolean {
  return peopleForms().all.some((forms) => forms.name.test(name));
}

/** Whether a name is a word for a family member: "mum", 妈妈. */
export function isKinshipTerm(name: string): boolean {
  return !/^\p{Lu}/u.test(name) && isPersonName(name);
}

/** A person for a reply; the speaker is "you". */
export function toldPerson({ id, name }: Pick<Person, "id" | "name">, origin: Origin): ToldPerson {
  return { name, you: origin.person === id };
}
