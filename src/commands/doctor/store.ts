import { storeLocation, storeName } from "../../app/store-location.ts";
import type { Config } from "../../config/index.ts";
import { errorText, type Language, messages, textOf } from "../../language/index.ts";
import { examineHistory, type HistoryFindings } from "../../store/history/index.ts";
import { examineStore, leftOutMessage, type StoreFindings } from "../../store/index.ts";
import type { CommandContext } from "../command.ts";
import type { Style } from "../terminal/style.ts";

/** The findings in the configured store. */
export interface ExaminedStore {
  readonly where: string;
  readonly findings: StoreFindings;
  /** null when no history is kept. */
  readonly history: HistoryFindings | null;
  readonly bad: boolean;
  /** The findings as `--json` prints them. */
  readonly json: {
    readonly where: string;
    readonly problem: string | null;
    readonly leftOut: StoreFindings["leftOut"];
    readonly history: { readonly problem: string | null; readonly amount: HistoryFindings["amount"] } | null;
  };
}

/** Examines the store of the configuration; null when there is none yet. */
export async function examineConfigured(config: Config): Promise<ExaminedStore | null> {
  const location = storeLocation(config);
  const findings = await examineStore(location);
  if (!findings) return null;
  const where = storeName(location);
  const { problem, leftOut } = findings;
  const history = await examineHistory(location);
  const past = history && { problem: history.problem?.code ?? null, amount: history.amount };
  const json = { where, problem: problem?.code ?? null, leftOut, history: past };
  const bad = problem !== null || leftOut.length > 0 || (history?.problem ?? null) !== null;
  return { where, findings, history, bad, json };
}

/** The findings as lines. */
export function storeLines({ where, findings, history }: ExaminedStore, { language, style }: CommandContext): string {
  const { store } = messages(language);
  const { problem, leftOut } = findings;
  const lines = [
    ...(problem ? [`${style.bad("✗")} ${errorText(problem, language)}`] : []),
    ...leftOut.map((row) => `${style.warn("!")} ${textOf(leftOutMessage(row), language)}`),
  ];
  const head = style.bold(store.heading.replace("{where}", where));
  const past = history ? [historyLine(history, language, style)] : [];
  return [head, ...[...(lines.length > 0 ? lines : [store.fine]), ...past].map((line) => `  ${line}`)].join("\n");
}

function historyLine({ problem, amount }: HistoryFindings, language: Language, style: Style): string {
  if (problem || !amount) return `${style.bad("✗")} ${problem ? errorText(problem, language) : ""}`;
  const { series: count, bytes, oldest } = amount;
  const since = oldest === null ? null : new Date(oldest).toISOString().slice(0, "2026-03-01".length);
  return messages(language).history.found({ count, since, size: (bytes / 1_048_576).toFixed(1) });
}
