import type { Queues } from "../../home/index.ts";
import type { Automation } from "../definition/index.ts";
import type { Run } from "../runs/run.ts";
import type { AutomationStorage } from "../storage.ts";
import type { DefinitionCatalogue } from "./catalogue.ts";
import type { LiveAutomation } from "./live.ts";

export interface RunCounterOptions {
  readonly catalogue: DefinitionCatalogue;
  readonly storage: Pick<AutomationStorage, "rewrite">;
  /** Runs changes of scenes and automations one after another, under the key `definitions`. */
  readonly changes: Queues;
}

/** Counts the runs of automations with a limited number of runs. */
export class RunCounter {
  readonly #options: RunCounterOptions;

  constructor(options: RunCounterOptions) {
    this.#options = options;
  }

  /**
   * Counts a run at once, and resolves when the count is in the store. A run that a restart begins again counts once.
   */
  async count(live: LiveAutomation, { id }: Run): Promise<void> {
    const { catalogue, changes } = this.#options;
    const { definition } = live.saved;
    if (!definition.times || definition.counted === id) return;
    const counted: Automation = { ...definition, times: definition.times - 1, counted: id };
    live.saved = { ...live.saved, definition: counted };
    catalogue.automationLookup.changed();
    await changes.run("definitions", () => this.rewrite(counted));
  }

  /** Stores a definition that Jia itself changed. The caller holds the turn. */
  async rewrite(definition: Automation): Promise<void> {
    // A definition that was saved or deleted meanwhile is in the store already.
    if (this.#options.catalogue.automation(definition.id) !== definition) return;
    await this.#options.storage.rewrite(definition);
  }
}
