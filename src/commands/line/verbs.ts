import { JiaError, nearest } from "../../home/index.ts";
import { message } from "../../language/index.ts";

/**
 * Checks the word after a command: `activate` of `jia scenes activate`.
 * @throws JiaError `usage` with the nearest verb and all of them
 */
export function requireVerb(command: string, given: string, verbs: readonly string[]): void {
  if (!verbs.includes(given)) throw unknownVerb(command, given, verbs);
}

/**
 * The error for an unknown verb.
 * @param meant the likely command, without the program
 */
export function unknownVerb(command: string, given: string, verbs: readonly string[], meant?: string): JiaError {
  const near = meant === undefined ? nearest(given, verbs) : `jia ${meant}`;
  return new JiaError("usage", { detail: message("cli.unknownVerb", { command, given, near, verbs }) });
}

/**
 * The error for a missing word.
 * @param usage the right command line: `scenes show ID`
 */
export function missingArgument(usage: string): JiaError {
  return new JiaError("usage", { detail: message("cli.missingWords", { usage: `jia ${usage}` }) });
}
