/** Looks at a mode before it is saved: every problem, with its place. */
import {
  cleanText,
  homeMessage,
  issueMessage,
  issuePlace,
  JiaError,
  keysAt,
  type Phrase,
  problemAt,
} from "../../home/index.ts";
import { message } from "../../language/index.ts";
import { clashIn, freeId } from "../names.ts";
import { ModeDefinition, ModeDraft } from "./definition.ts";

/** What is wrong with a field; `field` is empty for the whole. */
export interface ModeProblem {
  readonly field: string;
  readonly problem: Phrase;
}

/** What a mode is checked beside. */
export interface ModesAround {
  /** Those that are saved. */
  readonly others: readonly ModeDefinition[];
  /** Whether there is a scene with this id. */
  readonly scene: (id: string) => boolean;
}

/** @param draft what was given: anything */
export function checkMode(
  draft: unknown,
  { others, scene }: ModesAround,
): { readonly definition: ModeDefinition | null; readonly problems: readonly ModeProblem[] } {
  const parsed = ModeDraft.safeParse(draft);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => ({
      field: issuePlace(issue.path),
      problem: issueMessage(issue, keysAt(ModeDefinition, issue.path)),
    }));
    return { definition: null, problems };
  }
  const { id: given, ...rest } = parsed.data;
  const id = given ?? freeId(rest.name, "mode", (each) => others.some((other) => other.id === each));
  const definition: ModeDefinition = { id, ...rest };
  const problems: ModeProblem[] = [];
  const clash = clashIn(definition, others);
  if (clash) {
    const problem = message("modes.nameInUse", { name: cleanText(clash.name), id: clash.id });
    problems.push({ field: clash.name === rest.name ? "name" : "aliases", problem });
  }
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

/** The error of a mode that cannot be saved. */
export function modeError(name: string, problems: readonly ModeProblem[]): JiaError {
  const lines = problems.map(({ field, problem }) => problemAt(field || message("modes.mode"), problem));
  const detail = homeMessage("lines", { lines });
  return new JiaError("invalid-definition", { what: message("modes.mode"), name: cleanText(name), detail });
}
