import { cleanText, type Message } from "../home/index.ts";
import { message } from "../language/index.ts";
import type { UnreadableRow } from "./read-rows.ts";

/** Most rows that are listed. */
const MOST = 1_000;

/** The rows that this version cannot read: each is reported once, and all can be listed. */
export class UnreadableRows {
  readonly #warn: (what: Message) => void;
  /** Keyed by kind and id. */
  readonly #rows = new Map<string, UnreadableRow>();

  /** @param warn called once for each row */
  constructor(warn: (what: Message) => void) {
    this.#warn = warn;
  }

  note(row: UnreadableRow): void {
    const key = `${row.kind} ${row.id}`;
    if (this.#rows.has(key) || this.#rows.size >= MOST) return;
    this.#rows.set(key, row);
    this.#warn(unreadableRowMessage(row));
  }

  get rows(): readonly UnreadableRow[] {
    return [...this.#rows.values()];
  }
}

/** The message about an unreadable row. */
export function unreadableRowMessage({ kind, id, why }: UnreadableRow): Message {
  return message("store.leftOut", { kind, id: cleanText(id), why });
}
