import { type Clock, CONFIRMATION_MS, type Confirmation } from "../../home/index.ts";
import { holds, messages, nameIn } from "../../language/index.ts";
import type { Situation } from "../../understanding/ground/situation.ts";
import { isSameTarget, type Target } from "../../understanding/ground/target.ts";
import { CHOICE_MS, type ChoiceItem, type OpenItem, type Said, type Waiting } from "../open/items.ts";
import { byNumber } from "./numbered.ts";
import type { PlanChoice } from "./planning/index.ts";
import { targetName } from "./reply/names.ts";
import { joined } from "./settle.ts";

/** Collects the questions of one sentence while it is carried out, and turns them into open items. */
export class Asking {
  readonly #clock: Clock;
  readonly #situation: Situation;
  readonly #said: () => Said;
  /** Questions about commands that the policy asks about, and the steps that wait behind those. */
  readonly #commands: string[] = [];
  readonly #behind: Waiting[] = [];
  readonly #choices: ChoiceItem[] = [];
  /** The choices between devices so far. */
  readonly #between: (readonly Target[])[] = [];
  /** Questions about steps that need a yes of their own, and these steps. */
  readonly #plans: string[] = [];
  readonly #waiting: Waiting[] = [];

  /** @param said makes the stored sentence; called only where something is asked about it */
  constructor(clock: Clock, situation: Situation, said: () => Said) {
    this.#clock = clock;
    this.#situation = situation;
    this.#said = said;
  }

  /** Adds a question about commands that the home holds. */
  commands(question: string): void {
    this.#commands.push(question);
  }

  /** Adds a step that is done after the yes to the commands, or not at all. */
  behind(step: Waiting): void {
    this.#behind.push(step);
  }

  /** Adds a step that needs a yes of its own. */
  step(question: string, step: Waiting): void {
    this.#plans.push(question);
    this.#waiting.push(step);
  }

  /**
   * Adds a choice between devices for step `at`.
   * @param on whether each of them would be turned on
   * @returns the question; null where the sentence asks it already
   */
  devices(at: number, given: readonly Target[], on = false): string | null {
    const targets = byNumber(given);
    if (this.#between.some((known) => areSame(known, targets))) return null;
    this.#between.push(targets);
    const options = targets.map(({ indexed, service }) => ({ device: indexed.device.id, service }));
    const question = choiceQuestion(targets, on, this.#situation);
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
      const asked = this.#asked(joined(this.#commands, this.#situation), CONFIRMATION_MS);
      items.push({ kind: "commands", confirmation: id, commands, behind, ...asked, expiresAt });
    }
    items.push(...this.#choices);
    if (this.#waiting.length > 0) {
      const asked = this.#asked(joined(this.#plans, this.#situation), CONFIRMATION_MS);
      items.push({ kind: "sentence", said: this.#said(), only: [...this.#waiting], ...asked });
    }
    return items;
  }

  #asked(question: string, waits: number) {
    return { question, language: this.#situation.language, expiresAt: this.#clock.now() + waits };
  }
}

/** Whether two lists hold the same targets, in any order. */
export function areSame(one: readonly Target[], other: readonly Target[]): boolean {
  return one.length === other.length && other.every((target) => one.some((each) => isSameTarget(each, target)));
}

/** More choices than this are not read out. */
const MOST = 6;

function choiceQuestion(options: readonly Target[], on: boolean, situation: Situation): string {
  const { index, language } = situation;
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
