import { type Clock, type Command, type Home, isPower, JiaError, type Outcome } from "../../home/index.ts";
import { clockWords, durationWords, errorText, message, messages, textOf } from "../../language/index.ts";
import type { Situation } from "../../understanding/ground/situation.ts";
import type { Frame } from "../../understanding/parse/frame.ts";
import { isRecurring } from "../../understanding/parse/when.ts";
import type { AnswerStep, Doing, DoStep, OfferStep, Step } from "../../understanding/plan.ts";
import { doSteps } from "../../understanding/plan.ts";
import { saysOthers } from "../../understanding/sentence/other-one.ts";
import type { Conversation, LocalReply, LocalRequest } from "../contract.ts";
import { hold, type Said, type Waiting } from "../open/items.ts";
import type { PastHistory } from "../past/index.ts";
import type { MovedPlan, PlanRef } from "../plan-changes.ts";
import { nowUndoable } from "../remember.ts";
import { Asking } from "./asking.ts";
import {
  commandsIn,
  commandsOf,
  doingsOf,
  doneOf,
  hasFailed,
  isExact,
  isWaiting,
  roomIds,
  toolCalls,
  undoable,
} from "./carry.ts";
import { answered, besides, linkedTo, meantBefore, named, refusedOf, rememberPlans, serviceParts } from "./focus.ts";
import {
  isPlanStep,
  type PlanContext,
  type Planned,
  type PlanStep,
  putBack,
  revertOf,
  runPlan,
  secondsTo,
} from "./planning/index.ts";
import { answerText } from "./reply/answers.ts";
import { leftOnText } from "./reply/left-on.ts";
import { type DoneStep, outcomesText, refusalText, waitingQuestion } from "./reply/outcomes.ts";
import { pastAnswer, sinceKnown } from "./reply/past.ts";
import { offerText, talkText } from "./reply/talk.ts";
import { saidOf, storable } from "./said.ts";
import { joined } from "./settle.ts";
import { changesNothing, hasNothingLeft, isAboutPlans, isAbsent, isForAWhile } from "./step-kinds.ts";

/** What the steps of one sentence are run with. */
interface Means {
  readonly home: Home;
  readonly clock: Clock;
  readonly request: LocalRequest;
  readonly situation: Situation;
  /** The frame of the sentence before it. */
  readonly previous: Frame | null;
  /** The step that an answer has picked devices for; null: the whole sentence runs. */
  readonly picked: Said["picked"];
  /** The approved steps, in the order of `steps`; null: nothing was asked. */
  readonly approved: readonly Waiting[] | null;
  /** The outcomes of the commands that these steps waited behind. */
  readonly before: readonly Outcome[];
  /** null where nothing can be planned. */
  readonly plans: PlanContext | null;
  /** null where no history is kept. */
  readonly history: PastHistory | null;
}

/**
 * Runs the steps of a sentence in order and words the outcomes. Updates the focus, the open items and the undo of the
 * conversation.
 */
export async function carryOut(steps: readonly Step[], means: Means): Promise<LocalReply> {
  return await new PlanExecutor(means).run(steps);
}

class PlanExecutor {
  readonly #means: Means;
  readonly #texts: string[] = [];
  /** Steps that ran and are not worded yet: steps that follow one another are worded together. */
  readonly #told: DoneStep[] = [];
  readonly #made: PlanRef[] = [];
  readonly #moved: MovedPlan[] = [];
  readonly #outcomes: Outcome[] = [];
  readonly #asking: Asking;
  #expectsReply = false;
  #refused = 0;

  constructor(means: Means) {
    this.#means = means;
    const { request, situation, previous, picked, clock } = means;
    this.#asking = new Asking(clock, situation, () => saidOf(request.text, situation, previous, picked));
  }

