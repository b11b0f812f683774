import { capital, grammar } from "./grammar.ts";

/** Automations, scenes and timers as sentences, and what each of them is called. */
export const automation = {
  automation: "automation",
  scene: "scene",
  timer: "timer",
  file: "file",
  run: "run",
  any: "automation, scene or timer",
  /** One of these by its name or id. */
  named: '{what} "{name}"',
  described: ({ when, conditions, what, atMostEvery, off, next }: Described) =>
    [
      `${capital(when.join(", or "))}${conditions.length > 0 ? `, if ${grammar.list(conditions, "and")}` : ""}: ${what}.`,
      atMostEvery === "" ? "" : `At most ${once(atMostEvery)}.`,
      off ? "It is switched off." : next === "" ? "" : `Next: ${next}.`,
    ]
      .filter((sentence) => sentence !== "")
      .join(" "),
  /** What is left out when it runs: for want of a yes, and because it is not allowed. */
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
  /** When it is due next; empty when it never is, or that is not known. */
  readonly next: string;
}

function once(duration: string): string {
  const unit = /^1 (\w+)$/.exec(duration)?.[1];
  return unit === undefined ? `once in ${duration}` : `once ${unit === "hour" ? "an" : "a"} ${unit}`;
}
