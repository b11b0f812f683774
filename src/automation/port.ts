/**
 * What other rooms see of automation: the assistant, the API and the command line plan, look up and explain through this
 * and through nothing else. Times are milliseconds since the epoch.
 */
import type {
  Command,
  DeviceId,
  NotedOutcome,
  NoticeLevel,
  Origin,
  Outcome,
  Phrase,
  PropertyAddress,
  Value,
} from "../home/index.ts";
import type { Language } from "../language/index.ts";
import type { DefinitionProblem } from "./check/problems.ts";
import type { Automation, AutomationDraft, RingKind, Scene, SceneDraft, Target, Timer } from "./definition/index.ts";
import type { RunWords } from "./describe/run.ts";
import type { Run } from "./runs/run.ts";

/** Scenes, automations, timers and runs as other rooms see them. */
export interface Planner {
  readonly files: DefinitionFiles;
  readonly timers: Timers;
  readonly automations: Automations;
  readonly scenes: Scenes;
  readonly runs: Runs;
  /**
   * Whether another instance runs the schedules. What is planned is not known here then, and nothing can be changed.
   */
  readonly standsBy: boolean;
  /**
   * What is due between two moments, soonest first: timers, and automations with a schedule. At most `limit` entries
   * (200 when left out).
   */
  planned(from: number, to: number, limit?: number, signal?: AbortSignal): Promise<readonly UpcomingRun[]>;
  /** Explains the last change of a device, from the audit and the runs. */
  explain(question: WhyQuestion, language: Language): Promise<Explanation>;
  /**
   * The question that asks a person for a yes.
   * @throws JiaError `not-found`, `invalid-definition`
   */
  consent(proposal: Proposal, language: Language): Consent;
  /**
   * Starts the automations with this webhook key, with the rights of `by` where somebody is known. Returns false when
   * there is none.
   */
  webhook(key: string, by?: Origin): boolean;
  /** Calls `listener` for every event until the returned function is called. */
  subscribe(listener: (event: PlannerEvent) => void): () => void;
}

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

/** Timers and delayed commands: on disk before a call resolves, continued after a restart. */
export interface Timers {
  list(): readonly Timer[];
  /**
   * Timers whose name is, or else contains, these words. A timer with commands is also found by the names of its
   * devices.
   */
  find(words: string): readonly Timer[];
  /** Timers with commands for one of these devices. */
  commanding(devices: readonly DeviceId[]): readonly Timer[];
  /** Commands as a clause for people: "turn off the floor lamp". */
  describe(commands: readonly Command[], language: Language): string;
  /** The commands for which the policy wants a yes. */
  approvals(commands: readonly Command[]): readonly Approval[];
  /**
   * Starts a countdown. With `commands`, they run when it ends ("turn it off in 20 minutes"); without, it rings. Ask
   * `approvals` first: without `approved`, a command for which the policy wants a yes is refused when it runs.
   * @throws JiaError `invalid-definition` when a command does not fit its device
   */
  start(request: TimerRequest): Promise<Timer>;
  /**
   * Cancels a timer. Adults may change every timer, children and guests those that they set; this holds for the
   * methods below too.
   * @param origin null: Jia itself cancels it, because its purpose is over
   * @throws JiaError `not-found`, `forbidden`
   */
  cancel(id: string, origin: Origin | null): Promise<Timer>;
  /** @throws JiaError `not-found`, `forbidden`, `conflict` when it is paused already */
  pause(id: string, origin: Origin): Promise<Timer>;
  resume(id: string, origin: Origin): Promise<Timer>;
  /**
   * Extends it by `milliseconds`, or shortens it with a negative number. A timer whose end is past then rings at
   * once.
   */
  add(id: string, milliseconds: number, origin: Origin): Promise<Timer>;
  /** Renames it. */
  rename(id: string, name: string, origin: Origin): Promise<Timer>;
}

export interface TimerRequest {
  readonly name?: string;
  readonly durationMs: number;
  readonly commands?: readonly Command[];
  /** How people think of it: a timer, an alarm, a reminder. */
  readonly rings?: RingKind;
  readonly origin: Origin;
  /** Room id. */
  readonly room?: string | null;
  /** A person has said yes to what the policy asks about. */
  readonly approved?: boolean;
}

