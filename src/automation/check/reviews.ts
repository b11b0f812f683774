import type { Saved } from "../port.ts";
import type { DefinitionProblem } from "./problems.ts";

interface Reviewed {
  readonly stamp: string;
  readonly approved: boolean;
  readonly problems: readonly DefinitionProblem[];
}

/** Keeps the problems of saved definitions until something changes that a review depends on. */
export class Reviews<Definition extends object> {
  readonly #stamp: () => string;
  readonly #review: (saved: Saved<Definition>) => readonly DefinitionProblem[];
  /** Keyed by the definition: a changed definition is another object. */
  readonly #reviewed = new WeakMap<Definition, Reviewed>();

  /** @param stamp changes whenever a review may have another result */
  constructor(stamp: () => string, review: (saved: Saved<Definition>) => readonly DefinitionProblem[]) {
    this.#stamp = stamp;
    this.#review = review;
  }

  /** The problems of a saved definition, from the last review when nothing has changed. */
  of(saved: Saved<Definition>): readonly DefinitionProblem[] {
    const { definition, approved } = saved;
    const stamp = this.#stamp();
    const known = this.#reviewed.get(definition);
    if (known?.stamp === stamp && known.approved === approved) return known.problems;
    const problems = this.#review(saved);
    this.#reviewed.set(definition, { stamp, approved, problems });
    return problems;
  }
}
