import { KIND_MEMBERS } from "../../../home/index.ts";
import type { HomeIndex } from "../index/home-index.ts";
import type { Act, Role } from "../lexicon/types.ts";
import { emptyFrame, type Frame, type Head, type Place, type SaidValue } from "./frame.ts";
import { type Item, is, isMark, isUnknown } from "./items.ts";

/** Acts that wait for a word or a value to be complete. */
const OPEN_ACTS: ReadonlySet<Act | null> = new Set<Act | null>(["set", "turn", null]);
/** Acts after which a word for a property is that property, though it may be an act ("turn on mute"). */
const SWITCHING: ReadonlySet<Act> = new Set<Act>(["on", "off", "open", "close"]);
/** Ordinals and sides, which narrow a head down. */
const ORDINALS: readonly Role[] = ["first", "second", "third", "fourth", "last", "left", "middle", "right"];

/** Reads one clause. `question`: the sentence asks, so "open" and "on" are states. */
export function readFrame(items: readonly Item[], index: HomeIndex, question: boolean): Frame {
  return new Reader(items, index, question).read();
}

/** Collects the slots of a clause from left to right; what a word means follows from what stands around it. */
class Reader {
  readonly #items: readonly Item[];
  readonly #index: HomeIndex;
  readonly #question: boolean;
  readonly #frame: Frame;
  #at = 0;
  /** What stands before a head and belongs to it. */
  #pending: { places: Place[]; modifiers: Item[]; quantifier: Head["quantifier"]; definite: boolean; ordinals: Role[] };
  /** Collecting what is left out ("except …"). */
  #excepting = false;

  constructor(items: readonly Item[], index: HomeIndex, question: boolean) {
    this.#items = items;
    this.#index = index;
    this.#question = question;
    this.#frame = emptyFrame(items);
    this.#pending = nothingPending();
  }

  read(): Frame {
    for (this.#at = 0; this.#at < this.#items.length; this.#at += 1) {
      const item = this.#items[this.#at];
      if (item) this.#read(item);
    }
    this.#settle();
    if (this.#isStatement()) this.#frame.blocked = true;
    this.#frame.bare = this.#items.every(isNaming);
    return this.#frame;
  }

  #read(item: Item): void {
    if (isMark(item)) {
      // "除了卧室，把所有灯关了": a leading exception ends at its comma.
      if (this.#excepting && this.#frame.act === null) this.#endException();
      return;
    }
    if (item.measure) this.#measure(item);
    else if (!this.#readKnown(item) && (isUnknown(item) || item.home)) this.#unknown(item);
  }

  #readKnown(item: Item): boolean {
    if (this.#readAsModifier(item)) return true;
    if (item.home && this.#readName(item)) return true;
    if (item.lex && this.#readWord(item)) return true;
    return item.home !== null && this.#readSpecWord(item);
  }

  #measure(item: Item): void {
    const { measure } = item;
    if (!measure) return;
    if (measure.kind === "duration") this.#frame.durations.push({ seconds: measure.seconds, item });
    else if (measure.kind === "clock") this.#frame.clock = measure.clock;
    else this.#frame.values.push(saidValue(item));
  }

  /** A word in front of a kind that is part of a name there: "reading" in "reading lamp", "left" in "left curtain". */
  #readAsModifier(item: Item): boolean {
    if (item.home && isPlaceName(item)) return false;
    const kinds = this.#kindAhead();
    if (kinds.length === 0) return false;
    const ordinal = ORDINALS.find((role) => is(item, role));
    if (item.lex && item.lex.acts.length > 0) return false;
    const content =
      item.lex === null || item.lex.listed.length > 0 || item.lex.color !== null || item.lex.level !== null;
    if (!ordinal && !content) return false;
    if (!this.#named(item, kinds)) {
      if (!ordinal || item.lex?.listed.length) return false;
    }
    if (ordinal) this.#pending.ordinals.push(ordinal);
    if (!ordinal || this.#named(item, kinds)) this.#pending.modifiers.push(item);
    return true;
  }

  /** Kinds of the word that follows directly (articles and 的 between them do not count). */
  #kindAhead(): readonly string[] {
    const next = this.#next(
      this.#at,
      (item) => is(item, "of") || (is(item, "article") && item.lex?.kinds.length === 0),
    );
    return next?.lex && !(next.home && next.home.devices.length > 0) ? next.lex.kinds : [];
  }

  #named(item: Item, kinds: readonly string[]): boolean {
    for (const indexed of kinds.flatMap((kind) => [...this.#index.ofKind(kind)])) {
      if (
        item.first.kind === "han"
          ? indexed.joined.some((name) => name.includes(item.stem))
          : indexed.names.some((name) => name.includes(item.stem))
      ) {
        return true;
      }
    }
    return false;
  }

  /** Names of this home: devices, parts, rooms, floors, scenes. */
  #readName(item: Item): boolean {
    const { home } = item;
    if (!home) return false;
    const { devices, parts, rooms, floors, scenes } = home;
    if (devices.length > 0 && !(rooms.length > 0 && this.#headElsewhere())) {
      this.#head(item, { type: "devices", devices, parts });
      return true;
    }
    if (rooms.length > 0) {
      this.#place({ kind: "rooms", ids: rooms, text: item.text });
      return true;
    }
    if (floors.length > 0) {
      this.#place({ kind: "floor", id: floors[0] ?? "", text: item.text });
      return true;
    }
    if (scenes.length > 0) {
      this.#head(item, { type: "scene", scenes });
      return true;
    }
    if (parts.length > 0) {
      this.#head(item, { type: "devices", parts, devices: [] });
      return true;
    }
    return false;
  }

  /** Whether another item of the clause names a device or a kind. */
  #headElsewhere(): boolean {
    return this.#items.some(
      (item, at) => at !== this.#at && ((item.home?.devices.length ?? 0) > 0 || (item.lex?.kinds.length ?? 0) > 0),
    );
  }

