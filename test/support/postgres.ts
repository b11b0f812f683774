import { type ChildProcess, execFile, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { freePort } from "./free-port.ts";
import { until } from "./until.ts";

const run = promisify(execFile);

/** Where Debian keeps its PostgreSQL, by version. */
const FOLDER = "/usr/lib/postgresql";
const INSTALL =
  "PostgreSQL is not installed: run `apt-get update && apt-get install -y postgresql`, then the tests again.";

/** A PostgreSQL server of the test's own: its own data folder, a free port, gone afterwards. */
export class Postgres {
  readonly #folder: string;
  readonly #server: ChildProcess;
  readonly #port: number;
  #databases = 0;

  private constructor(folder: string, server: ChildProcess, port: number) {
    this.#folder = folder;
    this.#server = server;
    this.#port = port;
  }

  /** @throws when PostgreSQL is not installed: a test that needs it fails, it is not left out */
  static async start(): Promise<Postgres> {
    const bin = binaries();
    const folder = mkdtempSync(join(tmpdir(), "jia-postgres-"));
    // PostgreSQL refuses to run as root: Debian's own user takes its place.
    const user = process.getuid?.() === 0 ? await postgresUser() : {};
    if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
    const data = join(folder, "data");
    await run(join(bin, "initdb"), ["-D", data, "-U", "jia", "-A", "trust", "-E", "UTF8", "--no-sync"], {
      ...user,
      cwd: folder,
    });
    const port = await freePort();
    const options = ["-D", data, "-p", String(port), "-h", "127.0.0.1", "-k", folder, "-c", "fsync=off"];
    const server = spawn(join(bin, "postgres"), options, { ...user, cwd: folder, stdio: "ignore" });
    const postgres = new Postgres(folder, server, port);
    let ready = false;
    const poll = setInterval(() => {
      run(join(bin, "pg_isready"), ["-h", "127.0.0.1", "-p", String(port), "-U", "jia"]).then(
        () => {
          ready = true;
        },
        () => undefined,
      );
    }, 100);
    await until("PostgreSQL to start", () => ready).finally(() => clearInterval(poll));
    return postgres;
  }

  /** The address of a new, empty database. */
  async database(): Promise<string> {
    this.#databases += 1;
    const name = `jia_${this.#databases}`;
    const options = ["-h", "127.0.0.1", "-p", String(this.#port), "-U", "jia", name];
    await run(join(binaries(), "createdb"), options);
    return `postgres://jia@127.0.0.1:${this.#port}/${name}`;
  }

  /** A database as plain statements that any version of PostgreSQL takes: tables, rows, indexes, keys. */
  async dump(url: string): Promise<string> {
    const options = ["--inserts", "--column-inserts", "--no-owner", "--no-privileges", "--no-comments", url];
    const { stdout } = await run(join(binaries(), "pg_dump"), options, { maxBuffer: 64_000_000 });
    // What else stands there is for psql (\restrict) or for servers of one version (SET).
    const lines = stdout.split("\n").filter((line) => !/^(?:--|\\|SET |SELECT pg_catalog\.set_config)/.test(line));
    return `${lines
      .join("\n")
      .replace(/\n{3,}/g, "\n\n")
      .trim()}\n`;
  }

  /** The address of a new database with what these statements make. */
  async restore(statements: string): Promise<string> {
    const url = await this.database();
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      await client.query(statements);
    } finally {
      await client.end();
    }
    return url;
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#server.once("exit", resolve));
    this.#server.kill("SIGINT");
    await ended;
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

function binaries(): string {
  const versions = existsSync(FOLDER) ? readdirSync(FOLDER) : [];
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0];
  if (newest === undefined) throw new Error(INSTALL);
  return join(FOLDER, newest, "bin");
}

async function postgresUser(): Promise<{ uid?: number; gid?: number }> {
  const [uid, gid] = await Promise.all(["-u", "-g"].map((flag) => run("id", [flag, "postgres"])));
  return { uid: Number(uid?.stdout), gid: Number(gid?.stdout) };
}
