import { type Lexicon, lexiconOf } from "../../lexicon/lexicon.ts";
import { pastPhrases } from "../../past/phrases.ts";
import type { PastDay, PastMoment, PastPart, PastSpan } from "../../past/span.ts";
import type { PartHours, PastWord } from "../../past/words.ts";
import { type Token, tokenise } from "../../text/tokens.ts";
import type { ClockTime, Measure } from "../measure/measures.ts";
import { readMeasure } from "../measure/quantities.ts";

/** A span of the past that a text names. */
export interface PastSpanMention {
  /** null: only "all the time". */
  readonly span: PastSpan | null;
  /** The whole span is meant: "all night". */
  readonly all: boolean;
  /** Position in the text. */
  readonly start: number;
  readonly end: number;
}

/** Finds the spans of the past in a text, in order: "last night", "between 2 and 4", 从早上六点到现在. Empty if it names the future. */
export function pastSpansIn(text: string): readonly PastSpanMention[] {
  const tokens = tokenise(text);
  const words = lexiconOf(tokens);
  const reader = new SpanReader(tokens, words);
  const found: PastSpanMention[] = [];
  for (let at = 0; at < tokens.length; ) {
    const read = reader.span(at);
    const [first, last] = [tokens[at], tokens[(read?.end ?? 0) - 1]];
    if (read && first && last) {
      found.push({ span: read.span, all: read.all, start: first.start, end: last.end });
      at = read.end;
    } else at += 1;
  }
  // Only texts with a span are looked up in the whole lexicon, for speed.
  return found.length > 0 && tokens.some((_, at) => isToCome(tokens, at, words)) ? [] : found;
}

/** Whether a word for a future day begins here: "tomorrow". */
function isToCome(tokens: readonly Token[], at: number, { trie }: Lexicon): boolean {
  let coming = false;
  trie.walk(tokens, at, (_end, { time }) => {
    coming ||= time.some((word) => word.kind === "day" && word.offset > 0);
  });
  return coming;
}

interface Read<Found> {
  readonly found: Found;
  /** Index of the token after it. */
  readonly end: number;
}

interface ReadSpan {
  readonly span: PastSpan | null;
  readonly all: boolean;
  readonly end: number;
}

/** Largest number that is read as an hour without a clock word. */
const LAST_BARE_HOUR = 12;
const DAY_SECONDS = 86_400;

type Kind = PastWord["kind"];

class SpanReader {
  readonly #tokens: readonly Token[];
  readonly #lexicon: Lexicon;
  readonly #words: (ReadonlyMap<Kind, Read<PastWord>> | undefined)[] = [];
  readonly #measures: (Measure | null)[] = [];

  constructor(tokens: readonly Token[], lexicon: Lexicon) {
    this.#tokens = tokens;
    this.#lexicon = lexicon;
  }

  /** The longest span that begins at a token. */
  span(at: number): ReadSpan | null {
    // A span begins with a past word, a time or a date; most tokens are none.
    if (this.#wordsAt(at).size === 0 && this.#measure(at) === null) return null;
    const on = this.#word(at, "onDate");
    const dated = on !== null && this.#measure(on.end)?.kind === "date";
    const from = dated ? on.end : this.#small(at);
    const readings = [this.#lately(from), this.#since(from), this.#between(from), this.#plain(from)].filter(
      (each) => each !== null,
    );
    return readings.reduce<ReadSpan | null>((best, each) => (best && best.end >= each.end ? best : each), null);
  }

  /** "in the last two hours", 最近三小时里. */
  #lately(at: number): ReadSpan | null {
    const lately = this.#word(at, "lately");
    if (!lately) return null;
    const measure = this.#measure(lately.end);
    const unit = this.#word(lately.end, "unit");
    const seconds =
      measure?.kind === "duration" ? measure.seconds : unit?.found.kind === "unit" ? unit.found.seconds : null;
    const end = measure?.kind === "duration" ? measure.end : unit?.end;
    if (seconds === null || end === undefined) return null;
    return { span: { kind: "last", seconds }, all: false, end: this.#word(end, "sinceBehind")?.end ?? end };
  }

  /** "since six", 从昨晚到现在, 六点以来. */
  #since(at: number): ReadSpan | null {
    const since = this.#word(at, "since");
    const from = since ?? this.#word(at, "from");
    const point = this.#point(from?.end ?? at, since !== null || from !== null);
    if (!point?.span) return null;
    const behind = this.#word(point.end, "sinceBehind");
    const to = this.#word(point.end, "to");
    const now = to && this.#word(to.end, "now");
    const end = now?.end ?? behind?.end ?? (since ? point.end : null);
    return end === null ? null : { span: { kind: "since", from: point.span }, all: false, end };
  }

