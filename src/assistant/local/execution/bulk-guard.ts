import { isPower } from "../../../home/index.ts";
import { kindName, messages } from "../../../language/index.ts";
import type { SentenceDecision } from "../../../understanding/decision/decide.ts";
import type { DialogueContext } from "../../../understanding/ground/context.ts";
import type { WordRole } from "../../../understanding/lexicon/types.ts";
import type { Frame, Head } from "../../../understanding/parse/frame.ts";
import { playsAnyRole } from "../../../understanding/parse/items.ts";
import {
  type DoStep,
  doSteps,
  type PlannedEffects,
  type SentenceStep,
  type Understanding,
} from "../../../understanding/plan.ts";
import type { Conversation } from "../../contract.ts";
import { isQuestionForm } from "../../open/yes-or-no.ts";
import { targetName } from "../reply/names.ts";
import { intendedQuestion } from "../reply/outcomes.ts";
import { plannedEffectsOf } from "./plan-commands.ts";

/** One sentence commands at most so many devices without a yes. */
const MANY = 100;
/** Without a place, a sentence commands at most so many devices without a yes. */
const SWEEPING = 12;

/** The number of devices that effects are planned for. */
function countDevices(doings: readonly PlannedEffects[]): number {
  return new Set(doings.map(({ target }) => target.indexed.device.id)).size;
}

/** The commands that a step plans for later, or saves in a scene. */
function deferredSteps(step: SentenceStep): readonly DoStep[] {
  const parts: readonly SentenceStep[] =
    step.kind === "later" || step.kind === "whenever" || step.kind === "make-scene" ? step.steps : [];
  return parts.filter((part) => part.kind === "do");
}

/** Whether a plan covers many devices although neither a room nor "all" was said: "make a scene: lights 20 percent". */
function isBroadPlan(steps: readonly SentenceStep[], { room }: DialogueContext): boolean {
  if (room !== null) return false;
  const open = steps.flatMap(deferredSteps).filter(({ frame }) => {
    const { heads, places } = frame;
    return places.length === 0 && heads.some((head) => head.places.length === 0 && head.quantifier === null);
  });
  return countDevices(plannedEffectsOf(open)) > SWEEPING;
}

/**
 * The effects of commands that may change much more than the person meant: "everything", or a plural without a place or "all".
 * Empty where they change few devices.
 */
function bulkEffects(steps: readonly SentenceStep[], { room }: DialogueContext): readonly PlannedEffects[] {
  const open = steps.filter(
    (step): step is DoStep => step.kind === "do" && (isOpen(step.frame, room) || namesNothing(step.frame)),
  );
  const whole = open.filter(({ frame }) => frame.heads.some(isWholeHome));
  const changes = plannedEffectsOf(open).filter(isChange);
  const dear = open.filter(({ frame }) => frame.heads.some(isAllOver)).flatMap(({ doings }) => doings.filter(isCostly));
  const far = countDevices(changes) > SWEEPING || countDevices(plannedEffectsOf(whole)) > SWEEPING || dear.length > 0;
  return far ? changes : [];
}

/** "Stop all", 全关了: a frame without a name, which may mean the devices of before or the whole home. */
function namesNothing({ heads, places, items, values }: Frame): boolean {
  const bare = heads.every(({ type }) => type === "them" || type === "it") && places.length + values.length === 0;
  return bare && items.some((item) => playsAnyRole(item, ALL)) && !items.some((item) => playsAnyRole(item, PRONOUNS));
}

const ALL = ["all", "allOfThem", "everything"] as const satisfies readonly WordRole[];
const PRONOUNS = ["it", "them"] as const satisfies readonly WordRole[];

/** Whether a head is "everything" without a room. */
function isAllOver({ type, places }: Head): boolean {
  return type === "everything" && places.every(({ kind }) => kind === "home");
}

/** Kinds that heat, cook or wash: a sentence that does not name them needs a yes to switch them. */
const COSTLY_KINDS = /heater|oven|cooker|fryer|blanket|washer|dryer|boiler/;

function isCostly(doing: PlannedEffects): boolean {
  return COSTLY_KINDS.test(doing.target.indexed.device.spec.kind) && isChange(doing);
}

/** Whether a head names the whole home: "shut the whole house down". */
function isWholeHome({ type, places }: Head): boolean {
  return type === "everything" && places.some(({ kind }) => kind === "home");
}

/** Cleaning commands that cover the whole home although rooms were named: the robot has no rooms, and does not stand in the named one. */
function wholeHomeCleanings(steps: readonly SentenceStep[]): readonly PlannedEffects[] {
  return steps.flatMap((step) => {
    if (step.kind !== "do" || (step.frame.act !== "clean" && step.frame.act !== "mop")) return [];
    const places = [...step.frame.places, ...step.frame.heads.flatMap((head) => head.places)];
    const rooms = new Set(places.flatMap((place) => (place.kind === "rooms" ? place.ids : [])));
    if (rooms.size === 0 || places.some(({ kind }) => kind === "home")) return [];
    return step.doings.filter(({ target, effects }) => {
      const own = target.indexed.device.room?.id;
      const there = !step.frame.only && own !== undefined && rooms.size === 1 && rooms.has(own);
      return !there && effects.every(({ kind }) => kind === "invoke");
    });
  });
}

