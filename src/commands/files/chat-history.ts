import type { CommandContext } from "../command.ts";
import { readStateFile, writeStateFile } from "./state-files.ts";

/** What was said in chats, newest first. */
const FILE = "chat-history";
/** How many lines are kept, and how long one may be, in UTF-16 units. */
const MOST = { lines: 500, length: 1_000 } as const;

type Environment = CommandContext["env"];

/** The lines of earlier chats, newest first; none where `JIA_HISTORY=off` is set. */
export async function readChatHistory(env: Environment): Promise<string[]> {
  if (isOff(env)) return [];
  const lines = (await readStateFile(env, FILE)).split("\n");
  return lines.filter((line) => line !== "").slice(0, MOST.lines);
}

/** Keeps lines, newest first, for this person alone; nothing where `JIA_HISTORY=off` is set. */
export async function saveChatHistory(env: Environment, lines: readonly string[]): Promise<void> {
  if (isOff(env)) return;
  const kept = lines.filter((line) => line !== "" && line.length <= MOST.length).slice(0, MOST.lines);
  await writeStateFile(env, FILE, `${kept.join("\n")}\n`);
}

function isOff(env: Environment): boolean {
  return /^(off|0|no|false)$/i.test(env["JIA_HISTORY"] ?? "");
}
