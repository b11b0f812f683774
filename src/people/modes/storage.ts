/** Stores the modes of the home; the store implements it. */
import type { ModeDefinition } from "./definition.ts";
import type { ModeChange } from "./port.ts";

export interface ModeStorage {
  /** In the order in which they were added; empty when none was ever saved. */
  all(): Promise<readonly ModeDefinition[]>;
  /** Replaces all modes by these, in this order. */
  replace(definitions: readonly ModeDefinition[], at: number): Promise<void>;
  /** The newest change; null when there was none. */
  last(): Promise<ModeChange | null>;
  /** Stores that a mode began. */
  began(change: ModeChange): Promise<void>;
  /** Changes within a span, oldest first: the newest `limit`. */
  changes(from: number, to: number, limit: number): Promise<readonly ModeChange[]>;
}
