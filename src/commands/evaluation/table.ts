import type { Language, Localized } from "../../language/index.ts";
import { table, textWidth } from "../style.ts";
import type { CaseOutcome } from "./outcome.ts";
import type { Failure, Score, SetReport } from "./report.ts";
import type { CurvePoint, Share } from "./statistics.ts";

/** Columns for a name; with the others the table fits a terminal of 80. */
const NAME_WIDTH = 21;
/** Points of a curve that are printed. */
const MOST_POINTS = 12;

const SHOWN: readonly CaseOutcome[] = ["right", "wrong", "asked", "handed-on", "refused", "other"];

const NAMES: Readonly<Record<CaseOutcome, Localized>> = {
  right: { en: "right", zh: "正确" },
  wrong: { en: "wrong", zh: "误操作" },
  asked: { en: "asked", zh: "反问" },
  "handed-on": { en: "handed on", zh: "转交" },
  refused: { en: "refused", zh: "拒绝" },
  other: { en: "other", zh: "其他" },
};

const HEADINGS = {
  set: { en: "set", zh: "句子集" },
  cases: { en: "cases", zh: "用例" },
  interval: { en: "  95% interval, in %", zh: "  95% 区间（%）" },
  confidence: { en: "at least", zh: "置信度≥" },
  covered: { en: "covered", zh: "覆盖" },
} as const satisfies Record<string, Localized>;

/** The table for people: sets, their languages and categories, each count with its interval under it; latency and curve. */
export function tableOf(reports: readonly SetReport[], language: Language): string {
  const heading = [HEADINGS.set[language], HEADINGS.cases[language], ...SHOWN.map((each) => NAMES[each][language])];
  const blocks = reports.map((report) => {
    const { name, byLanguage, byCategory } = report;
    const rows = [heading, ...rowsOf(name, report, HEADINGS.interval[language])];
    if (Object.keys(byLanguage).length > 1) rows.push(...breakdown(byLanguage));
    if (Object.keys(byCategory).length > 1) rows.push(...breakdown(byCategory));
    return [...table(rows, (line) => line), ...details(report, language)].join("\n");
  });
  return blocks.join("\n\n");
}

function breakdown(scores: Readonly<Record<string, Score>>): string[][] {
  return Object.entries(scores).flatMap(([name, score]) => rowsOf(`  ${name}`, score, ""));
}

/** The counts, and below them what the shares lie between. */
function rowsOf(name: string, { cases, outcomes }: Score, label: string): string[][] {
  return [
    [cut(name), String(cases), ...SHOWN.map((each) => String(outcomes[each].count))],
    [label, "", ...SHOWN.map((each) => interval(outcomes[each]))],
  ];
}

/** In percent: `68–76`. */
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

/** What the columns do not hold: the latency, and the curve where there is one. */
function details({ score, latencyMs, curve }: SetReport, language: Language): string[] {
  const times = Object.entries(latencyMs).map(([name, ms]) => `${name} ${ms.toFixed(2)}`);
  const scored = `${(score * 100).toFixed(1)}%`;
  const line =
    language === "zh"
      ? `  得分 ${scored}，延迟（毫秒）：${times.join("，")}`
      : `  score ${scored}, latency in ms: ${times.join(", ")}`;
  return curve ? [line, ...curveLines(curve, language)] : [line];
}

function curveLines(curve: readonly CurvePoint[], language: Language): string[] {
  // Evenly over the points; the last one, with all that is covered, is always shown.
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
  const heading = [`  ${HEADINGS.confidence[language]}`, HEADINGS.covered[language], NAMES.wrong[language]];
  return table([heading, ...rows], (line) => line);
}

/** What failed, case by case: what is missing, what is wrong, and all that was done. */
export function failuresOf(failures: readonly Failure[], language: Language): string {
  const [missingWord, wrongWord, expectedWord, gotWord] =
    language === "zh" ? ["缺少", "误操作", "期望", "实际"] : ["missing", "wrong", "expected", "got"];
  return failures
    .map(({ id, say, outcome, missing, wrong, expected, got }) =>
      [
        `\n${id} (${NAMES[outcome][language]}): ${JSON.stringify(say)}`,
        ...missing.map((each) => `  ${missingWord}: ${each}`),
        ...wrong.map((each) => `  ${wrongWord}: ${each}`),
        `  ${expectedWord}: ${JSON.stringify(expected)}`,
        `  ${gotWord}: ${JSON.stringify(got)}`,
      ].join("\n"),
    )
    .join("\n");
}
