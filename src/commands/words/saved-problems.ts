import type { z } from "zod";
import { type DefinitionProblemBody, SavedAutomationBody, SavedSceneBody } from "../../api/plan-schemas.ts";
import { type Language, messages } from "../../language/index.ts";
import type { Client } from "../client/client.ts";
import type { Style } from "../terminal/style.ts";

type Problem = z.infer<typeof DefinitionProblemBody>;
type Saved = Pick<z.infer<typeof SavedSceneBody>, "definition" | "problems">;

/** A problem as a line: the field, its value, the problem and the advice. */
export function definitionProblemLine(
  { field, value, message, fix }: Problem,
  mark: string,
  language: Language,
  style: Style,
) {
  const { line } = messages(language).problems;
  return `${mark} ${line({ place: style.bold(field), value, problem: message, fix: style.dim(fix) })}`;
}

/** The problems of saved definitions as lines, under their kind and id; none when there are no problems. */
export function savedProblemLines(
  kind: "scene" | "automation",
  saved: readonly Saved[],
  language: Language,
  style: Style,
): string[] {
  const { kinds } = messages(language).definitions;
  return saved.flatMap(({ definition, problems }) =>
    problems.length === 0
      ? []
      : [
          `${kinds[kind]} ${style.bold(String(definition["id"]))}`,
          ...problems.map((problem) => `  ${definitionProblemLine(problem, style.bad("✗"), language, style)}`),
        ],
  );
}

/** All saved definitions of the running Jia. */
export async function allSaved(client: Client, signal: AbortSignal) {
  const scenes = await client.all("/api/scenes", "scenes", SavedSceneBody, signal);
  const automations = await client.all("/api/automations", "automations", SavedAutomationBody, signal);
  return { scenes, automations };
}
