import {
  type Clock,
  CONFIRMATION_MS,
  type Command,
  type Confirmation,
  type Home,
  JiaError,
  type Outcome,
} from "../../home/index.ts";
import { errorText, holds, messages, nameIn } from "../../language/index.ts";
import type { Conversation, LocalReply, LocalRequest, PlanRef } from "../contract.ts";
import { CHOICE_MS, type ChoiceItem, hold, type OpenItem, type Said, type Waiting } from "../open/items.ts";
import {
  commandsOf,
  doingsOf,
  doneOf,
  doSteps,
  hasFailed,
  isWaiting,
  positionsOf,
  roomIds,
  undoable,
} from "./carry.ts";
import type { Situation, Target } from "./ground/situation.ts";
import type { Frame } from "./parse/frame.ts";
import { isForAWhile as isPassing, isRecurring } from "./parse/times.ts";
import type { DoStep, Step } from "./plan.ts";
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
import { localTime } from "./reply/clock.ts";
import { targetName } from "./reply/names.ts";
import { outcomesText, refusalText, waitingQuestion } from "./reply/outcomes.ts";
import { saidOf, storable } from "./said.ts";
import { joined } from "./settle.ts";
import { toolCalls } from "./tool-calls.ts";

/** What the steps of one sentence are carried out with. */
export interface Means {
  readonly home: Home;
  readonly clock: Clock;
  readonly request: LocalRequest;
  readonly situation: Situation;
  /** What was said before it. */
  readonly previous: Frame | null;
  /** Of the sentence only the step that an answer has picked devices for; null: all of it. */
  readonly picked: Said["picked"];
  /** The steps that a person has said yes to, one for each; null: nothing was asked. */
  readonly approved: readonly Waiting[] | null;
  /** What came of the commands that these waited behind. */
  readonly before: readonly Outcome[];
  /** null where nothing can be planned. */
  readonly plans: PlanContext | null;
}

/** Carries out what a sentence means, in its order, and says what came of it. Writes what the conversation is about now. */
export async function carryOut(steps: readonly Step[], means: Means): Promise<LocalReply> {
  return await new Carrying(means).run(steps);
}

class Carrying {
  readonly #means: Means;
  readonly #texts: string[] = [];
  readonly #made: PlanRef[] = [];
  readonly #outcomes: Outcome[] = [];
  /** Steps that the policy asks about, and how. */
  readonly #waiting: Waiting[] = [];
  readonly #planQuestions: string[] = [];
  /** Steps that wait behind commands which the policy asks about, and how those are asked about. */
  readonly #behind: Waiting[] = [];
  readonly #commandQuestions: string[] = [];
  /** Questions which one is meant. */
  readonly #choices: ChoiceItem[] = [];
  #expectsReply = false;
  #refused = 0;

  constructor(means: Means) {
    this.#means = means;
  }

