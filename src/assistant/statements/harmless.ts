import { succeeded } from "../../home/index.ts";
import type { IndexedDevice } from "../../understanding/names/indexed-device.ts";
import { playsRole } from "../../understanding/parse/items.ts";
import type { ClausePart } from "./clause.ts";
import type { Evidence } from "./evidence.ts";
import type { PersonRequest } from "./request.ts";
import { isListedValueWord, numbersInPart, repeatsNumber } from "./values.ts";

/** Whether a part claims a state, a place, a value or an actor. */
export function statesCondition({ measure, predicate, possible, presumed, marks, lex, home }: ClausePart): boolean {
  // "The sauna is on the balcony" claims a place.
  if (home !== null && home.rooms.length > 0) return true;
  if (presumed || marks.has("own") || marks.has("self") || marks.has("none")) return true;
  return (
    !possible && (measure !== null || predicate !== null || (lex?.listed.length ?? 0) + (lex?.changes.length ?? 0) > 0)
  );
}

/** Whether a part compares or counts, so that numbers may be computed: "more", "than", "how many". */
export function isComparing(part: ClausePart): boolean {
  return COMPARING.some((role) => playsRole(part, role)) || (part.lex?.changes.length ?? 0) > 0;
}

const COMPARING = ["howMany", "above", "below", "left", "half"] as const;

/** What a clause claims, and about which devices. */
export interface StatedFacts {
  readonly tellers: readonly IndexedDevice[];
  readonly denied: boolean;
  /** The clause names a device. */
  readonly said: boolean;
  /** It gives a value or a state. */
  readonly stated: boolean;
  /** It gives a value. */
  readonly measured: boolean;
  /** It gives a time of day. */
  readonly timed: boolean;
  /** Whether a number is the difference of two shown values. */
  readonly reckons: (number: number) => boolean;
  /** It says what is possible or not. */
  readonly able: boolean;
}

/** Whether a part claims nothing about the home, or only a number that can be computed from shown ones. */
export function addsNoClaim(
  part: ClausePart,
  { tellers, denied, said, stated, measured, timed, able, reckons }: StatedFacts,
  evidence: Evidence,
  request: PersonRequest,
): boolean {
  const { lex, home, measure, predicate, presumed, possible, marks } = part;
  if (measure) {
    if (possible) return true;
    if (measure.kind === "quantity" && measure.quantity.unit === null && measure.quantity.value === evidence.tries)
      return evidence.tries > 0;
    const reckoned =
      measure.kind !== "clock" &&
      numbersInPart(part).every((number) => reckons(number) || (able && tellers.some((each) => isBound(each, number))));
    // A number of the person's own may be repeated, unless it would announce an action.
    return reckoned || (!request.deed && repeatsNumber(request.said, part));
  }
  if (presumed && predicate?.kind === "state") return false;
  const planned = timed && !request.deed;
  switch (predicate?.kind) {
    case "deed":
      return planned || (denied && !evidence.outcomes.some(succeeded));
    // "Warmer than the study", "there is no alarm": without a request no action is claimed.
    case "change":
    case "plan":
      return !request.deed;
    case "done":
      // "It is set to 85", "they are done in 12 minutes": a state; the number is checked for itself.
      return lex?.acts.includes("set") === true || (measured && !request.deed);
    // "It comes on at 22:00": a plan; the time is checked for itself.
    case "state":
      return planned;
    default:
  }
  if (home && home.rooms.length + home.floors.length > 0) return denied || said;
  if (home && home.props.length > 0) return denied;
  if (home !== null && (home.devices.length > 0 || home.parts.length > 0)) return false;
  if (lex === null) return true;
  if (lex.kinds.length > 0) return false;
  if (isListedValueWord(part)) return !said && !marks.has("none");
  return lex.props.length === 0 || denied || possible || !stated;
}

/** Whether a number is an end of the range of a property of the device. */
function isBound({ device }: IndexedDevice, number: number): boolean {
  return [...device.spec.properties.values()].some(
    ({ range }) => range !== null && [range.min, range.max].some((bound) => Math.abs(bound) === Math.abs(number)),
  );
}
