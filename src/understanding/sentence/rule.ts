import type { Rule } from "../ground/conditions.ts";
import { roomsOf } from "../ground/places.ts";
import { queryStep } from "../ground/queries.ts";
import type { Situation, Target } from "../ground/situation.ts";
import { STATE_AFTER } from "../ground/states.ts";
import { countsInFahrenheit } from "../ground/temperatures.ts";
import type { Act, State } from "../lexicon/types.ts";
import { type Conditional, isEvent, takeCondition } from "../parse/conditions.ts";
import type { Frame } from "../parse/frame.ts";
import { type Item, is, isMark } from "../parse/items.ts";
import { readFrame } from "../parse/read.ts";
import { roleSet, says } from "../parse/said.ts";
import { takeWindows, type Window } from "../parse/windows.ts";
import { doSteps, type Plannable, type Query, type Step } from "../plan.ts";

/** A condition that is understood in this home, and the command that depends on it. */
export interface Condition {
  readonly frame: Frame;
  readonly query: Query;
  readonly windows: readonly Window[];
  /** Each time from now on; otherwise looked at now. */
  readonly standing: boolean;
  /** It is news at a moment: "when the door opens". */
  readonly happening: boolean;
  readonly unless: boolean;
  readonly command: readonly Item[];
  /** What is to be told when nothing is to be done; null when something is. */
  readonly notice: string | null;
  /** The command is in the room of the condition. */
  readonly situation: Situation;
}

/** Reads a condition against this home; null when it is not clear what is to be looked at. */
export function readCondition(conditional: Conditional, situation: Situation, source: string): Condition | null {
  const { unless, lead } = conditional;
  const bounds = takeWindows([...lead, ...conditional.condition]);
  // "in ten minutes, if …" is one look, later on.
  if (!bounds || bounds.rest.some((item) => is(item, "after"))) return null;
  const { rest: command, windows: more } = windowsOfCommand(conditional.rest);
  const windows = [...bounds.windows, ...more];
  // "if it is above 26 at night" is about every night, and not a look at now; how long it has been so is not known of now.
  // "if the sensor sees somebody", 要是漏水了 are about each time: nobody asks for a look at it now.
  const seen = !unless && bounds.rest.some((item) => isSeen(item) || leaks(item));
  const standing = conditional.standing || windows.length > 0 || hasDuration(bounds.rest) || seen;
  if (standing && (unless || command.some(isOtherwise))) return null;
  const { frame, happening } = conditionFrame(bounds.rest, standing, situation);
  // What happens is no command: "… somebody unlocks the front door".
  if (command.some(isThirdPerson) || (frame && isUnjoined(frame))) return null;
  if (!frame || !isAbout(frame) || (standing && isWholeHome(frame))) return null;
  if (!standing) nearby(frame, command, situation);
  const found = queryStep(frame, placeOf(frame, command, situation));
  if (found?.kind !== "answer") return null;
  const { query } = found;
  // "below 5 in the garden", where nothing measures it, is not about another room.
  const places = [...frame.places, ...frame.heads.flatMap((head) => head.places)];
  const said = places.some(({ kind }) => kind === "rooms") ? roomsOf(places, situation).ids : null;
  if (said && query.targets.some(({ indexed }) => !said.has(indexed.device.room?.id ?? ""))) return null;
  const rooms = query.targets.flatMap(({ indexed }) => (indexed.device.room ? [indexed.device.room.id] : []));
  const notice = standing && command.every(isTelling) ? textOf(conditional.condition, source) : null;
  const near = withRooms(situation, rooms);
  // "when the TV has been on for an hour turn it off"
  const devices = frame.heads.length > 0 ? query.targets.map(({ indexed }) => indexed.device.id) : near.focus.devices;
  const named = frame.heads.length > 0 ? { parts: servicesOf(query.targets) } : {};
  const focused = { ...near, focus: { ...near.focus, devices, ...named } };
  return { frame, query, windows, standing, happening, unless, command, notice, situation: focused };
}

/** "If the lights are on, turn them off" is about those in here, as "turn the lights off" is; doors and windows are the home's. */
function nearby(frame: Frame, command: readonly Item[], situation: Situation): void {
  const { room, index } = situation;
  const [head, ...others] = frame.heads;
  if (room === null || head?.type !== "kind" || others.length + head.places.length + frame.places.length > 0) return;
  if (head.quantifier === "all" || head.kinds.some((kind) => OF_THE_HOME.test(kind))) return;
  const { heads, places } = readFrame(command, index, false);
  if (places.length > 0 || heads.some(({ type }) => type !== "it" && type !== "them")) return;
  const here = [...index.inRoom(room)].some((indexed) =>
    head.kinds.some((kind) => index.isKind(indexed, kind) === "own"),
  );
  if (here) frame.heads = [{ ...head, places: [{ kind: "here" }] }];
}

/** Kinds that one thinks of as the home's, wherever one is. */
const OF_THE_HOME = /door|lock|window|gate/;

