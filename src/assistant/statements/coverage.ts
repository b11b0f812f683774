import { succeeded } from "../../home/index.ts";
import type { DeviceState } from "../../language/index.ts";
import { isInStateNow, STATE_AFTER } from "../../understanding/ground/states.ts";
import type { Act, WordRole } from "../../understanding/lexicon/types.ts";
import type { HomeIndex } from "../../understanding/names/home-index.ts";
import type { IndexedDevice } from "../../understanding/names/indexed-device.ts";
import { playsRole } from "../../understanding/parse/items.ts";
import { tokenise } from "../../understanding/text/tokens.ts";
import type { ClausePart, StatementClause } from "./clause.ts";
import type { Evidence } from "./evidence.ts";
import { addsNoClaim, isComparing, statesCondition } from "./harmless.ts";
import { devicesInRooms, indexedDevices, mentionedDevices, namedRooms } from "./mentioned-devices.ts";
import { checkQuantifier } from "./quantifiers.ts";
import type { PersonRequest } from "./request.ts";
import {
  bareClockTime,
  checkSuperlative,
  contradictsStatus,
  isDifference,
  isHourAfterAt,
  isListedValueWord,
  measuresHold,
  numbersInPart,
  showsListedValue,
} from "./values.ts";

/** The state that proves an act. Keyed by act. */
const SHOWN_BY: Readonly<Partial<Record<Act, DeviceState>>> = { ...STATE_AFTER, mute: "muted" };

/** Roles of words that state nothing. */
const PLAIN: ReadonlySet<WordRole> = new Set<WordRole>([
  "filler",
  "article",
  "in",
  "on",
  "off",
  "of",
  "with",
  "for",
  "to",
  "by",
  "and",
  "it",
  "them",
  "here",
  "there",
  "not",
  "no",
  "is",
  "stating",
  "thing",
  "also",
  "all",
  "each",
  "both",
  "object",
  "polite",
  "little",
  "next_clause",
]);

/**
 * closed: every word must match the evidence or be known to state nothing · opposite: the evidence must show the opposite of
 * the clause · open: words that do not speak of homes pass, and numbers may be computed from shown ones.
 */
type CoverageRule = "closed" | "opposite" | "open";

