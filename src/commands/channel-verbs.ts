import { z } from "zod";
import { ChannelBody, WayBody } from "../api/channel-json.ts";
import { JiaError } from "../home/index.ts";
import { message, messages } from "../language/index.ts";
import type { Client } from "./client/client.ts";
import type { CliFlags, CommandContext, ExitCode } from "./command.ts";
import { listing, type Print } from "./line/answer.ts";
import { missingArgument, requireVerb } from "./line/verbs.ts";
import { askLine, canAsk } from "./terminal/ask.ts";

const VERBS = ["list", "ways", "add", "set", "remove"];

/** Options of `jia notices channels`. */
export const CHANNEL_FLAGS = {
  set: { kind: "text", multiple: true, value: "NAME=VALUE", about: message("noticeCommands.set") },
  secret: { kind: "text", multiple: true, value: "NAME[=VARIABLE]", about: message("noticeCommands.secret") },
  levels: { kind: "text", value: "LEVELS", about: message("noticeCommands.levels") },
  quiet: { kind: "text", value: "HOURS", about: message("noticeCommands.quietHours") },
  "quiet-alarms": { kind: "switch", about: message("noticeCommands.quietAlarms") },
  name: { kind: "text", value: "NAME", about: message("noticeCommands.name") },
  off: { kind: "switch", about: message("noticeCommands.off") },
  on: { kind: "switch", about: message("noticeCommands.on") },
} as const satisfies CliFlags;

/** A verb about channels with its surroundings. */
export interface ChannelCall {
  readonly client: Client;
  readonly flags: {
    readonly set: readonly string[];
    readonly secret: readonly string[];
    readonly levels: string | undefined;
    readonly quiet: string | undefined;
    readonly "quiet-alarms": boolean;
    readonly name: string | undefined;
    readonly off: boolean;
    readonly on: boolean;
    readonly person: string | undefined;
  };
  /** The words after the verb. */
  readonly given: readonly string[];
  readonly context: CommandContext;
  readonly print: Print;
}

/** `jia notices test CHANNEL`. */
export async function testChannel({ client, given: [id], context, print }: ChannelCall): Promise<ExitCode> {
  if (id === undefined) throw missingArgument("notices test CHANNEL");
  const { signal, language } = context;
  const words = messages(language).noticeCommands;
  const answer = z.object({ ok: z.boolean(), why: z.string().nullable() });
  const body = await client.send("POST", `${pathOf(id)}/test`, undefined, answer, signal);
  print(body, () => [body.ok ? words.sent : words.notSent({ why: body.why ?? "" })]);
  return body.ok ? 0 : 1;
}

/** `jia notices channels …`. */
export async function channelVerb(call: ChannelCall): Promise<ExitCode> {
  const { client, given, context, print } = call;
  const [verb = "list", ...words] = given;
  requireVerb("notices channels", verb, VERBS);
  const { signal, language } = context;
  const texts = messages(language).noticeCommands;
  const [first, second] = words;
  switch (verb) {
    case "list": {
      const body = await client.get("/api/channels", z.object({ channels: z.array(ChannelBody) }), signal);
      const rows = body.channels.map((channel) => channelCells(channel, context));
      print(body, () => listing(texts.noChannels, texts.channelsHeading, rows, context, [0]));
      return 0;
    }
    case "ways": {
      const body = await client.get("/api/channels/ways", z.object({ ways: z.array(WayBody) }), signal);
      const rows = body.ways.flatMap((way) => wayRows(way, context));
      print(body, () => listing("", texts.waysHeading, rows, context));
      return 0;
    }
    case "add": {
      if (first === undefined || second === undefined) throw missingArgument("notices channels add WAY NAME");
      const body = { way: first, name: second, ...settingsOf(call), values: await valuesOf(call, first) };
      const added = await client.send("POST", "/api/channels", body, ChannelBody, signal);
      print(added, () => [texts.added.replaceAll("{id}", added.id)]);
      return 0;
    }
    case "set": {
      if (first === undefined) throw missingArgument("notices channels set CHANNEL");
      const { way } = await client.get(pathOf(first), ChannelBody, signal);
      const values = await valuesOf(call, way);
      const body = { ...settingsOf(call), ...(Object.keys(values).length > 0 && { values }) };
      const changed = await client.send("PATCH", pathOf(first), body, ChannelBody, signal);
      print(changed, () => [texts.changed.replace("{id}", changed.id)]);
      return 0;
    }
    default: {
      if (first === undefined) throw missingArgument("notices channels remove CHANNEL");
      const removed = await client.send("DELETE", pathOf(first), undefined, ChannelBody, signal);
      print(removed, () => [texts.removed.replace("{id}", removed.id)]);
      return 0;
    }
  }
}

