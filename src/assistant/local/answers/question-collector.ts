import { type Clock, CONFIRMATION_MS, type Confirmation } from "../../../home/index.ts";
import { holds, messages, nameIn } from "../../../language/index.ts";
import type { DialogueContext } from "../../../understanding/ground/context.ts";
import { type DeviceTarget, isSameTarget } from "../../../understanding/ground/target.ts";
import { CHOICE_MS, type ChoiceItem, type OpenItem, type PendingStep, type StoredSentence } from "../../open/items.ts";
import { joinSentences } from "../execution/undo.ts";
import type { PlanChoice } from "../planning/index.ts";
import { targetName } from "../reply/names.ts";
import { sortByNumber } from "./numbered-names.ts";

/** Collects the questions of one sentence while it is carried out, and turns them into open items. */
export class QuestionCollector {
  readonly #clock: Clock;
  readonly #context: DialogueContext;
  readonly #said: () => StoredSentence;
  /** Questions about commands that the policy asks about, and the steps that wait behind those. */
  readonly #commands: string[] = [];
  readonly #behind: PendingStep[] = [];
  readonly #choices: ChoiceItem[] = [];
  /** The choices between devices so far. */
  readonly #between: (readonly DeviceTarget[])[] = [];
  /** Questions about steps that need a yes of their own, and these steps. */
  readonly #plans: string[] = [];
  readonly #waiting: PendingStep[] = [];

  /** @param said makes the stored sentence; called only where something is asked about it */
  constructor(clock: Clock, context: DialogueContext, said: () => StoredSentence) {
    this.#clock = clock;
    this.#context = context;
    this.#said = said;
  }

  /** Adds a question about commands that the home holds. */
  commands(question: string): void {
    this.#commands.push(question);
  }

  /** Adds a step that is done after the yes to the commands, or not at all. */
  behind(step: PendingStep): void {
    this.#behind.push(step);
  }

  /** Adds a step that needs a yes of its own. */
  step(question: string, step: PendingStep): void {
    this.#plans.push(question);
    this.#waiting.push(step);
  }

  /**
   * Adds a choice between devices for step `at`.
   * @param on whether each of them would be turned on
   * @returns the question; null where the sentence asks it already
   */
  devices(at: number, given: readonly DeviceTarget[], on = false): string | null {
    const targets = sortByNumber(given);
    if (this.#between.some((known) => areSameTargets(known, targets))) return null;
    this.#between.push(targets);
    const options = targets.map(({ indexed, service }) => ({ device: indexed.device.id, service }));
    const question = choiceQuestion(targets, on, this.#context);
    this.#choices.push({ kind: "devices", said: this.#said(), at, options, ...this.#asked(question, CHOICE_MS) });
    return question;
  }

  /** Adds a choice between plans. */
  plans(question: string, choice: PlanChoice): void {
    this.#choices.push({ kind: "plans", ...choice, ...this.#asked(question, CHOICE_MS) });
  }

  /** All questions as open items. One yes is for the commands and the steps together. */
  items(confirmation: Confirmation | undefined): OpenItem[] {
    const items: OpenItem[] = [];
    if (confirmation) {
      const { id, commands, expiresAt } = confirmation;
      const only = [...this.#behind];
      const behind = only.length > 0 ? [{ kind: "sentence" as const, said: this.#said(), only }] : [];
      const asked = this.#asked(joinSentences(this.#commands, this.#context), CONFIRMATION_MS);
      items.push({ kind: "commands", confirmation: id, commands, behind, ...asked, expiresAt });
    }
    items.push(...this.#choices);
    if (this.#waiting.length > 0) {
      const asked = this.#asked(joinSentences(this.#plans, this.#context), CONFIRMATION_MS);
      items.push({ kind: "sentence", said: this.#said(), only: [...this.#waiting], ...asked });
    }
    return items;
  }

  #asked(question: string, waits: number) {
    return { question, language: this.#context.language, expiresAt: this.#clock.now() + waits };
  }
}

/** Whether two lists hold the same targets, in any order. */
export function areSameTargets(one: readonly DeviceTarget[], other: readonly DeviceTarget[]): boolean {
  return one.length === other.length && other.every((target) => one.some((each) => isSameTarget(each, target)));
}

/** More choices than this are not read out. */
const MOST = 6;

function choiceQuestion(options: readonly DeviceTarget[], on: boolean, context: DialogueContext): string {
  const { index, language } = context;
  const rooms = new Set(options.map(({ indexed }) => indexed.device.room?.id));
  const plain = new Set(options.map(({ indexed }) => nameIn(language, indexed.device)));
  const wholes = options.every(({ service }) => service === null);
  const { ask, askOn, choice, whichRoom, named: withArticle } = messages(language).replies;
  const inRooms = options.flatMap(({ indexed }) =>
    indexed.device.room ? [nameIn(language, indexed.device.room)] : [],
  );
  // Options with one name are told apart by their rooms, options in one room by their names.
  if (
    wholes &&
    !on &&
    options.length > 1 &&
    plain.size === 1 &&
    rooms.size === options.length &&
    inRooms.length === rooms.size
  )
    return whichRoom([...plain][0] ?? "", inRooms.slice(0, MOST));
  const named = options.slice(0, MOST).map((target) => {
    if (wholes && rooms.size === 1 && plain.size === options.length)
      return withArticle(nameIn(language, target.indexed.device));
    const name = targetName(target, index, language);
    const { room } = target.indexed.device;
    const inRoom = room ? nameIn(language, room) : "";
    // A name that several devices share has its room in it already.
    const told = holds(name, inRoom) || (wholes && name !== nameIn(language, target.indexed.device));
    return rooms.size < 2 || told ? withArticle(name) : choice(name, inRoom);
  });
  const [only] = named;
  return only !== undefined && options.length === 1 && !on
    ? messages(language).replies.meant(only)
    : on
      ? askOn(named)
      : ask(named);
}
