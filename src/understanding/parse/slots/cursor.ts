import type { WordRole } from "../../lexicon/types.ts";
import { type Item, isListMark, isMark, isUnknown, playsAnyRole, playsRole } from "../items.ts";
import { hasContent, isPlaceName, namesDevice, namesKind, namesRoomKind, ordinalOf } from "../senses.ts";

/** The position in a clause while it is read, with queries about the items around it. */
export class Cursor {
  readonly items: readonly Item[];
  #at = 0;

  constructor(items: readonly Item[]) {
    this.items = items;
  }

  /** Calls `read` for every item in order; the cursor is at that item meanwhile. */
  each(read: (item: Item) => void): void {
    for (this.#at = 0; this.#at < this.items.length; this.#at += 1) {
      const item = this.items[this.#at];
      if (item) read(item);
    }
  }

  get previous(): Item | undefined {
    return this.items[this.#at - 1];
  }

  /** The items before, the nearest first. */
  get before(): readonly Item[] {
    return this.items.slice(0, this.#at).reverse();
  }

  /** The nearest item before that fulfils a predicate. */
  #nearest(isIt: (item: Item) => boolean): Item | undefined {
    for (let at = this.#at - 1; at >= 0; at -= 1) {
      const item = this.items[at];
      if (item && isIt(item)) return item;
    }
    return undefined;
  }

  /** The item directly before, without 的, "of", 上的, 那个 and "little". */
  get owner(): Item | undefined {
    return this.#nearest((item) => {
      const within = item.grammar.ownerFirst && (playsRole(item, "in") || playsRole(item, "article"));
      return !(within || playsRole(item, "of") || (playsRole(item, "little") && item.grammar.spaces));
    });
  }

  /** The item directly before, also across a comma and an article: "the wall switch, the left key". */
  get noun(): Item | undefined {
    return this.#nearest((item) => !isMark(item) && !playsRole(item, "article") && !playsRole(item, "of"));
  }

