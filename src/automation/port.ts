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

/** Everything that can be planned, and what became of it. */
export interface Planner {
  readonly files: DefinitionFiles;
  readonly timers: Timers;
  readonly automations: Automations;
  readonly scenes: Scenes;
  readonly runs: Runs;
  /** Another instance runs the schedules: what is planned is not known here, and nothing can be changed. */
  readonly standsBy: boolean;
  /** What is due between two moments, soonest first: timers and every automation with a schedule. At most `limit` (200). */
  planned(from: number, to: number, limit?: number, signal?: AbortSignal): Promise<readonly UpcomingRun[]>;
  /** Why a device is as it is, or did what it did: from the audit and the runs. */
  explain(question: WhyQuestion, language: Language): Promise<Explanation>;
  /** How a person is asked for a yes. @throws JiaError `not-found`, `invalid-definition` */
  consent(proposal: Proposal, language: Language): Consent;
  /** A call to a webhook: starts the automations that have this key, with the rights of `by` where somebody is known; false when none has. */
  webhook(key: string, by?: Origin): boolean;
  /** Calls `listener` for every event until the returned function is called. */
  subscribe(listener: (event: PlannerEvent) => void): () => void;
}

/** What a person is asked to say yes to, before it is done. */
export type Proposal =
  | {
      readonly kind: "save-automation";
      readonly draft: AutomationDraft;
      readonly replace: boolean;
      /** Scenes that are saved with it, where they are not yet. */
      readonly scenes?: readonly Scene[];
    }
  | { readonly kind: "save-scene"; readonly draft: SceneDraft; readonly replace: boolean }
  | {
      readonly kind: "activate-scene";
      readonly scene: string;
      readonly parameters: Readonly<Record<string, Value>>;
    }
  /** Of what is there: nothing starts it for a while, or it is called something else. */
  | { readonly kind: "pause"; readonly id: string; readonly until: string | null }
  | { readonly kind: "resume"; readonly id: string }
  | { readonly kind: "rename"; readonly of: "automation" | "scene"; readonly id: string; readonly to: string }
  /** A timer that is over at another time. */
  | { readonly kind: "move"; readonly id: string; readonly at: number }
  /** Commands for later, each once. */
  | { readonly kind: "delay"; readonly parts: readonly DelayedCommands[] }
  | { readonly kind: "remove"; readonly of: "automation" | "scene" | "timer"; readonly id: string };

export interface DelayedCommands {
  readonly commands: readonly Command[];
  /** `in`: milliseconds from the yes. */
  readonly when: { readonly at: number } | { readonly in: number };
}

/** What is asked, and what a yes to it is for. */
export interface Consent {
  /** What would be done, when, how often, until when, and what leaves the house. */
  readonly question: string;
  /** Differs as soon as something else would be done: then the yes was not for that. */
  readonly token: string;
}

/** Timers and delayed commands: on disk before a call resolves, continued after a restart. */
export interface Timers {
  list(): readonly Timer[];
  /** Those whose name is, or else contains, these words; with commands, also by the names of their devices. */
  find(words: string): readonly Timer[];
  /** Those with commands for one of these devices. */
  commanding(devices: readonly DeviceId[]): readonly Timer[];
  /** Commands in plain words: "turn off the floor lamp". */
  describe(commands: readonly Command[], language: Language): string;
  /** Which of the commands the policy wants a yes for. */
  approvals(commands: readonly Command[]): readonly Approval[];
  /**
   * Starts a countdown. With `commands` they run when it ends ("turn it off in 20 minutes"); without, it rings.
   * Ask `approvals` first: what the policy wants a yes for is refused when it runs, unless `approved`.
   * @throws JiaError `invalid-definition` when a command does not fit its device
   */
  start(request: TimerRequest): Promise<Timer>;
  /**
   * Adults change every timer, children and guests those that they set: as below.
   * @param origin null: nobody asks for it, what it was for is over
   * @throws JiaError `not-found`, `forbidden`
   */
  cancel(id: string, origin: Origin | null): Promise<Timer>;
  /** @throws JiaError `not-found`, `forbidden`, `conflict` when it is paused already */
  pause(id: string, origin: Origin): Promise<Timer>;
  resume(id: string, origin: Origin): Promise<Timer>;
  /** Makes it longer, or shorter with a negative number; one that ends before now rings at once. */
  add(id: string, milliseconds: number, origin: Origin): Promise<Timer>;
  /** Calls it so from now on; the rest of it stays. */
  rename(id: string, name: string, origin: Origin): Promise<Timer>;
}

