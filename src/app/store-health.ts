import type { Logger } from "pino";
import { errorMessage, type JiaError, type Message } from "../home/index.ts";
import { errorText, type Language, message, textOf } from "../language/index.ts";
import { type Database, type LeftOut, leftOutMessage } from "../store/index.ts";

/** How often the database is checked, and how often while it is in trouble, in milliseconds. */
const EVERY_MS = 10_000;
const IN_TROUBLE_MS = 1_000;

/** Tracks whether the store can be used, by checks at intervals, and logs changes. */
export class StoreHealth {
  readonly #database: Database;
  readonly #language: Language;
  readonly #log: Logger;
  #timer: NodeJS.Timeout | null = null;
  /** The code of the trouble that was logged last; null: none. */
  #told: JiaError["code"] | null = null;
  #stopped = false;

  /** @param language the language of the log */
  constructor(database: Database, language: Language, log: Logger) {
    this.#database = database;
    this.#language = language;
    this.#log = log;
  }

  /** The problem with advice; null when the store can be used. */
  problem(language: Language): string | null {
    const { trouble } = this.#database;
    return trouble && errorText(trouble, language);
  }

  /** The notice for people while nothing can be saved; null while it can. */
  trouble(): Message | null {
    const { trouble } = this.#database;
    return trouble && message("notices.storeTrouble", { problem: errorMessage(trouble) });
  }

  /** Begins to check at intervals. */
  start(): void {
    this.#wait();
  }

  stop(): void {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
  }

  /** Called when something could not be written. Checks the store soon if it is the reason. */
  failed(error: unknown): void {
    if (!this.#database.trouble) this.#log.error({ err: error }, "a command could not be noted in the audit");
    this.#tell();
    this.#wait();
  }

  #wait(): void {
    if (this.#stopped) return;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#look(), this.#database.trouble ? IN_TROUBLE_MS : EVERY_MS);
  }

  async #look(): Promise<void> {
    await this.#database.check();
    this.#tell();
    this.#wait();
  }

  #tell(): void {
    const { trouble } = this.#database;
    const code = trouble?.code ?? null;
    if (code === this.#told) return;
    this.#told = code;
    if (trouble) this.#log.error({ err: trouble.cause ?? trouble }, errorText(trouble, this.#language));
    else this.#log.warn("the store can be written again");
  }
}

/** The most rows that a message names. */
const NAMED = 5;

/** The message about unreadable rows; null when there are none. */
export function unreadableRowsNotice(rows: readonly LeftOut[], language: Language): string | null {
  if (rows.length === 0) return null;
  const named = rows.slice(0, NAMED).map(leftOutMessage);
  return textOf(message("store.leftOutAll", { rows: named, more: rows.length - named.length }), language);
}
