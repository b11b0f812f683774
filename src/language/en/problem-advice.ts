const TEMPLATE =
  "Jia keeps the last value. Check the template in the announcement, or the settings of the program that wrote it.";
const MALFORMED =
  "The sender does not follow the dialect. Look at the example, then check the sender's firmware and settings.";
const NO_TOPIC =
  "The announcement lacks a topic that this component needs, or names an invalid one. Correct the announcement.";
const LIMIT = "The message exceeds a limit that protects Jia's memory. Look at the example: is it meant for Jia?";
const UNKNOWN_PART =
  "The firmware sends something that its spec does not list. Jia ignores only that. A newer spec may list it.";

/** Advice on messages that a dialect did not understand, keyed by the code of the problem. */
export const problemAdvice = {
  "bad-device-id": "Give the device an id without spaces, /, + and #.",
  "broken-template": TEMPLATE,
  "ends-connection":
    "The broker closed the connection twice because of this, so Jia leaves it out. Look for the reason in the broker's log. Jia tries again after a restart.",
  "interview-failed": "Zigbee2MQTT could not interview the device. Bring it near the coordinator and pair it again.",
  "late-event": "The event arrived too late, so Jia ignored it. Check the sender's connection and clock.",
  "malformed-config": MALFORMED,
  "malformed-device": MALFORMED,
  "malformed-envelope": MALFORMED,
  "malformed-group": MALFORMED,
  "malformed-json": MALFORMED,
  "malformed-list": MALFORMED,
  "malformed-reply": MALFORMED,
  "malformed-report": MALFORMED,
  "no-options": NO_TOPIC,
  "no-scenes": "The hub sent no list of scenes. Its firmware may not support this. The devices work all the same.",
  "no-spec-access": "The hub cannot control this device by its spec. Jia only shows it.",
  "no-topic": NO_TOPIC,
  "nothing-usable":
    "The announcement holds nothing that Jia can show or control, so Jia creates no device. Check the spec in it.",
  "payload-too-large": LIMIT,
  "publication-refused": "Let Jia's user write to this topic (the broker's access rights, ACL).",
  "repeated-event":
    "The event arrived twice, and Jia counts it once. If this happens often, check the sender's quality of service (QoS).",
  "request-failed": "Zigbee2MQTT refused a request. The example shows its reason.",
  "retained-message":
    "Switch off the retain flag at the sender, and delete the retained message: mosquitto_pub -r -n -t <topic>.",
  secret: "The device wants a code or PIN. Jia neither stores nor sends codes. Use the device itself or its own app.",
  "subscription-refused": "Let Jia's user read these topics (the broker's access rights, ACL).",
  "template-failed": TEMPLATE,
  "too-long": LIMIT,
  "too-large-for-broker":
    "The command is too large for the broker. If the device needs it, raise the broker's max_packet_size.",
  "too-many": LIMIT,
  "too-much-work":
    "Too many components listen to one topic, or their templates are too slow, so Jia skips the rest. Check who announces them.",
  "unknown-device":
    "A device sends messages but never announced itself. Let it announce itself again, or restart its gateway.",
  "unknown-event": UNKNOWN_PART,
  "unknown-property": UNKNOWN_PART,
  "unknown-spec": "Put the JSON file of the device's spec into the specs folder, or let Jia fetch it (specs.fetch).",
  "unknown-topic": UNKNOWN_PART,
  "unsupported-component": "Jia does not support this kind of component. The rest of the device works.",
  "unsupported-device": "Zigbee2MQTT does not support this device yet. Look for its model in Zigbee2MQTT's list.",
  "unusable-topic":
    "MQTT does not allow this topic: it holds control characters, has more than 200 levels, or is reserved for the broker. Correct it in the program that announces it. The rest of the device works.",
  "wildcard-in-name": "Rename the device in Zigbee2MQTT: a topic cannot hold + or #.",
  "wildcard-topic": NO_TOPIC,
  "wrong-device-id": "The topic and the message name different device ids. Check the sender's settings.",
  "wrong-shape": MALFORMED,
  "wrong-value":
    "The device reported a value that its own description does not allow. Jia treats the property as unknown until the next report.",
};
