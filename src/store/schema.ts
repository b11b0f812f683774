/**
 * The tables, the same in SQLite and PostgreSQL: text, integers and JSON as text. Times are milliseconds since the epoch;
 * yes and no are 1 and 0.
 */
import type { Generated } from "kysely";
import type { DefinitionColumns } from "./definitions.ts";
import type { HistoryColumns } from "./history/tables.ts";

export interface Tables {
  settings: { key: string; value: string; updated_at: number };
  audit: {
    id: Generated<number>;
    /** When it was asked for. */
    at: number;
    /** Kind of the origin, and its id or name where it has one. */
    origin: string;
    origin_json: string;
    device: string;
    command: string;
    /** `unknown` while the row is open. */
    outcomes: string;
    ms: number;
    /** 1 while the outcome is missing; null when it is written, and after a later start has reported the row. */
    open: number | null;
  };
  /** Without the exchanges. */
  conversations: { id: string; data: string; updated_at: number };
  /** What people set for devices, keyed by device id. */
  device_overrides: { id: string; data: string; updated_at: number };
  /** What people set for rooms and floors, and the groups that they made; keyed by kind and id. */
  home_parts: { kind: string; id: string; data: string; updated_at: number };
  /** Keyed by ISO date in the zone of the home. */
  model_usage: {
    day: string;
    requests: number;
    prompt_tokens: number;
    completion_tokens: number;
    cached_tokens: number;
    /** US dollars. */
    cost: number;
  };
  /** What was said in them, numbered from 1 within each. */
  exchanges: { conversation: string; number: number; at: number; person: string | null; data: string };
  scenes: DefinitionColumns;
  automations: DefinitionColumns & { enabled: number };
  /** Up to when the due times of a trigger are settled. Keyed by automation and index of the trigger. */
  cursors: { automation: string; trigger: number; settled_to: number };
  /** Waiting triggers with `for`. Keyed by automation, trigger and device. */
  holds: { automation: string; trigger: number; device: string; since: number };
  timers: {
    id: string;
    name: string;
    /** null while it is paused. */
    due_at: number | null;
    /** null while it runs. */
    remaining_ms: number | null;
    duration_ms: number;
    commands: string;
    /** null when it does not ring, or its kind is not known. */
    rings: string | null;
    approved: number;
    origin: string;
    room: string | null;
    created_at: number;
  };
  runs: {
    id: string;
    kind: string;
    /** Id of the automation, scene or timer. */
    definition: string;
    name: string;
    status: string;
    reason: string;
    cause: string;
    /** Copied from the cause; unique together with the definition, so that a due time has one row. */
    trigger: number | null;
    due_at: number | null;
    origin: string;
    started_at: number;
    finished_at: number | null;
    conditions: string;
    steps: string;
    missed_count: number | null;
    missed_last: number | null;
    /** The position of an unfinished run; null once it has ended. */
    checkpoint: string | null;
  };
  people: {
    id: string;
    name: string;
    /** All but the PIN, as JSON. */
    definition: string;
    /** Its hash, with salt and costs; null without one. */
    pin: string | null;
    created_at: number;
    updated_at: number;
  };
  /** Tokens that act as a person: only their hashes. */
  person_tokens: { id: string; person: string; name: string; hash: string; created_at: number };
  /** Named tokens and sessions: of their secrets only hashes. `rooms` is a JSON list. */
  access_grants: {
    id: string;
    hash: string;
    kind: string;
    name: string;
    scope: string;
    rooms: string | null;
    room: string | null;
    person: string | null;
    created_at: number;
    expires_at: number | null;
    last_used_at: number | null;
  };
  /** Wrong PINs in a row, keyed by person or by way in. */
  pin_tries: {
    id: string;
    wrong: number;
    /** Locks in a row. */
    locks: number;
    /** No PIN is checked before this. */
    not_before: number;
    at: number;
  };
  /** The presence of a person with the signs; keyed by person. */
  presence: { id: string; state: string; updated_at: number };
  /** `home`: 1 came, 0 left, null not known any more. */
  presence_changes: { id: string; person: string; home: number | null; at: number };
  /** The modes of the home; `place`: their order. */
  modes: { id: string; place: number; definition: string; updated_at: number };
  /** When which mode began, and which was before. Ids grow. */
  mode_changes: { id: string; mode: string; before: string; at: number; origin_json: string };
  /** Notices. `text` and `act` as JSON; `people`: ids as JSON, null for everybody. */
  notices: {
    id: string;
    at: number;
    last_at: number;
    level: string;
    subject: string;
    text: string;
    source: string;
    device: string | null;
    room: string | null;
    act: string | null;
    lasting: number;
    people: string | null;
    count: number;
    ended_at: number | null;
    not_after: number;
  };
  /** Who has read them; `reader` is empty for everybody. */
  notice_reads: { notice: string; reader: string; at: number };
  /** Channels. `levels`, `quiet`, `settings` and `secrets` as JSON. */
  channels: {
    id: string;
    way: string;
    name: string;
    /** null: for everybody. */
    person: string | null;
    levels: string;
    quiet: string | null;
    enabled: number;
    settings: string;
    /** Never shown. */
    secrets: string;
    created_at: number;
  };
  /** The state of sending by channels. */
  channel_states: {
    channel: string;
    /** In a row. */
    failures: number;
    failing_since: number | null;
    failure: string | null;
    worked_at: number | null;
    /** Whether the receiver is known to replace repeated messages. */
    replaces: number;
  };
  /** Notices that are to be sent, one row a notice and channel. */
  outbox: {
    id: string;
    notice: string;
    channel: string;
    level: string;
    /** `waiting`, `sending`, or how it ended. */
    state: string;
    due_at: number;
    not_after: number;
    attempts: number;
    /** Id of the message that contains it, once sending began. */
    message: string | null;
    created_at: number;
    settled_at: number | null;
  };
  /** Until when nothing but alarms is sent; `person` is empty for everybody. */
  quiet_until: { person: string; until: number };
  /** Leases, when several instances share the store. */
  leases: { name: string; holder: string; expires_at: number };
  /** The history, in PostgreSQL only; with SQLite it has a file of its own. Its SQL is in `history/`. */
  history_series: HistoryColumns["series"];
  history_points: HistoryColumns["points"];
  history_summaries: HistoryColumns["summaries"];
  history_notes: HistoryColumns["notes"];
  memory: {
    id: string;
    /** null: of the whole home. */
    person: string | null;
    kind: string;
    /** The person's own words. */
    text: string;
    /** The content of its kind, as JSON. */
    content: string;
    at: number;
    by: string | null;
    until: number | null;
  };
  /** Changes of the memory, without the content. */
  memory_changes: {
    id: Generated<number>;
    at: number;
    change: string;
    kind: string;
    entry: string | null;
    person: string | null;
    origin: string;
  };
}
