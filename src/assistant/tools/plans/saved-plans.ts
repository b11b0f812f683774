import type { Approval as AskedFor, Check, Planner } from "../../../automation/index.ts";
import { type Command, cleanText, JiaError, type Message } from "../../../home/index.ts";
import { type Language, message, messages, textOf } from "../../../language/index.ts";
import type { HiddenFilter } from "../../hidden/hidden-filter.ts";
import type { DraftFault } from "../forms/resolve-parts.ts";
import type { ToolContext } from "../tool.ts";

/** The problems of a draft or of a saved definition, a sentence for each, for its author; at most eight. */
export function problemTexts({ problems }: Pick<Check<unknown>, "problems">, language: Language): string[] {
  return problems.slice(0, 8).map(({ field, value, message: problem, fix }) => {
    return textOf(message("problems.line", { place: field, value: cleanText(value, 60), problem, fix }), language);
  });
}

/** Keys of problems whose text is a complete clause. `WITH_NAME`: those that need the value beside the text. */
const CLAUSES: ReadonlySet<string> = keys("circle noMotion noProperty noAction noEvent readOnly notNumber emptyRange");
const WITH_NAME: ReadonlySet<string> = keys("noDevice noRoom noFloor noKind noScene");

function keys(names: string): Set<string> {
  return new Set(names.split(" ").map((name) => `problems.${name}`));
}

/** Why a draft was not saved, for the person and so without fields: a clause without a full stop. */
export function whyNotSaved(
  { problems }: Pick<Check<unknown>, "problems">,
  faults: readonly DraftFault[],
  language: Language,
): string {
  const { tools } = messages(language);
  for (const { field, value, error } of faults) {
    const code = error instanceof JiaError ? error.code : "";
    const what = code === "unknown-name" || code === "ambiguous-name" ? whatAt(field) : null;
    if (what !== null) return tools.notCalled({ what: tools[what], name: cleanText(value, 60) });
  }
  for (const { message: problem, value } of problems) {
    const key = typeof problem === "object" && "key" in problem ? problem.key : "";
    if (key === "problems.nameInUse") return tools.nameInUse;
    if (CLAUSES.has(key)) return textOf(problem, language);
    if (WITH_NAME.has(key)) return tools.named({ problem: textOf(problem, language), name: cleanText(value, 60) });
  }
  return tools.unusableDraft;
}

/** The kind of thing that a field of a draft names; null for other fields. */
function whatAt(field: string): "scene" | "device" | null {
  if (field.endsWith(".scene")) return "scene";
  return field.endsWith(".target") ? "device" : null;
}

/** The commands that need a yes by the policy. */
export function commandsOfApprovals(approvals: readonly AskedFor[]): Command[] {
  return approvals.map(({ command }) => command);
}

/** Whether the policy asks for a yes and the given one was not for exactly these commands. */
export function needsApproval(approvals: readonly AskedFor[], approved: readonly Command[] | undefined): boolean {
  return approvals.length > 0 && JSON.stringify(commandsOfApprovals(approvals)) !== JSON.stringify(approved);
}

/** The definitions or timers of a list that refer to nothing hidden. */
export function withoutHidden<Item>(items: readonly Item[], planner: Planner, hidden: HiddenFilter): Item[] {
  return items.filter((item) => !hidden.holds(item, planner));
}

/** What waits for a yes, from this turn or an earlier one. */
export type UnsavedNames = Pick<ToolContext, "unsaved" | "lapsed">;

/** A note for an `unknown-name` error where the reason is known: it waits for a yes, got none, or nothing is saved. */
export function noteOnUnknownName(
  given: string,
  known: readonly string[],
  { unsaved = [], lapsed = [] }: UnsavedNames,
): { readonly note?: Message } {
  const wanted = given.trim().toLowerCase();
  const same = (name: unknown): boolean => typeof name === "string" && name.toLowerCase() === wanted;
  if (unsaved.some(({ id, name }) => same(name) || same(id))) return { note: message("tools.waitsForYes") };
  if (lapsed.some(same)) return { note: message("tools.gotNoYes") };
  return known.length > 0 ? {} : { note: message("tools.noneSaved") };
}