function isOpen({ heads, places }: Frame, room: string | null): boolean {
  return heads.some(({ type, quantifier, places: own }) => {
    if (type === "everything") return true;
    return type === "kind" && quantifier === null && room === null && places.length + own.length === 0;
  });
}

/** Whether an effect differs from the known state. */
function isChange({ target, effects }: PlannedEffects): boolean {
  const { state } = target.indexed.device;
  return effects.some(
    (effect) => effect.kind === "invoke" || state.get(effect.property.address)?.value !== effect.value,
  );
}

/** The number of devices per kind, largest first. */
function countByKind(doings: readonly PlannedEffects[]): readonly (readonly [kind: string, count: number])[] {
  const kinds = new Map<string, Set<string>>();
  for (const { target } of doings) {
    const { id, spec } = target.indexed.device;
    kinds.set(spec.kind, (kinds.get(spec.kind) ?? new Set()).add(id));
  }
  return [...kinds].map(([kind, ids]) => [kind, ids.size] as const).sort(([, a], [, b]) => b - a);
}

/**
 * Whether a command may be about the plan of the turn before: "make it 20", "no, 20 degrees", "and the lights too" after "turn it
 * off in 10 minutes".
 * @param said parses the words alone
 */
export function mayBeAboutPlan(steps: readonly SentenceStep[], conversation: Conversation, said: () => Frame): boolean {
  const { focus } = conversation;
  const [step, ...others] = steps;
  if ((focus?.plans ?? []).length === 0 || step?.kind !== "do" || others.length > 0) return false;
  const { act, heads, props, values, places } = step.frame;
  const bare = values.length === 1 && values[0]?.quantity?.unit === null && props.length + places.length === 0;
  const { also } = step.frame;
  if (also || (act === "set" && bare && heads.every(({ type }) => type === "it"))) return true;
  const value = values.length > 0 && props.length + places.length === 0;
  return value && isJustPlanned(conversation) && said().heads.every(({ type }) => type === "it");
}

/** Whether the turn before made a plan and commanded nothing at once. */
export function isJustPlanned({ focus, exchanges }: Conversation): boolean {
  const fresh = focus?.planned?.made === true && focus.planned.after === (exchanges.at(-2) ?? null);
  return fresh && (exchanges.at(-1)?.outcomes.length ?? 0) === 0;
}

/** Whether a frame has no action and no value: "and the living room?", 书房呢. */
export function lacksAction({ act, values, changes, props }: Frame): boolean {
  return act === null && values.length + changes.length + props.length === 0;
}

/** Whether a setting switches devices on although the sentence does not say so: "and the living room?" after a setting. */
function switchesOnImplicitly(steps: readonly SentenceStep[]): boolean {
  return plannedEffectsOf(steps).some(({ effects }) =>
    effects.some(
      (effect) => effect.kind === "set" && effect.implied && isPower(effect.property) && effect.value === true,
    ),
  );
}

/** Whether a sentence sets a property without a device or a place: 亮度五十. */
export function setsWithoutTarget({ understanding }: { readonly understanding: Understanding }): boolean {
  const { kind, frames } = understanding;
  const isUnnamed = ({ heads, places, values, props, act }: Frame): boolean =>
    heads.length + places.length === 0 && values.length > 0 && props.length > 0 && (act === null || act === "set");
  return kind === "plan" && frames.length > 0 && frames.every(isUnnamed);
}

/** The question for a yes before very many devices change, now or by a plan; null where few do. */
export function bulkQuestion(steps: readonly SentenceStep[], context: DialogueContext): string | null {
  const doings = plannedEffectsOf(steps);
  const count = countDevices(doings);
  const far = bulkEffects(steps, context);
  if (count <= MANY && !isBroadPlan(steps, context) && far.length === 0) return null;
  const planned = plannedEffectsOf(steps.flatMap(deferredSteps));
  const most = countDevices(planned) > count ? planned : far.length > 0 ? far : doings;
  const { language } = context;
  const kinds = countByKind(most).map(([kind, of]) => [kindName(kind, language), of] as const);
  return messages(language).plans.many(countDevices(most), kinds);
}

/**
 * The question for a yes to a sentence that may mean less or something else: an unsure reading, a cleaning of the whole home, a
 * question that would switch something on. Null for a clear command.
 * @param said parses the words alone
 */
export function unsureQuestion(
  decision: SentenceDecision,
  steps: readonly SentenceStep[],
  text: string,
  context: DialogueContext,
  said: () => Frame,
): string | null {
  const { language, index } = context;
  const [cleaning] = wholeHomeCleanings(steps);
  const starts = isQuestionForm(text) && switchesOnImplicitly(steps) && lacksAction(said());
  if (cleaning) return messages(language).plans.cleansAll(targetName(cleaning.target, index, language));
  return decision.kind === "ask" || starts ? intendedQuestion(doSteps(steps), context, starts) : null;
}
