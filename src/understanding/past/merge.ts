import type { PastSpanMention } from "../parse/time/past-spans.ts";
import type { PastSpan } from "./span.ts";

/** The one span that several parts make up; null when they are different spans. 昨天…一夜 is yesterday's night. */
export function mergeSpans(spans: readonly PastSpanMention[]): Pick<PastSpanMention, "span" | "all"> | null {
  let merged: Pick<PastSpanMention, "span" | "all"> | null = null;
  for (const { span, all } of spans) {
    if (merged === null) merged = { span, all };
    else {
      const both = joined(merged, { span, all });
      if (both === null) return null;
      merged = both;
    }
  }
  return merged;
}

type Part = Pick<PastSpanMention, "span" | "all">;

function joined(one: Part, other: Part): Part | null {
  const all = one.all || other.all;
  if (one.span === null || other.span === null) return { span: one.span ?? other.span, all };
  const span = narrowed(one.span, other.span) ?? narrowed(other.span, one.span);
  return span && { span, all };
}

/** A day narrowed by a part of it; null when the other is no part of it. */
function narrowed(wide: PastSpan, narrow: PastSpan): PastSpan | null {
  if (wide.kind !== "day" || wide.day === null) return null;
  if (narrow.kind === "at" && narrow.moment.day === null)
    return { kind: "at", moment: { ...narrow.moment, day: wide.day, part: narrow.moment.part ?? wide.part } };
  // "All night" without a day is that of the day that is said beside it.
  if (narrow.kind === "day" && (wide.hours === null || wide.part === narrow.part))
    return { kind: "day", day: wide.day, part: narrow.part ?? wide.part, hours: narrow.hours ?? wide.hours };
  return null;
}
