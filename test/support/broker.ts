import { Broker } from "../../src/bridge/index.ts";
import { Mosquitto } from "./mosquitto.ts";

/** A broker on a free port of this machine that a test can stop and bring back on the same port. */
export interface TestBroker {
  readonly url: string;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** The brokers that everything about MQTT is tested with, by name. */
export const BROKERS: Readonly<Record<"aedes" | "mosquitto", () => TestBroker>> = {
  aedes: () => new Aedes(),
  mosquitto: () => new Mosquitto(),
};

/** Jia's own broker. It comes back on the port that it had. */
class Aedes implements TestBroker {
  #broker = new Broker({ port: 0 });

  get url(): string {
    return this.#broker.url;
  }

  async start(): Promise<void> {
    await this.#broker.start();
  }

  async stop(): Promise<void> {
    const { port } = this.#broker;
    await this.#broker.stop();
    this.#broker = new Broker({ port });
  }
}
