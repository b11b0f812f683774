import { JiaError, nearest } from "../home/index.ts";
import { message } from "../language/index.ts";

/**
 * Checks the word after a command: `activate` of `jia scenes activate`.
 * @throws JiaError `usage` with the nearest verb and all of them
 */
export function requireVerb(command: string, given: string, verbs: readonly string[]): void {
  if (verbs.includes(given)) return;
  const detail = message("cli.unknownVerb", { command, given, near: nearest(given, verbs), verbs });
  throw new JiaError("usage", { detail });
}

/** A word that has to follow is missing. @param usage the command line as it should be: `scenes show ID` */
export function missing(usage: string): JiaError {
  return new JiaError("usage", { detail: message("cli.missingWords", { usage: `jia ${usage}` }) });
}
