import { activityToStart } from "../activities/start.ts";
import { activityToStop } from "../activities/stop.ts";
import { conditionHolds, ruleOf } from "../ground/conditions.ts";
import type { DialogueContext } from "../ground/context.ts";
import { asModeOf, withModesApart } from "../ground/mode-values.ts";
import { inventoryStep, plannedStep, removeSceneStep, unplanStep, whyStep } from "../ground/planning.ts";
import { usesFahrenheit } from "../ground/temperatures.ts";
import type { Act } from "../lexicon/types.ts";
import { clausesOf } from "../parse/clauses/clauses.ts";
import type { ConditionSplit } from "../parse/clauses/conditions.ts";
import { withDidQuestions } from "../parse/clauses/did-questions.ts";
import { withExceptionsInFront } from "../parse/clauses/exceptions.ts";
import { isFollowUp } from "../parse/clauses/follow-up.ts";
import { withLeftDislocation } from "../parse/clauses/left-dislocation.ts";
import { withOneAnaphora } from "../parse/clauses/one-anaphora.ts";
import { withoutOrigin } from "../parse/clauses/origins.ts";
import { withoutRedundantCondition } from "../parse/clauses/redundant-conditions.ts";
import { withSharedPossessors } from "../parse/clauses/shared-possessors.ts";
import { stretchesOf } from "../parse/clauses/stretches.ts";
import { completeEllipsis, completeOneAnaphor, completeQuestionEllipsis } from "../parse/ellipsis.ts";
import type { Frame, PlaceReference } from "../parse/frame.ts";
import { type Item, playsRole } from "../parse/items.ts";
import { actReachingState } from "../parse/opposite-acts.ts";
import { askingOf, isQuestion } from "../parse/questions.ts";
import { anyHasMeasure, anyHasRole, roleSet } from "../parse/role-index.ts";
import { readFrame } from "../parse/slots/read.ts";
import { settleRemoval } from "../parse/slots/removal.ts";
import { withRunningTime } from "../parse/time/running-time.ts";
import type { TimeExtraction } from "../parse/time/time-expression.ts";
import { isTemporary, momentAfter, type TimeExpression } from "../parse/time/time-expression.ts";
import { readTimers } from "../parse/time/timers.ts";
import { extractTime } from "../parse/time/times.ts";
import { hasNumberBeforeTime, hasUnreadCondition, hasUnreadTime } from "../parse/time/unread-times.ts";
import type { SentenceStep, Understanding } from "../plan.ts";
import { completeCount, withOwner } from "./anaphora.ts";
import { asksState, endsAsking } from "./asked.ts";
import { clauseStep } from "./clause-step.ts";
import { type DeviceTimer, deviceTimerIn, deviceTimerStep, isBareName } from "./device-timer.ts";
import { type EventClause, eventClauseIn, ruleFor } from "./event-clauses.ts";
import { applyExclusions, type Exclusion, exclusionOf, isSetThoughKeptOff, withoutKept } from "./exclusions.ts";
import { besideLast, excludeLastTargets } from "./other-targets.ts";
import { withFocusedPart, withOwnPart } from "./own-part.ts";
import { planRequestIn } from "./plan-request.ts";
import { saysRinging } from "./ringing.ts";
import {
  branchesOf,
  conditionalIn,
  type GroundedCondition,
  isSettled,
  isSun,
  isTelling,
  readCondition,
  saysCondition,
  wheneverSteps,
} from "./rule.ts";
import { disambiguateBySameWords } from "./same-words.ts";
import {
  inheritPlaces,
  isPlacedLater,
  placeByOtherSteps,
  placeOfStep,
  placesIn,
  roomsOfStep,
} from "./shared-places.ts";
import {
  laterSituation,
  mergeRecurring,
  NOW,
  splitByMoment,
  startsWithTime,
  timedStep,
  withDays,
  withTimer,
} from "./timing.ts";
import { isListOfCommands, unknownNameStep } from "./unknown-name.ts";
import { aboutWork } from "./work.ts";

/** A sentence with more commands is handed on. */
const MAX_STRETCHES = 20;

/**
 * Commands for now, for later, or the contents of a scene. In a scene states count as commands, and current states do not
 * matter.
 */
