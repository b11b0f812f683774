import { type HomeFile, parseHomeFile, type SpecSource } from "../../src/home/index.ts";

/** A library that knows nothing: everything has to bring its own spec. */
export const NO_SPECS: SpecSource = { byModel: () => undefined, byUrn: () => undefined };

const urn = (kind: string, name: string, id: string) => `urn:miot-spec-v2:${kind}:${name}:${id}:test-home:1`;
const all = ["read", "write", "notify"];

const LIGHT = {
  type: urn("device", "light", "0000A001"),
  description: "Light",
  services: [
    {
      iid: 2,
      type: urn("service", "light", "00007802"),
      description: "Light",
      properties: [
        { iid: 1, type: urn("property", "on", "00000006"), description: "Switch", format: "bool", access: all },
        {
          iid: 2,
          type: urn("property", "brightness", "0000000D"),
          description: "Brightness",
          format: "uint8",
          access: all,
          unit: "percentage",
          "value-range": [1, 100, 1],
        },
      ],
      actions: [{ iid: 1, type: urn("action", "toggle", "00002811"), description: "Toggle", in: [], out: [] }],
    },
  ],
};

const BUTTON = {
  type: urn("device", "remote-control", "0000A021"),
  description: "Button",
  services: [
    {
      iid: 2,
      type: urn("service", "switch-sensor", "0000780B"),
      description: "Button",
      properties: [
        {
          iid: 1,
          type: urn("property", "battery-level", "00000014"),
          description: "Battery",
          format: "uint8",
          access: ["read", "notify"],
          "value-range": [0, 100, 1],
        },
      ],
      events: [{ iid: 1, type: urn("event", "click", "0000500C"), description: "Click", arguments: [] }],
    },
  ],
};

/** The home of the scenarios: a lamp in the study and a button in the hall. */
export function scenarioHome(): HomeFile {
  return parseHomeFile(
    {
      name: "Scenarios",
      floors: [{ id: "ground", name: "Ground floor" }],
      rooms: [
        { id: "study", name: "Study", aliases: ["office"], floor: "ground" },
        { id: "hall", name: "Hall" },
      ],
      specs: { "test.light.lamp": LIGHT, "test.remote.button": BUTTON },
      devices: [
        {
          id: "lamp",
          name: "Reading lamp",
          aliases: ["desk light"],
          room: "study",
          model: "test.light.lamp",
          state: { "light.on": false, "light.brightness": 50 },
        },
        {
          id: "button",
          name: "Button",
          room: "hall",
          model: "test.remote.button",
          state: { "switch-sensor.battery-level": 90 },
        },
      ],
    },
    "scenarios",
    NO_SPECS,
  );
}
