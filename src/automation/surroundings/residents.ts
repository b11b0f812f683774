/** The people of the home as automations see them. Times are milliseconds since the epoch. */

/** A person of the home. */
export interface Resident {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Whether the person is at home; null: not known. */
  readonly home: boolean | null;
  /** Since when; null: not known. */
  readonly since: number | null;
}

/** A person came (`home`) or went. */
export interface ArrivalOrDeparture {
  readonly person: string;
  readonly home: boolean;
  /** Whether the person who came is the first: nobody was there before. */
  readonly first: boolean;
  /** Whether the person who went was the last. */
  readonly last: boolean;
  readonly at: number;
}

export interface Residents {
  list(): readonly Resident[];
  /** Calls `listener` whenever somebody comes or goes, until the returned function is called. */
  subscribe(listener: (event: ArrivalOrDeparture) => void): () => void;
}

/** The words that an automation may hold in place of a person. */
export const PERSON_GROUPS = ["anyone", "everyone", "nobody"] as const;

/** The people of a trigger or condition, and whether they are at home or away. */
export interface Whereabouts {
  /** Id of a person, or one of the groups. */
  readonly person: string;
  readonly is: "home" | "away";
}

/**
 * Whether the people are there; null while that is not known. For groups, people whose presence is not known are left
 * out.
 * @param held for at least this many milliseconds
 */
export function whereaboutsHold(
  { person, is }: Whereabouts,
  residents: readonly Resident[],
  now: number,
  held = 0,
): boolean | null {
  const wanted = is === "home";
  const fits = (each: Resident): boolean => each.home === wanted && (held === 0 || lastsSince(each, now) >= held);
  const known = residents.filter(({ home }) => home !== null);
  switch (person) {
    case "anyone":
      return known.length === 0 ? null : known.some(fits);
    case "everyone":
      return known.length === 0 ? null : known.every(fits);
    case "nobody":
      // Nobody at home: everyone away for so long.
      return known.length === 0
        ? null
        : known.every((each) => each.home !== wanted && (held === 0 || lastsSince(each, now) >= held));
    default: {
      const found = residents.find(({ id }) => id === person);
      return found === undefined || found.home === null ? null : fits(found);
    }
  }
}

function lastsSince({ since }: Resident, now: number): number {
  return since === null ? 0 : now - since;
}
