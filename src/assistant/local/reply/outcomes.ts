import { type Device, FUNCTIONS, type Outcome, type Phrase, type Property } from "../../../home/index.ts";
import {
  ACT_OF,
  type AskedFor,
  actionName,
  confirmationQuestion,
  type Deed,
  deedAsked,
  deedOfWrite,
  holds,
  kindName,
  type Language,
  messages,
  movingOf,
  nameIn,
  packOf,
  placedName,
  propertyName,
  saidValue,
  type ToldOutcome,
  tellOutcomes,
  valueText,
} from "../../../language/index.ts";
import type { DialogueContext, Effect, Refusal } from "../../../understanding/ground/context.ts";
import { rankedValues } from "../../../understanding/ground/ranked-values.ts";
import type { DeviceTarget } from "../../../understanding/ground/target.ts";
import type { Act } from "../../../understanding/lexicon/types.ts";
import type { Frame } from "../../../understanding/parse/frame.ts";
import type { DoStep } from "../../../understanding/plan.ts";
import { addressesByOutcome, outcomeKey } from "../../replies/members.ts";
import { type EffectOutcome, plannedEffectsOf } from "../execution/plan-commands.ts";
import { deviceReplyName, type TargetMembers, targetMembers } from "./names.ts";

/** A step and the outcomes of its effects. */
export interface StepOutcome {
  readonly step: DoStep;
  readonly done: readonly EffectOutcome[];
}

/** Words the outcomes of steps: alike ones in one sentence, failures by themselves. */
export function outcomesText(steps: readonly StepOutcome[], context: DialogueContext): string {
  const told = steps.flatMap(({ step, done }) => {
    const members = targetMembers(context, step.frame);
    const news = done.filter(isWorthTelling).map((each) => changeOf(each, step.frame, context));
    const alike = addressesByOutcome(news);
    return news.map((change) => toldOutcome(change, alike.get(change.ending) ?? [], context, members));
  });
  const [inferred = null, ...others] = new Set(steps.map(({ step }) => step.inferred));
  // The room is told only where every target is in it.
  const there = steps.every(({ done }) => done.every(({ target }) => target.indexed.device.room?.name === inferred));
  const names = told.map(({ name }) => name);
  const together = new Set(told.map(({ deed }) => JSON.stringify(deed))).size === 1;
  const room = there && others.length === 0 ? roomSaid(inferred, names, together, context) : null;
  return tellOutcomes(told, context.language, { room, countOf: targetMembers(context, null).countOf });
}

/** Whether an outcome is told. An implied switch-on is told only where it changed something, or failed. */
function isWorthTelling({ effect, outcome: { status } }: EffectOutcome): boolean {
  return effect.kind !== "set" || !effect.implied || (status !== "unchanged" && status !== "accepted");
}

/** An effect with its outcome and the change as it is worded. */
interface OutcomeChange extends EffectOutcome {
  readonly deed: Deed;
  readonly address: string;
  /** Equal for all changes that are told in the same words. */
  readonly ending: string;
}

function changeOf(done: EffectOutcome, frame: Frame, { language }: DialogueContext): OutcomeChange {
  const { target, effect, outcome } = done;
  const deed = deedOf(withActualValue(effect, outcome), frame, language);
  return {
    ...done,
    deed,
    address: addressOf(effect),
    ending: outcomeKey(target.indexed.device.id, deed, outcome.status),
  };
}

function addressOf(effect: Effect): string {
  return effect.kind === "set" ? effect.property.address : effect.action.address;
}

/** @param alike addresses of the changes of the device with the same outcome */
function toldOutcome(
  { target, outcome, deed, address }: OutcomeChange,
  alike: readonly string[],
  { language }: DialogueContext,
  members: TargetMembers,
): ToldOutcome {
  return {
    ...members.ofChange(target, address, alike),
    deed,
    outcome: stoodThere(deed, outcome, target) ? { ...outcome, status: "unchanged" } : outcome,
    moving: movingOf(target.indexed.device, outcome, language),
  };
}

