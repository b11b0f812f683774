import type { WordRole } from "../../lexicon/types.ts";
import type { HomeIndex } from "../../names/home-index.ts";
import { emptyHead, type Frame, type Head, type PlaceReference } from "../frame.ts";
import { type Item, isMark, isUnknown, playsRole } from "../items.ts";
import { isPlaceName, ordinalOf } from "../senses.ts";
import type { Cursor } from "./cursor.ts";
import { isPartKind } from "./device-parts.ts";
import { withinFloor } from "./floor-rooms.ts";
import { emptyPending, isOtherRoom } from "./heads.ts";
import { HeadMerger } from "./merge-heads.ts";
import { actsOnDevice, adjacentRunsOf, matchNameWords, missingThingInList } from "./name-words.ts";

/** Collects the heads of a clause into its frame, with their places, ordinals and modifiers. */
export class Targets {
  readonly #cursor: Cursor;
  readonly #frame: Frame;
  readonly #index: HomeIndex;
  readonly #merger: HeadMerger;
  #pending = emptyPending();
  /** Within an exception ("except …"). */
  #excepting = false;

  constructor(cursor: Cursor, frame: Frame, index: HomeIndex) {
    this.#cursor = cursor;
    this.#frame = frame;
    this.#index = index;
    this.#merger = new HeadMerger(cursor, frame, index);
  }

  get excepting(): boolean {
    return this.#excepting;
  }

  /** Whether an article waits for the next head. */
  get definite(): boolean {
    return this.#pending.definite;
  }

  /** Whether a place waits for the next head. */
  get placed(): boolean {
    return this.#pending.places.length > 0;
  }

  /** Whether the last head may be a part of the next one. */
  get ofPart(): boolean {
    const last = this.#frame.heads.at(-1);
    return last?.type === "kind" && last.kinds.some(isPartKind);
  }

  article(): void {
    this.#pending.definite = true;
  }

  /** Adds an ordinal for the next head; `several`: all that match are meant. */
  ordinal(role: WordRole, several = false, count: number | null = null): void {
    this.#pending.ordinals.push(role);
    this.#pending.count ??= count;
    this.#pending.several ||= several;
  }

  /** Reads a modifier in front of a kind: "reading" in "reading lamp", "left" in "left curtain". Returns whether it is one. */
  readModifier(item: Item): boolean {
    if (isPlaceName(item)) return false;
    const kinds = this.#cursor.kindAhead();
    if (kinds.length === 0) return false;
    const { lex } = item;
    if (lex && lex.acts.length > 0) return false;
    const ordinal = ordinalOf(item);
    const content = lex === null || lex.listed.length > 0 || lex.color !== null || lex.level !== null;
    if (!ordinal && !content) return false;
    const named = this.#isInName(item, kinds);
    if (!named && (!ordinal || lex?.listed.length)) return false;
    if (ordinal) this.#pending.ordinals.push(ordinal);
    if (named) this.#pending.modifiers.push(item);
    return true;
  }

