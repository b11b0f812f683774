import { cleanText, type Message } from "../home/index.ts";
import { message } from "../language/index.ts";
import type { LeftOut } from "./readable.ts";

/** Rows that are kept in mind at most. */
const MOST = 1_000;

/** The rows that this version cannot read: each is told of once, and can be asked for. */
export class SetAside {
  readonly #warn: (what: Message) => void;
  /** Keyed by kind and id. */
  readonly #rows = new Map<string, LeftOut>();

  /** @param warn the log */
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

/** A row that is left out, for people. */
export function leftOutMessage({ kind, id, why }: LeftOut): Message {
  return message("store.leftOut", { kind, id: cleanText(id), why });
}