  async run(steps: readonly Step[]): Promise<LocalReply> {
    const { home, request, situation, approved, before } = this.#means;
    const { conversation, origin, signal } = request;
    /** What puts back what was done for a while before the yes, keyed by the step. */
    const done = new Map(steps.map((step, at) => [step, approved?.[at]?.back ?? null]));
    const now = steps.flatMap((step): readonly Step[] =>
      !isForAWhile(step) ? [step] : done.get(step) ? [] : step.steps,
    );
    const doings = doingsOf(now);
    /** What puts back what is done for a while only, from the values before; keyed by the step. */
    const reverts = new Map<Step, readonly Command[]>();
    for (const step of steps) if (isForAWhile(step)) reverts.set(step, done.get(step) ?? revertOf(doSteps(step.steps)));
    const commands = commandsOf(doings);
    const positions = positionsOf(doings);
    const execution = commands.length > 0 ? await home.execute(commands, origin, { signal }) : { outcomes: [] };
    const open = [...execution.outcomes];
    this.#outcomes.push(...execution.outcomes);
    // Before anything is planned: what was done can be undone and confirmed even if planning breaks off.
    const held = conversation.open;
    const holdAll = (): void => {
      conversation.open = held;
      hold(conversation, ...this.#open(execution.confirmation));
    };
    holdAll();
    if (this.#outcomes.length > 0) conversation.undo = undoable(doings, execution, positions);
    const tell = (step: DoStep): void => {
      const done = doneOf(step.doings, open);
      for (const { outcome } of done) open.splice(open.indexOf(outcome), 1);
      this.#say(outcomesText(step, done, situation));
      this.#refuse(step);
      const waiting = done.filter(({ outcome }) => outcome.status === "needs-confirmation");
      if (waiting.length === 0 || !execution.confirmation) return;
      const reasons = execution.confirmation.rules.map(({ why }) => why);
      const question = waitingQuestion(waiting, reasons, situation);
      this.#commandQuestions.push(question);
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
        // What waits for a yes is put back from then on, or not at all.
        if (back.some(({ device }) => isWaiting(device, execution.outcomes))) this.#behind.push({ at, back });
        else if (back.length > 0) {
          await this.#plan({ at, back }, step, (plans) => putBack(back, secondsTo(step.when, plans), plans));
        }
      } else if (this.#follows(step, execution.outcomes)) this.#behind.push({ at, back: null });
      else if (step.kind === "later" && hasNothingLeft(step, before)) continue;
      else if (isPlanStep(step)) {
        await this.#plan({ at, back: null }, step, (plans) => runPlan(step, plans));
        for (const each of "steps" in step ? doSteps(step.steps) : []) this.#refuse(each);
      } else this.#tellOther(step, at);
    }
    holdAll();
    this.#remember(conversation, steps);
    const planned = this.#outcomes.slice(execution.outcomes.length);
    if (planned.length > 0) {
      const done = execution.outcomes.length > 0 ? conversation.undo : [];
      conversation.undo = [...done, ...undoable([], { outcomes: planned }, new Map())];
    }
    // "Undo" is about one sentence: with what was planned now, nothing of an older one is put back.
    else if (execution.outcomes.length === 0 && this.#made.length > 0 && approved === null) conversation.undo = [];
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

  /** What is asked of the person, in the order in which it is told. */
  #open(confirmation: Confirmation | undefined): OpenItem[] {
    const { situation, clock } = this.#means;
    const { language } = situation;
    const items: OpenItem[] = [];
    if (confirmation) {
      const { id, commands, expiresAt } = confirmation;
      const question = joined(this.#commandQuestions, situation);
      const only = this.#behind;
      const behind = only.length > 0 ? [{ kind: "sentence" as const, said: this.#said(), only: [...only] }] : [];
      items.push({ kind: "commands", confirmation: id, commands, question, language, expiresAt, behind });
    }
    items.push(...this.#choices);
    if (this.#waiting.length > 0) {
      const question = joined(this.#planQuestions, situation);
      const expiresAt = clock.now() + CONFIRMATION_MS;
      items.push({ kind: "sentence", said: this.#said(), only: [...this.#waiting], question, language, expiresAt });
    }
    return items;
  }

  #said(): Said {
    const { request, situation, previous, picked } = this.#means;
    return saidOf(request.text, situation, previous, picked);
  }

  #choose(question: string, choice: Chosen): void {
    const { situation, clock } = this.#means;
    this.#ask(question);
    this.#choices.push({ ...choice, question, language: situation.language, expiresAt: clock.now() + CHOICE_MS });
  }

  /** Whether it is done later with what waits for a yes: then it counts from the yes, and without one it is not done. */
  #follows(step: Step, outcomes: readonly Outcome[]): boolean {
    const { plans } = this.#means;
    if (!plans || step.kind !== "later" || isRecurring(step.when)) return false;
    const commands = commandsOf(doingsOf(step.steps));
    if (!commands.some(({ device }) => isWaiting(device, outcomes))) return false;
    // What the policy asks about by itself is asked about in the same breath.
    const back = step.lasting === null ? [] : revertOf(doSteps(step.steps));
    return plans.planner.timers.approvals([...commands, ...back]).length === 0;
  }

  #say(text: string): void {
    if (text !== "") this.#texts.push(text);
  }

  #ask(question: string): void {
    this.#say(question);
    this.#expectsReply = true;
  }

  /** Says why parts are not done; the same thing once. */
  #refuse({ refusals }: Pick<DoStep, "refusals">): void {
    for (const refusal of refusals) {
      const text = refusalText(refusal, this.#means.situation);
      this.#refused += 1;
      if (!this.#texts.includes(text)) this.#say(text);
    }
  }

  #tellOther(step: Exclude<Step, PlanStep | DoStep>, at: number): void {
    const { situation } = this.#means;
    switch (step.kind) {
      case "refuse":
        this.#refuse({ refusals: [step.refusal] });
        break;
      case "ask":
        this.#choose(askText(step.options, situation), {
          kind: "devices",
          said: this.#said(),
          at,
          options: step.options.map(({ indexed, service }) => ({ device: indexed.device.id, service })),
        });
        break;
      case "answer":
        this.#say(this.#answer(step));
        break;
      case "leave":
        this.#say(messages(situation.language).replies.leave);
        break;
      default:
        step satisfies never;
    }
  }

  /** What the planner refuses is said, and the rest of the sentence goes on. */
  async #plan(waiting: Waiting, step: PlanStep, run: (plans: PlanContext) => Promise<Planned>): Promise<void> {
    const { plans, situation } = this.#means;
    if (!plans) {
      if (step.kind === "unmet") this.#say(messages(situation.language).plans.unmet(this.#answer(step)));
      return;
    }
    try {
      const planned = await run(plans);
      this.#made.push(...(planned.plans ?? []));
      this.#outcomes.push(...(planned.outcomes ?? []));
      if (planned.choice) {
        this.#choose(planned.text, { kind: "plans", ...planned.choice });
      } else if (!planned.waits) this.#say(planned.text);
      else {
        this.#ask(planned.text);
        this.#planQuestions.push(planned.text);
        this.#waiting.push(waiting);
      }
    } catch (error) {
      if (!(error instanceof JiaError) || error.code === "internal") throw error;
      this.#refused += 1;
      this.#say(errorText(error, situation.language));
    }
  }

  #answer({ frame, query }: Extract<Step, { kind: "answer" | "unmet" }>): string {
    const { clock, home, situation } = this.#means;
    const time = (at: number): string => localTime(at, clock.now(), home.timezone, situation.language);
    return answerText(frame, query, situation, time);
  }

  /** What "it", "there" and "cancel it" mean from now on. */
  #remember(conversation: Conversation, steps: readonly Step[]): void {
    const flat = steps.flatMap((step): readonly Step[] =>
      step.kind === "later" || step.kind === "whenever" ? step.steps : [step],
    );
    const step = flat.findLast((each) => each.kind === "do" || each.kind === "answer");
    // A question in between does not change what was planned last.
    const asked = steps.every(({ kind }) => ASKING.has(kind)) && this.#made.length === 0;
    const plans = asked ? (conversation.focus?.plans ?? []) : this.#made;
    if (!step) {
      rememberPlans(conversation, plans);
      return;
    }
    const targets: readonly Target[] =
      step.kind === "do" ? step.doings.map(({ target }) => target) : step.query.targets;
    const devices = [...new Set(targets.map(({ indexed }) => indexed.device))];
    const effect = step.kind === "do" ? step.doings[0]?.effects.at(-1) : undefined;
    const address =
      effect?.kind === "set"
        ? effect.property.address
        : step.kind === "answer"
          ? (step.query.properties[0]?.address ?? null)
          : null;
    conversation.focus = {
      devices: devices.map(({ id }) => id),
      rooms: roomIds(devices),
      address,
      frame: storable(step.frame),
      ...(plans.length > 0 && { plans }),
    };
  }
}

