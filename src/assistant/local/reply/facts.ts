import {
  type DeviceId,
  type Knowledge,
  type Lapse,
  lapseOf,
  type Property,
  type PropertyState,
  type Value,
} from "../../../home/index.ts";
import type { DeviceState } from "../../../language/index.ts";
import {
  isAmbient,
  type Language,
  type Measured,
  messages,
  nameIn,
  propertyName,
  saidValue,
  type ToldLapse,
  truthText,
  truthWord,
} from "../../../language/index.ts";
import type { DialogueContext } from "../../../understanding/ground/context.ts";
import { bestOpeningSource, isOpeningState, openingOf } from "../../../understanding/ground/openings.ts";
import { checkState, isInState, OPPOSITES, propertyKnowledge } from "../../../understanding/ground/states.ts";
import type { DeviceTarget } from "../../../understanding/ground/target.ts";
import { targetName, watchedName } from "./names.ts";

/** What replies about states are worded with. */
export interface ReplyContext {
  readonly dialogue: DialogueContext;
  /** Words a moment (milliseconds since the epoch) in the language of the reply. */
  readonly clock: (at: number) => string;
  /** The start of present states, where the history knows it and the state does not; keyed by device. */
  readonly since?: ReadonlyMap<string, number>;
  /** The meters of the whole home. */
  readonly mains?: readonly DeviceId[];
}

/** What is known of one target for a question: a present fact, a past one, or nothing. */
export type FactResult =
  | { readonly kind: "now"; readonly holds: boolean; readonly state: PropertyState | null }
  | { readonly kind: "last"; readonly holds: boolean; readonly state: PropertyState; readonly lapse: Lapse }
  | { readonly kind: "unknown"; readonly knowledge: UnknownFact; readonly property: Property | null }
  /** Its reports do not answer the question: a cover that stands still may stand anywhere. */
  | { readonly kind: "unclear" };
type UnknownFact = Extract<Knowledge, { kind: "unknown" }>;

/** Whether a target is in a state; null where its spec has no such state. */
export function foundState(state: DeviceState, asked: DeviceTarget, context: DialogueContext): FactResult | null {
  const { now } = context;
  // For a door, the sensor that tells whether it is open.
  const target = bestOpeningSource(state, asked, context);
  const found = checkState(state, target);
  if (found.kind === "absent") return null;
  if (found.property === null) return found.kind === "is" ? { kind: "now", holds: found.holds, state: null } : null;
  const knowledge = propertyKnowledge(target, found.property, now);
  // A device that never reported is told as a whole; other reasons are told of the property.
  if (knowledge.kind === "unknown")
    return { kind: "unknown", knowledge, property: knowledge.reason === "never-reported" ? null : found.property };
  if (knowledge.kind === "absent") return null;
  return found.kind === "is" ? fact(knowledge, found.holds) : { kind: "unclear" };
}

/** The value of a property as a fact; `test` says whether the fact holds. */
export function foundValue(
  property: Property,
  target: DeviceTarget,
  { now }: DialogueContext,
  test: (state: PropertyState) => boolean = () => true,
): FactResult | null {
  const knowledge = propertyKnowledge(target, property, now);
  if (knowledge.kind === "unknown") return { kind: "unknown", knowledge, property };
  return knowledge.kind === "value" ? fact(knowledge, test(knowledge.state)) : null;
}

function fact({ state, lapse }: Extract<Knowledge, { kind: "value" }>, holds: boolean): FactResult {
  return lapse ? { kind: "last", holds, state, lapse } : { kind: "now", holds, state };
}

function lapseWords({ reason, since }: Lapse, clock: ReplyContext["clock"]): ToldLapse {
  return { reason, since: since === null ? null : clock(since) };
}

/** Words that a state is not known, and why. */
export function unknownText(
  target: DeviceTarget,
  found: Extract<FactResult, { kind: "unknown" }>,
  { dialogue, clock }: ReplyContext,
) {
  const { index, language } = dialogue;
  const { reason, since, lapse } = found.knowledge;
  return messages(language).knowledge.unknown(
    targetName(target, index, language),
    found.property && propertyName(found.property, language),
    { reason, since: since === null ? null : clock(since) },
    lapse && lapseWords(lapse, clock),
  );
}

