/** Where the modes of the home survive a restart. The store's repository is one. */
import type { ModeDefinition } from "./definition.ts";
import type { ModeChange } from "./port.ts";

export interface ModeStorage {
  /** In the order in which they were added; none where nothing was ever saved. */
  all(): Promise<readonly ModeDefinition[]>;
  /** Takes these for all modes, in this order. */
  replace(definitions: readonly ModeDefinition[], at: number): Promise<void>;
  /** The newest change; null: there was none. */
  last(): Promise<ModeChange | null>;
  /** Notes that a mode began. */
  began(change: ModeChange): Promise<void>;
  /** Changes within a span, oldest first: the newest `limit`. */
  changes(from: number, to: number, limit: number): Promise<readonly ModeChange[]>;
}
