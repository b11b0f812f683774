import { ofLanguages } from "../languages.ts";
import { endsAsking } from "../sentence/asked.ts";
import { PatternForms } from "../text/patterns.ts";

/** Longer sentences are not reworded, in characters. */
const LONGEST = 120;
/** Marks at the end of a sentence. */
export const END_MARKS = /[?？。.!！\s]+$/u;

const rewordings = ofLanguages(
  (languages) =>
    new PatternForms(
      languages.flatMap(({ rewordings, asking }) => [...(rewordings ?? []), ...(asking?.rewordings ?? [])]),
    ),
);

/**
 * Rewords a sentence to a form that the stages read: "you turned it off, didn't you?" becomes "did you turn it off?". Other
 * sentences are returned unchanged.
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
