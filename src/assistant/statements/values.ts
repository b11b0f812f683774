import { type DeviceId, lapseOf, type Property } from "../../home/index.ts";
import type { LexicalMeaning } from "../../understanding/lexicon/types.ts";
import type { HomeIndex } from "../../understanding/names/home-index.ts";
import type { IndexedDevice } from "../../understanding/names/indexed-device.ts";
import { playsRole } from "../../understanding/parse/items.ts";
import type { ClockTime } from "../../understanding/parse/measure/measures.ts";
import { tokenise } from "../../understanding/text/tokens.ts";
import { type ClausePart, isFunctionWord, type StatementClause } from "./clause.ts";
import { type Evidence, equalsRounded, measuredType } from "./evidence.ts";
import { devicesInRooms, indexedDevices, mentionedDevices, namedRooms } from "./mentioned-devices.ts";
import type { PersonRequest } from "./request.ts";

/**
 * Whether each value in a clause belongs to the device that it is said of, and has its unit. Values that tool results hold are
 * checked elsewhere.
 */
export function measuresHold(
  clause: StatementClause,
  tellers: readonly IndexedDevice[],
  evidence: Evidence,
  request: PersonRequest,
  index: HomeIndex,
): boolean {
  const { parts, before = [] } = clause;
  return parts.every((part, at) => {
    const { measure, possible } = part;
    if (measure === null || measure.kind === "clock" || repeatsNumber(request.said, part)) return true;
    const numbers = numbersInPart(part);
    const ids = tellers.map(({ device }) => device.id);
    const unit = unitAfter(parts[at + 1]);
    if (unit !== null && evidence.showsAll(ids))
      return numbers.every((number) => evidence.hasMeasure(number, unit, ids));
    if (possible || numbers.every((number) => isDifference(number, clause))) return true;
    // The evidence also holds the hour and the day, so "12 percent" needs a device that shows it.
    if (
      !evidence.called &&
      evidence.showsAll(ids) &&
      isPhysical(part, evidence) &&
      !numbers.every((number) => evidence.ownsNumber(number, ids) || evidence.reckons(number, ids))
    )
      return false;
    if (evidence.showsAll(ids) && !numbers.every((number) => isOfUnit(part, number, ids, evidence))) return false;
    const names = namesOfMeasure(parts, at) ?? (parts.some(mentionsThing) ? null : before);
    const own = names && ownersOf(names, evidence, index);
    if (!own || own.length === 0 || !evidence.showsAll(own)) return true;
    return numbers.every((number) => evidence.ownsNumber(number, own) || evidence.reckons(number, own));
  });
}

/** The named devices, otherwise the devices of the named rooms whose values are shown. */
function ownersOf(names: readonly ClausePart[], evidence: Evidence, index: HomeIndex): readonly DeviceId[] {
  const named = mentionedDevices(names, evidence, index, evidence.near) ?? [];
  if (named.length > 0) return named.map(({ device }) => device.id);
  const there = devicesInRooms(indexedDevices(evidence.devices, index), namedRooms(names, index));
  return there.map(({ device }) => device.id).filter((id) => evidence.showsAll([id]));
}

/** Whether a number is the difference of two others in the sentence; those are checked for themselves. */
export function isDifference(number: number, { whole = [], parts }: StatementClause): boolean {
  const all = whole.length > 0 ? whole : parts;
  const numbers = all.flatMap(({ measure, ...part }) =>
    measure?.kind === "quantity" || measure?.kind === "duration" ? numbersInPart({ ...part, measure }) : [],
  );
  // A number between two others is one of the compared values.
  if (number !== numbers[0] && number !== numbers.at(-1)) return false;
  const others = numbers.filter((each) => each !== number);
  return others.some((one, at) =>
    others.some((other, place) => place > at && equalsRounded(Math.abs(one - other), number)),
  );
}

/** Units of specs, keyed by the spoken unit. */
const UNITS: Readonly<Record<string, RegExp>> = {
  percent: /^percentage$/,
  degree: /^(?:celsius|arcdegrees|fahrenheit)$/,
  celsius: /^celsius$/,
  day: /^days$/,
  hour: /^hours$/,
  minute: /^minutes$/,
  second: /^seconds$/,
};

/** Whether the shown values that equal this number have the stated unit; values without a unit fit any. */
function isOfUnit(part: ClausePart, number: number, devices: readonly DeviceId[], evidence: Evidence): boolean {
  const { measure } = part;
  const said =
    measure?.kind === "quantity" ? measure.quantity.unit : measure?.kind === "duration" ? unitIn(part) : null;
  const fits = said === null ? undefined : UNITS[said];
  const units = evidence.unitsOf(number, devices);
  return (
    fits === undefined ||
    units.length === 0 ||
    units.some((unit) => unit === null || unit === "none" || fits.test(unit))
  );
}

