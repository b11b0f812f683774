import { cleanText, type Message } from "../home/index.ts";
import { message } from "../language/index.ts";
import type { LeftOut } from "./readable.ts";

/** Most rows that are listed. */
const MOST = 1_000;

/** The rows that this version cannot read: each is reported once, and all can be listed. */
export class SetAside {
  readonly #warn: (what: Message) => void;
  /** Keyed by kind and id. */
  readonly #rows = new Map<string, LeftOut>();

  /** @param warn called once for each row */
  constructor(warn: (what: Message) => void) {
    this.#warn = warn;
  }

  note(row: LeftOut): void {
    const key = `${row.kind} ${row.id}`;
    if (this.#rows.has(key) || this.#rows.size >= MOST) return;
    this.#rows.set(key, row);
    this.#warn(leftOutMessage(row));
  }

  get rows(): readonly LeftOut[] {
    return [...this.#rows.values()];
  }
}

/** The message about an unreadable row. */
export function leftOutMessage({ kind, id, why }: LeftOut): Message {
  return message("store.leftOut", { kind, id: cleanText(id), why });
}
