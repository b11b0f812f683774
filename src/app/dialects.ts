import { DiscoveryDialect } from "../bridge/discovery/index.ts";
import { type Dialect, MiotDialect } from "../bridge/index.ts";
import { Zigbee2MqttDialect } from "../bridge/zigbee2mqtt/index.ts";
import type { SpecSource } from "../home/index.ts";

/** The dialects that Jia speaks on the home's broker. What Zigbee2MQTT also announces by discovery is left to its own. */
export function mqttDialects(specs: SpecSource): Dialect[] {
  return [new MiotDialect({ specs }), new Zigbee2MqttDialect(), new DiscoveryDialect({ withoutZigbee2Mqtt: true })];
}
