import { z } from "zod";
import { JiaError } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import type { CommandContext } from "../command.ts";
import { readStateFile, writeStateFile } from "./state-files.ts";

/** The kept conversations: their ids, newest first, keyed by the address of the Jia that holds them. No word that was said. */
const FILE = "conversations.json";
const StoredConversations = z.record(z.string(), z.array(z.string()));
/** How many are kept of one Jia, and of how many. */
const MOST = { conversations: 20, addresses: 20 } as const;
/** A shorter beginning of an id says too little. */
const SHORTEST = 4;

type Environment = CommandContext["env"];

async function kept(env: Environment): Promise<Readonly<Record<string, readonly string[]>>> {
  try {
    return StoredConversations.parse(JSON.parse(await readStateFile(env, FILE)));
  } catch {
    return {};
  }
}

/** Keeps that this was the last conversation with the Jia at `address`. */
export async function rememberConversation(env: Environment, address: string, id: string): Promise<void> {
  const { [address]: known = [], ...others } = await kept(env);
  if (known[0] === id) return;
  const ids = [id, ...known.filter((each) => each !== id)].slice(0, MOST.conversations);
  const entries = [[address, ids] as const, ...Object.entries(others)].slice(0, MOST.addresses);
  await writeStateFile(env, FILE, JSON.stringify(Object.fromEntries(entries)));
}

/**
 * The id of the conversation that is meant: `last`, the beginning of the id of one of the last, or an id as it is.
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
