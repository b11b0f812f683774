import type { CliCommand } from "./command.ts";

/**
 * Frequent verbs, each loaded alone, because `jia say` should not wait for what the doctor needs. `index.ts` has the
 * others.
 */
const FREQUENT: Readonly<Record<string, () => Promise<CliCommand>>> = {
  say: async () => (await import("./say.ts")).say,
  chat: async () => (await import("./chat.ts")).chat,
  devices: async () => (await import("./devices.ts")).devices,
  completion: async () => (await import("./completion.ts")).completion,
  mcp: async () => (await import("./mcp.ts")).mcp,
  start: async () => (await import("./start.ts")).start,
};

/** The commands that a command line needs: a frequent verb alone, otherwise all. */
export async function commandsFor(args: readonly string[]): Promise<readonly CliCommand[]> {
  if (args[0] === "--version" || args[0] === "-V") return [];
  const load = FREQUENT[args[0] ?? ""];
  if (load) return [await load()];
  return (await import("./index.ts")).COMMANDS;
}
