import type { Queues } from "../../home/index.ts";
import type { Automation } from "../definition/index.ts";
import type { Run } from "../runs/run.ts";
import type { AutomationStorage } from "../storage.ts";
import type { DefinitionCatalogue } from "./catalogue.ts";
import type { LiveAutomation } from "./live.ts";

export interface RunCounterOptions {
  readonly catalogue: DefinitionCatalogue;
  readonly storage: Pick<AutomationStorage, "rewrite">;
  /** Changes of scenes and automations come one after another, under the name `definitions`. */
  readonly changes: Queues;
}

/** Counts the runs of automations that run so many times. */
export class RunCounter {
  readonly #options: RunCounterOptions;

  constructor(options: RunCounterOptions) {
    this.#options = options;
  }

  /** Counts a run at once, and resolves when that is in the store. A run that a restart begins again counts once. */
  async count(live: LiveAutomation, { id }: Run): Promise<void> {
    const { catalogue, changes } = this.#options;
    const { definition } = live.saved;
    if (!definition.times || definition.counted === id) return;
    const counted: Automation = { ...definition, times: definition.times - 1, counted: id };
    live.saved = { ...live.saved, definition: counted };
    catalogue.automationLookup.changed();
    await changes.run("definitions", () => this.rewrite(counted));
  }

  /** Writes a definition that changed without anybody's saving it. Whoever calls it holds the turn. */
  async rewrite(definition: Automation): Promise<void> {
    // What was saved or deleted since is in the store already.
    if (this.#options.catalogue.automation(definition.id) !== definition) return;
    await this.#options.storage.rewrite(definition);
  }
}