/** Whether the evidence of the turn shows everything that a clause states. */
export function isCovered(
  clause: StatementClause,
  evidence: Evidence,
  request: PersonRequest,
  index: HomeIndex,
  rule: CoverageRule = "closed",
): boolean {
  const { parts, whole = parts, before = [] } = clause;
  const opposite = rule === "opposite";
  const counted = opposite ? null : checkQuantifier(parts, evidence, request, index);
  if (counted !== null) return counted;
  const asked = request.clauses.flatMap((each) => each.parts);
  const near = firstNonEmpty(namedRooms(asked, index), evidence.near);
  // "It catches dust", 灯只能开关: no state is claimed.
  if (rule === "open" && !parts.some(statesCondition)) return true;
  const mentioned = mentionedDevices(parts, evidence, index, near);
  if (mentioned === null) return false;
  // "It is off", 关了 is about what was asked.
  const meant = mentioned.length > 0 ? mentioned : meantBy(request, evidence, index);
  if (meant === null) return false;
  // "Both are on" after a failed call may be about a device that the evidence lacks.
  const named = parts.some(({ home }) => home !== null && home.devices.length + home.rooms.length > 0);
  if (evidence.failed && !named) return false;
  const found = meant.length > 0 ? meant : unnamedSubjects(parts, evidence, index);
  const both = parts.some((part) => playsRole(part, "both"));
  const subjects = both && found.length > 2 ? commandedOf(found, evidence) : found;
  if (both && subjects.length !== 2) return false;
  // "It is 21 degrees in the study": any device there may have reported it.
  const tellers =
    meant.length > 0 && rule !== "open"
      ? subjects
      : [
          ...new Set([
            ...subjects,
            ...knownIn(namedRooms(parts, index), evidence, index),
            ...(mentioned.length === 0 ? toldBefore(before, evidence, index) : []),
            ...(rule === "open" && meant.length === 0 ? indexedDevices(evidence.subjects, index) : []),
          ]),
        ];
  if (!opposite && !measuresHold(clause, tellers, evidence, request, index)) return false;
  if (!opposite && parts.some((part, at) => contradictsStatus(part, parts[at - 1], parts, subjects, evidence)))
    return false;
  // "When did it come on?" – "At eight."
  const dated = rule === "open" && asked.some((part) => playsRole(part, "since"));
  const most = opposite || evidence.called ? null : checkSuperlative(clause, mentioned, request, evidence, index);
  if (!opposite && !listsAsked(parts, mentioned, asked, request, evidence)) return false;
  if (most === false) return false;
  const denied =
    opposite || parts.some((part) => playsRole(part, "not") || (playsRole(part, "no") && parts.length > 1));
  // "I locked it" is an action of the speaker; 锁上了 may be the state of the door.
  const own = parts.some(({ marks }) => marks.has("self"));
  const timed = parts.some(({ measure, predicate }) => measure?.kind === "clock" || predicate?.kind === "plan");
  const stated = parts.some(({ measure, predicate }) => measure !== null || predicate !== null);
  const commanded = evidence.outcomes.some(({ device }) => tellers.some((each) => each.device.id === device));
  const reckoning = !commanded && [...asked, ...whole].some(isComparing);
  const compared = reckoning
    ? [
        ...tellers,
        ...(mentionedDevices(whole, evidence, index) ?? []),
        ...(mentionedDevices(asked, evidence, index) ?? []),
      ]
    : [];
  const measured = parts.some(({ measure }) => measure !== null);
  const able = parts.some(({ marks, possible }) => possible || marks.has("unable"));
  return parts.every((part, at) => {
    if (part.possible && part.predicate) return !isOtherwise(part, subjects, denied, evidence.now);
    // "Minus 24 degrees": a sign and no action.
    if (isSign(part, parts[at + 1])) return true;
    // "Close it and it should cool down" is advice.
    if (
      rule === "open" &&
      at === 0 &&
      part.grammar.spaces &&
      !request.deed &&
      part.predicate?.kind === "deed" &&
      whole.some(({ possible }) => possible)
    )
      return true;
    // "It's on 30 now" gives a setting; the number is checked for itself.
    if (part.predicate?.weak && playsRole(part, "on") && parts[at + 1]?.measure?.kind === "quantity") return true;
    if (dated && isHourAfterAt(part, parts[at - 1]) && evidence.hasClock(bareClockTime(part))) return true;
    if (most === true && (part.lex?.level === "min" || part.lex?.level === "max")) return true;
    if (
      rule === "open" &&
      addsNoClaim(
        part,
        {
          tellers,
          denied,
          said: mentioned.length > 0,
          stated,
          measured,
          timed: parts.some(({ measure }) => measure?.kind === "clock"),
          reckons: (number) =>
            isDifference(number, clause) ||
            (reckoning &&
              evidence.reckons(
                number,
                compared.map(({ device }) => device.id),
              )),
          able,
        },
        evidence,
        request,
      )
    )
      return true;
    return isShown(part, { subjects, tellers, denied, own, timed }, evidence, index);
  });
}

/** Whether each device of a list is in the state that was asked for: "the hall light and the lamp" after "which are on?". */
function listsAsked(
  parts: readonly ClausePart[],
  named: readonly IndexedDevice[],
  asked: readonly ClausePart[],
  { asks }: PersonRequest,
  { now }: Evidence,
): boolean {
  const states = asked.flatMap(({ lex, predicate }) => (predicate?.kind === "state" ? (lex?.states ?? []) : []));
  const which = asked.some((part) => LISTING.some((role) => playsRole(part, role)));
  const plain = parts.every(
    ({ predicate, measure, marks }) => predicate === null && measure === null && !marks.has("none"),
  );
  if (!asks || !which || states.length === 0 || named.length === 0 || !plain) return true;
  return isInStates(states, named, false, now);
}