/** What is meant inside other devices: the lamp of an airer is switched off, and not the airer. */
function servicesOf(targets: readonly Target[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    targets.flatMap(({ indexed, service }) => (service === null ? [] : [[indexed.device.id, service] as const])),
  );
}

function conditionFrame(
  given: readonly Item[],
  standing: boolean,
  situation: Situation,
): { readonly frame: Frame | null; readonly happening: boolean } {
  const items = withoutPerson(given);
  const frame = readFrame(items, situation.index, true);
  frame.fahrenheit = countsInFahrenheit(situation);
  frame.timeless = standing;
  const change = frame.act === null || frame.states.length > 0 ? undefined : STATE_OF_ACT[frame.act];
  if (change) {
    frame.states.push(change);
    frame.act = null;
  }
  // 降到四十以下
  if ((frame.above || frame.below) && (frame.act === "lower" || frame.act === "raise" || frame.act === "set"))
    frame.act = null;
  const [head] = frame.heads;
  if (head?.quantifier === "all") frame.asking = "all";
  else frame.asking = head?.quantifier === "any" || head?.plural === true ? "any" : "polar";
  // "not above 20", "above 26 or below 10": a rule looks at one thing, as it was said.
  const states = new Set(frame.states).size;
  const more = items.some((item) => is(item, "not")) || frame.values.length > 1 || states > 1 || frame.alternatives;
  const clear = frame.unknown.length === 0 && !frame.blocked && !more;
  return { frame: clear ? frame : null, happening: change !== undefined || items.some(isVerb) };
}

/** "somebody opens the window": who does it is not told by any device, but that it opens is. */
function withoutPerson(items: readonly Item[]): readonly Item[] {
  const at = items.findIndex((item) => !isMark(item) && !is(item, "filler"));
  const next = items[at + 1];
  const acts = next?.lex?.acts.some((act) => act in STATE_OF_ACT) ?? false;
  return acts && is(items[at], "person") ? items.filter((_, place) => place !== at) : items;
}

/** "opens", "unlocks": nobody is told to do something so. */
function isThirdPerson({ first, lex, home }: Item): boolean {
  return home === null && first.plural && (lex?.acts.length ?? 0) > 0 && lex?.kinds.length === 0;
}

/** "the fridge door": two things that nothing joins are one that is not known. */
function isUnjoined({ heads, items }: Frame): boolean {
  return heads.length > 1 && !items.some((item) => isMark(item) || is(item, "and") || is(item, "or"));
}

/** "nobody is home": what a sensor in one room tells is not known of the home. */
function isWholeHome({ items, states, places }: Frame): boolean {
  const home = places.some(({ kind }) => kind === "home") || items.some((item) => is(item, "home"));
  return home && states.includes("clear");
}

/** "opens": its ending is that of a plural. */
function isVerb(item: Item): boolean {
  return isSeen(item) || isEvent(item);
}

/** 漏水了 */
function leaks({ lex, grammar }: Item): boolean {
  return grammar.bareConditions && (lex?.states.includes("wet") ?? false);
}

/** "sees somebody", "detects motion": what a sensor does at a moment. */
function isSeen({ lex, first, from, to }: Item): boolean {
  return first.plural && to - from > 1 && (lex?.states.includes("occupied") ?? false);
}

/** Whether it is said what is looked at: a word like "dark" that is a value of some list says nothing about which. */
function isAbout({ heads, states, props, above, below }: Frame): boolean {
  if (heads.length > 0) return true;
  if (states.some((state) => !AT_LARGE.has(state))) return false;
  return states.length > 0 || props.length > 0 || above || below;
}

/** A condition that names no place is about that of the command: "turn on the fan in the study when it is above 28 there". */
function placeOf(condition: Frame, rest: readonly Item[], situation: Situation): Situation {
  const said = condition.heads.length > 0 || condition.places.some(({ kind }) => kind !== "there");
  if (said) return situation;
  const command = readFrame(rest, situation.index, false);
  const places = [...command.places, ...command.heads.flatMap((head) => head.places)];
  const rooms = places.length > 0 ? roomsOf(places, situation) : null;
  const named = command.heads.flatMap(({ devices }) =>
    devices.flatMap((id) => situation.index.devices.get(id)?.device.room?.id ?? []),
  );
  return withRooms(situation, rooms?.ids ? [...rooms.ids] : named);
}

/** What is said of something that happens: "when the curtain closes". */
const STATE_OF_ACT: Readonly<Partial<Record<Act, State>>> = {
  ...STATE_AFTER,
  pause: "paused",
  stop: "stopped",
};

/** States of a home or a room, said of nothing in particular. */
const AT_LARGE: ReadonlySet<State> = new Set<State>(["occupied", "clear", "wet", "hot", "cold"]);

/** A word for sunrise or sunset. */
export function isSun({ lex }: Item): boolean {
  return lex?.time.some(({ kind }) => kind === "sun") ?? false;
}

