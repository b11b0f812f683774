import type { Origin } from "../../home/index.ts";
import type { People } from "../../people/index.ts";
import type { Modes } from "../../people/modes/index.ts";
import { budgeted } from "./token-budget.ts";

/** What the block of now tells of the household. */
export interface HouseholdPorts {
  readonly modes: Pick<Modes, "current" | "list">;
  readonly people: Pick<People, "presence">;
}

/** The places of `message.md`; an empty one is left out. */
export interface HouseholdNow {
  readonly mode: string;
  readonly at_home: string;
  readonly away: string;
}

/** Rough tokens of each list. */
const BUDGET = 24;

/**
 * The mode of the home with the others that there are, and who is there, by ids: who is none of the people is not told.
 * @param more how many that there is no room for is told
 */
export function householdNow(
  { modes, people }: HouseholdPorts,
  origin: Origin,
  more: (count: number) => string,
): HouseholdNow {
  const list = (ids: readonly string[]): string => budgeted(ids, BUDGET, more).text;
  const { mode } = modes.current();
  const others = modes.list().flatMap(({ id }) => (id === mode.id ? [] : [id]));
  const told = others.length === 0 ? mode.id : `${mode.id} (${list(others)})`;
  if (origin.stranger) return { mode: told, at_home: "", away: "" };
  const where = (home: boolean): string =>
    list(people.presence().flatMap((each) => (each.home === home ? [each.person] : [])));
  return { mode: told, at_home: where(true), away: where(false) };
}
