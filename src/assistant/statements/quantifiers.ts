import type { DeviceState } from "../../language/index.ts";
import { isInStateNow } from "../../understanding/ground/states.ts";
import type { HomeIndex } from "../../understanding/names/home-index.ts";
import type { IndexedDevice } from "../../understanding/names/indexed-device.ts";
import { playsRole } from "../../understanding/parse/items.ts";
import { type ClausePart, isUnlistedWord } from "./clause.ts";
import type { Evidence } from "./evidence.ts";
import { devicesInRooms, indexedDevices, namedRooms } from "./mentioned-devices.ts";
import type { PersonRequest } from "./request.ts";

/**
 * Checks a statement with a quantifier: "nothing is open upstairs", "all but the lamp are off", "two lights are on", "only the
 * window is open", "there is motion in the kitchen". True only when the evidence has all devices that it is about. null: it is no
 * such statement, or says more.
 */
export function checkQuantifier(
  parts: readonly ClausePart[],
  evidence: Evidence,
  request: PersonRequest,
  index: HomeIndex,
): boolean | null {
  const states = parts.filter(({ predicate, possible }) => predicate?.kind === "state" && !possible);
  const asked = request.asks || request.kind === "home" ? request.clauses.flatMap((clause) => clause.parts) : [];
  // "All but the lamp" takes its state from the question.
  const left = parts.some((part) => playsRole(part, "except")) ? asked : [];
  const said = states[0] ?? left.find(({ predicate }) => predicate?.kind === "state");
  const state = said?.lex?.states[0];
  if (!said || state === undefined || states.length > 1 || parts.some((part) => isMore(part, said))) return null;
  const kind = kindOf(parts);
  if (kind === null) return null;
  const { own, excepted } = splitAt(parts);
  const named = namedIn(own, index);
  // "The lamp and the fan are both off" is about what it names, and not about all of a kind.
  if (named.length > 0 && kind.of !== "only") return null;
  const places = firstOf(namedRooms(own, index), namedRooms(asked, index));
  const all = candidates(
    firstOf(kindsIn(own), kind.of === "only" ? kindsOf(named) : NONE, kindsIn(asked)),
    state,
    index,
  );
  const about = places.size === 0 ? all : devicesInRooms(all, places);
  if (about.length === 0 || !about.every(({ device }) => evidence.devices.has(device.id))) return false;
  const holds = (each: IndexedDevice): boolean | null =>
    isInStateNow(state, { indexed: each, service: null }, evidence.now);
  const sure = about.every((each) => holds(each) !== null);
  switch (kind.of) {
    case "none":
      return sure && !about.some(holds);
    case "some":
      return places.size > 0 && about.some(holds);
    case "count":
      return sure && about.filter(holds).length === kind.number;
    case "all": {
      const out = new Set(excepted.length === 0 ? [] : inScope(namedIn(excepted, index), about));
      if (excepted.length > 0 && out.size === 0) return null;
      return sure && about.every((each) => holds(each) === !out.has(each));
    }
    case "only": {
      const meant = new Set(inScope(named, all));
      if (meant.size === 0) return null;
      return (
        all.every(({ device }) => evidence.devices.has(device.id)) &&
        all.every((each) => holds(each) === meant.has(each))
      );
    }
    default:
      return kind satisfies never;
  }
}

type Kind = { readonly of: "none" | "all" | "only" | "some" } | { readonly of: "count"; readonly number: number };

function kindOf(parts: readonly ClausePart[]): Kind | null {
  if (parts.some((part) => playsRole(part, "except"))) return { of: "all" };
  if (parts.some((part) => playsRole(part, "only"))) return { of: "only" };
  const denied = parts.some((part) => playsRole(part, "not") || playsRole(part, "no"));
  if (parts.some(({ marks }) => marks.has("none"))) return { of: "none" };
  const all = parts.some((part) => ALL.some((role) => playsRole(part, role)));
  if (all) return denied ? null : { of: "all" };
  const counted = parts.find((part, at) => countOf(part) !== null && parts.slice(at + 1, at + 3).some(isKind));
  const number = counted && countOf(counted);
  if (number !== undefined && number !== null && !denied) return { of: "count", number };
  const there = parts.some((part) => playsRole(part, "there_is") || playsRole(part, "there"));
  return there && !denied && !parts.some((part) => isKind(part) || isNamed(part)) ? { of: "some" } : null;
}

