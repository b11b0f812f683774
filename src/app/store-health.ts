import type { Logger } from "pino";
import { errorMessage, type JiaError, type Message } from "../home/index.ts";
import { errorText, type Language, message, textOf } from "../language/index.ts";
import { type Database, type LeftOut, leftOutMessage } from "../store/index.ts";

/** How often the database is asked whether it still answers, and how often while it is in trouble. Milliseconds. */
const EVERY_MS = 10_000;
const IN_TROUBLE_MS = 1_000;

/** Knows whether the store can be used, without asking it at every look, and tells the log when that changes. */
export class StoreHealth {
  readonly #database: Database;
  readonly #language: Language;
  readonly #log: Logger;
  #timer: NodeJS.Timeout | null = null;
  /** What was told of last. */
  #told: JiaError["code"] | null = null;
  #stopped = false;

  /** @param language the log's */
  constructor(database: Database, language: Language, log: Logger) {
    this.#database = database;
    this.#language = language;
    this.#log = log;
  }

  /** What is wrong and what to do, null when the store can be used. */
  problem(language: Language): string | null {
    const { trouble } = this.#database;
    return trouble && errorText(trouble, language);
  }

  /** What people are told while nothing can be saved; null while it can. */
  trouble(): Message | null {
    const { trouble } = this.#database;
    return trouble && message("notices.storeTrouble", { problem: errorMessage(trouble) });
  }

  start(): void {
    this.#wait();
  }

  stop(): void {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
  }

  /** Something could not be written: it is looked at soon, when the store is the reason. */
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

/** Rows that are named at most. */
const NAMED = 5;

/** What is left out because it cannot be read; null when nothing is. */
export function unreadableRowsNotice(rows: readonly LeftOut[], language: Language): string | null {
  if (rows.length === 0) return null;
  const named = rows.slice(0, NAMED).map(leftOutMessage);
  return textOf(message("store.leftOutAll", { rows: named, more: rows.length - named.length }), language);
}
