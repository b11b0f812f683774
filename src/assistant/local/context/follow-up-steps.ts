import { currentValue, type Outcome } from "../../../home/index.ts";
import type { DeviceState } from "../../../language/index.ts";
import { focusTargets, pairsOf, targetsById } from "../../../understanding/ground/candidates.ts";
import { doStep } from "../../../understanding/ground/commands.ts";
import type { DialogueContext } from "../../../understanding/ground/context.ts";
import { directionOf } from "../../../understanding/ground/frame-effects.ts";
import { settable } from "../../../understanding/ground/properties.ts";
import { queryStep } from "../../../understanding/ground/queries.ts";
import { selectTargets } from "../../../understanding/ground/select.ts";
import type { DeviceTarget } from "../../../understanding/ground/target.ts";
import type { Level } from "../../../understanding/lexicon/types.ts";
import { emptyFrame, emptyHead, type Frame, type ValueMention } from "../../../understanding/parse/frame.ts";
import type { DoStep, SentenceStep } from "../../../understanding/plan.ts";
import { type FollowUp, followUpIn } from "../../../understanding/utterance/follow-ups.ts";
import type { Conversation } from "../../contract.ts";
import { pickSimilar } from "../answers/pick-options.ts";
import { doableStep } from "../execution/step-kinds.ts";
import { spokenKind } from "../reply/names.ts";
import { headOf } from "./focus.ts";
import { lastFrame, parseFrame } from "./last-turn.ts";

/** The steps of a follow-up about the focus; empty where its meaning is not clear. */
export function followUpSteps(
  followUp: FollowUp,
  conversation: Conversation,
  context: DialogueContext,
): readonly SentenceStep[] {
  const only = (step: SentenceStep | null): readonly SentenceStep[] => (step === null ? [] : [step]);
  switch (followUp.kind) {
    case "same":
      return only(sameAsOther(followUp, context));
    case "between":
      return only(betweenLast(conversation, context));
    case "swap":
      return swapped(conversation, context);
    case "utmost":
      return only(utmost(conversation, context));
    case "left":
      return only(remainingTimeStep(context));
    case "any":
      return only(anyOfThose(followUp.state, conversation, context));
    case "which":
      return only(whichOfKind(followUp.state, context));
    case "once-more":
    case "origin":
    case "when":
      return [];
    default:
      return followUp satisfies never;
  }
}

/** "Do that again", "and another one": repeats the last relative step. Null for any other text. */
export function repeatLastStep(text: string, conversation: Conversation, context: DialogueContext): DoStep | null {
  if (followUpIn(text)?.kind !== "once-more") return null;
  const before = lastFrame(conversation);
  const done = conversation.exchanges.at(-1)?.outcomes ?? [];
  const targets = focusTargets(context);
  if (before === null || before.asking !== null || directionOf(before) === 0) return null;
  if (done.length === 0 || targets.length === 0) return null;
  return doableStep(doStep({ ...before, heads: [headOf(targets)], places: [] }, targets));
}

/** "Same brightness as the other one": sets the value of that device. */
function sameAsOther(
  { subject, what, other, prop }: Extract<FollowUp, { kind: "same" }>,
  context: DialogueContext,
): DoStep | null {
  const known = focusTargets(context);
  // Where nothing was talked about, it is a sentence of its own.
  if (known.length === 0) return null;
  const targets = subject === null ? known : targetsIn(subject, context);
  const from = other ? otherOf(context) : what === null ? known : targetsIn(what, context);
  const [source, ...others] = from;
  if (source === undefined || others.length > 0 || targets.length === 0) return null;
  if (targets.some(({ indexed }) => indexed === source.indexed)) return null;
  const types = typesOf(prop, source, context);
  const [property] = settable(source, types);
  const value = property && currentValue(source.indexed.device, property.address);
  return property === undefined || typeof value !== "number" ? null : setTo(value, property.type, targets);
}

/** The device in focus before, or the only other device of the same kind in the room. */
function otherOf(context: DialogueContext): readonly DeviceTarget[] {
  const { devices, with: before = [] } = context.focus;
  const linked = before.filter((id) => !devices.includes(id));
  if (linked.length === 1) return targetsById(linked, context);
  return pairsOf(context);
}

/** The property types that a word names ("bright" as well as "brightness"); without a word, the type that was set last. */
function typesOf(prop: string, source: DeviceTarget, context: DialogueContext): readonly string[] {
  if (prop !== "") {
    const { props, changes } = parseFrame(prop, context);
    const said = [...props, ...changes.flatMap((change) => change.props)];
    if (said.length > 0) return said.flatMap((type) => (type === "temperature" ? ["target-temperature"] : [type]));
  }
  const last = context.focus.address?.split(".").at(-1);
  if (last !== undefined && last !== "on" && settable(source, [last]).length > 0) return [last];
  return VALUED;
}

/** Property types that "same as" copies where none is named. */
const VALUED: readonly string[] = ["brightness", "volume", "target-temperature", "target-position", "fan-level"];

/** "Halfway between those two": the mean of the last two values of the property in focus. */
function betweenLast({ undo }: Conversation, context: DialogueContext): DoStep | null {
  const { devices, address } = context.focus;
  const [device, ...others] = devices;
  if (device === undefined || others.length > 0 || address === null) return null;
  const last = undo.findLast((outcome) => isOf(outcome, device, address));
  if (last === undefined || !("property" in last)) return null;
  const { value, before } = last;
  if (typeof value !== "number" || typeof before !== "number") return null;
  const type = address.split(".").at(-1) ?? "";
  return setTo((value + before) / 2, type, targetsById([device], context));
}

