import { capital, grammar } from "./grammar.ts";
import { ALARM, isDeed, toYou } from "./plans.ts";

/** Clauses that "I'll" stands before. */
const PROMISES = /^(?:turn|open|close|lock|unlock|stop|set|say|send|activate|start|play|pause)\b/;

/** Automations, scenes and timers as sentences, and what each of them is called. */
export const automation = {
  automation: "automation",
  scene: "scene",
  timer: "timer",
  alarm: "alarm",
  reminder: "reminder",
  file: "file",
  run: "run",
  any: "automation, scene or timer",
  /** One of these by its name or id. */
  named: '{what} "{name}"',
  described: ({ when, conditions, what, atMostEvery, off, next, until, paused, over, times }: Described) =>
    [
      `${capital(when.join(", or "))}${conditions.length > 0 ? `, if ${grammar.list(conditions, "and")}` : ""}: ${what}.`,
      atMostEvery === "" ? "" : `At most ${once(atMostEvery)}.`,
      timesWords(times),
      until === "" || over ? "" : `It ends after ${until}.`.replace(/after (?=.*\d:\d)/, "at "),
      over ? `It is over${until === "" ? "" : `: it ended after ${until}`}.` : "",
      off ? "It is switched off." : paused === "" ? "" : `It is paused until ${paused}.`,
      off || over || next === "" ? "" : `Next: ${next}.`,
    ]
      .filter((sentence) => sentence !== "")
      .join(" "),
  /** The same as an answer to who asked for it: "I'll open the curtains on weekdays at 07:00, starting tomorrow." */
  promised: (told: Described): string => {
    const { when, conditions, what, atMostEvery, off, next, until, paused, over, times } = told;
    const [only = "", ...others] = when;
    const rings = what === `say "${ALARM}"`;
    const said = /^say "([^"]+)"$/.exec(what)?.[1] ?? "";
    // What begins with no verb, or runs once, is read back as it is listed.
    if (off || over || others.length > 0 || /^once\b/.test(only) || !(rings || PROMISES.test(what)))
      return automation.described(told);
    const reminds = !rings && isDeed(said);
    const deed = rings ? "your alarm will ring" : reminds ? `I'll remind you to ${toYou(said)}` : `I'll ${what}`;
    const onlyIf = conditions.length > 0 ? `, if ${grammar.list(conditions, "and")}` : "";
    const often = [
      atMostEvery === "" ? "" : `At most ${once(atMostEvery)}.`,
      timesWords(times),
      paused === "" ? "" : `It is paused until ${paused}.`,
    ]
      .map((sentence) => sentence && ` ${sentence}`)
      .join("");
    const ends = until === "" ? "" : `, until ${until}`;
    if (/^when\b/.test(only)) return `${capital(only)}${onlyIf}, ${deed}${ends}.${often}`;
    // When it is first is told where the time is not.
    const isInterval = /^every \d+ (?!.* at )|^every (?:second|minute|hour)$/.test(only);
    const from = isInterval ? next.replace(/ (?=\d+:\d+)/, " at ") : next.replace(/ \d+:\d+(?::\d+)?$/, "");
    const starting = next === "" ? "" : `, starting ${/^(?:today|tomorrow)\b/.test(from) ? from : `on ${from}`}`;
    // The time of several things stands before them.
    if (/, | and /.test(what)) return `${capital(only)}${onlyIf}, ${deed}${starting}${ends}.${often}`;
    return `${capital(deed)} ${only}${onlyIf}${starting}${ends}.${often}`;
  },
  /** What is left out when it runs: for want of a yes, and because it is not allowed. */
  onlyAdults: "only an adult of this home, or whoever made it, may change it",
  onlyOwnComings: "when others come and go only adults of this home are told",
  heldBack: ({ waits, refused }: { waits: readonly string[]; refused: readonly string[] }) =>
    [
      waits.length > 0 ? `A yes is missing (${waits.join(", ")}): without it, that part is not done.` : "",
      refused.length > 0 ? `Not allowed, so that part is not done: ${refused.join(", ")}.` : "",
    ]
      .filter((sentence) => sentence !== "")
      .join(" "),
  /** What refuses where a rule says no more. */
  policy: "the policy",
  sends: "it sends to {host}",
  /** A scene: what is done at the same time, step by step. */
  describedScene: ({ name, stages }: { name: string; stages: readonly string[] }) =>
    `${name}: ${stages.join("; then ")}.`,
  /** The steps of a scene, without its name. */
  stages: ({ stages }: { stages: readonly string[] }) => stages.join("; then "),
  atOnce: ({ steps }: { steps: readonly string[] }) => steps.join("; "),
  gradually: "{what} over {duration}",
};

export interface Described {
  readonly when: readonly string[];
  readonly conditions: readonly string[];
  readonly what: string;
  /** The cooldown; empty without one. */
  readonly atMostEvery: string;
  readonly off: boolean;
  /** Its last day, or when it ends; empty where it has no end. */
  readonly until: string;
  /** When it goes on; empty where it is not paused. */
  readonly paused: string;
  /** It has ended by itself. */
  readonly over: boolean;
  /** How many runs are left; null where they are not counted. */
  readonly times: number | null;
  /** When it is due next; empty when it never is, or that is not known. */
  readonly next: string;
}

function once(duration: string): string {
  const unit = /^1 (\w+)$/.exec(duration)?.[1];
  return unit === undefined ? `once in ${duration}` : `once ${unit === "hour" ? "an" : "a"} ${unit}`;
}

function timesWords(times: number | null): string {
  if (times === null || times === 0) return "";
  return times === 1 ? "Once only." : `${times} times only.`;
}
