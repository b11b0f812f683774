import { storeLocation, storeName } from "../app/store-location.ts";
import type { Config } from "../config.ts";
import { errorText, messages, textOf } from "../language/index.ts";
import { examineStore, leftOutMessage, type StoreFindings } from "../store/index.ts";
import type { CommandContext } from "./command.ts";

/** What was found in the configured store. */
export interface ExaminedStore {
  readonly where: string;
  readonly findings: StoreFindings;
  readonly bad: boolean;
  /** As `--json` prints it. */
  readonly json: {
    readonly where: string;
    readonly problem: string | null;
    readonly leftOut: StoreFindings["leftOut"];
  };
}

/** Looks through the store of the configuration; null when there is none yet. */
export async function examineConfigured(config: Config): Promise<ExaminedStore | null> {
  const location = storeLocation(config);
  const findings = await examineStore(location);
  if (!findings) return null;
  const where = storeName(location);
  const { problem, leftOut } = findings;
  const json = { where, problem: problem?.code ?? null, leftOut };
  return { where, findings, bad: problem !== null || leftOut.length > 0, json };
}

export function storeLines({ where, findings }: ExaminedStore, { language, style }: CommandContext): string {
  const { store } = messages(language);
  const { problem, leftOut } = findings;
  const lines = [
    ...(problem ? [`${style.bad("✗")} ${errorText(problem, language)}`] : []),
    ...leftOut.map((row) => `${style.warn("!")} ${textOf(leftOutMessage(row), language)}`),
  ];
  const head = style.bold(store.heading.replace("{where}", where));
  return [head, ...(lines.length > 0 ? lines : [store.fine]).map((line) => `  ${line}`)].join("\n");
}