  /** Whether the name of a device of one of the kinds contains this word. */
  #isInName({ grammar, stem }: Item, kinds: readonly string[]): boolean {
    for (const { joined, names } of kinds.flatMap((kind) => [...this.#index.ofKind(kind)])) {
      const named = grammar.spaces
        ? names.some((name) => name.includes(stem))
        : joined.some((name) => name.includes(stem));
      if (named) return true;
    }
    return false;
  }

  /** Adds an unknown word: before a kind it is a modifier. */
  unknown(item: Item): void {
    if (this.#cursor.kindAhead().length > 0 || (this.#cursor.kindAfterUnknown() && !isMark(item))) {
      this.#pending.modifiers.push(item);
      return;
    }
    this.#frame.unknown.push(item);
  }

  /** Adds a number to the name of the last head. */
  numbered({ measure, said }: Item): void {
    const { heads } = this.#frame;
    const last = heads.at(-1);
    if (!last || measure?.kind !== "quantity") return;
    const modifiers = [...last.modifiers, String(measure.quantity.value)];
    heads[heads.length - 1] = { ...last, modifiers, text: `${last.text} ${said}` };
  }

  /** Adds a quantifier ("all", "both", "any", "all three") to the next head, else to the last one. */
  quantify(quantifier: "all" | "both" | "any", count: number | null = null): void {
    const last = this.#cursor.headFollows() ? undefined : this.#frame.heads.at(-1);
    const of = last && last.quantifier === null ? last : this.#pending;
    of.quantifier = quantifier;
    of.count = count;
  }

  /** Makes the last head plural: 都. */
  several(): void {
    const last = this.#frame.heads.at(-1);
    if (last?.type === "kind" && !this.#excepting) last.plural = true;
  }

  head(item: Item, part: Partial<Head> & { type: Head["type"] }): void {
    const frame = this.#frame;
    const pending = this.#pending;
    const last = frame.heads.at(-1);
    const merge = last ? this.#merger.merge(last, item, part, pending, this.#excepting) : null;
    if (merge === "with-pending") this.#pending = emptyPending();
    if (merge !== null) return;
    if (last && this.#sharesPlace(last, part)) pending.places = [...last.places];
    const modifiers = this.#withoutStray(pending.modifiers, item, part);
    const head: Head = {
      ...emptyHead(),
      text: item.said,
      word: item.word,
      plural: item.plural || pending.several,
      definite: pending.definite,
      places: pending.places,
      count: pending.count,
      quantifier: pending.quantifier ?? (part.type === "everything" && playsRole(item, "everyThing") ? "all" : null),
      modifiers: modifiers.map(({ stem }) => stem),
      modifierText: modifiers.map(({ said }) => said).join(item.grammar.spaces ? " " : ""),
      strange: modifiers.some(isUnknown),
      narrow: item.guessed || (part.type === "kind" && item.lex?.narrow === true),
      ordinals: pending.ordinals,
      ...part,
    };
    this.#pending = emptyPending();
    (this.#excepting ? frame.except.heads : frame.heads).push(head);
  }

  /** Whether a joined head shares the place of the last one, if there is such a device: 主卧的灯和空调, "the bedroom lamp and humidifier". */
  #sharesPlace({ places }: Head, { type, kinds = [], devices = [] }: Partial<Head>): boolean {
    const rooms = places.flatMap((place) => (place.kind === "rooms" ? place.ids : []));
    const { places: own, definite, quantifier } = this.#pending;
    if (rooms.length === 0 || own.length > 0 || definite || quantifier !== null || this.#excepting) return false;
    if (!this.#cursor.joined) return false;
    const named = type === "kind" ? kinds.flatMap((kind) => [...this.#index.ofKind(kind)]) : [];
    const called = devices.flatMap((id) => this.#index.devices.get(id) ?? []);
    return [...named, ...called].some(({ device }) => rooms.includes(device.room?.id ?? ""));
  }

  /** Whether a text is part of a name of these kinds: 台灯 in 妈妈的台灯. */
  #isNamedSo(text: string, kinds: readonly string[]): boolean {
    return kinds.some((kind) =>
      [...this.#index.ofKind(kind)].some(({ joined }) => joined.some((name) => name.includes(text))),
    );
  }

  /** The modifiers without single unknown characters, which do not identify a device. */
  #withoutStray(modifiers: readonly Item[], noun: Item, { kinds = [] }: Partial<Head>): readonly Item[] {
    if (modifiers.length === 0) return modifiers;
    const isStray = (item: Item, at: number): boolean =>
      isUnknown(item) &&
      item.to - item.from === 1 &&
      !this.#isNamedSo(`${item.text}${noun.text}`, kinds) &&
      !item.grammar.spaces &&
      modifiers[at - 1]?.to !== item.from &&
      modifiers[at + 1]?.from !== item.to;
    this.#frame.unknown.push(...modifiers.filter(isStray));
    return modifiers.filter((item, at) => !isStray(item, at));
  }

  /** Adds a place to the next head, else to the heads before, else to the whole clause. */
  place(place: PlaceReference): void {
    // 卧室那边 is the bedroom.
    if (place.kind === "there" && this.#pending.places.some(({ kind }) => kind === "rooms")) return;
    const last = this.#pending.places.at(-1);
    const beside = last && "text" in last && this.#cursor.noun?.said === last.text;
    const joined = beside ? withinFloor(last, place, this.#index) : null;
    if (joined) this.#pending.places.pop();
    this.#pending.places.push(...(joined ? [joined] : this.#settled(place)));
    if (!this.#cursor.headFollows() && !this.#cursor.placeFollows()) this.#attachPlaces();
  }

  /** Resolves "there" to the place of a head before: "the study AC and the light in there". */
  #settled(place: PlaceReference): readonly PlaceReference[] {
    if (place.kind !== "there") return [place];
    const named = this.#frame.heads.findLast(({ places }) => places.some(({ kind }) => kind === "rooms"));
    return named?.places ?? [place];
  }

  startException(): void {
    this.#attachPlaces();
    this.#excepting = true;
  }

  endException(): void {
    this.#attachPlaces();
    this.#excepting = false;
  }

  #attachPlaces(): void {
    const frame = this.#frame;
    const { places } = this.#pending;
    if (places.length === 0) return;
    this.#pending.places = [];
    if (this.#excepting) {
      frame.except.places.push(...places);
      return;
    }
    const last = frame.heads.at(-1);
    const bare = frame.heads.filter(
      (head) =>
        head.places.length === 0 &&
        // "the lamp and the lamp in the hall" are two.
        (head === last || head.text !== last?.text) &&
        this.#fits(head, places, head === last),
    );
    if (bare.length === 0) {
      frame.places.push(...places);
      return;
    }
    for (const head of bare) head.places = places;
  }

  /** Whether a place can belong to a head: not for a device of another room, unless it is the last head. */
  #fits({ type, devices }: Head, places: readonly PlaceReference[], last: boolean): boolean {
    if (last || type !== "devices") return last || places.every(({ kind }) => kind !== "missing");
    const rooms = places.flatMap((place) => (place.kind === "rooms" ? place.ids : []));
    return rooms.length === 0
      ? places.every(({ kind }) => kind !== "missing")
      : devices.some((id) => rooms.includes(this.#index.devices.get(id)?.device.room?.id ?? ""));
  }

  /** Ends the clause: assigns pending words, and resolves unknown words by names. */
  settle(question: boolean): void {
    const { heads, unknown, places } = this.#frame;
    this.#called(question);
    const { modifiers, quantifier, count, ordinals } = this.#pending;
    this.#attachPlaces();
    unknown.push(...modifiers);
    if (places.length > 0 && heads.some((head) => head.places.length === 0)) {
      const all = places.splice(0);
      for (const head of heads) if (head.places.length === 0) head.places = all;
    } else if (!question && heads.length > 0 && places.some((place) => isOtherRoom(place, heads))) {
      // Another room without a head.
      this.#frame.blocked = true;
    }
    if (!question && !this.#frame.leaving) this.#fromExceptions();
    const last = heads.at(-1);
    if (quantifier !== null && last && last.quantifier === null) {
      last.quantifier = quantifier;
      last.count = count;
    }
    if (ordinals.length > 0 && last) last.ordinals.push(...ordinals);
    else if (ordinals.length > 0) heads.push({ ...emptyHead(), ordinals });
    else if (quantifier === "all" && heads.length === 0 && !question)
      heads.push({ ...emptyHead(), type: "everything", quantifier: "all", places: places.splice(0) });
    else if (quantifier !== null && quantifier !== "all" && heads.length === 0 && !(question && quantifier === "any"))
      heads.push({ ...emptyHead(), type: "them", quantifier, count });
  }

  /** Resolves unknown words by the names of devices: "the Philips", "the tall one", "the lamp by Philips". */
  #called(question: boolean): void {
    const { heads, unknown } = this.#frame;
    if (unknown.length === 0 || !(question || actsOnDevice(this.#frame))) return;
    const named = adjacentRunsOf(unknown).map((run) => matchNameWords(run, this.#cursor.items, heads, this.#index));
    if (!question && named.every((each) => each === null)) {
      const absent = adjacentRunsOf(unknown).map((run) => missingThingInList(run, this.#frame));
      if (!absent.every((each) => each !== null)) return;
      unknown.length = 0;
      heads.push(...absent);
      return;
    }
    if (!named.every((each) => each !== null)) return;
    unknown.length = 0;
    for (const { head, of } of named)
      if (of === null) heads.push(head);
      else heads[heads.indexOf(of)] = head;
  }

  /** Without a head, all others of the excepted kind are meant: "除了客厅的灯都关了". */
  #fromExceptions(): void {
    const { heads, except, places } = this.#frame;
    const [first] = except.heads;
    if (heads.length > 0 || !first) return;
    const own = first.devices.flatMap((id) => this.#index.devices.get(id)?.device.spec.kind ?? []);
    const kinds = first.type === "kind" ? first.kinds : [...new Set(own)];
    if (kinds.length === 0) return;
    const head: Head = { ...emptyHead(), type: "kind", kinds, plural: true, quantifier: "all" };
    heads.push({ ...head, text: first.text, word: first.word, places: places.splice(0) });
  }
}
