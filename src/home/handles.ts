import type { DeviceId, Room } from "./device.ts";
import { slug } from "./text.ts";

/**
 * Gives each device a unique handle. A readable native id (`miot:kitchen-light`) is its own handle; otherwise room and name
 * make one ("Kitchen", "Ceiling light" → `kitchen-ceiling-light`), with a number where it is taken.
 */
export class HandleRegistry {
  /** Keyed by handle. */
  readonly #owners = new Map<string, DeviceId>();
  /** Keyed by device id. */
  readonly #handles = new Map<DeviceId, string>();

  owner(handle: string): DeviceId | undefined {
    return this.#owners.get(handle);
  }

  /** The device's handle for this name and room; it keeps the one it has while name and room still make it. */
  claim(id: DeviceId, name: string, room: Room | null): string {
    const wanted = wantedHandle(id, name, room);
    const current = this.#handles.get(id);
    if (current && (current === wanted || current.replace(/-\d+$/, "") === wanted)) return current;
    this.release(id);
    let handle = wanted;
    for (let n = 2; this.#owners.has(handle); n += 1) handle = `${wanted}-${n}`;
    this.#owners.set(handle, id);
    this.#handles.set(id, handle);
    return handle;
  }

  release(id: DeviceId): void {
    const handle = this.#handles.get(id);
    if (handle === undefined) return;
    this.#handles.delete(id);
    this.#owners.delete(handle);
  }
}

/** The handle that a device gets when no other device has it. */
export function wantedHandle(id: DeviceId, name: string, room: Room | null): string {
  const native = id.slice(id.indexOf(":") + 1);
  if (/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(native)) return native;
  const ofName = slug(name);
  const ofRoom = room ? slug(room.name) : "";
  const joined = ofRoom && !ofName.startsWith(ofRoom) ? `${ofRoom}-${ofName}` : ofName;
  return joined || slug(native) || "device";
}