type Chosen = DistributiveOmit<Exclude<ChoiceItem, { kind: "whom" }>, "question" | "language" | "expiresAt">;
type DistributiveOmit<Union, Keys extends PropertyKey> = Union extends unknown ? Omit<Union, Keys> : never;

/** Whether all that it would do something with came to nothing before: "unlock it and lock it again in 5 minutes". */
function hasNothingLeft({ steps }: Extract<Step, { kind: "later" }>, before: readonly Outcome[]): boolean {
  const doings = doingsOf(steps);
  return doings.length > 0 && doings.every(({ target }) => hasFailed(target.indexed.device.id, before));
}

/** Steps that change nothing. */
const ASKING: ReadonlySet<Step["kind"]> = new Set<Step["kind"]>([
  "answer",
  "planned",
  "inventory",
  "why",
  "unmet",
  "ask",
  "refuse",
]);

type ForAWhile = Extract<Step, { kind: "later" }> & { readonly when: { readonly kind: "for" | "until" } };

/** "for 10 minutes": done now, put back later. */
function isForAWhile(step: Step): step is ForAWhile {
  return step.kind === "later" && isPassing(step.when);
}

function askText(options: readonly Target[], situation: Situation): string {
  const { index, language } = situation;
  const rooms = new Set(options.map(({ indexed }) => indexed.device.room?.id));
  const named = options.slice(0, 6).map((target) => {
    const name = targetName(target, index, language);
    const { room } = target.indexed.device;
    const inRoom = room ? nameIn(room, language) : "";
    return rooms.size < 2 || holds(name, inRoom) ? name : messages(language).replies.choice(name, inRoom);
  });
  const [only] = named;
  return only !== undefined && options.length === 1
    ? messages(language).replies.meant(only)
    : messages(language).replies.ask(named);
}

/** What "cancel it" means from now on; "it" and "there" mean what they did. */
export function rememberPlans(conversation: Conversation, plans: readonly PlanRef[]): void {
  const { devices = [], rooms = [], address = null, frame = null } = conversation.focus ?? {};
  conversation.focus = { devices, rooms, address, frame, plans };
}
