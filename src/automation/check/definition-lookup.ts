import type { Automation } from "../definition/index.ts";
import { type NamedDefinition, NameIndex } from "../definition/names.ts";
import { SceneTriggers } from "./scene-cycle.ts";

/**
 * Looks things up in all definitions of a kind. Results are worked out on demand and kept until a definition changes.
 */
export class DefinitionLookup<Definition extends NamedDefinition> {
  readonly #all: () => readonly Definition[];
  #names: NameIndex | null = null;
  #revision = 0;

  /** @param all the saved definitions */
  constructor(all: () => readonly Definition[]) {
    this.#all = all;
  }

  get all(): readonly Definition[] {
    return this.#all();
  }

  /** Grows with every change. */
  get revision(): number {
    return this.#revision;
  }

  /** The names of all definitions. */
  get names(): NameIndex {
    if (this.#names) return this.#names;
    const names = new NameIndex();
    for (const each of this.all) names.add(each);
    this.#names = names;
    return names;
  }

  /** Must be called when a definition was saved, changed or deleted. */
  changed(): void {
    this.#names = null;
    this.#revision += 1;
  }
}

/** Looks things up in automations, also which of them trigger each other. */
export class AutomationLookup extends DefinitionLookup<Automation> {
  #triggers: SceneTriggers | null = null;

  get triggers(): SceneTriggers {
    this.#triggers ??= new SceneTriggers(this.all);
    return this.#triggers;
  }

  override changed(): void {
    super.changed();
    this.#triggers = null;
  }
}
