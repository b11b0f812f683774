import { grammar } from "./grammar.ts";
import { modesCalled } from "./modes.ts";
import { type FollowedBoundValues, share } from "./states.ts";

/** Verbs for settings that amount to an act, after a device. */
const VERBS = {
  turnOn: "turn on",
  turnOff: "turn off",
  open: "open",
  close: "close",
  lock: "lock",
  unlock: "unlock",
  stop: "stop",
};

export type Verb = keyof typeof VERBS;

/** The word for a notice, keyed by level. */
const NOTICES = { info: "notice", warning: "warning", alarm: "alarm" };

export type NoticeKind = keyof typeof NOTICES;

/** A step that tells people something. */
export interface NoticeStepValues {
  message: string;
  level: NoticeKind;
  to: readonly string[];
}

/** "Emma and Leo " */
function whom(to: readonly string[]): string {
  return to.length === 0 ? "" : `${grammar.list(to, "and")} `;
}

/** The steps of a plan as clauses: "turn on the hall light (brightness 20%), then wait 5 minutes". */
export const actions = {
  steps: ({ steps }: { steps: readonly string[] }) => steps.join(", then "),
  set: ({ what, details }: { what: string; details: readonly string[] }) => `set ${what}: ${details.join(", ")}`,
  does: ({ verb, what, details }: { verb: Verb; what: string; details: readonly string[] }) =>
    `${VERBS[verb]} ${what}${/^brightness \S+$/.test(details.join()) ? details.join().replace("brightness", " at") : inBrackets(details)}`,
  value: "{property} {value}",
  /** The value of a parameter. */
  unlessTold: "{value} unless told otherwise",
  /** A value relative to the current one. */
  fromNow: ({ times, less, by }: Pick<FollowedBoundValues, "times" | "less" | "by">) =>
    [times === 1 ? "" : `to ${share(times)}what it is then`, by === "" ? "" : `${less ? "down" : "up"} by ${by}`]
      .filter((part) => part !== "")
      .join(", then "),
  /** A value that follows another value. */
  like: ({ of, times, less, by }: FollowedBoundValues & { measured: boolean }) => {
    if (times !== 1) return `${share(times)}that of ${of}${by && ` ${less ? "minus" : "plus"} ${by}`}`;
    return by === "" ? `the same as ${of}` : `${by} ${less ? "below" : "above"} ${of}`;
  },
  invoke: ({ action, what, values }: { action: string; what: string; values: readonly string[] }) =>
    `${action.toLowerCase()} on ${what}${values.length > 0 ? ` (${grammar.list(values, "and")})` : ""}`,
  scene: ({ scene, given }: { scene: string; given: readonly string[] }) =>
    `activate the scene "${scene}"${inBrackets(given)}`,
  wait: "wait {duration}",
  waitUntil: ({ condition, timeout, goesOn }: { condition: string; timeout: string; goesOn: boolean }) =>
    `wait until ${condition} (at most ${timeout}${goesOn ? ", then go on" : ""})`,
  /** `happening`: a trigger, in the words of `triggers`. */
  waitFor: ({ happening, timeout, goesOn }: { happening: string; timeout: string; goesOn: boolean }) =>
    `wait until ${happening.replace(/^when /, "")} (at most ${timeout}${goesOn ? ", then go on" : ""})`,
  stop: "stop",
  stopBecause: 'stop ("{reason}")',
  /** `to` is empty for everybody. */
  notify: ({ message, level, to }: NoticeStepValues) => `send ${whom(to)}the ${NOTICES[level]} "${message}"`,
  /** Data that leaves the home, with its receiver. */
  notifyTo: ({ message, level, to, host }: NoticeStepValues & { host: string }) =>
    `send ${whom(to)}the ${NOTICES[level]} "${message}", and post it with the automation's name and the time to ${host}`,
  mode: ({ mode }: { mode: string }) => `switch the home to ${modesCalled([mode])}`,
  say: 'say "{message}"',
  /** `otherwise` is empty without steps for that case. */
  if: ({ condition, steps, otherwise }: { condition: string; steps: string; otherwise: string }) =>
    `if ${condition}: ${steps}${otherwise && `; otherwise ${otherwise}`}`,
  choose: ({ options, otherwise }: { options: readonly string[]; otherwise: string }) =>
    [...options, ...(otherwise ? [`otherwise ${otherwise}`] : [])].join("; "),
  repeatTimes: "{times} times: {steps}",
  repeatWhile: "while {condition}: {steps}",
  repeatUntil: "until {condition}: {steps}",
  /** In a trace, whose nested steps have lines of their own. */
  ifOnly: "if {condition}",
  firstThatHolds: "the first that holds",
  againAndAgain: "again and again",
};

function inBrackets(details: readonly string[]): string {
  return details.length > 0 ? ` (${details.join(", ")})` : "";
}
