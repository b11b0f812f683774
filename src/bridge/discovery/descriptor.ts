import { brokerDialect } from "../descriptor.ts";
import { dialectSetting, topicName } from "../setting.ts";
import { staleAnnouncements, topicsOfAnnouncement } from "./findings.ts";

/** Announcements, whatever their prefix: also those of platforms that Jia does not take. */
const CONFIG_TOPIC =
  /^(?:[^/]+)\/(?:alarm_control_panel|binary_sensor|button|camera|climate|cover|device|device_automation|device_tracker|event|fan|humidifier|image|lawn_mower|light|lock|notify|number|scene|select|sensor|siren|switch|tag|text|update|vacuum|valve|water_heater)\/(?:[\w-]+\/)?([\w-]+)\/config$/;

export const discovery = brokerDialect({
  name: "discovery",
  settings: {
    "discovery.prefix": dialectSetting({ schema: topicName, default: "homeassistant", expected: "topic" }),
  },
  recognise: () => (topic) => (topic === "homeassistant/status" ? "" : (CONFIG_TOPIC.exec(topic)?.[1] ?? null)),
  announces: topicsOfAnnouncement,
  findings: staleAnnouncements,
  // Devices take it as the end of their controller.
  will: (settings) => ({ topic: `${settings["discovery.prefix"]}/status`, payload: "offline", qos: 0, retain: false }),
  async create(settings) {
    const { DiscoveryDialect } = await import("./dialect.ts");
    // What Zigbee2MQTT also announces by discovery is left to its own dialect.
    return new DiscoveryDialect({ prefix: settings["discovery.prefix"], withoutZigbee2Mqtt: true });
  },
});