  /** Whether the noun before belongs to this item: "the light of the kitchen fan", "the screen on the purifier". */
  get afterOwned(): boolean {
    if (this.after("of") || this.after("in")) return true;
    return this.ofOwned || playsRole(this.#linked, "in");
  }

  /** The same if it is unambiguous: not "the light in the hall fan". */
  get ofOwned(): boolean {
    const article = this.#linked && this.items[this.items.indexOf(this.#linked) + 1];
    return playsRole(this.#linked, "of") || (playsRole(this.#linked, "on") && playsRole(article, "article"));
  }

  /** The item before this one and its place and article. */
  get #linked(): Item | undefined {
    return this.#nearest((item) => !isPlaceName(item) && !namesRoomKind(item) && !playsRole(item, "article"));
  }

  /** Whether this item belongs to a noun with this text: 插线板的所有插座. */
  ownedBy(name: string): boolean {
    const said = this.#nearest((item) => !playsAnyRole(item, OWNING));
    return said?.said === name && said !== this.previous && this.items.some((item) => playsRole(item, "of"));
  }

  /** Whether "and" or a list comma stands before this item and its own words. */
  get joined(): boolean {
    const before = this.#nearest((item) => !isUnknown(item) && !playsRole(item, "article") && !playsRole(item, "of"));
    return before !== undefined && (isListMark(before) || (playsRole(before, "and") && !playsRole(before, "with")));
  }

  get later(): readonly Item[] {
    return this.items.slice(this.#at + 1);
  }

  /** The next item that is no mere filler. */
  next(skip: (item: Item) => boolean = () => false): Item | undefined {
    for (let next = this.#at + 1; next < this.items.length; next += 1) {
      const item = this.items[next];
      if (item && !(playsRole(item, "filler") && item.home === null && !hasContent(item)) && !skip(item)) return item;
    }
    return undefined;
  }

  /** Whether an item with this role stands directly before, not counting articles. */
  after(role: WordRole): boolean {
    for (let at = this.#at - 1; at >= 0; at -= 1) {
      const item = this.items[at];
      if (!item) return false;
      if (playsRole(item, role) || (role === "to" && item.lex?.to)) return true;
      if (!playsRole(item, "article") && !playsRole(item, "in")) return false;
    }
    return false;
  }

  /** Kinds of the next item, not counting articles and 的. */
  kindAhead(): readonly string[] {
    const next = this.next(
      (item) => playsRole(item, "of") || (playsRole(item, "article") && item.lex?.kinds.length === 0),
    );
    return next?.lex && !namesDevice(next) ? next.lex.kinds : [];
  }

  /** Whether a name or a word for a kind follows directly. */
  headAhead(): boolean {
    const next = this.next((item) => playsRole(item, "article") || playsRole(item, "of") || playsRole(item, "all"));
    return next !== undefined && (namesDevice(next) || namesKind(next));
  }

  /** Whether "and" joins this item to a thing and not to a place: "the sauna and the lamp", "the lamp and the sauna". */
  thingJoined(): boolean {
    const isThing = (item: Item | undefined): boolean => item !== undefined && (namesDevice(item) || namesKind(item));
    const isAnd = (item: Item | undefined): boolean => playsRole(item, "and") && !playsRole(item, "with");
    const isWord = (item: Item): boolean => !playsRole(item, "article");
    const [before, beyond] = this.before.filter(isWord);
    if (isAnd(before)) return isThing(beyond);
    const [and, thing] = this.later.filter(isWord);
    return isAnd(and) && isThing(thing) && !playsRole(before, "in");
  }

  /** Whether its owner follows directly: "of the air conditioner", "of the AC in the hall". */
  ownerAhead(): boolean {
    const [of, ...rest] = this.later;
    if (!playsRole(of, "of") && !playsRole(of, "in")) return false;
    const owner = rest.find((item) => !playsRole(item, "article") && !isPlaceName(item) && !namesRoomKind(item));
    return owner !== undefined && (namesDevice(owner) || namesKind(owner));
  }

  /** Whether an article follows directly, and a name or a word for a kind behind it. */
  get headAfterArticle(): boolean {
    const next = this.items[this.#at + 1];
    return next !== undefined && playsRole(next, "article") && !isMark(next) && this.headAhead();
  }

  /** Whether a noun follows, so that "that" or "those" is its determiner. */
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
      if (namesKind(item) || playsRole(item, "everything")) return true;
      if (isMark(item) && isListMark(item)) continue;
      if ((playsRole(item, "in") && !playsRole(item, "with")) || item.measure) return false;
      if (playsAnyRole(item, LINKING) || isUnknown(item) || ordinalOf(item) || playsRole(item, "other")) continue;
      if (namesRoomKind(item)) continue;
      if (playsRole(item, "filler") && item.grammar.courtesyWithin) continue;
      return false;
    }
    return false;
  }

  /** Whether another place follows in the same list ("kitchen and hall"). */
  placeFollows(): boolean {
    const next = this.next(
      (item) =>
        playsRole(item, "and") ||
        playsRole(item, "article") ||
        isMark(item) ||
        playsRole(item, "or") ||
        playsRole(item, "in"),
    );
    const between = this.later.find((item) => !playsRole(item, "article") || isPlaceName(item));
    // "the upstairs bedroom", "our bedroom the study and the hall"
    if (between && isPlaceName(between)) return true;
    if (!next || !between || !(playsRole(between, "and") || isMark(between))) return false;
    return isPlaceName(next) || namesRoomKind(next);
  }

  /** Whether a place follows directly. */
  beforePlace(): boolean {
    const next = this.next((item) => playsRole(item, "article") || playsRole(item, "both") || playsRole(item, "all"));
    if (!next) return false;
    return isPlaceName(next) || (next.lex?.floors.length ?? 0) > 0 || (namesRoomKind(next) && !namesKind(next));
  }
}

/** Roles of the words between an owner and its part. */
const OWNING: readonly WordRole[] = ["of", "article", "all", "both", "each", "in"];
/** Roles of the words between a place and the thing in it. */
const LINKING: readonly WordRole[] = ["of", "article", "and", "all", "both", "any", "each", "with", "for"];
