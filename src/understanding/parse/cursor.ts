import type { Role } from "../lexicon/types.ts";
import { type Item, is, isAny, isListMark, isMark, isUnknown } from "./items.ts";
import { hasContent, isPlaceName, namesDevice, namesKind, namesRoomKind, ordinalOf } from "./senses.ts";

/** Where reading a clause has come to, and what stands around that item. */
export class Cursor {
  readonly items: readonly Item[];
  #at = 0;

  constructor(items: readonly Item[]) {
    this.items = items;
  }

  /** Every item in turn; between two of them, "here" is the one that was given last. */
  each(read: (item: Item) => void): void {
    for (this.#at = 0; this.#at < this.items.length; this.#at += 1) {
      const item = this.items[this.#at];
      if (item) read(item);
    }
  }

  get previous(): Item | undefined {
    return this.items[this.#at - 1];
  }

  /** What stands before, the nearest first. */
  get before(): readonly Item[] {
    return this.items.slice(0, this.#at).reverse();
  }

  /** The nearest before that is so. */
  #nearest(isIt: (item: Item) => boolean): Item | undefined {
    for (let at = this.#at - 1; at >= 0; at -= 1) {
      const item = this.items[at];
      if (item && isIt(item)) return item;
    }
    return undefined;
  }

  /** What stands directly before; 的, "of", 上的 and 那个 do not count, nor "little". */
  get owner(): Item | undefined {
    return this.#nearest((item) => {
      const within = item.grammar.ownerFirst && (is(item, "in") || is(item, "article"));
      return !(within || is(item, "of") || (is(item, "little") && item.grammar.spaces));
    });
  }

  /** The same, before a comma and an article too: "the wall switch, the left key". */
  get noun(): Item | undefined {
    return this.#nearest((item) => !isMark(item) && !is(item, "article") && !is(item, "of"));
  }

