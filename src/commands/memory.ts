import { z } from "zod";
import { EntryBody, MemoryChangeBody } from "../api/memory-json.ts";
import { cleanText, JiaError } from "../home/index.ts";
import { message, messages, textOf } from "../language/index.ts";
import type { Client } from "./client/client.ts";
import { CONNECT_FLAGS, withJia } from "./client/connect.ts";
import { type CommandContext, defineCommand, type ExitCode } from "./command.ts";
import { fileText } from "./definitions/verbs.ts";
import {
  idBeginning,
  JSON_FLAG,
  LIMIT_FLAG,
  limitParameter,
  listing,
  localMoment,
  type Print,
  printer,
  shortIds,
  zoneLines,
} from "./line/answer.ts";
import { missingArgument, requireVerb } from "./line/verbs.ts";

type Entry = z.infer<typeof EntryBody>;

const VERBS = ["list", "add", "change", "forget", "changes", "export", "apply"];

const Changes = z.object({ changes: z.array(MemoryChangeBody) });
const Applied = z.object({ added: z.number(), changed: z.number(), same: z.number(), forgotten: z.number() });

/** A verb of `jia memory` with its surroundings. */
interface MemoryCall {
  readonly words: readonly string[];
  readonly flags: { readonly prune: boolean; readonly json: boolean; readonly limit?: string | undefined };
  readonly client: Client;
  readonly context: CommandContext;
  readonly print: Print;
}

export const memory = defineCommand({
  name: "memory",
  summary: message("memory.summary"),
  usage: "[VERB [TEXT|ID|FILE]]",
  details: message("memory.details"),
  examples: ['jia memory add "my bedtime is eleven"', "jia memory export > memory.yaml"],
  places: [VERBS],
  positionals: { min: 0, max: 20 },
  flags: {
    prune: { kind: "switch", about: message("memory.pruneAbout") },
    ...LIMIT_FLAG,
    ...JSON_FLAG,
    ...CONNECT_FLAGS,
  },
  run({ flags, positionals: [verb = "list", ...words] }, context) {
    requireVerb("memory", verb, VERBS);
    return withJia(flags, context, async (client) => {
      const asked: MemoryCall = { words, flags, client, context, print: printer(flags, context) };
      switch (verb) {
        case "add":
          return await add(asked);
        case "change":
          return await change(asked);
        case "forget":
          return await forget(asked);
        case "changes":
          return await changes(asked);
        case "export":
          return await exported(asked);
        case "apply":
          return await apply(asked);
        default:
          return await list(asked);
      }
    });
  },
});

async function list({ client, context, print }: MemoryCall): Promise<ExitCode> {
  const { signal, language } = context;
  const { memory: words } = messages(language);
  const body = { entries: await client.all("/api/memory", "entries", EntryBody, signal) };
  const zone = await client.timezone(signal);
  const short = shortIds(body.entries.map(({ id }) => id));
  const rows = body.entries.map(({ id, description, kind, person, at }) => [
    description,
    words.kinds[kind],
    person ?? words.ofHome,
    localMoment(at, zone).slice(0, "2026-12-24".length),
    context.style.dim(short(id)),
  ]);
  print(body, () => listing(words.noEntries, words.heading, rows, context, [1, 2, 3, 4]));
  return 0;
}

async function add({ words, client, context, print }: MemoryCall): Promise<ExitCode> {
  if (words.length === 0) throw missingArgument("memory add TEXT");
  const entry = await client.send("POST", "/api/memory", { text: words.join(" ") }, EntryBody, context.signal);
  show(entry, context, print);
  return 0;
}

async function change({ words: [given, ...text], client, context, print }: MemoryCall): Promise<ExitCode> {
  if (given === undefined || text.length === 0) throw missingArgument("memory change ID TEXT");
  const [id] = await idsOf([given], client, context);
  const path = `/api/memory/${encodeURIComponent(id ?? given)}`;
  show(await client.send("PUT", path, { text: text.join(" ") }, EntryBody, context.signal), context, print);
  return 0;
}

