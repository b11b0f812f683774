import { succeeded } from "../../home/index.ts";
import type { IndexedDevice } from "../../understanding/names/home-index.ts";
import { is } from "../../understanding/parse/items.ts";
import type { Part } from "./clause.ts";
import type { Evidence } from "./evidence.ts";
import type { Request } from "./request.ts";
import { isMode, numberOf, saysNumber } from "./values.ts";

/** Whether a part says how something is, or who did something. */
export function saysHow({ measure, predicate, possible, presumed, marks, lex, home }: Part): boolean {
  // "The sauna is on the balcony": where something is.
  if (home !== null && home.rooms.length > 0) return true;
  if (presumed || marks.has("own") || marks.has("self") || marks.has("none")) return true;
  return (
    !possible && (measure !== null || predicate !== null || (lex?.listed.length ?? 0) + (lex?.changes.length ?? 0) > 0)
  );
}

/** "More", "than", "how many": numbers are reckoned with. */
export function isComparing(part: Part): boolean {
  return COMPARING.some((role) => is(part, role)) || (part.lex?.changes.length ?? 0) > 0;
}

const COMPARING = ["howMany", "above", "below", "left", "half"] as const;

/** What a clause tells, and of what. */
export interface Told {
  readonly tellers: readonly IndexedDevice[];
  readonly denied: boolean;
  /** The clause names a device. */
  readonly said: boolean;
  /** It gives a value, or says how something is. */
  readonly told: boolean;
  /** It gives a value. */
  readonly measured: boolean;
  /** It gives a time of day. */
  readonly timed: boolean;
  /** Whether a number is how much more or less something is than something else. */
  readonly reckons: (number: number) => boolean;
  /** It says what can or cannot be. */
  readonly able: boolean;
}

/** Whether a part says nothing of the home that could be otherwise, or only what may be reckoned from what is shown. */
export function isOpenTo(
  part: Part,
  { tellers, denied, said, told, measured, timed, able, reckons }: Told,
  evidence: Evidence,
  request: Request,
): boolean {
  const { lex, home, measure, predicate, presumed, possible, marks } = part;
  if (measure) {
    if (possible) return true;
    if (measure.kind === "quantity" && measure.quantity.unit === null && measure.quantity.value === evidence.tries)
      return evidence.tries > 0;
    const reckoned =
      measure.kind !== "clock" &&
      numberOf(part).every((number) => reckons(number) || (able && tellers.some((each) => isBound(each, number))));
    // What the person said themselves is known, but not that it is planned.
    return reckoned || (!request.deed && saysNumber(request.said, part));
  }
  if (presumed && predicate?.kind === "state") return false;
  const planned = timed && !request.deed;
  switch (predicate?.kind) {
    case "deed":
      return planned || (denied && !evidence.outcomes.some(succeeded));
    // "Warmer than the study", "there is no alarm": nothing is claimed to have come of a wish.
    case "change":
    case "plan":
      return !request.deed;
    case "done":
      // "It is set to 85", "they are done in 12 minutes": how it is, and the number is looked at.
      return lex?.acts.includes("set") === true || (measured && !request.deed);
    // "It comes on at 22:00": what is planned, and the time is looked at.
    case "state":
      return planned;
    default:
  }
  if (home && home.rooms.length + home.floors.length > 0) return denied || said;
  if (home && home.props.length > 0) return denied;
  if (home !== null && (home.devices.length > 0 || home.parts.length > 0)) return false;
  if (lex === null) return true;
  if (lex.kinds.length > 0) return false;
  if (isMode(part)) return !said && !marks.has("none");
  return lex.props.length === 0 || denied || possible || !told;
}

/** The lowest or highest that something of the device can be set to. */
function isBound({ device }: IndexedDevice, number: number): boolean {
  return [...device.spec.properties.values()].some(
    ({ range }) => range !== null && [range.min, range.max].some((bound) => Math.abs(bound) === Math.abs(number)),
  );
}
