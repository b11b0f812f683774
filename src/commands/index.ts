/** The verbs of the command line, one file each, in the order of the help. */
import type { Command } from "./command.ts";

export const COMMANDS: readonly Command[] = [];
