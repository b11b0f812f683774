import type { InboundMessage } from "../dialect.ts";

/** The messages of one topic. Times are milliseconds since the epoch. */
export interface TopicFacts {
  readonly topic: string;
  /** All messages, the retained one included. */
  readonly messages: number;
  /** The broker kept a message here. */
  readonly retained: boolean;
  /** The newest payload, cut to what a diagnosis needs. */
  readonly payload: Uint8Array;
  /** Bytes of the newest payload before it was cut. */
  readonly bytes: number;
  /** When the newest message arrived that was sent while we listened; null when there was only a retained one. */
  readonly liveAt: number | null;
}

/** Enough for any home; a broker with more is looked at in part. */
const MAX_TOPICS = 50_000;
const KEPT_BYTES = 4096;

/** The topics of a broker, each with its newest message, up to a limit. */
export class TopicSurvey {
  /** Keyed by topic. */
  readonly #topics = new Map<string, TopicFacts>();
  #messages = 0;
  #left = 0;

  get topics(): ReadonlyMap<string, TopicFacts> {
    return this.#topics;
  }

  get messages(): number {
    return this.#messages;
  }

  /** Topics that did not fit any more. */
  get leftOut(): number {
    return this.#left;
  }

  add({ topic, payload, retained, at }: InboundMessage): void {
    this.#messages += 1;
    const known = this.#topics.get(topic);
    if (!known && this.#topics.size >= MAX_TOPICS) {
      this.#left += 1;
      return;
    }
    this.#topics.set(topic, {
      topic,
      messages: (known?.messages ?? 0) + 1,
      retained: retained || (known?.retained ?? false),
      payload: Uint8Array.prototype.slice.call(payload, 0, KEPT_BYTES),
      bytes: payload.length,
      liveAt: retained ? (known?.liveAt ?? null) : at,
    });
  }
}

/** The kept payload as text. */
export function factsText({ payload }: TopicFacts): string {
  return Buffer.from(payload).toString("utf8");
}

/** The kept payload as JSON; undefined when it is not, or was cut. */
export function factsJson(facts: TopicFacts): unknown {
  try {
    return JSON.parse(factsText(facts));
  } catch {
    return undefined;
  }
}
