import { NOTICE_LEVELS, type NoticeLevel } from "../../home/index.ts";
import { clockWords, type Language, messages, textOf } from "../../language/index.ts";
import { levelRank } from "./feed.ts";
import type { Notice } from "./port.ts";
import type { PushMessage } from "./provider.ts";

/** Most notices that a message quotes; the others are counted. */
const NAMED = 5;
/** Longest text of one notice, and of a message, in UTF-16 units: every provider accepts it. */
const MAX_NOTICE = 300;
const MAX_MESSAGE = 1_500;

export interface ComposeContext {
  /** The name of the home. */
  readonly home: string;
  readonly timezone: string;
  readonly language: Language;
  /** Base address of Jia for phones; null when it is not configured. */
  readonly link: string | null;
  readonly now: number;
}

/** Composes one message of one or several notices, the worst and newest first. @param worthMs how long the message is worth delivering */
export function composeMessage(
  id: string,
  notices: readonly Notice[],
  worthMs: number,
  around: ComposeContext,
): PushMessage {
  const { home, timezone, language, now } = around;
  const words = messages(language).notices;
  const sorted = [...notices].sort((a, b) => levelRank(b.level) - levelRank(a.level) || b.lastAt - a.lastAt);
  const [first] = sorted;
  const level = worstLevel(notices);
  const single = first !== undefined && sorted.length === 1 ? first : null;
  const told = (notice: Notice): string => {
    const plain = cut(textOf(notice.text, language), sorted.length === 1 ? MAX_MESSAGE : MAX_NOTICE);
    return notice.endedAt === null ? plain : words.overBy({ text: plain });
  };
  const line = (notice: Notice): string =>
    words.line({ time: clockWords(notice.lastAt, now, timezone, language), text: told(notice) });
  const lines = sorted.slice(0, NAMED).map(line);
  const more = sorted.length - lines.length;
  const text = single ? told(single) : [...lines, ...(more > 0 ? [words.more({ count: more })] : [])].join("\n");
  const act = single?.act?.kind === "commands" ? textOf(single.act.label, language) : null;
  return {
    id,
    level,
    title: words.title({ home, level, count: sorted.length }),
    text: cut(text, MAX_MESSAGE),
    parts: sorted.map((notice) => ({ notice, text: told(notice) })),
    act,
    link: linkTo(single, around.link),
    worthMs,
    at: now,
  };
}

/** The worst level of several notices. */
export function worstLevel(notices: readonly Pick<Notice, "level">[]): NoticeLevel {
  return NOTICE_LEVELS.findLast((level) => notices.some((each) => each.level === level)) ?? "info";
}

function linkTo(notice: Notice | null, base: string | null): string | null {
  if (base === null) return null;
  const root = base.replace(/\/+$/, "");
  return notice ? `${root}/?notice=${encodeURIComponent(notice.id)}` : `${root}/?notices`;
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
