import { z } from "zod";
import { JiaError } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import type { CommandContext } from "../command.ts";
import { readStateFile, writeStateFile } from "./state-files.ts";

/**
 * The file with ids of conversations, newest first, keyed by the address of the Jia that holds them. It has no word
 * of the conversations.
 */
const FILE = "conversations.json";
const StoredConversations = z.record(z.string(), z.array(z.string()));
/** The most conversations of one Jia, and the most addresses. */
const MOST = { conversations: 20, addresses: 20 } as const;
/** The shortest beginning of an id, in characters. */
const SHORTEST = 4;

type Environment = CommandContext["env"];

async function kept(env: Environment): Promise<Readonly<Record<string, readonly string[]>>> {
  try {
    return StoredConversations.parse(JSON.parse(await readStateFile(env, FILE)));
  } catch {
    return {};
  }
}

/** Stores the id of the last conversation with the Jia at `address`. */
export async function rememberConversation(env: Environment, address: string, id: string): Promise<void> {
  const { [address]: known = [], ...others } = await kept(env);
  if (known[0] === id) return;
  const ids = [id, ...known.filter((each) => each !== id)].slice(0, MOST.conversations);
  const entries = [[address, ids] as const, ...Object.entries(others)].slice(0, MOST.addresses);
  await writeStateFile(env, FILE, JSON.stringify(Object.fromEntries(entries)));
}

/**
 * The id of a conversation: of `last`, of a beginning among the last ones, or the id itself.
 * @throws JiaError `usage` when there was no last one, or the beginning fits several
 */
export async function resolveConversation(env: Environment, address: string | null, given: string): Promise<string> {
  const known = address === null ? [] : ((await kept(env))[address] ?? []);
  if (given === "last") {
    const [last] = known;
    if (last === undefined) throw new JiaError("usage", { detail: message("say.noLast") });
    return last;
  }
  if (known.includes(given) || given.length < SHORTEST) return given;
  const [found, ...more] = known.filter((id) => id.startsWith(given));
  if (more.length > 0) throw new JiaError("usage", { detail: message("say.severalConversations", { given }) });
  return found ?? given;
}
