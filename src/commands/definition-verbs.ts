import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { text } from "node:stream/consumers";
import { z } from "zod";
import { DifferenceBody, type SavedAutomationBody, type SavedSceneBody } from "../api/plan-schemas.ts";
import { JiaError } from "../home/index.ts";
import { type Print, say } from "./answer.ts";
import type { Client } from "./client.ts";
import type { CommandContext, ExitCode, Flags } from "./command.ts";

/** The option of `import`. */
export const PRUNE_FLAG = {
  prune: {
    kind: "switch",
    about: { en: "Delete what the file does not hold (import).", zh: "删除文件中没有的项（import）。" },
  },
} as const satisfies Flags;

/** A verb for scenes or automations, and what it works with. */
export interface Asked<Given> {
  readonly verb: string;
  /** The id or the file that follows the verb. */
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
    throw new JiaError("not-found", { what: `file ${path}`, "what.zh": `文件 ${path}` }, error);
  }
}

/** The file verbs, the same for scenes and automations: export, diff, import. null for another verb. */
export async function fileVerb({
  verb,
  name: path,
  flags,
  client,
  context,
  print,
}: Asked<{ readonly prune: boolean; readonly yes: boolean; readonly json: boolean }>): Promise<ExitCode | null> {
  const { stdout, signal } = context;
  if (verb === "export") {
    const body = await client.get(`/api/definitions?form=json`, z.unknown(), signal);
    if (flags.json) stdout.write(`${JSON.stringify(body, null, 2)}\n`);
    else stdout.write((await import("yaml")).stringify(body, { lineWidth: 120 }));
    return 0;
  }
  if (verb !== "diff" && verb !== "import") return null;
  if (path === undefined) throw new JiaError("usage", { detail: `${verb} FILE` });
  const given = { text: await fileText(path, context), file: path };
  const body = verb === "diff" ? given : { ...given, prune: flags.prune, approved: flags.yes };
  const answer = z.object({ changes: z.array(DifferenceBody) });
  const { changes } = await client.send("POST", `/api/definitions/${verb}`, body, answer, signal);
  print({ changes }, () => changeLines(changes, flags.prune, context));
  return 0;
}

function changeLines(
  changes: readonly z.infer<typeof DifferenceBody>[],
  prune: boolean,
  { language, style }: CommandContext,
): readonly string[] {
  if (changes.length === 0) return [say(language, "Nothing there.", "没有内容。")];
  const marks = {
    add: style.good("+"),
    change: style.warn("~"),
    same: style.dim("="),
    extra: style.bad("-"),
  };
  const touched = changes.filter(({ change }) => change !== "extra" || prune);
  const lines = touched.map(({ kind, id, name, change, fields, asks }) => {
    const which = fields.length > 0 ? ` (${fields.join(", ")})` : "";
    const what = kind === "scene" ? say(language, "scene", "场景") : say(language, "automation", "自动化");
    return `${marks[change]} ${what} ${style.bold(id)}  ${name}${which}${asks ? style.warn("  ?") : ""}`;
  });
  // What an import leaves alone is one line, however much it is.
  const others = changes.length - touched.length;
  if (touched.some(({ asks }) => asks)) {
    const yes = say(
      language,
      "? The policy wants a yes for what is marked so: import with --yes, or those commands are refused when it runs.",
      "? 带此标记的项需要按安全策略获得同意：请用 --yes 导入，否则运行时相关操作会被拒绝。",
    );
    lines.push(style.warn(yes));
  }
  if (others === 0) return lines;
  return [
    ...lines,
    style.dim(say(language, `· ${others} more are only in the home.`, `· 另有 ${others} 项仅在家中。`)),
  ];
}

/** The verbs for one saved scene or automation at `path`, the same for both: show, delete. null for another verb. */
export async function savedVerb(
  { verb, name, client, context: { signal, language }, print }: Asked<unknown>,
  path: string,
  schema: typeof SavedSceneBody | typeof SavedAutomationBody,
): Promise<ExitCode | null> {
  if (verb === "show") {
    const body = await client.get(path, schema, signal);
    print(body, () => [body.description, JSON.stringify(body.definition, null, 2)]);
    return 0;
  }
  if (verb !== "delete") return null;
  const body = await client.send("DELETE", path, undefined, schema, signal);
  print(body, () => [say(language, `Deleted: ${name}`, `已删除：${name}`)]);
  return 0;
}
