/** Reads and applies people from a file, for those who keep them in git. PINs are never in it and do not change. */
import { homeMessage, JiaError } from "../home/index.ts";
import { message } from "../language/index.ts";
import type { PersonDefinition } from "./definition.ts";
import { type FieldProblem, fieldProblemLine } from "./draft.ts";
import { uniqueIdFrom } from "./names.ts";
import type { PeopleRegistry } from "./registry.ts";

/** The change of one person that applying a file makes. */
export interface PersonDifference {
  readonly id: string;
  readonly name: string;
  /** `extra`: in the home and not in the file; only pruning removes it. */
  readonly change: "add" | "change" | "same" | "extra";
  /** Fields that differ. */
  readonly fields: readonly string[];
}

/** Everybody who is saved, in the form of a file. */
export function peopleIn(registry: PeopleRegistry): readonly PersonDefinition[] {
  return registry.saved.map(({ definition }) => definition);
}

/** Compares a file with the home; saves nothing. @throws JiaError `invalid-definition` that names every problem */
export function comparePeople(given: readonly unknown[], registry: PeopleRegistry): readonly PersonDifference[] {
  return differences(checked(given, registry, false), registry);
}

/**
 * Applies a file to the home, all of it or nothing.
 * @param prune whether people who are not in the file are removed
 * @throws JiaError `invalid-definition` that names every problem
 */
export function applyPeople(
  given: readonly unknown[],
  registry: PeopleRegistry,
  prune: boolean,
): Promise<readonly PersonDifference[]> {
  return registry.inTurn(async () => {
    const wanted = checked(given, registry, prune);
    const changes = differences(wanted, registry);
    const touched = new Set(changes.flatMap(({ id, change }) => (change === "add" || change === "change" ? [id] : [])));
    const extra = changes.flatMap(({ id, change }) => (prune && change === "extra" ? [id] : []));
    if (touched.size + extra.length > 0) {
      await registry.apply(
        wanted.filter(({ id }) => touched.has(id)),
        extra,
      );
    }
    return changes;
  });
}

/** Checks all drafts of a file. @param alone whether people outside the file are removed, so that their names are free */
function checked(given: readonly unknown[], registry: PeopleRegistry, alone: boolean): PersonDefinition[] {
  const problems: { readonly place: string; readonly problem: FieldProblem }[] = [];
  const sound = given.flatMap((draft, index): { readonly person: PersonDefinition; readonly place: string }[] => {
    const place = `people[${index}]`;
    const { definition, problems: found } = registry.checkAmong(withId(draft), []);
    for (const problem of found) problems.push({ place, problem });
    return definition ? [{ person: definition, place }] : [];
  });
  const wanted = sound.map(({ person }) => person);
  const ids = new Set(wanted.map(({ id }) => id));
  const others = alone ? [] : peopleIn(registry).filter(({ id }) => !ids.has(id));
  sound.forEach(({ person, place }, index) => {
    const before = wanted.slice(0, index);
    if (before.some(({ id }) => id === person.id)) {
      problems.push({ place, problem: { field: "id", problem: homeMessage("repeatedId", { id: person.id }) } });
    }
    const apart = [...others, ...before].filter(({ id }) => id !== person.id);
    for (const problem of registry.checkAmong(person, apart).problems) problems.push({ place, problem });
  });
  if (problems.length === 0) return wanted;
  const lines = problems.map(({ place, problem }) => fieldProblemLine("people.person", problem, place));
  const detail = homeMessage("lines", { lines });
  throw new JiaError("invalid-definition", { what: message("automation.file"), name: "people", detail });
}

/** Adds an id made from the name, so that reading a file again adds nobody twice. */
function withId(draft: unknown): unknown {
  if (typeof draft !== "object" || draft === null || "id" in draft) return draft;
  const name = "name" in draft && typeof draft.name === "string" ? draft.name : "";
  return name === "" ? draft : { id: uniqueIdFrom(name, "person", () => false), ...draft };
}

function differences(wanted: readonly PersonDefinition[], registry: PeopleRegistry): PersonDifference[] {
  const ids = new Set(wanted.map(({ id }) => id));
  const compared = wanted.map((person): PersonDifference => {
    const { id, name } = person;
    const before = registry.kept(id)?.definition;
    if (!before) return { id, name, change: "add", fields: [] };
    const fields = changedFields(before, person);
    return { id, name, change: fields.length > 0 ? "change" : "same", fields };
  });
  const extra = peopleIn(registry).filter(({ id }) => !ids.has(id));
  return [...compared, ...extra.map(({ id, name }): PersonDifference => ({ id, name, change: "extra", fields: [] }))];
}

function changedFields(before: PersonDefinition, after: PersonDefinition): string[] {
  const [a, b] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return [...new Set([...a.keys(), ...b.keys()])].filter((key) => canonical(a.get(key)) !== canonical(b.get(key)));
}

/** JSON with sorted keys: the order in which a file names fields is no difference. */
function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, each: unknown) =>
    typeof each === "object" && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
