import type { Home } from "../../home/index.ts";
import type { Scene } from "../definition/scene.ts";
import type { Resident } from "../surroundings/residents.ts";
import type { DeviceChecks } from "./devices.ts";
import type { ProblemList } from "./problems.ts";

/** What a check of a trigger or a condition looks at, and where it puts what it finds. */
export interface PartCheck {
  readonly home: Home;
  readonly now: number;
  readonly problems: ProblemList;
  readonly warnings: ProblemList;
  readonly devices: DeviceChecks;
  /** Ids of the modes of the home; null: it has none. */
  readonly modes: readonly string[] | null;
  /** null: the home has no people. */
  readonly residents: readonly Resident[] | null;
  /** The scene with this id; undefined, with a problem, where there is none. */
  scene(id: string, field: string): Scene | undefined;
}