/** Words the last known state of a target; `text` is that state in words. */
export function lastText(
  target: DeviceTarget,
  { state, lapse }: Extract<FactResult, { kind: "last" }>,
  text: string,
  { dialogue, clock }: ReplyContext,
): string {
  const { index, language } = dialogue;
  return messages(language).knowledge.last(
    targetName(target, index, language),
    text,
    clock(state.reportedAt),
    lapseWords(lapse, clock),
  );
}

/** A value of a target with its name, room, property and kind, for the language pack to word. */
export function measuredOf(target: DeviceTarget, property: Property, value: Value, teller: ReplyContext): Measured {
  const { index, language } = teller.dialogue;
  const { device } = target.indexed;
  const listed = property.values.find((each) => each.value === value)?.description ?? "";
  const ambient = isAmbient(property.type, device.spec.kind) && target.service === null;
  return {
    name: targetName(target, index, language),
    room: device.room && nameIn(language, device.room),
    property: propertyName(property, language),
    type: property.type,
    value: saidValue(property, value, language),
    listed: listed.trim().toLowerCase(),
    kind: device.spec.kind,
    ambient,
  };
}

/** Words a present value: "The lamp is at 40%.", "It's 21 °C in the study.", "The front door is locked." */
export function valueSentence(target: DeviceTarget, property: Property, value: Value, teller: ReplyContext): string {
  const { language } = teller.dialogue;
  const { answers } = messages(language);
  const alone = truthText(property, value, language);
  if (alone !== null) return truthSentence(property, value === true, replyName(target, teller), alone, language);
  return answers.value(measuredOf(target, property, value, teller));
}

/** "The front door is locked.", "The leak sensor detects no water.", "The window sensor: no vibration." */
function truthSentence(property: Property, yes: boolean, name: string, alone: string, language: Language): string {
  const { answers } = messages(language);
  const word = truthWord(property);
  switch (word) {
    case "lock":
    case "valve":
    case "contact":
      return answers.is(name, alone);
    case "motion":
    case "presence":
    case "water":
      return answers.detects(name, word, yes);
    default:
      return answers.summary(name, null, [alone]);
  }
}

/** Words the last known value of a property. */
export function lastValueText(
  target: DeviceTarget,
  property: Property,
  { state, lapse }: Extract<FactResult, { kind: "last" }>,
  { dialogue, clock }: ReplyContext,
): string {
  const { index, language } = dialogue;
  return messages(language).knowledge.lastValue(
    targetName(target, index, language),
    propertyName(property, language),
    saidValue(property, state.value, language),
    clock(state.reportedAt),
    lapseWords(lapse, clock),
  );
}

/** Words why the last reports of a device may be outdated; "" while they are fresh. */
export function lapsedText(
  target: DeviceTarget,
  states: readonly PropertyState[],
  { dialogue, clock }: ReplyContext,
): string {
  const { index, language, now } = dialogue;
  const lapse = states.map((state) => lapseOf(target.indexed.device, state, now)).find((each) => each !== null);
  if (!lapse) return "";
  return messages(language).knowledge.lapsed(targetName(target, index, language), lapseWords(lapse, clock));
}

/** The name of a target in the reply. */
export function replyName(target: DeviceTarget, { dialogue }: ReplyContext): string {
  return targetName(target, dialogue.index, dialogue.language);
}

/** Words the state of a target that is not in the asked state: the opposite, or another one that is known. */
export function actualStateText(state: DeviceState, asked: DeviceTarget, context: DialogueContext): string {
  const { answers } = messages(context.language);
  const target = bestOpeningSource(state, asked, context);
  const opposite = OPPOSITES[state];
  if (opposite && isInState(opposite, target) === true) return answers.stateText(opposite, true);
  const other = (["playing", "paused", "stopped"] as const).find((each) => isInState(each, target) === true);
  return other ? answers.stateText(other, true) : answers.stateText(state, false);
}

/** The name of a target in the reply; where it is told whether it is open, a sensor has the name of its door or window. */
export function openingName(target: DeviceTarget, state: DeviceState | undefined, { dialogue }: ReplyContext): string {
  const { index, language } = dialogue;
  const meant = isOpeningState(state) ? openingOf(target, index) : target;
  return watchedName(meant, state, targetName(meant, index, language), language);
}
