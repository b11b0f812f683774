import { type Language, type Messages, messages } from "../../language/index.ts";
import { table, textWidth } from "../terminal/layout.ts";
import type { CaseOutcome } from "./outcome.ts";
import type { Failure, Score, SetReport } from "./report.ts";
import type { CurvePoint, Share } from "./statistics.ts";

/** The width of names in columns, so that the table fits a terminal of 80. */
const NAME_WIDTH = 21;
/** The most points of a curve that are printed. */
const MOST_POINTS = 12;

const SHOWN: readonly CaseOutcome[] = ["right", "wrong", "asked", "handed-on", "refused", "other"];

/** The message with the name of each outcome, keyed by outcome. */
const NAMES = {
  right: "right",
  wrong: "wrong",
  asked: "asked",
  "handed-on": "handedOn",
  refused: "refused",
  other: "other",
} as const satisfies Record<CaseOutcome, keyof Messages["evaluation"]>;

/** The table for people: sets, their languages and categories, each count with its interval under it; latency and curve. */
export function tableOf(reports: readonly SetReport[], language: Language): string {
  const { evaluation } = messages(language);
  const heading = [evaluation.set, evaluation.cases, ...SHOWN.map((each) => evaluation[NAMES[each]])];
  const blocks = reports.map((report) => {
    const { name, byLanguage, byCategory } = report;
    const rows = [heading, ...rowsOf(name, report, evaluation.interval)];
    if (Object.keys(byLanguage).length > 1) rows.push(...breakdown(byLanguage));
    if (Object.keys(byCategory).length > 1) rows.push(...breakdown(byCategory));
    return [...table(rows, (line) => line), ...details(report, language)].join("\n");
  });
  return blocks.join("\n\n");
}

function breakdown(scores: Readonly<Record<string, Score>>): string[][] {
  return Object.entries(scores).flatMap(([name, score]) => rowsOf(`  ${name}`, score, ""));
}

/** The counts, and below them the intervals of their shares. */
function rowsOf(name: string, { cases, outcomes }: Score, label: string): string[][] {
  return [
    [cut(name), String(cases), ...SHOWN.map((each) => String(outcomes[each].count))],
    [label, "", ...SHOWN.map((each) => interval(outcomes[each]))],
  ];
}

/** An interval in percent: `68–76`. */
function interval({ low, high }: Share): string {
  return `${percent(low)}–${percent(high)}`;
}

function percent(share: number): string {
  return (share * 100).toFixed(0);
}

function cut(name: string): string {
  let kept = name;
  while (textWidth(kept) > NAME_WIDTH) kept = `${kept.replace(/…$/, "").slice(0, -1)}…`;
  return kept;
}

/** The lines below the table: the latency, and the curve where there is one. */
function details({ score, latencyMs, curve, model }: SetReport, language: Language): string[] {
  const times = Object.entries(latencyMs).map(([name, ms]) => `${name} ${ms.toFixed(2)}`);
  const scored = `${(score * 100).toFixed(1)}%`;
  const line = messages(language).evaluation.latency({ score: scored, times });
  const lines = model ? [line, messages(language).evaluation.model(model)] : [line];
  return curve ? [...lines, ...curveLines(curve, language)] : lines;
}

function curveLines(curve: readonly CurvePoint[], language: Language): string[] {
  // Points at even distances; the last one, with the full coverage, is always shown.
  const step = Math.max(1, curve.length / MOST_POINTS);
  const count = Math.min(curve.length, MOST_POINTS);
  const shown = Array.from({ length: count }, (_, i) => curve[Math.ceil((i + 1) * step) - 1]).filter(
    (point) => point !== undefined,
  );
  const rows = shown.map(({ confidence, covered, coverage, wrong }) => [
    `  ${confidence.toFixed(3)}`,
    `${covered} (${(coverage * 100).toFixed(1)}%)`,
    `${wrong.count} (${interval(wrong)}%)`,
  ]);
  const { confidence, covered, wrong } = messages(language).evaluation;
  const heading = [`  ${confidence}`, covered, wrong];
  return table([heading, ...rows], (line) => line);
}

/** The failed cases: what is missing, what is wrong, and everything that was done. */
export function failuresOf(failures: readonly Failure[], language: Language): string {
  const { evaluation } = messages(language);
  return failures
    .map(({ id, say, outcome, missing, wrong, expected, got }) =>
      [
        `\n${id} (${evaluation[NAMES[outcome]]}): ${JSON.stringify(say)}`,
        ...missing.map((each) => `  ${evaluation.missing}: ${each}`),
        ...wrong.map((each) => `  ${evaluation.wrongly}: ${each}`),
        `  ${evaluation.expected}: ${JSON.stringify(expected)}`,
        `  ${evaluation.got}: ${JSON.stringify(got)}`,
      ].join("\n"),
    )
    .join("\n");
}
