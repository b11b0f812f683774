import { describeUnderstanding, type StepDescription } from "../../assistant/local/describe.ts";
import type { ExplainedReading, SentenceExplanation } from "../../assistant/local/index.ts";
import { type Language, messages } from "../../language/index.ts";
import type { Style } from "../terminal/style.ts";

/** The most features of a reading that are shown. */
const SHOWN = 5;

/** How a sentence was understood, as lines for people. */
export function explanationLines(
  text: string,
  explained: SentenceExplanation,
  language: Language,
  style: Style,
): string[] {
  const { understood: words } = messages(language).say;
  const { parts, decision, needed, readings } = explained;
  const lines = [style.bold(text)];
  for (const { kind, text: part, around } of parts)
    lines.push(`  ${words.parts[kind]}: ${part}${around.length > 0 ? style.dim(` (${around.join(" … ")})`) : ""}`);
  const confidence = decision.confidence.toFixed(2);
  const sure = needed === null ? "" : words.needed({ confidence, needed: needed.toFixed(2) });
  lines.push(`  → ${words.decisions[decision.kind]}: ${words.reasons[decision.reason]}${sure}`);
  if (readings.length === 0) lines.push(...stepLines(describeUnderstanding(decision.understanding).steps));
  for (const [at, reading] of readings.entries()) lines.push(...readingLines(reading, at + 1, language, style));
  return lines;
}

function readingLines(reading: ExplainedReading, number: number, language: Language, style: Style): string[] {
  const { understood: words } = messages(language).say;
  const aside = reading.aside.length > 0 ? `, ${words.leaves}: ${reading.aside.join(" · ")}` : "";
  const because = reading.because
    .slice(0, SHOWN)
    .map(({ feature, weight }) => `${feature} ${weight > 0 ? "+" : ""}${weight.toFixed(1)}`);
  return [
    `  ${number}. ${reading.probability.toFixed(2)}  ${words.ways[reading.way]}: ${reading.read.join(" · ")}${aside}`,
    ...stepLines(describeUnderstanding(reading.understanding).steps),
    style.dim(`       ${because.join(", ")}`),
  ];
}

function stepLines(steps: readonly StepDescription[]): string[] {
  return steps.map(({ kind, ...rest }) => `       ${kind} ${JSON.stringify(rest)}`);
}
