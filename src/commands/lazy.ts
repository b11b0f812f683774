import type { CliCommand } from "./command.ts";

/**
 * The verbs that are said often, each loaded alone: `jia say` should not wait for what the doctor needs. Any other is
 * found in `index.ts`.
 */
const FREQUENT: Readonly<Record<string, () => Promise<CliCommand>>> = {
  say: async () => (await import("./say.ts")).say,
  chat: async () => (await import("./chat.ts")).chat,
  devices: async () => (await import("./devices.ts")).devices,
  completion: async () => (await import("./completion.ts")).completion,
  start: async () => (await import("./start.ts")).start,
};

/** The commands that are needed to run a command line: that of its verb alone where it is one of the frequent, else all. */
export async function commandsFor(args: readonly string[]): Promise<readonly CliCommand[]> {
  if (args[0] === "--version" || args[0] === "-V") return [];
  const load = FREQUENT[args[0] ?? ""];
  if (load) return [await load()];
  return (await import("./index.ts")).COMMANDS;
}
