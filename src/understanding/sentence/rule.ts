import type { DeviceState } from "../../language/index.ts";
import type { RuleDraft } from "../ground/conditions.ts";
import type { DialogueContext } from "../ground/context.ts";
import { roomsOf } from "../ground/places.ts";
import { queryStep } from "../ground/queries.ts";
import type { StateQuery } from "../ground/query.ts";
import { STATE_AFTER } from "../ground/states.ts";
import type { DeviceTarget } from "../ground/target.ts";
import { usesFahrenheit } from "../ground/temperatures.ts";
import type { Act } from "../lexicon/types.ts";
import { type ConditionSplit, isEvent, splitCondition } from "../parse/clauses/conditions.ts";
import type { Frame } from "../parse/frame.ts";
import { type Item, isMark, playsRole } from "../parse/items.ts";
import { anyHasRole, roleSet } from "../parse/role-index.ts";
import { readFrame } from "../parse/slots/read.ts";
import { extractWindows, type TimeWindow } from "../parse/time/time-windows.ts";
import { doSteps, type Plannable, type SentenceStep } from "../plan.ts";

/** A condition that is grounded in this home, and the command that depends on it. */
export interface GroundedCondition {
  readonly frame: Frame;
  readonly query: StateQuery;
  readonly windows: readonly TimeWindow[];
  /** It is a rule for each time from now on; otherwise it is checked once, now. */
  readonly standing: boolean;
  /** It is an event at a moment: "when the door opens". */
  readonly momentary: boolean;
  readonly unless: boolean;
  readonly command: readonly Item[];
  /** The notice when nothing is to be done but telling; null otherwise. */
  readonly notice: string | null;
  /** The context of the command, in the room of the condition. */
  readonly context: DialogueContext;
}

/** Grounds a condition; null when it is not clear what to check. */
export function readCondition(
  conditional: ConditionSplit,
  context: DialogueContext,
  source: string,
): GroundedCondition | null {
  const { unless, lead } = conditional;
  const bounds = extractWindows([...lead, ...conditional.condition]);
  // "In ten minutes, if …" is a single check later, which is not supported.
  if (!bounds || bounds.rest.some((item) => playsRole(item, "after"))) return null;
  const { rest: command, windows: more } = windowsOfCommand(conditional.rest);
  const windows = [...bounds.windows, ...more];
  // "If it is above 26 at night" is about every night; and for how long a state has lasted cannot be checked now.
  // "If the sensor sees somebody" and 要是漏水了 are about each time, not about now.
  const seen = !unless && bounds.rest.some((item) => isSeen(item) || leaks(item));
  const standing = conditional.standing || windows.length > 0 || hasDuration(bounds.rest) || seen;
  if (standing && (unless || command.some(isOtherwise))) return null;
  const { frame, momentary } = conditionFrame(bounds.rest, standing, context);
  // An event is no command: "… somebody unlocks the front door".
  if (command.some(isThirdPerson) || (frame && isUnjoined(frame))) return null;
  if (!frame || !isAbout(frame) || (standing && isWholeHome(frame))) return null;
  if (!standing) nearby(frame, command, context);
  const found = queryStep(frame, placeOf(frame, command, context));
  if (found?.kind !== "answer") return null;
  const { query } = found;
  // "Below 5 in the garden" without a sensor there must not use another room.
  const places = [...frame.places, ...frame.heads.flatMap((head) => head.places)];
  const said = places.some(({ kind }) => kind === "rooms") ? roomsOf(places, context).ids : null;
  if (said && query.targets.some(({ indexed }) => !said.has(indexed.device.room?.id ?? ""))) return null;
  const rooms = query.targets.flatMap(({ indexed }) => (indexed.device.room ? [indexed.device.room.id] : []));
  const notice = standing && command.every(isTelling) ? textOf(conditional.condition, source) : null;
  const near = withRooms(context, rooms);
  // "when the TV has been on for an hour turn it off"
  const devices = frame.heads.length > 0 ? query.targets.map(({ indexed }) => indexed.device.id) : near.focus.devices;
  const named = frame.heads.length > 0 ? { parts: servicesOf(query.targets) } : {};
  const focused = { ...near, focus: { ...near.focus, devices, ...named } };
  return { frame, query, windows, standing, momentary, unless, command, notice, context: focused };
}

/**
 * Limits the condition to this room like its command: "if the lights are on, turn them off". Doors and windows are checked
 * in the whole home.
 */
