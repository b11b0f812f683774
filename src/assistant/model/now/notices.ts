import { cleanText, type HomeView, type Origin } from "../../../home/index.ts";
import { type Language, textOf } from "../../../language/index.ts";
import type { Notice, Notices } from "../../../people/notices/index.ts";
import type { HiddenFilter } from "../../hidden/hidden-filter.ts";
import { quote } from "../../tools/devices/outline.ts";
import { whenText } from "../../tools/forms/since.ts";
import { fitToBudget } from "../token-budget.ts";

/** The budget in estimated tokens. */
const BUDGET = 40;
/** Longest text of an alarm, in UTF-16 units. */
const MAX_WORDS = 80;
/** Most alarms that are looked at; no budget holds more. */
const MOST_LOOKED_AT = 50;

/** The sources for alarms in the block of now. */
export interface NoticesNowContext {
  readonly notices: Pick<Notices, "list">;
  readonly hidden: HiddenFilter;
  readonly home: Pick<HomeView, "timezone">;
  readonly origin: Origin;
  readonly language: Language;
  readonly now: number;
  readonly more: (count: number) => string;
}

/** Alarms that the speaker has not read, for the block of now: quoted data, the newest first. */
export interface NoticesNow {
  /** Empty without alarms. */
  readonly text: string;
  /** Texts of alarms that still hold: evidence for a model's statements. */
  readonly evidence: readonly string[];
}

/** The speaker's unread alarms, without hidden things and without those for others; none for strangers. */
export function noticesNow({ notices, hidden, home, origin, language, now, more }: NoticesNowContext): NoticesNow {
  if (origin.stranger) return { text: "", evidence: [] };
  const reader = origin.person ?? null;
  const unread = notices
    .list({ reader, unread: true, level: "alarm", limit: MOST_LOOKED_AT })
    .filter((notice) => (reader !== null || notice.to === null) && isShown(notice, hidden))
    .map((notice) => ({ notice, text: cleanText(textOf(notice.text, language), MAX_WORDS) }))
    .filter(({ text }) => hidden.namesIn(text).length === 0);
  const lines = unread.map(({ notice: { lastAt, endedAt }, text }) => {
    const over = endedAt === null ? "" : ", over";
    return `${quote(text)} (${whenText(lastAt, now, home.timezone)}${over})`;
  });
  const evidence = unread.filter(({ notice }) => notice.endedAt === null).map(({ text }) => text);
  return { text: fitToBudget(lines, BUDGET, more, "; ").text, evidence };
}

function isShown({ device, room }: Notice, { home }: HiddenFilter): boolean {
  if (device !== null && home.device(device) === undefined) return false;
  return room === null || home.layout.room(room) !== undefined;
}
