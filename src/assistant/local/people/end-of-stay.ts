import type { DialogueContext } from "../../../understanding/ground/context.ts";
import { endMomentIn } from "../../../understanding/memory/daily-times.ts";
import { peopleForms } from "../../../understanding/presence/compiled-forms.ts";

const DAY_MS = 86_400_000;

/**
 * The end of a guest's stay as it was said, as a person has it: the last day (`2026-06-07`), or a date and time of the home.
 * null: it was not understood.
 * @param zone IANA name of the home's zone
 */
export function endOfStay(
  said: string,
  { index, now }: Pick<DialogueContext, "index" | "now">,
  zone: string,
): string | null {
  const rewritten = peopleForms().all.reduce(
    (text, { ends }) => ends.reduce((each, [pattern, day]) => each.replace(pattern, day), text),
    said.trim(),
  );
  const end = endMomentIn(rewritten, index, now, zone);
  if (end === null) return null;
  const at = Temporal.Instant.fromEpochMilliseconds(end).toZonedDateTimeISO(zone);
  const start = at.startOfDay().epochMilliseconds;
  if (start === end) return at.toPlainDate().subtract({ days: 1 }).toString();
  // "For three days": as long as the last of them.
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
  const sameTime = at.toPlainTime().toString() === local.toPlainTime().toString();
  if (sameTime && end - now >= DAY_MS) return at.toPlainDate().toString();
  return at.toPlainDateTime().toString({ smallestUnit: "minute" });
}
