import { grammar, numberWord, sentence, the } from "./grammar.ts";
import { isPluralName } from "./subjects.ts";

/** States that people should know of. */
type Noted = "alarmed" | "wet" | "open" | "unlocked" | "offline";

const IS: Readonly<Record<Noted, string>> = {
  alarmed: "sounding the alarm",
  wet: "detecting water",
  open: "open",
  unlocked: "unlocked",
  offline: "offline",
};
const NOTHING: Readonly<Record<Noted, string>> = { ...IS, wet: "leaking" };

/** Whether all is well at home. */
export const wellbeing = {
  /** `looked`: the checked topics. */
  well: ({ looked }: { looked: readonly Noted[] }): string =>
    looked.length === 0
      ? "I have nothing to tell from."
      : sentence(
          `all's well: nothing is ${grammar.list(
            looked.map((state) => NOTHING[state]),
            "or",
          )}`,
        ),
  /** One finding; more names than `most` are counted. */
  are: ({ state, names, most }: { state: Noted; names: readonly string[]; most: number }): string => {
    const many = names.length > most;
    const several = names.length > 1 || isPluralName(names[0] ?? "");
    const who = many ? `${numberWord(names.length)} things` : grammar.list(names.map(the), "and");
    return `${who} ${several ? "are" : "is"} ${IS[state]}`;
  },
  noted: ({ told }: { told: readonly string[] }): string => sentence(told.join("; ")),
  unknown: ({ names, more }: { names: readonly string[]; more: number }): string =>
    sentence(
      `I can't tell about ${grammar.list([...names.map(the), ...(more > 0 ? [`${numberWord(more)} more`] : [])], "and")}`,
    ),
};
