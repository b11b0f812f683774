import type { Insertable, Selectable } from "kysely";
import { z } from "zod";
import { NOTICE_LEVELS, type Phrase } from "../home/index.ts";
import type { Notice, NoticeAct, NoticeRead, NoticeStorage } from "../people/notices/index.ts";
import { BulkWrite } from "./bulk.ts";
import type { Database } from "./database.ts";
import type { DeferredWrites } from "./deferred-writes.ts";
import { GroupCommit } from "./group-commit.ts";
import { readRows, type UnreadableHandler } from "./read-rows.ts";
import { CommandForm, checkedForm, MomentForm, PhraseForm } from "./row-forms.ts";
import type { Tables } from "./schema.ts";

type NoticeRow = Insertable<Tables["notices"]>;

const COLUMNS = [
  "id",
  "at",
  "last_at",
  "level",
  "subject",
  "text",
  "source",
  "device",
  "room",
  "act",
  "lasting",
  "people",
  "count",
  "ended_at",
  "not_after",
] as const satisfies (keyof NoticeRow)[];

/** The notices of the feed, and who has read them. */
export class NoticeRepository implements NoticeStorage {
  readonly #database: Database;
  readonly #late: DeferredWrites;
  readonly #unreadable: UnreadableHandler;
  readonly #saves: GroupCommit<Notice>;
  readonly #upsert: BulkWrite<NoticeRow>;

  constructor(database: Database, late: DeferredWrites, unreadable: UnreadableHandler) {
    this.#database = database;
    this.#late = late;
    this.#unreadable = unreadable;
    this.#upsert = upsertNotices(database);
    this.#saves = new GroupCommit((notices) =>
      database.transaction(async (db) => {
        await this.#upsert.write(db, notices.map(noticeRow));
      }),
    );
  }

  async all(): Promise<Notice[]> {
    const rows = await this.#database.db.selectFrom("notices").selectAll().orderBy("at").orderBy("id").execute();
    return readRows(rows, "notice", noticeOf, this.#unreadable);
  }

  async reads(): Promise<NoticeRead[]> {
    const rows = await this.#database.db.selectFrom("notice_reads").selectAll().execute();
    return rows.map(({ notice, reader, at }) => ({ notice, reader: reader === "" ? null : reader, at }));
  }

  save(notice: Notice): Promise<void> {
    return this.#late.orLater(`notice ${notice.id}`, undefined, () => this.#saves.add(notice.id, notice));
  }

  async saveReads(reads: readonly NoticeRead[]): Promise<void> {
    const rows = reads.map(({ notice, reader, at }) => ({ notice, reader: reader ?? "", at }));
    await this.#database.transaction(async (db) => {
      for (let start = 0; start < rows.length; start += CHUNK) {
        await db
          .insertInto("notice_reads")
          .values(rows.slice(start, start + CHUNK))
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      }
    });
  }

  async remove(ids: readonly string[]): Promise<void> {
    await this.#database.transaction(async (db) => {
      for (let start = 0; start < ids.length; start += CHUNK) {
        const some = ids.slice(start, start + CHUNK);
        await db.deleteFrom("notice_reads").where("notice", "in", some).execute();
        await db.deleteFrom("notices").where("id", "in", some).execute();
      }
    });
  }
}

/** Rows of one statement: far below the limits on bound values of both databases. */
const CHUNK = 100;

function upsertNotices({ db }: Database): BulkWrite<NoticeRow> {
  return new BulkWrite<NoticeRow>(COLUMNS, (rows) =>
    db
      .insertInto("notices")
      .values([...rows])
      .onConflict((conflict) =>
        conflict.column("id").doUpdateSet((set) => ({
          last_at: set.ref("excluded.last_at"),
          level: set.ref("excluded.level"),
          text: set.ref("excluded.text"),
          act: set.ref("excluded.act"),
          count: set.ref("excluded.count"),
          ended_at: set.ref("excluded.ended_at"),
          not_after: set.ref("excluded.not_after"),
        })),
      ),
  );
}

function noticeRow(notice: Notice): NoticeRow {
  return {
    id: notice.id,
    at: notice.at,
    last_at: notice.lastAt,
    level: notice.level,
    subject: notice.subject,
    text: JSON.stringify(notice.text),
    source: notice.source,
    device: notice.device,
    room: notice.room,
    act: notice.act && JSON.stringify(notice.act),
    lasting: notice.lasting ? 1 : 0,
    people: notice.to && JSON.stringify(notice.to),
    count: notice.count,
    ended_at: notice.endedAt,
    not_after: notice.notAfter,
  };
}

const NoticeForm = z.looseObject({
  level: z.enum(NOTICE_LEVELS),
  text: PhraseForm,
  act: z
    .discriminatedUnion("kind", [
      z.looseObject({ kind: z.literal("commands"), commands: z.array(CommandForm), label: PhraseForm }),
      z.looseObject({ kind: z.literal("question"), text: PhraseForm }),
    ])
    .nullable(),
  to: z.array(z.string()).nullable(),
  at: MomentForm,
  lastAt: MomentForm,
  endedAt: MomentForm.nullable(),
  notAfter: MomentForm,
});

/** The notice of a row. @throws Error when a column has an invalid value */
function noticeOf(row: Selectable<Tables["notices"]>): Notice {
  const notice: Notice = {
    id: row.id,
    level: row.level as Notice["level"],
    subject: row.subject,
    text: JSON.parse(row.text) as Phrase,
    source: row.source,
    device: row.device,
    room: row.room,
    act: row.act === null ? null : (JSON.parse(row.act) as NoticeAct),
    lasting: row.lasting === 1,
    to: row.people === null ? null : (JSON.parse(row.people) as string[]),
    at: row.at,
    lastAt: row.last_at,
    count: row.count,
    endedAt: row.ended_at,
    notAfter: row.not_after,
  };
  return checkedForm(notice, NoticeForm);
}
