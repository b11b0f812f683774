/**
 * The port of the home's modes: whether its people are in, away, asleep. Scenes, conditions, triggers, the policy and sentences
 * can refer to the mode. Times are milliseconds since the epoch.
 */
import type { Device, Origin, Outcome } from "../../home/index.ts";
import type { Beginning, ModeCheck } from "./definition.ts";

/** A mode of the home. */
export interface Mode {
  /** Never changes: `away`. */
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Id of the scene that it activates when it begins; null: none. */
  readonly scene: string | null;
  /** The checks when it begins. */
  readonly checks: readonly ModeCheck[];
  /** When it begins by itself. */
  readonly begins: readonly Beginning[];
}

/** The current mode of the home. */
export interface CurrentMode {
  readonly mode: Mode;
  /** null: the home was never in another mode. */
  readonly since: number | null;
  readonly by: Origin | null;
}

/** The finding of one check. */
export interface ModeFinding {
  readonly check: ModeCheck;
  /** The devices in the wrong state: open, unlocked, running. */
  readonly devices: readonly Device[];
  /** The devices whose state is not known. */
  readonly unknown: readonly Device[];
}

/** The result of changing the mode. */
export interface ModeReport {
  readonly mode: Mode;
  /** The mode before; the same when nothing changed. */
  readonly before: Mode;
  /** The outcomes of the mode's scene; empty without a scene, and when the mode had begun before. */
  readonly outcomes: readonly Outcome[];
  /** Why its scene was not activated; null when it was, or there is none. */
  readonly failed: unknown;
  /** The findings of its checks; empty when all is well. */
  readonly findings: readonly ModeFinding[];
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
        /** Ids of the automations that led to it, first to last; empty when a person, an arrival or a departure did. */
        readonly chain: readonly string[];
        /** Resolves after the mode's scene and its checks. */
        readonly report: Promise<ModeReport>;
      });

export interface BeginOptions {
  readonly origin: Origin;
  /** Whether a person confirmed, this once, the steps of its scene that need a yes. */
  readonly approved?: boolean;
  /** Whether to leave out its scene, because the steps were executed otherwise. */
  readonly withoutScene?: boolean;
  /** Ids of the automations that lead to it, first to last. */
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
   * Begins a mode: stores it first, then activates its scene, then runs its checks. For the current mode only the checks run.
   * @throws JiaError `not-found`
   */
  begin(id: string, options: BeginOptions): Promise<ModeReport>;
  /** Runs the checks of a mode now. */
  look(mode: Mode): readonly ModeFinding[];
  /** Changes within a span (`from` inclusive, `to` exclusive), oldest first: the newest `limit` (1,000). */
  changes(span: { readonly from: number; readonly to: number }, limit?: number): Promise<readonly ModeChange[]>;
  /** Calls `listener` for every event until the returned function is called. */
  subscribe(listener: (event: ModeEvent) => void): () => void;
}
