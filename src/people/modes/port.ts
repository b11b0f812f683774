/**
 * What other rooms see of the modes of the home: whether its people are in, away, asleep. A mode is state that scenes,
 * conditions, triggers, the policy and words know. Times are milliseconds since the epoch.
 */
import type { Device, Origin, Outcome } from "../../home/index.ts";
import type { Beginning, ModeCheck } from "./definition.ts";

/** A mode of the home. */
export interface Mode {
  /** Never changes: `away`. */
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Id of the scene that is activated when it begins; null: none. */
  readonly scene: string | null;
  /** What is looked at when it begins. */
  readonly checks: readonly ModeCheck[];
  /** When it begins by itself. */
  readonly begins: readonly Beginning[];
}

/** The mode that the home is in. */
export interface CurrentMode {
  readonly mode: Mode;
  /** null: it was never another. */
  readonly since: number | null;
  readonly by: Origin | null;
}

/** What was found when a mode began. */
export interface Finding {
  readonly check: ModeCheck;
  /** Those that are so: open, unlocked, running. */
  readonly devices: readonly Device[];
  /** Those of which it is not known. */
  readonly unknown: readonly Device[];
}

/** What came of changing the mode. */
export interface ModeReport {
  readonly mode: Mode;
  /** The mode before; the same where nothing changed. */
  readonly before: Mode;
  /** What the scene of the mode did; none where it has none, or was begun before. */
  readonly outcomes: readonly Outcome[];
  /** Why its scene was not activated; null where it was, or there is none. */
  readonly failed: unknown;
  /** What is not as it should be, and what nobody can tell; without it all is well. */
  readonly findings: readonly Finding[];
}

export interface ModeChange {
  /** Ids of modes. */
  readonly mode: string;
  readonly before: string;
  readonly at: number;
  readonly by: Origin;
}

export type ModeEvent =
  | { readonly type: "modes-changed"; readonly at: number }
  | ({ readonly type: "mode-began" } & ModeChange & {
        /** Automations that led to it, first to last; none where a person, or who comes and goes, did. */
        readonly chain: readonly string[];
        /** Only where it was looked, which is after its scene. */
        readonly report: Promise<ModeReport>;
      });

export interface BeginOptions {
  readonly origin: Origin;
  /** A person has said yes to what the policy asks about in its scene, this once. */
  readonly approved?: boolean;
  /** Leave out its scene: what it does was done otherwise. */
  readonly withoutScene?: boolean;
  /** Automations that lead to it, first to last. */
  readonly chain?: readonly string[];
  readonly signal?: AbortSignal;
}

/** The modes of the home. */
export interface Modes {
  /** In the order in which they were added; `home` first. */
  list(): readonly Mode[];
  get(id: string): Mode | undefined;
  /** The mode with this id, name or alias; case and spaces do not count. */
  named(name: string): Mode | undefined;
  current(): CurrentMode;
  /**
   * Brings the home into a mode: it is on the disk first, then its scene is activated, then its checks are made. A mode that
   * is there already is looked at once more, without its scene.
   * @throws JiaError `not-found`
   */
  begin(id: string, options: BeginOptions): Promise<ModeReport>;
  /** Looks at the checks of a mode now. */
  look(mode: Mode): readonly Finding[];
  /** Changes within a span (`from` inclusive, `to` exclusive), oldest first: the newest `limit` (1,000). */
  changes(span: { readonly from: number; readonly to: number }, limit?: number): Promise<readonly ModeChange[]>;
  /** Calls `listener` for every event until the returned function is called. */
  subscribe(listener: (event: ModeEvent) => void): () => void;
}
