import { hasInName } from "../../ground/narrow.ts";
import type { WordRole } from "../../lexicon/types.ts";
import type { HomeIndex } from "../../names/home-index.ts";
import { emptyHead, type Frame, type Head, type PlaceReference } from "../frame.ts";
import { type Item, isMark, isUnknown, playsRole } from "../items.ts";
import { isPlaceName, ordinalOf } from "../senses.ts";
import type { Cursor } from "./cursor.ts";
import { areRelated, devicesOfHead, isPartKind, partHead, partPropertiesOf, partServicesOf } from "./device-parts.ts";
import { withinFloor } from "./floor-rooms.ts";
import { emptyPending, isLightOnly, isOtherRoom } from "./heads.ts";
import { actsOnDevice, adjacentRunsOf, matchNameWords, missingThingInList } from "./name-words.ts";

/** The fields of a head that count if one head is a part of the other. */
type PartSaid = Pick<Head, "type" | "kinds" | "devices" | "parts" | "text" | "plural">;

/** Collects the heads of a clause into its frame, with their places, ordinals and modifiers. */
export class Targets {
  readonly #cursor: Cursor;
  readonly #frame: Frame;
  readonly #index: HomeIndex;
  #pending = emptyPending();
  /** Within an exception ("except …"). */
  #excepting = false;

