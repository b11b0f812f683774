import type { History, TimeSpan } from "../../history/port.ts";
import { type Language, type Messages, messages, packOf, pastClock } from "../../language/index.ts";
import { type PastSpan, type ResolvedSpan, resolveSpan } from "../../understanding/past/span.ts";
import { lengthWords, spanWords } from "./span-words.ts";
import type { RecordingGap } from "./state-intervals.ts";

/** A history that may know the price of electricity. */
export interface PastHistory extends History {
  /** ISO 4217; null without a tariff. */
  readonly currency?: string | null;
}

/** The history, and the moment, time zone, language and currency of an answer. */
export interface PastContext {
  readonly history: History;
  readonly now: number;
  readonly timezone: string;
  readonly language: Language;
  /** Currency of electricity costs, ISO 4217; null without a tariff. */
  readonly currency: string | null;
}

const MINUTE = 60_000;
/** A day of 25 hours, when clocks are put back. */
const LONGEST_DAY = 25 * 60 * MINUTE;

/** Puts moments, durations and spans of one question into words. */
export class PastTeller {
  readonly context: PastContext;
  /** null where no span was asked about. */
  readonly span: PastSpan | null;
  readonly place: ResolvedSpan | null;
  /** Sentences about the start of the record: they are told once, after everything else. */
  readonly #since = new Set<string>();

  constructor(
    context: PastContext,
    span: PastSpan | null,
    place: ResolvedSpan | null = span && resolveSpan(span, context.now, context.timezone),
  ) {
    this.context = context;
    this.span = span;
    this.place = place;
  }

  /** A teller for a span that was not given in words. */
  static within(context: PastContext, { from, to }: TimeSpan): PastTeller {
    return new PastTeller(context, null, { from, to, moment: false, open: to >= context.now });
  }

  get words(): Messages["past"] {
    return messages(this.context.language).past;
  }

  /** Whether the question makes the day clear, so that a time alone is enough. */
  get #clear(): boolean {
    const { span, place } = this;
    return span !== null && span.kind !== "last" && place !== null && place.to - place.from <= LONGEST_DAY;
  }

  /** A moment for a sentence, without its day where the question makes it clear. */
  clock(at: number): ReturnType<typeof pastClock> {
    const { now, timezone } = this.context;
    return pastClock(at, now, timezone, this.#clear);
  }

  /** A moment with its day, in words. */
  moment(at: number): string {
    const { now, timezone } = this.context;
    return this.words.moment(pastClock(at, now, timezone));
  }

  stretch({ from, to }: TimeSpan): string {
    return this.words.stretch(this.clock(from), this.clock(to));
  }

  /** A duration in words. */
  length(ms: number): string {
    return lengthWords(ms, this.context.language);
  }

  /** The span of the question in words: "last night"; "" without one. */
  get spanText(): string {
    return this.span === null ? "" : this.textOf(this.span);
  }

  textOf(span: PastSpan): string {
    return spanWords(span, this.context);
  }

  /** The sentence about gaps in the record; "" without any. */
  gaps(gaps: readonly RecordingGap[]): string {
    const [gap, ...others] = gaps;
    if (!gap) return "";
    if (others.length === 0) return this.words.gap(this.stretch(gap), gap.why);
    return this.words.gaps(this.length(gaps.reduce((sum, { from, to }) => sum + to - from, 0)));
  }

  /** The start of the record in words: a time today, otherwise the day. */
  sinceText(since: number): string {
    const { now, timezone } = this.context;
    const on = pastClock(since, now, timezone);
    return on.days < 0 ? this.words.span({ kind: "day", on, part: null }) : this.words.moment(on);
  }

  /** The sentence that the record starts after the span; "" where it does not. */
  knownSince(since: number | null): string {
    const { place } = this;
    if (since === null || place === null || since - place.from < MINUTE * 5) return "";
    const text = this.words.knownSince(this.sinceText(since));
    this.#since.add(text);
    return text;
  }

  sentences(texts: readonly string[]): string {
    const { grammar } = packOf(this.context.language);
    const tails = texts.map((text) => [...this.#since].find((tail) => text.endsWith(tail)) ?? "");
    const rest = texts.map((text, at) => text.slice(0, text.length - (tails[at] ?? "").length).trimEnd());
    return grammar.sentences([...rest, tails.find((tail) => tail !== "") ?? ""]);
  }
}