/** Whether only a device can have a value of this unit. Durations also come from timers. */
function isPhysical({ measure }: ClausePart, { plans }: Evidence): boolean {
  if (measure?.kind === "duration") return plans.length === 0;
  return measure?.kind === "quantity" && PHYSICAL.has(measure.quantity.unit ?? "");
}

const PHYSICAL: ReadonlySet<string> = new Set(["percent", "degree", "celsius"]);

/** The unit of a duration with one number: "93 days". */
function unitIn(part: ClausePart): string | null {
  if (part.measure?.kind !== "duration") return null;
  const [number, ...others] = numbersInPart(part);
  if (number === undefined || number === 0 || others.length > 0) return null;
  return SECONDS_OF[part.measure.seconds / number] ?? null;
}

const SECONDS_OF: Readonly<Record<number, string>> = { 1: "second", 60: "minute", 3600: "hour", 86400: "day" };

/**
 * The parts that name the owner of the value at `at`, where a clause gives several things one value each: "the lock has 82 and
 * the button 93"; null otherwise.
 */
function namesOfMeasure(parts: readonly ClausePart[], at: number): readonly ClausePart[] | null {
  const spans: { readonly at: number; readonly parts: readonly ClausePart[] }[] = [];
  let from = 0;
  for (const [place, { measure }] of parts.entries()) {
    if (measure === null) continue;
    spans.push({ at: place, parts: parts.slice(from, place) });
    from = place + 1;
  }
  if (spans.length < 2 || !spans.every((span) => span.parts.some(mentionsThing))) return null;
  return spans.find((span) => span.at === at)?.parts ?? null;
}

/** Whether a part names a device, a kind or a room. */
export function mentionsThing({ home, lex }: ClausePart): boolean {
  return (
    (home !== null && home.devices.length + home.parts.length + home.rooms.length > 0) || (lex?.kinds.length ?? 0) > 0
  );
}

/** The unit of the specs that the word after a number means; null where it is not checked. */
function unitAfter(next: ClausePart | undefined): string | null {
  return next?.marks.has("distances") ? "km" : null;
}

/**
 * Checks a superlative ("the lowest", 最高) in a clause or in the question that it answers: whether it is said of the right one of
 * several named things or rooms, or of all rooms with shown values. null: no superlative, or not enough values.
 */
export function checkSuperlative(
  { parts, whole = parts, before = [] }: StatementClause,
  meant: readonly IndexedDevice[],
  request: PersonRequest,
  evidence: Evidence,
  index: HomeIndex,
): boolean | null {
  const asked = request.clauses.flatMap((clause) => clause.parts);
  // "The guest room, at 18 degrees" answers a question with a superlative.
  const own = parts.find(isSuperlative);
  const several = whole.filter(({ measure }) => measure !== null).length > 1;
  const word =
    own ?? (several || whole.some(isSuperlative) || before.length > 0 ? undefined : asked.find(isSuperlative));
  const level = word?.lex?.level;
  if (!request.asks || !word || (level !== "min" && level !== "max")) return null;
  const kinds = new Set(
    [...(word.lex?.props ?? []), ...asked.flatMap(({ lex }) => lex?.props ?? [])].map(measuredType),
  );
  const all = mentionedDevices(asked, evidence, index) ?? [];
  const [one, ...others] = meant;
  if (all.length > 1 && one !== undefined && others.length === 0) {
    if (!all.includes(one) || !evidence.showsAll(all.map(({ device }) => device.id))) return null;
    return isMost(
      numberIn(one, kinds),
      all.map((each) => numberIn(each, kinds)),
      level,
    );
  }
  const [room, ...more] = namedRooms(parts, index);
  if (one !== undefined || room === undefined || more.length > 0) return null;
  const named = namedRooms(asked, index);
  const rooms = named.size > 1 ? [...named] : index.rooms.map(({ id }) => id);
  const values = new Map(rooms.map((id) => [id, airIn(id, kinds, evidence, index)]));
  const known = [...values.values()].filter((each) => each !== null);
  const least = named.size > 1 ? rooms.length : 2;
  return known.length < least ? null : isMost(values.get(room) ?? null, known, level);
}

function isSuperlative({ lex, possible }: ClausePart): boolean {
  return !possible && (lex?.level === "min" || lex?.level === "max");
}

function isMost(own: number | null, all: readonly (number | null)[], level: "min" | "max"): boolean | null {
  if (own === null) return null;
  return all.every((value) => value !== null && (level === "min" ? own <= value : own >= value));
}

/** The shown value of the air of a room: from a sensor first, then from devices that also measure. */
function airIn(room: string, kinds: ReadonlySet<string>, evidence: Evidence, index: HomeIndex): number | null {
  const there = indexedDevices(evidence.devices, index).filter(
    ({ device }) => device.room?.id === room && evidence.showsAll([device.id]),
  );
  const bySense = there.toSorted((one, other) => Number(isSensor(other)) - Number(isSensor(one)));
  for (const each of bySense) {
    const value = numberIn(
      each,
      kinds,
      (property) => !property.access.write && /^environment|sensor/.test(property.service),
    );
    if (value !== null) return value;
  }
  return null;
}