async function forget({ words, client, context, print }: MemoryCall): Promise<ExitCode> {
  if (words.length === 0) throw missingArgument("memory forget ID...");
  const gone: Entry[] = [];
  for (const id of await idsOf(words, client, context)) {
    const path = `/api/memory/${encodeURIComponent(id)}`;
    gone.push(await client.send("DELETE", path, undefined, EntryBody, context.signal));
  }
  const { memory: texts } = messages(context.language);
  print({ entries: gone }, () => [texts.forgot({ items: gone.map(({ description }) => description) })]);
  return 0;
}

async function changes({ flags, client, context, print }: MemoryCall): Promise<ExitCode> {
  const { signal, language, style } = context;
  const { memory: words } = messages(language);
  const body = await client.get(
    `/api/memory/changes?limit=${encodeURIComponent(limitParameter(flags))}`,
    Changes,
    signal,
  );
  const zone = await client.timezone(signal);
  const rows = body.changes.map(({ at, change: what, kind, entry, origin }) => [
    localMoment(at, zone),
    words.changed[what],
    words.kinds[kind],
    style.dim(entry ?? "—"),
    cleanText([origin.kind, origin["person"] ?? origin["client"] ?? ""].join(" ")),
  ]);
  print(body, () => [
    ...listing(words.noChanges, words.changesHeading, rows, context),
    ...zoneLines(zone, rows, context),
  ]);
  return 0;
}

/** Prints the entries as a file, without the fields that the home adds. */
async function exported({ flags, client, context }: MemoryCall): Promise<ExitCode> {
  const { stdout, signal } = context;
  const entries = await client.all("/api/memory", "entries", EntryBody, signal);
  const body = { memory: entries.map(written) };
  if (flags.json) stdout.write(`${JSON.stringify(body, null, 2)}\n`);
  else stdout.write((await import("yaml")).stringify(body, { lineWidth: 120 }));
  return 0;
}

/** An entry as it is written to a file; whoever imports it becomes its owner. */
function written({ id: _, person, description: __, at: ___, by: ____, until, kind, text, ...content }: Entry): object {
  const whose = person === null ? {} : { personal: true };
  return { kind, ...content, text, ...whose, ...(until !== null && { until }) };
}

const File = z.strictObject({ memory: z.array(z.record(z.string(), z.unknown())) });

async function apply({ words: [path], flags, client, context, print }: MemoryCall): Promise<ExitCode> {
  if (path === undefined) throw missingArgument("memory apply FILE");
  const entries = entriesIn(path, await parsedYaml(path, await fileText(path, context)));
  const body = await client.send("POST", "/api/memory/apply", { entries, prune: flags.prune }, Applied, context.signal);
  print(body, () => [textOf(message("memory.applied", body), context.language)]);
  return 0;
}

async function parsedYaml(file: string, text: string): Promise<unknown> {
  const { parse } = await import("yaml");
  try {
    // Aliases are refused, because a few lines of them could expand to a huge file.
    return parse(text, { maxAliasCount: 0 });
  } catch (error) {
    throw badFile(file, error instanceof Error ? error.message : String(error));
  }
}

function entriesIn(file: string, data: unknown): readonly object[] {
  const parsed = File.safeParse(data);
  if (parsed.success) return parsed.data.memory;
  throw badFile(file, parsed.error.issues[0]?.message ?? "");
}

function badFile(file: string, detail: string): JiaError {
  return new JiaError("usage", { detail: message("memory.badFile", { file, detail: cleanText(detail, 200) }) });
}

function show(entry: Entry, { language }: CommandContext, print: Print): void {
  const { memory: words } = messages(language);
  print(entry, () => [entry.kind === "fact" ? words.noted : words.got({ what: entry.description })]);
}

/**
 * The ids with the given beginnings.
 * @throws JiaError `not-found`
 */
async function idsOf(given: readonly string[], client: Client, { signal }: CommandContext): Promise<string[]> {
  const entries = await client.all("/api/memory", "entries", EntryBody, signal);
  const ids = entries.map(({ id }) => id);
  return given.map((start) => {
    const id = idBeginning(start, ids);
    if (id === null) throw new JiaError("not-found", { what: message("memory.entryNamed", { id: start }) });
    return id;
  });
}
