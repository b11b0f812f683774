import type { OutcomeStatus } from "../../home/index.ts";
import { countedNoun } from "./grammar.ts";

/** Why a command failed, keyed by status. */
const refusals = {
  confirmed: "done",
  unchanged: "it was so already",
  accepted: "sent",
  timeout: "it did not answer in time",
  offline: "it is not reachable",
  rejected: "it refused",
  denied: "the policy does not allow it",
  "needs-confirmation": "nobody said yes to it when it was saved: save it again with a yes",
} satisfies Record<OutcomeStatus, string>;

/** The trace of a run: why it ended, and the results of conditions and steps. */
export const traces = {
  refusals,
  refused: ({ status }: { status: OutcomeStatus }) => refusals[status],
  /** The target of a command. */
  outcome: "{device}, {what}",
  failures: ({ failures }: { failures: readonly string[] }) => failures.join("; "),
  failure: "{outcome}: {why}",

  switchedOff: "it is switched off",
  isPaused: "it is paused",
  isOver: "it has ended",
  conditionFails: "a condition does not hold",
  rests: "it rests for another {duration}",
  stillRuns: "it is still running",
  triggeredAgain: "it was triggered again",
  tooMany: "{limit} of its runs are under way",
  loop: ({ names }: { names: readonly string[] }) => `automations trigger each other: ${names.join(" → ")}`,
  definitionGone: "the automation was changed, switched off or deleted",
  changed: "the automation was changed",
  deleted: "the automation was deleted",
  enabled: "the automation was switched on",
  disabled: "the automation was switched off",
  byHand: "stopped by hand",
  missed: "Jia did not run then",
  missedButLast: "Jia did not run then; only the last one is made up for",
  missedWithin: "Jia did not run then, nor within {duration} after",
  tooLate: "it ended more than a day ago",
  endedAtRestart: "the restart came just as it ended: check whether it was done",
  late: "{duration} late, because Jia did not run then",
  notAll: "not every device did it",
  stopped: "it was stopped",
  overtaken: "another command came meanwhile for {devices}",

  notFollowed: "{what} stays as it is, because {from} is not known",
  stepFailed: "a step did not succeed",
  stopStep: "a stop step",
  restart: "the restart came in between",
  restored: "it was under way when the backup was made that was restored",
  inVain: "what it waited for did not come in time",
  nothingToCommand: "there was nothing to command",
  nothingToDo: "nothing to do",
  soAlready: "it is so already",
  wouldWait: "it would wait",
  onceOrMore: "once or more",
  yes: "yes",
  otherwise: "otherwise",
  option: "option {number}",
  rounds: ({ rounds }: { rounds: number }) => countedNoun(rounds, "round"),

  noPeople: "the home has no people",
  whereabouts: ({
    home,
    away,
    unknown,
  }: {
    home: readonly string[];
    away: readonly string[];
    unknown: readonly string[];
  }) =>
    [
      home.length > 0 ? `at home: ${home.join(", ")}` : "",
      away.length > 0 ? `away: ${away.join(", ")}` : "",
      unknown.length > 0 ? `not known: ${unknown.join(", ")}` : "",
    ]
      .filter((part) => part !== "")
      .join("; "),
  noModes: "the home has no modes",
  noLocation: "the home has no location",
  sunUp: "the sun is up",
  sunDown: "the sun is down",
  moving: "somebody moves, or no sensor can tell",
  quietSince: "nobody has moved since {moment}",
  notKnown: "that is not known",
  noDevice: "no such device is there",
  found: ({ found, more }: { found: readonly string[]; more: boolean }) => `${found.join(", ")}${more ? " …" : ""}`,

  nothingChanges: "nothing would change",
  devicesChange: ({ devices }: { devices: readonly string[] }) => devices.join("; "),
  deviceChanges: ({ device, changes }: { device: string; changes: readonly string[] }) =>
    `${device}: ${changes.join(", ")}`,
  change: "{property} {before} → {after}",
  unknown: "unknown",
};
