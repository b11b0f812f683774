import assert from "node:assert/strict";
import type { Bridge } from "../../src/bridge/index.ts";
import { Zigbee2MqttDialect } from "../../src/bridge/zigbee2mqtt/index.ts";
import {
  currentValue,
  type Device,
  type Home,
  type Outcome,
  type OutcomeStatus,
  type PropertyAddress,
  type Value,
} from "../../src/home/index.ts";
import { homeOnBridge, setOne } from "../../test/support/home-on-bridge.ts";
import { until } from "../../test/support/until.ts";

/** Milliseconds that Zigbee2MQTT may take to start, and its devices to be interviewed. */
const STARTUP = 60_000;
/** Milliseconds after a connection when Jia asks for the states that it has not heard; short, so that the check is. */
const SETTLE = 300;
/** Characters of a reason that are shown. */
const REASON_LENGTH = 40;
const GATEWAY = "zigbee:bridge";

/** A Jia on the broker, with what the steps ask of it. Whatever fails throws. */
export class Jia {
  readonly #home: Home;
  readonly #bridge: Bridge;

  constructor(url: string) {
    const link = { connection: { url }, dialects: [new Zigbee2MqttDialect()] };
    const { home, bridge } = homeOnBridge({ links: [link], settle: SETTLE });
    this.#home = home;
    this.#bridge = bridge;
  }

  async start(): Promise<void> {
    this.#bridge.start(this.#home);
    await this.#bridge.ready();
  }

  async stop(): Promise<void> {
    await this.#bridge.stop();
  }

  /** Waits until Zigbee2MQTT is online. @param ended whether it ended by itself */
  async online(ended: () => boolean): Promise<void> {
    await until(
      "Zigbee2MQTT to be online",
      () => {
        if (ended()) throw new Error("Zigbee2MQTT ended by itself");
        return this.#home.device(GATEWAY)?.online === true;
      },
      STARTUP,
    );
  }

  /** Opens the network to new devices: asked first, then confirmed by Zigbee2MQTT's answer. */
  async permitJoin(): Promise<void> {
    const properties = [{ address: "gateway.permit-join", value: true }];
    const person = { kind: "person" } as const;
    const asked = await this.#home.execute([{ kind: "set", device: GATEWAY, properties }], person);
    same(asked.outcomes[0], "needs-confirmation");
    const { outcomes } = await this.#home.confirm(asked.confirmation?.id ?? "", person);
    same(outcomes[0], "confirmed");
  }

  /** Waits for a device that has a property: before its interview it has none. */
  discovered(id: string, property: PropertyAddress): Promise<Device> {
    const look = () => {
      const device = this.#home.device(id);
      return device?.spec.properties.has(property) && device;
    };
    return until(`${id} with ${property}`, look, STARTUP);
  }

  /** Waits until something is true of a device. */
  async becomes(id: string, what: string, test: (device: Device) => boolean): Promise<void> {
    await until(`${id} ${what}`, () => {
      const device = this.#home.device(id);
      return device && test(device);
    });
  }

  async shows(id: string, property: PropertyAddress, value: Value): Promise<void> {
    const what = `to show ${value} as ${property}`;
    await this.becomes(id, what, (device) => currentValue(device, property) === value);
  }

  value(id: string, property: PropertyAddress): Value | undefined {
    const device = this.#home.device(id);
    return device && currentValue(device, property);
  }

  /** Sets a property as a person does; the outcome has to be `status`. */
  async set(id: string, property: PropertyAddress, value: Value, status: OutcomeStatus = "confirmed"): Promise<void> {
    same(await setOne(this.#home, id, property, value), status);
  }

  /** Sets a property of a device that Zigbee2MQTT cannot reach. Gives the beginning of the reason that it logged. */
  async fails(id: string, property: PropertyAddress, value: Value): Promise<string> {
    const outcome = await setOne(this.#home, id, property, value);
    same(outcome, "rejected");
    assert.equal(outcome?.error?.code, "device-failed", JSON.stringify(outcome));
    return String(outcome?.error?.details?.["reason"]).slice(0, REASON_LENGTH);
  }

  /** What the doctor would show: what came from the broker and was not understood. */
  problems(): string[] {
    return this.#bridge.status.problems.map(({ code, count }) => `${code} ${count}×`);
  }
}

function same(outcome: Outcome | undefined, status: OutcomeStatus): void {
  assert.equal(outcome?.status, status, `the outcome is not ${status}: ${JSON.stringify(outcome)}`);
}
