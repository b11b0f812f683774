import type { DialogueContext } from "../../../understanding/ground/context.ts";
import type { DoStep } from "../../../understanding/plan.ts";
import { leftOnText } from "../reply/left-on.ts";
import { outcomesText, refusalText, type StepOutcome } from "../reply/outcomes.ts";
import { joinSentences } from "./undo.ts";

/** Collects what is said in reply to one sentence. Steps that follow one another are worded together. */
export class SentenceReply {
  readonly #context: DialogueContext;
  readonly #texts: string[] = [];
  /** Steps that ran and are not worded yet. */
  readonly #unworded: StepOutcome[] = [];
  #expectsReply = false;
  #refused = 0;

  constructor(context: DialogueContext) {
    this.#context = context;
  }

  /** Whether something was asked. */
  get expectsReply(): boolean {
    return this.#expectsReply;
  }

  /** How many parts were refused. */
  get refused(): number {
    return this.#refused;
  }

  /** Adds a step that ran, with its outcomes. */
  addOutcomes(outcome: StepOutcome): void {
    this.#unworded.push(outcome);
  }

  say(text: string): void {
    this.#wordOutcomes();
    if (text !== "") this.#texts.push(text);
  }

  ask(question: string): void {
    this.say(question);
    this.#expectsReply = true;
  }

  /** Says why parts were refused; each text once. */
  refuse(refusals: DoStep["refusals"]): void {
    for (const refusal of refusals) {
      const text = refusalText(refusal, this.#context);
      this.#refused += 1;
      if (!this.#texts.includes(text)) this.say(text);
    }
  }

  /** Says why a step failed. */
  fail(text: string): void {
    this.#refused += 1;
    this.say(text);
  }

  /** The whole reply. */
  text(): string {
    this.#wordOutcomes();
    return joinSentences(this.#texts, this.#context);
  }

  #wordOutcomes(): void {
    if (this.#unworded.length === 0) return;
    const steps = this.#unworded.splice(0);
    const text = outcomesText(steps, this.#context);
    if (text !== "") this.#texts.push(text, leftOnText(steps, this.#context));
  }
}