/** A command in a definition that the policy wants a yes for, asked once when it is saved. */
export interface Approval {
  readonly device: DeviceId;
  /** The command, for whoever puts it into words. */
  readonly command: Command;
  readonly what: string;
  readonly why: Phrase;
}

/**
 * An address that a definition sends to and that the configuration does not list. It wants a yes when the definition
 * is saved.
 */
export interface Outgoing {
  /** The field: `actions[2].webhook`. */
  readonly field: string;
  /** The host, as people are told it. */
  readonly host: string;
}

/** The findings of a check of a draft. */
export interface Check<Definition> {
  /** The complete definition, ready to save; null when there are problems. */
  readonly definition: Definition | null;
  readonly problems: readonly DefinitionProblem[];
  /** Findings that do not prevent saving ("both triggers are the same"). */
  readonly warnings: readonly DefinitionProblem[];
  /**
   * Commands that want a yes. Save with `approved` once a person has said yes; otherwise they are refused when it
   * runs.
   */
  readonly approvals: readonly Approval[];
  /** Addresses that want a yes. Without it nothing is sent there. */
  readonly outgoing: readonly Outgoing[];
}

/** Whether a check found anything that wants a yes. */
export function wantsApproval({ approvals, outgoing }: Pick<Check<unknown>, "approvals" | "outgoing">): boolean {
  return approvals.length + outgoing.length > 0;
}

export interface SaveOptions {
  readonly origin: Origin;
  /** Whether a person has said yes to the approvals. */
  readonly approved?: boolean;
  /** Whether to replace the definition with this id; without it, an id that is taken is a conflict. */
  readonly replace?: boolean;
}

export interface Saved<Definition> {
  readonly definition: Definition;
  readonly approved: boolean;
  readonly createdAt: number;
  readonly updatedAt: number;
}

export interface SavedAutomation extends Saved<Automation> {
  /** The next due time of its schedules; null when only events start it, or when it is off. */
  readonly nextRun: number | null;
}

/** The reasons why parts of a saved definition are left out when it runs. */
export interface HeldBack {
  /** Reasons for a yes that nobody has given. */
  readonly waits: readonly Phrase[];
  /** Reasons that no yes can remove: the policy denies it, or the address is not listed. */
  readonly refused: readonly Phrase[];
}

export interface Automations {
  list(): readonly SavedAutomation[];
  get(id: string): SavedAutomation | undefined;
  /** Those whose id, name or alias is, or else contains, these words. */
  find(words: string): readonly SavedAutomation[];
  /** Automations that command one of these devices: "cancel the one for the curtains". */
  commanding(devices: readonly DeviceId[]): readonly SavedAutomation[];
  /**
   * The problems of a saved automation in the home as it is now: a device that has gone, an address that wants a yes.
   */
  problems(saved: Saved<Automation>): readonly DefinitionProblem[];
  /** Checks a draft without saving it: every problem, and what wants a yes. */
  check(draft: unknown): Check<Automation>;
  /** @throws JiaError `invalid-definition` that names every problem, `conflict` */
  save(draft: AutomationDraft, options: SaveOptions): Promise<SavedAutomation>;
  /** @throws JiaError `not-found` */
  remove(id: string, origin: Origin): Promise<SavedAutomation>;
  setEnabled(id: string, enabled: boolean, origin: Origin): Promise<SavedAutomation>;
  /**
   * Runs it now without a trigger. Conditions count unless `force` is set. Resolves when the run has ended or waits.
   */
  run(id: string, options: RunOptions): Promise<Run>;
  /** The trace of a run as it would be now. Nothing is sent. */
  dryRun(draft: unknown): Promise<Run>;
  /** The next due times, soonest first, in milliseconds since the epoch. */
  preview(draft: unknown, count: number): readonly number[];
  /** What it would be refused if it ran now; null when nothing. @throws JiaError `not-found` */
  heldBack(id: string): HeldBack | null;
  /**
   * Describes it in words, with the next run, for reading back. `promised`: as a promise to whoever asked for it
   * ("I'll …").
   */
  describe(draft: AutomationDraft, language: Language, as?: "described" | "promised"): string;
}

