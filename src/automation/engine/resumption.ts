import type { Checkpoint, StepPosition } from "../storage.ts";

/** The checkpoint from which a run continues after a restart. It is used up on the way down to its place. */
export class Resumption {
  #checkpoint: Checkpoint | null;

  constructor(checkpoint: Checkpoint | null) {
    this.#checkpoint = checkpoint;
  }

  /**
   * The index of the action with which a list continues.
   * @param depth how deep the list stands; 0: that of the automation
   */
  indexAt(depth: number): number {
    return this.#checkpoint?.position[depth]?.index ?? 0;
  }

  /** The branch of a step in which the run continues; null when the step begins now. */
  branchAt(place: readonly StepPosition[]): string | null {
    const branch = this.#at(place)?.branch ?? null;
    if (!branch) this.end();
    return branch;
  }

  /** The round with which a branch of a step continues; 0 when the step begins now. */
  roundAt(place: readonly StepPosition[], branch: string): number {
    const resumed = this.#at(place);
    const round = resumed?.branch === branch ? resumed.round : 0;
    if (round === 0) this.end();
    return round;
  }

  /** Takes the checkpoint when it belongs to the current step; null otherwise, and at every later call. */
  take(): Checkpoint | null {
    const checkpoint = this.#checkpoint;
    this.end();
    return checkpoint;
  }

  /** Ends the resumption: further steps begin anew. */
  end(): void {
    this.#checkpoint = null;
  }

  #at(place: readonly StepPosition[]): StepPosition | undefined {
    return this.#checkpoint?.position[place.length - 1];
  }
}
