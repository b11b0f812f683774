/** What `jia doctor` finds on a broker, keyed by the code of the finding. */
export const findings = {
  "nothing-there": "The broker has no messages",
  "retained-command": "Commands are kept by the broker",
  "retained-event": "Events are kept by the broker",
  "stale-announcement": "Announcements of devices that say nothing",
  "announced-twice": "Zigbee devices are announced twice",
  "bridge-offline": "Zigbee2MQTT is offline",
  "no-availability": "Zigbee2MQTT does not tell which devices are reachable",
  "joining-open": "The Zigbee network lets anyone join",
  "large-retained": "Very large messages are kept by the broker",
  "clock-skew": "Clocks are off",
  "own-clock": "This machine's clock is not set",
  "broker-restarted": "The broker has just started",
  "dropped-messages": "The broker has dropped messages",
  "no-password": "The broker takes clients without a password",
  "no-password-here": "The broker takes clients of this machine without a password",
  "access-refused": "The broker refuses this user topics of Jia's own dialects",
  "wildcard-refused": "The broker does not let this user see everything",
  "too-many-topics": "There are more topics than are looked at",
  "unsupported-dialect": "Devices speak a dialect that Jia does not",
};

/** What to do about a finding, keyed by its code. */
export const findingAdvice = {
  "nothing-there":
    "Where there should be devices: this user may not read their topics (access rights, ACL), which some brokers do not say. Else let your devices or their gateway (Zigbee2MQTT, jia miio) connect to this broker, or try the simulator: npm start.",
  "retained-command":
    "Devices do them again whenever they reconnect. Delete each: mosquitto_pub -r -n -t <topic>; then find who publishes it with the retain flag.",
  "retained-event":
    "A button press or a motion seems to happen again for every new listener (Jia ignores them). Delete: mosquitto_pub -r -n -t <topic>, and switch retain off at the device.",
  "stale-announcement":
    "The device was taken away, or does not keep its state in the broker. If it is gone: mosquitto_pub -r -n -t <topic>.",
  "announced-twice":
    "Zigbee2MQTT also announces them for Home Assistant. Jia takes the first; without Home Assistant set homeassistant.enabled: false in Zigbee2MQTT.",
  "bridge-offline": "Start it, or look into its log: none of its devices can be reached.",
  "no-availability": "Set availability.enabled: true in its configuration; until then Jia shows them as unknown.",
  "joining-open": "Close it when you have paired your device: permit_join off in Zigbee2MQTT.",
  "large-retained":
    "Every new client gets them at once. A large device list is in order; for pictures and maps use another topic or no retain flag.",
  "clock-skew":
    "These senders stamp another time than this machine has: set up NTP on both. Schedules and histories are wrong otherwise.",
  "own-clock": "Set it, with NTP if you can: timedatectl set-ntp true.",
  "broker-restarted":
    "Devices may still be missing: run this again in some minutes. If it restarts often, look into its log.",
  "dropped-messages":
    "A client is too slow or was away: raise max_queued_messages, or find the client in the broker's log.",
  "no-password":
    "Anyone on this network can command the devices: give the broker users and passwords (docs/security.md).",
  "no-password-here":
    "Other machines do not reach it. Every program on this one can command the devices: where that is too much, set mqtt.username and mqtt.password (docs/security.md).",
  "access-refused":
    "No device that speaks by these topics can be found: give Jia's user at the broker the right to read them (access rights, ACL).",
  "wildcard-refused":
    "Only the topics of Jia's own dialects were looked at. For a full check use a user that may read #.",
  "too-many-topics": "The report covers the first 50,000.",
  "unsupported-dialect":
    "Tasmota: SetOption19 0 and discovery of Home Assistant; Shelly: a script or ESPHome with Home Assistant discovery; Homie: a bridge to discovery.",
};