type Purpose = "now" | "scene" | "later";

const NOTHING_WISHED: ReadonlySet<Item> = new Set();
/** Roles without one of which nothing is said about plans or scenes. */
const ABOUT_PLANS = roleSet("scene", "automation", "planned", "remaining", "delete", "cancel", "why");

/** Understands one sentence: earlier clauses fill in what later ones leave out. */
export class Sentence {
  readonly #source: string;
  readonly #context: DialogueContext;
  readonly #purpose: Purpose;
  readonly #frames: Frame[] = [];
  readonly #wished: ReadonlySet<Item>;
  readonly #replaced: Frame | null;
  #before: Frame | null;
  /** Exclusions from other clauses of the sentence. */
  #kept: readonly Exclusion[] = [];
  /** All items of the sentence. */
  #items: readonly Item[] = [];
  /** The places of the last clause with any. */
  #places: readonly PlaceReference[] = [];
  /** Ids of the rooms of the devices of the clause before. */
  #rooms: readonly string[] = [];
  /** The step of the clause before. */
  #last: SentenceStep | null = null;

  /**
   * @param wished items of parts in which a state is a command
   * @param replaced the command that this one puts right
   */
  constructor(
    source: string,
    context: DialogueContext,
    previous: Frame | null,
    purpose: Purpose = "now",
    wished: ReadonlySet<Item> = NOTHING_WISHED,
    replaced: Frame | null = null,
  ) {
    this.#source = source;
    this.#context = context;
    this.#wished = wished;
    this.#replaced = replaced;
    this.#before = replaced ?? previous;
    this.#purpose = purpose;
  }