function isOf(outcome: Outcome, device: string, address: string): boolean {
  return outcome.device === device && "property" in outcome && outcome.property === address;
}

/** "The other way round" after two devices were set to a number each: swaps the values. */
function swapped(conversation: Conversation, context: DialogueContext): readonly DoStep[] {
  const { undo } = conversation;
  const before = lastFrame(conversation);
  // A relative step gave neither of them a value of its own.
  if (before === null || directionOf(before) !== 0 || before.values.length === 0) return [];
  const set = undo.filter((outcome) => "property" in outcome && typeof outcome.value === "number");
  const [one, other, ...others] = set;
  if (!one || !other || others.length > 0 || one.device === other.device) return [];
  if (!("property" in one) || !("property" in other)) return [];
  const type = one.property.split(".").at(-1) ?? "";
  if (type !== other.property.split(".").at(-1)) return [];
  const steps = [
    setTo(Number(other.value), type, targetsById([one.device], context)),
    setTo(Number(one.value), type, targetsById([other.device], context)),
  ];
  return steps.every((step) => step !== null) ? steps.flatMap((step) => step ?? []) : [];
}

/** "All the way" after a relative step, or after something was opened a bit: goes to the end of the range. */
function utmost(conversation: Conversation, context: DialogueContext): DoStep | null {
  const before = lastFrame(conversation);
  const targets = focusTargets(context);
  if (before === null || before.asking !== null || targets.length === 0) return null;
  const direction = directionOf(before);
  const heads = [headOf(targets)];
  if (direction !== 0) {
    const props = before.props.length > 0 ? before.props : before.changes.flatMap((change) => change.props);
    const value = { ...NO_VALUE, level: direction > 0 ? ("max" as Level) : ("min" as Level) };
    return doableStep(doStep({ ...emptyFrame([]), act: "set", to: true, props, values: [value], heads }, targets));
  }
  if (before.act !== "open" && before.act !== "close") return null;
  return doableStep(doStep({ ...emptyFrame([]), act: before.act, heads }, targets));
}

/** "How long has it got left?": asks the remaining time of the appliance in focus. */
function remainingTimeStep(context: DialogueContext): SentenceStep | null {
  const targets = focusTargets(context).filter(({ indexed }) => indexed.capabilities.properties.has(LEFT));
  if (targets.length !== 1) return null;
  const step = queryStep({ ...emptyFrame([]), asking: "value", props: [LEFT], heads: [headOf(targets)] }, context);
  return step?.kind === "answer" ? step : null;
}

/** "Any still open?" after the curtains: asks it of the same curtains. */
function anyOfThose(state: DeviceState, conversation: Conversation, context: DialogueContext): SentenceStep | null {
  const before = lastFrame(conversation);
  if (before === null || (before.heads.length === 0 && context.focus.devices.length === 0)) return null;
  const heads = before.heads.length > 0 ? before.heads : [headOf(focusTargets(context))];
  const { places } = before;
  const step = queryStep({ ...emptyFrame([]), asking: "any", states: [state], heads, places }, context);
  return step?.kind === "answer" ? step : null;
}

/** "Which ones are on?" after a lamp: asks it of the lights of the home; after several lamps, of the lights in their rooms. */
function whichOfKind(state: DeviceState, context: DialogueContext): SentenceStep | null {
  const { devices } = context.focus;
  const known = devices.flatMap((id) => context.index.devices.get(id) ?? []);
  const [kind, ...others] = new Set(known.map(spokenKind));
  if (kind === undefined || others.length > 0) return null;
  const ids = new Set(known.flatMap(({ device }) => device.room?.id ?? []));
  const places: Frame["places"] = known.length > 1 ? [{ kind: "rooms", ids: [...ids], text: "" }] : [];
  const head = {
    ...emptyHead(),
    type: "kind" as const,
    kinds: [kind],
    plural: true,
    quantifier: "any" as const,
    places,
  };
  const step = queryStep({ ...emptyFrame([]), asking: "which", states: [state], heads: [head] }, context);
  return step?.kind === "answer" ? step : null;
}

/** The property type of the remaining time. */
const LEFT = "left-time";

/** A step that sets a property to a number. */
function setTo(value: number, type: string, targets: readonly DeviceTarget[]): DoStep | null {
  const quantity = { value: Math.round(value * 10) / 10, unit: null };
  const said: ValueMention = { ...NO_VALUE, text: String(quantity.value), quantity };
  const frame: Frame = { ...emptyFrame([]), act: "set", to: true, props: [type], values: [said] };
  return doableStep(doStep({ ...frame, heads: [headOf(targets)] }, targets));
}

const NO_VALUE: ValueMention = {
  text: "",
  quantity: null,
  level: null,
  color: null,
  kelvin: null,
  listed: [],
  half: false,
};

/** The targets that words name without a choice: by name, or among devices like those in focus. Empty otherwise. */
function targetsIn(what: string, context: DialogueContext): readonly DeviceTarget[] {
  const frame = parseFrame(what, context);
  if (frame.unknown.length > 0 || frame.heads.length === 0)
    return pickSimilar(what, context.focus.devices, "set", context);
  const found = frame.heads.map((head) => selectTargets(head, context, () => true));
  return found.every(({ targets }) => targets) ? found.flatMap(({ targets = [] }) => targets) : [];
}
