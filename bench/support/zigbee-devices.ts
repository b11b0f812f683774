const numeric = (name: string, unit: string, given: object = {}) => ({
  type: "numeric",
  name,
  property: name,
  access: 1,
  unit,
  ...given,
});

/** `bridge/devices`: plugs, lights and sensors with the exposes that such have. */
export function zigbeeDevices(count: number): unknown[] {
  const state = { type: "binary", name: "state", property: "state", access: 7, value_on: "ON", value_off: "OFF" };
  const light = {
    type: "light",
    features: [
      state,
      { type: "numeric", name: "brightness", property: "brightness", access: 7, value_min: 0, value_max: 254 },
      {
        type: "numeric",
        name: "color_temp",
        property: "color_temp",
        access: 7,
        unit: "mired",
        value_min: 153,
        value_max: 500,
      },
    ],
  };
  const plug = [
    { type: "switch", features: [state] },
    numeric("power", "W"),
    numeric("energy", "kWh"),
    numeric("voltage", "V"),
    numeric("current", "A"),
  ];
  const sensor = [numeric("temperature", "°C"), numeric("humidity", "%"), numeric("battery", "%")];
  const kinds = [[light], plug, sensor];
  return Array.from({ length: count }, (_, index) => ({
    ieee_address: `0x${(0x00158d0000000000n + BigInt(index)).toString(16).padStart(16, "0")}`,
    type: "Router",
    friendly_name: `Device ${index}`,
    supported: true,
    definition: {
      vendor: "Bench",
      model: `model-${index % 3}`,
      description: "Device",
      exposes: [...(kinds[index % 3] ?? []), numeric("linkquality", "lqi", { value_min: 0, value_max: 255 })],
    },
  }));
}

/** States in the order of the devices; the numbers move from one to the next. */
export function zigbeeStates(): string[] {
  return Array.from({ length: 2997 }, (_, index) => {
    const common = { linkquality: 60 + (index % 90), last_seen: "2026-11-24T20:00:00.000Z" };
    const kind = index % 3;
    if (kind === 0) {
      const colour = { color_mode: "color_temp", color: { x: 0.4599, y: 0.4106 } };
      return JSON.stringify({
        state: "ON",
        brightness: index % 255,
        color_temp: 153 + (index % 300),
        ...colour,
        ...common,
      });
    }
    if (kind === 1) {
      const power = { power: (index % 2000) / 10, energy: index / 100, voltage: 228 + (index % 5), current: 0.2 };
      return JSON.stringify({ state: "ON", ...power, power_on_behavior: "previous", ...common });
    }
    return JSON.stringify({ temperature: 18 + (index % 80) / 10, humidity: 40 + (index % 20), battery: 87, ...common });
  });
}