  /** "between 2 and 4 yesterday", 昨晚十点到今早六点. */
  #between(at: number): ReadSpan | null {
    const between = this.#word(at, "between");
    const lead = between ?? this.#word(at, "from");
    const first = this.#point(lead?.end ?? at, lead !== null);
    if (!first?.span) return null;
    const joint = this.#word(first.end, "to") ?? (between && this.#word(first.end, "and"));
    const last = joint && this.#point(joint.end, true);
    if (!last?.span) return null;
    // "Yesterday to today" without a preposition may mean something else.
    if (lead === null && (first.span.kind !== "at" || last.span.kind !== "at")) return null;
    const [from, to] = shared(first.span, last.span);
    const end = this.#word(last.end, "betweenBehind")?.end ?? last.end;
    return { span: { kind: "between", from, to }, all: false, end };
  }

  #plain(at: number): ReadSpan | null {
    const now = this.#word(at, "now");
    if (now) return { span: { kind: "now" }, all: false, end: now.end };
    const throughout = this.#word(at, "throughout");
    const point = this.#point(throughout ? this.#small(throughout.end) : at, false);
    if (point) return { ...point, all: point.all || throughout !== null };
    const always = this.#word(at, "always");
    return always && { span: null, all: true, end: always.end };
  }

  /** Reads a day, a part of it, a time or a calendar period. `led`: a bare number is an hour. */
  #point(at: number, led: boolean): ReadSpan | null {
    const period = this.#word(at, "period");
    if (period?.found.kind === "period") {
      const { unit, back } = period.found;
      return { span: { kind: "period", unit, back }, all: false, end: period.end };
    }
    let day: PastDay | null = null;
    let part: { readonly part: PastPart; readonly hours: PartHours } | null = null;
    let clock: ClockTime | null = null;
    let all = false;
    let whole = false;
    let alone = false;
    let same = false;
    let ago: number | null = null;
    let end = at;
    for (let next = at; ; ) {
      const lead = this.#word(next, "at");
      const from = lead?.end ?? next;
      const found = this.#clock(from, clock === null && (lead !== null || (led && end === at) || end > at));
      const word =
        this.#word(from, "whole") ??
        this.#word(from, "part") ??
        this.#word(from, "day") ??
        this.#word(from, "sameTime");
      const past = found ? null : this.#ago(from);
      if (found && clock === null && ago === null) {
        clock = found.found;
        end = found.end;
      } else if (past && day === null && clock === null) {
        if (past.found % DAY_SECONDS === 0) day = { kind: "back", days: past.found / DAY_SECONDS };
        else ago = past.found;
        end = past.end;
        if (ago !== null) break;
      } else if (word?.found.kind === "day" && day === null) {
        day = word.found.day;
        end = word.end;
      } else if (word?.found.kind === "part" && part === null && (word.found.day === null || day === null)) {
        part = word.found;
        day ??= word.found.day;
        alone ||= word.found.alone;
        end = word.end;
      } else if (word?.found.kind === "whole" && part === null && !whole) {
        all = true;
        whole = true;
        const { part: of, hours } = word.found;
        if (of !== "day") part = { part: of, hours };
        end = word.end;
      } else if (word?.found.kind === "sameTime" && !same) {
        same = true;
        end = word.end;
      } else {
        const date = this.#measure(from);
        if (date?.kind !== "date" || day !== null) break;
        day = { kind: "date", date: date.date };
        end = date.end;
      }
      next = this.#small(end);
    }
    if (end === at) return null;
    if (ago !== null) return { span: { kind: "ago", seconds: ago }, all, end };
    if (same) return day && { span: { kind: "same-time", day }, all, end };
    if (clock) return { span: { kind: "at", moment: { day, part: part?.part ?? null, clock } }, all, end };
    if (day === null && part === null && !whole) return null;
    if (day === null && !whole && !alone) return null;
    const night = part?.part === "night";
    // "All night" is last night, "all evening" the evening that has begun, "all day" today.
    const on: PastDay | null = day ?? (whole ? (night ? LAST : part ? null : TODAY) : null);
    return { span: { kind: "day", day: on, part: part?.part ?? null, hours: part?.hours ?? null }, all, end };
  }

  /** Reads a time of day; `bare`: a number alone counts. */
  #clock(at: number, bare: boolean): Read<ClockTime> | null {
    const noon = this.#word(at, "noon");
    if (noon) return { found: { hour: 12, minute: 0, meridiem: "pm" }, end: noon.end };
    const midnight = this.#word(at, "midnight");
    if (midnight) return { found: { hour: 0, minute: 0, meridiem: null }, end: midnight.end };
    const measure = this.#measure(at);
    if (measure?.kind === "clock") return { found: measure.clock, end: measure.end };
    // A bare Chinese numeral may be part of a word: 一直.
    const words = this.#tokens[at]?.kind !== "character";
    if (!bare || !words || measure?.kind !== "quantity" || measure.quantity.unit !== null) return null;
    const { value } = measure.quantity;
    if (!Number.isInteger(value) || value < 1 || value > LAST_BARE_HOUR) return null;
    return { found: { hour: value, minute: 0, meridiem: null }, end: measure.end };
  }

  /** "two hours ago", in seconds. */
  #ago(at: number): Read<number> | null {
    const measure = this.#measure(at);
    const ago = measure?.kind === "duration" ? this.#word(measure.end, "ago") : null;
    return measure?.kind === "duration" && ago ? { found: measure.seconds, end: ago.end } : null;
  }

  #measure(at: number): Measure | null {
    const known = this.#measures[at];
    if (known !== undefined) return known;
    const measure = readMeasure(this.#tokens, at, this.#lexicon);
    this.#measures[at] = measure;
    return measure;
  }

  /** Index after particles. */
  #small(at: number): number {
    let next = at;
    for (let word = this.#word(next, "small"); word; word = this.#word(next, "small")) next = word.end;
    return next;
  }

  /** The longest phrase of this kind at a token. */
  #word(at: number, kind: Kind): Read<PastWord> | null {
    return this.#wordsAt(at).get(kind) ?? null;
  }

  #wordsAt(at: number): ReadonlyMap<Kind, Read<PastWord>> {
    const known = this.#words[at];
    if (known !== undefined) return known;
    const words = this.#phrasesAt(at);
    this.#words[at] = words;
    return words;
  }

  /** Meanings of the longest phrase at a token; shorter ones are ignored, such as "last" in "last night". */
  #phrasesAt(at: number): ReadonlyMap<Kind, Read<PastWord>> {
    let longest = 0;
    let words: readonly PastWord[] = [];
    const token = this.#tokens[at];
    if (token === undefined) return NO_WORDS;
    pastPhrases().walk(this.#tokens, at, (end, found) => {
      if (end <= longest) return;
      longest = end;
      words = found;
    });
    if (longest === 0) return NO_WORDS;
    // "On Mondays" is no single day.
    const meant = this.#tokens[longest - 1]?.plural ? words.filter(({ kind }) => kind !== "day") : words;
    return new Map(meant.map((found) => [found.kind, { found, end: longest }]));
  }
}

const NO_WORDS: ReadonlyMap<Kind, Read<PastWord>> = new Map();

const TODAY: PastDay = { kind: "back", days: 0 };
const LAST: PastDay = { kind: "back", days: 1 };

/** Shares day and part of the second moment with the first: "between 2 and 4 yesterday afternoon". */
function shared(first: PastSpan, last: PastSpan): readonly [PastSpan, PastSpan] {
  if (first.kind !== "at" || last.kind !== "at") return [first, last];
  const [{ day, part, clock }, two] = [first.moment, last.moment];
  const bare = clock.meridiem === null && clock.hour <= LAST_BARE_HOUR && part === null && day === null;
  const from: PastMoment = {
    day: day ?? two.day,
    part: bare ? two.part : part,
    clock: bare && two.part === null ? { ...clock, meridiem: two.clock.meridiem } : clock,
  };
  return [{ kind: "at", moment: from }, last];
}
