import type { Value } from "../../home/index.ts";
import type { Codec } from "../spec/codec.ts";
import { type ServiceWriter, type Slot, specLabelOf, specNameOf } from "../spec/writer.ts";
import { draftOfExpose, isSecretExpose, labelFor } from "./drafts.ts";
import { ACCESS, type Expose } from "./exposes.ts";
import type { WirePath } from "./shape.ts";
import { accessOf, exposePath, putAt, type ShapeBuilder } from "./shape-builder.ts";

interface Part {
  readonly expose: Expose;
  readonly path: WirePath;
  /** `start-time`, or `time-range-start` inside an inner composite. */
  readonly name: string;
  readonly label: string;
}

/**
 * A composite is a service of its own. Where it is reported, its features are properties, and writing one sends the whole
 * with what was last reported for the others. Where it can only be written, it is one action with its features as arguments.
 */
export function compositeParts(builder: ShapeBuilder, expose: Expose, path: WirePath): void {
  const own = expose.access ?? 0;
  const label = labelFor(expose);
  const service = builder.service(specNameOf(path.join("-")), label, undefined);
  const parts = flatten(builder, expose.features ?? [], path, "", "");
  if (parts.length === 0) {
    builder.unsupported.push({ path: path.join("."), type: "composite", reason: "no-property" });
    return;
  }
  const onlyWritten =
    own === ACCESS.set || (own === 0 && parts.every(({ expose: part }) => part.access === ACCESS.set));
  if (onlyWritten) addSetter(builder, service, path, label, parts);
  else addProperties(builder, service, own, parts);
}

function addProperties(builder: ShapeBuilder, service: ServiceWriter, own: number, parts: readonly Part[]): void {
  for (const { expose, path, name, label } of parts) {
    const draft = draftOfExpose(expose);
    if (draft === null) {
      builder.unsupported.push({ path: path.join("."), type: expose.type, reason: "unknown-type" });
      continue;
    }
    const { codec, ...rest } = draft;
    // The composite as a whole says what can be done with it; its features often repeat only a part.
    const access = accessOf({ ...expose, access: own || (expose.access ?? ACCESS.state) });
    builder.property(service, { name, description: label, ...rest }, path, codec, access);
  }
}

function addSetter(
  builder: ShapeBuilder,
  service: ServiceWriter,
  path: WirePath,
  label: string,
  parts: readonly Part[],
): void {
  const slots: Slot[] = [];
  const codecs: { readonly path: WirePath; readonly codec: Codec }[] = [];
  for (const { expose, path: place, name, label: description } of parts) {
    const draft = draftOfExpose(expose);
    if (draft === null) {
      builder.unsupported.push({ path: place.join("."), type: expose.type, reason: "unknown-type" });
      continue;
    }
    const { codec, ...rest } = draft;
    slots.push(service.property({ name, description, ...rest, read: false, write: false }));
    codecs.push({ path: place, codec });
  }
  const payload = (args: readonly Value[]) => {
    const built: Record<string, unknown> = {};
    for (const [index, { path: place, codec }] of codecs.entries()) {
      const value = args[index];
      if (value !== undefined) putAt(built, place, codec.encode(value));
    }
    return built;
  };
  builder.action(service, `set-${specNameOf(path.at(-1) ?? "")}`, label, payload, slots);
}

/** Features with those of inner composites in their place. */
function flatten(
  builder: ShapeBuilder,
  features: readonly Expose[],
  parent: WirePath,
  prefix: string,
  labelPrefix: string,
): Part[] {
  return features.flatMap((expose) => {
    const path = exposePath(parent, expose);
    if (path === null || isSecretExpose(expose)) {
      const reason = path === null ? "no-property" : "secret";
      builder.unsupported.push({ path: [...parent, expose.type].join("."), type: expose.type, reason });
      return [];
    }
    const name = `${prefix}${specNameOf(expose.name ?? path.at(-1) ?? "")}`;
    const label = `${labelPrefix}${expose.label ?? specLabelOf(expose.name ?? "")}`;
    if (expose.type !== "composite") return [{ expose, path, name, label }];
    return flatten(builder, expose.features ?? [], path, `${name}-`, `${label}: `);
  });
}