const LISTING = ["which", "what", "howMany"] as const;

/** The devices that a clause without a device is about; where it names a room, those known there. */
function unnamedSubjects(parts: readonly ClausePart[], evidence: Evidence, index: HomeIndex): readonly IndexedDevice[] {
  const about = indexedDevices(evidence.subjects, index);
  const places = namedRooms(parts, index);
  if (places.size === 0 || devicesInRooms(about, places).length > 0) return about;
  const there = knownIn(places, evidence, index);
  return there.length > 0 ? there : about;
}

/** The devices that the clauses before are about: "the bathroom is warmest, 22 degrees". */
function toldBefore(before: readonly ClausePart[], evidence: Evidence, index: HomeIndex): readonly IndexedDevice[] {
  const named = mentionedDevices(before, evidence, index, evidence.near) ?? [];
  return named.length > 0 ? named : knownIn(namedRooms(before, index), evidence, index);
}

function knownIn(places: ReadonlySet<string>, evidence: Evidence, index: HomeIndex): readonly IndexedDevice[] {
  return places.size === 0 ? [] : devicesInRooms(indexedDevices(evidence.devices, index), places);
}

function firstNonEmpty<Item>(one: ReadonlySet<Item>, other: ReadonlySet<Item>): ReadonlySet<Item> {
  return one.size > 0 ? one : other;
}

/** The devices that were commanded: "both are off" means them, whatever else was read. */
function commandedOf(devices: readonly IndexedDevice[], { outcomes }: Evidence): readonly IndexedDevice[] {
  return devices.filter(({ device }) => outcomes.some((outcome) => outcome.device === device.id));
}

/** The devices that the person's question mentions; null when one of them was neither read nor commanded. */
function meantBy(
  { asks, clauses }: PersonRequest,
  evidence: Evidence,
  index: HomeIndex,
): readonly IndexedDevice[] | null {
  if (!asks) return [];
  return mentionedDevices(
    clauses.flatMap(({ parts }) => parts),
    evidence,
    index,
    evidence.near,
  );
}

function isShown(
  part: ClausePart,
  {
    subjects,
    tellers,
    denied,
    own,
    timed,
  }: {
    readonly subjects: readonly IndexedDevice[];
    readonly tellers: readonly IndexedDevice[];
    readonly denied: boolean;
    readonly own: boolean;
    /** The clause names a time or a plan. */
    readonly timed: boolean;
  },
  evidence: Evidence,
  index: HomeIndex,
): boolean {
  const { lex, home, measure, predicate, marks } = part;
  const ids = tellers.map(({ device }) => device.id);
  if (measure?.kind === "clock") return evidence.hasClock(measure.clock) || evidence.reckonsClock(measure.clock, ids);
  const has = (number: number) => evidence.hasNumber(number, ids);
  if (measure) return numbersInPart(part).every(has);
  if (home && home.devices.length + home.parts.length > 0) return true;
  if (home && home.rooms.length + home.floors.length > 0) {
    return [...namedRooms([part], index)].some((room) => subjects.some(({ device }) => device.room?.id === room));
  }
  // "The lamp you left on" presupposes that it is on.
  if (part.presumed && predicate === null)
    return isInStates(lex?.states.length ? lex.states : ["on"], subjects, denied, evidence.now);
  if (lex && isListedValueWord(part))
    return part.possible || subjects.some((each) => showsListedValue(each, lex, evidence.now));
  const otherwise =
    predicate?.kind === "state" &&
    subjects.length > 0 &&
    isInStates(lex?.states ?? [], subjects, !denied, evidence.now);
  // "It turns off at 22:00" does not show that it is off.
  if (isWritten(part, evidence) && !(otherwise && !timed)) return true;
  if (predicate?.kind === "done") return evidence.outcomes.length > 0 && evidence.allGood;
  if (predicate?.kind === "state") return isInStates(lex?.states ?? [], subjects, denied, evidence.now);
  if (predicate?.kind === "deed") {
    return (
      !denied &&
      (isDone(lex?.acts ?? [], subjects, evidence) ||
        (!own && isInStates(shownBy(lex?.acts ?? []), subjects, false, evidence.now)))
    );
  }
  if (predicate?.kind === "change") return !denied && isDone([], subjects, evidence);
  if (predicate?.kind === "plan") return false;
  if (lex && lex.kinds.length > 0) return true;
  // A device that is only listed as on has no known brightness: "sure, dimming the lights".
  const valued = tellers.filter(({ device }) => evidence.hasValues(device.id));
  if (lex && lex.props.length > 0) return valued.some((each) => lex.props.some((type) => hasProperty(each, type)));
  if (home && home.props.length > 0) return valued.some((each) => home.props.some((type) => hasProperty(each, type)));
  if (lex && lex.color !== null) return has(lex.color);
  if (lex && lex.kelvin !== null) return has(lex.kelvin);
  if (lex?.roles.some((role) => PLAIN.has(role))) return true;
  // Function words state nothing. The person's own words do not count: they may be a guess ("was it my brother?").
  return marks.has("small");
}

