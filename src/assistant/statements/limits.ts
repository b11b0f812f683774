import type { Property } from "../../home/index.ts";
import type { HomeIndex } from "../../understanding/names/home-index.ts";
import type { IndexedDevice } from "../../understanding/names/indexed-device.ts";
import { playsRole } from "../../understanding/parse/items.ts";
import type { ClausePart, StatementClause } from "./clause.ts";
import type { Evidence } from "./evidence.ts";
import { indexedDevices, mentionedDevices, namedRooms } from "./mentioned-devices.ts";
import type { PersonRequest } from "./request.ts";
import { numbersInPart, repeatsNumber } from "./values.ts";

/**
 * Checks a statement about the range of a setting: "it only goes up to 30 degrees", 最高只能设到30度, "35 is too high". true: it
 * fits the spec; false: it names a wrong limit; null: the clause is no such statement.
 */
export function checkLimit(
  clause: StatementClause,
  request: PersonRequest,
  evidence: Evidence,
  index: HomeIndex,
): boolean | null {
  const { parts, question } = clause;
  const measures = parts.filter(({ measure }) => measure?.kind === "quantity");
  if (question || measures.length === 0 || parts.some(saysMore)) return null;
  const asked = request.clauses.flatMap((each) => each.parts);
  const ranged = rangedOf(devicesOf(parts, asked, evidence, index), [...asked, ...(clause.whole ?? parts)]);
  if (ranged.length === 0) return null;
  const beyond = (part: ClausePart) =>
    repeatsNumber(request.said, part) &&
    numbersInPart(part).every((number) => !ranged.some((each) => holds(each, number)));
  if (measures.every(beyond)) return true;
  const level = parts.find(({ lex }) => lex?.level === "min" || lex?.level === "max")?.lex?.level ?? endOf(parts);
  const most = parts.some(({ marks }) => marks.has("indefinite")) && parts.some(({ possible }) => possible);
  const way = wayOf(parts);
  const bare = level === null && !most && !parts.some((part) => playsRole(part, "only"));
  if (bare && way === null) return null;
  const end = level ?? way;
  const so = measures.every(
    (part) => beyond(part) || numbersInPart(part).every((number) => ranged.some((each) => isEnd(each, number, end))),
  );
  // "It goes up to 75 degrees."
  if (bare) return so && parts.some(isGoing) ? true : null;
  if (parts.some(isGoing)) return so;
  // 最低16度 may also be a measured value; after a request below the range it explains the refusal.
  return so && level !== null && asked.some((part) => part.measure?.kind === "quantity" && beyond(part)) ? true : null;
}

/** Whether a part states more than a limit: a state, an action, a promise. */
function saysMore({ predicate, possible, marks, presumed }: ClausePart): boolean {
  if (presumed || marks.has("own") || marks.has("present")) return true;
  return !possible && (predicate?.kind === "state" || predicate?.kind === "done" || predicate?.kind === "plan");
}

/** Whether a part belongs to a statement of a limit: "goes", "up", "can be set". */
function isGoing({ possible, lex }: ClausePart): boolean {
  return possible || (lex?.acts.length ?? 0) > 0;
}

/** The end that a negated bound names: "it doesn't go below 16 degrees" names the minimum. */
function endOf(parts: readonly ClausePart[]): "min" | "max" | null {
  if (!parts.some((part) => playsRole(part, "not"))) return null;
  return parts.some((part) => playsRole(part, "below"))
    ? "min"
    : parts.some((part) => playsRole(part, "above"))
      ? "max"
      : null;
}

function wayOf(parts: readonly ClausePart[]): "min" | "max" | null {
  const acts = new Set(parts.flatMap(({ lex }) => lex?.acts ?? []));
  if (acts.has("raise") === acts.has("lower")) return null;
  return acts.has("raise") ? "max" : "min";
}

function devicesOf(
  parts: readonly ClausePart[],
  asked: readonly ClausePart[],
  evidence: Evidence,
  index: HomeIndex,
): readonly IndexedDevice[] {
  const named = mentionedDevices(parts, evidence, index, namedRooms(asked, index)) ?? [];
  if (named.length > 0) return named;
  const meant = mentionedDevices(asked, evidence, index, evidence.near) ?? [];
  return meant.length > 0 ? meant : indexedDevices(evidence.subjects, index);
}

/** The settable properties with a range in the unit that the parts name. */
function rangedOf(devices: readonly IndexedDevice[], parts: readonly ClausePart[]): readonly Property[] {
  const units = parts.flatMap(({ measure }) => (measure?.kind === "quantity" ? (measure.quantity.unit ?? []) : []));
  const [unit] = units;
  return devices
    .flatMap(({ device }) => [...device.spec.properties.values()])
    .filter(({ access, range, unit: own }) => access.write && range !== null && isOf(own, unit));
}

function isOf(own: string | null, said: string | undefined): boolean {
  if (said === "degree" || said === "celsius") return own === "celsius";
  return said === "percent" ? own === "percentage" : own !== null;
}

function holds({ range }: Property, number: number): boolean {
  return range !== null && number >= range.min && number <= range.max;
}

function isEnd({ range }: Property, number: number, end: string | null): boolean {
  if (range === null) return false;
  const ends = [...(end === "max" ? [] : [range.min]), ...(end === "min" ? [] : [range.max])];
  return ends.some((each) => Math.abs(each) === Math.abs(number));
}
