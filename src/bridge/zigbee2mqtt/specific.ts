import { binary, listedValues, NUMBER, percentOf } from "../spec/codec.ts";
import { listDraft } from "../spec/lists.ts";
import { type ServiceWriter, specNameOf } from "../spec/writer.ts";
import { climateParts } from "./climate.ts";
import { coverParts } from "./cover.ts";
import { draftOfExpose, labelFor } from "./drafts.ts";
import type { Expose, SpecificType } from "./exposes.ts";
import { addGeneric } from "./generic.ts";
import { accessOf, constantPayload, exposePath, type ShapeBuilder } from "./shape-builder.ts";

/** Adds a light, switch, lock, cover, fan or climate with its features. */
export function addSpecific(builder: ShapeBuilder, expose: Expose, kind: SpecificType, coverService: string): void {
  switch (kind) {
    case "light":
      lightParts(builder, expose);
      break;
    case "switch":
      switchParts(builder, expose);
      break;
    case "lock":
      lockParts(builder, expose);
      break;
    case "fan":
      fanParts(builder, expose);
      break;
    case "cover":
      coverParts(builder, expose, coverService);
      break;
    case "climate":
      climateParts(builder, expose);
      break;
    default:
      kind satisfies never;
  }
}

function lightParts(builder: ShapeBuilder, expose: Expose): void {
  builder.traits.add("light");
  const light = builder.service("light", "Light", expose.endpoint);
  for (const feature of expose.features ?? []) {
    const path = exposePath([], feature);
    if (feature.name === "state") addOn(builder, light, feature, "Light");
    else if (feature.name === "brightness" && path && builder.claim(path)) {
      const full = typeof feature.value_max === "number" && feature.value_max > 0 ? feature.value_max : 254;
      const draft = { name: "brightness", description: "Brightness", format: "uint8", unit: "percentage" } as const;
      builder.property(light, { ...draft, range: [1, 100, 1] }, path, percentOf(full), accessOf(feature));
    } else if (feature.name === "color_temp" && path && builder.claim(path)) {
      const draft = draftOfExpose({ ...feature, type: "numeric", unit: "mired" });
      if (!draft) continue;
      const { codec, ...rest } = draft;
      const described = { name: "color-temperature", description: "Color temperature", ...rest };
      builder.property(light, described, path, codec, accessOf(feature));
    } else addGeneric(builder, feature, light);
  }
}

function switchParts(builder: ShapeBuilder, expose: Expose): void {
  for (const feature of expose.features ?? []) {
    const property = feature.property ?? feature.name ?? "";
    if (feature.name === "state" && /^state(_|$)/.test(property)) {
      builder.traits.add("switch");
      addOn(builder, builder.service("switch", "Switch", expose.endpoint), feature, "Switch");
    } else {
      // A setting that is told as a switch ("window_detection"): named by its property.
      addGeneric(builder, { ...feature, name: property, label: expose.label ?? feature.label });
    }
  }
}

/** `on`, and `toggle` where the device takes it. */
function addOn(builder: ShapeBuilder, service: ServiceWriter, feature: Expose, description: string): void {
  const path = exposePath([], feature);
  const { value_on: on, value_off: off, value_toggle: toggle } = feature;
  if (path === null || on === undefined || on === null || off === undefined || off === null) {
    addGeneric(builder, feature, service);
    return;
  }
  if (!builder.claim(path)) return;
  const access = accessOf(feature);
  builder.property(service, { name: "on", description, format: "bool" }, path, binary(on, off), access);
  if (access.write && toggle !== undefined && toggle !== null) {
    builder.action(service, "toggle", "Toggle", constantPayload(path, toggle));
  }
}

function lockParts(builder: ShapeBuilder, expose: Expose): void {
  builder.traits.add("lock");
  const lock = builder.service("lock", "Lock", expose.endpoint);
  for (const feature of expose.features ?? []) {
    const path = exposePath([], feature);
    const { value_on: on, value_off: off } = feature;
    if (feature.name === "state" && path && typeof on === "string" && typeof off === "string" && builder.claim(path)) {
      const codec = on.toUpperCase() === "UNLOCK" ? binary(off, on) : binary(on, off);
      const draft = { name: "locked", description: "Locked", format: "bool" } as const;
      builder.property(lock, draft, path, codec, accessOf(feature));
    } else if (feature.name === "lock_state" && path && feature.values?.length && builder.claim(path)) {
      const draft = { name: "status", description: "Lock state", ...listDraft(feature.values) };
      builder.property(lock, draft, path, listedValues(feature.values), accessOf(feature));
    } else addGeneric(builder, feature, lock);
  }
}

function fanParts(builder: ShapeBuilder, expose: Expose): void {
  builder.traits.add("fan");
  const fan = builder.service("fan", "Fan", expose.endpoint);
  for (const feature of expose.features ?? []) {
    const path = exposePath([], feature);
    if (feature.name === "state") addOn(builder, fan, feature, "Fan");
    else if (feature.name === "speed" && path && builder.claim(path)) {
      const draft = draftOfExpose(feature) ?? { format: "float" as const, codec: NUMBER };
      const { codec, ...rest } = draft;
      builder.property(fan, { name: "speed-level", description: "Speed", ...rest }, path, codec, accessOf(feature));
    } else if (feature.name === "mode" && path && feature.values?.length && builder.claim(path)) {
      const draft = { name: "mode", description: labelFor(feature), ...listDraft(feature.values) };
      builder.property(fan, draft, path, listedValues(feature.values), accessOf(feature));
    } else addGeneric(builder, { ...feature, name: specNameOf(feature.name ?? feature.property ?? "") }, fan);
  }
}
