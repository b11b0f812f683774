import type { SearchScope } from "../subject-types.ts";
import type { OccupancySensors, StaleValueReport, UnknownValueReport } from "../uncertainty-reports.ts";
import { noneOf } from "./answers.ts";
import { grammar, inPlace, sentence, the } from "./grammar.ts";
import { isPluralName } from "./subjects.ts";

/** Unknown and stale values. */
export const knowledge = {
  /** `property`: null for a question about the whole device; `offline` is set while it cannot be reached. */
  unknown: (
    name: string,
    property: string | null,
    { reason, since }: UnknownValueReport,
    offline: StaleValueReport | null,
  ): string => {
    const who = the(name);
    const what = property ?? "state";
    const [its, has, does] = isPluralName(name) ? ["their", "haven't", "don't"] : ["its", "hasn't", "doesn't"];
    const from = since === null ? "" : ` since ${since}`;
    switch (reason) {
      case "never-reported":
        return sentence(
          `I don't know yet: ${who} ${has} reported${property ? ` ${its} ${property}` : ""}${offline ? `, and ${away(offline, pronoun(name))}` : ""}`,
        );
      case "not-told":
        return sentence(`I can't tell: ${who} ${does} report ${its} ${what}`);
      case "cleared":
        return sentence(`I don't know: ${who} ${has} reported ${its} ${what}${from}`);
      case "out-of-range":
        return sentence(
          `I don't know: the ${what} that ${who} ${isPluralName(name) ? "report" : "reports"}${from} can't be right`,
        );
      default:
        return reason satisfies never;
    }
  },
  /** The last state of a thing; `text` is the state. */
  last: (name: string, text: string, at: string, lapse: StaleValueReport): string =>
    unsure(name, lapse, `${isPluralName(name) ? "were" : "was"} ${text} at ${at}`),
  lastValue: (name: string, property: string, value: string, at: string, lapse: StaleValueReport): string =>
    unsure(name, lapse, `${property} was ${value} at ${at}`, true),
  /** Behind a device's last report. */
  lapsed: (name: string, lapse: StaleValueReport): string =>
    sentence(`that's the last I heard: ${away(lapse, the(name))}`),
  /** The answer to which devices are online or offline, while the broker is lost. */
  lost: (since: string): string =>
    sentence(`I can't tell: I lost the MQTT broker at ${since} and hear nothing from the devices`),
  /** The unknown ones among several; `more`: how many are not named. */
  unsure: (names: readonly string[], more: number): string =>
    sentence(`I don't know about ${grammar.list([...names.map(the), ...(more > 0 ? [`${more} more`] : [])], "and")}`),
  noneKnown: (kinds: readonly string[], text: string, scope: SearchScope): string =>
    sentence(`${noneOf(kinds, text, scope)}, as far as I know`),
  /** Sensors that detect somebody, for the question whether anybody (`yes`) or nobody is there. */
  somebody: (yes: boolean, { names, rooms, moving }: OccupancySensors): string => {
    const who = moving ? "there's movement" : "somebody is there";
    const there = moving ? who : "somebody is";
    return sentence(
      `${yes ? "yes" : "no"}, ${rooms ? `${there} ${inPlace(...rooms)}` : `${who}, says ${grammar.list(names.map(the), "and")}`}`,
    );
  },
  /** Presence sensors that detect nobody. */
  nobody: (names: readonly string[]): string =>
    sentence(`${grammar.list(names.map(the), "and")} ${names.length === 1 ? "sees" : "see"} nobody`),
  /** Motion sensors without motion, which is no proof that nobody is there. */
  noMotion: ({ names, rooms }: OccupancySensors): string =>
    sentence(
      `I can't be sure: there's no motion ${rooms ? inPlace(...rooms) : `near ${grammar.list(names.map(the), "and")}`}, but somebody could be sitting still`,
    ),
  /** The state since the first report. */
  sinceUnseen: (name: string, text: string, time: string): string =>
    sentence(`I haven't seen it change: ${the(name)} was already ${text} when I started watching at ${time}`),
};

/** The last known state, behind the reason why it may have changed; `its`: for a property of the device. */
function unsure(name: string, lapse: StaleValueReport, was: string, its = false): string {
  const it = pronoun(name);
  const who = its ? (it === "it" ? "its" : "their") : it;
  return `I can't be sure about ${the(name)}: ${away(lapse, it)}. ${sentence(`${who} ${was}`)}`;
}

function pronoun(name: string): string {
  return isPluralName(name) ? "they" : "it";
}

function away({ reason, since }: StaleValueReport, who: string): string {
  const several = who === "they" || isPluralName(who);
  const [is, has] = several ? ["are", "have"] : ["is", "has"];
  switch (reason) {
    case "overdue":
      return since === null
        ? `${who} ${is} late with ${several ? "their" : "its"} report`
        : `${who} should have reported again by ${since}`;
    case "offline":
      return since === null
        ? `${who}${/^(?:it|they)$/.test(who) ? (several ? "'re" : "'s") : ` ${is}`} offline`
        : `${who} ${has} been offline since ${since}`;
    case "broker-lost":
      return `I lost the MQTT broker${since === null ? "" : ` at ${since}`}, so it may have changed`;
    case "unanswered":
      return `${who} ${has}n't answered the last command${since === null ? "" : `, sent at ${since}`}`;
    default:
      return reason satisfies never;
  }
}
