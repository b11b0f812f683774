/** Checks a mode before it is saved: finds every problem, with its field. */
import { cleanText } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import { type FieldProblem, nameProblems, schemaProblems } from "../draft.ts";
import { uniqueIdFrom } from "../names.ts";
import { ModeDefinition, ModeDraft } from "./definition.ts";

/** What a draft is checked against. */
export interface ModeCheckContext {
  /** The saved modes. */
  readonly others: readonly ModeDefinition[];
  /** Whether there is a scene with this id. */
  readonly scene: (id: string) => boolean;
}

/** Checks a draft of a mode and completes it. @param draft any input */
export function checkModeDraft(
  draft: unknown,
  { others, scene }: ModeCheckContext,
): { readonly definition: ModeDefinition | null; readonly problems: readonly FieldProblem[] } {
  const parsed = ModeDraft.safeParse(draft);
  if (!parsed.success) {
    const problems = schemaProblems(parsed.error.issues, ModeDefinition);
    return { definition: null, problems };
  }
  const { id: given, ...rest } = parsed.data;
  const id = given ?? uniqueIdFrom(rest.name, "mode", (each) => others.some((other) => other.id === each));
  const definition: ModeDefinition = { id, ...rest };
  const problems: FieldProblem[] = [...nameProblems(definition, others, "modes.nameInUse")];
  if (rest.scene !== undefined && !scene(rest.scene)) {
    problems.push({ field: "scene", problem: message("modes.noScene", { scene: cleanText(rest.scene) }) });
  }
  const known = new Set([id, ...others.map((other) => other.id)]);
  rest.begins?.forEach(({ from = [] }, index) => {
    for (const each of from.filter((mode) => !known.has(mode))) {
      const problem = message("modes.noMode", { mode: cleanText(each) });
      problems.push({ field: `begins[${index}].from`, problem });
    }
  });
  return problems.length > 0 ? { definition: null, problems } : { definition, problems };
}
