import { createReadStream, createWriteStream } from "node:fs";
import { lstat, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import type { BackupEntry, BackupsPort } from "../../api/resources/backups.ts";
import { type Clock, JiaError } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import { type BackupContents, refuseOtherHome, restoreBackup, sqliteTrouble } from "../../store/backup/index.ts";
import type { Owner, StoreLocation } from "../../store/index.ts";
import { runBackupJob } from "./jobs.ts";

/** The form of an id: when it was made, and chance. An id is the name of a file, so it holds nothing else. */
const ID = /^\d{8}T\d{6}Z-[0-9a-f]{8}$/;
/** Most backups in the folder. */
const MOST = 50;
/** The largest file that is taken, in bytes. */
const LARGEST = 4 * 1024 ** 3;

const Told = z.object({
  version: z.string().nullable(),
  home: z.string().nullable(),
  scenes: z.number(),
  automations: z.number(),
  timers: z.number(),
  history: z.boolean(),
});

export interface BackupFolderOptions {
  /** The folder; made when it is needed. */
  readonly folder: string;
  readonly location: StoreLocation;
  readonly owner: Owner;
  /** Of this Jia. */
  readonly version: string;
  readonly clock: Clock;
  /** Restarts Jia with some work while nothing runs; null where nobody can. */
  readonly restart: ((work: () => Promise<void>) => void) | null;
}

/** The backups in the folder `backups` of the data: made, taken, given, deleted, and restored. */
export class BackupFolder implements BackupsPort {
  readonly #options: BackupFolderOptions;
  readonly #stopped = new AbortController();
  #busy = false;

  constructor(options: BackupFolderOptions) {
    this.#options = options;
  }

  /** Deletes what an earlier process left unfinished. */
  async start(): Promise<void> {
    for (const name of await this.#names()) {
      if (/\.(?:partial|incoming)(?:-\w+)?$/.test(name)) await rm(join(this.#options.folder, name), { force: true });
    }
  }

  stop(): void {
    this.#stopped.abort(new JiaError("stopping"));
  }

  async list(): Promise<BackupEntry[]> {
    const ids = (await this.#names()).flatMap((name) => {
      const id = name.replace(/\.db$/, "");
      return name.endsWith(".db") && ID.test(id) ? [id] : [];
    });
    const entries = await Promise.all(ids.sort().map((id) => this.#entry(id)));
    return entries.filter((entry) => entry !== null).reverse();
  }

  async make(
    { history }: { readonly history: boolean },
    signal: AbortSignal,
    progress: (percent: number) => void,
  ): Promise<BackupEntry> {
    const { location, version, clock } = this.#options;
    if ("path" in location && location.path === ":memory:") throw conflict("backup.inMemory");
    return await this.#alone(async () => {
      const at = clock.now();
      const id = newId(at);
      const file = await this.#place(id);
      const job = { kind: "make", location, file, made: { version, at }, history } as const;
      const contents = await runBackupJob(job, AbortSignal.any([signal, this.#stopped.signal]), progress);
      return await this.#tell(id, contents);
    });
  }

  /** Takes a file, and checks it before it gets its name. */
  async take(content: Readable, signal: AbortSignal): Promise<BackupEntry> {
    return await this.#alone(async () => {
      const id = newId(this.#options.clock.now());
      const file = await this.#place(id);
      const incoming = `${file}.incoming`;
      const stop = AbortSignal.any([signal, this.#stopped.signal]);
      try {
        await pipeline(content, noMoreThan(LARGEST), createWriteStream(incoming, { mode: 0o600 }), { signal: stop });
        const contents = await runBackupJob({ kind: "check", file: incoming }, stop);
        await rename(incoming, file);
        return await this.#tell(id, contents);
      } catch (error) {
        throw namedSo(error, id);
      } finally {
        for (const ending of ["", "-wal", "-shm", "-journal"]) await rm(`${incoming}${ending}`, { force: true });
      }
    });
  }

  async read(id: string): Promise<{ readonly size: number; readonly content: Readable }> {
    const { size } = await this.#known(id);
    return { size, content: createReadStream(this.#path(id)) };
  }

  async remove(id: string): Promise<void> {
    await this.#known(id);
    await rm(this.#path(id));
    await rm(this.#path(id, "json"), { force: true });
  }

  /** Checks a backup. @returns what restores it with a restart */
  async restore(
    id: string,
    takeOver: boolean,
    signal: AbortSignal,
  ): Promise<{ readonly entry: BackupEntry; readonly begin: () => void }> {
    const { restart, owner, location, clock } = this.#options;
    await this.#known(id);
    if (!restart || ("path" in location && location.path === ":memory:")) throw conflict("backup.stopFirst");
    return await this.#alone(async () => {
      const file = this.#path(id);
      const contents = await runBackupJob(
        { kind: "check", file },
        AbortSignal.any([signal, this.#stopped.signal]),
      ).catch((error: unknown) => {
        throw namedSo(error, id);
      });
      refuseOtherHome({ ...contents, file: id }, owner, takeOver);
      const begin = (): void =>
        restart(async () => {
          const work = { progress: () => undefined, signal: new AbortController().signal };
          await restoreBackup(file, location, { owner, takeOver, at: clock.now() }, work);
        });
      return { entry: await this.#tell(id, contents), begin };
    });
  }

  /** The path of a backup. Every path is made here. @throws JiaError `not-found` for what is no id */
  #path(id: string, ending: "db" | "json" = "db"): string {
    if (!ID.test(id)) throw missing(id);
    return join(this.#options.folder, `${id}.${ending}`);
  }

  async #known(id: string): Promise<BackupEntry> {
    const entry = await this.#entry(id);
    if (!entry) throw missing(id);
    return entry;
  }

  /** null when it is not there, or is no file: a link could lead anywhere. */
  async #entry(id: string): Promise<BackupEntry | null> {
    const found = await lstat(this.#path(id)).catch(() => null);
    if (!found?.isFile()) return null;
    const told = await readFile(this.#path(id, "json"), "utf8").catch(() => "null");
    const { data: contents = null } = Told.safeParse(jsonOrNull(told));
    return { id, at: momentOf(id), size: found.size, contents };
  }

  /** Writes beside a backup what is in it, so that a list opens no database. */
  async #tell(id: string, { made, owner, scenes, automations, timers, history, size }: BackupContents) {
    const contents = {
      ...{ version: made?.version ?? null, home: owner?.name ?? null },
      ...{ scenes, automations, timers, history: history !== null },
    };
    await writeFile(this.#path(id, "json"), JSON.stringify(contents), { mode: 0o600 });
    return { id, at: momentOf(id), size, contents };
  }

  /** The path for a new backup. @throws JiaError `conflict` when there are too many */
  async #place(id: string): Promise<string> {
    if ((await this.list()).length >= MOST) throw conflict("backup.tooMany", { most: MOST });
    await mkdir(this.#options.folder, { recursive: true, mode: 0o700 });
    return this.#path(id);
  }

  async #names(): Promise<string[]> {
    return await readdir(this.#options.folder).catch(() => []);
  }

  /** One work at a time: each may take the whole disk. @throws JiaError `conflict`, of the store's trouble for a full disk */
  async #alone<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#busy) throw conflict("backup.busy");
    this.#busy = true;
    try {
      return await work();
    } catch (error) {
      throw sqliteTrouble(error, this.#options.folder);
    } finally {
      this.#busy = false;
    }
  }
}

function newId(at: number): string {
  const moment = new Date(at).toISOString().replace(/[-:]|\.\d+/g, "");
  return `${moment}-${crypto.randomUUID().slice(0, 8)}`;
}

/** When a backup with this id was made, milliseconds since the epoch. */
function momentOf(id: string): number {
  return Date.parse(id.slice(0, 16).replace(/^(....)(..)(..T..)(..)(..Z)$/, "$1-$2-$3:$4:$5"));
}

function noMoreThan(most: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, next) {
      bytes += chunk.length;
      next(bytes > most ? new JiaError("too-large") : null, chunk);
    },
  });
}

/** An error about a file with the id in place of its path. */
function namedSo(error: unknown, id: string): unknown {
  if (!(error instanceof JiaError) || error.code !== "invalid-backup") return error;
  return new JiaError("invalid-backup", { ...error.details, file: id }, error);
}

function missing(id: string): JiaError {
  return new JiaError("not-found", { what: message("backup.named", { id }) });
}

function conflict(key: "backup.inMemory" | "backup.stopFirst" | "backup.busy"): JiaError;
function conflict(key: "backup.tooMany", values: { readonly most: number }): JiaError;
function conflict(key: string, values?: { readonly most: number }): JiaError {
  return new JiaError("conflict", { detail: { key, ...(values && { values }) } });
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
