import type { Automation } from "../definition/index.ts";
import { type NamedDefinition, NameIndex } from "../definition/names.ts";
import { SceneTriggers } from "./scene-cycle.ts";

/** What a check looks up in all definitions of a kind: worked out when it is asked for, and kept until one of them changes. */
export class DefinitionLookup<Definition extends NamedDefinition> {
  readonly #all: () => readonly Definition[];
  #names: NameIndex | null = null;
  #revision = 0;

  /** @param all those that are saved */
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

  /** Who is called what. */
  get names(): NameIndex {
    if (this.#names) return this.#names;
    const names = new NameIndex();
    for (const each of this.all) names.add(each);
    this.#names = names;
    return names;
  }

  /** One was saved, changed or deleted. */
  changed(): void {
    this.#names = null;
    this.#revision += 1;
  }
}

/** Automations: also which of them trigger each other. */
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
