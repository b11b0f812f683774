import { cleanText, type DeviceDescription, type DeviceId, isTopicLevel, topicNameFault } from "../../home/index.ts";
import type { ProblemCode } from "../problem-codes.ts";
import { BridgeEntry } from "./bridge-entry.ts";
import { buildShape, type WireScene } from "./build.ts";
import { ACCESS, BridgeDevice, BridgeGroup, type Expose } from "./exposes.ts";
import { deviceIdOf, groupExposes, groupMembers } from "./groups.ts";
import { interviewOf, isModelKnown } from "./interview.ts";
import type { DeviceShape } from "./shape.ts";
import { isObject } from "./shape-builder.ts";

/** The result of reading one item of a list. */
export type CatalogueRead =
  | { readonly kind: "entry"; readonly entry: BridgeEntry }
  /** Nothing to show: the coordinator, a disabled device, one that still joins, an empty group. */
  | { readonly kind: "skipped" }
  | { readonly kind: "problem"; readonly code: ProblemCode; readonly detail: string };

/** Makes entries from the items of `bridge/devices` and `bridge/groups`. Devices of one model share one shape. */
export class DeviceCatalogue {
  readonly #base: string;
  readonly #groupPrefix: string;
  /** Keyed by the source of the shape, as JSON. */
  readonly #shapes = new Map<string, DeviceShape>();
  /** Keyed by ieee address: what groups need to know of their members. */
  #devices: ReadonlyMap<string, BridgeDevice> = new Map();

  /**
   * @param base topic of the bridge
   * @param groupPrefix of a group's device id, before its number
   */
  constructor(base: string, groupPrefix: string) {
    this.#base = base;
    this.#groupPrefix = groupPrefix;
  }

  /** Takes the devices of a list that was read to its end. */
  use(found: ReadonlyMap<string, BridgeDevice>): void {
    this.#devices = found;
  }

  /**
   * @param retained whether the list is from before: then nobody is joining
   * @param found the devices of this list so far, keyed by ieee address
   */
  device(
    item: unknown,
    retained: boolean,
    found: Map<string, BridgeDevice>,
    before: (id: DeviceId) => BridgeEntry | undefined,
  ): CatalogueRead {
    const source = JSON.stringify(item);
    const same = this.#unchanged(item, source, before);
    if (same) {
      found.set(same.device.ieee_address, same.device);
      return { kind: "entry", entry: same.entry };
    }
    const parsed = BridgeDevice.safeParse(item);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      const detail = cleanText(`${issue?.path.join(".") ?? ""}: ${issue?.message ?? "not a device"}`, 200);
      return { kind: "problem", code: "malformed-device", detail };
    }
    const device = parsed.data;
    if (device.type === "Coordinator" || device.disabled === true) return { kind: "skipped" };
    const name = cleanText(device.friendly_name);
    const fault = this.#nameFault(device.friendly_name);
    if (fault) return fault;
    const id = deviceIdOf(device.ieee_address);
    const known = before(id);
    const interview = interviewOf(device);
    if (interview === "under-way") {
      // One that is known is asked again: until that is over it is what it was.
      if (!known) return { kind: "skipped" };
      found.set(device.ieee_address, this.#devices.get(device.ieee_address) ?? device);
      return { kind: "entry", entry: known };
    }
    if (interview !== "finished" && !isModelKnown(device)) {
      // A failure that happens now is reported as an event.
      if (interview === "not-done" && !retained) return { kind: "skipped" };
      return { kind: "problem", code: "interview-failed", detail: name };
    }
    if (!device.definition) return { kind: "problem", code: "unsupported-device", detail: name };
    found.set(device.ieee_address, device);
    if (known?.source === source) return { kind: "entry", entry: known };

    const { vendor = "", model, exposes } = device.definition;
    const about = cleanText(device.definition.description ?? model, 100);
    const scenes: WireScene[] = Object.entries(device.endpoints ?? {}).flatMap(([number, endpoint]) =>
      (isTopicLevel(endpoint.name ?? number) ? (endpoint.scenes ?? []) : []).map((scene) => ({
        id: scene.id,
        name: scene.name ?? `Scene ${scene.id}`,
        endpoint: endpoint.name ?? number,
      })),
    );
    const shape = this.#shape({ vendor, model, description: about, exposes, scenes });
    const { properties, actions, events } = shape.spec;
    if (properties.size + actions.size + events.size === 0)
      return { kind: "problem", code: "nothing-usable", detail: name };
    const unnamed = device.friendly_name.toLowerCase() === device.ieee_address.toLowerCase();
    const called = unnamed ? { name: about, room: null, aliases: [] } : friendlyNames(device.friendly_name);
    const description: DeviceDescription = {
      id,
      ...called,
      model: cleanText(model, 100),
      spec: shape.spec,
      dialect: "zigbee2mqtt",
      reports: true,
    };
    const asks = device.type === "Router" ? asksOf(exposes) : [];
    const entry = new BridgeEntry({ description, shape, name: device.friendly_name, source, asks }, known);
    return { kind: "entry", entry };
  }

