import { ofLanguages } from "../languages.ts";
import type { Step, Understanding } from "../plan.ts";
import { endsAsking } from "../sentence/asked.ts";
import { Patterns } from "../text/patterns.ts";

/** Longer sentences are read as they are. */
const LONGEST = 120;
const MARK = /[?？。.!！\s]+$/u;

const rewordings = ofLanguages((languages) => languages.flatMap(({ asking }) => asking?.rewordings ?? []));
const asks = ofLanguages((languages) => new Patterns(languages.flatMap(({ asking }) => asking?.asks ?? [])));
const asksMarked = ofLanguages(
  (languages) => new Patterns(languages.flatMap(({ asking }) => asking?.asksWithMark ?? [])),
);

/**
 * The same in the words that the stages read: "you turned it off, didn't you?" as "did you turn it off?". What is
 * put in none of the ways that are known stays as it is.
 */
export function inPlainWords(source: string): string {
  if (source.length > LONGEST) return source;
  const said = source.replace(MARK, "");
  const marked = endsAsking(source);
  for (const { said: pattern, marked: onlyMarked, plain } of rewordings()) {
    const groups = onlyMarked && !marked ? undefined : pattern.exec(said)?.groups;
    if (groups) return plain(groups);
  }
  return source;
}

/** Whether something would be done for a sentence that only asks: who asks wants nothing done. */
export function actsOnQuestion(understanding: Understanding, source: string): boolean {
  if (understanding.kind === "unknown" || !understanding.steps.some(isAct)) return false;
  const said = source.toLowerCase().replace(MARK, "");
  return asks().test(said) || (endsAsking(source) && asksMarked().test(said));
}

function isAct(step: Step): boolean {
  switch (step.kind) {
    case "do":
    case "later":
    case "whenever":
    case "scene":
      return true;
    case "ask":
      return step.frame.asking === null;
    case "refuse":
      return step.frame?.asking === null;
    default:
      return false;
  }
}
