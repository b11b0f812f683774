/** The findings of `jia doctor` on a broker, keyed by code. */
export const findings = {
  "nothing-there": "The broker has no messages",
  "retained-command": "The broker keeps commands (retained)",
  "retained-event": "The broker keeps events (retained)",
  "stale-announcement": "Announced devices send nothing",
  "announced-twice": "Zigbee devices announce themselves twice",
  "bridge-offline": "Zigbee2MQTT is offline",
  "no-availability": "Zigbee2MQTT does not tell which devices are reachable",
  "joining-open": "Any device can join the Zigbee network",
  "large-retained": "The broker keeps very large messages (retained)",
  "clock-skew": "Some clocks are wrong",
  "own-clock": "The clock of this machine is wrong",
  "broker-restarted": "The broker has just started",
  "dropped-messages": "The broker has dropped messages",
  "no-password": "The broker accepts clients without a password",
  "no-password-here": "The broker accepts clients on this machine without a password",
  "access-refused": "The broker does not let this user read topics that Jia needs",
  "wildcard-refused": "The broker does not let this user read all topics",
  "too-many-topics": "There are too many topics to check them all",
  "unsupported-dialect": "Devices use a dialect that Jia does not support",
};

/** Advice on a finding, keyed by code. */
export const findingAdvice = {
  "nothing-there":
    "If devices do use this broker, this user may not read their topics: check the broker's access rights (ACL). Some brokers do not report this. Otherwise connect your devices or their gateway (Zigbee2MQTT, jia miio) to this broker, or try the simulator: npm start.",
  "retained-command":
    "Devices repeat these commands whenever they reconnect. Delete each one: mosquitto_pub -r -n -t <topic>. Then find the program that publishes them with the retain flag.",
  "retained-event":
    "Every new listener sees the button press or the motion again. Jia ignores it. Delete the message: mosquitto_pub -r -n -t <topic>. Then switch off the retain flag at the device.",
  "stale-announcement":
    "The device is gone, or it does not keep its state in the broker. If it is gone, delete the announcement: mosquitto_pub -r -n -t <topic>.",
  "announced-twice":
    "Zigbee2MQTT also announces them for Home Assistant. Jia uses Zigbee2MQTT's own announcement. If you do not use Home Assistant, set homeassistant.enabled: false in Zigbee2MQTT.",
  "bridge-offline": "Jia cannot reach any of its devices. Start Zigbee2MQTT, or look into its log.",
  "no-availability":
    "Set availability.enabled: true in Zigbee2MQTT's configuration. Until then Jia does not know whether its devices are online.",
  "joining-open": "When you have paired your device, close the network: set permit_join to off in Zigbee2MQTT.",
  "large-retained":
    "Every new client receives them at once. A large device list is normal. Publish pictures and maps without the retain flag.",
  "clock-skew":
    "These senders and this machine have different times. Set up NTP on both. Otherwise schedules and histories are wrong.",
  "own-clock": "Set the clock, with NTP if you can: timedatectl set-ntp true.",
  "broker-restarted":
    "Devices may still be missing. Run this again in a few minutes. If the broker restarts often, look into its log.",
  "dropped-messages":
    "A client is too slow or was away. Raise max_queued_messages, or find the client in the broker's log.",
  "no-password":
    "Anyone on this network can control the devices. Give the broker users and passwords (docs/security.md).",
  "no-password-here":
    "Other machines cannot reach it, but every program on this machine can control the devices. If that is too much, set mqtt.username and mqtt.password (docs/security.md).",
  "access-refused":
    "Jia cannot find devices that use these topics. Let Jia's user read them (the broker's access rights, ACL).",
  "wildcard-refused": "This check covers only the topics that Jia uses. For a full check, use a user that may read #.",
  "too-many-topics": "This report covers the first 50,000 topics.",
  "unsupported-dialect":
    "Let them use Home Assistant discovery. Tasmota: SetOption19 1. Shelly: a script, or ESPHome. Homie: a bridge to discovery.",
};
