/** Checks a person before it is saved: finds every problem, with its field. */
import { cleanText } from "../home/index.ts";
import { message } from "../language/index.ts";
import { PersonDefinition, PersonDraft } from "./definition.ts";
import { type FieldProblem, nameProblems, schemaProblems } from "./draft.ts";
import { type NamedRecord, uniqueIdFrom } from "./names.ts";

export interface PersonCheck {
  /** Complete; null when there are problems. */
  readonly definition: PersonDefinition | null;
  readonly problems: readonly FieldProblem[];
}

/** What a draft is checked against. */
export interface PersonCheckContext {
  readonly others: readonly (NamedRecord & Pick<PersonDefinition, "signs">)[];
  /** The id of the room with this id or name; null when there is none. */
  readonly room: (name: string) => string | null;
}

/** Checks a draft of a person and completes it. @param draft any input */
export function checkPersonDraft(draft: unknown, { others, room }: PersonCheckContext): PersonCheck {
  const parsed = PersonDraft.safeParse(draft);
  if (!parsed.success) {
    const problems = schemaProblems(parsed.error.issues, PersonDefinition);
    return { definition: null, problems };
  }
  const { id: given, role = "adult", ...rest } = parsed.data;
  const taken = (id: string): boolean => others.some((other) => other.id === id) || !isValidId(id);
  const id = given ?? uniqueIdFrom(rest.name, "person", taken);
  const problems: FieldProblem[] = [...nameProblems({ ...rest, id }, others, "people.nameInUse")];
  for (const sign of rest.signs ?? []) {
    const other = sign.type === "webhook" ? others.find((each) => each.id !== id && hasKey(each, sign.key)) : undefined;
    if (other) problems.push({ field: "signs", problem: message("people.sameKey", { id: other.id }) });
  }
  const own = rest.room === undefined ? null : room(rest.room);
  if (rest.room !== undefined && own === null) {
    problems.push({ field: "room", problem: message("people.noRoom", { room: cleanText(rest.room) }) });
  }
  if (problems.length > 0) return { definition: null, problems };
  return { definition: { id, ...rest, role, ...(own !== null && { room: own }) }, problems };
}

function hasKey({ signs = [] }: Pick<PersonDefinition, "signs">, key: string): boolean {
  return signs.some((sign) => sign.type === "webhook" && sign.key === key);
}

function isValidId(id: string): boolean {
  return PersonDefinition.shape.id.safeParse(id).success;
}
