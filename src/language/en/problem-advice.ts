const TEMPLATE =
  "The last value stays. Look at the template in the announcement, or at the settings of the program that made it.";
const MALFORMED = "The sender does not follow the dialect: look at the example, then at its firmware or settings.";
const NO_TOPIC = "The announcement leaves out a topic that this component needs, or names one that cannot be used.";
const LIMIT = "There is more than is taken in, to protect the memory. Look at the example: is it meant for Jia?";
const UNKNOWN_PART = "The firmware says more than its spec lists. Nothing is lost but that; a newer spec may have it.";

/** What to do about something that a dialect did not understand, keyed by the code of the problem. */
export const problemAdvice = {
  "bad-device-id": "Give the device an id without spaces, /, + and #.",
  "broken-template": TEMPLATE,
  "ends-connection":
    "The broker ended the connection twice when this was asked for or sent: it is left out. Look into the broker's log for what it has against it; Jia tries it again after a restart.",
  "interview-failed": "Zigbee2MQTT could not get to know the device: bring it near the coordinator and pair it again.",
  "late-event": "The event was long on its way and is ignored: look at the sender's connection and clock.",
  "malformed-config": MALFORMED,
  "malformed-device": MALFORMED,
  "malformed-envelope": MALFORMED,
  "malformed-group": MALFORMED,
  "malformed-json": MALFORMED,
  "malformed-list": MALFORMED,
  "malformed-reply": MALFORMED,
  "malformed-report": MALFORMED,
  "no-options": NO_TOPIC,
  "no-scenes": "The hub gave no list of scenes: its firmware may not have it. The devices are not affected.",
  "no-spec-access": "The hub cannot command this device by its spec; it can only be seen.",
  "no-topic": NO_TOPIC,
  "nothing-usable":
    "The announcement has nothing that can be shown or commanded, so no device is made of it: look at the spec that it brings.",
  "payload-too-large": LIMIT,
  "publication-refused": "Give Jia's user at the broker the right to write to this topic.",
  "repeated-event":
    "The event came twice and counts once. If it is often: look at the quality of service of the sender.",
  "request-failed": "Zigbee2MQTT refused a request: its reason is in the example.",
  "retained-message": "Switch the retain flag off there, and delete what is kept: mosquitto_pub -r -n -t <topic>.",
  secret: "A code or a pin is wanted, which Jia neither keeps nor sends: this is done on the device or in its own app.",
  "subscription-refused": "Give Jia's user at the broker the right to read these topics.",
  "template-failed": TEMPLATE,
  "too-long": LIMIT,
  "too-large-for-broker": "Raise max_packet_size of the broker, if the device needs commands of this length.",
  "too-many": LIMIT,
  "too-much-work":
    "So many components listen to one topic, or with templates so slow, that the rest is left out: look at who announces them.",
  "unknown-device": "A device talks that was never announced: let it announce itself again, or restart its gateway.",
  "unknown-event": UNKNOWN_PART,
  "unknown-property": UNKNOWN_PART,
  "unknown-spec": "Put the device's instance JSON into the specs folder, or allow fetching (specs.fetch).",
  "unknown-topic": UNKNOWN_PART,
  "unsupported-component": "Jia has no use for this kind of component; the rest of the device works.",
  "unsupported-device": "Zigbee2MQTT does not support this device (yet): look for its model in Zigbee2MQTT's list.",
  "unusable-topic":
    "A topic that MQTT does not allow: with control characters, more than 200 levels, or reserved for the broker. Mend it in the program that announces it; the rest of the device works.",
  "wildcard-in-name": "Rename the device in Zigbee2MQTT: + and # cannot stand in a topic.",
  "wildcard-topic": NO_TOPIC,
  "wrong-device-id": "The id in the topic and the one in the message differ: look at the sender's settings.",
  "wrong-shape": MALFORMED,
  "wrong-value":
    "The device told a value that its own description does not allow: the property counts as not known until it tells another.",
};