  /** The whole list comes whenever one device changes: the others need not be looked at again. */
  #unchanged(
    item: unknown,
    source: string,
    before: (id: DeviceId) => BridgeEntry | undefined,
  ): { readonly entry: BridgeEntry; readonly device: BridgeDevice } | null {
    const ieee = isObject(item) ? item["ieee_address"] : undefined;
    if (typeof ieee !== "string") return null;
    const device = this.#devices.get(ieee);
    const entry = before(deviceIdOf(ieee));
    return device && entry?.source === source ? { entry, device } : null;
  }

  group(item: unknown, before: (id: DeviceId) => BridgeEntry | undefined): CatalogueRead {
    const parsed = BridgeGroup.safeParse(item);
    if (!parsed.success) return { kind: "problem", code: "malformed-group", detail: "not a group" };
    const group = parsed.data;
    const fault = this.#nameFault(group.friendly_name);
    if (fault) return fault;
    const exposes = groupExposes(group, this.#devices);
    const scenes = (group.scenes ?? []).map(({ id, name }) => ({ id, name: name ?? `Scene ${id}` }));
    if (exposes.length === 0 && scenes.length === 0) return { kind: "skipped" };
    const id = `${this.#groupPrefix}${group.id}`;
    const source = JSON.stringify([item, exposes]);
    const known = before(id);
    if (known?.source === source) return { kind: "entry", entry: known };
    const shape = this.#shape({ vendor: "zigbee", model: "group", description: "Group", exposes, scenes });
    const description: DeviceDescription = {
      id,
      ...friendlyNames(group.friendly_name),
      model: "group",
      spec: shape.spec,
      dialect: "zigbee2mqtt",
      reports: true,
      members: groupMembers(group),
    };
    const entry = new BridgeEntry({ description, shape, name: group.friendly_name, source, asks: [] }, known);
    return { kind: "entry", entry };
  }

  /** The problem with a friendly name that cannot be a topic; null for a usable name. */
  #nameFault(name: string): CatalogueRead | null {
    // The longest topic that is made of it; the bridge's own are not for others to take.
    const fault = /^bridge(?:\/|$)/.test(name) ? "reserved" : topicNameFault(`${this.#base}/${name}/endpoint/set`);
    if (fault === null) return null;
    const shown = cleanText(name);
    return fault === "wildcard"
      ? { kind: "problem", code: "wildcard-in-name", detail: shown }
      : { kind: "problem", code: "unusable-topic", detail: `${shown}: ${fault}` };
  }

  /** Forgets shapes that no entry uses. */
  sweep(used: Iterable<BridgeEntry>): void {
    const shapes = new Set([...used].map((entry) => entry.shape));
    for (const [key, shape] of this.#shapes) if (!shapes.has(shape)) this.#shapes.delete(key);
  }

  #shape(source: Parameters<typeof buildShape>[0]): DeviceShape {
    const key = JSON.stringify(source);
    const shape = this.#shapes.get(key) ?? buildShape(source);
    this.#shapes.set(key, shape);
    return shape;
  }
}

/**
 * The state keys to ask for: the main values of lights, switches, covers and thermostats, as far as they can be read.
 */
function asksOf(exposes: readonly Expose[]): string[] {
  const features = exposes.flatMap((expose) => expose.features ?? []);
  const wanted = ["state", "brightness", "position", "system_mode", "occupied_heating_setpoint", "local_temperature"];
  return features
    .filter(({ name, access }) => wanted.includes(name ?? "") && ((access ?? 0) & ACCESS.get) !== 0)
    .flatMap(({ property }) => (property === undefined ? [] : [property]))
    .slice(0, 8);
}

/** "kitchen/ceiling_light": the ceiling light in the kitchen. The last part is the name, the one before it the room. */
export function friendlyNames(friendlyName: string): Pick<DeviceDescription, "name" | "aliases" | "room"> {
  const parts = friendlyName.split("/").filter((part) => part.trim() !== "");
  const name = cleanText(parts.at(-1) ?? friendlyName);
  const room = parts.length > 1 ? cleanText((parts.at(-2) ?? "").replaceAll("_", " ")) : "";
  const spaced = cleanText(name.replaceAll("_", " "));
  return { name, room: room || null, aliases: spaced === name ? [] : [spaced] };
}
