import type { DeviceId } from "../../home/index.ts";
import type { DeviceState } from "../../language/index.ts";
import { OPPOSITES, stateAfterAct } from "../../understanding/ground/states.ts";
import type { Act } from "../../understanding/lexicon/types.ts";
import type { HomeIndex } from "../../understanding/names/home-index.ts";
import { playsRole } from "../../understanding/parse/items.ts";
import type { ClockTime } from "../../understanding/parse/measure/measures.ts";
import { pastSpansIn } from "../../understanding/parse/time/past-spans.ts";
import type { PastFact, PastMoment } from "../past/index.ts";
import { type ClausePart, isUnlistedWord, type StatementClause } from "./clause.ts";
import { isCovered } from "./coverage.ts";
import type { Evidence } from "./evidence.ts";
import { claimSignsOf } from "./marks.ts";
import { mentionedDevices } from "./mentioned-devices.ts";
import type { PersonRequest } from "./request.ts";
import { bareClockTime, isHourAfterAt, numbersInPart, repeatsNumber } from "./values.ts";

/** Tolerance of a stated duration, as a share: people round. */
const LENGTH_SHARE = 0.05;
const MINUTE = 60_000;
/** Milliseconds by which a state may fail to hold and still count as "all the time". */
const ALMOST = MINUTE;
/** Milliseconds without a record from which on a "never" is not certain. */
const TOLERATED = 5 * MINUTE;

/**
 * Checks a sentence about the past against the facts from the history: states, moments, durations, counts and values of the
 * devices that it names. Null where the sentence is not about the past, or no history was read.
 */
export function checkPastStatement(
  sentence: string,
  clauses: readonly StatementClause[],
  request: PersonRequest,
  evidence: Evidence,
  index: HomeIndex,
): boolean | null {
  const { past } = evidence;
  if (past.length === 0 || !clauses.some(isOfPast)) return null;
  const signs = claimSignsOf(sentence);
  if (signs.has("deed") || signs.has("favour")) return false;
  const all = pastSpansIn(sentence.toLowerCase()).some((span) => span.all);
  return clauses.every((clause) => {
    if (clause.question) return true;
    if (!isOfPast(clause) && clause.parts.some(statesNow)) return isCovered(clause, evidence, request, index, "open");
    return holds(clause, all, request, evidence, index);
  });
}

function isOfPast({ parts }: StatementClause): boolean {
  return parts.some(({ marks }) => marks.has("past"));
}

function statesNow({ predicate, measure }: ClausePart): boolean {
  return measure === null && (predicate?.kind === "state" || predicate?.kind === "deed");
}

function holds(
  clause: StatementClause,
  all: boolean,
  request: PersonRequest,
  evidence: Evidence,
  index: HomeIndex,
): boolean {
  const { parts, before = [] } = clause;
  if (parts.some(({ marks, possible }) => marks.has("own") && !possible)) return false;
  const named = devicesIn(parts, evidence, index);
  if (named === null) return false;
  const subject = named.length > 0 ? named : (devicesIn(before, evidence, index) ?? []);
  const facts = factsOf(subject, evidence.past);
  if (facts.length === 0) return false;
  if (parts.some(({ marks }) => marks.has("most")) && !isMost(subject, evidence.past)) return false;
  const denied = parts.some((part) => playsRole(part, "not") || part.marks.has("none"));
  return parts.every((part, at) => {
    if (part.measure !== null) {
      const own = devicesIn(parts.slice(0, at).filter(namesDevice).slice(-1), evidence, index) ?? [];
      return measureHolds(part, at, clause, own.length > 0 ? factsOf(own, evidence.past) : facts, request);
    }
    return predicateHolds(part, at, parts, { facts, denied, all });
  });
}

/** The devices that the parts name; null where one of them was not read. */
function devicesIn(parts: readonly ClausePart[], evidence: Evidence, index: HomeIndex): readonly DeviceId[] | null {
  return mentionedDevices(parts, evidence, index, evidence.near)?.map(({ device }) => device.id) ?? null;
}

