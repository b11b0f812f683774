import { brokerDialect, type TopicReader } from "../descriptor.ts";
import { baseTopic } from "../setting.ts";
import { zigbeeFindings } from "./findings.ts";

export const zigbee2mqtt = brokerDialect({
  name: "zigbee2mqtt",
  settings: {
    "zigbee2mqtt.base": baseTopic("Zigbee2MQTT", "zigbee2mqtt"),
  },
  recognise: belowBridges,
  findings: zigbeeFindings,
  async create(settings) {
    const { Zigbee2MqttDialect } = await import("./dialect.ts");
    return new Zigbee2MqttDialect({ base: settings["zigbee2mqtt.base"] });
  },
});

/** Every base topic with a bridge below it; a device is what stands below the base. Names may hold slashes. */
function belowBridges(topics: readonly string[]): TopicReader {
  const bases = new Set(
    topics.flatMap((topic) => /^(.+)\/bridge\/(?:state|info|devices|groups|health)$/.exec(topic)?.[1] ?? []),
  );
  return (topic) => {
    for (const base of bases) {
      if (!topic.startsWith(`${base}/`)) continue;
      const rest = topic.slice(base.length + 1);
      return rest.startsWith("bridge/") ? "" : rest.replace(/\/(?:availability|set|get)(?:\/.*)?$/, "");
    }
    return null;
  };
}