/** Whether a motor stood already at the end that it was sent to; its position says so, its button reports nothing. */
function stoodThere(deed: Deed, { status, position }: Outcome, { indexed }: DeviceTarget): boolean {
  if (deed.kind !== "moved" || status !== "confirmed" || position === undefined) return false;
  const range = indexed.device.spec.properties.get(position.address)?.range;
  return position.value === (deed.open ? (range?.max ?? 100) : (range?.min ?? 0));
}

/** An effect with the value of its outcome. */
function withActualValue(effect: Effect, outcome: Outcome): Effect {
  return effect.kind === "set" && "property" in outcome ? { ...effect, value: outcome.value } : effect;
}

function deedOf(effect: Effect, { act, actions }: Frame, language: Language): Deed {
  if (effect.kind === "set") return deedOfWrite(effect.property, effect.value, language, effect.clamped);
  const { action } = effect;
  // "stop the alarm" is the name of an action and starts nothing.
  if (actions.includes(action.type) && !/^(start|play)/.test(action.type))
    return { kind: "action", name: actionName(action, language) };
  // 打开音箱 opens nothing: an act that only begins something is told as its action.
  const begins = act === null || BEGINNING.has(act);
  const own = begins ? ACT_OF[action.type] : undefined;
  return { kind: "act", act: own ?? (act === "open" ? "run" : (act ?? "run")), action: actionName(action, language) };
}

/** Acts that only begin something. */
const BEGINNING: ReadonlySet<Act> = new Set<Act>(["start", "run", "on", "open"]);

/** The name of the inferred room; null where the names hold it already (the first name is enough for those told `together`). */
function roomSaid(
  inferred: string | null,
  names: readonly string[],
  together: boolean,
  { index, language }: DialogueContext,
): string | null {
  const room = index.rooms.find(({ name }) => name === inferred);
  if (!room) return inferred;
  const name = nameIn(language, room);
  // 小宝房间的加湿器 tells 小宝的房间.
  const placed = messages(language).things.placed({ name: "", room: name }).trim();
  const tells = (each: string) => holds(each, name) || holds(each, placed);
  return (together && tells(names[0] ?? "")) || names.every(tells) ? null : name;
}

/** Words why a part was refused, with the nearest match of the home. */
export function refusalText(refusal: Refusal, context: DialogueContext): string {
  const { index, language } = context;
  const { replies } = messages(language);
  switch (refusal.code) {
    case "no-device":
      return replies.noDevice(
        refusal.said,
        placeSaid(refusal.place, context),
        refusal.nearest && placedName(refusal.nearest, language),
      );
    case "no-time":
      return replies.noTime(refusal.said);
    case "no-event":
      return replies.noEvent(refusal.said);
    case "no-person":
      return replies.noPerson(refusal.said, refusal.known);
    case "not-there":
      return replies.notThere(refusal.who, refusal.home);
    case "no-speaker":
      return replies.noSpeaker;
    case "no-room":
      return replies.noRoom(refusal.said, refusal.nearest);
    case "unplaced":
      return replies.unplaced(refusal.of === "floor");
    case "no-property":
      if (refusal.state) {
        const state = messages(language).answers.stateText(refusal.state, true);
        return refusal.device
          ? replies.untold(deviceReplyName(refusal.device, index, language), state)
          : replies.untoldThere;
      }
      if (refusal.asked && refusal.device === null) return replies.untoldThere;
      return replies.noProperty(refusal.device && deviceReplyName(refusal.device, index, language), refusal.said);
    case "no-action": {
      const { device, said } = refusal;
      const on = said === "on" || said === "open";
      const parts = on || said === "off" || said === "close" ? switchedParts(device, language) : [];
      if (parts.length > 1) return replies.noSwitch(deviceReplyName(device, index, language), on, parts);
      if ((said === "lock" || said === "unlock") && !hasLock(device))
        return replies.noLock(deviceReplyName(device, index, language));
      return replies.noAction(deviceReplyName(device, index, language), said);
    }
    case "out-of-range": {
      const { device, property } = refusal;
      const name = deviceReplyName(device, index, language);
      const { range } = property;
      if (!range) return replies.notOneOf(name, propertyName(property, language), choicesOf(property, language));
      const [from, to] = [valueText(property, range.min, language), valueText(property, range.max, language)];
      return replies.outOfRange(name, propertyName(property, language), from, to);
    }
    case "bad-value":
      return replies.badValue(
        deviceReplyName(refusal.device, index, language),
        refusal.said,
        refusal.property ? choicesOf(refusal.property, language) : [],
      );
    case "relative":
      return replies.relative(
        deviceReplyName(refusal.device, index, language),
        propertyName(refusal.property, language),
      );
    case "no-step": {
      const { device, property, now } = refusal;
      const steps = rankedValues(property)
        .slice(0, 12)
        .map((value) => saidValue(property, value, language));
      const [name, called] = [deviceReplyName(device, index, language), propertyName(property, language)];
      return replies.noStep(name, called, saidValue(property, now, language), steps);
    }
    case "unknown-state":
      return replies.unknownState(
        deviceReplyName(refusal.device, index, language),
        propertyName(refusal.property, language),
      );
    default:
      refusal satisfies never;
      return "";
  }
}

