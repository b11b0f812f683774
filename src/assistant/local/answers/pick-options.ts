import type { DeviceId } from "../../../home/index.ts";
import type { DeviceState } from "../../../language/index.ts";
import { doStep } from "../../../understanding/ground/commands.ts";
import type { DialogueContext } from "../../../understanding/ground/context.ts";
import { withoutRedundantGroups } from "../../../understanding/ground/groups.ts";
import { calledSo, hasInName, onSide } from "../../../understanding/ground/narrow.ts";
import { inPlaces } from "../../../understanding/ground/places.ts";
import { selectTargets } from "../../../understanding/ground/select.ts";
import { isInState } from "../../../understanding/ground/states.ts";
import type { DeviceTarget } from "../../../understanding/ground/target.ts";
import type { Act, WordRole } from "../../../understanding/lexicon/types.ts";
import type { Frame, Head, ValueMention } from "../../../understanding/parse/frame.ts";
import { type Item, isMark, playsRole } from "../../../understanding/parse/items.ts";
import { segmentText } from "../../../understanding/parse/segment.ts";
import { countOf } from "../../../understanding/parse/senses.ts";
import { readFrame } from "../../../understanding/parse/slots/read.ts";
import type { DoStep } from "../../../understanding/plan.ts";
import { normalise } from "../../../understanding/text/tokens.ts";
import { splitAtMarks } from "../../../understanding/utterance/follow-ups.ts";
import { utteranceOf } from "../../../understanding/utterance/utterance.ts";
import type { TargetRef } from "../../open/items.ts";
import { isQuestionForm, yesOrNo } from "../../open/yes-or-no.ts";
import { numberInName } from "./numbered-names.ts";

/** The devices that an answer names; empty where it says anything else. */
export function devicesNamedIn(text: string, context: DialogueContext): readonly string[] {
  if (text.length > 100) return [];
  const { index } = context;
  const source = normalise(text);
  const items = segmentText(source, index);
  const frame = readFrame(items, index, false);
  if (!frame.bare || frame.heads.length === 0 || frame.unknown.length > 0) return [];
  const found = frame.heads.map((head) => selectTargets(head, context, () => true));
  const targets = found.flatMap((selection) => selection.targets ?? []);
  return found.every((selection) => selection.targets)
    ? [...new Set(targets.map(({ indexed }) => indexed.device.id))]
    : [];
}

/** Whether a text is a sentence or a question of its own, cancels something or says when. Such a text picks nothing. */
function isOwnSentence(frame: Frame, items: readonly Item[], source: string, asked: Act | null): boolean {
  const { act, heads, asking, negated, blocked, untimed, changes, durations, values } = frame;
  // 主卧的，调到30%
  const sets = (act === "set" || act === "turn") && heads.length === 0 && values.some(isMeasured);
  return (
    (act !== null && !sets && (act !== asked || heads.some(({ type }) => OTHER_HEADS.has(type)))) ||
    asking !== null ||
    negated ||
    blocked ||
    untimed ||
    changes.length + durations.length > 0 ||
    isQuestionForm(source) ||
    // 热不热 asks; "the one that is on" describes a state, not a name.
    items.some(({ lex }) => lex !== null && lex.states.length > 0 && lex.acts.length + lex.roles.length === 0) ||
    // 是左边那个 says which one; "is the left one on" asks.
    items.some((item) => playsRole(item, "is") && item.grammar.asksFirst) ||
    items.some((item) =>
      NO_ANSWER.some((role) => playsRole(item, role) && !(role === "every" && playsRole(item, "on"))),
    )
  );
}

/** Heads that name what to act on, so that the text is a new command: "turn on all the lights", unlike "turn on both". */
const OTHER_HEADS: ReadonlySet<Head["type"]> = new Set<Head["type"]>(["devices", "kind", "everything", "scene"]);

/** Roles of words that pick all options: "all of them", "both", 都打开. */
const ALL = ["all", "both", "everything", "them", "allOfThem"] as const;

/** Roles of words that no answer holds: the text is about something else, or not clear. */
const NO_ANSWER = [
  "not",
  "no",
  "never_mind",
  "undo",
  "cancel",
  "delete",
  "except",
  "or",
  "if",
  "when",
  "unless",
  "until",
  "why",
  "what",
  "which",
  "howMany",
  "how",
  "where",
  "since",
  "yesNo",
  "there_is",
  "isThereAny",
  "asksAtEnd",
  "past",
  "maybe",
  "every",
  "timer",
  "alarm",
  "remind",
  "planned",
] as const satisfies readonly WordRole[];

/** The names of a device and of its room, without spaces: "Leo's" is the one in Leo's room. */
function namesOf({ joined, device }: DeviceTarget["indexed"]): readonly string[] {
  const { name, aliases = [] } = device.room ?? { name: "" };
  return [...joined, ...[name, ...aliases].map((each) => each.toLowerCase().replaceAll(" ", ""))];
}

