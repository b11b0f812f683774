import type { DefinitionChangeStorage, DefinitionChanges } from "../automation/index.ts";
import { removeAutomation, saveAutomations } from "./automations.ts";
import type { Database } from "./database.ts";
import { removeScene, saveScene } from "./scenes.ts";

/** Changes scenes and automations together: one transaction for a whole file. */
export class DefinitionChangeRepository implements DefinitionChangeStorage {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async apply({ scenes, automations, withoutScenes, withoutAutomations }: DefinitionChanges): Promise<void> {
    await this.#database.durably(async (db) => {
      for (const saved of scenes) await saveScene(db, saved);
      await saveAutomations(db, automations);
      for (const id of withoutAutomations) await removeAutomation(db, id);
      for (const id of withoutScenes) await removeScene(db, id);
    });
  }
}