/** The condition of a sentence; "when it gets dark" is a time and none. */
export function conditionOf(items: readonly Item[]): Conditional | null {
  const conditional = takeCondition(items);
  if (!conditional) return null;
  const words = conditional.condition.filter((item) => !isMark(item) && !is(item, "filler") && !is(item, "is"));
  const sun = words.length === 1 && words[0]?.lex?.time.some(({ kind }) => kind === "sun");
  return sun ? null : conditional;
}

/** Whether it is clear what is meant, and there is such a thing. */
export function isSettled(step: Step): boolean {
  return step.kind !== "ask" && step.kind !== "refuse";
}

/** "otherwise", 否则 */
function isOtherwise(item: Item): boolean {
  return is(item, "otherwise");
}

/** What is done when the condition holds, and what otherwise: 除非…否则… has only one of them. */
export function branchesOf(
  command: readonly Item[],
  unless: boolean,
): readonly [met: readonly Item[], unmet: readonly Item[]] {
  const at = command.findIndex(isOtherwise);
  const before = command.slice(0, Math.max(0, at));
  const after = command.slice(at + 1);
  if (at < 0) return unless ? [[], command] : [command, []];
  if (before.every(isMark)) return unless ? [[], after] : [after, []];
  return unless ? [after, before] : [before, after];
}

/** "tell me", 提醒我: nothing is to be done but that. */
export function isTelling(item: Item): boolean {
  if (isMark(item) || is(item, "filler") || is(item, "remind") || is(item, "tellsIf")) return true;
  return item.lex?.acts.includes("tell") === true;
}

function hasDuration(items: readonly Item[]): boolean {
  return items.some(({ measure }) => measure?.kind === "duration");
}

/** What was said, as it was said. */
function textOf(items: readonly Item[], source: string): string {
  const said = items.filter((item) => !isMark(item));
  // 漏水了|赶紧告诉我
  const last = said.findLastIndex((item) => !is(item, "filler") || is(item, "tells"));
  const words = last < 0 ? said : said.slice(0, last + 1);
  return source.slice(words[0]?.first.start ?? 0, words.at(-1)?.end ?? 0).trim();
}

/** "… turn on the air conditioner at night": a part of the day that goes with no clock bounds the condition. */
function windowsOfCommand(rest: readonly Item[]): { windows: readonly Window[]; rest: readonly Item[] } {
  const open = rest.some(isDayPart) && rest.every(({ measure }) => measure?.kind !== "clock");
  const taken = open ? takeWindows(rest) : null;
  return taken ?? { windows: [], rest };
}

/** "at night", 早上: a stretch of every day. */
function isDayPart({ lex }: Item): boolean {
  return lex?.time.some(({ kind }) => kind === "part") ?? false;
}

/** Whether any word for a condition is said. */
export function saysCondition(items: readonly Item[]): boolean {
  return says(items, CONDITION_WORDS) && items.some(isConditionWord);
}

const CONDITION_WORDS = roleSet("if", "unless", "whenever", "when");

/** A word for a condition: without one that is understood, nothing is done. */
export function isConditionWord(item: Item): boolean {
  return (
    is(item, "if") || is(item, "unless") || is(item, "whenever") || (is(item, "when") && item.grammar.whenCondition)
  );
}

/** What is talked about is in these rooms, when there is one. */
function withRooms(situation: Situation, rooms: readonly string[]): Situation {
  const unique = [...new Set(rooms)];
  return unique.length === 1
    ? { ...situation, focus: { ...situation.focus, rooms: unique }, room: unique[0] ?? situation.room }
    : situation;
}

/**
 * Commands whenever something happens: at once, for a while ("turn on the light for 5 minutes"), or some at once and the
 * last some time after ("… and turn it off after 5 minutes").
 */
export function whenever(steps: readonly Step[], rule: Rule | null): Step[] | null {
  if (rule === null) return null;
  const [first] = steps;
  if (steps.length === 1 && first?.kind === "later" && first.when.kind === "for") {
    const { seconds: lasting } = first.when;
    return [{ kind: "whenever", rule, steps: first.steps, lasting, afterwards: null, notice: null }];
  }
  const last = steps.length > 1 ? steps.at(-1) : undefined;
  const delayed = last?.kind === "later" && last.when.kind === "delay" && last.lasting === null ? last : null;
  const afterwards =
    delayed?.when.kind === "delay" ? { seconds: delayed.when.seconds, steps: doSteps(delayed.steps) } : null;
  const now = delayed ? steps.slice(0, -1) : steps;
  const doing = now.filter((step) => step.kind === "do" || step.kind === "refuse" || isActivation(step));
  if (doing.length < now.length) return null;
  const able = doing.filter(
    (step): step is Plannable => (step.kind === "do" && step.doings.length > 0) || step.kind === "scene",
  );
  const refused = doing.filter((step) => !able.some((each) => each === step));
  if (able.length === 0) return refused;
  return [{ kind: "whenever", rule, steps: able, lasting: null, afterwards, notice: null }, ...refused];
}

function isActivation(step: Step): boolean {
  return step.kind === "scene" && !step.off;
}
