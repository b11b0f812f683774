import type { ReportedChange } from "../reported-changes.ts";
import { capital, grammar } from "./grammar.ts";
import { settingWords, switching } from "./reported-changes.ts";
import { isPluralName } from "./subjects.ts";

/** "was turned on at 8:00, when somebody said …" */
function happened({ done, moment, who, unknown }: Omit<ExplanationValues, "name">): string {
  const deeds = grammar.list(done, "and").replace(/(,| and) (?:was|were) /g, "$1 ");
  const doubt = unknown ? "; it was sent, but what came of it is not known" : "";
  return `${deeds} ${moment.replace(/(\d+:\d+)$/, "at $1")} ${who}${doubt}`;
}

/** Explanations of a device's state. */
export const why = {
  /** `done`: the changes, in the words of `did`; `moment`: in the words of a reply. */
  explained: ({ name, done, moment, who, unknown }: ExplanationValues) =>
    `${capital(name)} ${happened({ done, moment, who, unknown })}.`,
  /** The cause is not known; Jia's own last change is given. */
  otherwise: ({ name, done, moment, who, unknown }: ExplanationValues) =>
    `I have no record of doing that. ${capital(name)} ${happened({ done, moment, who, unknown })}. That was the last I did.`,
  /** A change of a device, behind its name: "was turned on". */
  did: (deed: ReportedChange, name: string): string => {
    const [was, had] = isPluralName(name) ? ["were", "had their"] : ["was", "had its"];
    switch (deed.kind) {
      case "power":
        return `${was} turned ${deed.on ? "on" : "off"}`;
      case "moved":
        return `${was} ${deed.lifts ? (deed.open ? "raised" : "lowered") : deed.open ? "opened" : "closed"}`;
      case "locked":
        return `${was} ${deed.locked ? "locked" : "unlocked"}`;
      case "switched":
        return `${had} ${deed.property} ${switching(deed)
          .replace(/^open$/, "opened")
          .replace(/^close$/, "closed")
          .replace(/^turn/, "turned")}`;
      case "set":
        return `${was} set to ${settingWords(deed)}`;
      case "act":
        return ACTS[deed.act]?.replace(/^was/, was) ?? `${was} told to ${(deed.action || deed.act).toLowerCase()}`;
      case "action":
        return `${was} told to ${deed.name.toLowerCase()}`;
      default:
        return deed satisfies never;
    }
  },
  /** The asked change is not in the records. */
  notDone:
    "I have no record of who did that to {name}: it was done by hand, by another app, or longer ago than my records go.",
  /** No command of Jia led to the state. */
  notByJia: "I haven't touched {name}: it was changed by hand, by another app, or longer ago than my records go.",
};

/** The act of a command, keyed by act. */
const ACTS: Readonly<Record<string, string>> = {
  start: "was started",
  run: "was started",
  stop: "was stopped",
  off: "was stopped",
  close: "was stopped",
  pause: "was paused",
  resume: "was told to carry on",
  mute: "was muted",
  unmute: "was unmuted",
  dock: "was sent back to the dock",
  clean: "was sent to clean",
  mop: "was sent to mop",
  mow: "was sent to mow",
};

export interface ExplanationValues {
  readonly name: string;
  readonly done: readonly string[];
  readonly moment: string;
  readonly who: string;
  /** The device has not answered yet, or Jia ended before it did. */
  readonly unknown: boolean;
}
