/** Checks of the people and the modes that a definition names. */
import { nearest } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import { PERSON_GROUPS, type Resident } from "../surroundings/residents.ts";
import type { ProblemList } from "./problems.ts";

/**
 * Checks that a named person exists; words for everybody or anybody are taken.
 * @param residents null: the home has no people
 */
export function checkPersonOrGroup(
  person: string,
  residents: readonly Resident[] | null,
  field: string,
  problems: ProblemList,
): void {
  if (!PERSON_GROUPS.some((group) => group === person)) checkPersonId(person, residents, field, problems);
}

/** Checks that a named person exists; words for several people are not taken. */
export function checkPersonId(
  person: string,
  residents: readonly Resident[] | null,
  field: string,
  problems: ProblemList,
): void {
  if (residents?.some(({ id }) => id === person)) return;
  const near = nearest(
    person,
    (residents ?? []).map(({ id }) => id),
  );
  const fix = near === null ? message("problems.listPeople") : message("problems.nearestPerson", { near });
  problems.add(field, person, message("problems.noPerson"), fix);
}

/**
 * The id of the person with this id, name or alias; the text itself when there is none, so that the check reports it.
 */
export function personId(called: string, residents: readonly Resident[] | null): string {
  const wanted = called.trim().toLowerCase();
  if (PERSON_GROUPS.some((group) => group === wanted)) return wanted;
  const found =
    residents?.find(({ id }) => id === called) ??
    residents?.find(({ name, aliases }) => [name, ...aliases].some((each) => each.toLowerCase() === wanted));
  return found?.id ?? called;
}

/**
 * Checks that named modes exist.
 * @param known ids of the modes of the home; null: it has none
 */
export function checkModes(
  ids: string | readonly string[],
  known: readonly string[] | null,
  field: string,
  problems: ProblemList,
): void {
  for (const id of [ids].flat()) {
    if (known?.includes(id)) continue;
    const near = nearest(id, known ?? []);
    const fix = near === null ? message("problems.listModes") : message("problems.nearestMode", { near });
    problems.add(field, id, message("problems.noMode"), fix);
  }
}
