import { binary, binaryList } from "../spec/codec.ts";
import { BINARY_NAMES, NUMERIC_NAMES, type StandardName } from "../spec/names.ts";
import { type ServiceWriter, specNameOf } from "../spec/writer.ts";
import { colourPart } from "./colour.ts";
import { compositeParts } from "./composite.ts";
import { draftOfExpose, type ExposeDraft, isSecretExpose, labelFor } from "./drafts.ts";
import { eventsOf } from "./events.ts";
import type { Expose } from "./exposes.ts";
import type { WirePath } from "./shape.ts";
import { accessOf, constantPayload, exposePath, type ShapeBuilder } from "./shape-builder.ts";

/** Adds an expose that is no specific type. `within` is the service of the specific type that it is a feature of. */
export function addGeneric(
  builder: ShapeBuilder,
  expose: Expose,
  within?: ServiceWriter,
  parent: readonly string[] = [],
): void {
  const path = exposePath(parent, expose);
  const type = expose.type;
  if (path === null) {
    builder.unsupported.push({ path: [...parent, type].join("."), type, reason: "no-property" });
    return;
  }
  if (isSecretExpose(expose)) {
    builder.unsupported.push({ path: path.join("."), type, reason: "secret" });
    return;
  }
  if (type === "enum" && parent.length === 0 && (expose.name === "action" || path[0] === "click")) {
    if (builder.claim(path)) eventsOf(builder, expose, path[0]);
    return;
  }
  if (type === "composite" && /^color(_|$)/.test(path[0]) && colourPart(builder, expose, within, path)) return;
  if (!builder.claim(path)) return;
  if (type === "composite") {
    compositeParts(builder, expose, path);
    return;
  }
  const draft = draftOfExpose(expose);
  if (draft === null) {
    const reason = type === "enum" || type === "binary" ? "no-values" : "unknown-type";
    builder.unsupported.push({ path: path.join("."), type, reason });
    return;
  }
  if (addAsAction(builder, expose, path)) return;
  const { codec, ...rest } = draft;
  const standard = within === undefined || parent.length === 0 ? standardPlace(expose) : undefined;
  if (standard) {
    if (standard.trait) builder.traits.add(standard.trait);
    const named = standardDraft(expose, standard, draft);
    const service = builder.service(standard.service, standard.serviceLabel, expose.endpoint);
    const { codec: ownCodec, ...shape } = named;
    const described = { name: standard.property, description: labelFor(expose), ...shape };
    builder.property(service, described, path, ownCodec, accessOf(expose));
    return;
  }
  const service = within ?? fallbackService(builder, expose);
  const described = { name: specNameOf(expose.name ?? path[0]), description: labelFor(expose), ...rest };
  builder.property(service, described, path, codec, accessOf(expose));
}

function standardPlace(expose: Expose): StandardName | undefined {
  const name = expose.name ?? "";
  const table = expose.type === "numeric" ? NUMERIC_NAMES : expose.type === "binary" ? BINARY_NAMES : {};
  if (!Object.hasOwn(table, name)) return undefined;
  const place = table[name];
  // Millivolts are those of the battery.
  if (place && name === "voltage" && expose.unit === "mV") {
    return { service: "battery", serviceLabel: "Battery", property: "voltage" };
  }
  return place;
}

function standardDraft(expose: Expose, place: StandardName, draft: ExposeDraft): ExposeDraft {
  const binaryName = expose.type === "binary" ? BINARY_NAMES[expose.name ?? ""] : undefined;
  const { value_on: on, value_off: off } = expose;
  if (!binaryName)
    return { ...draft, ...(place.format && { format: place.format }), ...(place.range && { range: place.range }) };
  if (binaryName.as === "bool") {
    // A lock of the buttons is on when it is locked, whichever way round the wire has it.
    const swapped = place.property === "physical-controls-locked" && on === "UNLOCK";
    return { format: "bool", codec: swapped ? binary(off, on) : binary(on, off) };
  }
  if (binaryName.as === "inverted") return { format: "bool", codec: binary(off, on) };
  const [offLabel, onLabel] = binaryName.as;
  const values = [
    { value: 0, description: offLabel },
    { value: 1, description: onLabel },
  ];
  return { format: "uint8", values, codec: binaryList(on, off, 1, 0) };
}

/** A write-only list of one value is something to do, not a setting. */
function addAsAction(builder: ShapeBuilder, expose: Expose, path: WirePath): boolean {
  const { read, write } = accessOf(expose);
  if (expose.type !== "enum" || read || !write || expose.values?.length !== 1) return false;
  const name = specNameOf(expose.name ?? path[0]);
  const service =
    name === "identify"
      ? builder.service("identify", "Identify", expose.endpoint)
      : builder.service("settings", "Settings", expose.endpoint);
  builder.action(service, name, labelFor(expose), constantPayload(path, expose.values[0]));
  return true;
}

/** Where an expose without a standard name goes: what can be set, what tells about the device itself, and readings. */
function fallbackService(builder: ShapeBuilder, expose: Expose): ServiceWriter {
  if (accessOf(expose).write) return builder.service("settings", "Settings", expose.endpoint);
  if (expose.category === "diagnostic" || expose.name === "linkquality")
    return builder.service("diagnostics", "Diagnostics", expose.endpoint);
  return builder.service("readings", "Readings", expose.endpoint);
}
