import { JiaError, type Phrase } from "../../../home/index.ts";
import { message } from "../../../language/index.ts";
import { isPlainObject, type UnknownFields } from "../forms/argument-shape.ts";
import { exampleCalls } from "../tool.ts";

/** The lists of an automation or a scene whose parts can be changed one by one. */
const LISTS: ReadonlySet<string> = new Set(["triggers", "conditions", "actions", "steps"]);
const PATH = /^([a-z]+)(?:\[(\d+)\])?$/;

/**
 * Changes parts of a definition: `{"actions[1]": {…}}` replaces that part or appends behind the last; null removes it;
 * `{"conditions": […]}` replaces the whole list. Indexes count before all removals.
 * @throws JiaError `invalid-tool-arguments` for an index that does not exist
 */
export function replaceParts(definition: UnknownFields, parts: UnknownFields): UnknownFields {
  const result: Record<string, unknown> = { ...definition };
  for (const [path, part] of Object.entries(parts)) {
    const [, key = "", place] = PATH.exec(path.trim()) ?? [];
    if (!LISTS.has(key)) throw noSuch(path, definition);
    if (place === undefined) {
      result[key] = part ?? [];
      continue;
    }
    const list: unknown[] = Array.isArray(result[key]) ? [...(result[key] as readonly unknown[])] : [];
    const at = Number(place);
    if (at > list.length || (part === null && at === list.length)) throw noSuch(path, definition);
    list[at] = part;
    result[key] = list;
  }
  for (const key of LISTS) {
    const list = result[key];
    if (Array.isArray(list)) result[key] = list.filter((each) => each !== null);
  }
  const { conditions, ...rest } = result;
  return Array.isArray(conditions) && conditions.length === 0 ? rest : result;
}

function noSuch(path: string, definition: UnknownFields): JiaError {
  const known = Object.entries(definition)
    .filter(([key, list]) => LISTS.has(key) && Array.isArray(list))
    .flatMap(([key, list]) => (list as readonly unknown[]).map((_, at) => `${key}[${at}]`))
    .join(", ");
  return invalidChangeError(message("tools.noSuchPart", { path: path.slice(0, 60), known }));
}

/** Example calls of change_plan, for errors. */
export const CHANGE_EXAMPLES = [
  { id: "ID", at: "07:30" },
  { id: "ID", enabled: false },
  { id: "ID", parts: { "actions[0]": {} } },
] as const;

/** The error for an invalid change. */
export function invalidChangeError(detail: Phrase): JiaError {
  const problems = message("tools.badCall", { problems: [detail], form: exampleCalls(CHANGE_EXAMPLES) });
  return new JiaError("invalid-tool-arguments", { tool: "change_plan", detail: problems });
}

/** An automation with its only trigger moved to a time. @throws JiaError `invalid-tool-arguments` where it has several triggers */
export function withTriggerTime(definition: UnknownFields, at: string | undefined, weekdays: unknown): UnknownFields {
  const triggers = Array.isArray(definition["triggers"]) ? (definition["triggers"] as readonly unknown[]) : [];
  const [only, ...others] = triggers;
  if (!isPlainObject(only) || others.length > 0) throw invalidChangeError(message("tools.severalTimes"));
  const { type, weekdays: days, zone, missed, every, from } = only;
  const kept = { ...(zone !== undefined && { zone }), ...(missed !== undefined && { missed }) };
  const cycle = { ...(every !== undefined && { every }), ...(from !== undefined && { from }) };
  const on = weekdays ?? days;
  if (at === undefined) return { ...definition, triggers: [{ ...only, weekdays: on }] };
  const timed = type === "time" || type === "sun" ? cycle : {};
  return { ...definition, triggers: [{ at, ...kept, ...timed, ...(on !== undefined && { weekdays: on }) }] };
}