export interface RunOptions {
  readonly origin: Origin;
  readonly force?: boolean;
}

export interface Scenes {
  list(): readonly Saved<Scene>[];
  get(id: string): Saved<Scene> | undefined;
  /** Those whose id, name or alias is, or else contains, these words. */
  find(words: string): readonly Saved<Scene>[];
  /** The problems of a saved scene in the home as it is now. */
  problems(saved: Saved<Scene>): readonly DefinitionProblem[];
  check(draft: unknown): Check<Scene>;
  /** @throws JiaError `invalid-definition`, `conflict` */
  save(draft: SceneDraft, options: SaveOptions): Promise<Saved<Scene>>;
  /** @throws JiaError `not-found`, `conflict` when an automation uses it */
  remove(id: string, origin: Origin): Promise<Saved<Scene>>;
  /**
   * The commands for which the policy would ask for a yes if the scene were activated with these parameters.
   * @throws JiaError `not-found`
   */
  approvals(id: string, parameters: Readonly<Record<string, Value>>): readonly Approval[];
  /**
   * Checks that `origin` may have this scene activated later.
   * @throws JiaError `denied`, `not-found`
   */
  requireAllowed(id: string, origin: Origin): void;
  /** The draft of a scene that restores the present state of these devices. */
  snapshot(name: string, target: Target): SceneDraft;
  /**
   * Activates a scene. Resolves when it is done, or when only a transition of more than five seconds is left, which
   * continues.
   * @throws JiaError `not-found`, `invalid-definition` for a parameter that does not fit
   */
  activate(id: string, options: ActivateOptions): Promise<Activation>;
  /** The changes that an activation would make: each property with its value before and after. */
  preview(id: string, parameters?: Readonly<Record<string, Value>>): readonly PlannedChange[];
  /**
   * Restores what the last activation changed.
   * @param id null: the last activation of any scene
   * @throws JiaError `not-found`
   */
  undo(id: string | null, origin: Origin): Promise<Activation>;
  /** What it would be refused if an automation activated it now; null when nothing. @throws JiaError `not-found` */
  heldBack(id: string): HeldBack | null;
  describe(draft: SceneDraft, language: Language): string;
}

export interface ActivateOptions {
  readonly origin: Origin;
  readonly parameters?: Readonly<Record<string, Value>>;
  /** A person has said yes to what the policy asks about, this once. */
  readonly approved?: boolean;
  /**
   * Duration of the transition in milliseconds, in place of those of the steps; it counts for properties that can
   * change gradually.
   */
  readonly transition?: number;
  /** Ids of the automations that led to it, first to last. Its changes count as theirs for the loop guard. */
  readonly chain?: readonly string[];
  readonly signal?: AbortSignal;
}

export interface Activation {
  readonly run: string;
  readonly scene: string;
  /** One outcome per property or action of each device, so that partial failure shows. */
  readonly outcomes: readonly Outcome[];
  /** After an undo: the changes that could not be undone. */
  readonly lost?: readonly Outcome[];
}

export interface PlannedChange {
  readonly device: DeviceId;
  readonly property: PropertyAddress;
  readonly before: Value | undefined;
  readonly after: Value;
}

/** Scenes and automations as a file. */
export interface DefinitionFiles {
  export(form: "yaml" | "json", signal?: AbortSignal): Promise<string>;
  /**
   * Checks every definition of a file without saving. Automations are checked together with the scenes of the file.
   * @param count how many next due times each automation gets
   * @throws JiaError `invalid-definition` when it is no such file, or when its definitions contradict each other
   */
  check(text: string, file: string, count: number, signal?: AbortSignal): Promise<FileCheck>;
  /** @throws JiaError `invalid-definition` */
  diff(text: string, file: string, signal?: AbortSignal): Promise<readonly Difference[]>;
  /**
   * Makes the home's definitions equal to those of the file. Everything is checked before anything is saved.
   * @throws JiaError `invalid-definition` that names every problem
   */
  import(text: string, file: string, options: ImportOptions): Promise<readonly Difference[]>;
}