  async run(steps: readonly Step[]): Promise<LocalReply> {
    const { home, request, situation, approved, before } = this.#means;
    const { conversation, origin, signal } = request;
    /** Commands that revert temporary steps which ran before the yes, keyed by step. */
    const done = new Map(steps.map((step, at) => [step, approved?.[at]?.back ?? null]));
    const now = steps.flatMap((step): readonly Step[] => {
      // An offer runs after its yes.
      if (step.kind === "offer") return approved === null ? [] : step.steps;
      return !isForAWhile(step) ? [step] : done.get(step) ? [] : step.steps;
    });
    const doings = doingsOf(now);
    /** Commands that revert temporary steps, made from the values before; keyed by step. */
    const reverts = new Map<Step, readonly Command[]>();
    for (const step of steps)
      if (isForAWhile(step)) reverts.set(step, done.get(step) ?? revertOf(doSteps(step.steps), true));
    const commands = commandsOf(doings);
    const execution = commands.length > 0 ? await home.execute(commands, origin, { signal }) : { outcomes: [] };
    const open = [...execution.outcomes];
    this.#outcomes.push(...execution.outcomes);
    // Held before anything is planned, so that commands can be undone and confirmed even if planning throws.
    const held = conversation.open;
    const holdAll = (): void => {
      conversation.open = held;
      hold(conversation, ...this.#asking.items(execution.confirmation));
    };
    holdAll();
    if (this.#outcomes.length > 0) nowUndoable(conversation, undoable(execution.outcomes));
    const tell = (step: DoStep): void => {
      const done = doneOf(step.doings, open);
      for (const { outcome } of done) open.splice(open.indexOf(outcome), 1);
      this.#told.push({ step, done });
      this.#refuse(step);
      const waiting = done.filter(({ outcome }) => outcome.status === "needs-confirmation");
      if (waiting.length === 0 || !execution.confirmation) return;
      const { rules, pin, commands: held } = execution.confirmation;
      const reasons = rules.map(({ why }) => why);
      // With one command alone, the question for the PIN need not name it.
      const alone = held.length === 1 && execution.outcomes.length === 1 && steps.length === 1;
      const question = waitingQuestion(waiting, reasons, situation, !pin ? "yes" : alone ? "pin-alone" : "pin");
      this.#asking.commands(question);
      this.#ask(question);
    };
    const { plans } = this.#means;
    if (plans) plans.several = steps.filter(({ kind }) => kind === "later" || kind === "whenever").length > 1;
    for (const [at, step] of steps.entries()) {
      if (step.kind === "do") tell(step);
      else if (isForAWhile(step)) {
        if (!done.get(step)) doSteps(step.steps).forEach(tell);
        const outcomes = [...before, ...execution.outcomes];
        const back = (reverts.get(step) ?? []).filter(({ device }) => !hasFailed(device, outcomes));
        // The time of a command that waits for a yes counts from the yes.
        if (back.some(({ device }) => isWaiting(device, execution.outcomes)))
          this.#follow({ at, does: commandsIn(step), back }, step, back);
        else if (back.length > 0) {
          await this.#plan({ at, does: commandsIn(step), back }, step, (plans) =>
            putBack(back, secondsTo(step.when, plans), isExact(back, outcomes), plans),
          );
        }
      } else if (step.kind === "offer") {
        if (approved === null) this.#offer(step, at);
        else {
          step.steps.forEach(tell);
          await this.#keep(step, at);
        }
      } else if (this.#follows(step, execution.outcomes))
        this.#follow({ at, does: commandsIn(step), back: null }, step, commandsIn(step));
      else if (step.kind === "later" && hasNothingLeft(step, [...before, ...execution.outcomes])) continue;
      else if (isPlanStep(step)) {
        await this.#plan({ at, does: commandsIn(step), back: null }, step, (plans) => runPlan(step, plans));
        for (const each of "steps" in step ? doSteps(step.steps) : []) this.#refuse(each);
      } else if (step.kind === "answer") this.#say(await this.#answered(step));
      else this.#tellOther(step, at);
    }
    holdAll();
    this.#remember(conversation, steps);
    const planned = this.#outcomes.slice(execution.outcomes.length);
    if (planned.length > 0) {
      const done = execution.outcomes.length > 0 ? conversation.undo : [];
      conversation.undo = [...done, ...undoable(planned)];
    }
    // "Undo" is about one sentence: after a new plan it reverts nothing of an older sentence.
    else if (execution.outcomes.length === 0 && this.#made.length > 0 && approved === null) {
      conversation.undo = [];
      conversation.earlier = [];
    }
    this.#tellDone();
    return {
      handled: true,
      reply: joined(this.#texts, situation),
      expectsReply: this.#expectsReply,
      outcomes: this.#outcomes,
      calls: commands.map(toolCalls),
      refused: this.#refused,
      ...(this.#refused > 0 && { failed: true as const }),
    };
  }

  /** Whether a delayed step commands a device that waits for a yes now. Its delay counts from the yes; without one it is dropped. */
  #follows(step: Step, outcomes: readonly Outcome[]): boolean {
    const { plans } = this.#means;
    if (!plans || step.kind !== "later" || isRecurring(step.when)) return false;
    const commands = commandsOf(doingsOf(step.steps));
    if (!commands.some(({ device }) => isWaiting(device, outcomes))) return false;
    // A delayed command that needs a yes by itself is asked about by the planner.
    const back = step.lasting === null ? [] : revertOf(doSteps(step.steps), false);
    return plans.planner.timers.approvals([...commands, ...back]).length === 0;
  }

  /** Adds a step that runs after the yes, and words it with the question: what, and when. */
  #follow(waiting: Waiting, step: Step, commands: readonly Command[]): void {
    const { plans } = this.#means;
    this.#asking.behind(waiting);
    if (!plans || step.kind !== "later" || isRecurring(step.when) || commands.length === 0) return;
    const { language } = plans;
    const when = durationWords(secondsTo(step.when, plans) * 1000, language);
    const what = plans.planner.timers.describe(commands, language);
    const text = textOf(message("consent.after", { when, what }), language);
    this.#asking.commands(text);
    this.#say(text);
  }

  #say(text: string): void {
    this.#tellDone();
    if (text !== "") this.#texts.push(text);
  }

  #tellDone(): void {
    if (this.#told.length === 0) return;
    const told = this.#told.splice(0);
    const text = outcomesText(told, this.#means.situation);
    if (text !== "") this.#texts.push(text, leftOnText(told, this.#means.situation));
  }

  #ask(question: string): void {
    this.#say(question);
    this.#expectsReply = true;
  }

  /** Says why parts were refused; each text once. */
  #refuse({ refusals }: Pick<DoStep, "refusals">): void {
    for (const refusal of refusals) {
      const text = refusalText(refusal, this.#means.situation);
      this.#refused += 1;
      if (!this.#texts.includes(text)) this.#say(text);
    }
  }

  /** Words an offer and asks for a yes to exactly that. */
  #offer(step: OfferStep, at: number): void {
    const { plans, situation } = this.#means;
    const question = offerText(step, step.keep && plans !== null, situation);
    this.#ask(question);
    this.#asking.step(question, { at, does: commandsIn(step), back: null });
  }

  /** Saves the steps of an offer as a scene, where the question said so. */
  async #keep(step: OfferStep, at: number): Promise<void> {
    const { plans, situation } = this.#means;
    if (!plans || !step.keep) return;
    const { talk } = messages(situation.language);
    const name = talk.sceneName({ meaning: step.meaning });
    const kept = { kind: "make-scene", name, steps: step.steps } as const;
    await this.#plan({ at, does: commandsIn(step), back: null }, kept, async (context) => {
      const made = await runPlan(kept, context);
      // The question told what is in it.
      return made.plans ? { ...made, text: talk.kept({ scene: name }) } : made;
    });
  }

  #tellOther(step: Exclude<Step, PlanStep | DoStep | OfferStep | AnswerStep>, at: number): void {
    const { clock, home, situation, plans } = this.#means;
    switch (step.kind) {
      case "refuse":
        this.#refuse({ refusals: [step.refusal] });
        break;
      case "ask": {
        const question = this.#asking.devices(at, step.options, step.doings?.every(turnsOn) ?? false);
        if (question !== null) this.#ask(question);
        break;
      }
      case "talk":
        this.#say(talkText(step, { situation, now: clock.now(), timezone: home.timezone, plans: plans !== null }));
        break;
      case "leave":
        this.#say(messages(situation.language).replies.leave);
        break;
      default:
        step satisfies never;
    }
  }

  /** Runs a step of planning. A refusal of the planner is worded, and the rest of the sentence goes on. */
  async #plan(waiting: Waiting, step: PlanStep, run: (plans: PlanContext) => Promise<Planned>): Promise<void> {
    const { plans, situation } = this.#means;
    if (!plans) {
      if (step.kind === "unmet") this.#say(messages(situation.language).plans.unmet(this.#answer(step)));
      return;
    }
    try {
      const planned = await run(plans);
      this.#made.push(...(planned.plans ?? []));
      this.#moved.push(...(planned.moved ?? []));
      this.#outcomes.push(...(planned.outcomes ?? []));
      if (planned.choice) {
        this.#ask(planned.text);
        this.#asking.plans(planned.text, planned.choice);
      } else if (!planned.waits) this.#say(planned.text);
      else {
        this.#ask(planned.text);
        this.#asking.step(planned.text, {
          ...waiting,
          ...(planned.consent !== undefined && { consent: planned.consent }),
        });
      }
    } catch (error) {
      if (!(error instanceof JiaError) || error.code === "internal") throw error;
      this.#refused += 1;
      this.#say(errorText(error, situation.language));
    }
  }

  #answer({ frame, query }: Extract<Step, { kind: "answer" | "unmet" }>, since?: ReadonlyMap<string, number>): string {
    const { history, situation } = this.#means;
    const known = { ...(since && { since }), ...(history && { mains: history.mains() }) };
    return answerText(frame, query, situation, (at) => this.#time(at), known);
  }

  #time(at: number): string {
    const { clock, home, situation } = this.#means;
    return clockWords(at, clock.now(), home.timezone, situation.language);
  }

  /** An answer from the state, or from the history where the past is asked about or it knows more. */
  async #answered(step: AnswerStep): Promise<string> {
    const { clock, history, home, situation } = this.#means;
    const { language } = situation;
    const currency = history?.currency ?? null;
    const means = history && { history, now: clock.now(), timezone: home.timezone, language, currency };
    const { past } = step;
    if (past) return await pastAnswer({ ...step, past }, means, { situation, clock: (at) => this.#time(at) });
    return this.#answer(step, await sinceKnown(step.frame, step.query, means, situation));
  }

  /** Updates the focus: what "it", "there" and "cancel it" refer to from now on. */
  #remember(conversation: Conversation, steps: readonly Step[]): void {
    const flat = steps.flatMap((step): readonly Step[] =>
      step.kind === "later" || step.kind === "whenever" ? step.steps : [step],
    );
    const step = mainStep(flat);
    // The sentence named something that the home lacks: "it" refers to nothing from before.
    if (flat.length > 0 && flat.every(isAbsent)) {
      const before = conversation.focus ?? { rooms: [], frame: null };
      conversation.focus = { ...before, with: [], devices: [], address: null, absent: true };
      return;
    }
    // A refused command was still about its device.
    const about = this.#made.length > 0 ? null : refusedOf(flat, conversation);
    // A question keeps the last plans in focus.
    const asked = steps.every(changesNothing) && this.#made.length === 0;
    const plans = asked ? (conversation.focus?.plans ?? []) : this.#made;
    const made = this.#made.length > 0;
    const planned =
      plans.length > 0 && (made || steps.some(isAboutPlans))
        ? { planned: { after: conversation.exchanges.at(-1) ?? null, made } }
        : {};
    const explained = flat.findLast((each) => each.kind === "why");
    if (!step && explained) {
      const { device } = explained.target.indexed;
      conversation.focus = { devices: [device.id], rooms: roomIds([device]), address: null, frame: null, plans };
      return;
    }
    if (!step && about) {
      conversation.focus = { ...about, plans };
      return;
    }
    if (!step) {
      rememberPlans(conversation, plans, asked ? (conversation.focus?.moved ?? []) : this.#moved);
      if (conversation.focus) conversation.focus = { ...conversation.focus, ...planned };
      return;
    }
    const targets = step.kind === "do" ? step.doings.map(({ target }) => target) : answered(step);
    const devices = [...new Set(targets.map(({ indexed }) => indexed.device))];
    const effect = step.kind === "do" ? step.doings[0]?.effects.at(-1) : undefined;
    const address =
      effect?.kind === "set"
        ? effect.property.address
        : step.kind === "answer"
          ? (step.query.properties[0]?.address ?? null)
          : null;
    const kindOf = (id: string): string | undefined => this.#means.home.device(id)?.spec.kind;
    const linked = [...linkedTo(conversation, step.frame, targets, kindOf), ...besides(step, flat)];
    const before = step.kind === "answer" ? meantBefore(step, targets, conversation) : null;
    conversation.focus = {
      ...(linked.length > 0 && { with: linked }),
      parts: { ...(linked.length > 0 && conversation.focus?.parts), ...serviceParts(targets) },
      devices: before ?? devices.map(({ id }) => id),
      rooms: roomIds(devices),
      address,
      frame: storable(named(step.frame, targets, conversation)),
      ...(plans.length > 0 && { plans }),
      ...planned,
      ...(this.#moved.length > 0 && { moved: this.#moved }),
    };
  }
}

/** The step that the focus follows: the last one, unless that only switched off the other devices. */
function mainStep(steps: readonly Step[]): Extract<Step, { kind: "do" | "answer" }> | undefined {
  const told = steps.filter((each) => each.kind === "do" || each.kind === "answer");
  const [before, last] = [told.at(-2), told.at(-1)];
  return last?.kind === "do" && before?.kind === "do" && saysOthers(last.frame) && last.doings.every(turnsOff)
    ? before
    : last;
}

function turnsOff({ effects }: Doing): boolean {
  return effects.every((effect) => effect.kind === "set" && isPower(effect.property) && effect.value === false);
}

/** Whether all effects switch something on. */
function turnsOn({ effects }: Doing): boolean {
  return effects.every((effect) => effect.kind === "set" && effect.property.type === "on" && effect.value === true);
}
