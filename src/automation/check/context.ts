import type { Home } from "../../home/index.ts";
import type { Automation, Scene } from "../definition/index.ts";
import type { Resident } from "../surroundings/residents.ts";
import type { SceneTriggers } from "./scene-cycle.ts";

/** What a check looks at besides the draft. */
export interface CheckContext {
  readonly home: Home;
  readonly now: number;
  readonly scene: (id: string) => Scene | undefined;
  /** The automations beside it that scenes trigger, to find those that would trigger each other for ever. */
  readonly triggers: SceneTriggers;
  /** The one that is saved under an id: a moment of it that has passed since is no mistake. */
  readonly saved: (id: string) => Automation | undefined;
  /** Origins that may be sent to unasked. */
  readonly allowed: readonly string[];
  /** Ids of the modes of the home; null: it has none. */
  readonly modes: readonly string[] | null;
  /** null: the home has no people. */
  readonly residents: readonly Resident[] | null;
}
