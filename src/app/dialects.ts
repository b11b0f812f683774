import { DiscoveryDialect } from "../bridge/discovery/index.ts";
import { type Dialect, MiotDialect } from "../bridge/index.ts";
import { Zigbee2MqttDialect } from "../bridge/zigbee2mqtt/index.ts";
import type { Config } from "../config.ts";
import type { SpecSource } from "../home/index.ts";

/** The dialects that are spoken on the home's broker. What Zigbee2MQTT also announces by discovery is left to its own. */
export function mqttDialects(config: Config, specs: SpecSource): Dialect[] {
  return [
    new MiotDialect({ specs }),
    new Zigbee2MqttDialect({ base: config["zigbee2mqtt.base"] }),
    new DiscoveryDialect({ prefix: config["discovery.prefix"], withoutZigbee2Mqtt: true }),
  ];
}
