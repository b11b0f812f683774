import { type Codec, listedValues } from "../spec/codec.ts";
import { listDraft } from "../spec/lists.ts";
import type { ServiceWriter } from "../spec/writer.ts";
import { draftOfExpose, labelFor } from "./drafts.ts";
import type { Expose } from "./exposes.ts";
import { addGeneric } from "./generic.ts";
import { accessOf, exposePath, type ShapeBuilder } from "./shape-builder.ts";

/** Features with a name of the standard, keyed by their `name`. */
const NAMES: Readonly<Record<string, string>> = {
  local_temperature: "temperature",
  occupied_heating_setpoint: "target-temperature",
  current_heating_setpoint: "target-temperature",
  running_state: "status",
  fan_mode: "fan-level",
  swing_mode: "vertical-swing-mode",
};

/** Modes to go to when a thermostat is turned on and none was seen before, best first. */
const ON_MODES = ["heat", "auto", "heat_cool", "cool"];

/** A thermostat: temperatures in celsius, `mode`, and `on` where one of its modes is off. */
export function climateParts(builder: ShapeBuilder, expose: Expose): void {
  builder.traits.add("climate");
  const climate = builder.service("thermostat", "Thermostat", expose.endpoint);
  for (const feature of expose.features ?? []) {
    const path = exposePath([], feature);
    const values = feature.values ?? [];
    if (feature.name === "system_mode" && path && values.length > 0 && builder.claim(path)) {
      addMode(builder, climate, feature);
      continue;
    }
    const name = Object.hasOwn(NAMES, feature.name ?? "") ? NAMES[feature.name ?? ""] : undefined;
    const draft = name === undefined ? null : draftOfExpose(feature);
    if (name !== undefined && draft !== null && path && builder.claim(path)) {
      const { codec, ...rest } = draft;
      builder.property(climate, { name, description: labelFor(feature), ...rest }, path, codec, accessOf(feature));
    } else if (draft === null) addGeneric(builder, feature, climate);
  }
}

function addMode(builder: ShapeBuilder, climate: ServiceWriter, feature: Expose): void {
  const path = exposePath([], feature);
  const values = feature.values ?? [];
  if (path === null) return;
  const access = accessOf(feature);
  if (values.includes("off") && values.length > 1) {
    const turnedOn = ON_MODES.find((mode) => values.includes(mode)) ?? values.find((mode) => mode !== "off");
    const codec: Codec = {
      decode: (raw) => (typeof raw === "string" && values.includes(raw) ? raw !== "off" : null),
      encode: (value) => (value === true ? turnedOn : "off"),
    };
    builder.property(climate, { name: "on", description: "Thermostat", format: "bool" }, path, codec, access, {
      keeps: (raw) => typeof raw === "string" && raw !== "off" && values.includes(raw),
      restore: (value, kept) => (value === true ? kept : "off"),
    });
  }
  const draft = { name: "mode", description: labelFor(feature), ...listDraft(values) };
  builder.property(climate, draft, path, listedValues(values), access);
}