function pathOf(id: string): string {
  return `/api/channels/${encodeURIComponent(id)}`;
}

function channelCells(channel: z.infer<typeof ChannelBody>, { language, style }: CommandContext): string[] {
  const words = messages(language).noticeCommands;
  const { id, way, host, person, levels, quiet, enabled, failing, workedAt } = channel;
  const sent = levels.length === 3 ? words.allLevels : levels.join(", ");
  const what = quiet === null ? sent : words.quietAt({ levels: sent, hours: quiet });
  const works = workedAt === null ? words.notUsed : style.good(words.works);
  const state = failing ? style.bad(words.fails({ why: failing.why })) : works;
  return [
    style.bold(id),
    `${way} ${style.dim(host)}`,
    person ?? words.everybody,
    what,
    enabled ? state : style.dim(words.isOff),
  ];
}

function wayRows({ name, about, fields }: z.infer<typeof WayBody>, { language, style }: CommandContext): string[][] {
  const words = messages(language).noticeCommands;
  const told = (field: (typeof fields)[number]): string => {
    const marked = field.secret ? words.secretMark(field) : field.about;
    if (field.default !== null) return words.usually({ about: marked, value: field.default });
    return field.required ? marked : words.optional({ about: marked });
  };
  return [[style.bold(name), "", about], ...fields.map((field) => ["", field.name, told(field)])];
}

/** The settings that `add` and `set` take besides the way's own values. */
function settingsOf({ flags }: ChannelCall) {
  const { levels, quiet, name, person, on, off } = flags;
  return {
    ...(name !== undefined && { name }),
    ...(person !== undefined && { person: person === "" ? null : person }),
    ...(levels !== undefined && { levels: levels.split(",").map((level) => level.trim()) }),
    ...(quiet !== undefined && { quiet: quiet === "none" ? null : quiet }),
    ...(flags["quiet-alarms"] && { quietAlarms: true }),
    ...((on || off) && { enabled: on }),
  };
}

/**
 * The values of a way. Secrets come from the environment, or are asked for.
 * @throws JiaError `usage`
 */
async function valuesOf({ client, flags, context }: ChannelCall, way: string): Promise<Record<string, string>> {
  const { ways } = await client.get("/api/channels/ways", z.object({ ways: z.array(WayBody) }), context.signal);
  const secrets =
    ways.find(({ name }) => name === way)?.fields.flatMap(({ name, secret }) => (secret ? [name] : [])) ?? [];
  const values: Record<string, string> = {};
  for (const given of flags.set) {
    const at = given.indexOf("=");
    if (at < 1) throw usage(message("noticeCommands.notPair", { given }));
    const field = given.slice(0, at);
    if (secrets.includes(field)) throw usage(message("noticeCommands.openSecret", { field }));
    values[field] = given.slice(at + 1);
  }
  for (const given of flags.secret) {
    const [field = "", variable] = given.split("=");
    values[field] = variable === undefined ? await asked(field, context) : fromEnvironment(variable, context);
  }
  return values;
}

function fromEnvironment(variable: string, { env }: CommandContext): string {
  const value = env[variable];
  if (!value) throw usage(message("noticeCommands.noVariable", { variable }));
  return value;
}

async function asked(field: string, context: CommandContext): Promise<string> {
  const prompt = messages(context.language).noticeCommands.secretPrompt.replace("{field}", field);
  const value = canAsk(context) ? await askLine(prompt, context) : null;
  if (!value) throw usage(message("noticeCommands.noSecret", { field }));
  return value;
}

function usage(detail: ReturnType<typeof message>): JiaError {
  return new JiaError("usage", { detail });
}
