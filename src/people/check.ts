/** Looks at a person before it is saved: every problem, with its place. */
import {
  cleanText,
  homeMessage,
  issueMessage,
  issuePlace,
  JiaError,
  keysAt,
  type Message,
  type Phrase,
  problemAt,
} from "../home/index.ts";
import { message } from "../language/index.ts";
import { PersonDefinition, PersonDraft } from "./definition.ts";
import { type Called, clashIn, freeId } from "./names.ts";

/** What is wrong with a field; `field` is empty for the whole. */
export interface PersonProblem {
  readonly field: string;
  readonly problem: Phrase;
}

export interface PersonCheck {
  /** Complete; null when there are problems. */
  readonly definition: PersonDefinition | null;
  readonly problems: readonly PersonProblem[];
}

/** What a person is checked beside. */
export interface Around {
  readonly others: readonly (Called & Pick<PersonDefinition, "signs">)[];
  /** The id of the room with this id or name; null when there is none. */
  readonly room: (name: string) => string | null;
}

/** @param draft what was given: anything */
export function checkPerson(draft: unknown, { others, room }: Around): PersonCheck {
  const parsed = PersonDraft.safeParse(draft);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => ({
      field: issuePlace(issue.path),
      problem: issueMessage(issue, keysAt(PersonDefinition, issue.path)),
    }));
    return { definition: null, problems };
  }
  const { id: given, role = "adult", ...rest } = parsed.data;
  const taken = (id: string): boolean => others.some((other) => other.id === id) || !fits(id);
  const id = given ?? freeId(rest.name, "person", taken);
  const problems: PersonProblem[] = [];
  const clash = clashIn({ ...rest, id }, others);
  if (clash) {
    const problem = message("people.nameInUse", { name: cleanText(clash.name), id: clash.id });
    problems.push({ field: clash.name === rest.name ? "name" : "aliases", problem });
  }
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

/** The error of a person who cannot be saved. */
export function personError(name: string, problems: readonly PersonProblem[]): JiaError {
  const detail = homeMessage("lines", { lines: problems.map((each) => problemLine(each)) });
  return new JiaError("invalid-definition", { what: message("people.person"), name: cleanText(name), detail });
}

/** A problem with its place. @param place stands before it: `people[2]` */
export function problemLine({ field, problem }: PersonProblem, place = ""): Message {
  const where = [place, field].filter((part) => part !== "").join(".");
  return problemAt(where || message("people.person"), problem);
}

function hasKey({ signs = [] }: Pick<PersonDefinition, "signs">, key: string): boolean {
  return signs.some((sign) => sign.type === "webhook" && sign.key === key);
}

function fits(id: string): boolean {
  return PersonDefinition.shape.id.safeParse(id).success;
}