function isSensor({ device }: IndexedDevice): boolean {
  return /sensor|monitor/.test(device.spec.kind);
}

/** The first numeric value of a property of these types. */
function numberIn(
  { device }: IndexedDevice,
  kinds: ReadonlySet<string>,
  fits: (property: Property) => boolean = () => true,
): number | null {
  for (const property of device.spec.properties.values()) {
    const value = device.state.get(property.address)?.value;
    if (kinds.has(measuredType(property.type)) && fits(property) && typeof value === "number") return value;
  }
  return null;
}

/** Whether a part is a word only for a value of a value list: "dry mode". */
export function isListedValueWord({ lex, predicate }: ClausePart): boolean {
  return lex !== null && lex.listed.length > 0 && !isFunctionWord(lex) && lex.kinds.length === 0 && predicate === null;
}

/** Whether a device currently has one of these list values, or a switch of that name on: its eco, its dryer. */
export function showsListedValue({ device }: IndexedDevice, { listed, props }: LexicalMeaning, now: number): boolean {
  return [...device.state].some(([address, state]) => {
    const property = device.spec.properties.get(address);
    if (!property || lapseOf(device, state, now) !== null) return false;
    if (state.value === true)
      return props.includes(property.type) || listed.some((word) => isWord(word, property.type));
    const shown = property.values.find(({ value }) => value === state.value)?.description.toLowerCase();
    return shown !== undefined && listed.includes(shown);
  });
}

/**
 * Whether a part contradicts the status of the one device that a clause is about: "it is heating" where the status says idle.
 */
export function contradictsStatus(
  part: ClausePart,
  before: ClausePart | undefined,
  parts: readonly ClausePart[],
  subjects: readonly IndexedDevice[],
  evidence: Evidence,
): boolean {
  const { lex, possible, home } = part;
  const said =
    isListedValueWord(part) || (lex !== null && lex.listed.length > 0 && saysThatIs(before) && !home?.devices.length);
  if (!lex || possible || !said) return false;
  const shown = subjects.filter(({ device }) => evidence.subjects.has(device.id));
  const able = shown.filter((each) =>
    statusesOf(each).some(({ values }) => values.some((value) => isCalled(value, lex))),
  );
  const [one, ...others] = able;
  if (one === undefined || others.length > 0) return false;
  const denied = parts.some((each) => playsRole(each, "not") || each.marks.has("none"));
  const known = statusesOf(one).filter(({ address }) => {
    const state = one.device.state.get(address);
    return state !== undefined && lapseOf(one.device, state, evidence.now) === null;
  });
  const so = known.some(({ address, values }) =>
    values.some((value) => value.value === one.device.state.get(address)?.value && isCalled(value, lex)),
  );
  return known.length > 0 && so === denied;
}

/** Whether a part says that something is or is not so: "is", "it is", "isn't". */
function saysThatIs(part: ClausePart | undefined): boolean {
  return (["stating", "is", "not", "filler"] as const).some((role) => playsRole(part, role));
}

function statusesOf({ device }: IndexedDevice) {
  return [...device.spec.properties.values()].filter(
    ({ type, values }) => /(?:^|-)status$/.test(type) && values.length > 0,
  );
}

function isCalled({ description }: { readonly description: string }, { listed }: LexicalMeaning): boolean {
  return listed.includes(description.toLowerCase());
}

/** Whether a part is a bare number after "at": "at eight". */
export function isHourAfterAt({ measure }: ClausePart, before: ClausePart | undefined): boolean {
  return measure?.kind === "quantity" && measure.quantity.unit === null && playsRole(before, "at_time");
}

/** A bare number as a clock time without am or pm. */
export function bareClockTime(part: ClausePart): ClockTime {
  return { hour: numbersInPart(part)[0] ?? Number.NaN, minute: 0, meridiem: null };
}

/** Whether a type is named by a word: `sleep-mode` by "sleep". */
function isWord(word: string, type: string): boolean {
  return type === word || type.startsWith(`${word}-`);
}

/** The numbers of a part. */
export function numbersInPart({ measure, text }: ClausePart): number[] {
  if (measure?.kind === "quantity") return [measure.quantity.value];
  return tokenise(text).flatMap(({ kind, value }) => (kind === "number" ? [value] : []));
}

/** Whether all numbers of a part stand in the person's words. */
export function repeatsNumber(said: string, part: ClausePart): boolean {
  const numbers = new Set(tokenise(said).flatMap(({ kind, value }) => (kind === "number" ? [value] : [])));
  const own = tokenise(part.text).flatMap(({ kind, value }) => (kind === "number" ? [value] : []));
  return own.length > 0 && own.every((number) => numbers.has(number));
}
