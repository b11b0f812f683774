import { JiaError, nearest } from "../../home/index.ts";
import { message } from "../../language/index.ts";

/**
 * Checks the word after a command: `activate` of `jia scenes activate`.
 * @throws JiaError `usage` with the nearest verb and all of them
 */
export function requireVerb(command: string, given: string, verbs: readonly string[]): void {
  if (!verbs.includes(given)) throw unknownVerb(command, given, verbs);
}

/** @param meant a command that was meant, without the program */
export function unknownVerb(command: string, given: string, verbs: readonly string[], meant?: string): JiaError {
  const near = meant === undefined ? nearest(given, verbs) : `jia ${meant}`;
  return new JiaError("usage", { detail: message("cli.unknownVerb", { command, given, near, verbs }) });
}

/** A word that has to follow is missing. @param usage the command line as it should be: `scenes show ID` */
export function missingArgument(usage: string): JiaError {
  return new JiaError("usage", { detail: message("cli.missingWords", { usage: `jia ${usage}` }) });
}
