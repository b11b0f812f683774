import type { DeviceId } from "./device.ts";

/** Runs tasks one after another per device, and at the same time for different devices. */
export class DeviceQueues {
  /** The last task of a device, keyed by device id; gone when nothing waits. */
  readonly #last = new Map<DeviceId, Promise<unknown>>();

  run<Result>(device: DeviceId, task: () => Promise<Result>): Promise<Result> {
    const previous = this.#last.get(device);
    const result = previous === undefined ? task() : previous.then(task, task);
    this.#last.set(device, result);
    const forget = () => {
      if (this.#last.get(device) === result) this.#last.delete(device);
    };
    result.then(forget, forget);
    return result;
  }
}
