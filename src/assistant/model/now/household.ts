import type { Origin } from "../../../home/index.ts";
import type { People } from "../../../people/index.ts";
import type { Modes } from "../../../people/modes/index.ts";
import { fitToBudget } from "../token-budget.ts";

/** The sources for the household in the block of now. */
export interface HouseholdPorts {
  readonly modes: Pick<Modes, "current" | "list">;
  readonly people: Pick<People, "presence">;
}

/** Values for the places of `message.md`; lines with an empty value are left out. */
export interface HouseholdNow {
  readonly mode: string;
  readonly at_home: string;
  readonly away: string;
}

/** Estimated tokens of each list. */
const BUDGET = 24;

/**
 * The mode of the home with the other modes, and the people at home and away, by ids. Strangers see only the mode.
 * @param more the text for the number of items left out
 */
export function householdNow(
  { modes, people }: HouseholdPorts,
  origin: Origin,
  more: (count: number) => string,
): HouseholdNow {
  const list = (ids: readonly string[]): string => fitToBudget(ids, BUDGET, more).text;
  const { mode } = modes.current();
  const others = modes.list().flatMap(({ id }) => (id === mode.id ? [] : [id]));
  const told = others.length === 0 ? mode.id : `${mode.id} (${list(others)})`;
  if (origin.stranger) return { mode: told, at_home: "", away: "" };
  const where = (home: boolean): string =>
    list(people.presence().flatMap((each) => (each.home === home ? [each.person] : [])));
  return { mode: told, at_home: where(true), away: where(false) };
}
