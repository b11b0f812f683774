import { z } from "zod";
import { type Home, NOTICE_LEVELS } from "../home/index.ts";
import { type Language, roomName, textOf } from "../language/index.ts";
import type { Notice, NoticeEvent, Notices, Reader } from "../people/notices/index.ts";
import { timeJson } from "./json.ts";

const Time = z.string();

export const NoticeBody = z
  .object({
    id: z.string(),
    level: z
      .enum(NOTICE_LEVELS)
      .meta({ description: "alarm: danger. warning: somebody should look. info: good to know." }),
    text: z
      .string()
      .meta({ description: "In the language of Accept-Language if Jia made it, else as it was written." }),
    subject: z.string().meta({ description: "What it is about, as a key: the same subject is counted for a while." }),
    source: z.string().meta({ description: "Which part of Jia tells it.", examples: ["watch/leak"] }),
    device: z.string().nullable().meta({ description: "The handle." }),
    deviceId: z.string().nullable(),
    room: z.string().nullable().meta({ description: "The room's name." }),
    roomId: z.string().nullable(),
    at: Time.meta({ description: "When it was first told." }),
    lastAt: Time.meta({ description: "When it was last told." }),
    count: z.number().meta({ description: "How often it was told." }),
    lasting: z.boolean().meta({ description: "It is about something that lasts: an open door." }),
    endedAt: Time.nullable().meta({ description: "Since when that is over; null if it is not, or nothing lasts." }),
    read: z.boolean().meta({ description: "Whether the reader has read it." }),
    act: z
      .discriminatedUnion("kind", [
        z.object({ kind: z.literal("commands"), label: z.string() }),
        z.object({ kind: z.literal("question"), text: z.string() }),
      ])
      .nullable()
      .meta({ description: "What helps. commands: POST /api/notices/:id/act. question: what to ask Jia." }),
    people: z.array(z.string()).nullable().meta({ description: "Ids of the people it is for; null: everybody." }),
  })
  .meta({ id: "Notice" });

export const UnreadBody = z.object({ count: z.number(), alarms: z.number() }).meta({ id: "Unread" });

/** A notice as JSON for a reader. */
export function noticeJson(notice: Notice, notices: Notices, reader: Reader, home: Home, language: Language) {
  const { id, level, text, subject, source, at, lastAt, count, lasting, endedAt, act, to } = notice;
  const device = notice.device === null ? undefined : home.device(notice.device);
  const room = notice.room === null ? undefined : home.layout.room(notice.room);
  return {
    id,
    level,
    text: textOf(text, language),
    subject,
    source,
    device: device?.handle ?? null,
    deviceId: notice.device,
    room: room ? roomName(room, language) : null,
    roomId: notice.room,
    at: timeJson(at),
    lastAt: timeJson(lastAt),
    count,
    lasting,
    endedAt: endedAt === null ? null : timeJson(endedAt),
    read: notices.isRead(notice, reader),
    act: actJson(act, language),
    people: to === null ? null : [...to],
  };
}

function actJson(act: Notice["act"], language: Language) {
  switch (act?.kind) {
    case undefined:
      return null;
    case "commands":
      return { kind: act.kind, label: textOf(act.label, language) };
    case "question":
      return { kind: act.kind, text: textOf(act.text, language) };
    default:
      return act satisfies never;
  }
}

/** An event of the feed as JSON for the stream of events, where its type is `notice`. */
export function noticeEventJson(event: NoticeEvent, notices: Notices, reader: Reader, home: Home, language: Language) {
  const at = timeJson(event.at);
  if (event.type === "read")
    return { type: "notice", at, change: event.type, ids: [...event.ids], reader: event.reader };
  const notice = noticeJson(event.notice, notices, reader, home, language);
  return { type: "notice", at, change: event.type, notice };
}
