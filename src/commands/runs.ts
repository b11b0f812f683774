import { z } from "zod";
import { PlannedBody, RunBody } from "../api/plan-schemas.ts";
import { JiaError, nearest } from "../home/index.ts";
import { message, messages, textOf } from "../language/index.ts";
import type { Client } from "./client/client.ts";
import { CONNECT_FLAGS, withJia } from "./client/connect.ts";
import { defineCommand } from "./command.ts";
import { describedWords } from "./definitions/verbs.ts";
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
import { fitted } from "./terminal/layout.ts";
import { devicesOfRun, runCells, runTrace } from "./words/runs.ts";
import { allSaved } from "./words/saved-problems.ts";

/** The usage of each verb, keyed by the verb. */
const USAGE = { planned: "runs planned", why: "runs why DEVICE [ADDRESS]", stop: "runs stop RUN" };
const VERBS = Object.keys(USAGE);

export const runs = defineCommand({
  name: "runs",
  summary: message("definitions.runsSummary"),
  usage: "[RUN | planned | why DEVICE [ADDRESS] | stop RUN]",
  examples: ["jia runs --of hall-light", "jia runs why living-heater", "jia runs planned"],
  places: [VERBS, "device"],
  positionals: { min: 0, max: 3 },
  flags: {
    of: {
      kind: "text",
      value: "ID",
      about: message("definitions.runsOf"),
    },
    status: {
      kind: "text",
      value: "STATUS",
      about: message("definitions.runsStatus"),
    },
    ...LIMIT_FLAG,
    ...JSON_FLAG,
    ...CONNECT_FLAGS,
  },
  run({ flags, positionals: [verb, name, address] }, context) {
    const { signal, language, style } = context;
    const { definitions } = messages(language);
    const print = printer(flags, context);
    // The id of a run comes alone, so with two words the first one is a verb.
    if (verb !== undefined && name !== undefined) requireVerb("runs", verb, VERBS);
    return withJia(flags, context, async (client) => {
      const zone = await client.timezone(signal);
      if (verb === "planned") {
        const body = await client.get("/api/planned", z.object({ planned: z.array(PlannedBody) }), signal);
        const rows = body.planned.map(({ at, kind, name: called, often, heldBack }) => {
          const description = definitions.plannedName({
            name: called || definitions.plannedTimer,
            often: often === true,
          });
          return [localMoment(at, zone), definitions.kinds[kind], describedWords({ description, heldBack }, style)];
        });
        print(body, () => [
          ...listing(definitions.nothingPlanned, definitions.plannedHeading, rows, context),
          ...zoneLines(zone, rows, context),
        ]);
        return 0;
      }
      if (verb === "why") {
        if (name === undefined) throw missingArgument(USAGE.why);
        const query = new URLSearchParams({ device: name, ...(address !== undefined && { address }) });
        const body = await client.get(`/api/why?${query}`, z.looseObject({ text: z.string() }), signal);
        print(body, () => [fitted(body.text, context.stdout)]);
        return 0;
      }
      if (verb === "stop") {
        if (name === undefined) throw missingArgument(USAGE.stop);
        const path = `/api/runs/${encodeURIComponent(await wholeId(client, name, signal))}/stop`;
        const body = await client.send("POST", path, undefined, z.object({ stopped: z.string() }), signal);
        print(body, () => [textOf(message("definitions.runStopped", { name }), language)]);
        return 0;
      }
      if (verb !== undefined) {
        const id = await wholeId(client, verb, signal);
        const body = await client.get(`/api/runs/${encodeURIComponent(id)}`, RunBody, signal);
        const known = await devicesOfRun(body, client, signal);
        print(body, () => [...runTrace(body, known, context, zone), ...zoneLines(zone, [body], context)]);
        return 0;
      }
      const query = new URLSearchParams({
        limit: limitParameter(flags),
        ...(flags.of !== undefined && { of: flags.of }),
        ...(flags.status !== undefined && { status: flags.status }),
      });
      const body = await client.get(`/api/runs?${query}`, z.object({ runs: z.array(RunBody) }), signal);
      const short = shortIds(body.runs.map(({ id }) => id));
      const rows = body.runs.map((run) => runCells(run, short(run.id), context, zone));
      print(body, () => [
        ...listing(definitions.noRuns, ...withoutEmpty(definitions.runsHeading, rows), context, [0]),
        ...zoneLines(zone, rows, context),
      ]);
      return 0;
    });
  },
});

/** A table without columns that are empty in every row. */
function withoutEmpty(
  heading: readonly string[],
  rows: readonly (readonly string[])[],
): [readonly string[], readonly (readonly string[])[]] {
  const filled = (_: string, at: number) => rows.some((row) => row[at] !== "");
  return [heading.filter(filled), rows.map((row) => row.filter(filled))];
}

/**
 * The id with the given beginning among the last thousand runs; the text itself when it begins none.
 * @throws JiaError `usage` with the likely command, when the text is or resembles a verb, a device or a definition
 */
async function wholeId(client: Client, start: string, signal: AbortSignal): Promise<string> {
  const answer = z.object({ runs: z.array(z.object({ id: z.string() })) });
  const { runs: last } = await client.get("/api/runs?limit=1000", answer, signal);
  const id = idBeginning(
    start,
    last.map((each) => each.id),
  );
  const meant = id === null ? await commandMeant(client, start, signal) : null;
  if (meant !== null) {
    throw new JiaError("usage", { detail: message("definitions.noRunBut", { given: start, command: `jia ${meant}` }) });
  }
  return id ?? start;
}

/** The likely command of a person who gave this text in place of a run; null when it resembles nothing. */
async function commandMeant(client: Client, given: string, signal: AbortSignal): Promise<string | null> {
  const devices = await client.devices({}, signal);
  const { scenes, automations } = await allSaved(client, signal);
  const commands = new Map<string, string>([
    ...Object.entries(USAGE),
    ...[...scenes, ...automations].map(({ definition }) => {
      const id = String(definition["id"]);
      return [id, `runs --of ${id}`] as const;
    }),
    ...devices.flatMap(({ handle, name, aliases }) =>
      [name, ...aliases, handle].map((called) => [called, `runs why ${handle}`] as const),
    ),
  ]);
  return commands.get(given) ?? commands.get(nearest(given, commands.keys()) ?? "") ?? null;
}
