import { ofLanguages } from "../languages.ts";
import { endsAsking } from "../sentence/asked.ts";
import { PatternForms } from "../text/patterns.ts";

/** Longer sentences are read as they are. */
const LONGEST = 120;
/** The marks behind a whole sentence. */
export const END_MARKS = /[?？。.!！\s]+$/u;

const rewordings = ofLanguages(
  (languages) =>
    new PatternForms(
      languages.flatMap(({ otherwise, asking }) => [...(otherwise ?? []), ...(asking?.rewordings ?? [])]),
    ),
);

/**
 * The same in the words that the stages read: "you turned it off, didn't you?" as "did you turn it off?". What is
 * put in none of the ways that are known stays as it is.
 */
export function rewordSentence(source: string): string {
  if (source.length > LONGEST) return source;
  const said = source.replace(END_MARKS, "");
  const marked = endsAsking(source);
  for (const { said: pattern, marked: onlyMarked, plain } of rewordings().in(said)) {
    const groups = onlyMarked && !marked ? undefined : pattern.exec(said)?.groups;
    const reworded = groups ? plain(groups) : null;
    if (reworded !== null) return reworded;
  }
  return source;
}
