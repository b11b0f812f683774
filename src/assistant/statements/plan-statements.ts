import { stateAfterAct } from "../../understanding/ground/states.ts";
import type { LexicalMeaning, WordRole } from "../../understanding/lexicon/types.ts";
import type { HomeIndex } from "../../understanding/names/home-index.ts";
import { playsRole } from "../../understanding/parse/items.ts";
import { tokenise } from "../../understanding/text/tokens.ts";
import type { ClausePart, StatementClause } from "./clause.ts";
import type { ShownPlan } from "./evidence.ts";
import { devicesInRooms, indexedDevices, namedRooms } from "./mentioned-devices.ts";
import { parseClauses } from "./parse-clauses.ts";
import type { PersonRequest } from "./request.ts";
import { bareClockTime, isHourAfterAt, numbersInPart } from "./values.ts";

/**
 * Whether a sentence describes one of the shown plans truly: every event in it has its device, state and time in one piece of
 * the plan, and what it says about being paused is right.
 * @param clauses the clauses of the sentence
 */
export function isTruePlanStatement(
  clauses: readonly StatementClause[],
  plans: readonly ShownPlan[],
  index: HomeIndex,
): boolean {
  return plans.some((plan) => {
    const pieces = parseClauses(plan.text, index).flatMap(piecesOf);
    const words = new Set(tokenise(plan.text).flatMap(({ text, stem }) => [text, stem]));
    const told = clauses.map((clause) => {
      if (clause.question || offers(clause)) return "open";
      if (clause.parts.every((part) => part.marks.has("small") || playsRole(part, "yes"))) return "open";
      if (isStatus(clause.parts, plan.paused)) return "told";
      return piecesOf(clause).every((piece) => stands(piece, pieces, words, index)) ? "told" : "not";
    });
    return !told.includes("not") && (told.includes("told") || clauses.every(offers));
  });
}

/** Splits a clause into pieces with one event each: at "when", and at "and" before an action. */
function piecesOf({ parts }: StatementClause): (readonly ClausePart[])[] {
  const pieces: ClausePart[][] = [[]];
  for (const [at, part] of parts.entries()) {
    const adds = playsRole(part, "and") && (parts[at + 1]?.lex?.acts.length ?? 0) > 0;
    if ((part.marks.has("supposed") && at > 0) || adds) pieces.push([]);
    pieces.at(-1)?.push(part);
  }
  return pieces.filter((piece) => piece.length > 0);
}

function stands(
  piece: readonly ClausePart[],
  pieces: readonly (readonly ClausePart[])[],
  words: ReadonlySet<string>,
  index: HomeIndex,
): boolean {
  const all = pieces.flat();
  if (!piece.every((part, at) => isKnown(part, piece[at - 1], all, words))) return false;
  const things = thingsIn(piece, index);
  const effects = effectsOf(piece);
  if (things.some((ids) => ids.size === 0)) return false;
  if (things.length === 0 && effects.size === 0)
    return piece.some(({ measure, lex }) => measure !== null || (lex?.time.length ?? 0) > 0);
  return pieces.some((own) => {
    const there = thingsIn(own, index);
    const does = effectsOf(own);
    return (
      isTrigger(own) === isTrigger(piece) &&
      denies(own) === denies(piece) &&
      things.every((ids) => there.some((each) => [...each].some((id) => ids.has(id)))) &&
      [...effects].every((effect) => does.has(effect)) &&
      (effects.size > 0 || does.size === 0)
    );
  });
}

/** For each name, the ids of the devices that it may mean in the rooms named with it. */
function thingsIn(parts: readonly ClausePart[], index: HomeIndex): ReadonlySet<string>[] {
  const places = namedRooms(parts, index);
  return parts.flatMap(({ home, lex }) => {
    const named = [...(home?.devices ?? []), ...(home?.parts ?? []).map(({ device }) => device)];
    const kinds = lex?.kinds ?? [];
    if (named.length + kinds.length === 0) return [];
    const alike = [...indexedDevices(new Set(named), index), ...kinds.flatMap((kind) => [...index.ofKind(kind)])];
    const meant = places.size === 0 ? alike : devicesInRooms(alike, places);
    return [new Set(meant.map(({ device }) => device.id))];
  });
}

/** The states that the parts bring about; open counts as on and closed as off, because 打开 means both. */
function effectsOf(parts: readonly ClausePart[]): ReadonlySet<string> {
  const states = parts.flatMap(({ lex, home }) => {
    if (home !== null && home.devices.length > 0) return [];
    if ((lex?.kinds.length ?? 0) > 0) return [];
    return [...(lex?.states ?? []), ...(lex?.acts ?? []).map((act) => stateAfterAct(act) ?? act)];
  });
  const alike: Readonly<Record<string, string>> = { open: "on", closed: "off" };
  return new Set(states.filter((state) => !EMPTY.has(state)).map((state) => alike[state] ?? state));
}

/** Acts without a meaning of their own: "turns", "next". */
const EMPTY: ReadonlySet<string> = new Set(["turn", "run", "next", "set"]);

/** Whether a clause says that something happens at a time of day or on a day. */
export function statesSchedule({ parts, question }: StatementClause): boolean {
  const dated = parts.some(
    (part, at) =>
      part.measure?.kind === "clock" || isHourAfterAt(part, parts[at - 1]) || (part.lex?.time.length ?? 0) > 0,
  );
  return dated && !question && parts.some(({ predicate, lex }) => predicate !== null || (lex?.acts.length ?? 0) > 0);
}

