import { countedNoun } from "./grammar.ts";

/** New devices: jia pair, and what to do where Jia cannot let them in. */
export const pairing = {
  summary: "Let new devices join for a while.",
  details:
    "SECONDS: at most 254, usually 120. Shows which devices come. Ctrl-C ends it; it also ends by itself. Works with Zigbee2MQTT.",
  room: "Where the new devices are: the room that is suggested for them.",
  badSeconds: "SECONDS must be a whole number from 1 to 254.",
  dialectNamed: ({ name, known }: { name: string; known: readonly string[] }) =>
    `dialect "${name}" (spoken: ${known.join(", ")})`,
  noGateway:
    "No gateway here can let devices in. With Zigbee2MQTT, check that it runs and is on this broker. Mi Home devices are added in the Mi Home app; other devices in the program that brings them to the broker",
  noBridge: "No Zigbee2MQTT has been heard on this broker. Start it, or check zigbee2mqtt.base",
  elsewhere:
    "Add the device in the program that announces it (ESPHome, Tasmota, Z-Wave JS UI). Jia then finds it by itself",
  miHome: "Add the device in the Mi Home app. Jia then finds it on the hub by itself",
  byItself: "Nothing needs to be opened: a device that announces itself on the broker is there at once",
  open: ({ seconds }: { seconds: number }) =>
    `New devices can join for ${countedNoun(seconds, "second")}. Ctrl-C ends it.`,
  /** `device`: name and model. */
  stages: {
    joined: ({ device }: { device: string }) => `${device} has joined.`,
    asked: ({ device }: { device: string }) => `${device} is asked what it is.`,
    failed: ({ device }: { device: string }) =>
      `${device} gave no answer. Keep it awake and near, and let it join again.`,
    known: ({ device }: { device: string }) => `${device} is ready.`,
  },
  /** Empty for none. */
  suggestion: ({ name, room }: { name: string; room: string }) =>
    `  Suggested: ${[name === "" ? "" : `name "${name}"`, room === "" ? "" : `room ${room}`].filter(Boolean).join(", ")}.`,
  closed: ({ count }: { count: number }) =>
    count === 0 ? "Closed. No device came." : `Closed. ${countedNoun(count, "device")} came.`,
};
