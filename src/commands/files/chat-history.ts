import type { CommandContext } from "../command.ts";
import { readStateFile, writeStateFile } from "./state-files.ts";

/** The file with the lines of chats, newest first. */
const FILE = "chat-history";
/** The most lines, and the longest line in UTF-16 units. */
const MOST = { lines: 500, length: 1_000 } as const;

type Environment = CommandContext["env"];

/** The lines of earlier chats, newest first; none with `JIA_HISTORY=off`. */
export async function readChatHistory(env: Environment): Promise<string[]> {
  if (isOff(env)) return [];
  const lines = (await readStateFile(env, FILE)).split("\n");
  return lines.filter((line) => line !== "").slice(0, MOST.lines);
}

/** Stores lines, newest first, readable for this person alone; nothing with `JIA_HISTORY=off`. */
export async function saveChatHistory(env: Environment, lines: readonly string[]): Promise<void> {
  if (isOff(env)) return;
  const kept = lines.filter((line) => line !== "" && line.length <= MOST.length).slice(0, MOST.lines);
  await writeStateFile(env, FILE, `${kept.join("\n")}\n`);
}

function isOff(env: Environment): boolean {
  return /^(off|0|no|false)$/i.test(env["JIA_HISTORY"] ?? "");
}
