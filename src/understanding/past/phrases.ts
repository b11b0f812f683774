import { ofLanguages } from "../languages.ts";
import { normalise, tokenise } from "../text/tokens.ts";
import { PhraseTrie } from "../text/trie.ts";
import { type PastWord, type PastWords, SMALL_WORDS } from "./words.ts";

/** The phrases of all languages with their possible meanings. */
export const pastPhrases: () => PhraseTrie<PastWord[]> = ofLanguages((languages) => {
  const trie = new PhraseTrie<PastWord[]>();
  const add = (phrases: string, word: PastWord): void => {
    for (const phrase of phrases.split(",")) {
      const node = trie.node(tokenise(normalise(phrase)));
      if (node === null) continue;
      node.meaning ??= [];
      node.meaning.push(word);
    }
  };
  for (const { past, lexicon, grammar } of languages) {
    if (!past) continue;
    const given = past.words;
    for (const [back, phrases] of Object.entries(given.days))
      add(phrases, { kind: "day", day: { kind: "back", days: Number(back) } });
    for (const [part, hours, phrases] of given.parts)
      add(phrases, { kind: "part", part, hours, day: null, alone: false });
    for (const [part, hours, phrases] of given.alone)
      add(phrases, { kind: "part", part, hours, day: null, alone: true });
    for (const [back, part, hours, phrases] of given.dayParts)
      add(phrases, { kind: "part", part, hours, day: { kind: "back", days: back }, alone: true });
    for (const [unit, back, phrases] of given.periods) add(phrases, { kind: "period", unit, back });
    for (const [part, hours, phrases] of given.whole) add(phrases, { kind: "whole", part, hours });
    for (const [seconds, phrases] of Object.entries(given.units))
      add(phrases, { kind: "unit", seconds: Number(seconds) });
    for (const kind of SMALL_WORDS) add(given[kind], { kind });
    for (const kind of ["noon", "midnight", "now"] as const) add(given[kind], { kind });
    addWeekdays(lexicon.weekdays, given.ofWeek, grammar.spaces, add);
  }
  return trie;
});

/** Adds the names of weekdays, with the words that may stand before them. */
function addWeekdays(
  weekdays: Readonly<Record<string, string>>,
  ofWeek: PastWords["ofWeek"],
  spaces: boolean,
  add: (phrases: string, word: PastWord) => void,
): void {
  for (const [days, phrases] of Object.entries(weekdays)) {
    const day = Number(days);
    if (!Number.isInteger(day)) continue;
    add(phrases, { kind: "day", day: { kind: "weekday", day, weeks: null } });
    for (const phrase of phrases.split(","))
      for (const [weeks, before] of ofWeek)
        for (const word of before.split(","))
          add(`${word.trim()}${spaces ? " " : ""}${phrase.trim()}`, {
            kind: "day",
            day: { kind: "weekday", day, weeks },
          });
  }
}
