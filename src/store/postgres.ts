import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresDialect,
  type QueryResult,
  type TransactionSettings,
} from "kysely";
import type { StoreState } from "./store-state.ts";

/** PostgreSQL's type id of bigint; times and counts are all below 2⁵³. */
const PG_BIGINT = 20;
/** Longest wait for a connection, in milliseconds. */
const CONNECT_MS = 10_000;
/** Longest wait for an answer, in milliseconds: a broken network must not block a reply for ever. */
const QUERY_MS = 60_000;

/**
 * Kysely over a PostgreSQL server.
 * @param state gets the errors of the server
 */
export async function postgresDialect(url: string, state: StoreState): Promise<Dialect> {
  // Loaded on demand: most homes use a file, and start faster without it.
  const { default: pg } = await import("pg");
  const types = {
    getTypeParser: (oid: number, format?: "text" | "binary") =>
      oid === PG_BIGINT ? Number : pg.types.getTypeParser(oid, format as "text"),
  };
  const pool = new pg.Pool({
    connectionString: url,
    types,
    max: 8,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: QUERY_MS,
    keepAlive: true,
  });
  // A server that stops ends idle connections. The next query reports it; the event must not end the process.
  pool.on("error", () => undefined);
  // The same for a connection that is held between two queries: the pool handles only idle ones.
  pool.on("connect", (client) => client.on("error", () => undefined));
  const dialect = new PostgresDialect({ pool });
  return {
    createDriver: () => new ReportingDriver(dialect.createDriver(), (error) => state.failed(error)),
    createAdapter: () => dialect.createAdapter(),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createIntrospector: (db) => dialect.createIntrospector(db),
  };
}

type Failed = (error: unknown) => unknown;

async function telling<Result>(work: Promise<Result>, failed: Failed): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    throw failed(error);
  }
}

/** A driver that reports errors, and throws those of our own table. */
class ReportingDriver implements Driver {
  readonly #driver: Driver;
  readonly #failed: Failed;

  constructor(driver: Driver, failed: Failed) {
    this.#driver = driver;
    this.#failed = failed;
  }

  init(): Promise<void> {
    return this.#driver.init();
  }

  async acquireConnection(): Promise<ReportingConnection> {
    return new ReportingConnection(await telling(this.#driver.acquireConnection(), this.#failed), this.#failed);
  }

  releaseConnection({ inner }: ReportingConnection): Promise<void> {
    return this.#driver.releaseConnection(inner);
  }

  beginTransaction({ inner }: ReportingConnection, settings: TransactionSettings): Promise<void> {
    return telling(this.#driver.beginTransaction(inner, settings), this.#failed);
  }

  commitTransaction({ inner }: ReportingConnection): Promise<void> {
    return telling(this.#driver.commitTransaction(inner), this.#failed);
  }

  rollbackTransaction({ inner }: ReportingConnection): Promise<void> {
    return telling(this.#driver.rollbackTransaction(inner), this.#failed);
  }

  destroy(): Promise<void> {
    return this.#driver.destroy();
  }
}

class ReportingConnection implements DatabaseConnection {
  readonly inner: DatabaseConnection;
  readonly #failed: Failed;

  constructor(inner: DatabaseConnection, failed: Failed) {
    this.inner = inner;
    this.#failed = failed;
  }

  executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    return telling(this.inner.executeQuery<Row>(query), this.#failed);
  }

  /** Nothing here reads row by row. */
  streamQuery(): never {
    throw new TypeError("The store does not stream rows.");
  }
}
