import { randomUUID } from "node:crypto";
import type { MqttClient } from "mqtt";
import { until } from "../../test/support/until.ts";

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

  /** @param path what comes behind `bridge/request/`. @throws when the answer is an error, or none comes */
  async ask(path: string, data: Readonly<Record<string, unknown>>): Promise<void> {
    const transaction = randomUUID();
    await this.#client.publishAsync(`zigbee2mqtt/bridge/request/${path}`, JSON.stringify({ ...data, transaction }));
    const answer = await until(`the answer to ${path}`, () => this.#answers.get(transaction));
    if (answer.status !== "ok") throw new Error(`${path}: ${answer.error}`);
  }
}
