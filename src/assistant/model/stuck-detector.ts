import { succeeded } from "../../home/index.ts";
import type { AnsweredCall } from "./calls.ts";

/** Most rounds in a row without a successful call, and most equal rounds. */
const MAX_FAILED = 3;
const MAX_SAME = 3;

/** Whether a call had some success: an outcome, or a result without failures. */
function isOfUse({ result }: AnsweredCall): boolean {
  if (result === null) return false;
  return result.outcomes.length > 0 ? result.outcomes.some(succeeded) : result.failures.length === 0;
}

/** Detects a model that repeats useless calls. */
export class StuckDetector {
  /** Rounds in a row without a successful call. */
  #failed = 0;
  /** Rounds with only failed writes since the last successful write, whatever was read between. */
  #failedWrites = 0;
  /** Rounds without a successful call and with a call of an unknown tool. */
  #unknown = 0;
  /** How often a round occurred, keyed by its calls and results. */
  readonly #seen = new Map<string, number>();
  #same = 0;

  /** Adds the calls of one answer. */
  add(answered: readonly AnsweredCall[]): void {
    const key = JSON.stringify(answered.map(({ checked: { wire }, content }) => [wire.function, content]));
    const times = (this.#seen.get(key) ?? 0) + 1;
    this.#seen.set(key, times);
    const ran = answered.some(isOfUse);
    const writes = answered.filter(({ checked }) => checked.tool?.kind === "write");
    if (writes.some(isOfUse)) this.#failedWrites = 0;
    else if (writes.length > 0) this.#failedWrites += 1;
    this.#same = ran ? times : 0;
    if (ran) {
      this.#failed = 0;
      return;
    }
    // A repeated call after its error: the model will not correct it.
    this.#failed = times > 1 ? MAX_FAILED : this.#failed + 1;
    if (answered.some(({ checked }) => checked.tool === null)) this.#unknown += 1;
  }

  /** Whether its calls keep failing: end the turn. */
  get astray(): boolean {
    return this.#failed >= MAX_FAILED || this.#failedWrites >= MAX_FAILED || this.#unknown > 1;
  }

  /** Whether equal calls keep giving equal results: the model has to answer now, without tools. */
  get turning(): boolean {
    return this.#same >= MAX_SAME;
  }
}
