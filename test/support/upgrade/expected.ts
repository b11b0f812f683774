/** What a fixture holds, as the version that wrote it had it in its hands: written beside it, compared with what is read later. */
import type { AuditEntry } from "../../../src/home/index.ts";
import type { AuditFilter, Store } from "../../../src/store/index.ts";
import type { ContinuedState } from "./go-on.ts";
import type { Household } from "./household.ts";
import { TALKS, type Talk } from "./talks.ts";

/** Questions to the audit. */
const FILTERS: readonly AuditFilter[] = [
  { device: "miot:study-fan" },
  { device: "miot:hallway-lock", origin: "scene" },
  { origin: "conversation" },
  { origin: "schedule", limit: 3 },
  { from: Date.parse("2026-11-27T19:00:00+08:00"), to: Date.parse("2026-11-27T19:59:00+08:00") },
];

export interface StoredContents {
  readonly scenes: readonly unknown[];
  readonly automations: readonly unknown[];
  readonly timers: readonly unknown[];
  readonly cursors: readonly unknown[];
  readonly holds: readonly unknown[];
  /** All runs, newest first. */
  readonly runs: readonly unknown[];
  /** Ids of those that had not ended, with where they stood. */
  readonly unfinished: readonly unknown[];
  /** Exchanges, keyed by the id of the conversation. */
  readonly conversations: Readonly<Record<string, readonly unknown[]>>;
  /** All entries of the audit, newest first; those of one moment by their text. */
  readonly audit: readonly unknown[];
  readonly queries: readonly { readonly filter: AuditFilter; readonly entries: readonly unknown[] }[];
  readonly settings: Readonly<Record<string, unknown>>;
  /** Missing in fixtures of versions that knew none, like what follows. */
  readonly notices?: readonly unknown[];
  readonly noticeReads?: readonly unknown[];
  readonly channels?: readonly unknown[];
  readonly channelStates?: readonly unknown[];
  /** What waited to be sent, or was being sent. */
  readonly outbox?: readonly unknown[];
  readonly quietUntil?: readonly unknown[];
  readonly modes?: readonly unknown[];
  readonly modeChanges?: readonly unknown[];
  readonly memory?: readonly unknown[];
  /** What was changed in it, of the home and of Li. */
  readonly memoryChanges?: readonly unknown[];
  /** What people set for devices, rooms and floors, and their groups: pairs of id and value. */
  readonly deviceOverrides?: readonly unknown[];
  readonly rooms?: readonly unknown[];
  readonly floors?: readonly unknown[];
  readonly groups?: readonly unknown[];
}

export interface Expected {
  /** The version in package.json. */
  readonly version: string;
  readonly held: StoredContents;
  /** Commands that were under way when the process ended. */
  readonly interrupted: number;
  /** URN of each model of the folder of specs. */
  readonly specs: Readonly<Record<string, string>>;
  readonly talks: readonly Talk[];
  readonly wentOn: ContinuedState;
}

/** Everything that a store holds, through its repositories; conversations of these talks, the audit also by these filters. */
export async function storedContents(
  store: Store,
  talks: readonly Talk[] = TALKS,
  filters: readonly AuditFilter[] = FILTERS,
): Promise<StoredContents> {
  const { scenes, automations, timers, runs, conversations, audit, database } = store;
  const queries: StoredContents["queries"][number][] = [];
  for (const filter of filters) queries.push({ filter, entries: inOrder(await audit.list(filter)) });
  const exchanges: [string, readonly unknown[]][] = [];
  for (const { id } of talks) exchanges.push([id, (await conversations.load(id))?.exchanges ?? []]);
  const settings = await database.db.selectFrom("settings").selectAll().orderBy("key").execute();
  const sorted = (list: readonly object[]) =>
    list
      .map((each) => JSON.stringify(each))
      .sort()
      .map(parsed);
  return {
    scenes: await scenes.all(),
    automations: await automations.all(),
    timers: await timers.all(),
    cursors: sorted(await automations.cursors()),
    holds: sorted(await automations.holds()),
    runs: await runs.list({ limit: 10_000 }),
    unfinished: sorted((await runs.unfinished()).map(({ run: { id }, checkpoint }) => ({ id, checkpoint }))),
    conversations: Object.fromEntries(exchanges),
    audit: inOrder(await audit.list({ limit: 10_000 })),
    queries,
    settings: Object.fromEntries(settings.map(({ key, value }) => [key, JSON.parse(value)])),
    notices: await store.notices.all(),
    noticeReads: sorted(await store.notices.reads()),
    channels: await store.channels.all(),
    channelStates: sorted(await store.channels.states()),
    outbox: await store.outbox.unsettled(),
    quietUntil: sorted(await store.channels.quietUntil()),
    modes: await store.modes.all(),
    modeChanges: await store.modes.changes(0, 8.64e15, 1_000),
    memory: await store.memory.all(),
    memoryChanges: await store.memory.changes([null, "li"], 1_000),
    deviceOverrides: sorted([...(await store.deviceOverrides.all())]),
    rooms: [...(await store.homeParts.all("room"))],
    floors: [...(await store.homeParts.all("floor"))],
    groups: [...(await store.homeParts.all("group"))],
  };
}

/** The same of a household that still runs: what it has in its hands, not what it would read. */
export async function liveContents({ planner, store }: Household): Promise<StoredContents> {
  const read = await storedContents(store);
  const saved = ({ definition, approved, createdAt, updatedAt }: Saved) => ({
    definition,
    approved,
    createdAt,
    updatedAt,
  });
  const timers = new Set(read.timers.map((timer) => JSON.stringify(timer)));
  return {
    ...read,
    scenes: planner.scenes.list().map(saved),
    automations: planner.automations.list().map(saved),
    // One was taken out of the store just before the process ended.
    timers: planner.timers.list().filter((timer) => timers.has(JSON.stringify(timer))),
  };
}

interface Saved {
  readonly definition: unknown;
  readonly approved: boolean;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** Commands of one moment go out together: their rows have no order. */
function inOrder(entries: readonly AuditEntry[]): readonly AuditEntry[] {
  return entries.toSorted((a, b) => b.at - a.at || (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

function parsed(text: string): unknown {
  return JSON.parse(text);
}