export interface TimerRequest {
  readonly name?: string;
  readonly durationMs: number;
  readonly commands?: readonly Command[];
  /** As what it rings. */
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
  /** What would be done, for whoever puts it in words. */
  readonly command: Command;
  readonly what: string;
  readonly why: Phrase;
}

/** An address that a definition sends to and that nobody has listed: it wants a yes when it is saved. */
export interface Outgoing {
  /** Where it stands: `actions[2].webhook`. */
  readonly field: string;
  /** Where it leads, as people are told. */
  readonly host: string;
}

/** What a check of a draft found. */
export interface Check<Definition> {
  /** Complete and ready to save; null when there are problems. */
  readonly definition: Definition | null;
  readonly problems: readonly DefinitionProblem[];
  /** Worth saying, but not in the way of saving ("both triggers are the same"). */
  readonly warnings: readonly DefinitionProblem[];
  /** Not empty: save with `approved` once a person has said yes; otherwise these are refused when it runs. */
  readonly approvals: readonly Approval[];
  /** Where it would send something to, likewise: without a yes nothing is sent. */
  readonly outgoing: readonly Outgoing[];
}

/** Whether a definition holds something that wants a yes. */
export function wantsApproval({ approvals, outgoing }: Pick<Check<unknown>, "approvals" | "outgoing">): boolean {
  return approvals.length + outgoing.length > 0;
}

