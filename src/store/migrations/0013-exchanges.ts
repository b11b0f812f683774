import { type Kysely, type QueryExecutorProvider, sql } from "kysely";

/** Conversations that are read at once. */
const CHUNK = 100;

/** The exchanges of conversations in rows of their own: a turn appends one, and what a person said is found by an index. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("exchanges")
    .addColumn("conversation", "text", (column) => column.notNull())
    .addColumn("number", "bigint", (column) => column.notNull())
    .addColumn("at", "bigint", (column) => column.notNull())
    .addColumn("person", "text")
    .addColumn("data", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("exchanges_key", ["conversation", "number"])
    .execute();
  await db.schema.createIndex("exchanges_person").on("exchanges").column("person").execute();
  await db.schema.createIndex("conversations_updated").on("conversations").column("updated_at").execute();
  await moveExchanges(db);
}

/** Gives each exchange of each conversation its row. A conversation that is no JSON stays as it is. */
export async function moveExchanges(db: QueryExecutorProvider): Promise<void> {
  let last = "";
  for (;;) {
    const { rows } = await sql<{ id: string; data: string }>`
      select id, data from conversations where id > ${last} order by id limit ${CHUNK}`.execute(db);
    for (const { id, data } of rows) await move(db, id, data);
    const end = rows.at(-1)?.id;
    if (end === undefined || rows.length < CHUNK) return;
    last = end;
  }
}

async function move(db: QueryExecutorProvider, id: string, data: string): Promise<void> {
  const head = fields(parsed(data));
  if (!head || !Array.isArray(head["exchanges"])) return;
  const { exchanges, version, ...rest } = head;
  const list: unknown[] = Array.isArray(exchanges) ? exchanges : [];
  for (const [index, exchange] of list.entries()) {
    const { at, person } = fields(exchange) ?? {};
    await sql`insert into exchanges (conversation, number, at, person, data) values (${id}, ${index + 1},
      ${typeof at === "number" && Number.isSafeInteger(at) ? at : 0}, ${typeof person === "string" ? person : null},
      ${JSON.stringify(exchange)})`.execute(db);
  }
  const latest = Math.min(list.length, 40);
  // Rows of the first version carry no number, and stay of that version.
  const next = { ...(version !== undefined && { version: version === 1 ? 2 : version }), ...rest, latest };
  await sql`update conversations set data = ${JSON.stringify(next)} where id = ${id}`.execute(db);
}

function parsed(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}

function fields(value: unknown): Record<string, unknown> | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : null;
}
