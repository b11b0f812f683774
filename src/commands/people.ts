import { z } from "zod";
import {
  PeopleBody,
  PersonBody,
  PersonDataBody,
  PersonDifferencesBody,
  PersonErasedBody,
  PersonTokenBody,
} from "../api/resources/people.ts";
import { plainYaml } from "../automation/index.ts";
import { invalidFile, issueProblem, JiaError } from "../home/index.ts";
import { languageNamed, languages, message, messages } from "../language/index.ts";
import type { Client } from "./client/client.ts";
import { CONNECT_FLAGS, withJia } from "./client/connect.ts";
import { type CommandContext, defineCommand, type ExitCode } from "./command.ts";
import { fileText } from "./definitions/verbs.ts";
import { JSON_FLAG, listing, localMoment, type Print, printer, zoneLines } from "./line/answer.ts";
import { missingArgument, requireVerb } from "./line/verbs.ts";
import { askYes, canAsk, yesWords } from "./terminal/ask.ts";
import { askSecret } from "./terminal/ask-secret.ts";

const VERBS = [
  ...["list", "show", "add", "change", "remove", "home", "away", "pin", "token", "tokens", "revoke"],
  ...["data", "erase", "export", "diff", "import"],
];
/** A file of people. The running Jia checks each person. */
const PeopleFile = z.strictObject({ people: z.array(z.record(z.string(), z.unknown())) });

interface PeopleFlags {
  readonly role: string | undefined;
  readonly alias: readonly string[];
  readonly room: string | undefined;
  readonly until: string | undefined;
  readonly speaks: string | undefined;
  readonly name: string | undefined;
  readonly remove: boolean;
  readonly prune: boolean;
  readonly yes: boolean;
  readonly json: boolean;
}

/** A verb of `jia people` with its surroundings. */
interface PeopleCall {
  readonly flags: PeopleFlags;
  readonly client: Client;
  readonly context: CommandContext;
  readonly print: Print;
}

export const people = defineCommand({
  name: "people",
  summary: message("people.summary"),
  usage: "[VERB [PERSON|FILE]]",
  details: message("people.details"),
  examples: [
    "jia people add Emma --alias Mum --room emmas-room",
    "jia people add Mia --role guest --until 2026-06-07",
    "jia people pin emma",
    "jia people token emma phone",
    "jia people export > people.yaml",
  ],
  places: [VERBS],
  positionals: { min: 0, max: 3 },
  flags: {
    role: { kind: "text", value: "ROLE", about: message("people.roleFlag") },
    alias: { kind: "text", multiple: true, value: "NAME", about: message("people.aliasFlag") },
    name: { kind: "text", value: "NAME", about: message("people.nameFlag") },
    room: { kind: "text", value: "ROOM", about: message("people.roomFlag") },
    until: { kind: "text", value: "DAY", about: message("people.untilFlag") },
    speaks: {
      kind: "text",
      get value() {
        return languages().join("|");
      },
      about: message("people.speaksFlag"),
    },
    remove: { kind: "switch", about: message("people.removeFlag") },
    prune: { kind: "switch", about: message("people.pruneFlag") },
    yes: { kind: "switch", about: message("people.yesFlag") },
    ...JSON_FLAG,
    ...CONNECT_FLAGS,
  },
  run({ flags, positionals: [verb = "list", name, more] }, context) {
    requireVerb("people", verb, VERBS);
    return withJia(flags, context, (client) => {
      const asked = { flags, client, context, print: printer(flags, context) };
      if (verb === "list") return list(asked);
      if (verb === "export") return exported(asked);
      if (name === undefined)
        throw missingArgument(`people ${verb} ${verb === "import" || verb === "diff" ? "FILE" : "PERSON"}`);
      if (verb === "import" || verb === "diff") return file(verb, name, asked);
      return ofPerson(verb, name, more, asked);
    });
  },
});

type PersonAnswer = z.infer<typeof PersonBody>;

async function list({ client, context, print }: PeopleCall): Promise<ExitCode> {
  const { language, signal } = context;
  const words = messages(language).people;
  const body = await client.get("/api/people", PeopleBody, signal);
  const zone = await client.timezone(signal);
  const rows = body.people.map((each) => [
    each.person.id,
    each.person.name,
    each.over ? words.over : words.roles[each.person.role],
    whereabouts(each, context),
    each.presence.since === null ? "" : localMoment(each.presence.since, zone),
  ]);
  print(body, () => [...listing(words.none, words.heading, rows, context, [0]), ...zoneLines(zone, rows, context)]);
  return 0;
}

