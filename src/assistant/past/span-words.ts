import { durationWords, type Language, messages, pastClock, type ToldSpan } from "../../language/index.ts";
import { type PastSpan, resolveSpan } from "../../understanding/past/span.ts";

/** The moment, time zone and language in which a span is put into words. */
export interface SpanContext {
  readonly now: number;
  readonly timezone: string;
  readonly language: Language;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A duration in words, rounded to seconds below a minute, to minutes below two days, then to hours. */
export function lengthWords(ms: number, language: Language): string {
  const unit = ms >= 2 * DAY ? 60 * MINUTE : ms >= MINUTE ? MINUTE : 1000;
  return durationWords(Math.round(ms / unit) * unit, language);
}

/** A span of the past in words: "last night"; "" where it has not begun. */
export function spanWords(span: PastSpan, context: SpanContext): string {
  const told = toldSpan(span, context);
  return told === null ? "" : messages(context.language).past.span(told);
}

function toldSpan(span: PastSpan, { now, timezone, language }: SpanContext): ToldSpan | null {
  const place = resolveSpan(span, now, timezone);
  if (place === null) return null;
  const [from, to] = [pastClock(place.from, now, timezone), pastClock(place.to, now, timezone)];
  switch (span.kind) {
    case "now":
      return { kind: "now" };
    case "at":
    case "ago":
      return { kind: "at", at: from };
    case "same-time":
      return { kind: "same-time", on: from };
    case "day":
      return { kind: "day", on: from, part: span.part };
    case "period":
      return { kind: "period", unit: span.unit, back: span.back };
    case "last":
      return { kind: "last", length: lengthWords(span.seconds * 1000, language) };
    case "since":
      return { kind: "since", from: { ...from, clear: from.days === 0 } };
    case "between":
      return { kind: "between", from, to };
    default:
      return span satisfies never;
  }
}
