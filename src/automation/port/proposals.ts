/** Questions for a yes to something lasting. */
import type { Command, Value } from "../../home/index.ts";
import type { AutomationDraft, Scene, SceneDraft } from "../definition/index.ts";

/** Something that a person is asked to say yes to before it is done. */
export type Proposal =
  | {
      readonly kind: "save-automation";
      readonly draft: AutomationDraft;
      readonly replace: boolean;
      /** Scenes that are saved together with it and are not in the home yet. */
      readonly scenes?: readonly Scene[];
    }
  | { readonly kind: "save-scene"; readonly draft: SceneDraft; readonly replace: boolean }
  | {
      readonly kind: "activate-scene";
      readonly scene: string;
      readonly parameters: Readonly<Record<string, Value>>;
    }
  /** An existing automation is paused until a moment, or renamed. */
  | { readonly kind: "pause"; readonly id: string; readonly until: string | null }
  | { readonly kind: "resume"; readonly id: string }
  | { readonly kind: "rename"; readonly of: "automation" | "scene"; readonly id: string; readonly to: string }
  /** A timer is moved to another end. */
  | { readonly kind: "move"; readonly id: string; readonly at: number }
  /** Commands that run later, each once. */
  | { readonly kind: "delay"; readonly parts: readonly DelayedCommands[] }
  | { readonly kind: "remove"; readonly of: "automation" | "scene" | "timer"; readonly id: string };

export interface DelayedCommands {
  readonly commands: readonly Command[];
  /** `at`: milliseconds since the epoch. `in`: milliseconds from the yes. */
  readonly when: { readonly at: number } | { readonly in: number };
}

/** A question for a yes, and a token of exactly what the yes is for. */
export interface Consent {
  /** States what would be done, when, how often, until when, and what leaves the house. */
  readonly question: string;
  /** Changes as soon as anything else would be done, so that a yes to the old question no longer counts. */
  readonly token: string;
}
