/** jia scenes, automations, timers and runs. */
export const definitions = {
  scenesSummary: "List, activate, undo and keep scenes in files.",
  scenesDetails:
    "Verbs: list (the default) · show ID · activate ID · preview ID · undo ID · delete ID · snapshot NAME (of all lights, " +
    "curtains, heating, cooling and air devices, plugs and switches, as they are now) · export · diff FILE · import FILE (scenes and automations).",
  sceneParameter: "A parameter (activate, preview).",
  notParameter: '--with: "{given}" is not NAME=VALUE. Use brightness=10, for example.',
  sceneRoom: "Only this room (snapshot).",
  sceneYes: "Say yes to what the policy asks about.",
  noScenes: "There are no scenes.",
  scenesHeading: ["Id", "What it does"] as const,
  nothingWouldChange: "Nothing would change.",
  nothingToChange: "There was nothing to change.",

  automationsSummary: "List, check, run, switch and keep automations in files.",
  automationsDetails:
    "Verbs: list (the default) · show ID · run ID · dry-run ID · next ID · enable ID · disable ID · delete ID · " +
    "check [FILE] (one definition, or a whole file; without one all that is saved, as the home is now) · export · diff FILE · import FILE (scenes and automations). FILE may be - for standard input.",
  automationYes: "Say yes to what the policy asks about (import).",
  force: "Leave conditions aside (run).",
  allSound: "Nothing is wrong with what is saved.",
  noAutomations: "There are no automations.",
  automationsHeading: ["Id", "Next run", "What it does"] as const,

  prune: "Delete what the file does not hold (import).",
  nothingInFile: "Nothing there.",
  deleted: "Deleted: {name}",
  asksForYes:
    "? The policy wants a yes for what is marked so: import with --yes, or those commands are refused when it runs.",
  onlyInHome: "· {count} more are only in the home.",
  /** The kinds of plans, keyed by kind. */
  kinds: { scene: "scene", automation: "automation", timer: "timer" },

  timersSummary: "Timers: list, start, pause, add to, cancel.",
  noTimers: "There are no timers.",
  timersHeading: ["Name", "Left", "Then", "Id"] as const,
  timerNamed: 'timer "{name}"',
  timerLeft: ({ left, paused }: { left: string; paused: boolean }) => `${left}${paused ? " (paused)" : ""}`,

  notDuration: '"{given}" is not a duration. Use 90s, 8m or 1h30m.',

  runsSummary: "What ran and how it went, what is planned, and why a device did something.",
  runsOf: "Only of this automation, scene or timer.",
  runsStatus: "Only this status: failed, missed …",
  noRuns: "Nothing has run yet.",
  runsHeading: ["Started", "Name", "Result", "Cause", "Note", "Run"] as const,
  noRunBut: ({ given, command }: { given: string; command: string }) =>
    `There is no run "${given}". Did you mean: ${command}`,
  nothingPlanned: "Nothing is planned within a day.",
  plannedHeading: ["When", "Kind", "Name"] as const,
  plannedTimer: "Timer",
  plannedName: ({ name, often }: { name: string; often: boolean }) => `${name}${often ? ", again and again" : ""}`,
  runStopped: "Stopped: {name}",
  due: "due",
  /** A part of a scene: the steps with the same order. */
  stage: ({ number }: { number: number }) => `stage ${number}`,
  /** How a run went, keyed by its status. */
  runStatuses: {
    running: "running",
    waiting: "waiting",
    done: "done",
    failed: "failed",
    skipped: "skipped",
    stopped: "stopped",
    missed: "missed",
  },
  /** The result of a step, keyed by result; empty for a step that was done. */
  stepResults: { failed: "failed", timeout: "not in time", stopped: "stopped", interrupted: "interrupted" },
};