  understand(given: readonly Item[]): Understanding {
    const said = withFocusedPart(
      withOwner(withSharedPossessors(withDidQuestions(withLeftDislocation(given))), this.#context),
      this.#context,
    );
    const apart = withModesApart(said, this.#context);
    const items = withoutRedundantCondition(withOneAnaphora(withRunningTime(apart), this.#context.index));
    const never = anyHasMeasure(items) ? items.find(({ measure }) => measure?.kind === "impossible") : undefined;
    if (never)
      return { kind: "plan", steps: [{ kind: "refuse", refusal: { code: "no-time", said: never.said } }], frames: [] };
    const existing = this.#purpose === "now" ? planRequestIn(items, this.#source, this.#context) : null;
    if (existing) return { kind: "plan", steps: [{ kind: "existing", request: existing }], frames: [] };
    const happened = this.#purpose === "now" ? eventClauseIn(items, this.#source) : null;
    if (happened) return this.#eventClause(happened);
    const work = this.#purpose === "now" ? aboutWork(items, this.#context) : null;
    if (work) return work;
    const conditional = conditionalIn(items);
    const open = (saysCondition(items) && !items.some(isSun)) || hasUnreadCondition(items);
    if (!conditional && open) return { kind: "unknown", frames: [] };
    const steps = conditional ? this.#conditional(conditional) : this.#steps(items);
    if (steps === null || steps.length === 0) return { kind: "unknown", frames: this.#frames };
    return { kind: "plan", steps: withoutStopBeforeDock(steps), frames: this.#frames };
  }

  /** The steps of the items; null when any part is not understood: then nothing is done. */
  #steps(items: readonly Item[]): SentenceStep[] | null {
    const before = this.#before;
    const from = this.#frames.length;
    const meant = isQuestion(items) ? items : withExceptionsInFront(items);
    const steps = this.#read(meant);
    const frames = this.#frames.slice(from);
    // Without a negation nothing is excluded.
    if (steps === null || frames.length === 1 || !frames.some(({ negated }) => negated)) return steps;
    const said = frames.map(exclusionOf);
    if (said.includes("unclear") || isSetThoughKeptOff(frames)) return null;
    const kept = said.filter((each) => each !== null && each !== "unclear");
    if (kept.length === 0) return steps;
    if (kept.length === said.length) return steps;
    // The other clauses are read again with the exclusions.
    this.#kept = kept;
    this.#frames.splice(from);
    this.#before = before;
    const without = this.#read(meant);
    return without && [...withoutKept(without)];
  }

  #read(items: readonly Item[]): SentenceStep[] | null {
    this.#items = items;
    this.#places = [];
    this.#rooms = [];
    this.#last = null;
    const steps: SentenceStep[] = [];
    /** Whether a part has an unknown thing or property. */
    let strange = false;
    /** A time at the beginning holds for what follows. */
    let leading: TimeExtraction = { ...NOW, rest: [] };
    let before: TimeExpression | null = null;
    const stretches = stretchesOf(items, MAX_STRETCHES)?.flatMap((stretch) => {
      const parts = splitByMoment(stretch);
      return parts.length > 1 && !readTimers(stretch, this.#source) ? parts : [stretch];
    });
    if (!stretches) return null;
    for (const [at, stretch] of stretches.entries()) {
      const existing = this.#purpose === "now" ? planRequestIn(stretch, this.#source, this.#context) : null;
      if (existing) {
        steps.push({ kind: "existing", request: existing });
        continue;
      }
      const timers = readTimers(stretch, this.#source);
      if (timers) {
        steps.push(...timers.map((intent) => ({ kind: "timer", intent }) as const));
        continue;
      }
      // The time or subject of a reminder or alarm was not understood.
      if (saysRinging(stretch)) return null;
      const planning = this.#planning(stretch);
      if (planning) {
        steps.push(planning);
        continue;
      }
      const ending = this.#ending(stretch);
      if (ending) {
        steps.push(ending);
        continue;
      }
      const asked = at === stretches.length - 1 && asksState(stretch, this.#source);
      const question = asked || isQuestion(stretch);
      const own = question ? null : deviceTimerIn(stretch, this.#context.index);
      const timeless = own?.rest ?? stretch;
      const said: TimeExtraction = question
        ? { ...NOW, rest: stretch }
        : (withTimer(timeless) ?? extractTime(timeless));
      if (!question && (hasUnreadTime(said.rest) || (said.when !== null && hasNumberBeforeTime(stretch, said.rest))))
        return null;
      const held = said.when === null && !(leading.when && isTemporary(leading.when));
      const when: TimeExpression | null = held ? leading.when : said.when && momentAfter(said.when, before);
      // The device's own timer cannot be set for a later time.
      if (own !== null && when !== null) return null;
      // In "wake me at seven and turn the light on" it is open when the light is meant.
      if (when === null && !question && stretches.slice(0, at).some(saysRinging)) return null;
      const { lasting } = held ? leading : said;
      if (at === 0 && when !== null && startsWithTime(stretch, said.rest)) leading = { ...said, when };
      // In "turn off the TV in 20 minutes, then close the curtains" it is open when the curtains are meant.
      const delayed = before !== null && !isTemporary(before);
      if (!question && delayed && (when === null || isTemporary(when))) return null;
      // It is also open which of two moments a third command is for.
      if (held && delayed && before !== leading.when) return null;
      before = when ?? before;
      for (const [place, clause] of (question ? [said.rest] : clausesOf(said.rest)).entries()) {
        const later = when !== null && !isTemporary(when);
        const read = this.#clause(clause, question, later) ?? (later ? null : this.#beginning(clause));
        const understood = this.#withOwnTime(read, place === 0 ? own : null);
        const other = understood === null && when === null && stretches.length > 1 ? this.#strange() : null;
        const meant = understood ?? (other && [other]);
        if (meant === null || steps.length >= MAX_STRETCHES) return null;
        strange ||= other !== null;
        for (const step of meant) {
          // 灯晚上十点 does not say what to do then.
          if (when !== null && step.kind === "do" && step.frame.bare) return null;
          const placed = when === null ? step : timedStep(step, when, lasting);
          if (placed === null) return null;
          steps.push(placed);
        }
      }
    }
    // An unknown part is only harmless in a list of commands for now.
    if (strange && !isListOfCommands(steps)) return null;
    return mergeRecurring(withDays(placeByOtherSteps(disambiguateBySameWords(steps), this.#context)));
  }

  /** Adds the device's own timer to the step of a clause; null when either is not understood. */
  #withOwnTime(step: SentenceStep | null, own: DeviceTimer | null): readonly SentenceStep[] | null {
    const frame = this.#frames.at(-1);
    if (own === null || !frame) return step && [step];
    const counted = deviceTimerStep(own, frame, this.#context);
    if (counted && isBareName(frame)) return [counted];
    return counted && step && [counted, step];
  }

  /** The refusal for the last clause, if only a name in it is unknown. */
  #strange(): SentenceStep | null {
    const frame = this.#purpose === "now" ? this.#frames.at(-1) : undefined;
    return frame ? unknownNameStep(frame, this.#context) : null;
  }

  #clause(given: readonly Item[], question: boolean, later: boolean): SentenceStep | null {
    const clause = question ? given : withOwnPart(withoutOrigin(given), this.#last, this.#context);
    const read = readFrame(clause, this.#context.index, question);
    const first = this.#frames.length === 0;
    const frame = (first && !question && asModeOf(read, this.#before, this.#context)) || read;
    frame.fahrenheit = usesFahrenheit(this.#context);
    frame.timeless = later || this.#purpose !== "now";
    if (!question) settleRemoval(frame);
    if (first && isFollowUp(clause) && !frame.negated) frame.also = true;
    const [state] = frame.states;
    const wanted = this.#purpose === "scene" || (!question && frame.items.some((item) => this.#wished.has(item)));
    if (wanted && frame.act === null && state) frame.act = actReachingState(state);
    const same =
      (question || frame.also || (first && endsAsking(this.#source))) &&
      completeQuestionEllipsis(frame, this.#before, this.#context.index);
    if (same) this.#before = frame;
    else if (question) {
      frame.asking = askingOf(completeOneAnaphor(frame, this.#before, this.#context.index));
      completeCount(frame, this.#before, this.#context);
    } else completeEllipsis(frame, this.#before, this.#frames.length > 0 || this.#replaces(frame), this.#context.index);
    excludeLastTargets(frame, this.#frames.at(-1), this.#last, this.#context);
    const placed = isPlacedLater(clause, this.#items);
    const stood = this.#places.length > 0 ? this.#places : placeOfStep(this.#last, this.#context);
    if (!placed) inheritPlaces(frame, this.#places, this.#context, stood);
    this.#places = this.#placesAfter(frame);
    this.#frames.push(frame);
    this.#before = frame;
    applyExclusions(frame, this.#kept);
    const around = later ? laterSituation(frame, this.#context) : this.#context;
    const found = clauseStep(frame, question ? around : besideLast(frame, this.#last, around));
    const near = found?.kind === "ask" && !placed && this.#rooms.length === 1;
    const step = near ? (clauseStep(frame, this.#nearby()) ?? found) : found;
    if (step) this.#rooms = roomsOfStep(step);
    this.#last = step;
    return step;
  }

  /** The places that hold for later clauses. A sentence that began with the speaker's room does not name another one for all that follows. */
  #placesAfter(frame: Frame): readonly PlaceReference[] {
    const mixed = this.#context.room !== null && this.#frames.some((each) => placesIn(each) === null);
    return mixed ? [] : (placesIn(frame) ?? this.#places);
  }

  /** The context near the devices of the clause before, which goes before the focus of the conversation. */
  #nearby(): DialogueContext {
    return { ...this.#context, focus: { ...this.#context.focus, rooms: this.#rooms } };
  }

  /** Whether it replaces the command before. 算了，都关了 is about more than that. */
  #replaces({ items }: Frame): boolean {
    return this.#replaced !== null && !items.some((item) => playsRole(item, "allOfThem"));
  }

  /** Ends an activity of a device: "stop washing the dishes". */
  #ending(items: readonly Item[]): SentenceStep | null {
    const frame = this.#purpose === "now" ? activityToStop(items, this.#context) : null;
    if (!frame) return null;
    this.#frames.push(frame);
    this.#before = frame;
    return clauseStep(frame, this.#context);
  }

  /** Starts an activity of a device, for a clause that says nothing else: 洗碗机开始洗碗. */
  #beginning(items: readonly Item[]): SentenceStep | null {
    const frame = this.#purpose === "now" ? activityToStart(items, this.#context) : null;
    if (!frame) return null;
    this.#frames.splice(-1, 1, frame);
    this.#before = frame;
    return clauseStep(frame, this.#context);
  }

  /** Questions about plans, cancelling them, and why something happened. */
  #planning(items: readonly Item[]): SentenceStep | null {
    if (!anyHasRole(items, ABOUT_PLANS)) return null;
    return (
      inventoryStep(items) ??
      plannedStep(items, this.#context) ??
      removeSceneStep(items) ??
      unplanStep(items, this.#context) ??
      whyStep(items, this.#context)
    );
  }

  /** A rule for an event; refused when no device of this home reports it. */
  #eventClause({ event, said, command }: EventClause): Understanding {
    const unknown: Understanding = { kind: "unknown", frames: [] };
    const notice = command.length > 0 && command.every(isTelling) ? said : null;
    const rule = ruleFor(event, this.#context);
    const steps =
      notice === null
        ? new Sentence(this.#source, this.#context, null, "later").#steps(command)
        : ([] as SentenceStep[]);
    if (steps === null || (notice === null && !steps.some(isPlanned))) return unknown;
    if (rule === null)
      return { kind: "plan", steps: [{ kind: "refuse", refusal: { code: "no-event", said } }], frames: [] };
    const all: readonly SentenceStep[] | null =
      notice === null
        ? wheneverSteps(steps, rule)
        : [{ kind: "whenever", rule, steps: [], lasting: null, afterwards: null, notice }];
    return all ? { kind: "plan", steps: all, frames: [] } : unknown;
  }

  #conditional(conditional: ConditionSplit): SentenceStep[] | null {
    const condition = readCondition(conditional, this.#context, this.#source);
    if (!condition) return null;
    const { frame, query, windows, standing, momentary, unless, command, notice } = condition;
    this.#frames.push(frame);
    this.#before = frame;
    if (notice !== null) {
      const rule = ruleOf(frame, query, windows, momentary);
      return rule ? [{ kind: "whenever", rule, steps: [], lasting: null, afterwards: null, notice }] : null;
    }
    const holds = standing ? true : conditionHolds(frame, query, this.#context.now);
    if (holds === null) return null;
    // "Unless someone is home, turn it off at nine" depends on the state at nine, not now.
    if (unless && this.#commands(command, condition)?.some(({ kind }) => kind !== "do" && kind !== "refuse"))
      return null;
    const [met, unmet] = branchesOf(command, unless);
    if (holds === "unknown") {
      const understood = [met, unmet].every((items) => items.length === 0 || this.#commands(items, condition));
      return understood ? [{ kind: "unmet", frame, query }] : null;
    }
    const wanted = holds ? met : unmet;
    // The other branch must be understood too.
    const other = holds ? unmet : met;
    if (other.length > 0 && !this.#commands(other, condition)) return null;
    if (wanted.length === 0) return [{ kind: "unmet", frame, query }];
    const steps = this.#commands(wanted, condition);
    if (!steps) return null;
    return standing ? wheneverSteps(steps, ruleOf(frame, query, windows, momentary)) : steps;
  }

  /** The commands of a condition; null when they are not understood. */
  #commands(items: readonly Item[], { frame, standing, context }: GroundedCondition): SentenceStep[] | null {
    // The room of the condition is that of the command, unless what is named is elsewhere.
    const [near, far] = [context, this.#context].map((each) =>
      new Sentence(this.#source, each, frame, standing ? "later" : "now").#steps(items),
    );
    const steps = near?.every(isSettled) || !far?.every(isSettled) ? near : far;
    return steps && steps.length > 0 ? steps : null;
  }
}

/** Whether the step can be part of a rule. */
function isPlanned(step: SentenceStep): boolean {
  return step.kind === "do" || step.kind === "scene" || step.kind === "later" || step.kind === "refuse";
}

/** Drops a stop right before docking: 别扫了，回去充电. A robot that returns to its dock stops by itself. */
function withoutStopBeforeDock(steps: readonly SentenceStep[]): readonly SentenceStep[] {
  const devicesOf = (step: SentenceStep | undefined, acts: readonly Act[]): string | null =>
    step?.kind === "do" && step.frame.act !== null && acts.includes(step.frame.act)
      ? step.doings.map(({ target }) => target.indexed.device.id).join()
      : null;
  return steps.filter((step, at) => {
    const stopped = devicesOf(step, ["stop", "pause", "off"]);
    return stopped === null || stopped !== devicesOf(steps[at + 1], ["dock"]);
  });
}