  constructor(cursor: Cursor, frame: Frame, index: HomeIndex) {
    this.#cursor = cursor;
    this.#frame = frame;
    this.#index = index;
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
    if (last && this.#joins(last, item, part)) return;
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

  /** Merges a head with the last one if it repeats it, or if one is a part of the other. Returns whether it did. */
  #joins(
    last: Head,
    item: Item,
    { type, kinds = [], devices = [], parts: named = [], plural = item.plural }: Partial<Head> & Pick<Head, "type">,
  ): boolean {
    const { heads } = this.#frame;
    // "red light from the bedside lamp" is that of the lamp.
    if (
      item.grammar.ownerLast &&
      this.#cursor.after("in") &&
      isLightOnly(last) &&
      this.#areLights({ type, kinds, devices })
    ) {
      heads.pop();
      return false;
    }
    // "the light of the bath heater", "the light in the fan", "the screen on the purifier"
    const said = this.#cursor.items.find((each) => each.said === last.text);
    const partSaid = last.type === "kind" && (last.kinds.some(isPartKind) || (said?.home?.props ?? []).length > 0);
    const words = this.#pending.modifiers.map(({ stem }) => stem);
    const owned = item.grammar.ownerLast && this.#cursor.afterOwned && last.type === "kind";
    const possible = owned ? devicesOfHead({ type, kinds, devices }, words, this.#index) : [];
    const own = partServicesOf(last.kinds, possible);
    if (owned && (partSaid || own.length > 0)) {
      const props = own.length === 0 && said ? partPropertiesOf(said, possible) : [];
      if (own.length + props.length === 0 && !(this.#cursor.ofOwned && last.kinds.some(isPartKind))) return false;
      const places = [...last.places, ...this.#pending.places];
      const text = `${last.text} of ${item.said}`;
      if (props.length === 0) heads[heads.length - 1] = partHead({ ...last, places }, own, text);
      else heads[heads.length - 1] = { ...last, places, kinds, devices, type, text: item.said, narrow: false };
      this.#frame.props.push(...props);
      this.#pending = emptyPending();
      return true;
    }
    const next: PartSaid = { type, kinds, devices, parts: named, text: item.said, plural };
    if (this.#joinsNamedPart(last, next)) return true;
    // If the owner comes last, it becomes the head.
    if (this.#joinsAllKeys(last, { type, kinds, devices })) return heads.includes(last);
    if (type !== "kind") return false;
    if (this.#repeats(last, kinds)) return true;
    // 浴霸的灯, "the bath heater light"
    const beside = this.#cursor.owner !== undefined && last.text.endsWith(this.#cursor.owner.said) && !this.#excepting;
    if (!beside) return false;
    // A part of a missing part is missing as well.
    if (last.type === "unknown" && last.text !== this.#cursor.owner?.said) {
      heads[heads.length - 1] = { ...last, text: `${last.text}${item.grammar.spaces ? " " : ""}${item.said}` };
      return true;
    }
    if (last.text !== this.#cursor.owner?.said) return false;
    const owners = devicesOfHead(last, last.modifiers, this.#index);
    const parts = partServicesOf(kinds, owners);
    const props = parts.length === 0 ? partPropertiesOf(item, owners) : [];
    // "the car windows"
    if (!kinds.some(isPartKind) && props.length + parts.length === 0) return false;
    this.#frame.props.push(...props);
    this.#frame.propText ||= props.length > 0 ? item.said : "";
    const text = `${last.text}${item.grammar.spaces ? " " : ""}${item.said}`;
    if (props.length === 0) heads[heads.length - 1] = partHead(last, parts, text);
    return true;
  }

  /** Whether all devices of a head are primarily lights. */
  #areLights(head: Pick<Head, "type" | "kinds" | "devices">): boolean {
    const owners = devicesOfHead(head, [], this.#index);
    return owners.length > 0 && owners.every(({ ownKinds }) => ownKinds.has("light"));
  }

  /** Merges a named part with its owner: "the left key of the wall switch", "the wall switch's left key". Returns whether it did. */
  #joinsNamedPart(last: Head, next: PartSaid): boolean {
    const { heads } = this.#frame;
    const isNamed = ({ type, devices, parts }: PartSaid): boolean =>
      type === "devices" && devices.length === 0 && parts.length > 0;
    if (this.#excepting) return false;
    const isPartOf = (head: PartSaid): boolean => isNamed(head) || (head.type === "unknown" && this.#isKey(head.text));
    const before = isPartOf(last) && !isPartOf(next) && this.#cursor.afterOwned;
    const behind = isPartOf(next) && !isPartOf(last) && last.text === this.#cursor.noun?.said;
    if (!before && !behind) return false;
    const [part, owner] = before ? [last, next] : [next, last];
    const words = before ? this.#pending.modifiers.map(({ stem }) => stem) : last.modifiers;
    const owners = new Set(devicesOfHead(owner, words, this.#index).map(({ device }) => device.id));
    const called = this.#cursor.items.find(({ said }) => said === owner.text)?.stem ?? owner.text;
    const owned = part.parts.filter(({ device }) => owners.has(device));
    // "socket 2 of the strip": not the light strip, which has no sockets.
    const parts = owned.length > 0 ? owned : part.parts.filter(({ device }) => this.#isCalled(device, called));
    // A missing key does not mean the whole switch.
    if (parts.length === 0 && !this.#isKey(part.text)) return false;
    const places = before ? [...last.places, ...this.#pending.places] : last.places;
    heads[heads.length - 1] = partHead({ ...last, places, modifiers: [], plural: part.plural }, parts, part.text);
    if (before) this.#pending = emptyPending();
    return true;
  }

  /** Merges "every socket of the power strip", 插线板的所有插座 into the strip itself. Returns whether it did. */
  #joinsAllKeys(last: Head, next: Pick<Head, "type" | "kinds" | "devices">): boolean {
    const { heads } = this.#frame;
    const hasAll = ({ kinds }: Pick<Head, "kinds">, owner: Pick<Head, "type" | "kinds" | "devices">): boolean => {
      const owners = devicesOfHead(owner, [], this.#index);
      const own = kinds.filter((kind) => kind === "outlet" || kind === "switch");
      // "the switch of the hall light" is the light itself.
      const isOwn = (kind: string): boolean => kind === "switch" || owners.every(({ kinds: each }) => each.has(kind));
      return owners.length > 0 && own.some(isOwn);
    };
    if (this.#excepting) return false;
    if (this.#cursor.ofOwned && last.type === "kind" && hasAll(last, next)) {
      heads.pop();
      return true;
    }
    if (next.type !== "kind" || !this.#cursor.ownedBy(last.text) || !hasAll(next, last)) return false;
    this.#pending = emptyPending();
    return true;
  }

  /** Whether the name of a device contains this word. */
  #isCalled(id: string, word: string): boolean {
    const indexed = this.#index.devices.get(id);
    return indexed !== undefined && hasInName(indexed, word);
  }

  /** Whether a text is a key or socket by number in this clause. */
  #isKey(text: string): boolean {
    return this.#cursor.items.some((item) => item.said === text && playsRole(item, "keyByNumber"));
  }

  /** Whether a word for a kind repeats the head directly before: "Clippy mower", "aromatherapy diffuser". */
  #repeats(last: Head, kinds: readonly string[]): boolean {
    if (last.text !== this.#cursor.previous?.said) return false;
    if (last.type === "kind") return areRelated(last.kinds, kinds);
    if (last.type !== "devices") return false;
    return [...last.devices, ...last.parts.map(({ device }) => device)].some((id) => {
      const indexed = this.#index.devices.get(id);
      return (
        indexed !== undefined &&
        kinds.some((kind) => indexed.ownKinds.has(kind) || areRelated([...indexed.ownKinds], [kind]))
      );
    });
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
