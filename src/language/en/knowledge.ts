import type { ToldGap, ToldLapse } from "../knowledge.ts";
import type { Scope } from "../subjects.ts";
import { noneOf } from "./answers.ts";
import { grammar, sentence, the } from "./grammar.ts";

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
          `I don't know yet: ${who} hasn't reported${property ? ` its ${property}` : ""}${offline ? `, and ${away(offline)}` : ""}`,
        );
      case "not-told":
        return sentence(`I can't tell: ${who} doesn't report its ${what}`);
      case "cleared":
        return sentence(`I don't know: ${who} hasn't reported its ${what}${from}`);
      case "out-of-range":
        return sentence(`I don't know: the ${what} that ${who} reports${from} can't be right`);
      default:
        return reason satisfies never;
    }
  },
  /** What something was; `text` is a state. */
  last: (name: string, text: string, at: string, lapse: ToldLapse): string =>
    sentence(`${the(name)} was ${text} at ${at}, but ${away(lapse)}`),
  lastValue: (name: string, property: string, value: string, at: string, lapse: ToldLapse): string =>
    sentence(`the ${property} of ${the(name)} was ${value} at ${at}, but ${away(lapse)}`),
  /** Behind what a device last reported. */
  lapsed: (name: string, lapse: ToldLapse): string => sentence(`that's the last I heard: ${away(lapse, the(name))}`),
  /** To a question about who is online or offline, while the broker itself is away. */
  lost: (since: string): string =>
    sentence(`I can't tell: I lost the MQTT broker at ${since} and hear nothing from the devices`),
  /** Those among several of which nothing is known; `more` is how many are not named. */
  unsure: (names: readonly string[], more: number): string =>
    sentence(`I don't know about ${grammar.list([...names.map(the), ...(more > 0 ? [`${more} more`] : [])], "and")}`),
  noneKnown: (kinds: readonly string[], text: string, scope: Scope): string =>
    sentence(`${noneOf(kinds, text, scope)}, as far as I know`),
  /** Sensors that find somebody, to the question whether anybody (`yes`) or nobody is there. */
  somebody: (yes: boolean, names: readonly string[]): string =>
    sentence(
      `${yes ? "yes" : "no"}, ${grammar.list(names.map(the), "and")} ${names.length === 1 ? "sees" : "see"} somebody`,
    ),
  /** Sensors of presence that find nobody. */
  nobody: (names: readonly string[]): string =>
    sentence(`${grammar.list(names.map(the), "and")} ${names.length === 1 ? "sees" : "see"} nobody`),
  /** Sensors of motion that see none: no proof that nobody is there. */
  noMotion: (names: readonly string[]): string =>
    sentence(
      `I can't be sure: ${grammar.list(names.map(the), "and")} ${names.length === 1 ? "sees" : "see"} no motion, but somebody may be sitting still`,
    ),
  /** It was so already when it was first heard of. */
  sinceUnseen: (name: string, text: string, time: string): string =>
    sentence(`I haven't seen it change: ${the(name)} was already ${text} when I started watching at ${time}`),
};

function away({ reason, since }: ToldLapse, who = "it"): string {
  switch (reason) {
    case "overdue":
      return since === null ? `${who} is late with its report` : `${who} should have reported again by ${since}`;
    case "offline":
      return since === null ? `${who} is offline` : `${who} has been offline since ${since}`;
    case "broker-lost":
      return `I lost the MQTT broker${since === null ? "" : ` at ${since}`}, so it may have changed`;
    case "unanswered":
      return `${who} hasn't answered the last command${since === null ? "" : `, sent at ${since}`}`;
    default:
      return reason satisfies never;
  }
}
