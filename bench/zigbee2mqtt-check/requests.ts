import { randomUUID } from "node:crypto";
import type { MqttClient } from "mqtt";
import { until } from "../../test/support/until.ts";

/** Milliseconds between the questions whether it listens. */
const ASK_AGAIN = 10;

/** Asks Zigbee2MQTT as its own frontend does. */
export class Requests {
  readonly #client: MqttClient;
  /** Keyed by transaction. */
  readonly #answers = new Map<string, { readonly status: string; readonly error?: string }>();

  constructor(client: MqttClient) {
    this.#client = client;
  }

  async start(): Promise<void> {
    this.#client.on("message", (_topic, payload) => {
      const answer = JSON.parse(payload.toString());
      if (typeof answer.transaction === "string") this.#answers.set(answer.transaction, answer);
    });
    await this.#client.subscribeAsync("zigbee2mqtt/bridge/response/#");
  }

  /**
   * Waits until Zigbee2MQTT takes requests: it says that it is online before it listens, and what is sent in between is
   * lost. Gives the milliseconds that it took.
   */
  async ready(): Promise<number> {
    const began = performance.now();
    const known = new Set(this.#answers.keys());
    const asking = setInterval(() => {
      const payload = JSON.stringify({ transaction: randomUUID() });
      this.#client.publish("zigbee2mqtt/bridge/request/health_check", payload);
    }, ASK_AGAIN);
    try {
      await until("an answer to a health check", () => [...this.#answers.keys()].some((key) => !known.has(key)));
      return performance.now() - began;
    } finally {
      clearInterval(asking);
    }
  }

  /** @param path what comes behind `bridge/request/`. @throws when the answer is an error, or none comes */
  async ask(path: string, data: Readonly<Record<string, unknown>>): Promise<void> {
    const transaction = randomUUID();
    await this.#client.publishAsync(`zigbee2mqtt/bridge/request/${path}`, JSON.stringify({ ...data, transaction }));
    const answer = await until(`the answer to ${path}`, () => this.#answers.get(transaction));
    if (answer.status !== "ok") throw new Error(`${path}: ${answer.error}`);
  }
}