export interface SaveOptions {
  readonly origin: Origin;
  /** A person has said yes to the approvals. */
  readonly approved?: boolean;
  /** Change the one with this id; without it, an id that is taken is a conflict. */
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

/** What keeps something that is saved from doing all that it says: without it, that part is left out when it runs. */
export interface HeldBack {
  /** Why it wants a yes that nobody has given. */
  readonly waits: readonly Phrase[];
  /** What is not allowed, whatever anybody says: by the policy, or an address that is not listed. */
  readonly refused: readonly Phrase[];
}

export interface Automations {
  list(): readonly SavedAutomation[];
  get(id: string): SavedAutomation | undefined;
  /** Those whose id, name or alias is, or else contains, these words. */
  find(words: string): readonly SavedAutomation[];
  /** Those that command one of these devices: "cancel the one for the curtains". */
  commanding(devices: readonly DeviceId[]): readonly SavedAutomation[];
  /** What is wrong with one that is saved, as the home is now: a device that has gone, an address that wants a yes. */
  problems(saved: Saved<Automation>): readonly DefinitionProblem[];
  /** Looks at a draft without saving: every problem, and what wants a yes. */
  check(draft: unknown): Check<Automation>;
  /** @throws JiaError `invalid-definition` that names every problem, `conflict` */
  save(draft: AutomationDraft, options: SaveOptions): Promise<SavedAutomation>;
  /** @throws JiaError `not-found` */
  remove(id: string, origin: Origin): Promise<SavedAutomation>;
  setEnabled(id: string, enabled: boolean, origin: Origin): Promise<SavedAutomation>;
  /** Runs it now, whatever its triggers say; conditions count unless `force`. Resolves when the run has ended or waits. */
  run(id: string, options: RunOptions): Promise<Run>;
  /** What it would do now, without doing it. */
  dryRun(draft: unknown): Promise<Run>;
  /** The next due times, soonest first. */
  preview(draft: unknown, count: number): readonly number[];
  /** What it would be refused if it ran now; null when nothing. @throws JiaError `not-found` */
  heldBack(id: string): HeldBack | null;
  /** In plain words, with the next run: for reading back; `promised`: to who asked for it ("I'll …"). */
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
  /** What is wrong with one that is saved, as the home is now. */
  problems(saved: Saved<Scene>): readonly DefinitionProblem[];
  check(draft: unknown): Check<Scene>;
  /** @throws JiaError `invalid-definition`, `conflict` */
  save(draft: SceneDraft, options: SaveOptions): Promise<Saved<Scene>>;
  /** @throws JiaError `not-found`, `conflict` when an automation uses it */
  remove(id: string, origin: Origin): Promise<Saved<Scene>>;
  /** What the policy would ask about if it were activated with these parameters. @throws JiaError `not-found` */
  approvals(id: string, parameters: Readonly<Record<string, Value>>): readonly Approval[];
  /** Makes sure that whoever asks may have this scene activated later. @throws JiaError `denied`, `not-found` */
  requireAllowed(id: string, origin: Origin): void;
  /** The draft of a scene that restores what these devices are now. */
  snapshot(name: string, target: Target): SceneDraft;
  /**
   * Resolves when it is done, or when only a transition of more than five seconds is left: that one goes on.
   * @throws JiaError `not-found`, `invalid-definition` for a parameter that does not fit
   */
  activate(id: string, options: ActivateOptions): Promise<Activation>;
  /** What activating it would change: the commands, and the value before and after of each property. */
  preview(id: string, parameters?: Readonly<Record<string, Value>>): readonly PlannedChange[];
  /** Puts back what the last activation changed (of this scene, or of any). @throws JiaError `not-found` */
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
  /** So many milliseconds it takes to get there, whatever its steps say; only what can be gradual is. */
  readonly transition?: number;
  /** Automations that lead to it, first to last: what it changes is theirs. */
  readonly chain?: readonly string[];
  readonly signal?: AbortSignal;
}

export interface Activation {
  readonly run: string;
  readonly scene: string;
  /** One per property or action, every device: partial failure shows here. */
  readonly outcomes: readonly Outcome[];
  /** Of putting back: what was changed and stays so. */
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
   * Looks at every definition of a file without saving: automations beside the scenes of the file, with so many of their
   * next due times.
   * @throws JiaError `invalid-definition` when it is no such file, or when its definitions do not go together
   */
  check(text: string, file: string, count: number, signal?: AbortSignal): Promise<FileCheck>;
  /** @throws JiaError `invalid-definition` */
  diff(text: string, file: string, signal?: AbortSignal): Promise<readonly Difference[]>;
  /**
   * Brings the home to what the file says; everything is checked before anything is saved.
   * @throws JiaError `invalid-definition` that names every problem
   */
  import(text: string, file: string, options: ImportOptions): Promise<readonly Difference[]>;
}

/** What bringing a home to what a file says would change. */
export interface Difference {
  readonly kind: "scene" | "automation";
  readonly id: string;
  readonly name: string;
  /** `extra`: in the home and not in the file; only a pruning import removes it. */
  readonly change: "add" | "change" | "same" | "extra";
  /** Top-level fields that differ. */
  readonly fields: readonly string[];
  /** The policy wants a yes for something in it that nobody has given: that is refused when it runs. null: nothing. */
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
  /** Delete what the file does not hold. */
  readonly prune?: boolean;
  /** Ends it, as long as nothing was saved. */
  readonly signal?: AbortSignal;
}

export interface Runs {
  /** Newest first. */
  list(filter?: RunFilter): Promise<readonly Run[]>;
  get(id: string): Promise<Run | undefined>;
  /** What it was, what started it, and what its conditions and steps are, in words. */
  describe(run: Run, language: Language): RunWords;
  /** Stops what still runs or waits. @throws JiaError `not-found` */
  stop(id: string, origin: Origin): Promise<void>;
}

export interface RunFilter {
  /** Id of an automation, a scene or a timer. */
  readonly of?: string;
  readonly status?: Run["status"];
  /** Only those that began: neither skipped nor missed. */
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
  /** It comes again and again, more than once in half an hour: only its first time is listed. */
  readonly often: boolean;
}

export interface WhyQuestion {
  readonly device: DeviceId;
  /** Any property or action when left out. */
  readonly address?: string;
  /** Only a change of the property to this: who switched it on, and not who switched it off since. */
  readonly value?: boolean;
  /** Only what was done of this kind: who locked it, and not who unlocked it since. A lock is opened where it is unlocked. */
  readonly deed?: WhyDeed;
  /** The last change at or before this; now when left out. */
  readonly at?: number;
  /** Id of the conversation that asks: what was said in it was said by the one who asks. */
  readonly conversation?: string;
}

/** What somebody does to a lock, or to what opens. */
export type WhyDeed = "lock" | "unlock" | "open" | "close";

/** Why something happened. `text` is ready to be said. */
export interface Explanation {
  readonly text: string;
  /** null when nothing Jia did explains it: by hand, by another app, or before what is kept. */
  readonly cause: {
    readonly at: number;
    readonly origin: Origin;
    /** `unknown` when Jia ended before the device answered. */
    readonly outcomes: readonly NotedOutcome[];
    readonly run: Run | null;
  } | null;
  /** The last changes that are asked about, newest first: an outcome says what was there before it, where that was known. */
  readonly changes: readonly PastChange[];
}

/** A change that Jia made. */
export interface PastChange {
  readonly at: number;
  readonly origin: Origin;
  readonly outcome: NotedOutcome;
}

/** What the planner tells others, for pages, voices and logs. */
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
  /** `by`: a step of the run tells it, or the planner itself tells of the run. */
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
