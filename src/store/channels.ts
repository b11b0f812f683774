import type { Selectable } from "kysely";
import { z } from "zod";
import { NOTICE_LEVELS, type Phrase } from "../home/index.ts";
import type { Channel, ChannelState, ChannelStorage, QuietUntil } from "../people/notices/index.ts";
import type { Database } from "./database.ts";
import { readRows, type UnreadableHandler } from "./read-rows.ts";
import { checkedForm, MomentForm, PhraseForm } from "./row-forms.ts";
import type { Tables } from "./schema.ts";

/** Channels, the state of sending by them, and until when people get only alarms. */
export class ChannelRepository implements ChannelStorage {
  readonly #database: Database;
  readonly #unreadable: UnreadableHandler;

  constructor(database: Database, unreadable: UnreadableHandler) {
    this.#database = database;
    this.#unreadable = unreadable;
  }

  async all(): Promise<Channel[]> {
    const rows = await this.#database.db
      .selectFrom("channels")
      .selectAll()
      .orderBy("created_at")
      .orderBy("id")
      .execute();
    return readRows(rows, "channel", channelOf, this.#unreadable);
  }

  async save(channel: Channel): Promise<void> {
    const row = channelRow(channel);
    await this.#database.durably((db) =>
      db
        .insertInto("channels")
        .values(row)
        .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
        .execute(),
    );
  }

  async remove(id: string): Promise<void> {
    await this.#database.durably(async (db) => {
      await db.deleteFrom("channels").where("id", "=", id).execute();
      await db.deleteFrom("channel_states").where("channel", "=", id).execute();
    });
  }

  async states(): Promise<ChannelState[]> {
    const rows = await this.#database.db.selectFrom("channel_states").selectAll().execute();
    const named = rows.map((row) => ({ ...row, id: row.channel }));
    return readRows(named, "channel", stateOf, this.#unreadable);
  }

  async saveState(state: ChannelState): Promise<void> {
    const row = {
      channel: state.channel,
      failures: state.failures,
      failing_since: state.failingSince,
      failure: state.failure === null ? null : JSON.stringify(state.failure),
      worked_at: state.workedAt,
      replaces: state.replaces ? 1 : 0,
    };
    await this.#database.transaction((db) =>
      db
        .insertInto("channel_states")
        .values(row)
        .onConflict((conflict) => conflict.column("channel").doUpdateSet(row))
        .execute(),
    );
  }

  async quietUntil(): Promise<QuietUntil[]> {
    const rows = await this.#database.db.selectFrom("quiet_until").selectAll().execute();
    return rows.map(({ person, until }) => ({ person: person === "" ? null : person, until }));
  }

  async saveQuietUntil({ person, until }: QuietUntil): Promise<void> {
    await this.#database.durably((db) =>
      db
        .insertInto("quiet_until")
        .values({ person: person ?? "", until })
        .onConflict((conflict) => conflict.column("person").doUpdateSet({ until }))
        .execute(),
    );
  }
}

function channelRow(channel: Channel): Tables["channels"] {
  return {
    id: channel.id,
    way: channel.way,
    name: channel.name,
    person: channel.person,
    levels: JSON.stringify(channel.levels),
    quiet: channel.quiet && JSON.stringify(channel.quiet),
    enabled: channel.enabled ? 1 : 0,
    settings: JSON.stringify(channel.settings),
    secrets: JSON.stringify(channel.secrets),
    created_at: channel.createdAt ?? 0,
  };
}

const Values = z.record(z.string(), z.string());
const ChannelForm = z.looseObject({
  levels: z.array(z.enum(NOTICE_LEVELS)),
  quiet: z.looseObject({ from: z.string(), to: z.string(), alarms: z.boolean() }).nullable(),
  settings: Values,
  secrets: Values,
  createdAt: MomentForm,
});

/** The channel of a row. @throws Error when a column has an invalid value */
function channelOf(row: Selectable<Tables["channels"]>): Channel {
  const channel: Channel = {
    id: row.id,
    way: row.way,
    name: row.name,
    person: row.person,
    levels: JSON.parse(row.levels),
    quiet: row.quiet === null ? null : JSON.parse(row.quiet),
    enabled: row.enabled === 1,
    settings: JSON.parse(row.settings),
    secrets: JSON.parse(row.secrets),
    createdAt: row.created_at,
  };
  return checkedForm(channel, ChannelForm);
}

const StateForm = z.looseObject({ failure: PhraseForm.nullable() });

/** The state of a row. @throws Error when a column has an invalid value */
function stateOf(row: Selectable<Tables["channel_states"]>): ChannelState {
  const state: ChannelState = {
    channel: row.channel,
    failures: row.failures,
    failingSince: row.failing_since,
    failure: row.failure === null ? null : (JSON.parse(row.failure) as Phrase),
    workedAt: row.worked_at,
    replaces: row.replaces === 1,
  };
  return checkedForm(state, StateForm);
}
