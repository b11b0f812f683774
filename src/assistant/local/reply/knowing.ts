import {
  type DeviceId,
  type Knowledge,
  type Lapse,
  lapseOf,
  type Property,
  type PropertyState,
  type Value,
} from "../../../home/index.ts";
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
import { isOfLeaves, leafOf, telling } from "../../../understanding/ground/same-leaf.ts";
import type { Situation, Target } from "../../../understanding/ground/situation.ts";
import { inState, known, OPPOSITES, standing } from "../../../understanding/ground/states.ts";
import type { State } from "../../../understanding/lexicon/types.ts";
import { targetName, watchedName } from "./names.ts";

/** What sentences are told with. */
export interface Teller {
  readonly situation: Situation;
  /** A moment in the words of the reply. */
  readonly clock: (at: number) => string;
  /** Since when things are as they are, where the history knows it better than the state; keyed by device. */
  readonly since?: ReadonlyMap<string, number>;
  /** Meters of the whole home. */
  readonly mains?: readonly DeviceId[];
}

/** What is found of a target for a question: the fact as it is now, as it was last, or nothing. */
export type Found =
  | { readonly kind: "now"; readonly holds: boolean; readonly state: PropertyState | null }
  | { readonly kind: "last"; readonly holds: boolean; readonly state: PropertyState; readonly lapse: Lapse }
  | { readonly kind: "unknown"; readonly knowledge: Unknown; readonly property: Property | null }
  /** It reports something that does not say it: a cover that stands still may stand anywhere. */
  | { readonly kind: "unclear" };
type Unknown = Extract<Knowledge, { kind: "unknown" }>;

/** Whether a target is in a state; null where it has none like it. */
export function foundState(state: State, asked: Target, situation: Situation): Found | null {
  const { now } = situation;
  // Of a door whatever tells that it is open.
  const target = telling(state, asked, situation);
  const found = standing(state, target);
  if (found.kind === "absent") return null;
  if (found.property === null) return found.kind === "is" ? { kind: "now", holds: found.holds, state: null } : null;
  const knowledge = known(target, found.property, now);
  // That a device has not reported is told of the device, what went wrong with a property of that.
  if (knowledge.kind === "unknown")
    return { kind: "unknown", knowledge, property: knowledge.reason === "never-reported" ? null : found.property };
  if (knowledge.kind === "absent") return null;
  return found.kind === "is" ? fact(knowledge, found.holds) : { kind: "unclear" };
}

/** What is known of a value, of which `test` says whether it is what was asked about. */
export function foundValue(
  property: Property,
  target: Target,
  { now }: Situation,
  test: (state: PropertyState) => boolean = () => true,
): Found | null {
  const knowledge = known(target, property, now);
  if (knowledge.kind === "unknown") return { kind: "unknown", knowledge, property };
  return knowledge.kind === "value" ? fact(knowledge, test(knowledge.state)) : null;
}

function fact({ state, lapse }: Extract<Knowledge, { kind: "value" }>, holds: boolean): Found {
  return lapse ? { kind: "last", holds, state, lapse } : { kind: "now", holds, state };
}

function toldLapse({ reason, since }: Lapse, clock: Teller["clock"]): ToldLapse {
  return { reason, since: since === null ? null : clock(since) };
}

/** That it is not known, and why. */
export function unknownText(target: Target, found: Extract<Found, { kind: "unknown" }>, { situation, clock }: Teller) {
  const { index, language } = situation;
  const { reason, since, lapse } = found.knowledge;
  return messages(language).knowledge.unknown(
    targetName(target, index, language),
    found.property && propertyName(found.property, language),
    { reason, since: since === null ? null : clock(since) },
    lapse && toldLapse(lapse, clock),
  );
}

/** What something was when it was last heard of: `text` is a state. */
export function lastText(
  target: Target,
  { state, lapse }: Extract<Found, { kind: "last" }>,
  text: string,
  { situation, clock }: Teller,
): string {
  const { index, language } = situation;
  return messages(language).knowledge.last(
    targetName(target, index, language),
    text,
    clock(state.reportedAt),
    toldLapse(lapse, clock),
  );
}

/** A value as it is told of a target. */
export function measuredOf(target: Target, property: Property, value: Value, teller: Teller): Measured {
  const { index, language } = teller.situation;
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

/** A value as it is now: "The lamp is at 40%.", "It's 21 °C in the study.", "The front door is locked." */
export function valueSentence(target: Target, property: Property, value: Value, teller: Teller): string {
  const { language } = teller.situation;
  const { answers } = messages(language);
  const alone = truthText(property, value, language);
  if (alone !== null) return truthSentence(property, value === true, calledIn(target, teller), alone, language);
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

/** What a value was when it was last heard of. */
export function lastValueText(
  target: Target,
  property: Property,
  { state, lapse }: Extract<Found, { kind: "last" }>,
  { situation, clock }: Teller,
): string {
  const { index, language } = situation;
  return messages(language).knowledge.lastValue(
    targetName(target, index, language),
    propertyName(property, language),
    saidValue(property, state.value, language),
    clock(state.reportedAt),
    toldLapse(lapse, clock),
  );
}

/** Why what a device last reported may not be so any more; "" while it is fresh. */
export function lapsedText(target: Target, states: readonly PropertyState[], { situation, clock }: Teller): string {
  const { index, language, now } = situation;
  const lapse = states.map((state) => lapseOf(target.indexed.device, state, now)).find((each) => each !== null);
  if (!lapse) return "";
  return messages(language).knowledge.lapsed(targetName(target, index, language), toldLapse(lapse, clock));
}

/** How a target is called in the reply. */
export function calledIn(target: Target, { situation }: Teller): string {
  return targetName(target, situation.index, situation.language);
}

/** What something is when it is not in the state that was asked about. */
export function actual(state: State, asked: Target, situation: Situation): string {
  const { answers } = messages(situation.language);
  const target = telling(state, asked, situation);
  const opposite = OPPOSITES[state];
  if (opposite && inState(opposite, target) === true) return answers.stateText(opposite, true);
  const other = (["playing", "paused", "stopped"] as const).find((each) => inState(each, target) === true);
  return other ? answers.stateText(other, true) : answers.stateText(state, false);
}

/** The same where it is told whether it is open: a sensor by the door or window that it watches. */
export function leafCalled(target: Target, state: State | undefined, { situation }: Teller): string {
  const { index, language } = situation;
  const meant = isOfLeaves(state) ? leafOf(target, index) : target;
  return watchedName(meant, state, targetName(meant, index, language), language);
}
