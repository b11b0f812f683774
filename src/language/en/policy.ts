import type { PolicyReason } from "../../home/index.ts";

/** The reasons of the policy, as the end of "because …". */
export const policy = {
  unlocksDoor: "it unlocks a door",
  opensGarage: "it opens the garage or a gate",
  disarmsAlarm: "it disarms the alarm",
  opensNetwork: "it lets new devices join the network",
  opensGas: "it opens a gas valve",
  startsCooking: "it starts cooking",
  heatsAbove28: "it heats above 28 °C",
  waterAbove60: "the water gets hotter than 60 °C",
  changesCamera: "it changes what the camera watches",
  opensCamera: "it opens the camera's picture to others",
  changesAlarm: "it changes the alarm",
  resetsDevice: "it resets or erases the device",
  relaysWords: "it lets another assistant act on this text",
  outsideText: "a text from outside your home may have asked for it, not you",
  otherRoom: "the token is only for other rooms",
  changesCar: "it changes the car",
} satisfies Record<PolicyReason, string>;
