import type { Origin, Outcome } from "../../home/index.ts";

/** A mode of the home began. */
export interface ModeBegan {
  /** Id of the new mode. */
  readonly mode: string;
  readonly before: string;
  /**
   * Ids of the automations that led to it, first to last; empty where a person began it, or the coming and going of
   * people.
   */
  readonly chain: readonly string[];
}

/** What automations ask about the home as a whole: its mode. */
export interface Household {
  /** Id of the mode that the home is in. */
  mode(): string;
  /** Ids of all modes. */
  modes(): readonly string[];
  /** Id of the scene that a mode activates when it begins; null: none, or there is no such mode. */
  sceneOf(mode: string): string | null;
  /**
   * Brings the home into a mode; resolves with the outcomes of its scene.
   * @param chain automations that lead to it, first to last
   * @throws JiaError `not-found`
   */
  begin(mode: string, origin: Origin, chain: readonly string[], signal: AbortSignal): Promise<readonly Outcome[]>;
  /** Calls `listener` for every mode that begins until the returned function is called. */
  subscribe(listener: (event: ModeBegan) => void): () => void;
}