const ALL = ["all", "each", "allOfThem", "everything"] as const;

/** The count that a part gives: "two", 两盏. */
function countOf({ measure, lex, text }: ClausePart): number | null {
  if (measure?.kind === "quantity" && measure.quantity.unit === null) return measure.quantity.value;
  if (lex?.number !== null && lex?.number !== undefined) return lex.number;
  return lex?.roles.includes("both") === true && /\p{Script=Han}/u.test(text) ? 2 : null;
}

function isKind({ lex }: ClausePart): boolean {
  return (lex?.kinds.length ?? 0) > 0;
}

function isNamed({ home }: ClausePart): boolean {
  return home !== null && home.devices.length + home.parts.length > 0;
}

/** Whether a part adds another claim or an unknown word. */
function isMore(part: ClausePart, said: ClausePart): boolean {
  if (part === said) return false;
  if (part.predicate !== null && !part.predicate.weak) return true;
  return isUnlistedWord(part);
}

/** Splits off what is excepted: it stands behind "except", or between 除了 and the next quantifier. */
function splitAt(parts: readonly ClausePart[]): {
  readonly own: readonly ClausePart[];
  readonly excepted: readonly ClausePart[];
} {
  const at = parts.findIndex((part) => playsRole(part, "except"));
  if (at < 0) return { own: parts, excepted: [] };
  if (at > 0) return { own: parts.slice(0, at), excepted: parts.slice(at + 1) };
  const end = parts.findIndex(
    (part, place) => place > 0 && !isNamed(part) && ALL.some((role) => playsRole(part, role)),
  );
  return end < 0 ? { own: parts, excepted: [] } : { own: parts.slice(end), excepted: parts.slice(1, end) };
}

function namedIn(parts: readonly ClausePart[], index: HomeIndex): readonly IndexedDevice[] {
  const ids = parts.flatMap(({ home }) => [
    ...(home?.devices ?? []),
    ...(home?.parts ?? []).map(({ device }) => device),
  ]);
  const found = indexedDevices(new Set(ids), index);
  const places = namedRooms(parts, index);
  return places.size === 0 ? found : devicesInRooms(found, places);
}

function inScope(named: readonly IndexedDevice[], about: readonly IndexedDevice[]): IndexedDevice[] {
  return named.filter((each) => about.includes(each));
}

const NONE: ReadonlySet<string> = new Set();

function kindsIn(parts: readonly ClausePart[]): ReadonlySet<string> {
  return new Set(parts.flatMap((part) => (isNamed(part) ? [] : (part.lex?.kinds ?? []))));
}

function kindsOf(devices: readonly IndexedDevice[]): ReadonlySet<string> {
  return new Set(devices.flatMap(({ ownKinds }) => [...ownKinds]));
}

function firstOf(...sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  return sets.find((set) => set.size > 0) ?? NONE;
}

/** Kinds that let somebody in while they are open: "nothing is open" does not mean curtains. */
const LEAVES = /door(?!bell)|gate(?!way)|lock$|window|magnet-sensor/;

/** The devices of the kinds; without kinds all devices that can be in the state. */
function candidates(kinds: ReadonlySet<string>, state: DeviceState, index: HomeIndex): readonly IndexedDevice[] {
  if (kinds.size > 0) return [...new Set([...kinds].flatMap((kind) => [...index.ofKind(kind)]))];
  const able = (each: IndexedDevice): boolean => {
    const { capabilities, device } = each;
    if (state === "on" || state === "off") return capabilities.power.length > 0 && capabilities.movers.length === 0;
    if (state === "open" || state === "closed") return LEAVES.test(device.spec.kind);
    return isInStateNow(state, { indexed: each, service: null }, 0) !== null;
  };
  return [...index.devices.values()].filter(able);
}
