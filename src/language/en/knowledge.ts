import type { ToldGap, ToldLapse } from "../knowledge.ts";
import { be, grammar, sentence, the } from "./grammar.ts";

/** What is not known, and what is not certain any more. */
export const knowledge = {
  /** `property` is null where the device as a whole is asked about; `offline` is set while it cannot be reached. */
  unknown: (name: string, property: string | null, { reason, since }: ToldGap, offline: ToldLapse | null): string => {
    const who = the(name);
    const what = property ?? "state";
    const from = since === null ? "" : ` since ${since}`;
    switch (reason) {
      case "never-reported":
        return sentence(
          `I don't know yet: ${who} has not reported${property ? ` its ${property}` : ""}${offline ? `, and ${away(offline)}` : ""}`,
        );
      case "not-told":
        return sentence(`I can't know that: ${who} does not report its ${what}`);
      case "cleared":
        return sentence(`I don't know: ${who} has reported no ${what}${from}`);
      case "out-of-range":
        return sentence(`I don't know: what ${who} has reported as its ${what}${from} cannot be right`);
      default:
        return reason satisfies never;
    }
  },
  /** What something was; `text` is a state. */
  last: (name: string, text: string, at: string, lapse: ToldLapse): string =>
    sentence(`${the(name)} was ${text} when I last heard of it at ${at}, but ${away(lapse)}`),
  lastValue: (name: string, property: string, value: string, at: string, lapse: ToldLapse): string =>
    sentence(`${property} of ${the(name)} was ${value} when I last heard of it at ${at}, but ${away(lapse)}`),
  /** Behind what a device last reported. */
  lapsed: (name: string, lapse: ToldLapse): string => sentence(`that is the last I heard: ${away(lapse, the(name))}`),
  /** To a question about who is online or offline, while the broker itself is away. */
  lost: (since: string): string =>
    sentence(
      `I can't tell: I have had no connection to the MQTT broker since ${since}, so of the devices I hear nothing`,
    ),
  /** Those among several of which nothing is known; `more` is how many are not named. */
  unsure: (names: readonly string[], more: number): string =>
    sentence(`I don't know about ${grammar.list([...names.map(the), ...(more > 0 ? [`${more} more`] : [])], "and")}`),
  noneKnown: (kind: string, text: string): string => sentence(`no ${kind || "device"} that I know of is ${text}`),
  someKnown: (names: readonly string[], text: string): string =>
    sentence(`${grammar.list(names.map(the), "and")} ${be(names.length)} ${text}`),
  /** Sensors that find somebody, to the question whether anybody (`yes`) or nobody is there. */
  somebody: (yes: boolean, names: readonly string[]): string =>
    sentence(`${yes ? "yes" : "no"}, ${grammar.list(names.map(the), "and")} ${detect(names)} somebody`),
  /** Sensors of presence that find nobody. */
  nobody: (names: readonly string[]): string =>
    sentence(`${grammar.list(names.map(the), "and")} ${detect(names)} nobody`),
  /** Sensors of motion that see none: no proof that nobody is there. */
  noMotion: (names: readonly string[]): string =>
    sentence(`I can't be sure: ${grammar.list(names.map(the), "and")} ${detect(names)} no motion, which is no proof`),
  /** It was so already when it was first heard of. */
  sinceUnseen: (name: string, text: string, time: string): string =>
    sentence(`I don't know since when: ${the(name)} was already ${text} when I heard of it at ${time}`),
};

function detect({ length }: readonly string[]): string {
  return length === 1 ? "detects" : "detect";
}

function away({ reason, since }: ToldLapse, who = "it"): string {
  switch (reason) {
    case "overdue":
      return since === null ? `${who} is overdue` : `${who} should have reported again by ${since}`;
    case "offline":
      return since === null ? `${who} is offline` : `${who} has been offline since ${since}`;
    case "broker-lost":
      return `I have had no connection to the MQTT broker${since === null ? "" : ` since ${since}`}, so I don't know how it is now`;
    case "unanswered":
      return `${who} has not answered since it was told something${since === null ? "" : ` at ${since}`}`;
    default:
      return reason satisfies never;
  }
}