/** Whether a possible state contradicts the evidence: "it should be off" where it is on. */
function isOtherwise(
  { predicate, lex }: ClausePart,
  subjects: readonly IndexedDevice[],
  denied: boolean,
  now: number,
): boolean {
  return predicate?.kind === "state" && subjects.length === 1 && isInStates(lex?.states ?? [], subjects, !denied, now);
}

function isSign({ lex, predicate }: ClausePart, next: ClausePart | undefined): boolean {
  return predicate?.kind === "deed" && lex?.acts.includes("lower") === true && next?.measure?.kind === "quantity";
}

/** Whether all words of a part stand in results; for a claim only the home's own sentences count. */
function isWritten({ text, predicate, possible }: ClausePart, { words: all, told, able }: Evidence): boolean {
  const words = predicate ? told : all;
  const has = (word: string) => words.has(word) || (possible && able.has(word));
  return tokenise(text).every(({ text: word, stem }) => has(word) || has(stem));
}

function isInStates(
  states: readonly DeviceState[],
  subjects: readonly IndexedDevice[],
  denied: boolean,
  now: number,
): boolean {
  if (subjects.length === 0) return false;
  return states.some((state) =>
    // The last report of an offline or overdue device does not show its state now.
    subjects.every((indexed) => isInStateNow(state, { indexed, service: null }, now) === !denied),
  );
}

/** Whether a clause denies an action that the evidence shows as done. */
export function contradictsDone({ parts }: StatementClause, evidence: Evidence, index: HomeIndex): boolean {
  const acts = parts.flatMap(({ lex, predicate }) => (predicate?.kind === "deed" ? (lex?.acts ?? []) : []));
  const subjects = mentionedDevices(parts, evidence, index) ?? [];
  // "I couldn't set it to 30", where it was set to 30.
  const numbers = parts.flatMap((part) => (part.measure ? numbersInPart(part) : []));
  const written = evidence.outcomes.some(
    (outcome) => "property" in outcome && succeeded(outcome) && numbers.includes(Number(outcome.value)),
  );
  if (written && evidence.allGood) return true;
  return acts.length > 0 && shownBy(acts).length > 0 && isDone(acts, subjects, evidence);
}

function isDone(acts: readonly Act[], subjects: readonly IndexedDevice[], evidence: Evidence): boolean {
  const good = new Set(evidence.outcomes.filter(succeeded).map(({ device }) => device));
  if (subjects.length === 0 || !subjects.every(({ device }) => good.has(device.id)) || !evidence.allGood) return false;
  const states = shownBy(acts);
  return states.length === 0 || isInStates(states, subjects, false, evidence.now);
}

function shownBy(acts: readonly Act[]): DeviceState[] {
  return acts.flatMap((act) => SHOWN_BY[act] ?? []);
}

function hasProperty({ device }: IndexedDevice, type: string): boolean {
  return [...device.spec.properties.values()].some((property) => property.type === type);
}
