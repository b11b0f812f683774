import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makeFolder } from "../../make-folder.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The folder of files that the command line keeps between two calls, for this person alone (XDG Base Directory
 * Specification: state); null when the environment names none.
 */
function stateFolder(env: Environment): string | null {
  const { XDG_STATE_HOME, LOCALAPPDATA, HOME } = env;
  if (XDG_STATE_HOME) return join(XDG_STATE_HOME, "jia");
  if (LOCALAPPDATA) return join(LOCALAPPDATA, "jia");
  return HOME ? join(HOME, ".local", "state", "jia") : null;
}

/** The text of a state file; "" when there is none, or it cannot be read. */
export async function readStateFile(env: Environment, name: string): Promise<string> {
  const folder = stateFolder(env);
  if (folder === null) return "";
  try {
    return await readFile(join(folder, name), "utf8");
  } catch {
    return "";
  }
}

/**
 * The last write of each file in this process, keyed by its path. Writes follow one another, so that the newest text
 * stays.
 */
const writes = new Map<string, Promise<void>>();

/** Writes a state file, readable for this person alone. A failure is ignored: only the file is missing then. */
export async function writeStateFile(env: Environment, name: string, text: string): Promise<void> {
  const folder = stateFolder(env);
  if (folder === null) return;
  const path = join(folder, name);
  const written = (writes.get(path) ?? Promise.resolve()).then(() => write(folder, name, text));
  writes.set(path, written);
  await written;
}

async function write(folder: string, name: string, text: string): Promise<void> {
  // Written completely and then renamed, so that of two processes that write at once one whole text stays.
  const written = join(folder, `${name}.${process.pid}`);
  try {
    makeFolder(folder, 0o700);
    await writeFile(written, text, { mode: 0o600 });
    await rename(written, join(folder, name));
  } catch {
    return;
  }
}
