import assert from "node:assert/strict";
import type { Bridge } from "../../src/bridge/index.ts";
import { Zigbee2MqttDialect } from "../../src/bridge/zigbee2mqtt/index.ts";
import type { Device, Home, Outcome, OutcomeStatus } from "../../src/home/index.ts";
import { homeOnBridge, setOne } from "../../test/support/home-on-bridge.ts";
import { until } from "../../test/support/until.ts";
import type { InstalledZigbee2Mqtt } from "./installed.ts";
import { BULB, LAMP, PLUG } from "./models.ts";
import type { Steps } from "./steps.ts";

/** Milliseconds that Zigbee2MQTT may take to start, and devices to be interviewed. */
const STARTUP = 60_000;
/** Milliseconds after a connection when Jia asks for the states that it has not heard; short, so that the check is. */
const SETTLE = 300;

const GATEWAY = "zigbee:bridge";
const ON = "light.on";
const BRIGHTNESS = "light.brightness";
const SWITCH = "switch.on";

/** One Jia, connected to the broker. */
interface Jia {
  readonly home: Home;
  readonly bridge: Bridge;
}

export interface Parts {
  readonly steps: Steps;
  readonly broker: string;
  readonly zigbee2mqtt: InstalledZigbee2Mqtt;
}

/** Everything that Jia does with Zigbee2MQTT, one step after the other. @throws what the first failing step throws */
export async function check({ steps, broker, zigbee2mqtt }: Parts): Promise<void> {
  const step = steps.step.bind(steps);
  const jia = connect(broker);
  try {
    await step("start", async () => {
      zigbee2mqtt.start();
      await online(jia.home, zigbee2mqtt);
      return `Zigbee2MQTT ${await zigbee2mqtt.version()} is online`;
    });
    await step("discovery", async () => {
      await permitJoin(jia.home);
      const found = await Promise.all([BULB, LAMP, PLUG].map((ieee) => discovered(jia.home, ieee)));
      return found.map(({ model, spec }) => `${model} (${spec.properties.size} properties)`).join(", ");
    });
    await step("commands", async () => {
      const outcomes = [
        await setOne(jia.home, idOf(BULB), ON, true),
        await setOne(jia.home, idOf(BULB), BRIGHTNESS, 40),
        await setOne(jia.home, idOf(BULB), "light.color-temperature", 3000),
        await setOne(jia.home, idOf(LAMP), BRIGHTNESS, 55),
        await setOne(jia.home, idOf(PLUG), SWITCH, true),
      ];
      for (const outcome of outcomes) same(outcome, "confirmed");
      return `${outcomes.length} confirmed`;
    });
  } finally {
    await jia.bridge.stop();
  }
}

function connect(url: string): Jia {
  const link = { connection: { url }, dialects: [new Zigbee2MqttDialect()] };
  const jia = homeOnBridge({ links: [link], settle: SETTLE });
  jia.bridge.start(jia.home);
  return jia;
}

/** @throws also when Zigbee2MQTT ended */
function online(home: Home, zigbee2mqtt: InstalledZigbee2Mqtt): Promise<boolean> {
  const look = () => {
    if (zigbee2mqtt.ended) throw new Error("Zigbee2MQTT ended by itself");
    return home.device(GATEWAY)?.online === true;
  };
  return until("Zigbee2MQTT to be online", look, STARTUP);
}

function idOf(ieee: string): string {
  return `zigbee:${ieee}`;
}

/** Opens the network: asked first, then confirmed by Zigbee2MQTT's answer. */
async function permitJoin(home: Home): Promise<void> {
  const property = { address: "gateway.permit-join", value: true };
  const person = { kind: "person" } as const;
  const asked = await home.execute([{ kind: "set", device: GATEWAY, properties: [property] }], person);
  same(asked.outcomes[0], "needs-confirmation");
  const { outcomes } = await home.confirm(asked.confirmation?.id ?? "", person);
  same(outcomes[0], "confirmed");
}

/** Waits until a device is there with everything that its definition says: before its interview it has none. */
function discovered(home: Home, ieee: string): Promise<Device> {
  return until(
    `device ${ieee}`,
    () => {
      const device = home.device(idOf(ieee));
      return device && (device.spec.properties.has(ON) || device.spec.properties.has(SWITCH)) && device;
    },
    STARTUP,
  );
}

function same(outcome: Outcome | undefined, status: OutcomeStatus): void {
  assert.equal(outcome?.status, status, JSON.stringify(outcome));
}