function nearby(frame: Frame, command: readonly Item[], context: DialogueContext): void {
  const { room, index } = context;
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

/** Kinds that people think of as the home's, wherever they are. */
const OF_THE_HOME = /door|lock|window|gate/;

/** Service keys, keyed by device id: "turn it off" then means the lamp of an airer, not the airer. */
function servicesOf(targets: readonly DeviceTarget[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    targets.flatMap(({ indexed, service }) => (service === null ? [] : [[indexed.device.id, service] as const])),
  );
}

/** Reads the condition as a question; `frame` null when it is not clear, `momentary` for an event at a moment. */
function conditionFrame(
  given: readonly Item[],
  standing: boolean,
  context: DialogueContext,
): { readonly frame: Frame | null; readonly momentary: boolean } {
  const items = withoutPerson(given);
  const frame = readFrame(items, context.index, true);
  frame.fahrenheit = usesFahrenheit(context);
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
  // "Not above 20" and "above 26 or below 10" are not supported: a rule checks one thing.
  const states = new Set(frame.states).size;
  const more =
    items.some((item) => playsRole(item, "not")) || frame.values.length > 1 || states > 1 || frame.alternatives;
  const clear = frame.unknown.length === 0 && !frame.blocked && !more;
  return { frame: clear ? frame : null, momentary: change !== undefined || items.some(isVerb) };
}

/** Drops who does it: for "somebody opens the window" devices only report that it opens. */
function withoutPerson(items: readonly Item[]): readonly Item[] {
  const at = items.findIndex((item) => !isMark(item) && !playsRole(item, "filler"));
  const next = items[at + 1];
  const acts = next?.lex?.acts.some((act) => act in STATE_OF_ACT) ?? false;
  return acts && playsRole(items[at], "person") ? items.filter((_, place) => place !== at) : items;
}

/** Whether it is a verb in the third person ("opens", "unlocks"), which commands nothing. */
function isThirdPerson({ first, lex, home }: Item): boolean {
  return home === null && first.plural && (lex?.acts.length ?? 0) > 0 && lex?.kinds.length === 0;
}

/** Whether two heads stand side by side without a joining word: "the fridge door" is one thing that is not known. */
function isUnjoined({ heads, items }: Frame): boolean {
  return heads.length > 1 && !items.some((item) => isMark(item) || playsRole(item, "and") || playsRole(item, "or"));
}

/** Whether it says that nobody is home, which a motion sensor in one room cannot tell. */
function isWholeHome({ items, states, places }: Frame): boolean {
  const home = places.some(({ kind }) => kind === "home") || items.some((item) => playsRole(item, "home"));
  return home && states.includes("clear");
}

/** Whether it is a verb of an event: "opens", whose ending looks like a plural. */
function isVerb(item: Item): boolean {
  return isSeen(item) || isEvent(item);
}

/** Whether it is a leak without a word for a condition: 漏水了. */
function leaks({ lex, grammar }: Item): boolean {
  return grammar.bareConditions && (lex?.states.includes("wet") ?? false);
}

/** Whether a sensor detects somebody at a moment: "sees somebody", "detects motion". */
function isSeen({ lex, first, from, to }: Item): boolean {
  return first.plural && to - from > 1 && (lex?.states.includes("occupied") ?? false);
}

/** Whether it is said what to check: "dark" alone may be a value of any list. */
function isAbout({ heads, states, props, above, below }: Frame): boolean {
  if (heads.length > 0) return true;
  if (states.some((state) => !AT_LARGE.has(state))) return false;
  return states.length > 0 || props.length > 0 || above || below;
}

/**
 * The context in the place of the command, for a condition without a place: "turn on the fan in the study when it is above
 * 28".
 */
function placeOf(condition: Frame, rest: readonly Item[], context: DialogueContext): DialogueContext {
  const said = condition.heads.length > 0 || condition.places.some(({ kind }) => kind !== "there");
  if (said) return context;
  const command = readFrame(rest, context.index, false);
  const places = [...command.places, ...command.heads.flatMap((head) => head.places)];
  const rooms = places.length > 0 ? roomsOf(places, context) : null;
  const named = command.heads.flatMap(({ devices }) =>
    devices.flatMap((id) => context.index.devices.get(id)?.device.room?.id ?? []),
  );
  return withRooms(context, rooms?.ids ? [...rooms.ids] : named);
}

/** The state that a verb of an event leads to: "when the curtain closes". */
const STATE_OF_ACT: Readonly<Partial<Record<Act, DeviceState>>> = {
  ...STATE_AFTER,
  pause: "paused",
  stop: "stopped",
};

/** States that may be said of a home or room without naming a device. */
const AT_LARGE: ReadonlySet<DeviceState> = new Set<DeviceState>(["occupied", "clear", "wet", "hot", "cold"]);

/** Whether it is a word for sunrise or sunset. */
export function isSun({ lex }: Item): boolean {
  return lex?.time.some(({ kind }) => kind === "sun") ?? false;
}

/** The condition of a sentence; null when there is none, or it is only a time ("when it gets dark"). */
export function conditionalIn(items: readonly Item[]): ConditionSplit | null {
  const conditional = splitCondition(items);
  if (!conditional) return null;
  const words = conditional.condition.filter(
    (item) => !isMark(item) && !playsRole(item, "filler") && !playsRole(item, "is"),
  );
  const sun = words.length === 1 && words[0]?.lex?.time.some(({ kind }) => kind === "sun");
  return sun ? null : conditional;
}

/** Whether the step needs no choice and is no refusal. */
export function isSettled(step: SentenceStep): boolean {
  return step.kind !== "ask" && step.kind !== "refuse";
}

/** Whether it is "otherwise" or 否则. */
function isOtherwise(item: Item): boolean {
  return playsRole(item, "otherwise");
}

/** The commands for when the condition holds and for when it does not; 除非…否则… has only one of them. */
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

/** Whether it only asks to be told: "tell me", 提醒我. */
export function isTelling(item: Item): boolean {
  if (isMark(item) || playsRole(item, "filler") || playsRole(item, "remind") || playsRole(item, "tellsIf")) return true;
  return item.lex?.acts.includes("tell") === true;
}

function hasDuration(items: readonly Item[]): boolean {
  return items.some(({ measure }) => measure?.kind === "duration");
}

/** The words as they were said. */
function textOf(items: readonly Item[], source: string): string {
  const said = items.filter((item) => !isMark(item));
  // 漏水了|赶紧告诉我
  const last = said.findLastIndex((item) => !playsRole(item, "filler") || playsRole(item, "tells"));
  const words = last < 0 ? said : said.slice(0, last + 1);
  return source.slice(words[0]?.first.start ?? 0, words.at(-1)?.end ?? 0).trim();
}

/** Takes a part of the day without a clock from the command as a time window: "… turn on the air conditioner at night". */
function windowsOfCommand(rest: readonly Item[]): { windows: readonly TimeWindow[]; rest: readonly Item[] } {
  const open = rest.some(isDayPart) && rest.every(({ measure }) => measure?.kind !== "clock");
  const taken = open ? extractWindows(rest) : null;
  return taken ?? { windows: [], rest };
}

/** Whether it is a part of every day: "at night", 早上. */
function isDayPart({ lex }: Item): boolean {
  return lex?.time.some(({ kind }) => kind === "part") ?? false;
}

/** Whether there is any word for a condition. */
export function saysCondition(items: readonly Item[]): boolean {
  return anyHasRole(items, CONDITION_WORDS) && items.some(isConditionWord);
}

const CONDITION_WORDS = roleSet("if", "unless", "whenever", "when");

/** Whether it is a word for a condition. If the condition is not understood, nothing is done. */
export function isConditionWord(item: Item): boolean {
  return (
    playsRole(item, "if") ||
    playsRole(item, "unless") ||
    playsRole(item, "whenever") ||
    (playsRole(item, "when") && item.grammar.whenCondition)
  );
}

/** The context in these rooms, if it is one. */
function withRooms(context: DialogueContext, rooms: readonly string[]): DialogueContext {
  const unique = [...new Set(rooms)];
  return unique.length === 1
    ? { ...context, focus: { ...context.focus, rooms: unique }, room: unique[0] ?? context.room }
    : context;
}

/**
 * Rules for commands whenever something happens: at once, for a while ("turn on the light for 5 minutes"), or with a last
 * command some time after ("… and turn it off after 5 minutes"). Null when a step cannot be part of a rule.
 */
export function wheneverSteps(steps: readonly SentenceStep[], rule: RuleDraft | null): SentenceStep[] | null {
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

function isActivation(step: SentenceStep): boolean {
  return step.kind === "scene" && !step.off;
}