function namesDevice({ home }: ClausePart): boolean {
  return (home?.devices.length ?? 0) + (home?.parts.length ?? 0) > 0;
}

/** The facts about these devices; without devices those about the whole home, otherwise all. */
function factsOf(devices: readonly DeviceId[], past: readonly PastFact[]): readonly PastFact[] {
  if (devices.length > 0) return past.filter(({ device }) => device !== null && devices.includes(device));
  const ofHome = past.filter(({ device }) => device === null);
  return ofHome.length > 0 ? ofHome : past;
}

/** Whether the first of these devices has used the most electricity. */
function isMost(devices: readonly DeviceId[], past: readonly PastFact[]): boolean {
  const counted = past.filter(({ device, kWh }) => device !== null && kWh !== null);
  if (counted.length === 0 || devices.length === 0) return true;
  const most = Math.max(...counted.map(({ kWh }) => kWh ?? 0));
  return counted.some(({ device, kWh }) => device !== null && devices[0] === device && kWh === most);
}

function measureHolds(
  part: ClausePart,
  at: number,
  clause: StatementClause,
  facts: readonly PastFact[],
  request: PersonRequest,
): boolean {
  const { measure } = part;
  const { parts } = clause;
  switch (measure?.kind) {
    case "clock":
      return isShownAt(measure.clock, part, clause, facts, request);
    case "duration":
      return repeatsNumber(request.said, part) || facts.some((fact) => hasLength(fact, measure.seconds * 1000));
    case "quantity": {
      if (isHourAfterAt(part, parts[at - 1])) return isShownAt(bareClockTime(part), part, clause, facts, request);
      const level = levelOf(parts);
      const numbers = numbersInPart(part);
      // The person's own number may be repeated: "below five".
      if (level === null && repeatsNumber(request.said, part)) return true;
      return numbers.every((number) => facts.some((fact) => hasNumber(fact, number, level)));
    }
    case "date":
      return true;
    default:
      return false;
  }
}

/** Whether the parts call a number a minimum or a maximum. */
function levelOf(parts: readonly ClausePart[]): "min" | "max" | null {
  const ends = parts.flatMap(({ lex }) => [
    ...(lex?.level === "min" || lex?.acts.includes("lower") ? ["min" as const] : []),
    ...(lex?.level === "max" || lex?.acts.includes("raise") ? ["max" as const] : []),
  ]);
  const [end, ...others] = new Set(ends);
  return end !== undefined && others.length === 0 ? end : null;
}

function isShownAt(
  clock: ClockTime,
  part: ClausePart,
  clause: StatementClause,
  facts: readonly PastFact[],
  request: PersonRequest,
): boolean {
  if (repeatsNumber(request.said, part)) return true;
  const marked = (mark: "lastTime" | "firstTime"): boolean => clause.parts.some(({ marks }) => marks.has(mark));
  const states = clause.parts.flatMap(statesOf);
  return facts.some((fact) => {
    const turns =
      fact.state !== null && states.some((state) => OPPOSITES[state] === fact.state) ? fact.ended : fact.began;
    // "It last ran until five" names an end.
    const ends = clause.parts.some((each) => playsRole(each, "until")) ? fact.ended : turns;
    const one = marked("lastTime") ? ends.at(-1) : marked("firstTime") ? ends[0] : undefined;
    if (one && fact.state !== null) return shows(one, clock);
    const extremes = [fact.least, fact.most].flatMap((end) => end?.moment ?? []);
    return [...fact.began, ...fact.ended, ...extremes, ...fact.moments].some((moment) => shows(moment, clock));
  });
}

function shows({ minute }: PastMoment, { hour, minute: minutes, meridiem }: ClockTime): boolean {
  const half = (hour % 12) * 60 + minutes;
  const either = hour > 12 || hour === 0 ? [hour * 60 + minutes] : [half, half + 12 * 60];
  const able = meridiem === "am" ? [half] : meridiem === "pm" ? [half + 12 * 60] : either;
  return able.some((each) => Math.abs(each - minute) <= 1);
}

