import { type Definition, prepareDefinition } from "zigbee-herdsman-converters";
import { BridgeDevice, Expose } from "../../src/bridge/zigbee2mqtt/index.ts";

/** Vendors whose every definition is tried, as zigbee-herdsman-converters spells them. */
const VENDORS = new Set(["Xiaomi", "Aqara", "IKEA", "Philips", "Tuya", "SONOFF"]);

/** The files that hold their definitions. */
const FILES = [
  "custom_devices_diy",
  "ikea",
  "lincukoo",
  "lumi",
  "philips",
  "siterwell",
  "skydance",
  "sonoff",
  "tuya",
  "zigbeetlc",
] as const;

/** One model of zigbee-herdsman-converters with its exposes as `bridge/devices` has them. */
export interface KnownModel {
  readonly vendor: string;
  readonly model: string;
  readonly description: string;
  readonly exposes: readonly Expose[];
}

/** Every model of the vendors, exposes through JSON as they go over MQTT. */
export async function knownModels(): Promise<KnownModel[]> {
  const models: KnownModel[] = [];
  for (const file of FILES) {
    const module: { definitions: Parameters<typeof prepareDefinition>[0][] } = await import(
      `zigbee-herdsman-converters/devices/${file}`
    );
    for (const raw of module.definitions) {
      const definition = prepareDefinition(raw);
      if (!VENDORS.has(definition.vendor)) continue;
      const { vendor, model, description } = definition;
      models.push({ vendor, model, description, exposes: wireExposes(definition) });
    }
  }
  return models;
}

function wireExposes(definition: Definition): Expose[] {
  const { exposes } = definition;
  const listed = typeof exposes === "function" ? exposes({ isDummyDevice: true }, {}) : exposes;
  // Zigbee2MQTT adds the link quality to every device.
  const all = [...listed, { type: "numeric", name: "linkquality", property: "linkquality", access: 1, unit: "lqi" }];
  return Expose.array().parse(JSON.parse(JSON.stringify(all)));
}

/** An entry of `bridge/devices` for a model. */
export function bridgeDevice(model: KnownModel, ieee: string, friendlyName: string): BridgeDevice {
  return BridgeDevice.parse({
    ieee_address: ieee,
    type: "Router",
    friendly_name: friendlyName,
    supported: true,
    disabled: false,
    definition: {
      source: "native",
      vendor: model.vendor,
      model: model.model,
      description: model.description,
      exposes: model.exposes,
      options: [],
    },
    endpoints: { "1": { bindings: [], configured_reportings: [], clusters: { input: [], output: [] }, scenes: [] } },
  });
}
