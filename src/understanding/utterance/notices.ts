import { understoodLanguages } from "../languages.ts";
import type { HomeIndex } from "../names/home-index.ts";
import { segmentText } from "../parse/segment.ts";
import { secondsUntil } from "../parse/time/time-expression.ts";
import { extractTime } from "../parse/time/times.ts";
import { withoutEndMark } from "../text/pattern-text.ts";
import { normalise } from "../text/tokens.ts";
import type { NoticeForms } from "./forms/notices.ts";

/** A request about notices. */
export type NoticeRequest =
  /** `all`: including read ones. */
  | { readonly kind: "asked"; readonly all: boolean }
  | { readonly kind: "read" }
  /** Do not disturb before `until`, in milliseconds since the epoch; null: no end was said. */
  | { readonly kind: "quiet"; readonly until: number | null }
  | { readonly kind: "loud" };

/** What a request is resolved against: the home and the time. */
export interface SpeechContext {
  readonly index: HomeIndex;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly timezone: string;
}

/** Longer sentences say more than that. */
const LONGEST = 80;
/** Longest time without notices, in milliseconds. */
const MOST_MS = 31 * 86_400_000;

/** Reads a request about notices: "any news?", 八点前别打扰我; null for any other text, or if its end time is not understood. */
export function noticeRequestIn(text: string, context: SpeechContext): NoticeRequest | null {
  const source = withoutEndMark(text);
  if (source.length > LONGEST) return null;
  for (const { notices: forms } of understoodLanguages()) {
    if (!forms) continue;
    const has = (patterns: readonly RegExp[]): boolean => patterns.some((pattern) => pattern.test(source));
    if (has(forms.again)) return { kind: "asked", all: true };
    if (has(forms.news)) return { kind: "asked", all: false };
    if (has(forms.read)) return { kind: "read" };
    if (has(forms.loud)) return { kind: "loud" };
    for (const pattern of forms.quiet) {
      const match = pattern.exec(source);
      if (!match) continue;
      const { until, upto, for: span } = match.groups ?? {};
      const said = until ?? upto;
      if (said === undefined && span === undefined) return { kind: "quiet", until: null };
      const end = said === undefined ? endOf(forms.in(span ?? ""), context) : endOfSaid(said, forms, context);
      if (end !== null && end <= context.now + MOST_MS) return { kind: "quiet", until: end };
    }
  }
  return null;
}

/** Whether a text asks for the status of the home: "is everything ok at home", 有什么情况吗. */
export function asksHomeStatus(text: string): boolean {
  const source = withoutEndMark(text);
  if (source.length > LONGEST) return false;
  return understoodLanguages().some(({ notices }) => notices?.well.some((pattern) => pattern.test(source)) ?? false);
}

/** The next "eight", 明天早上, in milliseconds since the epoch; null if it is not understood. */
function endOfSaid(said: string, { at, parts }: NoticeForms, context: SpeechContext): number | null {
  const part = parts.find((each) => each.said.test(said));
  if (part === undefined) return endOf(at(said), context);
  const now = Temporal.Instant.fromEpochMilliseconds(context.now).toZonedDateTimeISO(context.timezone);
  const begun = now.with({ hour: part.hour, minute: 0, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 });
  const gone = begun.epochMilliseconds <= context.now;
  return (part.tomorrow || gone ? begun.add({ days: 1 }) : begun).epochMilliseconds;
}

/** The time of a sentence in milliseconds since the epoch; null if it has no single time, or says more. */
function endOf(sentence: string, { index, now, timezone }: SpeechContext): number | null {
  const { when, lasting, rest } = extractTime(segmentText(normalise(sentence), index));
  if (when === null || lasting !== null || rest.length > 1) return null;
  if (when.kind === "delay") return now + when.seconds * 1000;
  if (when.kind !== "at" || when.weekdays.length > 1) return null;
  return now + secondsUntil(when, now, timezone) * 1000;
}
