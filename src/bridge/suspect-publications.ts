import { keepNewest } from "../home/index.ts";
import { packetBytes } from "./broker-limits.ts";
import type { Publication } from "./dialect.ts";

/** A connection that ends so soon after a publication, in milliseconds, may have ended because of it. */
export const SOON = 2000;
/** How long a publication that ends connections is left out, in milliseconds: what was wrong may have been mended. */
const LEFT_OUT = 600_000;
/** Topics that are remembered. */
const MAX_TOPICS = 1000;

interface Suspicion {
  readonly bytes: number;
  /** How often in a row. */
  readonly endings: number;
  /** When it ended a connection last, milliseconds of the clock given. */
  readonly at: number;
}

/**
 * Finds the publication that makes the broker end the connection: the last one before the end. After two such ends,
 * without an uneventful sending in between, it is left out for a while, and with it everything on its topic that is as
 * long or longer.
 */
export class SuspectPublications {
  readonly #now: () => number;
  #last: { readonly topic: string; readonly bytes: number; readonly at: number } | null = null;
  /** Keyed by topic. */
  readonly #blamed = new Map<string, Suspicion>();
  /** When a suspect publication was first sent on the present connection, keyed by topic. */
  readonly #trials = new Map<string, number>();

  /** @param now milliseconds, from any beginning */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Whether a publication has ended connections and is left out. */
  has(publication: Publication): boolean {
    if (this.#blamed.size === 0) return false;
    const blame = this.#blamed.get(publication.topic);
    if (!blame || blame.endings < 2 || packetBytes(publication) < blame.bytes) return false;
    if (this.#now() - blame.at < LEFT_OUT) return true;
    this.#blamed.delete(publication.topic);
    return false;
  }

  sent(publication: Publication): void {
    const { topic } = publication;
    const at = this.#now();
    this.#last = { topic, bytes: packetBytes(publication), at };
    if (this.#blamed.has(topic) && !this.#trials.has(topic)) this.#trials.set(topic, at);
  }

  /**
   * Notes that the connection ended, and not by us.
   * @param sure the broker said that it was sent something wrong
   * @returns the topic that is left out from now on; null for none
   */
  ended(sure: boolean): string | null {
    const last = this.#last;
    this.#last = null;
    // The connection outlived these, so they are not the cause.
    for (const [topic, at] of this.#trials) if (this.#now() - at > SOON) this.#blamed.delete(topic);
    this.#trials.clear();
    if (!last || this.#now() - last.at > SOON) return null;
    const before = this.#blamed.get(last.topic)?.endings ?? 0;
    const endings = sure ? 2 : before + 1;
    this.#blamed.delete(last.topic);
    this.#blamed.set(last.topic, { bytes: last.bytes, endings, at: this.#now() });
    keepNewest(this.#blamed, MAX_TOPICS);
    return endings >= 2 && before < 2 ? last.topic : null;
  }
}
