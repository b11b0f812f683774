import { succeeded } from "../../home/index.ts";
import type { AnsweredCall } from "./calls.ts";

/** Rounds in a row without a call that could be made, and how often the same may be asked with the same result. */
const MAX_FAILED = 3;
const MAX_SAME = 3;

/** Whether something came of a call: it was not refused as a whole, and not everything that it asks for was left out. */
function isOfUse({ result }: AnsweredCall): boolean {
  if (result === null) return false;
  return result.outcomes.length > 0 ? result.outcomes.some(succeeded) : result.failures.length === 0;
}

/** Notices a model that goes on in vain. */
export class InVain {
  /** Rounds in which nothing ran, in a row. */
  #failed = 0;
  /** Rounds since the last write that did something in which every write came to nothing, whatever was read between. */
  #failedWrites = 0;
  /** Rounds in which nothing ran and a tool was called that there is not. */
  #unknown = 0;
  /** How often a round came, keyed by its calls and what they came to. */
  readonly #seen = new Map<string, number>();
  #same = 0;

  /** Takes the calls of one answer. */
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
    // The same call again after it was told what is wrong: it will not learn it.
    this.#failed = times > 1 ? MAX_FAILED : this.#failed + 1;
    if (answered.some(({ checked }) => checked.tool === null)) this.#unknown += 1;
  }

  /** Whether it calls what cannot be called, again and again: nothing comes of asking it further. */
  get astray(): boolean {
    return this.#failed >= MAX_FAILED || this.#failedWrites >= MAX_FAILED || this.#unknown > 1;
  }

  /** Whether it keeps asking the same and is answered the same: it has all that it will get, and has to answer. */
  get turning(): boolean {
    return this.#same >= MAX_SAME;
  }
}
