import type { Checkpoint, StepPosition } from "../storage.ts";

/** Where a run goes on from after a restart; used up on the way down to that place. */
export class Resumption {
  #checkpoint: Checkpoint | null;

  constructor(checkpoint: Checkpoint | null) {
    this.#checkpoint = checkpoint;
  }

  /** With which action a list goes on. @param depth how deep the list stands; 0: that of the automation */
  indexAt(depth: number): number {
    return this.#checkpoint?.position[depth]?.index ?? 0;
  }

  /** The branch of a step in which the run goes on; null when the step begins now. */
  branchAt(place: readonly StepPosition[]): string | null {
    const branch = this.#at(place)?.branch ?? null;
    if (!branch) this.end();
    return branch;
  }

  /** The round with which a branch of a step goes on; 0 when the step begins now. */
  roundAt(place: readonly StepPosition[], branch: string): number {
    const resumed = this.#at(place);
    const round = resumed?.branch === branch ? resumed.round : 0;
    if (round === 0) this.end();
    return round;
  }

  /** The checkpoint when it is for this very step: it is used up with that. */
  take(): Checkpoint | null {
    const checkpoint = this.#checkpoint;
    this.end();
    return checkpoint;
  }

  /** Nothing is left to go on from. */
  end(): void {
    this.#checkpoint = null;
  }

  #at(place: readonly StepPosition[]): StepPosition | undefined {
    return this.#checkpoint?.position[place.length - 1];
  }
}
