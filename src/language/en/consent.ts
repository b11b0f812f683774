import { grammar, sentence } from "./grammar.ts";

/** Questions before something lasting or sensitive: what, when, how often, until when, and which data leaves the home. */
export const consent = {
  /** The reasons of the policy as a sentence; empty without reasons. */
  because: ({ reasons }: { reasons: readonly string[] }) => sentence(reasons.join(", ")),
  rule: ({ when, conditions, what, atMostEvery, once, off, replaces, until, times }: RuleConsentValues) => {
    const head =
      replaces !== "" ? `Replace "${replaces}" with this` : once || times === 1 ? "Plan this once" : "Save this rule";
    const starts = when.map((each) => timed(each.replace(/^when /, "whenever "))).join(", or ");
    const parts = [
      starts,
      conditions.length > 0 ? `if ${grammar.list(conditions, "and")}` : "",
      what,
      atMostEvery && `at most once in ${atMostEvery}`,
      once ? "" : times === null ? "" : times === 1 ? "once only" : `${times} times only`,
      until !== "" ? `until ${until}` : once || times !== null ? "" : "until you delete it",
    ];
    return `${head}${off ? ", switched off for now" : ""}: ${parts.filter((part) => part !== "").join(", ")}?`;
  },
  scene: ({ name, what, replaces }: { name: string; what: string; replaces: string }) =>
    replaces === ""
      ? `Save the scene "${name}"? Whenever somebody activates it, Jia will ${what}.`
      : `Replace the scene "${replaces}"? Whenever somebody activates it, Jia will ${what}.`,
  activate: 'Activate the scene "{name}" now: {what}?',
  /** Commands for later, each once. */
  timers: ({ parts }: { parts: readonly string[] }) => `Plan this once: ${parts.map(timed).join("; ")}?`,
  /** One command for later: when, and what. */
  timer: "{when}, {what}",
  in: "in {duration}",
  /** An action with its arguments. */
  given: ({ name, values }: { name: string; values: readonly string[] }) =>
    `${name} with ${grammar.list(values, "and")}`,
  /** The steps that run by themselves after the yes, and when. */
  after: "{when} after that: {what}.",
  ringsAfter: ({ when, name }: { when: string; name: string }) =>
    name === "" ? `${when} after that it rings.` : `${when} after that it rings: ${name}.`,
  /** A scene that the same yes saves. */
  thenActivate: "After that it is activated at once.",
  /** A scene that waits behind commands. */
  thenScene: 'After that the scene "{name}" is activated.',
  /** `does`: the actions, and when. */
  remove: ({ kind, name, does }: { kind: string; name: string; does: string }) =>
    `The ${kind} "${name}" does this: ${does}. Delete it?`,
  /** The plan is paused. `until`: when it goes on by itself; may be empty. */
  pause: ({ name, does, until }: { name: string; does: string; until: string }) =>
    `The automation "${name}" does this: ${does}. Pause it${until && ` until ${until}`}?`,
  resume: 'The automation "{name}" does this: {does}. Switch it on again?',
  rename: 'Rename "{name}" to "{to}"?',
  /** The plan moves to another time; `what` is empty when it only rings. */
  move: ({ kind, name, time, what }: { kind: string; name: string; time: string; what: string }) =>
    `Change the ${kind}${name && ` "${name}"`} to ${timed(time)}${what && `: ${what}`}?`,
  /** The actions of an automation, on one line. */
  does: ({ when, what }: { when: readonly string[]; what: string }) => `${when.join(", or ")}, ${what}`,
  /** `what` is empty for a timer that only rings. */
  cancel: ({ name, left, what }: { name: string; left: string; what: string }) =>
    `${name === "" ? "The timer" : `The timer "${name}"`} has ${left} left${what && `, then: ${what}`}. Cancel it?`,
};

export interface RuleConsentValues {
  readonly when: readonly string[];
  readonly conditions: readonly string[];
  readonly what: string;
  /** The cooldown; empty without one. */
  readonly atMostEvery: string;
  /** Its last day, or when it ends; empty where it has no end. */
  readonly until: string;
  /** How many runs are left; null where they are not counted. */
  readonly times: number | null;
  /** It runs once and never again. */
  readonly once: boolean;
  readonly off: boolean;
  /** The name of the plan that it replaces; empty when it is new. */
  readonly replaces: string;
}

/** "tomorrow 07:00" as it is said in a sentence. */
function timed(text: string): string {
  return text.replace(/\b(today|tomorrow) (\d\d?:\d\d)/g, "$1 at $2");
}
