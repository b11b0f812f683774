import { hasWildcards } from "../../home/index.ts";
import type { DialectOutput, InboundMessage } from "../dialect.ts";
import { messageProblem } from "../message-json.ts";
import type { DiscoveredDevice } from "./discovered-device.ts";
import { FilterTree } from "./filter-tree.ts";

/** Most messages that are remembered, and their bytes. */
const MAX_REMEMBERED = 30_000;
const MAX_REMEMBERED_BYTES = 64 * 1_048_576;
/** Most topics of one filter whose message is remembered. */
const MAX_OF_FILTER = 1000;
/** Most filters with wildcards. */
const MAX_WILD = 1000;

/** The devices that subscribe to each topic, and the last message of each. */
export class TopicSubscribers {
  /** Keyed by topic or filter. */
  readonly #subscribers = new Map<string, Set<DiscoveredDevice>>();
  /** The filters with wildcards among them. */
  readonly #wild = new FilterTree();
  /** The last messages, for devices that are made anew: keyed by topic or filter, then by topic. */
  readonly #last = new Map<string, Map<string, InboundMessage>>();
  #remembered = 0;
  #bytes = 0;

  /** Whether any device subscribes to a topic. */
  has(topic: string): boolean {
    return this.#subscribers.has(topic) || this.#wild.matching(topic).length > 0;
  }

  /** Everybody who hears a topic, once each. */
  *of(topic: string): Generator<DiscoveredDevice> {
    const filters = [topic, ...this.#wild.matching(topic)];
    const seen = new Set<DiscoveredDevice>();
    for (const filter of filters) {
      for (const found of this.#subscribers.get(filter) ?? []) {
        if (filters.length > 1) {
          if (seen.has(found)) continue;
          seen.add(found);
        }
        yield found;
      }
    }
  }

  remember(message: InboundMessage): void {
    const { topic } = message;
    if (this.#subscribers.has(topic)) this.#keep(topic, message);
    for (const filter of this.#wild.matching(topic)) this.#keep(filter, message);
  }

  /** The last messages on the topics of a device. */
  remembered(found: DiscoveredDevice): InboundMessage[] {
    return [...found.topics].flatMap((topic) => [...(this.#last.get(topic)?.values() ?? [])]);
  }

  /** Replaces a device by its newly built form; returns the subscriptions that change. */
  exchange(before: DiscoveredDevice | null, after: DiscoveredDevice | null): DialectOutput[] {
    const outputs: DialectOutput[] = [];
    const added: string[] = [];
    for (const topic of after?.topics ?? []) {
      if (!after) continue;
      if (!this.#subscribers.has(topic) && hasWildcards(topic) && this.#wild.size >= MAX_WILD) {
        outputs.push(messageProblem("too-many", { topic }, `more than ${MAX_WILD} topics with wildcards`));
      } else if (this.#add(topic, after)) added.push(topic);
    }
    const gone = before ? [...before.topics].filter((topic) => this.#remove(topic, before)) : [];
    if (gone.length > 0) outputs.push({ kind: "unsubscribe", filters: gone });
    if (added.length > 0) outputs.push({ kind: "subscribe", filters: added });
    return outputs;
  }

  #keep(key: string, message: InboundMessage): void {
    const kept = this.#last.get(key) ?? new Map<string, InboundMessage>();
    const before = kept.get(message.topic);
    const bytes = message.payload.length - (before?.payload.length ?? 0);
    if (this.#bytes + bytes > MAX_REMEMBERED_BYTES) return;
    if (!before && (this.#remembered >= MAX_REMEMBERED || kept.size >= MAX_OF_FILTER)) return;
    this.#bytes += bytes;
    if (!before) this.#remembered += 1;
    this.#last.set(key, kept.set(message.topic, message));
  }

  /**
   * Adds a subscriber.
   * @returns whether it is the first of the topic
   */
  #add(topic: string, found: DiscoveredDevice): boolean {
    const subscribers = this.#subscribers.get(topic);
    if (subscribers) {
      subscribers.add(found);
      return false;
    }
    this.#subscribers.set(topic, new Set([found]));
    if (hasWildcards(topic)) this.#wild.add(topic);
    return true;
  }

  /**
   * Removes a subscriber.
   * @returns whether it was the last of the topic
   */
  #remove(topic: string, found: DiscoveredDevice): boolean {
    const subscribers = this.#subscribers.get(topic);
    subscribers?.delete(found);
    if (subscribers?.size !== 0) return false;
    this.#subscribers.delete(topic);
    this.#wild.delete(topic);
    for (const { payload } of this.#last.get(topic)?.values() ?? []) {
      this.#bytes -= payload.length;
      this.#remembered -= 1;
    }
    this.#last.delete(topic);
    return true;
  }
}
