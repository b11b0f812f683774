import { type Codec, listedValues, NUMBER } from "../spec/codec.ts";
import type { Expose } from "./exposes.ts";
import { addGeneric } from "./generic.ts";
import { accessOf, exposePath, type ShapeBuilder } from "./shape-builder.ts";

/** The order in which a motor is told what to do, as in MIoT: 0 Pause, 1 Open, 2 Close. */
const COMMANDS = [
  { wire: "STOP", number: 0, label: "Pause" },
  { wire: "OPEN", number: 1, label: "Open" },
  { wire: "CLOSE", number: 2, label: "Close" },
] as const;

const ENDS = listedValues(["CLOSE", "OPEN"]);
/** Open or closed. That it stopped says nothing about it. */
const PLACE: Codec = { decode: (raw) => (raw === "STOP" ? undefined : ENDS.decode(raw)), encode: ENDS.encode };
const PERCENT = { format: "uint8", unit: "percentage", range: [0, 100, 1] } as const;

/** A cover: `motor-control`, what it reports as open or closed, and its position as `current-` and `target-position`. */
export function coverParts(builder: ShapeBuilder, expose: Expose, serviceName: string): void {
  builder.traits.add("cover");
  const cover = builder.service(serviceName, "Cover", expose.endpoint);
  for (const feature of expose.features ?? []) {
    const path = exposePath([], feature);
    if (path === null || !["state", "position", "tilt"].includes(feature.name ?? "")) {
      addGeneric(builder, feature, cover);
      continue;
    }
    if (!builder.claim(path)) continue;
    const access = accessOf(feature);
    if (feature.name === "state") {
      const known = (feature.values ?? []).map(String);
      const commands = COMMANDS.filter(({ wire }) => known.includes(wire));
      const values = commands.map(({ number, label }) => ({ value: number, description: label }));
      const codec = listedValues(
        commands.map(({ wire }) => wire),
        commands.map(({ number }) => number),
      );
      const control = { name: "motor-control", description: "Motor control", format: "uint8", values } as const;
      if (access.write) builder.property(cover, control, path, codec, { read: false, write: true });
      if (access.read) {
        const states = [
          { value: 0, description: "Closed" },
          { value: 1, description: "Open" },
        ];
        const draft = { name: "open-state", description: "Open state", format: "uint8", values: states } as const;
        builder.property(cover, draft, path, PLACE, { read: true, write: false });
      }
      continue;
    }
    if (feature.name === "tilt") {
      builder.property(cover, { name: "tilt", description: "Tilt", ...PERCENT }, path, NUMBER, access);
      continue;
    }
    if (access.read) {
      const draft = { name: "current-position", description: "Current position", ...PERCENT };
      builder.property(cover, draft, path, NUMBER, { read: true, write: false });
    }
    if (access.write) {
      builder.property(
        cover,
        { name: "target-position", description: "Target position", ...PERCENT },
        path,
        NUMBER,
        access,
      );
    }
  }
}