function isTrigger(parts: readonly ClausePart[]): boolean {
  return parts.some((part) => part.marks.has("supposed") || playsRole(part, "when_end"));
}

function denies(parts: readonly ClausePart[]): boolean {
  return parts.some((part) => playsRole(part, "not") || part.marks.has("none"));
}

/** Whether a part is a device, an action, a function word, or stands in the plan as well. */
function isKnown(
  part: ClausePart,
  before: ClausePart | undefined,
  all: readonly ClausePart[],
  words: ReadonlySet<string>,
): boolean {
  const { lex, home, measure, predicate, marks, text } = part;
  const written = tokenise(text).every(({ text: word, stem }) => words.has(word) || words.has(stem));
  if (marks.has("own") || predicate?.kind === "done" || predicate?.kind === "change") return false;
  if (marks.has("nextTime")) return true;
  if (measure !== null) return written || all.some((each) => isSame(part, before, each));
  if (home !== null && home.devices.length + home.parts.length + home.rooms.length > 0) return true;
  const time = JSON.stringify(lex?.time?.filter(({ kind }) => kind !== "clock") ?? []);
  if (time !== "[]")
    return written || all.some((each) => JSON.stringify(each.lex?.time ?? []) === time) || isNext(lex?.time ?? [], all);
  if (lex !== null && lex.kinds.length + lex.states.length + lex.acts.length > 0) return true;
  return written || marks.has("small") || marks.has("supposed") || OPEN.some((role) => playsRole(part, role));
}

/** Whether a day and a part of the day ("tonight") fit the plan's day and time (today at 23:00). */
function isNext(times: LexicalMeaning["time"], all: readonly ClausePart[]): boolean {
  const day = times.find((time) => time.kind === "day");
  const part = times.find((time) => time.kind === "part");
  const at = all.findLast(({ measure }) => measure?.kind === "clock")?.measure;
  if (day === undefined || at?.kind !== "clock") return false;
  const same = all.some(({ lex }) => lex?.time.some((time) => time.kind === "day" && time.offset === day.offset));
  return same && (part === undefined || isWithin(at.clock.hour, part.hours));
}

function isWithin(hour: number, [from, to]: readonly [string, string]): boolean {
  const [begin, end] = [Number.parseInt(from, 10), Number.parseInt(to, 10)];
  return begin < end ? hour >= begin && hour < end : hour >= begin || hour < end;
}

/** Whether the person asks when or how often something happens. */
export function asksWhen({ asks, clauses }: PersonRequest): boolean {
  return (
    asks &&
    clauses.some(({ parts }) => parts.some((part) => (part.lex?.time.length ?? 0) > 0 || playsRole(part, "since")))
  );
}

const OPEN: readonly WordRole[] = [
  "filler",
  "article",
  "it",
  "when",
  "when_end",
  "consequence",
  "automation",
  "next_clause",
];

function isSame(part: ClausePart, before: ClausePart | undefined, other: ClausePart): boolean {
  const { measure } = other;
  if (measure?.kind === "clock") {
    const said =
      part.measure?.kind === "clock" ? part.measure.clock : isHourAfterAt(part, before) ? bareClockTime(part) : null;
    const { hour, minute, meridiem } = measure.clock;
    if (said === null || said.minute !== minute || said.hour % 12 !== hour % 12) return false;
    return said.meridiem === null || meridiem === said.meridiem || hour >= 12 === (said.meridiem === "pm");
  }
  if (part.measure?.kind === "duration")
    return measure?.kind === "duration" && measure.seconds === part.measure.seconds;
  return measure?.kind === part.measure?.kind && numbersInPart(other).join() === numbersInPart(part).join();
}

/** Whether the parts only say, and truly, whether the plan is paused: "it's active", 没有暂停. */
function isStatus(parts: readonly ClausePart[], paused: boolean): boolean {
  const denied = denies(parts);
  const isPause = ({ lex }: ClausePart) =>
    lex?.states.includes("paused") === true || lex?.acts.includes("pause") === true;
  const working = parts.some(({ marks }) => marks.has("inForce"));
  const pausing = parts.some(isPause);
  if (working === pausing) return false;
  const plain = parts.every(
    (part) =>
      isPause(part) || ["inForce", "small", "none"].some((mark) => part.marks.has(mark as "small")) || isPlain(part),
  );
  return plain && paused === (pausing ? !denied : denied);
}

function isPlain(part: ClausePart): boolean {
  return (["filler", "not", "automation"] as const).some((role) => playsRole(part, role));
}

/** Whether a clause tells the person what they can say: 要暂停就说一声, "say pause to pause it". */
function offers({ parts }: StatementClause): boolean {
  const [first] = parts;
  if (parts.some(({ measure, marks, predicate }) => measure !== null || marks.has("own") || isSo(predicate?.kind)))
    return false;
  const tells = (part: ClausePart | undefined) => part?.lex?.acts.includes("tell") === true;
  return (
    playsRole(first, "ofAsking") ||
    tells(first) ||
    (parts.some(tells) && (first?.possible === true || playsRole(first, "yes")))
  );
}

function isSo(kind: string | undefined): boolean {
  return kind === "state" || kind === "done" || kind === "plan";
}