/** The states that describe the meant option: "the one that's still open", 开着的那个. Empty where anything else is said. */
function statesDescribedIn(items: readonly Item[]): readonly DeviceState[] {
  const [first] = items;
  const isOne = (item: Item): boolean =>
    playsRole(item, "thing") || (!item.grammar.spaces && (playsRole(item, "it") || playsRole(item, "article")));
  const isState = ({ lex }: Item): boolean => lex !== null && lex.states.length > 0 && lex.acts.length === 0;
  const small = (item: Item): boolean => isMark(item) || SMALL.some((role) => playsRole(item, role));
  if (first === undefined || playsRole(first, "is") || !items.some(isOne)) return [];
  if (!items.every((item) => isOne(item) || isState(item) || small(item))) return [];
  return items.filter(isState).flatMap(({ lex }) => lex?.states ?? []);
}

/** Roles of words that may stand around a described state. */
const SMALL = ["article", "filler", "of", "is", "it"] as const satisfies readonly WordRole[];

/** Picks from these devices by words. */
export function pickDevices(text: string, devices: readonly DeviceId[], context: DialogueContext): readonly DeviceId[] {
  const refs = devices.map((device) => ({ device, service: null }));
  const pick = (said: string): readonly DeviceId[] =>
    pickOptions(said, refs, null, context).map(({ indexed }) => indexed.device.id);
  const picked = pick(text);
  const parts = picked.length > 0 ? [] : conjuncts(text, context).map(pick);
  // "Emma's and Leo's": each part must pick something.
  return parts.length > 1 && parts.every(({ length }) => length > 0) ? [...new Set(parts.flat())] : picked;
}

/** The parts of a text that "and" joins. */
function conjuncts(text: string, { index }: DialogueContext): readonly string[] {
  const source = normalise(text);
  const joins = segmentText(source, index).filter((item) => playsRole(item, "and"));
  const starts = [0, ...joins.map(({ end }) => end)];
  const ends = [...joins.map(({ first }) => first.start), source.length];
  return starts.map((start, at) => source.slice(start, ends[at]).trim()).filter((part) => part !== "");
}

/** Picks by words from the devices of the same kinds as these, without these. */
export function pickSimilar(
  text: string,
  devices: readonly DeviceId[],
  act: Act | null,
  context: DialogueContext,
): readonly DeviceTarget[] {
  const { index } = context;
  const known = new Set(devices);
  const kinds = new Set(devices.flatMap((id) => index.devices.get(id)?.device.spec.kind ?? []));
  const alike = [...kinds].flatMap((kind) => [...index.ofKind(kind)]).filter(({ device }) => !known.has(device.id));
  return pickOptions(
    text,
    alike.map(({ device }) => ({ device: device.id, service: null })),
    act,
    context,
  );
}

/**
 * The setting that an answer asks for beside its pick: "the bedroom one, on level 3".
 * @returns null where it asks for none, "unclear" where the targets cannot be set so
 */
export function extraSettingIn(
  text: string,
  targets: readonly DeviceTarget[],
  { index }: DialogueContext,
): DoStep | "unclear" | null {
  const items = segmentText(normalise(text), index);
  const frame = readFrame(items, index, false);
  // "The one that's closed" picks, and asks for no setting.
  if (statesDescribedIn(items).length > 0 || !frame.values.some(isMeasured)) return null;
  const step = doStep({ ...frame, heads: [], places: [], bare: false }, targets);
  return step.kind === "do" && step.refusals.length === 0 ? step : "unclear";
}

/**
 * Splits "the living room AC, and turn it on" into the words that pick and the frame that switches on. Null where the text says
 * anything else.
 */
export function extraSwitchOnIn(
  text: string,
  context: DialogueContext,
): { readonly pick: string; readonly on: Frame } | null {
  const [pick, also, ...others] = splitAtMarks(text);
  if (!pick || !also || others.length > 0 || isQuestionForm(text)) return null;
  const second = normalise(also.said);
  const on = readFrame(utteranceOf(segmentText(second, context.index), second).items, context.index, false);
  const { act, heads, places, values, changes, props, durations, unknown, negated } = on;
  // 打开 is a verb, and also the name of a state.
  const verbs = on.items.filter(({ lex }) => (lex?.acts.length ?? 0) > 0);
  const valued = values.filter((value) => !verbs.some(({ said }) => said === value.text));
  const more = places.length + valued.length + changes.length + props.length + durations.length + unknown.length;
  const ofIt = heads.every(({ type }) => type === "it");
  const switches = act === "on" || (act === "open" && on.items.every(({ grammar }) => grammar.openSwitches));
  if (!switches || !ofIt || more > 0 || negated || on.untimed || on.blocked) return null;
  return { pick: pick.said, on: { ...on, act: "on", values: [], heads: [] } };
}

