import { z } from "zod";
import { ModeReportBody, ModesBody } from "../api/resources/modes.ts";
import { plainYaml } from "../automation/index.ts";
import { invalidFile, issueProblem } from "../home/index.ts";
import { message, messages, nameIn } from "../language/index.ts";
import { CONNECT_FLAGS, withJia } from "./client/connect.ts";
import { defineCommand, type ExitCode } from "./command.ts";
import { fileText } from "./definitions/verbs.ts";
import { JSON_FLAG, listing, localMoment, printer, zoneLines } from "./line/answer.ts";
import { missingArgument, requireVerb } from "./line/verbs.ts";

const VERBS = ["list", "set", "delete", "export", "import"];

/** A file of modes. The running Jia checks each mode. */
const ModesFile = z.strictObject({ modes: z.array(z.record(z.string(), z.unknown())).min(1) });

export const modes = defineCommand({
  name: "modes",
  summary: message("modes.summary"),
  usage: "[set MODE | delete MODE | export | import FILE]",
  details: message("modes.details"),
  examples: ["jia modes", "jia modes set away", "jia modes export > modes.yaml", "jia modes import modes.yaml"],
  places: [VERBS],
  positionals: { min: 0, max: 2 },
  flags: {
    yes: { kind: "switch", about: message("modes.yes") },
    ...JSON_FLAG,
    ...CONNECT_FLAGS,
  },
  run({ flags, positionals: [verb = "list", name] }, context) {
    requireVerb("modes", verb, VERBS);
    const { language, signal, style, stdout } = context;
    const words = messages(language).modes;
    const print = printer(flags, context);
    return withJia(flags, context, async (client): Promise<ExitCode> => {
      if (verb === "export") {
        const { modes: all } = await client.get("/api/modes", ModesBody, signal);
        if (flags.json) stdout.write(`${JSON.stringify({ modes: all }, null, 2)}\n`);
        else stdout.write((await import("yaml")).stringify({ modes: all }, { lineWidth: 120 }));
        return 0;
      }
      if (verb === "list") {
        const body = await client.get("/api/modes", ModesBody, signal);
        const zone = await client.timezone(signal);
        const called = (mode: { readonly name: string; readonly aliases?: readonly string[] | undefined }): string =>
          nameIn(language, mode);
        const rows = body.modes.map(({ id, scene, checks = [], begins = [], ...named }) => [
          id === body.current.mode ? style.bold(`${id} (${words.currentMark})`) : id,
          called(named),
          scene ?? words.none,
          checks.map((check) => words.checks[check]).join(", ") || words.none,
          begins
            .map(({ when, from }) => (from ? words.beginsFrom({ when: words.begins[when], from }) : words.begins[when]))
            .join(", ") || words.none,
        ]);
        const { since } = body.current;
        const now = body.modes.find(({ id }) => id === body.current.mode);
        const current = now ? called(now) : body.current.mode;
        const moment = since === null ? null : localMoment(since, zone);
        print(body, () => [
          words.now({ name: current, since: moment }),
          "",
          ...listing(words.none, words.heading, rows, context, [0, 1]),
          ...(moment === null ? [] : zoneLines(zone, [[moment]], context)),
        ]);
        return 0;
      }
      if (name === undefined) throw missingArgument(`modes ${verb} ${verb === "import" ? "FILE" : "MODE"}`);
      const path = `/api/modes/${encodeURIComponent(name)}`;
      switch (verb) {
        case "set": {
          const query = flags.yes ? "?approved=true" : "";
          const report = await client.send("POST", `${path}/begin${query}`, {}, ModeReportBody, signal);
          print(report, () => [report.told]);
          return report.error === undefined ? 0 : 1;
        }
        case "delete": {
          const body = await client.send("DELETE", path, undefined, ModesBody, signal);
          print(body, () => [words.removed({ name })]);
          return 0;
        }
        default: {
          const given = modesOf(await fileText(name, context), name);
          const body = await client.send("PUT", "/api/modes", given, ModesBody, signal);
          print(body, () => [words.imported({ count: body.modes.length })]);
          return 0;
        }
      }
    });
  },
});

/**
 * The modes of a file.
 * @throws JiaError `invalid-file`
 */
function modesOf(text: string, file: string): z.infer<typeof ModesFile> {
  const read = plainYaml(text);
  if (!read.ok) throw invalidFile(file, [read.problem]);
  const parsed = ModesFile.safeParse(read.data);
  if (parsed.success) return parsed.data;
  throw invalidFile(file, parsed.error.issues.map(issueProblem));
}
