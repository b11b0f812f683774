import { notTaken, type SentenceDecision } from "../decision/decide.ts";
import { ofLanguages } from "../languages.ts";
import { acts } from "./asked-only.ts";
import type { BeyondForms } from "./forms/beyond.ts";

const formsOf = (key: keyof BeyondForms): (() => readonly RegExp[]) =>
  ofLanguages((languages) => languages.flatMap(({ beyond }) => beyond?.[key] ?? []));

const compares = formsOf("compares");
const picks = formsOf("picks");
const reckons = formsOf("reckons");

/** Whether a text takes what something shall be from another value: "as bright as the ceiling light". */
export function comparesValues(text: string): boolean {
  return says(text, compares());
}

/**
 * A decision about a sentence that says more than was read of it: something shall be as another thing is, which things are
 * meant depends on how they are, or it asks for what is no plain property. Then it is handed on.
 */
export function withoutBeyond(said: string, decision: SentenceDecision): SentenceDecision {
  const { understanding } = decision;
  if (understanding.kind !== "plan") return decision;
  const text = said.toLowerCase();
  const { steps, frames } = understanding;
  const answers = steps.some(({ kind }) => kind === "answer" || kind === "why");
  // "Twice as bright", "half of that" are read as what they are.
  const reckoned = frames.some(({ factor }) => factor !== null);
  const refused = steps.some((step) => step.kind === "refuse");
  const beyond =
    ((acts(understanding) || refused) && !reckoned && says(text, compares())) ||
    (acts(understanding) && says(text, picks())) ||
    (answers && says(text, reckons()));
  return beyond ? notTaken("not understood") : decision;
}

function says(text: string, patterns: readonly RegExp[]): boolean {
  return patterns.some((pattern) => pattern.test(text));
}
