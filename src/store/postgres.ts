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

/** PostgreSQL's type number of bigint: times and counts, all below 2⁵³. */
const PG_BIGINT = 20;
/** How long to wait for a connection, in milliseconds. */
const CONNECT_MS = 10_000;
/** How long to wait for an answer: a broken network must not keep a reply waiting for ever. Milliseconds. */
const QUERY_MS = 60_000;

/**
 * Kysely over a PostgreSQL server.
 * @param state told of what the server does not answer
 */
export async function postgresDialect(url: string, state: StoreState): Promise<Dialect> {
  // Loaded when it is wanted: most homes keep a file, and start sooner without it.
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
  // A server that goes away ends idle connections; the next query reports it, so this must not end the process.
  pool.on("error", () => undefined);
  // Likewise one that somebody holds between two queries: the pool looks after idle ones alone.
  pool.on("connect", (client) => client.on("error", () => undefined));
  const dialect = new PostgresDialect({ pool });
  return {
    createDriver: () => new TellingDriver(dialect.createDriver(), (error) => state.failed(error)),
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

/** A driver whose errors are told of, and are those of our own table. */
class TellingDriver implements Driver {
  readonly #driver: Driver;
  readonly #failed: Failed;

  constructor(driver: Driver, failed: Failed) {
    this.#driver = driver;
    this.#failed = failed;
  }

  init(): Promise<void> {
    return this.#driver.init();
  }

  async acquireConnection(): Promise<TellingConnection> {
    return new TellingConnection(await telling(this.#driver.acquireConnection(), this.#failed), this.#failed);
  }

  releaseConnection({ inner }: TellingConnection): Promise<void> {
    return this.#driver.releaseConnection(inner);
  }

  beginTransaction({ inner }: TellingConnection, settings: TransactionSettings): Promise<void> {
    return telling(this.#driver.beginTransaction(inner, settings), this.#failed);
  }

  commitTransaction({ inner }: TellingConnection): Promise<void> {
    return telling(this.#driver.commitTransaction(inner), this.#failed);
  }

  rollbackTransaction({ inner }: TellingConnection): Promise<void> {
    return telling(this.#driver.rollbackTransaction(inner), this.#failed);
  }

  destroy(): Promise<void> {
    return this.#driver.destroy();
  }
}

class TellingConnection implements DatabaseConnection {
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
