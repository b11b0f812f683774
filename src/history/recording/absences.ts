import type { Device, DeviceId } from "../../home/index.ts";

/** How long a device that is back may take to report its values, in milliseconds; then the old ones count again. */
export const BACK_MS = 30_000;

/** Tracks devices that were unreachable: after they are back, their values are not known until they report them. */
export class Absences {
  /** Ids of devices whose broker is lost. */
  readonly #lost = new Set<DeviceId>();
  /** Since when a device is back, keyed by device id, in milliseconds since the epoch. */
  readonly #back = new Map<DeviceId, number>();

  /** Marks a device as reachable again. */
  back(id: DeviceId, at: number): void {
    this.#back.set(id, at);
  }

  /** Marks a device as unreachable. */
  gone(id: DeviceId): void {
    this.#back.delete(id);
  }

  forget(id: DeviceId): void {
    this.#lost.delete(id);
    this.#back.delete(id);
  }

  /** Whether a device is back and may not have reported its values yet. */
  isBack(id: DeviceId): boolean {
    return this.#back.has(id);
  }

  /** Notices brokers that were lost or are back. @returns the devices that became unreachable since the last look */
  look(devices: readonly Device[], now: number): readonly Device[] {
    const lost: Device[] = [];
    for (const device of devices) {
      const isLost = device.lostSince !== null;
      if (isLost === this.#lost.has(device.id)) continue;
      if (isLost) {
        this.#lost.add(device.id);
        this.gone(device.id);
        lost.push(device);
      } else {
        this.#lost.delete(device.id);
        if (device.online !== false) this.back(device.id, now);
      }
    }
    return lost;
  }

  /** The devices that are back, and since when. `settled`: their time is over, and they are not returned again. */
  *returning(now: number): Iterable<{ readonly id: DeviceId; readonly since: number; readonly settled: boolean }> {
    for (const [id, since] of this.#back) {
      const settled = now - since >= BACK_MS;
      yield { id, since, settled };
      if (settled) this.#back.delete(id);
    }
  }
}

/** Whether a device is unreachable, so that none of its values can be relied on. */
export function isUnreachable({ online, lostSince }: Device): boolean {
  return online === false || lostSince !== null;
}
