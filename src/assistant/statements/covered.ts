import { lapseOf, succeeded } from "../../home/index.ts";
import { isNow, STATE_AFTER } from "../../understanding/ground/states.ts";
import type { Act, Meaning, Role, State } from "../../understanding/lexicon/types.ts";
import type { HomeIndex, IndexedDevice } from "../../understanding/names/home-index.ts";
import { is, isUnknown } from "../../understanding/parse/items.ts";
import { tokenise } from "../../understanding/text/tokens.ts";
import { type Clause, holdsTogether, type Part } from "./clauses.ts";
import type { Evidence } from "./evidence.ts";
import { quantified } from "./quantified.ts";
import type { Request } from "./request.ts";
import { indexed, inPlaces, mentionedBy, placesOf } from "./subjects.ts";

/** The state that shows that an act was done. */
const SHOWN_BY: Readonly<Partial<Record<Act, State>>> = { ...STATE_AFTER, mute: "muted" };

/** Roles of words that add no statement. */
const PLAIN: ReadonlySet<Role> = new Set<Role>([
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
 * Whether each statement of a clause follows from what the turn has shown. The rule is closed: a word that neither stands
 * for a device, a value or a deed of the evidence nor is known to mean nothing of its own counts as a statement that
 * nothing shows.
 * @param opposite whether it is the opposite that has to follow
 */
export function isCovered(
  { parts }: Clause,
  evidence: Evidence,
  request: Request,
  index: HomeIndex,
  opposite = false,
): boolean {
  const counted = opposite ? null : quantified(parts, evidence, request, index);
  if (counted !== null) return counted;
  const asked = request.clauses.flatMap((clause) => clause.parts);
  const near = firstNonEmpty(placesOf(asked, index), evidence.near);
  const mentioned = mentionedBy(parts, evidence, index, near);
  if (mentioned === null) return false;
  // "It is off", 关了: what was asked about.
  const meant = mentioned.length > 0 ? mentioned : meantBy(request, evidence, index);
  if (meant === null) return false;
  // "Both are on" after a call that failed: what it was about is not among what is known.
  const named = parts.some(({ home }) => home !== null && home.devices.length + home.rooms.length > 0);
  if (evidence.failed && !named) return false;
  const found = meant.length > 0 ? meant : indexed(evidence.devices, index);
  const both = parts.some((part) => is(part, "both"));
  const subjects = both && found.length > 2 ? commandedOf(found, evidence) : found;
  if (both && subjects.length !== 2) return false;
  const denied = opposite || parts.some((part) => is(part, "not") || (is(part, "no") && parts.length > 1));
  // "I locked it" is a deed of the speaker; 锁上了 may be how the door is.
  const own = parts.some(({ marks }) => marks.has("self"));
  return parts.every((part) => {
    if (part.possible && part.predicate) return true;
    return isShown(part, { subjects, denied, own }, evidence, index);
  });
}

function firstNonEmpty<Item>(one: ReadonlySet<Item>, other: ReadonlySet<Item>): ReadonlySet<Item> {
  return one.size > 0 ? one : other;
}

/** "Both are off": the two that were commanded, whatever else was read. */
function commandedOf(devices: readonly IndexedDevice[], { outcomes }: Evidence): readonly IndexedDevice[] {
  return devices.filter(({ device }) => outcomes.some((outcome) => outcome.device === device.id));
}

/** The devices that the person's question is about; null when one of them was neither read nor commanded. */
function meantBy({ asks, clauses }: Request, evidence: Evidence, index: HomeIndex): readonly IndexedDevice[] | null {
  if (!asks) return [];
  return mentionedBy(
    clauses.flatMap(({ parts }) => parts),
    evidence,
    index,
  );
}

/**
 * Whether a clause says that a home lacks something, and it does: "there is no camera in the nursery", 阳台没有摄像头. A place that
 * the home does not know has nothing.
 */
export function isAbsent({ parts, question }: Clause, index: HomeIndex): boolean {
  const kinds = parts.flatMap(({ lex }) => lex?.kinds ?? []);
  if (question || kinds.length === 0 || !parts.some(saysNone)) return false;
  const plain = parts.every((part) => part.predicate === null || part.possible || part.marks.has("small"));
  const named = parts.some(({ home, lex }) => home !== null && home.devices.length > 0 && !lex?.kinds.length);
  if (!plain || named) return false;
  const rooms = placesOf(parts, index);
  const there = kinds.flatMap((kind) => [...index.ofKind(kind)]);
  // A place of no name here, or a kind of room that the home has none of.
  const elsewhere = rooms.size === 0 && parts.some((part) => isUnknown(part) || (part.lex?.rooms.length ?? 0) > 0);
  return elsewhere || there.every(({ device }) => rooms.size > 0 && !(device.room && rooms.has(device.room.id)));
}

/** Whether a clause says that a room lacks what is there: "there is no camera in the garden". */
export function deniesPresent({ parts }: Clause, index: HomeIndex): boolean {
  const kinds = new Set(parts.flatMap(({ lex }) => lex?.kinds ?? []));
  const rooms = placesOf(parts, index);
  const plain = parts.every(({ predicate, measure }) => predicate === null && measure === null);
  if (!plain || kinds.size === 0 || rooms.size === 0 || !parts.some(saysNone)) return false;
  return [...kinds].some((kind) => inPlaces([...index.ofKind(kind)], rooms).some(({ ownKinds }) => ownKinds.has(kind)));
}

function saysNone(part: Part): boolean {
  return part.marks.has("unable") || is(part, "not") || is(part, "no");
}

function isShown(
  part: Part,
  {
    subjects,
    denied,
    own,
  }: { readonly subjects: readonly IndexedDevice[]; readonly denied: boolean; readonly own: boolean },
  evidence: Evidence,
  index: HomeIndex,
): boolean {
  const { lex, home, measure, predicate, marks } = part;
  if (measure?.kind === "clock") return evidence.hasClock(measure.clock);
  if (measure) return numberOf(part).every((number) => evidence.numbers.has(number));
  if (home && home.devices.length + home.parts.length > 0) return true;
  if (home && home.rooms.length + home.floors.length > 0) {
    return [...placesOf([part], index)].some((room) => subjects.some(({ device }) => device.room?.id === room));
  }
  // "The lamp you left on".
  if (part.presumed && predicate === null)
    return isInStates(lex?.states.length ? lex.states : ["on"], subjects, denied, evidence.now);
  if (lex && isMode(part)) return part.possible || subjects.some((each) => isInMode(each, lex, evidence.now));
  if (isWritten(part, evidence)) return true;
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
  if (lex && lex.props.length > 0) return subjects.some((each) => lex.props.some((type) => hasProperty(each, type)));
  if (home && home.props.length > 0) return subjects.some((each) => home.props.some((type) => hasProperty(each, type)));
  if (lex && lex.color !== null) return evidence.numbers.has(lex.color);
  if (lex && lex.kelvin !== null) return evidence.numbers.has(lex.kelvin);
  if (lex?.roles.some((role) => PLAIN.has(role))) return true;
  // What the person said of it is a guess: "was it my brother?"
  return marks.has("small");
}

/** A word for a value of a list and for nothing else: "dry mode". */
function isMode({ lex, predicate }: Part): boolean {
  return lex !== null && lex.listed.length > 0 && !holdsTogether(lex) && lex.kinds.length === 0 && predicate === null;
}

/** Whether a device shows one of the listed values now, or has what is called like it on: its eco, its dryer. */
function isInMode({ device }: IndexedDevice, { listed, props }: Meaning, now: number): boolean {
  return [...device.state].some(([address, state]) => {
    const property = device.spec.properties.get(address);
    if (!property || lapseOf(device, state, now) !== null) return false;
    if (state.value === true)
      return props.includes(property.type) || listed.some((word) => isWord(word, property.type));
    const shown = property.values.find(({ value }) => value === state.value)?.description.toLowerCase();
    return shown !== undefined && listed.includes(shown);
  });
}

/** Whether a type is that of a word: `sleep-mode` of "sleep". */
function isWord(word: string, type: string): boolean {
  return type === word || type.startsWith(`${word}-`);
}

/** Whether all its words stand in a result. */
function isWritten({ text, predicate, possible }: Part, { words: all, told, able }: Evidence): boolean {
  const words = predicate ? told : all;
  const has = (word: string) => words.has(word) || (possible && able.has(word));
  return tokenise(text).every(({ text: word, stem }) => has(word) || has(stem));
}

function numberOf({ measure, text }: Part): number[] {
  if (measure?.kind === "quantity") return [measure.quantity.value];
  return tokenise(text).flatMap(({ kind, value }) => (kind === "number" ? [value] : []));
}

function isInStates(
  states: readonly State[],
  subjects: readonly IndexedDevice[],
  denied: boolean,
  now: number,
): boolean {
  if (subjects.length === 0) return false;
  return states.some((state) =>
    // What a device reported last is not what is so now where it is offline or overdue.
    subjects.every((indexed) => isNow(state, { indexed, service: null }, now) === !denied),
  );
}

function isDone(acts: readonly Act[], subjects: readonly IndexedDevice[], evidence: Evidence): boolean {
  const good = new Set(evidence.outcomes.filter(succeeded).map(({ device }) => device));
  if (subjects.length === 0 || !subjects.every(({ device }) => good.has(device.id)) || !evidence.allGood) return false;
  const states = shownBy(acts);
  return states.length === 0 || isInStates(states, subjects, false, evidence.now);
}

function shownBy(acts: readonly Act[]): State[] {
  return acts.flatMap((act) => SHOWN_BY[act] ?? []);
}

function hasProperty({ device }: IndexedDevice, type: string): boolean {
  return [...device.spec.properties.values()].some((property) => property.type === type);
}
