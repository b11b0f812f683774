import type { Model } from "./radio-device.ts";

export const BULB = "0x000b57fffe000001";
export const LAMP = "0x0017880100000002";
export const PLUG = "0x000b57fffe000003";

/** The devices of the simulated network, as the real ones describe themselves. All three want to join. */
export const MODELS: readonly Model[] = [
  {
    ieee: BULB,
    manufacturerCode: 0x117c,
    deviceId: 0x0102,
    attributes: {
      genBasic: basic("IKEA of Sweden", "TRADFRI bulb E27 WS opal 980lm"),
      genIdentify: { identifyTime: 0 },
      genOnOff: { onOff: 0 },
      genLevelCtrl: { currentLevel: 254 },
      lightingColorCtrl: {
        colorTemperature: 370,
        colorMode: 2,
        colorCapabilities: 16,
        colorTempPhysicalMin: 250,
        colorTempPhysicalMax: 454,
      },
    },
  },
  {
    ieee: LAMP,
    manufacturerCode: 0x100b,
    deviceId: 0x0101,
    attributes: {
      genBasic: basic("Signify Netherlands B.V.", "LWB010"),
      genIdentify: { identifyTime: 0 },
      genOnOff: { onOff: 0 },
      genLevelCtrl: { currentLevel: 254 },
    },
  },
  {
    ieee: PLUG,
    manufacturerCode: 0x117c,
    deviceId: 0x0051,
    attributes: {
      genBasic: basic("IKEA of Sweden", "TRADFRI control outlet"),
      genIdentify: { identifyTime: 0 },
      genOnOff: { onOff: 0 },
    },
  },
];

function basic(manufacturerName: string, modelId: string): Record<string, number | string> {
  return {
    manufacturerName,
    modelId,
    powerSource: 1,
    zclVersion: 3,
    appVersion: 1,
    stackVersion: 1,
    hwVersion: 1,
    dateCode: "20260101",
    swBuildId: "1.0.0",
  };
}
