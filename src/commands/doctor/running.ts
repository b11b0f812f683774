import type { z } from "zod";
import { isLoopback } from "../../api/network.ts";
import type { SavedSceneBody } from "../../api/plan-schemas.ts";
import type { Config } from "../../config/index.ts";
import { JiaError } from "../../home/index.ts";
import { errorText, message, messages, textOf } from "../../language/index.ts";
import { runsOn } from "../../store/index.ts";
import type { Client } from "../client/client.ts";
import { clientAt, ownUrl } from "../client/own-jia.ts";
import type { CommandContext } from "../command.ts";
import { allSaved } from "../words/saved-problems.ts";

/** The report of a running Jia about itself, which neither its broker nor its store shows. */
export interface ExaminedRunning {
  readonly url: string;
  /** The address of its broker as this machine reaches it, without its password; null when it is not told. */
  readonly broker: string | null;
  /** Whether it is connected to its broker. */
  readonly connected: boolean;
  /** Why it is not ready, a line each. */
  readonly problems: readonly string[];
  /** Possible problems, and definitions that wait for a yes or are not allowed. */
  readonly hints: readonly string[];
}

/**
 * Asks the Jia that uses the data folder of the configuration; null when none does and none was named.
 * @param given the named address
 */
export async function examineRunning(
  config: Config,
  given: string | undefined,
  context: CommandContext,
): Promise<ExaminedRunning | null> {
  const named = given ?? context.env["JIA_URL"];
  if (named === undefined && (config["database.url"] !== null || !runsOn(config.data))) return null;
  const url = named ?? ownUrl(config);
  const { language, signal } = context;
  if (!URL.canParse(url)) throw new JiaError("usage", { detail: `--url: "${url}"` });
  const client = await clientAt(config, url, language);
  try {
    const { checks } = await client.ready(signal);
    const problems = checks.flatMap(({ name, ready, problem }) => (ready ? [] : [`${name}: ${problem ?? "?"}`]));
    const hints = checks.flatMap(({ name, hint }) => (hint === undefined ? [] : [`${name}: ${hint}`]));
    const broker = checks.find(({ name }) => name === "broker");
    return {
      url,
      broker: broker?.url === undefined ? null : seenFromHere(broker.url, url),
      connected: broker?.ready === true,
      problems,
      hints: [...hints, ...(await heldBack(client, context))],
    };
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof JiaError)) throw error;
    // It runs, but cannot be asked: it has another port or token.
    return { url, broker: null, connected: false, problems: [], hints: [errorText(error, language)] };
  }
}

/** The address of a broker from here, when a Jia on another machine reports it by its own loopback address. */
function seenFromHere(broker: string, jia: string): string {
  const [there, here] = [new URL(broker), new URL(jia)];
  if (isLoopback(there.hostname) && !isLoopback(here.hostname)) there.hostname = here.hostname;
  return there.href;
}

/** Scenes and automations with parts that are left out when they run. */
async function heldBack(client: Client, { language, signal }: CommandContext): Promise<string[]> {
  const { automations, scenes } = await allSaved(client, signal);
  const told = (what: "automation" | "scene") => (saved: z.infer<typeof SavedSceneBody>) => {
    if (saved.heldBack === null) return [];
    const name = textOf(
      message("automation.named", { what: message(`automation.${what}`), name: String(saved.definition["id"]) }),
      language,
    );
    return [`${name}: ${saved.heldBack}`];
  };
  return [...automations.flatMap(told("automation")), ...scenes.flatMap(told("scene"))];
}

/** The report as lines. */
export function runningLines({ url, problems, hints }: ExaminedRunning, { language, style }: CommandContext): string {
  const { doctorReport } = messages(language);
  const lines = [
    ...problems.map((text) => `${style.bad("✗")} ${text}`),
    ...hints.map((text) => `${style.warn("!")} ${text}`),
  ];
  const head = style.bold(doctorReport.running.replace("{url}", url));
  return [head, ...(lines.length > 0 ? lines : [doctorReport.runsWell]).map((line) => `  ${line}`)].join("\n");
}
