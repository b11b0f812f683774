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
    /** 1 while the command is under way and its outcome not noted; null then, and once a later start has told of it. */
    open: number | null;
  };
  conversations: { id: string; data: string; updated_at: number };
  scenes: DefinitionColumns;
  automations: DefinitionColumns & { enabled: number };
  /** Up to when the due times of a trigger are settled. Keyed by automation and place of the trigger. */
  cursors: { automation: string; trigger: number; settled_to: number };
  /** Triggers with `for` that wait. Keyed by automation, trigger and device. */
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
    /** null where it does not ring, or nobody said as what. */
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
    /** Copies out of the cause, unique together with the definition: a due time has one row. */
    trigger: number | null;
    due_at: number | null;
    origin: string;
    started_at: number;
    finished_at: number | null;
    conditions: string;
    steps: string;
    missed_count: number | null;
    missed_last: number | null;
    /** Where it stands; null once it has ended. */
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
  /** Wrong PINs in a row, keyed by whose PIN it should have been, or by the way they came. */
  pin_tries: {
    id: string;
    wrong: number;
    /** How often it was locked in a row. */
    locks: number;
    /** No other is taken before this. */
    not_before: number;
    at: number;
  };
  /** Whether somebody is at home, by which signs; keyed by person. */
  presence: { id: string; state: string; updated_at: number };
  /** `home`: 1 came, 0 went, null nothing tells any more. */
  presence_changes: { id: string; person: string; home: number | null; at: number };
  /** The modes of the home; `place`: their order. */
  modes: { id: string; place: number; definition: string; updated_at: number };
  /** When which mode began, and which was before. Ids grow. */
  mode_changes: { id: string; mode: string; before: string; at: number; origin_json: string };
  /** What people were told. `text` and `act` as JSON; `people`: ids as JSON, null for everybody. */
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
  /** Ways to send notices. `levels`, `quiet`, `settings` and `secrets` as JSON. */
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
    /** Nothing of it is ever told. */
    secrets: string;
    created_at: number;
  };
  /** How sending by them goes. */
  channel_states: {
    channel: string;
    /** In a row. */
    failures: number;
    failing_since: number | null;
    failure: string | null;
    worked_at: number | null;
    /** The receiver is known to replace what comes twice. */
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
    /** Id of the message that it is sent in, once one was begun. */
    message: string | null;
    created_at: number;
    settled_at: number | null;
  };
  /** Until when nothing but alarms is sent; `person` is empty for everybody. */
  quiet_until: { person: string; until: number };
  /** Who holds the schedules, when several instances share the store. */
  leases: { name: string; holder: string; expires_at: number };
  /** The past of the home: in PostgreSQL. Beside a SQLite file it has one of its own. Its SQL is in `history/`. */
  history_series: HistoryColumns["series"];
  history_points: HistoryColumns["points"];
  history_summaries: HistoryColumns["summaries"];
  history_notes: HistoryColumns["notes"];
  memory: {
    id: string;
    /** null: of the whole home. */
    person: string | null;
    kind: string;
    /** As it was said. */
    text: string;
    /** What its kind holds, as JSON. */
    content: string;
    at: number;
    by: string | null;
    until: number | null;
  };
  /** What is noted of changes of the memory: not what was remembered. */
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