/** Whether a value has a unit, a colour, a level or a mode, so that it is no count of things. */
function isMeasured({ quantity, color, kelvin, level, half, listed }: ValueMention): boolean {
  return (
    half ||
    listed.length > 0 ||
    color !== null ||
    kelvin !== null ||
    level !== null ||
    (quantity !== null && quantity.unit !== null)
  );
}

/**
 * Picks the option that a bare number means ("2", 二): the one with that number in its name, else by the order in which they
 * were told. Empty where the text is no such number.
 */
export function pickByNumber(
  text: string,
  refs: readonly TargetRef[],
  { index }: DialogueContext,
): readonly DeviceTarget[] {
  if (text.length > 20 || refs.length < 2) return [];
  const [only, ...others] = segmentText(normalise(text), index).filter((item) => !isMark(item));
  const measure = only?.measure;
  if (others.length > 0 || measure?.kind !== "quantity" || measure.quantity.unit !== null) return [];
  const { value } = measure.quantity;
  const options = refs.map(({ device, service }): DeviceTarget | null => {
    const indexed = index.devices.get(device);
    return indexed ? { indexed, service } : null;
  });
  const numbers = options.map((option) => (option === null ? null : numberInName(option)));
  const [called, ...more] = options.filter((_, at) => numbers[at] === value);
  if (called && more.length === 0) return [called];
  // With "Lamp 2" and "Lamp 3" a "1" means neither; the keys of "Switch 2" are counted.
  const own = numbers[value - 1] ?? null;
  const placed = own !== null && new Set(numbers).size > 1 ? null : options[value - 1];
  return placed ? [placed] : [];
}

/** Picks from options by name, room, side, order, number, state, "both" or "all". Empty where the text picks nothing. */
export function pickOptions(
  text: string,
  refs: readonly TargetRef[],
  act: Act | null,
  context: DialogueContext,
): readonly DeviceTarget[] {
  if (text.length > 100) return [];
  const { index } = context;
  const options = refs.flatMap(({ device, service }): DeviceTarget[] => {
    const indexed = index.devices.get(device);
    return indexed ? [{ indexed, service }] : [];
  });
  if (options.length === 1 && yesOrNo(text) === true) return options;
  const source = normalise(text);
  const items = segmentText(source, index);
  const frame = readFrame(items, index, false);
  const [state, ...states] = isQuestionForm(source) ? [] : statesDescribedIn(items);
  if (state !== undefined && states.length === 0) {
    const so = options.filter((option) => isInState(state, option) === true);
    return so.length < options.length ? so : [];
  }
  if (isOwnSentence(frame, items, source, act)) return [];
  const count = items.map(countOf).find((each) => each !== null) ?? null;
  const standing = withoutRedundantGroups(options, context);
  // "All three" of four picks nothing.
  if (count !== null) return standing.length === count ? standing : [];
  if (items.some((item) => ALL.some((role) => playsRole(item, role)))) return standing;
  const [head] = frame.heads;
  const order = (["first", "second", "third", "fourth"] as const).findIndex((role) =>
    items.some((item) => playsRole(item, role)),
  );
  if (order >= 0) return options.slice(order, order + 1);
  if (items.some((item) => playsRole(item, "last"))) return options.slice(-1);
  const side = (["left", "right", "middle"] as const).find((role) => items.some((item) => playsRole(item, role)));
  if (side) {
    const sided = onSide(options, side);
    if (sided.length > 0) return sided;
  }
  const places = [...frame.places, ...(head?.places ?? [])];
  const within = places.length > 0 ? inPlaces(places, options, context) : { targets: options };
  let left = within.refusal ? [] : [...within.targets];
  if (head?.type === "devices")
    left = calledSo(
      head,
      left.filter(({ indexed }) => head.devices.includes(indexed.device.id)),
    );
  else if (head?.type === "kind") {
    left = left.filter(({ indexed }) => head.kinds.some((kind) => index.isKind(indexed, kind)));
    // With lamps and a ceiling light, "the lamps" are those with the word in their names.
    const called = left.filter(({ indexed }) => hasInName(indexed, head.word));
    if (called.length > 0 && left.length === options.length) left = called;
  }
  const words = [...(head?.modifiers ?? []), ...frame.unknown.map(({ stem }) => stem)];
  const worded =
    words.length > 0
      ? left.filter(({ indexed }) => words.every((word) => namesOf(indexed).some((name) => name.includes(word))))
      : left;
  return worded.length < options.length || places.length > 0 || head?.type === "devices" ? worded : [];
}