function whereabouts({ presence: { home, room } }: PersonAnswer, { language }: CommandContext): string {
  const { atHome, away, notKnown } = messages(language).people;
  if (home === null) return notKnown;
  return home ? [atHome, room].filter((part) => part !== null).join(" · ") : away;
}

async function exported({ client, flags, context }: PeopleCall): Promise<ExitCode> {
  const { signal, stdout } = context;
  const body = await client.get("/api/people/file", PeopleFile, signal);
  if (flags.json) stdout.write(`${JSON.stringify(body, null, 2)}\n`);
  else stdout.write((await import("yaml")).stringify(body, { lineWidth: 120 }));
  return 0;
}

async function file(verb: string, path: string, { client, flags, context, print }: PeopleCall): Promise<ExitCode> {
  const { language, signal, style } = context;
  const words = messages(language).people;
  const given = peopleOf(await fileText(path, context), path);
  const asked = { ...given, apply: verb === "import", prune: flags.prune };
  const body = await client.send("POST", "/api/people/file", asked, PersonDifferencesBody, signal);
  const marks = { add: style.good("+"), change: style.warn("~"), same: style.dim("="), extra: style.bad("-") };
  const told = body.changes.filter(({ change }) => change !== "extra" || flags.prune);
  const left = body.changes.length - told.length;
  print(body, () => [
    ...told.map(({ id, name, change, fields }) => {
      return `${marks[change]} ${style.bold(id)}  ${name}${fields.length > 0 ? ` (${fields.join(", ")})` : ""}`;
    }),
    ...(left > 0 ? [style.dim(words.onlyInHome({ count: left }))] : []),
    ...(body.changes.length === 0 ? [words.none] : []),
  ]);
  return 0;
}

/**
 * The people of a file.
 * @throws JiaError `invalid-file`
 */
function peopleOf(text: string, path: string): z.infer<typeof PeopleFile> {
  const read = plainYaml(text);
  if (!read.ok) throw invalidFile(path, [read.problem]);
  const parsed = PeopleFile.safeParse(read.data);
  if (parsed.success) return parsed.data;
  throw invalidFile(path, parsed.error.issues.map(issueProblem));
}

async function ofPerson(verb: string, name: string, more: string | undefined, asked: PeopleCall): Promise<ExitCode> {
  const { flags, client, context, print } = asked;
  const { language, signal, stdout } = context;
  const words = messages(language).people;
  const path = `/api/people/${encodeURIComponent(name)}`;
  switch (verb) {
    case "show": {
      const body = await client.get(path, PersonBody, signal);
      print(body, () => personLines(body, context));
      return 0;
    }
    case "add": {
      const body = await client.send("POST", "/api/people", { name, ...given(flags) }, PersonBody, signal);
      print(body, () => [words.added({ name: body.person.name, id: body.person.id })]);
      return 0;
    }
    case "change": {
      const changes = { ...given(flags), ...(flags.name !== undefined && { name: flags.name }) };
      if (Object.keys(changes).length === 0) throw missingArgument("people change PERSON --name NAME");
      const body = await client.send("PATCH", path, changes, PersonBody, signal);
      print(body, () => personLines(body, context));
      return 0;
    }
    case "remove": {
      if (!(await agrees(words.removeQuestion({ name }), asked))) return 1;
      const body = await client.send("DELETE", path, undefined, PersonBody, signal);
      print(body, () => [words.removed({ name: body.person.name })]);
      return 0;
    }
    case "home":
    case "away": {
      const body = await client.send("POST", `${path}/presence`, { home: verb === "home" }, PersonBody, signal);
      print(body, () => [words.isNow({ name: body.person.name, home: verb === "home" })]);
      return 0;
    }
    case "pin": {
      const pin = flags.remove ? null : await newPin(context);
      const body = await client.send("PUT", `${path}/pin`, { pin }, PersonBody, signal);
      print(body, () => [
        pin === null ? words.pinGone({ name: body.person.name }) : words.pinSet({ name: body.person.name }),
      ]);
      return 0;
    }
    case "token": {
      const body = await client.send("POST", `${path}/tokens`, { name: more ?? "" }, PersonTokenBody, signal);
      if (flags.json) print(body, () => []);
      else stdout.write(`${words.tokenOnce}\n${body.token ?? ""}\n`);
      return 0;
    }
    case "tokens": {
      const answer = z.object({ tokens: z.array(PersonTokenBody) });
      const body = await client.get(`${path}/tokens`, answer, signal);
      const zone = await client.timezone(signal);
      const rows = body.tokens.map(({ id, name: called, createdAt }) => [id, called, localMoment(createdAt, zone)]);
      print(body, () => listing(words.noTokens, words.tokenHeading, rows, context, [0]));
      return 0;
    }
    case "revoke": {
      if (more === undefined) throw missingArgument("people revoke PERSON TOKEN");
      const answer = z.object({ revoked: z.string() });
      const body = await client.send("DELETE", `${path}/tokens/${encodeURIComponent(more)}`, undefined, answer, signal);
      print(body, () => [words.revoked({ id: body.revoked })]);
      return 0;
    }
    case "data": {
      const body = await client.get(`${path}/data`, PersonDataBody, signal);
      stdout.write(`${JSON.stringify(body.data, null, flags.json ? 0 : 2)}\n`);
      return 0;
    }
    default: {
      if (!(await agrees(words.eraseQuestion({ name }), asked))) return 1;
      const body = await client.send("DELETE", `${path}/data`, undefined, PersonErasedBody, signal);
      print(body, () => Object.entries(body.erased).map(([what, count]) => words.erased({ what, count })));
      return 0;
    }
  }
}

