import { type Device, type DeviceId, lapseOf, standing, succeeded } from "../../home/index.ts";
import { isNow, STATE_AFTER } from "../../understanding/ground/states.ts";
import type { Act, Meaning, Role, State } from "../../understanding/lexicon/types.ts";
import type { HomeIndex, IndexedDevice } from "../../understanding/names/home-index.ts";
import { is } from "../../understanding/parse/items.ts";
import { tokenise } from "../../understanding/text/tokens.ts";
import { type Clause, holdsTogether, type Part } from "./clauses.ts";
import type { Evidence } from "./evidence.ts";
import type { Request } from "./request.ts";

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
  const mentioned = mentionedBy(parts, evidence, index);
  if (mentioned === null) return false;
  // "It is off", 关了: what was asked about.
  const meant = mentioned.length > 0 ? mentioned : meantBy(request, evidence, index);
  if (meant === null) return false;
  // "Both are on" after a call that failed: what it was about is not among what is known.
  const named = parts.some(({ home }) => home !== null && home.devices.length + home.rooms.length > 0);
  if (evidence.failed && !named) return false;
  const subjects = meant.length > 0 ? meant : unnamedSubjects(parts, evidence, index);
  // "It is 21 degrees in the study": any of what is there may tell it.
  const tellers =
    meant.length > 0 ? subjects : [...new Set([...subjects, ...knownIn(roomsOf(parts), evidence, index)])];
  if (subjects.length !== 2 && parts.some((part) => is(part, "both"))) return false;
  const denied = opposite || parts.some((part) => is(part, "not") || (is(part, "no") && parts.length > 1));
  // "I locked it" is a deed of the speaker; 锁上了 may be how the door is.
  const own = parts.some(({ marks }) => marks.has("self"));
  return parts.every((part) => {
    if (part.possible && part.predicate) return true;
    return isShown(part, { subjects, tellers, denied, own }, evidence);
  });
}

/** What a clause without a device is about; where it names a room, what is known there. */
function unnamedSubjects(parts: readonly Part[], evidence: Evidence, index: HomeIndex): readonly IndexedDevice[] {
  const about = indexed(evidence.subjects, index);
  const rooms = roomsOf(parts);
  if (rooms.size === 0 || about.some(({ device }) => device.room !== null && rooms.has(device.room.id))) return about;
  const there = knownIn(rooms, evidence, index);
  return there.length > 0 ? there : about;
}

function roomsOf(parts: readonly Part[]): ReadonlySet<string> {
  return new Set(parts.flatMap(({ home }) => home?.rooms ?? []));
}

function knownIn(rooms: ReadonlySet<string>, evidence: Evidence, index: HomeIndex): readonly IndexedDevice[] {
  if (rooms.size === 0) return [];
  return indexed(evidence.devices, index).filter(({ device }) => device.room !== null && rooms.has(device.room.id));
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

/** The devices that a clause speaks of; null when one of them was neither read nor commanded. */
export function mentionedBy(
  parts: readonly Part[],
  evidence: Evidence,
  index: HomeIndex,
): readonly IndexedDevice[] | null {
  const rooms = new Set(parts.flatMap(({ home }) => home?.rooms ?? []));
  const all = parts.some((part) => is(part, "all") || is(part, "each") || is(part, "no") || is(part, "any"));
  const found = new Set<IndexedDevice>();
  for (const { home, lex, text } of parts) {
    const named = [...(home?.devices ?? []), ...(home?.parts ?? []).map(({ device }) => device)];
    if (named.length > 0) {
      const called = indexed(new Set(named), index);
      const there = all ? called : meantThere(called, rooms, evidence.room);
      const known = there.filter(({ device }) => evidence.devices.has(device.id));
      if (known.length === 0) return null;
      for (const each of known) found.add(each);
      continue;
    }
    const kinds = lex?.kinds ?? [];
    if (kinds.length === 0) continue;
    const alike = kinds.flatMap((kind) => [...index.ofKind(kind)]);
    // A kind may be the name of one of them: "the light strip".
    const called = alike.filter(({ device }) => isCalled(device, text));
    const meant = called.length > 0 ? called : alike;
    const placed = rooms.size === 0 ? meant : meant.filter(({ device }) => device.room && rooms.has(device.room.id));
    // Who knows of the members knows of their group.
    const there = all
      ? standing(
          placed,
          ({ device }) => device,
          (id) => index.devices.get(id)?.device,
        )
      : placed;
    const here = all ? there : meantThere(there, rooms, evidence.room);
    const known = here.filter(({ device }) => evidence.devices.has(device.id));
    if (known.length === 0 || (all && known.length < there.length)) return null;
    for (const each of known) found.add(each);
  }
  return [...found];
}

/** Of several things of one name those in the rooms that are said, or beside the speaker; all where none stands there. */
function meantThere(
  devices: readonly IndexedDevice[],
  rooms: ReadonlySet<string>,
  speakers: string | null,
): readonly IndexedDevice[] {
  if (devices.length < 2) return devices;
  const places = rooms.size > 0 ? rooms : new Set(speakers === null ? [] : [speakers]);
  const there = devices.filter(({ device }) => device.room !== null && places.has(device.room.id));
  return there.length > 0 ? there : devices;
}

function isCalled({ name, aliases }: Device, text: string): boolean {
  return [name, ...aliases].some((each) => each.toLowerCase() === text);
}

function indexed(ids: Iterable<DeviceId>, index: HomeIndex): IndexedDevice[] {
  return [...ids].flatMap((id) => index.devices.get(id) ?? []);
}

function isShown(
  part: Part,
  {
    subjects,
    tellers,
    denied,
    own,
  }: {
    readonly subjects: readonly IndexedDevice[];
    readonly tellers: readonly IndexedDevice[];
    readonly denied: boolean;
    readonly own: boolean;
  },
  evidence: Evidence,
): boolean {
  const { lex, home, measure, predicate, marks } = part;
  if (measure?.kind === "clock") return evidence.hasClock(measure.clock);
  const ids = tellers.map(({ device }) => device.id);
  const has = (number: number) => evidence.hasNumber(number, ids);
  if (measure) return numberOf(part).every(has);
  if (home && home.devices.length + home.parts.length > 0) return true;
  if (home && home.rooms.length > 0) {
    return home.rooms.some((room) => subjects.some(({ device }) => device.room?.id === room));
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
  // Of what is known to be on nobody has seen how bright it is: "sure, dimming the lights".
  const valued = tellers.filter(({ device }) => evidence.hasValues(device.id));
  if (lex && lex.props.length > 0) return valued.some((each) => lex.props.some((type) => hasProperty(each, type)));
  if (home && home.props.length > 0) return valued.some((each) => home.props.some((type) => hasProperty(each, type)));
  if (lex && lex.color !== null) return has(lex.color);
  if (lex && lex.kelvin !== null) return has(lex.kelvin);
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
