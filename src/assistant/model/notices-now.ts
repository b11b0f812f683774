import { cleanText, type HomeView, type Origin } from "../../home/index.ts";
import { type Language, textOf } from "../../language/index.ts";
import type { Notice, Notices } from "../../people/notices/index.ts";
import type { Hidden } from "../hidden/hidden.ts";
import { quote } from "../tools/outline.ts";
import { whenText } from "../tools/since.ts";
import { budgeted } from "./token-budget.ts";

/** About how many tokens they may take. */
const BUDGET = 40;
/** Longest text of one, in UTF-16 units. */
const MAX_WORDS = 80;
/** More than these no budget holds; the rest is counted. */
const MOST_LOOKED_AT = 50;

/** Where alarms are looked for. */
export interface NoticesAround {
  readonly notices: Pick<Notices, "list">;
  readonly hidden: Hidden;
  readonly home: Pick<HomeView, "timezone">;
  readonly origin: Origin;
  readonly language: Language;
  readonly now: number;
  readonly more: (count: number) => string;
}

/** The alarms that whoever speaks has not read, as the block of now tells them: data in quotes, the newest first. */
export interface NoticesNow {
  /** Empty where there are none. */
  readonly text: string;
  /** Those that are so still: a model may say so. */
  readonly told: readonly string[];
}

/** Nothing of what is kept from models, of what is for somebody else, and nothing at all for strangers. */
export function noticesNow({ notices, hidden, home, origin, language, now, more }: NoticesAround): NoticesNow {
  if (origin.stranger) return { text: "", told: [] };
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
  const told = unread.filter(({ notice }) => notice.endedAt === null).map(({ text }) => text);
  return { text: budgeted(lines, BUDGET, more, "; ").text, told };
}

function isShown({ device, room }: Notice, { home }: Hidden): boolean {
  if (device !== null && home.device(device) === undefined) return false;
  return room === null || home.layout.room(room) !== undefined;
}