function personLines(
  { person, hasPin, over, presence, signs }: PersonAnswer,
  context: CommandContext,
): readonly string[] {
  const { language, style } = context;
  const words = messages(language).people;
  const rows: readonly (readonly [string, string])[] = [
    [words.fields.name, [person.name, ...(person.aliases ?? [])].join(", ")],
    [words.fields.role, over ? words.over : words.roles[person.role]],
    ...(person.room === undefined ? [] : [[words.fields.room, person.room] as const]),
    ...(person.language === undefined ? [] : [[words.fields.language, person.language] as const]),
    ...(person.until === undefined ? [] : [[words.fields.until, person.until] as const]),
    [words.fields.pin, hasPin ? words.yes : words.no],
    [words.fields.presence, whereabouts({ person, hasPin, over, presence, signs }, context)],
    ...(person.limits === undefined ? [] : [[words.fields.limits, JSON.stringify(person.limits)] as const]),
    ...signs.map(({ type, says }) => {
      const said = says === null ? words.notKnown : says ? words.atHome : words.away;
      return [words.fields.sign, `${type}: ${said}`] as const;
    }),
  ];
  return [style.bold(person.id), ...rows.map(([field, value]) => `  ${field}: ${value}`)];
}

/**
 * The fields of a person from the options.
 * @throws JiaError `usage` for an unknown language
 */
function given({ role, alias, room, until, speaks }: PeopleFlags): Record<string, unknown> {
  const language = speaks === undefined ? undefined : languageNamed(speaks);
  if (language === null) throw new JiaError("usage", { detail: message("people.noLanguage", { given: speaks ?? "" }) });
  return {
    ...(role !== undefined && { role }),
    ...(alias.length > 0 && { aliases: alias }),
    ...(room !== undefined && { room }),
    ...(until !== undefined && { until }),
    ...(language !== undefined && { language }),
  };
}

/** Asks twice for a new PIN at a terminal, without showing it. */
async function newPin(context: CommandContext): Promise<string> {
  const { askPin, askAgain } = messages(context.language).people;
  const pin = await askSecret(askPin, context);
  if (pin === null) throw new JiaError("usage", { detail: message("people.noPin") });
  if (canAsk(context) && (await askSecret(askAgain, context)) !== pin) {
    throw new JiaError("usage", { detail: message("people.twoPins") });
  }
  return pin;
}

async function agrees(question: string, { flags, context }: PeopleCall): Promise<boolean> {
  if (flags.yes) return true;
  if (canAsk(context) && !flags.json) return await askYes(question, yesWords(), context);
  throw new JiaError("usage", { detail: message("people.addYes") });
}
