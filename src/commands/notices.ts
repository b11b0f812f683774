import { z } from "zod";
import { NoticeBody, UnreadBody } from "../api/notice-json.ts";
import { durationMs } from "../automation/index.ts";
import { JiaError } from "../home/index.ts";
import { message, messages } from "../language/index.ts";
import { CHANNEL_FLAGS, type ChannelCall, channelVerb, testChannel } from "./channel-verbs.ts";
import type { Client } from "./client/client.ts";
import { commandDevices } from "./client/command-devices.ts";
import { CONNECT_FLAGS, withJia } from "./client/connect.ts";
import { type CommandContext, defineCommand, type ExitCode } from "./command.ts";
import {
  idBeginning,
  JSON_FLAG,
  LIMIT_FLAG,
  limitParameter,
  listing,
  localMoment,
  printer,
  shortIds,
  zoneLines,
} from "./line/answer.ts";
import { missingArgument, requireVerb } from "./line/verbs.ts";

const VERBS = ["list", "read", "act", "quiet", "test", "channels"];
const ListAnswer = z.object({ notices: z.array(NoticeBody), unread: UnreadBody });
const QuietAnswer = z.object({ until: z.string().nullable() });

/** Shows the feed of notices, and manages the channels by which they reach phones. */
export const notices = defineCommand({
  name: "notices",
  summary: message("noticeCommands.summary"),
  usage: "[list | read [NOTICE...] | act NOTICE | quiet [TIME | off] | test CHANNEL | channels VERB...]",
  details: message("noticeCommands.details"),
  examples: [
    "jia notices --unread",
    "jia notices quiet 8:00",
    "jia notices channels add ntfy 'My phone' --secret topic",
    "jia notices test my-phone",
  ],
  places: [VERBS, ["list", "ways", "add", "set", "remove"]],
  positionals: { min: 0, max: 100 },
  flags: {
    unread: { kind: "switch", about: message("noticeCommands.unread") },
    level: { kind: "text", value: "LEVEL", about: message("noticeCommands.level") },
    person: { kind: "text", value: "PERSON", about: message("noticeCommands.person") },
    yes: { kind: "switch", about: message("noticeCommands.yes") },
    ...CHANNEL_FLAGS,
    ...LIMIT_FLAG,
    ...JSON_FLAG,
    ...CONNECT_FLAGS,
  },
  run({ flags, positionals: [verb = "list", ...given] }, context) {
    requireVerb("notices", verb, VERBS);
    const print = printer(flags, context);
    return withJia(flags, context, async (client) => {
      const call: ChannelCall & NoticeCall = { client, flags, given, context, print };
      switch (verb) {
        case "list":
          return await list(call);
        case "read":
          return await read(call);
        case "act":
          return await act(call);
        case "quiet":
          return await quiet(call);
        case "test":
          return await testChannel(call);
        default:
          return await channelVerb(call);
      }
    });
  },
});

interface NoticeCall extends ChannelCall {
  readonly flags: ChannelCall["flags"] & {
    readonly unread: boolean;
    readonly level: string | undefined;
    readonly limit: string | undefined;
    readonly yes: boolean;
    readonly json: boolean;
  };
}

async function list({ client, flags, context, print }: NoticeCall): Promise<ExitCode> {
  const { signal, language, style } = context;
  const words = messages(language).noticeCommands;
  const query = new URLSearchParams({
    limit: limitParameter(flags),
    ...(flags.unread && { unread: "true" }),
    ...(flags.level !== undefined && { level: flags.level }),
    ...(flags.person !== undefined && { person: flags.person }),
  });
  const body = await client.get(`/api/notices?${query}`, ListAnswer, signal);
  const zone = await client.timezone(signal);
  const short = shortIds(body.notices.map(({ id }) => id));
  const rows = body.notices.map((notice) => [
    mark(notice, context),
    localMoment(notice.lastAt, zone),
    textOf(notice, context),
    style.dim(short(notice.id)),
  ]);
  print(body, () => [
    ...listing(words.none, words.heading, rows, context, [0, 1, 3]),
    ...(rows.length > 0 ? [words.unreadCount(body.unread)] : []),
    ...zoneLines(zone, rows, context),
  ]);
  return 0;
}

