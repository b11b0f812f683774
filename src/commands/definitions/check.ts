import { z } from "zod";
import { CheckBody } from "../../api/plan-schemas.ts";
import { JiaError } from "../../home/index.ts";
import { messages, textOf } from "../../language/index.ts";
import type { CommandContext, ExitCode } from "../command.ts";
import { localMoment } from "../line/answer.ts";
import { withElapsedTime } from "../terminal/elapsed-time.ts";
import { allSaved, definitionProblemLine, savedProblemLines } from "../words/saved-problems.ts";
import { type DefinitionCall, fileText } from "./verbs.ts";

type Check = z.infer<typeof CheckBody>;
const FileCheck = z.object({ scenes: z.array(CheckBody), automations: z.array(CheckBody) });

/** `automations check FILE`: one automation, or a file of scenes and automations as `import` takes it. */
export async function checkFile(path: string, { client, context, print }: DefinitionCall<unknown>): Promise<ExitCode> {
  const { signal, language, style } = context;
  const text = await fileText(path, context);
  const { plainYaml } = await import("../../automation/files/plain-yaml.ts");
  const read = plainYaml(text);
  if (!read.ok) throw new JiaError("usage", { detail: `${path}: ${textOf(read.problem, language)}` });
  const { data } = read;
  const zone = await client.timezone(signal);
  const isFile = typeof data === "object" && data !== null && ("scenes" in data || "automations" in data);
  if (!isFile) {
    const body = await client.send("POST", "/api/automations/validate", data, CheckBody, signal);
    print(body, () => checkLines(body, context, zone));
    return body.definition ? 0 : 1;
  }
  const body = await withElapsedTime(
    context,
    async () => await client.send("POST", "/api/definitions/validate", { text, file: path }, FileCheck, signal),
  );
  const { kinds } = messages(language).definitions;
  const section = (kind: "scene" | "automation", checks: readonly Check[]): string[] =>
    checks.flatMap((check, index) => {
      const name = check.definition?.["id"] ?? `${index + 1}`;
      return [
        `${kinds[kind]} ${style.bold(String(name))}`,
        ...checkLines(check, context, zone).map((line) => `  ${line}`),
      ];
    });
  print(body, () => [...section("scene", body.scenes), ...section("automation", body.automations)]);
  return [...body.scenes, ...body.automations].every(({ definition }) => definition !== null) ? 0 : 1;
}

/** `automations check` without a file: checks all saved definitions in the home as it is now. */
export async function checkSaved({ client, context, print }: DefinitionCall<unknown>): Promise<ExitCode> {
  const { signal, language, style } = context;
  const body = await allSaved(client, signal);
  const lines = [
    ...savedProblemLines("scene", body.scenes, language, style),
    ...savedProblemLines("automation", body.automations, language, style),
  ];
  print(body, () => (lines.length > 0 ? lines : [style.good(messages(language).definitions.allSound)]));
  return lines.length > 0 ? 1 : 0;
}

function checkLines(check: Check, { language, style }: CommandContext, zone: string): string[] {
  const line = (mark: string, problem: Check["problems"][number]): string =>
    definitionProblemLine(problem, mark, language, style);
  return [
    ...check.problems.map((problem) => line(style.bad("✗"), problem)),
    ...check.warnings.map((problem) => line(style.warn("!"), problem)),
    ...(check.question === null ? [] : [`${style.warn("?")} ${check.question}`]),
    ...check.approvals.map(({ device, what, why }) => `${style.warn("?")} ${what} (${device}): ${why}`),
    ...(check.description === null ? [] : [`${style.good("✓")} ${check.description}`]),
    ...check.next.map((at) => `  ${localMoment(at, zone)}`),
  ];
}
