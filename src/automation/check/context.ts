import type { Home } from "../../home/index.ts";
import type { Automation, Scene } from "../definition/index.ts";
import type { Resident } from "../surroundings/residents.ts";
import type { SceneTriggers } from "./scene-cycle.ts";

/** The context of a check besides the draft. */
export interface CheckContext {
  readonly home: Home;
  readonly now: number;
  readonly scene: (id: string) => Scene | undefined;
  /** The other automations that scenes trigger, to find endless circles. */
  readonly triggers: SceneTriggers;
  /** The saved automation with this id. A moment of it that has passed since it was saved is no mistake. */
  readonly saved: (id: string) => Automation | undefined;
  /** Origins (scheme, host, port) that may be sent to without a yes. */
  readonly allowed: readonly string[];
  /** Ids of the modes of the home; null: it has none. */
  readonly modes: readonly string[] | null;
  /** The people of the home; null: it has none. */
  readonly residents: readonly Resident[] | null;
}
