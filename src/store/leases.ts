import { hostname } from "node:os";
import type { LeaseStorage } from "../automation/index.ts";
import type { Clock } from "../home/index.ts";
import type { Database } from "./database.ts";

/** A lease: one holder until it expires. It decides which of several instances runs the schedules. */
export class LeaseRepository implements LeaseStorage {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #name: string;
  /** This instance: host, process id and a random id. */
  readonly #holder: string;

  constructor(database: Database, clock: Clock, name: string) {
    this.#database = database;
    this.#clock = clock;
    this.#name = name;
    this.#holder = JSON.stringify([hostname(), process.pid, crypto.randomUUID()]);
  }

  async acquire(ttl: number): Promise<boolean> {
    const now = this.#clock.now();
    const row = { holder: this.#holder, expires_at: now + ttl };
    const before = await this.#database.db
      .selectFrom("leases")
      .select("holder")
      .where("name", "=", this.#name)
      .executeTakeFirst();
    // A dead process of this machine will not renew its lease, so there is no need to wait until it expires.
    const dead = before && isDead(before.holder) ? before.holder : this.#holder;
    const taken = await this.#database.db
      .insertInto("leases")
      .values({ name: this.#name, ...row })
      .onConflict((conflict) =>
        conflict
          .column("name")
          .doUpdateSet(row)
          .where((where) =>
            where.or([where("leases.holder", "in", [this.#holder, dead]), where("leases.expires_at", "<=", now)]),
          ),
      )
      .returning("holder")
      .executeTakeFirst();
    return taken?.holder === this.#holder;
  }

  async release(): Promise<void> {
    await this.#database.db
      .deleteFrom("leases")
      .where("name", "=", this.#name)
      .where("holder", "=", this.#holder)
      .execute();
  }
}

/** Whether a holder is a process of this machine that has ended. */
function isDead(holder: string): boolean {
  try {
    const [host, pid]: unknown[] = JSON.parse(holder);
    if (host !== hostname() || typeof pid !== "number") return false;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ESRCH";
  }
}
