import { lexicon } from "../../lexicon/lexicon.ts";
import type { Act } from "../../lexicon/types.ts";
import { BRAND_NAMES } from "../../names/brands.ts";
import type { HomeIndex } from "../../names/home-index.ts";
import { modifierRoles } from "../command-modifiers.ts";
import { emptyHead, type Frame, type Head } from "../frame.ts";
import { type Item, isListMark, isMark, playsAnyRole, playsRole } from "../items.ts";
import { isValue, namesKind } from "../senses.ts";

/** Acts that can only be done to a device: "play Christmas" is about a song. */
const OF_THINGS: ReadonlySet<Act> = new Set<Act>([
  "on",
  "off",
  "toggle",
  "open",
  "close",
  "raise",
  "lower",
  "start",
  "stop",
  "pause",
  "dock",
  "mute",
  "unmute",
]);

/** Acts that need a value. */
const OPEN: ReadonlySet<Act | null> = new Set<Act | null>(["set", "turn", null]);

/** Whether the clause says what to do with a device. */
export function actsOnDevice({ act, values, changes, props, items }: Frame): boolean {
  // "no wait, the Philips" is a repair of the clause before.
  if (items.some((item) => playsAnyRole(item, TAKING_BACK))) return false;
  if (act !== null && OF_THINGS.has(act)) return true;
  return OPEN.has(act) && values.length + changes.length > 0 && (act !== null || props.length + values.length > 0);
}

const TAKING_BACK = [...modifierRoles("negation", "denial", "undoing", "exception"), "but"] as const;

/** Groups items that are adjacent in the sentence. */
export function adjacentRunsOf(items: readonly Item[]): Item[][] {
  const runs: Item[][] = [];
  for (const item of items) {
    const run = runs.at(-1);
    if (run?.at(-1)?.to === item.from) run.push(item);
    else runs.push([item]);
  }
  return runs;
}

/** The head that unknown words stand for. */
export interface NameWordMatch {
  readonly head: Head;
  /** The head that they narrow down; null: they are a new head. */
  readonly of: Head | null;
}

/** The devices whose names contain these unknown words; null if there are none. */
export function matchNameWords(
  run: readonly Item[],
  items: readonly Item[],
  heads: readonly Head[],
  index: HomeIndex,
): NameWordMatch | null {
  const [first] = run;
  const last = run.at(-1);
  // Single characters do not identify a device.
  if (!first?.grammar.spaces || !last) return null;
  const owner = ownerOf(items.slice(0, items.indexOf(first)), heads);
  const stems = run.map(({ stem }) => stem);
  const text = run.map(({ said }) => said).join(" ");
  if (owner) {
    const named = owner.kinds.some((kind) =>
      [...index.ofKind(kind)].some(({ names }) => names.some((name) => stems.every((stem) => name.includes(stem)))),
    );
    const head = { ...owner, modifiers: [...owner.modifiers, ...stems], modifierText: text };
    return named ? { head, of: owner } : null;
  }
  const devices = index.callNames.find(stems);
  if (devices.length === 0) return null;
  const before = items[items.indexOf(first) - 1];
  const owns = items.slice(0, items.indexOf(first)).findLast((item) => !playsRole(item, "article"));
  if (playsRole(owns, "of") && !items.some(({ lex }) => (lex?.props.length ?? 0) > 0)) return null;
  // "the right side of the blanket" is no side door.
  if (playsRole(items[items.indexOf(last) + 1], "of")) return null;
  // "stop being so old" is no "stop the old".
  if (before && isIdle(before) && !items.slice(0, items.indexOf(first)).every(isIdle)) return null;
  const head: Head = { ...emptyHead(), type: "devices", devices, text, word: last.stem, plural: last.plural };
  // With another kind, a measure or a value ("the light by the mirror", "make the shelf red") the name is no guess.
  const more = items.some(
    (item) => namesKind(item) || item.measure !== null || (isValue(item) && !item.lex?.acts.length),
  );
  const half = !more && !stems.some((stem) => BRAND_NAMES.has(stem));
  return { head: { ...head, half, definite: playsRole(before, "article") }, of: null };
}

/** The kind right before the words: "the lamp Philips", "the lamp from Philips", "the lamp of the tall". */
function ownerOf(before: readonly Item[], heads: readonly Head[]): Head | null {
  const noun = before.findLast((item) => !playsAnyRole(item, LINKS));
  if (!noun || isMark(noun)) return null;
  return heads.find(({ type, text }) => type === "kind" && text === noun.said) ?? null;
}

/** Acts that are complete with an object. */
const PLAIN: ReadonlySet<Act | null> = new Set<Act | null>(["on", "off", "open", "close", "start", "stop"]);

/** A thing in a list that this home lacks: "turn on the lamp and the jacuzzi"; null if the words may mean more. */
export function missingThingInList(run: readonly Item[], { act, heads, items }: Frame): Head | null {
  const [first] = run;
  const last = run.at(-1);
  if (!first?.grammar.spaces || !last || !PLAIN.has(act) || heads.length === 0 || run.length > MOST_WORDS) return null;
  if (items.some((item) => playsAnyRole(item, TAKING_BACK))) return null;
  // With two verbs the second may be about these words.
  if (items.filter(({ lex }) => lex !== null && lex.acts.length > 0 && lex.kinds.length === 0).length > 1) return null;
  const [from, to] = [items.indexOf(first), items.indexOf(last)];
  const led = playsRole(items[from - 1], "article");
  const [before, after] = [items[led ? from - 2 : from - 1], items[to + 1]];
  if (![before, after].some((each) => each !== undefined && (playsRole(each, "and") || isListMark(each)))) return null;
  if (!led && !lexicon().things.has(run.map(({ stem }) => stem).join(""))) return null;
  const text = run.map(({ said }) => said).join(" ");
  return { ...emptyHead(), type: "unknown", text, word: last.stem, definite: led };
}

/** Longest name of a missing thing, in words. */
const MOST_WORDS = 2;

/** Whether an item is only courtesy. */
function isIdle({ lex, home }: Item): boolean {
  return home === null && lex !== null && lex.roles.length > 0 && lex.roles.every((role) => role === "filler");
}

const LINKS = ["of", "in", "by", "article"] as const;