/** One difference between the definitions of a home and those of a file. */
export interface Difference {
  readonly kind: "scene" | "automation";
  readonly id: string;
  readonly name: string;
  /** `extra`: in the home and not in the file; only a pruning import removes it. */
  readonly change: "add" | "change" | "same" | "extra";
  /** Top-level fields that differ. */
  readonly fields: readonly string[];
  /** What wants a yes that nobody has given, and is refused when it runs; null: nothing. */
  readonly proposal: Proposal | null;
}

/** The checks of a file's definitions, in its order. */
export interface FileCheck {
  readonly scenes: readonly Check<Scene>[];
  readonly automations: readonly (Check<Automation> & { readonly next: readonly number[] })[];
}

export interface ImportOptions {
  readonly origin: Origin;
  readonly approved?: boolean;
  /** Whether to delete definitions that the file does not hold. */
  readonly prune?: boolean;
  /** Ends the import as long as nothing was saved. */
  readonly signal?: AbortSignal;
}

export interface Runs {
  /** Newest first. */
  list(filter?: RunFilter): Promise<readonly Run[]>;
  get(id: string): Promise<Run | undefined>;
  /** A run in words: its name, its cause, its conditions and steps. */
  describe(run: Run, language: Language): RunWords;
  /**
   * Stops a run that is under way or waits.
   * @throws JiaError `not-found`
   */
  stop(id: string, origin: Origin): Promise<void>;
}

export interface RunFilter {
  /** Id of an automation, a scene or a timer. */
  readonly of?: string;
  readonly status?: Run["status"];
  /** Only runs that began: neither skipped nor missed. */
  readonly begun?: boolean;
  readonly from?: number;
  readonly to?: number;
  readonly limit?: number;
}

export interface UpcomingRun {
  readonly at: number;
  readonly kind: "timer" | "automation";
  readonly id: string;
  readonly name: string;
  /** Whether it is due more than once in half an hour; then only its first time is listed. */
  readonly often: boolean;
}

export interface WhyQuestion {
  readonly device: DeviceId;
  /** Any property or action when left out. */
  readonly address?: string;
  /** Only changes of the property to this value: who switched it on, and not who switched it off since. */
  readonly value?: boolean;
  /** Only deeds of this kind: who locked it, and not who unlocked it since. For a lock, opening includes unlocking. */
  readonly deed?: WhyDeed;
  /** The last change at or before this moment; now when left out. */
  readonly at?: number;
  /** Id of the conversation that asks: commands that were given in it were given by the asker ("you"). */
  readonly conversation?: string;
}

/** Deeds on a lock, or on a door, window or cover. */
export type WhyDeed = "lock" | "unlock" | "open" | "close";

/** Why something happened. `text` is ready to be said. */
export interface Explanation {
  readonly text: string;
  /**
   * The command that explains it; null when nothing Jia did explains it: by hand, by another app, or before the audit
   * begins.
   */
  readonly cause: {
    readonly at: number;
    readonly origin: Origin;
    /** `unknown` when Jia ended before the device answered. */
    readonly outcomes: readonly NotedOutcome[];
    readonly run: Run | null;
  } | null;
  /** The last changes in question, newest first. An outcome has the value before it, where that was known. */
  readonly changes: readonly PastChange[];
}

/** A change that Jia made. */
export interface PastChange {
  readonly at: number;
  readonly origin: Origin;
  readonly outcome: NotedOutcome;
}

/** Events of the planner, for pages, voices and logs. */
export type PlannerEvent =
  | {
      readonly type: "timer-finished";
      readonly timer: Timer;
      readonly outcomes: readonly Outcome[];
      readonly at: number;
    }
  | { readonly type: "timers-changed"; readonly at: number }
  | { readonly type: "definitions-changed"; readonly at: number }
  | { readonly type: "run-started"; readonly run: Run; readonly at: number }
  | { readonly type: "run-finished"; readonly run: Run; readonly at: number }
  /** `by`: whether a step of the run tells it, or the planner about the run. */
  | {
      readonly type: "notice";
      readonly message: string;
      readonly level: NoticeLevel;
      readonly by: "action" | "planner";
      /** Ids of the people whom it is for; null: everybody. */
      readonly to: readonly string[] | null;
      readonly run: Run;
      readonly at: number;
    }
  | { readonly type: "say"; readonly message: string; readonly run: Run; readonly at: number };
