import type { Device, DeviceId } from "../../home/index.ts";
import type { Watcher } from "./watcher.ts";

/** The watchers of one device. */
interface Watched {
  /** Keyed by address. */
  readonly properties: Map<string, Watcher[]>;
  /** Watchers whose bounds follow a property of the device, keyed by its address. */
  readonly followed: Map<string, Watcher[]>;
  /** Keyed by address. */
  readonly events: Map<string, Watcher[]>;
  readonly availability: Watcher[];
}

/**
 * The watchers of each device, found by device and address, so that the cost of a change does not depend on their
 * number.
 */
export class WatchedDevices {
  /** Keyed by device id. */
  readonly #byDevice = new Map<DeviceId, Watched>();

  /** Watchers of a property. */
  ofProperty(device: Device, address: string): readonly Watcher[] {
    return this.#byDevice.get(device.id)?.properties.get(address) ?? [];
  }

  /** Watchers whose bounds follow this property. */
  following(device: Device, address: string): readonly Watcher[] {
    return this.#byDevice.get(device.id)?.followed.get(address) ?? [];
  }

  /** Watchers of an event. */
  ofEvent(device: Device, address: string): readonly Watcher[] {
    return this.#byDevice.get(device.id)?.events.get(address) ?? [];
  }

  /** Watchers of a device's availability. */
  ofAvailability(device: Device): readonly Watcher[] {
    return this.#byDevice.get(device.id)?.availability ?? [];
  }

  add(watcher: Watcher, device: Device): void {
    const { trigger, watch } = watcher;
    const watched = this.#watched(device.id);
    const listened = watch.listensTo(trigger);
    switch (listened.kind) {
      case "property":
        listOf(watched.properties, listened.address).push(watcher);
        return;
      case "event":
        listOf(watched.events, listened.address).push(watcher);
        return;
      case "availability":
        watched.availability.push(watcher);
        return;
      default:
        listened satisfies never;
    }
  }

  /** Adds a watcher whose bounds follow a property of this device. */
  follow(watcher: Watcher, device: Device, address: string): void {
    const list = listOf(this.#watched(device.id).followed, address);
    if (!list.includes(watcher)) list.push(watcher);
  }

  remove(watchers: readonly Watcher[]): void {
    const gone = new Set(watchers);
    const without = (list: Watcher[]): void => {
      for (let index = list.length - 1; index >= 0; index -= 1) {
        const watcher = list[index];
        if (watcher && gone.has(watcher)) list.splice(index, 1);
      }
    };
    for (const watched of this.#byDevice.values()) {
      for (const list of watched.properties.values()) without(list);
      for (const list of watched.followed.values()) without(list);
      for (const list of watched.events.values()) without(list);
      without(watched.availability);
    }
  }

  /** Drops all watchers of a device. */
  forget(device: DeviceId): void {
    this.#byDevice.delete(device);
  }

  clear(): void {
    this.#byDevice.clear();
  }

  #watched(device: DeviceId): Watched {
    const known = this.#byDevice.get(device);
    if (known) return known;
    const watched: Watched = { properties: new Map(), followed: new Map(), events: new Map(), availability: [] };
    this.#byDevice.set(device, watched);
    return watched;
  }
}

function listOf(map: Map<string, Watcher[]>, key: string): Watcher[] {
  const known = map.get(key);
  if (known) return known;
  const list: Watcher[] = [];
  map.set(key, list);
  return list;
}