  /** Whether what stands before belongs to this: "the light of the kitchen fan", "the screen on the purifier". */
  get afterOwned(): boolean {
    if (this.after("of") || this.after("in")) return true;
    return this.ofOwned || is(this.#linked, "in");
  }

  /** The same where nothing else can be meant: not "the light in the hall fan". */
  get ofOwned(): boolean {
    const article = this.#linked && this.items[this.items.indexOf(this.#linked) + 1];
    return is(this.#linked, "of") || (is(this.#linked, "on") && is(article, "article"));
  }

  /** What stands before this and the place and article that belong to it. */
  get #linked(): Item | undefined {
    return this.#nearest((item) => !isPlaceName(item) && !namesRoomKind(item) && !is(item, "article"));
  }

  /** Whether this is of what was called so before: 插线板的所有插座. */
  ownedBy(name: string): boolean {
    const said = this.#nearest((item) => !isAny(item, OWNING));
    return said?.said === name && said !== this.previous && this.items.some((item) => is(item, "of"));
  }

  /** Whether "and" or a comma of a list stands before this and the words that are its own. */
  get joined(): boolean {
    const before = this.#nearest((item) => !isUnknown(item) && !is(item, "article") && !is(item, "of"));
    return before !== undefined && (isListMark(before) || (is(before, "and") && !is(before, "with")));
  }

  get later(): readonly Item[] {
    return this.items.slice(this.#at + 1);
  }

  /** The next item that is no mere courtesy. */
  next(skip: (item: Item) => boolean = () => false): Item | undefined {
    for (let next = this.#at + 1; next < this.items.length; next += 1) {
      const item = this.items[next];
      if (item && !(is(item, "filler") && item.home === null && !hasContent(item)) && !skip(item)) return item;
    }
    return undefined;
  }

  /** Whether a word with this role stands directly before (articles do not count). */
  after(role: Role): boolean {
    for (let at = this.#at - 1; at >= 0; at -= 1) {
      const item = this.items[at];
      if (!item) return false;
      if (is(item, role) || (role === "to" && item.lex?.to)) return true;
      if (!is(item, "article") && !is(item, "in")) return false;
    }
    return false;
  }

  /** Kinds of the word that follows directly (articles and 的 between them do not count). */
  kindAhead(): readonly string[] {
    const next = this.next((item) => is(item, "of") || (is(item, "article") && item.lex?.kinds.length === 0));
    return next?.lex && !namesDevice(next) ? next.lex.kinds : [];
  }

  /** Whether a name or a word for a kind follows directly. */
  headAhead(): boolean {
    const next = this.next((item) => is(item, "article") || is(item, "of") || is(item, "all"));
    return next !== undefined && (namesDevice(next) || namesKind(next));
  }

  /** Whether "and" joins it to a name or a word for a kind, not to a place: "the sauna and the lamp", "the lamp and the sauna". */
  thingJoined(): boolean {
    const isThing = (item: Item | undefined): boolean => item !== undefined && (namesDevice(item) || namesKind(item));
    const isAnd = (item: Item | undefined): boolean => is(item, "and") && !is(item, "with");
    const isWord = (item: Item): boolean => !is(item, "article");
    const [before, beyond] = this.before.filter(isWord);
    if (isAnd(before)) return isThing(beyond);
    const [and, thing] = this.later.filter(isWord);
    return isAnd(and) && isThing(thing) && !is(before, "in");
  }

  /** Whether what it belongs to follows directly: "of the air conditioner", "of the AC in the hall". */
  ownerAhead(): boolean {
    const [of, ...rest] = this.later;
    if (!is(of, "of") && !is(of, "in")) return false;
    const owner = rest.find((item) => !is(item, "article") && !isPlaceName(item) && !namesRoomKind(item));
    return owner !== undefined && (namesDevice(owner) || namesKind(owner));
  }

  /** Whether an article follows directly, and a name or a word for a kind behind it. */
  get headAfterArticle(): boolean {
    const next = this.items[this.#at + 1];
    return next !== undefined && is(next, "article") && !isMark(next) && this.headAhead();
  }

  /** Whether something follows directly that "that" or "those" may stand before. */
  nounAhead(): boolean {
    const next = this.next();
    return (
      next !== undefined &&
      !isMark(next) &&
      (this.headAhead() || isPlaceName(next) || isUnknown(next) || (next.lex?.props.length ?? 0) > 0)
    );
  }

  /** Whether a kind follows, with nothing but unknown words and sides before it. */
  kindAfterUnknown(): boolean {
    const known = this.later.find((item) => !isUnknown(item) && ordinalOf(item) === undefined);
    return known !== undefined && namesKind(known);
  }

  /** Whether another item of the clause names a device or a kind. */
  headElsewhere(): boolean {
    return this.items.some((item, at) => at !== this.#at && (namesDevice(item) || namesKind(item)));
  }

  /** Whether a head follows that a place or quantifier here can belong to. */
  headFollows(): boolean {
    for (const item of this.later) {
      if (namesDevice(item) || (item.home?.parts.length ?? 0) > 0) return true;
      if (isPlaceName(item)) continue;
      if (namesKind(item) || is(item, "everything")) return true;
      if (isMark(item) && isListMark(item)) continue;
      if ((is(item, "in") && !is(item, "with")) || item.measure) return false;
      if (isAny(item, LINKING) || isUnknown(item) || ordinalOf(item) || is(item, "other")) continue;
      if (namesRoomKind(item)) continue;
      if (is(item, "filler") && item.grammar.courtesyWithin) continue;
      return false;
    }
    return false;
  }

  /** Whether another place follows in the same list ("kitchen and hall"). */
  placeFollows(): boolean {
    const next = this.next(
      (item) => is(item, "and") || is(item, "article") || isMark(item) || is(item, "or") || is(item, "in"),
    );
    const between = this.later.find((item) => !is(item, "article") || isPlaceName(item));
    // "the upstairs bedroom", "our bedroom the study and the hall"
    if (between && isPlaceName(between)) return true;
    if (!next || !between || !(is(between, "and") || isMark(between))) return false;
    return isPlaceName(next) || namesRoomKind(next);
  }

  /** Whether a place follows directly. */
  beforePlace(): boolean {
    const next = this.next((item) => is(item, "article") || is(item, "both") || is(item, "all"));
    if (!next) return false;
    return isPlaceName(next) || (next.lex?.floors.length ?? 0) > 0 || (namesRoomKind(next) && !namesKind(next));
  }
}

/** What may stand between an owner and what is its. */
const OWNING: readonly Role[] = ["of", "article", "all", "both", "each", "in"];
/** Roles of the words between a place and what is there. */
const LINKING: readonly Role[] = ["of", "article", "and", "all", "both", "any", "each", "with", "for"];
