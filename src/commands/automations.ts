import { z } from "zod";
import { RunBody, SavedAutomationBody } from "../api/plan-schemas.ts";
import { message, messages } from "../language/index.ts";
import { CONNECT_FLAGS, withJia } from "./client/connect.ts";
import { defineCommand, type ExitCode } from "./command.ts";
import { checkFile, checkSaved } from "./definitions/check.ts";
import { type DefinitionCall, describedWords, fileVerb, PRUNE_FLAG, savedVerb } from "./definitions/verbs.ts";
import { JSON_FLAG, listing, localMoment, printer, zoneLines } from "./line/answer.ts";
import { missingArgument, requireVerb } from "./line/verbs.ts";
import { fitted } from "./terminal/layout.ts";
import { devicesOfRun, runTrace } from "./words/runs.ts";
import { savedProblemLines } from "./words/saved-problems.ts";

const VERBS = [
  ...["list", "show", "run", "dry-run", "next", "enable", "disable"],
  ...["delete", "check", "export", "diff", "import"],
];

export const automations = defineCommand({
  name: "automations",
  summary: message("definitions.automationsSummary"),
  usage: "[VERB [ID|FILE]]",
  details: message("definitions.automationsDetails"),
  examples: [
    "jia automations",
    "jia automations import examples/hall-light.yaml",
    "jia automations dry-run hall-light",
  ],
  places: [VERBS],
  positionals: { min: 0, max: 2 },
  flags: {
    yes: {
      kind: "switch",
      about: message("definitions.automationYes"),
    },
    ...PRUNE_FLAG,
    force: { kind: "switch", about: message("definitions.force") },
    ...JSON_FLAG,
    ...CONNECT_FLAGS,
  },
  run({ flags, positionals: [verb = "list", name] }, context) {
    requireVerb("automations", verb, VERBS);
    return withJia(flags, context, async (client) => {
      const asked = {
        command: "automations" as const,
        verb,
        name,
        flags,
        client,
        context,
        print: printer(flags, context),
      };
      return (await fileVerb(asked)) ?? (await perform(asked));
    });
  },
});

async function perform(asked: DefinitionCall<{ readonly force: boolean }>): Promise<ExitCode> {
  const { verb, name, flags, client, context, print } = asked;
  const { signal, language, style } = context;
  if (verb === "list") {
    const body = { automations: await client.all("/api/automations", "automations", SavedAutomationBody, signal) };
    const zone = await client.timezone(signal);
    const { noAutomations, automationsHeading } = messages(language).definitions;
    const rows = body.automations.map(({ definition, nextRun, ...words }) => [
      String(definition["id"]),
      nextRun === null ? "—" : localMoment(nextRun, zone),
      describedWords(words, style),
    ]);
    print(body, () => [
      ...listing(noAutomations, automationsHeading, rows, context, [0, 1]),
      ...zoneLines(zone, rows, context),
      ...savedProblemLines("automation", body.automations, language, style),
    ]);
    return 0;
  }
  if (verb === "check" && name === undefined) return await checkSaved(asked);
  if (name === undefined) throw missingArgument(`automations ${verb} ID`);
  const path = `/api/automations/${encodeURIComponent(name)}`;
  const done = await savedVerb(asked, path, SavedAutomationBody);
  if (done !== null) return done;
  switch (verb) {
    case "enable":
    case "disable": {
      const body = await client.send("PATCH", path, { enabled: verb === "enable" }, SavedAutomationBody, signal);
      print(body, () => [fitted(body.description, context.stdout)]);
      return 0;
    }
    case "next": {
      const body = await client.get(`${path}/next`, z.object({ next: z.array(z.string()) }), signal);
      const zone = await client.timezone(signal);
      print(body, () => [...body.next.map((at) => localMoment(at, zone)), ...zoneLines(zone, body.next, context)]);
      return 0;
    }
    case "run":
    case "dry-run": {
      const given = verb === "run" ? { force: flags.force } : undefined;
      const run = await client.send("POST", `${path}/${verb}`, given, RunBody, signal);
      const zone = await client.timezone(signal);
      const known = await devicesOfRun(run, client, signal);
      print(run, () => runTrace(run, known, context, zone));
      return run.status === "failed" ? 1 : 0;
    }
    case "check":
      return await checkFile(name, asked);
    default:
      throw missingArgument("automations VERB");
  }
}