/** Property types that switch one function of a device. */
const SWITCHED_ALONE = [...FUNCTIONS, "dryer", "drying", "wind-reverse"];

/** The names of the parts that can be switched, for a device without a main switch. */
function switchedParts({ spec }: Device, language: Language): string[] {
  const names = spec.services.flatMap(({ type: part, properties }) =>
    properties.flatMap((property): string[] => {
      const { type, format, access } = property;
      if (format !== "bool" || !access.write) return [];
      return type === "on"
        ? [kindName(part, language)]
        : SWITCHED_ALONE.includes(type)
          ? [propertyName(property, language)]
          : [];
    }),
  );
  return [...new Set(names)];
}

function hasLock({ spec }: Device): boolean {
  return [...spec.properties.values()].some(({ type }) => /lock/.test(type));
}

/** A place in the language of the reply; a name that is no room of this home stays as it was said. */
function placeSaid(place: string | null, { index, language }: DialogueContext): string | null {
  if (place === null) return null;
  const names = place.split(", ").map((text) => {
    const room = index.rooms.find(({ name }) => name === text);
    return room ? nameIn(language, room) : text;
  });
  return packOf(language).grammar.list(names, "and");
}

function choicesOf(property: Property, language: Language): string[] {
  return property.values.slice(0, 12).map(({ value }) => saidValue(property, value, language));
}

/** The question for effects that wait for a yes or a PIN. */
export function waitingQuestion(
  waiting: readonly Pick<EffectOutcome, "target" | "effect">[],
  reasons: readonly (Phrase | null)[],
  context: DialogueContext,
  asked: AskedFor = "yes",
): string {
  const { language } = context;
  const members = targetMembers(context, null);
  const ending = ({ indexed, service }: DeviceTarget): string => JSON.stringify([indexed.device.id, service]);
  const alike = addressesByOutcome(
    waiting.map(({ target, effect }) => ({ ending: ending(target), address: addressOf(effect) })),
  );
  const told = waiting.map(({ target, effect }) => ({
    ...members.ofChange(target, addressOf(effect), alike.get(ending(target)) ?? []),
    deed:
      effect.kind === "set"
        ? deedOfWrite(effect.property, effect.value, language)
        : deedAsked(effect.action, effect.in, language),
  }));

  return confirmationQuestion(told, reasons, language, { countOf: members.countOf, asked });
}

/**
 * The question whether these commands were meant, before any of them runs.
 * @param whole implied switch-ons are named as well
 */
export function intendedQuestion(steps: readonly DoStep[], context: DialogueContext, whole = false): string {
  const meant = plannedEffectsOf(steps).flatMap(({ target, effects }) => effects.map((effect) => ({ target, effect })));
  const news = meant.filter(({ effect }) => whole || effect.kind !== "set" || !effect.implied);
  return waitingQuestion(news.length > 0 ? news : meant, [], context);
}
