import { JiaError } from "../../../home/index.ts";
import { clockWords, type Language, messages, momentWords, packOf, textOf } from "../../../language/index.ts";
import type { Channels, Notice, NoticeFilter, Notices, Reader } from "../../../people/notices/index.ts";
import { noticeRequestIn, type SpeechContext } from "../../../understanding/utterance/notices.ts";
import type { Conversation, LocalReply, LocalRequest } from "../../contract.ts";
import { localReply } from "../execution/undo.ts";
import type { ReaderContext, SentenceReader } from "./reader.ts";

/** The feed of notices and the channels that send them. */
export interface NoticePorts {
  readonly notices: Pick<Notices, "standsBy" | "list" | "markRead">;
  readonly channels: Pick<Channels, "setQuietUntil">;
}

/** At most so many notices are told; the rest is counted. */
const MOST = 5;

const GRAVITY = { alarm: 0, warning: 1, info: 2 } as const;

/** Reads sentences about notices, for the speaker: "any news?", "mark them as read", 八点前别打扰我. */
export function noticesReader(services: NoticePorts, { home, clock, index }: ReaderContext): SentenceReader {
  return async (request) => await noticesSaid(request, services, { index, now: clock.now(), timezone: home.timezone });
}

/** @throws JiaError `stands-by` where another instance tells and sends */
async function noticesSaid(
  { text, origin, language, conversation }: LocalRequest,
  { notices, channels }: NoticePorts,
  context: SpeechContext,
): Promise<LocalReply | null> {
  if (origin.stranger) return null;
  const said = noticeRequestIn(text, context);
  if (said === null) return null;
  if (notices.standsBy) throw new JiaError("stands-by");
  const words = messages(language).notices;
  const reader: Reader = origin.person ?? null;
  // Notices for some people are not told to an unknown speaker.
  const list = (filter: NoticeFilter): readonly Notice[] =>
    notices
      .list({ ...filter, reader, limit: Number.MAX_SAFE_INTEGER })
      .filter(({ to }) => to === null || reader !== null);
  switch (said.kind) {
    case "asked": {
      const found = list({ unread: !said.all });
      focusOnNotices(found, conversation);
      if (found.length > 0) return localReply(listed(found, said.all, context, language), [], []);
      const lasting = said.all ? [] : list({ ended: false }).filter((notice) => notice.lasting);
      focusOnNotices(lasting, conversation);
      const still = lasting.length > 0 ? words.still(noticeTexts(lasting, context, language)) : "";
      return localReply(packOf(language).grammar.sentences([words.nothing({ all: said.all }), still]), [], []);
    }
    case "read": {
      const ids = list({ unread: true }).map(({ id }) => id);
      return localReply(words.readNow({ count: await notices.markRead(ids, reader) }), [], []);
    }
    case "quiet": {
      if (said.until === null) return localReply(words.quietUntilWhen, [], []);
      await channels.setQuietUntil(reader, said.until);
      return localReply(
        words.quiet({ until: clockWords(said.until, context.now, context.timezone, language) }),
        [],
        [],
      );
    }
    case "loud":
      await channels.setQuietUntil(reader, null);
      return localReply(words.loud, [], []);
    default:
      return said satisfies never;
  }
}

/** The unread notices for the speaker. */
export interface News {
  /** "" where nothing is unread. */
  readonly text: string;
  /** Ids of the devices of notices that have not ended. */
  readonly devices: ReadonlySet<string>;
}

/** Words the unread notices for the speaker. */
export function newsFor({ origin, language }: LocalRequest, { notices }: NoticePorts, context: SpeechContext): News {
  if (notices.standsBy) return { text: "", devices: new Set() };
  const reader: Reader = origin.person ?? null;
  const all = notices
    .list({ reader, limit: Number.MAX_SAFE_INTEGER, unread: true })
    .filter(({ to }) => to === null || reader !== null);
  return {
    text: all.length === 0 ? "" : listed(all, false, context, language),
    devices: new Set(all.flatMap(({ device, endedAt }) => (endedAt === null ? (device ?? []) : []))),
  };
}

function listed(found: readonly Notice[], all: boolean, context: SpeechContext, language: Language): string {
  return messages(language).notices.told({ ...noticeTexts(found, context, language), all });
}

/** The gravest first, then the newest. */
function noticeTexts(found: readonly Notice[], { now, timezone }: SpeechContext, language: Language) {
  const words = messages(language).notices;
  const sorted = found.toSorted((a, b) => GRAVITY[a.level] - GRAVITY[b.level] || b.lastAt - a.lastAt);
  const told = sorted.slice(0, MOST).map((notice) => {
    const own = textOf(notice.text, language);
    const text = notice.endedAt === null ? own : words.overBy({ text: own });
    return words.toldAt({
      text,
      time: momentWords(minuteOf(notice.lastAt), now, timezone, language),
      count: notice.count,
    });
  });
  return { told, rest: found.length - told.length };
}

/** A moment without its seconds. Times are milliseconds since the epoch. */
function minuteOf(at: number): number {
  return at - (at % 60_000);
}

/** Focuses the device of the notices, where it is one alone: "close it" may follow. */
function focusOnNotices(found: readonly Notice[], conversation: Conversation): void {
  const devices = [...new Set(found.flatMap(({ device }) => device ?? []))];
  if (devices.length !== 1 || found.length > MOST) return;
  conversation.focus = { devices, rooms: [], address: null, frame: null };
}
