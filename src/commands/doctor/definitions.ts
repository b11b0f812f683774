import type { Config } from "../../config/index.ts";
import { JiaError } from "../../home/index.ts";
import { errorText, messages } from "../../language/index.ts";
import { clientAt, ownUrl } from "../client/own-jia.ts";
import type { CommandContext } from "../command.ts";
import { allSaved, savedProblemLines } from "../words/saved-problems.ts";

/** The findings in the scenes and automations of the running Jia. */
export interface ExaminedDefinitions {
  readonly lines: readonly string[];
  readonly bad: boolean;
  /** Whether they could not be examined. */
  readonly unknown: boolean;
  /** The findings as `--json` prints them. */
  readonly json: readonly {
    readonly kind: "scene" | "automation";
    readonly id: string;
    readonly problems: readonly { readonly field: string; readonly message: string; readonly fix: string }[];
  }[];
}

/**
 * Asks the running Jia of this configuration, because only it knows the devices. null when none runs, or it does not
 * answer.
 */
export async function examineDefinitions(config: Config, context: CommandContext): Promise<ExaminedDefinitions | null> {
  const { env, language, signal, style } = context;
  const { definitions, doctorReport } = messages(language);
  const url = env["JIA_URL"] ?? ownUrl(config);
  const client = await clientAt(config, url, language);
  if (!(await client.alive(signal))) return null;
  try {
    const { scenes, automations } = await allSaved(client, signal);
    const found = [
      ...savedProblemLines("scene", scenes, language, style),
      ...savedProblemLines("automation", automations, language, style),
    ];
    const lines = found.length > 0 ? found : [definitions.allSound];
    const json = [
      ...scenes.map((saved) => ({ kind: "scene" as const, ...saved })),
      ...automations.map((saved) => ({ kind: "automation" as const, ...saved })),
    ]
      .filter(({ problems }) => problems.length > 0)
      .map(({ kind, definition, problems }) => ({ kind, id: String(definition["id"]), problems }));
    return {
      lines: [style.bold(doctorReport.definitions), ...lines.map((line) => `  ${line}`)],
      bad: json.length > 0,
      unknown: false,
      json,
    };
  } catch (error) {
    // It stands by, or needs a token that this configuration lacks. Everything else can still be examined.
    if (!(error instanceof JiaError)) throw error;
    const told = `${style.warn("!")} ${errorText(error, language)}`;
    return { lines: [style.bold(doctorReport.definitions), `  ${told}`], bad: false, unknown: true, json: [] };
  }
}