  #readWord(item: Item): boolean {
    const { lex } = item;
    if (!lex) return false;
    const frame = this.#frame;
    if (this.#readJoint(item)) return true;
    if (lex.kinds.length > 0 && this.#isHead(item)) {
      this.#head(item, { type: "kind", kinds: lex.kinds });
      return true;
    }
    if (lex.rooms.length > 0 && this.#readRoomWord(item)) return true;
    if (lex.floors.length > 0) {
      this.#readFloorWord(item);
      return true;
    }
    if (this.#question && lex.states.length > 0 && !this.#valueWanted(item)) {
      if (!(is(item, "on") && this.#isPreposition())) frame.states.push(...lex.states);
      return true;
    }
    if (this.#readParticle(item)) return true;
    if (isValue(item) && this.#valueWanted(item) && !this.#isProperty(item)) {
      frame.values.push(saidValue(item));
      return true;
    }
    if (lex.props.length > 0 && frame.act !== null && SWITCHING.has(frame.act)) {
      this.#property(lex.props, item);
      return true;
    }
    if (lex.acts.length > 0 && this.#readAct(item)) return true;
    if (lex.changes.length > 0) {
      frame.changes.push(...lex.changes);
      return true;
    }
    if (lex.props.length > 0) {
      this.#property(lex.props, item);
      return true;
    }
    if (isValue(item) && !this.#roleFirst(item)) {
      frame.values.push(saidValue(item));
      return true;
    }
    if (this.#readRole(item)) return true;
    if (lex.states.length > 0) {
      frame.states.push(...lex.states);
      return true;
    }
    if (lex.actions.length > 0) {
      frame.actions.push(...lex.actions);
      return true;
    }
    return lex.time.length > 0 || lex.unit !== null || lex.number !== null;
  }

  /** Words that govern others: exceptions, negation, pronouns of place. */
  #readJoint(item: Item): boolean {
    const frame = this.#frame;
    if (is(item, "except")) {
      this.#attachPlaces();
      this.#excepting = true;
      return true;
    }
    if (is(item, "exceptEnd") && this.#excepting) {
      this.#endException();
      return true;
    }
    if (is(item, "other") && this.#excepting) {
      // "除了床头灯，其他灯都关掉"
      this.#endException();
      if (this.#headFollows()) this.#pending.quantifier = "all";
      else this.#head(item, { type: "everything" });
      return true;
    }
    if (is(item, "not") && !this.#question) {
      frame.negated = true;
      return true;
    }
    if (is(item, "past") || is(item, "maybe")) {
      frame.blocked = true;
      return true;
    }
    if (is(item, "everything") && !(item.lex?.roles.includes("thing") && this.#pendingHead())) {
      this.#head(item, { type: "everything" });
      return true;
    }
    if (is(item, "home") && !item.lex?.acts.length && !(this.#question && item.lex?.states.length)) {
      this.#place({ kind: "home" });
      return true;
    }
    if (is(item, "here") && !isThingWord(item)) {
      this.#place({ kind: "here" });
      return true;
    }
    if (is(item, "there")) {
      this.#place({ kind: "there" });
      return true;
    }
    if (is(item, "other")) {
      if (this.#headAhead()) this.#pending.ordinals.push("other");
      else this.#head(item, { type: "other" });
      return true;
    }
    return false;
  }

  #endException(): void {
    this.#attachPlaces();
    this.#excepting = false;
  }

  #pendingHead(): boolean {
    return this.#frame.heads.length > 0;
  }

  /** A word for a kind that may also be an act ("vacuum", "lock", "switch") or a value ("fan" mode). */
  #isHead(item: Item): boolean {
    const { lex } = item;
    if (!lex) return false;
    const frame = this.#frame;
    const next = this.#next(this.#at, (item) => is(item, "article") || is(item, "all"));
    const moded = next?.lex?.props.includes("mode") === true && !this.#toFollows();
    if (isValue(item) && (moded || (this.#after("to") && frame.heads.length > 0))) return false;
    if (lex.acts.length > 0) {
      if (frame.act !== null && frame.act !== "set" && frame.act !== "turn") return true;
      if (this.#question) return true;
      if (frame.heads.length > 0 || this.#pending.places.length > 0 || this.#pending.definite) {
        // "把大门锁" is an act at the end; "the kitchen lock" is a lock.
        return !(item.first.kind === "han" && next === undefined && frame.act === null && frame.heads.length > 0);
      }
      if (next === undefined) return false;
      const target = isPlaceName(next) || (next.lex?.kinds.length ?? 0) > 0 || (next.home?.devices.length ?? 0) > 0;
      return !(
        target ||
        is(next, "it") ||
        is(next, "them") ||
        is(next, "here") ||
        is(next, "there") ||
        isUnknown(next)
      );
    }
    const missing = lex.kinds.every((kind) => !this.#exists(kind));
    if (missing && ((lex.props.length > 0 && this.#hasProperty(lex.props)) || (item.home?.props.length ?? 0) > 0))
      return false;
    // "the AC … with high fan": the speed of it.
    if (lex.props.includes("fan-level") && frame.heads.length > 0 && !this.#pending.definite) return false;
    return true;
  }

  /** Whether "to" comes later in the clause: "the heating mode to sleep" is the mode of the heating. */
  #toFollows(): boolean {
    return this.#items.slice(this.#at + 1).some((item) => is(item, "to"));
  }

  #exists(kind: string): boolean {
    return this.#index.ofKind(kind).size > 0;
  }

  #hasProperty(types: readonly string[]): boolean {
    return this.#index.having(types).size > 0;
  }

  /** A word for a kind of room: those of this home, else a room that it lacks. */
  #readRoomWord(item: Item): boolean {
    const rooms = item.lex?.rooms ?? [];
    const ids = [...new Set(rooms.flatMap((room) => this.#index.roomsOfKind(room)))];
    if (ids.length > 0) {
      this.#place({ kind: "rooms", ids, text: item.text });
      return true;
    }
    if (this.#readsOtherwise(item)) return false;
    this.#place({ kind: "missing", text: item.text, word: rooms[0] ?? "" });
    return true;
  }

  #readsOtherwise({ lex }: Item): boolean {
    return (
      lex !== null && (lex.acts.length > 0 || lex.kinds.length > 0 || lex.roles.length > 0 || lex.props.length > 0)
    );
  }

  #readFloorWord(item: Item): void {
    for (const word of item.lex?.floors ?? []) {
      const id = this.#index.floorOf(word);
      if (id === null) continue;
      this.#place({ kind: "floor", id, text: item.text });
      return;
    }
    this.#place({ kind: "missing", text: item.text, word: item.text });
  }

  /** on, off, up and down: part of the verb, or a preposition before a place. */
  #readParticle(item: Item): boolean {
    const frame = this.#frame;
    const particle = (["on", "off", "up", "down"] as const).find((role) => is(item, role));
    if (!particle) return false;
    const swings = frame.props.some((type) => /swing|direction|motor/.test(type));
    if (swings && isValue(item)) return false;
    if (this.#question) return true;
    if (
      particle === "on" &&
      (this.#beforePlace() || (this.#headAhead() && (!OPEN_ACTS.has(frame.act) || frame.actions.length > 0)))
    )
      return true;
    if (!OPEN_ACTS.has(frame.act)) return true;
    if (frame.act === "set" && (particle === "up" || particle === "down") && frame.values.length > 0) return true;
    frame.act = particle === "up" ? "raise" : particle === "down" ? "lower" : particle;
    return true;
  }

  /** In a question: whether "on" stands before a place and the state is said elsewhere ("on on the first floor"). */
  #isPreposition(): boolean {
    if (!this.#beforePlace()) return false;
    const stated = (item: Item): boolean => (item.lex?.states.length ?? 0) > 0;
    return this.#frame.states.length > 0 || this.#items.slice(this.#at + 1).some(stated);
  }

  /** Whether a place follows directly. */
  #beforePlace(): boolean {
    const next = this.#next(this.#at, (item) => is(item, "article") || is(item, "both") || is(item, "all"));
    if (!next) return false;
    return (
      isPlaceName(next) ||
      (next.lex?.floors.length ?? 0) > 0 ||
      ((next.lex?.rooms.length ?? 0) > 0 && next.lex?.kinds.length === 0)
    );
  }

  #headAhead(): boolean {
    const next = this.#next(this.#at, (item) => is(item, "article") || is(item, "of") || is(item, "all"));
    return next !== undefined && ((next.home?.devices.length ?? 0) > 0 || (next.lex?.kinds.length ?? 0) > 0);
  }

  #readAct(item: Item): boolean {
    const { lex } = item;
    const frame = this.#frame;
    const act = lex?.acts[0];
    if (!lex || !act) return false;
    if (frame.act === null || frame.act === "turn" || frame.act === "set" || frame.act === "tell") {
      // "set … open" keeps the value; "have the vacuum clean" is about cleaning.
      frame.act = frame.act !== null && act === "set" ? frame.act : act;
      frame.to ||= lex.to;
      return true;
    }
    if (lex.to || act === "set") {
      frame.to ||= lex.to;
      return true;
    }
    if (isStarter(frame.act) && !isStarter(act)) {
      frame.act = frame.act === "start" ? act : frame.act;
      return true;
    }
    if (act === frame.act || isStarter(act) || act === "play") return true;
    if (act === "raise" || act === "lower") {
      frame.more = act === "raise" ? 1 : -1;
      return true;
    }
    if (isValue(item)) {
      frame.values.push(saidValue(item));
      return true;
    }
    if (act === "on" || act === "open" || act === "off" || act === "close") {
      this.#unknown(item);
      return true;
    }
    return true;
  }

  /** Whether a word that may be a value is one here. */
  #valueWanted(item: Item): boolean {
    if (!isValue(item)) return false;
    const frame = this.#frame;
    const next = this.#next(this.#at);
    if (next?.lex?.props.includes("mode") && !is(next, "filler")) return true;
    if (this.#after("to")) return true;
    const modal = frame.props.some((type) => /mode|swing|level|speed|program|color|position|input/.test(type));
    if (this.#question) return modal && (item.lex?.listed.length ?? 0) > 0 && item.lex?.states.length === 0;
    return (
      frame.to ||
      modal ||
      (frame.act === "set" && !item.lex?.acts.length) ||
      (frame.act === "turn" && item.lex?.color !== null)
    );
  }

  /** A word for a property that is also the name of a value ("color"): the property, unless "to" is before it. */
  #isProperty(item: Item): boolean {
    if ((item.lex?.props.length ?? 0) === 0) return false;
    const next = this.#next(this.#at);
    return !this.#after("to") && !(next?.lex?.props.includes("mode") ?? false);
  }

  /** Words whose role in the sentence counts more than that they may be a value ("home", "first"). */
  #roleFirst(item: Item): boolean {
    const roles = item.lex?.roles ?? [];
    const { color = null, kelvin = null, level = null } = item.lex ?? {};
    if (color !== null || kelvin !== null || level !== null || is(item, "half")) return false;
    return roles.some((role) => role !== "thing" && role !== "key");
  }

  #readRole(item: Item): boolean {
    const frame = this.#frame;
    const roles = item.lex?.roles ?? [];
    if (roles.length === 0) return false;
    const ordinal = ORDINALS.find((role) => is(item, role));
    if (is(item, "article")) this.#pending.definite = true;
    if (is(item, "all") || is(item, "each")) this.#quantify("all");
    else if (is(item, "both")) this.#quantify("both");
    else if (is(item, "any")) this.#quantify("any");
    if (is(item, "it") && !(is(item, "article") && this.#headAheadOrWord())) this.#head(item, { type: "it" });
    else if (is(item, "them") && !(is(item, "article") && this.#headAheadOrWord())) this.#head(item, { type: "them" });
    else if (ordinal) this.#pending.ordinals.push(ordinal);
    if (is(item, "only")) frame.only = true;
    if (is(item, "also")) frame.also = true;
    if (is(item, "to")) frame.to = true;
    if (is(item, "by")) frame.by = true;
    if (is(item, "little")) frame.amount = "little";
    if (is(item, "much")) frame.amount = "much";
    if (is(item, "twice")) frame.factor = 2;
    if (is(item, "halve")) frame.factor = 0.5;
    if (is(item, "more")) frame.more = frame.more === 0 ? 1 : frame.more;
    if (is(item, "less")) frame.more = -1;
    if (is(item, "above")) frame.above = true;
    if (is(item, "below")) frame.below = true;
    if (is(item, "or")) frame.alternatives = true;
    return true;
  }

  #headAheadOrWord(): boolean {
    const next = this.#next(this.#at);
    return (
      next !== undefined &&
      !isMark(next) &&
      (this.#headAhead() || isPlaceName(next) || isUnknown(next) || (next.lex?.props.length ?? 0) > 0)
    );
  }

  #quantify(quantifier: "all" | "both" | "any"): void {
    if (this.#headFollows()) this.#pending.quantifier = quantifier;
    else {
      const last = this.#frame.heads.at(-1);
      if (last && last.quantifier === null) last.quantifier = quantifier;
      else this.#pending.quantifier = quantifier;
    }
  }

  #property(types: readonly string[], item: Item): void {
    const frame = this.#frame;
    if (frame.props.length > 0 && types.some((type) => type === "mode")) {
      if (frame.values.length > 0) return;
    }
    // "sleep mode": the value came first.
    for (const type of types) if (!frame.props.includes(type)) frame.props.push(type);
    frame.propText ||= item.text;
    if (isValue(item)) frame.propValue ??= saidValue(item);
  }

  /** Words that only the specs of this home know. */
  #readSpecWord(item: Item): boolean {
    const { home } = item;
    if (!home) return false;
    if (home.listed.length > 0 && (this.#valueWanted(item) || home.props.length + home.actions.length === 0)) {
      this.#frame.values.push(saidValue(item));
      return true;
    }
    if (home.actions.length > 0 && (home.props.length === 0 || this.#frame.act === null)) {
      this.#frame.actions.push(...home.actions);
      return true;
    }
    if (home.props.length > 0) {
      this.#property(home.props, item);
      return true;
    }
    return false;
  }

  #unknown(item: Item): void {
    if (this.#kindAhead().length > 0 || (isUnknownAhead(this.#items, this.#at) && !isMark(item))) {
      this.#pending.modifiers.push(item);
      return;
    }
    this.#frame.unknown.push(item);
  }

  #head(item: Item, part: Partial<Head> & { type: Head["type"] }): void {
    const frame = this.#frame;
    const pending = this.#pending;
    const last = frame.heads.at(-1);
    // "Clippy mower", "play corner lights": the kind after a name says what it is.
    if (last && part.type === "kind" && this.#explains(last, part.kinds ?? [])) return;
    if (
      last?.type === "kind" &&
      part.type === "kind" &&
      last.text === this.#items[this.#at - 1]?.text &&
      related(last.kinds, part.kinds ?? [])
    )
      return;
    const modifiers = pending.modifiers;
    const head: Head = {
      devices: [],
      parts: [],
      kinds: [],
      scenes: [],
      text: item.text,
      plural: item.plural,
      definite: pending.definite,
      places: pending.places,
      quantifier:
        pending.quantifier ??
        (part.type === "everything" && /^(all|every|所有|全部|一切)/.test(item.text) ? "all" : null),
      modifiers: modifiers.map(({ stem }) => stem),
      modifierText: modifiers.map(({ text }) => text).join(item.first.kind === "han" ? "" : " "),
      ordinals: pending.ordinals,
      ...part,
    };
    this.#pending = nothingPending();
    (this.#excepting ? frame.except.heads : frame.heads).push(head);
  }

  /** Whether a word for a kind only repeats what the name directly before it is. */
  #explains(last: Head, kinds: readonly string[]): boolean {
    const previous = this.#items[this.#at - 1];
    if (last.type !== "devices" || previous === undefined || previous.text !== last.text) return false;
    return last.devices.some((id) => {
      const indexed = this.#index.devices.get(id);
      return indexed !== undefined && kinds.some((kind) => this.#index.isKind(indexed, kind));
    });
  }

  /** A place: of the head that follows, else of those before it, else of the whole clause. */
  #place(place: Place): void {
    this.#pending.places.push(place);
    if (this.#headFollows()) return;
    if (this.#placeFollows()) return;
    this.#attachPlaces();
  }

  /** Whether a head follows that this place or quantifier can belong to. */
  #headFollows(): boolean {
    for (let at = this.#at + 1; at < this.#items.length; at += 1) {
      const item = this.#items[at];
      if (!item) return false;
      if ((item.home?.devices.length ?? 0) > 0 || (item.home?.parts.length ?? 0) > 0) return true;
      if (isPlaceName(item)) continue;
      if ((item.lex?.kinds.length ?? 0) > 0) return true;
      if (is(item, "everything")) return true;
      if (isMark(item) && (item.text === "," || item.text === "、")) continue;
      if ((is(item, "in") && !is(item, "with")) || item.measure) return false;
      const linking =
        is(item, "of") ||
        is(item, "article") ||
        is(item, "and") ||
        is(item, "all") ||
        is(item, "both") ||
        is(item, "any") ||
        is(item, "each") ||
        is(item, "with") ||
        is(item, "for");
      if (linking || isUnknown(item) || ORDINALS.some((role) => is(item, role)) || is(item, "other")) continue;
      if ((item.lex?.rooms.length ?? 0) > 0) continue;
      if (is(item, "filler") && item.first.kind === "han") continue;
      return false;
    }
    return false;
  }

  /** Whether another place follows in the same list ("kitchen and hall"). */
  #placeFollows(): boolean {
    const next = this.#next(
      this.#at,
      (item) => is(item, "and") || is(item, "article") || isMark(item) || is(item, "or") || is(item, "in"),
    );
    const between = this.#items[this.#at + 1];
    if (!next || !between || !(is(between, "and") || isMark(between))) return false;
    return isPlaceName(next) || (next.lex?.rooms.length ?? 0) > 0;
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
    const bare = frame.heads.filter(
      (head, at) => head.places.length === 0 && this.#fits(head, places, at === frame.heads.length - 1),
    );
    if (bare.length === 0) {
      frame.places.push(...places);
      return;
    }
    for (const head of bare) head.places = places;
  }

  /** "the floor lamp and the lamp in the hall": a device of another room is not meant by the place, unless it is named last. */
  #fits({ type, devices }: Head, places: readonly Place[], last: boolean): boolean {
    if (last || type !== "devices") return last || places.every(({ kind }) => kind !== "missing");
    const rooms = places.flatMap((place) => (place.kind === "rooms" ? place.ids : []));
    return rooms.length === 0
      ? places.every(({ kind }) => kind !== "missing")
      : devices.some((id) => rooms.includes(this.#index.devices.get(id)?.device.room?.id ?? ""));
  }

  /** "the lights are off" tells how it is; "the AC is too cold" is a wish. */
  #isStatement(): boolean {
    if (this.#question || this.#frame.changes.length > 0 || this.#frame.heads.length === 0) return false;
    return this.#items.some((item, at) => at > 0 && (item.text === "is" || item.text === "are"));
  }

  /** What was pending at the end belongs to the clause. */
  #settle(): void {
    const frame = this.#frame;
    const { modifiers, quantifier, ordinals } = this.#pending;
    this.#attachPlaces();
    frame.unknown.push(...modifiers);
    if (frame.places.length > 0 && frame.heads.some(({ places }) => places.length === 0)) {
      const places = frame.places.splice(0);
      for (const head of frame.heads) if (head.places.length === 0) head.places = places;
    }
    this.#fromExceptions();
    const last = frame.heads.at(-1);
    if (quantifier !== null && last && last.quantifier === null) last.quantifier = quantifier;
    if (ordinals.length > 0 && last) (last.ordinals as Role[]).push(...ordinals);
    else if (ordinals.length > 0) {
      frame.heads.push({ ...bareHead(), type: "it", ordinals, text: "" });
    } else if (quantifier === "all" && frame.heads.length === 0 && !this.#question) {
      frame.heads.push({
        ...bareHead(),
        type: "everything",
        quantifier: "all",
        text: "",
        places: frame.places.splice(0),
      });
    } else if (quantifier === "both" && frame.heads.length === 0) {
      frame.heads.push({ ...bareHead(), type: "them", quantifier: "both", text: "" });
    }
  }

  /** "除了客厅的灯都关了": of the kind that is left out, all others are meant. */
  #fromExceptions(): void {
    const { heads, except } = this.#frame;
    const [first] = except.heads;
    if (heads.length > 0 || !first || this.#question) return;
    const own = first.devices.flatMap((id) => this.#index.devices.get(id)?.device.spec.kind ?? []);
    const kinds = first.type === "kind" ? first.kinds : [...new Set(own)];
    if (kinds.length === 0) return;
    const head: Head = { ...bareHead(), type: "kind", kinds, text: first.text, plural: true, quantifier: "all" };
    heads.push({ ...head, places: this.#frame.places.splice(0) });
  }

  #next(at: number, skip: (item: Item) => boolean = () => false): Item | undefined {
    for (let next = at + 1; next < this.#items.length; next += 1) {
      const item = this.#items[next];
      if (item && !(is(item, "filler") && item.home === null && !hasContent(item)) && !skip(item)) return item;
    }
    return undefined;
  }

  /** Whether a word with this role stands directly before (articles do not count). */
  #after(role: Role): boolean {
    for (let at = this.#at - 1; at >= 0; at -= 1) {
      const item = this.#items[at];
      if (!item) return false;
      if (is(item, role) || (role === "to" && item.lex?.to)) return true;
      if (!is(item, "article") && !is(item, "in")) return false;
    }
    return false;
  }
}

/** Whether two words for kinds name the same thing twice: "aromatherapy diffuser". */
function related(a: readonly string[], b: readonly string[]): boolean {
  return a.some((kind) => b.includes(kind) || KIND_MEMBERS[kind]?.some((member) => b.includes(member)));
}

function nothingPending(): {
  places: Place[];
  modifiers: Item[];
  quantifier: Head["quantifier"];
  definite: boolean;
  ordinals: Role[];
} {
  return { places: [], modifiers: [], quantifier: null, definite: false, ordinals: [] };
}

function bareHead(): Head {
  return {
    type: "it",
    devices: [],
    parts: [],
    kinds: [],
    scenes: [],
    text: "",
    plural: false,
    definite: false,
    places: [],
    quantifier: null,
    modifiers: [],
    modifierText: "",
    ordinals: [],
  };
}

function isPlaceName(item: Item): boolean {
  return (item.home?.rooms.length ?? 0) > 0 || (item.home?.floors.length ?? 0) > 0;
}

/** A word that only names, or is courtesy. */
function isNaming(item: Item): boolean {
  if (isMark(item) || (item.home?.devices.length ?? 0) > 0 || isPlaceName(item)) return true;
  if ((item.lex?.kinds.length ?? 0) > 0 && (item.lex?.acts.length ?? 0) === 0) return true;
  return is(item, "article") || (is(item, "filler") && !hasContent(item)) || is(item, "of");
}

function isThingWord(item: Item): boolean {
  return item.text === "room" || item.text === "rooms";
}

function isStarter(act: Act): boolean {
  return act === "start" || act === "stop";
}

/** Whether the item carries more than its role as a filler. */
function hasContent({ lex }: Item): boolean {
  if (!lex) return false;
  return (
    lex.acts.length + lex.kinds.length + lex.props.length + lex.listed.length + lex.states.length + lex.rooms.length > 0
  );
}

/** Whether an unknown word follows directly that leads to a kind. */
function isUnknownAhead(items: readonly Item[], at: number): boolean {
  for (let next = at + 1; next < items.length; next += 1) {
    const item = items[next];
    if (!item) return false;
    if (isUnknown(item)) continue;
    return (item.lex?.kinds.length ?? 0) > 0;
  }
  return false;
}

function isValue(item: Item): boolean {
  const { lex, home } = item;
  if (home && home.listed.length > 0) return true;
  if (!lex) return false;
  return (
    lex.listed.length > 0 ||
    lex.color !== null ||
    lex.kelvin !== null ||
    lex.level !== null ||
    lex.roles.includes("half") ||
    lex.roles.includes("quarter")
  );
}

function saidValue(item: Item): SaidValue {
  const { lex, home, measure } = item;
  return {
    text: item.text,
    quantity: measure?.kind === "quantity" ? measure.quantity : null,
    level: lex?.level ?? null,
    color: lex?.color ?? null,
    kelvin: lex?.kelvin ?? null,
    listed: [...new Set([...(home?.listed ?? []), ...(lex?.listed ?? [])])],
    half: lex?.roles.includes("half") ?? false,
  };
}
