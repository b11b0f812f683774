import { hasWildcards, topicFits } from "../../home/index.ts";
import type { DialectOutput, InboundMessage } from "../dialect.ts";
import type { FoundDevice } from "./found-device.ts";

/** Most topics whose last message is remembered. */
const MAX_REMEMBERED = 30_000;
const NOBODY: ReadonlySet<FoundDevice> = new Set();

/** Who hears which topic, and what was said there last. */
export class Hearers {
  /** Keyed by topic or filter. */
  readonly #hearers = new Map<string, Set<FoundDevice>>();
  /** Those of them that are filters with wildcards. */
  readonly #wild = new Set<string>();
  /** The last message of each topic, for devices that are made anew. */
  readonly #last = new Map<string, InboundMessage>();

  of(topic: string): ReadonlySet<FoundDevice> {
    const exact = this.#hearers.get(topic) ?? NOBODY;
    if (this.#wild.size === 0) return exact;
    const found = new Set(exact);
    for (const filter of this.#wild) {
      if (topicFits(filter, topic)) for (const each of this.#hearers.get(filter) ?? []) found.add(each);
    }
    return found;
  }

  remember(message: InboundMessage): void {
    if (this.#last.size < MAX_REMEMBERED || this.#last.has(message.topic)) this.#last.set(message.topic, message);
  }

  /** What was said last on the topics of a device. */
  remembered(found: FoundDevice): InboundMessage[] {
    return [...found.topics].flatMap((topic) =>
      hasWildcards(topic)
        ? [...this.#last.values()].filter((last) => topicFits(topic, last.topic))
        : (this.#last.get(topic) ?? []),
    );
  }

  /** Puts the new shape of a device in the place of its old one: what has to be subscribed to, and what not any more. */
  exchange(before: FoundDevice | null, after: FoundDevice | null): DialectOutput[] {
    const added = after ? [...after.topics].filter((topic) => this.#add(topic, after)) : [];
    const gone = before ? [...before.topics].filter((topic) => this.#remove(topic, before)) : [];
    return [
      ...(gone.length > 0 ? [{ kind: "unsubscribe" as const, filters: gone }] : []),
      ...(added.length > 0 ? [{ kind: "subscribe" as const, filters: added }] : []),
    ];
  }

  /** Whether it is the first to hear the topic. */
  #add(topic: string, found: FoundDevice): boolean {
    const hearers = this.#hearers.get(topic);
    if (hearers) {
      hearers.add(found);
      return false;
    }
    this.#hearers.set(topic, new Set([found]));
    if (hasWildcards(topic)) this.#wild.add(topic);
    return true;
  }

  /** Whether nobody hears the topic any more. */
  #remove(topic: string, found: FoundDevice): boolean {
    const hearers = this.#hearers.get(topic);
    hearers?.delete(found);
    if (hearers?.size !== 0) return false;
    this.#hearers.delete(topic);
    this.#wild.delete(topic);
    this.#last.delete(topic);
    return true;
  }
}
