import { cleanText } from "../../home/index.ts";
import { specNameOf } from "../spec/writer.ts";
import { type Expose, SPECIFIC_TYPES, type SpecificType } from "./exposes.ts";
import { addGeneric } from "./generic.ts";
import { coverServiceOf, zigbeeKindOf } from "./kind.ts";
import type { DeviceShape } from "./shape.ts";
import { ShapeBuilder } from "./shape-builder.ts";
import { addSpecific } from "./specific.ts";

/** A scene that a group or an endpoint keeps. */
export interface WireScene {
  readonly id: number;
  readonly name: string;
  /** Endpoint of the device that keeps it; undefined for a group's. */
  readonly endpoint?: string;
}

export interface ShapeSource {
  readonly vendor: string;
  readonly model: string;
  readonly description: string;
  readonly exposes: readonly Expose[];
  readonly scenes: readonly WireScene[];
}

const isSpecific = (type: string): type is SpecificType => (SPECIFIC_TYPES as readonly string[]).includes(type);

/** Turns what Zigbee2MQTT tells about a device into a spec and the ways its values travel. */
export function buildShape({ vendor, model, description, exposes, scenes }: ShapeSource): DeviceShape {
  const builder = new ShapeBuilder(`${vendor}-${model}`);
  const coverService = coverServiceOf(description);
  // What a device is for comes first: its services are numbered and named before readings and settings.
  for (const expose of exposes) if (isSpecific(expose.type)) addSpecific(builder, expose, expose.type, coverService);
  for (const expose of exposes) {
    if (!isSpecific(expose.type)) addTopLevel(builder, expose, coverService);
  }
  for (const scene of scenes) {
    const service = builder.service("scenes", "Scenes", scene.endpoint);
    const payload = () => ({ scene_recall: scene.id });
    builder.action(service, `recall-${specNameOf(scene.name)}`, scene.name, payload, [], scene.endpoint);
  }
  return builder.finish(zigbeeKindOf(builder.traits, description), cleanText(description));
}

function addTopLevel(builder: ShapeBuilder, expose: Expose, coverService: string): void {
  // A bare `state` is a switch, or the state of a valve: on and off.
  const bare = expose.type === "binary" && expose.name === "state" && expose.property?.startsWith("state");
  if (bare) {
    addSpecific(builder, { type: "switch", endpoint: expose.endpoint, features: [expose] }, "switch", coverService);
    return;
  }
  // What the motor of a cover is doing is its status.
  const moving = builder.traits.has("cover") && ["motor_state", "moving"].includes(expose.name ?? "");
  if (moving && expose.type === "enum") {
    const cover = builder.service(coverService, "Cover", expose.endpoint);
    addGeneric(builder, { ...expose, name: "status" }, cover);
    return;
  }
  addGeneric(builder, expose);
}