function hasLength({ so, not, unknown, lengths, span }: PastFact, ms: number): boolean {
  const known = [so, not, unknown, span.to - span.from, ...lengths];
  return known.some((each) => Math.abs(each - ms) <= Math.max(MINUTE, each * LENGTH_SHARE) && each > 0);
}

function hasNumber(fact: PastFact, number: number, level: "min" | "max" | null): boolean {
  const end = level === "min" ? fact.least : level === "max" ? fact.most : null;
  if (level !== null && end) return isRounded(end.value, number);
  const ends = [fact.least, fact.most].flatMap((each) => each?.value ?? []);
  const counts = fact.state === null ? [] : [fact.began.length, fact.ended.length];
  return [...ends, ...fact.numbers].some((each) => isRounded(each, number)) || counts.includes(number);
}

/** Whether a value, rounded to the stated number of digits, is the stated number. */
function isRounded(value: number, told: number): boolean {
  const digits = String(told).split(".")[1]?.length ?? 0;
  return Math.abs(value - told) <= 0.5 / 10 ** digits + 1e-9;
}

/** The states that a part claims, from its state or its act. */
function statesOf({ lex, predicate }: ClausePart): readonly DeviceState[] {
  if (predicate?.kind === "state") return lex?.states ?? [];
  return predicate?.kind === "deed" ? (lex?.acts ?? []).flatMap((act) => after(act)) : [];
}

const MORE_ACTS: Readonly<Partial<Record<Act, DeviceState>>> = {
  start: "on",
  stop: "off",
  run: "on",
  resume: "on",
  pause: "off",
};

function after(act: Act): readonly DeviceState[] {
  return (stateAfterAct(act) ?? MORE_ACTS[act]) ? [stateAfterAct(act) ?? MORE_ACTS[act] ?? "on"] : [];
}

function predicateHolds(
  part: ClausePart,
  at: number,
  parts: readonly ClausePart[],
  { facts, denied, all }: { readonly facts: readonly PastFact[]; readonly denied: boolean; readonly all: boolean },
): boolean {
  const { predicate, possible } = part;
  if (predicate === null || possible) return true;
  switch (predicate.kind) {
    case "change":
      return facts.every(({ state }) => state === null);
    case "done":
    case "plan":
      return false;
    case "state":
    case "deed": {
      const states = statesOf(part);
      const told = facts.filter(({ state }) => state !== null && isOf(state, states));
      // "On average", "down to": words about measured values.
      if (told.length === 0)
        return (predicate.weak || states.length === 0) && facts.every(({ state }) => state === null);
      if (isOfStranger(parts.slice(0, at))) return false;
      return told.every((fact) => wasSo(fact, states, predicate.kind === "deed", denied, all));
    }
    default:
      return predicate.kind satisfies never;
  }
}

/** Whether an unknown word may be the actor: "Tom opened it". The history does not know actors. */
function isOfStranger(before: readonly ClausePart[]): boolean {
  return before.some(isUnlistedWord) && !before.some((part) => playsRole(part, "stating"));
}

function isOf(state: DeviceState, states: readonly DeviceState[]): boolean {
  return states.some((each) => meansSame(each, state) || meansSame(OPPOSITES[each], state));
}

/** Whether two states are the same; 开 means on and open. */
function meansSame(one: DeviceState | undefined, other: DeviceState): boolean {
  return one === other || (one === "on" && other === "open") || (one === "off" && other === "closed");
}

function wasSo(
  { state, so, not, unknown, began, ended }: PastFact,
  states: readonly DeviceState[],
  deed: boolean,
  denied: boolean,
  all: boolean,
): boolean {
  const plain = state !== null && states.some((each) => meansSame(each, state));
  const [yes, no] = plain ? [so, not] : [not, so];
  const turns = plain ? began : ended;
  if (deed) return denied ? turns.length === 0 && unknown < TOLERATED : turns.length > 0;
  if (denied) return all ? no >= ALMOST : yes < ALMOST && unknown < TOLERATED;
  return all ? no < ALMOST && yes > 0 : yes > 0;
}
