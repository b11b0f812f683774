import { capital, grammar } from "./grammar.ts";
import { ALARM, isDeed, toYou } from "./plans.ts";

/** The first verbs of clauses that can follow "I'll". */
const PROMISES = /^(?:turn|open|close|lock|unlock|stop|set|say|send|activate|start|play|pause)\b/;

/** Automations, scenes and timers as sentences, and their names. */
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
  described: ({ when, conditions, what, atMostEvery, off, next, until, paused, over, times }: AutomationValues) =>
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
  /** The answer to the person who made it: "I'll open the curtains on weekdays at 07:00, starting tomorrow." */
  promised: (told: AutomationValues): string => {
    const { when, conditions, what, atMostEvery, off, next, until, paused, over, times } = told;
    const [only = "", ...others] = when;
    const rings = what === `say "${ALARM}"`;
    const said = /^say "([^"]+)"$/.exec(what)?.[1] ?? "";
    // A description without a verb at its beginning, or of a single run, is read back as in the list.
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
    // The first time is said only when the description has no time.
    const isInterval = /^every \d+ (?!.* at )|^every (?:second|minute|hour)$/.test(only);
    const from = isInterval ? next.replace(/ (?=\d+:\d+)/, " at ") : next.replace(/ \d+:\d+(?::\d+)?$/, "");
    const starting = next === "" ? "" : `, starting ${/^(?:today|tomorrow)\b/.test(from) ? from : `on ${from}`}`;
    // A time for several actions comes first.
    if (/, | and /.test(what)) return `${capital(only)}${onlyIf}, ${deed}${starting}${ends}.${often}`;
    return `${capital(deed)} ${only}${onlyIf}${starting}${ends}.${often}`;
  },
  onlyAdults: "only an adult of this home, or whoever made it, may change it",
  onlyOwnComings: "when others come and go only adults of this home are told",
  /** The steps that are left out of a run: for lack of a yes, and because they are denied. */
  heldBack: ({ waits, refused }: { waits: readonly string[]; refused: readonly string[] }) =>
    [
      waits.length > 0 ? `A yes is missing (${waits.join(", ")}): without it, that part is not done.` : "",
      refused.length > 0 ? `Not allowed, so that part is not done: ${refused.join(", ")}.` : "",
    ]
      .filter((sentence) => sentence !== "")
      .join(" "),
  /** The reason of a refusal without a reason of its own. */
  policy: "the policy",
  sends: "it sends to {host}",
  /** A scene: its simultaneous actions, step by step. */
  describedScene: ({ name, stages }: { name: string; stages: readonly string[] }) =>
    `${name}: ${stages.join("; then ")}.`,
  /** The steps of a scene, without its name. */
  stages: ({ stages }: { stages: readonly string[] }) => stages.join("; then "),
  atOnce: ({ steps }: { steps: readonly string[] }) => steps.join("; "),
  gradually: "{what} over {duration}",
};

export interface AutomationValues {
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
