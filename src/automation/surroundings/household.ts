import type { Origin, Outcome } from "../../home/index.ts";

/** A mode of the home began. */
export interface ModeBegan {
  /** Ids of modes. */
  readonly mode: string;
  readonly before: string;
  /** Automations that led to it, first to last; none where a person, or who comes and goes, did. */
  readonly chain: readonly string[];
}

/** What automations ask of the household: which mode the home is in. */
export interface Household {
  /** Id of the mode that the home is in. */
  mode(): string;
  /** Ids of all modes. */
  modes(): readonly string[];
  /** Id of the scene that a mode activates when it begins; null: none, or there is no such mode. */
  sceneOf(mode: string): string | null;
  /**
   * Brings the home into a mode; gives what its scene did.
   * @param chain automations that lead to it, first to last
   * @throws JiaError `not-found`
   */
  begin(mode: string, origin: Origin, chain: readonly string[], signal: AbortSignal): Promise<readonly Outcome[]>;
  /** Calls `listener` for every mode that begins until the returned function is called. */
  subscribe(listener: (event: ModeBegan) => void): () => void;
}
