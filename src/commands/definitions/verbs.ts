import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { text } from "node:stream/consumers";
import { z } from "zod";
import { DifferenceBody, type SavedAutomationBody, type SavedSceneBody } from "../../api/plan-schemas.ts";
import { JiaError } from "../../home/index.ts";
import { message, messages, textOf } from "../../language/index.ts";
import type { Client } from "../client/client.ts";
import type { CliFlags, CommandContext, ExitCode } from "../command.ts";
import type { Print } from "../line/answer.ts";
import { missingArgument } from "../line/verbs.ts";
import { withElapsedTime } from "../terminal/elapsed-time.ts";
import { fitted } from "../terminal/layout.ts";
import type { Style } from "../terminal/style.ts";
import { definitionProblemLine } from "../words/saved-problems.ts";

/** The option of `import`. */
export const PRUNE_FLAG = {
  prune: {
    kind: "switch",
    about: message("definitions.prune"),
  },
} as const satisfies CliFlags;

/** A verb for scenes or automations with its surroundings. */
export interface DefinitionCall<Given> {
  readonly command: "scenes" | "automations";
  readonly verb: string;
  /** The id or file after the verb. */
  readonly name: string | undefined;
  readonly flags: Given;
  readonly client: Client;
  readonly context: CommandContext;
  readonly print: Print;
}

/** The text of a file, or of standard input for "-". */
export async function fileText(path: string, context: CommandContext): Promise<string> {
  if (path === "-") return await text(context.stdin);
  try {
    return await readFile(resolve(context.cwd, path), "utf8");
  } catch (error) {
    throw new JiaError("not-found", { what: message("cli.fileNamed", { path }) }, error);
  }
}

/** Runs a file verb, which is the same for scenes and automations: export, diff, import. null for another verb. */
export async function fileVerb({
  command,
  verb,
  name: path,
  flags,
  client,
  context,
  print,
}: DefinitionCall<{
  readonly prune: boolean;
  readonly yes: boolean;
  readonly json: boolean;
}>): Promise<ExitCode | null> {
  const { stdout, signal } = context;
  if (verb === "export") {
    const body = await client.get(`/api/definitions?form=json`, z.unknown(), signal);
    if (flags.json) stdout.write(`${JSON.stringify(body, null, 2)}\n`);
    else stdout.write((await import("yaml")).stringify(body, { lineWidth: 120 }));
    return 0;
  }
  if (verb !== "diff" && verb !== "import") return null;
  if (path === undefined) throw missingArgument(`${command} ${verb} FILE`);
  const given = { text: await fileText(path, context), file: path };
  const body = verb === "diff" ? given : { ...given, prune: flags.prune, approved: flags.yes };
  const answer = z.object({ changes: z.array(DifferenceBody) });
  const { changes } = await withElapsedTime(
    context,
    async () => await client.send("POST", `/api/definitions/${verb}`, body, answer, signal),
  );
  print({ changes }, () => changeLines(changes, flags.prune, context));
  return 0;
}

function changeLines(
  changes: readonly z.infer<typeof DifferenceBody>[],
  prune: boolean,
  { language, style }: CommandContext,
): readonly string[] {
  const { definitions } = messages(language);
  if (changes.length === 0) return [definitions.nothingInFile];
  const marks = {
    add: style.good("+"),
    change: style.warn("~"),
    same: style.dim("="),
    extra: style.bad("-"),
  };
  const touched = changes.filter(({ change }) => change !== "extra" || prune);
  const lines = touched.map(({ kind, id, name, change, fields, asks }) => {
    const which = fields.length > 0 ? ` (${fields.join(", ")})` : "";
    return `${marks[change]} ${definitions.kinds[kind]} ${style.bold(id)}  ${name}${which}${asks ? style.warn("  ?") : ""}`;
  });
  // All unchanged definitions are told in one line.
  const others = changes.length - touched.length;
  lines.push(...touched.flatMap(({ question }) => (question === null ? [] : [style.warn(`? ${question}`)])));
  if (touched.some(({ asks }) => asks)) lines.push(style.warn(definitions.asksForYes));
  if (others === 0) return lines;
  return [...lines, style.dim(textOf(message("definitions.onlyInHome", { count: others }), language))];
}

/** The description of a scene or automation, with the reasons why parts of it are left out. */
export function describedWords(
  { description, heldBack }: Pick<z.infer<typeof SavedSceneBody>, "description" | "heldBack">,
  style: Style,
): string {
  return heldBack === null ? description : `${description} ${style.warn(heldBack)}`;
}

/**
 * Runs a verb for one saved scene or automation at `path`, which is the same for both: show, delete. null for another
 * verb.
 */
export async function savedVerb(
  { verb, name, client, context: { signal, language, style, stdout }, print }: DefinitionCall<unknown>,
  path: string,
  schema: typeof SavedSceneBody | typeof SavedAutomationBody,
): Promise<ExitCode | null> {
  if (verb === "show") {
    const body = await client.get(path, schema, signal);
    const prose = (text: string) => fitted(text, stdout, 2);
    print(body, () => [
      prose(describedWords(body, style)),
      ...body.problems.map((problem) => prose(definitionProblemLine(problem, style.bad("✗"), language, style))),
      JSON.stringify(body.definition, null, 2),
    ]);
    return 0;
  }
  if (verb !== "delete") return null;
  const body = await client.send("DELETE", path, undefined, schema, signal);
  print(body, () => [textOf(message("definitions.deleted", { name: name ?? "" }), language)]);
  return 0;
}