type NoticeAnswer = z.infer<typeof NoticeBody>;

/** The mark for the level of a notice, and whether it was read. */
function mark({ level, read }: NoticeAnswer, { style }: CommandContext): string {
  const sign = { info: "i", warning: style.warn("!"), alarm: style.bad("!!") }[level];
  return read ? style.dim(`${sign} `) : `${sign}*`;
}

function textOf({ text, count, endedAt, act: helps }: NoticeAnswer, { language }: CommandContext): string {
  const words = messages(language).noticeCommands;
  const counted = count > 1 ? words.times({ text, count }) : text;
  if (endedAt !== null) return words.over({ text: counted });
  if (helps === null) return counted;
  return words.helps({ text: counted, label: helps.kind === "commands" ? helps.label : helps.text });
}

async function read({ client, flags, given, context, print }: NoticeCall): Promise<ExitCode> {
  const { signal, language } = context;
  const ids = given.length === 0 ? null : await wholeIds(client, given, signal);
  const body = { ...(ids && { ids }), ...(flags.person !== undefined && { person: flags.person }) };
  const answer = z.object({ read: z.number(), unread: UnreadBody });
  const marked = await client.send("POST", "/api/notices/read", body, answer, signal);
  print(marked, () => [messages(language).noticeCommands.markedRead({ count: marked.read })]);
  return 0;
}

async function act({ client, flags, given: [first], context, print }: NoticeCall): Promise<ExitCode> {
  if (first === undefined) throw missingArgument("notices act NOTICE");
  const [id = first] = await wholeIds(client, [first], context.signal);
  const words = ["notices", "act", first] as const;
  return commandDevices(`/api/notices/${encodeURIComponent(id)}/act`, {}, { client, flags, words, context, print });
}

async function quiet({ client, flags, given: [until], context, print }: NoticeCall): Promise<ExitCode> {
  const { signal, language } = context;
  const words = messages(language).noticeCommands;
  const path = `/api/notices/quiet${flags.person === undefined ? "" : `?person=${encodeURIComponent(flags.person)}`}`;
  const zone = await client.timezone(signal);
  const body =
    until === undefined
      ? await client.get(path, QuietAnswer, signal)
      : await client.send("PUT", path, { until: momentOf(until, zone) }, QuietAnswer, signal);
  print(body, () => [
    body.until === null ? words.notQuiet : words.quietNow.replace("{until}", localMoment(body.until, zone)),
  ]);
  return 0;
}

/**
 * The next moment at which a clock shows the given time, or the end of a given duration; null for `off`.
 * @throws JiaError `usage`
 */
function momentOf(given: string, zone: string): string | null {
  if (given === "off") return null;
  const now = Temporal.Now.zonedDateTimeISO(zone);
  const [, hour, minute = "0"] = /^(\d{1,2})(?::(\d\d))?$/.exec(given) ?? [];
  if (hour !== undefined && Number(hour) < 24 && Number(minute) < 60) {
    const then = now.withPlainTime({ hour: Number(hour), minute: Number(minute) });
    const next = Temporal.ZonedDateTime.compare(then, now) > 0 ? then : then.add({ days: 1 });
    return next.toInstant().toString();
  }
  const duration = durationMs(given);
  if (duration === null) throw new JiaError("usage", { detail: message("noticeCommands.notTime", { given }) });
  return now.add({ milliseconds: duration }).toInstant().toString();
}

/** The ids with the given beginnings among the last thousand notices; a text that begins none stays as it is. */
async function wholeIds(client: Client, given: readonly string[], signal: AbortSignal): Promise<string[]> {
  const answer = z.object({ notices: z.array(z.object({ id: z.string() })) });
  const { notices: last } = await client.get("/api/notices?limit=1000", answer, signal);
  const ids = last.map(({ id }) => id);
  return given.map((start) => idBeginning(start, ids) ?? start);
}
