import type { Device, DeviceId } from "../../home/index.ts";

/** How long a device that is back may take to say what it is now, in milliseconds; then it counts as what it was before. */
export const BACK_MS = 30_000;

/** Devices that could not be heard and are again: what they are is not known until they tell it. */
export class Absences {
  /** Since when a device's broker is lost. */
  readonly #lost = new Set<DeviceId>();
  /** Since when a device is back. */
  readonly #back = new Map<DeviceId, number>();

  /** The device can be heard again. */
  back(id: DeviceId, at: number): void {
    this.#back.set(id, at);
  }

  /** The device can't be heard. */
  gone(id: DeviceId): void {
    this.#back.delete(id);
  }

  forget(id: DeviceId): void {
    this.#lost.delete(id);
    this.#back.delete(id);
  }

  /** Whether the device is back and what it is now is not known for sure. */
  isBack(id: DeviceId): boolean {
    return this.#back.has(id);
  }

  /** Notices brokers that were lost or found again. @returns the devices that can't be heard since the last look */
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

  /** The devices that are back, and since when; those that have had time enough are told for the last time. */
  *returning(now: number): Iterable<{ readonly id: DeviceId; readonly since: number; readonly settled: boolean }> {
    for (const [id, since] of this.#back) {
      const settled = now - since >= BACK_MS;
      yield { id, since, settled };
      if (settled) this.#back.delete(id);
    }
  }
}

/** Whether nothing that is known of a device can be relied on. */
export function isAway({ online, lostSince }: Device): boolean {
  return online === false || lostSince !== null;
}
