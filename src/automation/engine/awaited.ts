import type { Device, DeviceId, HomeEvent } from "../../home/index.ts";
import { inside, matchesValue, type Situation } from "../conditions.ts";
import type { Happening } from "../definition/index.ts";
import { inTarget, resolveTarget } from "../targets.ts";
import { boundsNow, knownValue } from "../value-of.ts";
import { argumentsFit } from "./watcher.ts";

/** What a run waits for: that it becomes so from now on, or happens. */
export class Awaited {
  readonly #trigger: Happening;
  readonly #situation: () => Situation;
  /** Whether it was so last, keyed by device; what is not known is left out. */
  readonly #was = new Map<DeviceId, boolean>();
  #happened = false;

  /** @param armed it was not so before a restart: what is so at the first report has become so meanwhile */
  constructor(trigger: Happening, situation: () => Situation, armed: boolean) {
    this.#trigger = trigger;
    this.#situation = situation;
    for (const device of resolveTarget(trigger.target, situation().home)) {
      const is = this.#isSo(device);
      if (armed) {
        this.#was.set(device.id, false);
        if (is === true) this.#happened = true;
      } else if (is !== null) this.#was.set(device.id, is);
    }
  }

  get happened(): boolean {
    return this.#happened;
  }

  /** Whether it was so at none of the devices: then it has become so once it is. */
  get armed(): boolean {
    const devices = resolveTarget(this.#trigger.target, this.#situation().home);
    return devices.length > 0 && devices.every(({ id }) => this.#was.get(id) === false);
  }

  note(event: HomeEvent): void {
    const trigger = this.#trigger;
    const { home } = this.#situation();
    if (event.type === "event-occurred") {
      if (trigger.type !== "event" || event.event !== trigger.event || !inTarget(trigger.target, event.device, home))
        return;
      if (argumentsFit(trigger, event)) this.#happened = true;
      return;
    }
    if (event.type !== "property-changed" && event.type !== "availability-changed") return;
    if (trigger.type === "property" && event.type === "property-changed") {
      if (event.address !== trigger.property || !inTarget(trigger.target, event.device, home)) return;
      const { before, device, address } = event;
      const changed = before !== undefined;
      if (trigger.to === undefined && changed && this.#fitsBefore(device, address, before)) this.#happened = true;
      if (trigger.to !== undefined && changed && !this.#fitsBefore(device, address, before)) {
        this.#look(device, false);
        return;
      }
    }
    // What a bound follows may be of any device.
    for (const device of resolveTarget(trigger.target, home)) this.#look(device, true);
  }

  #fitsBefore(device: Device, address: string, before: string | number | boolean): boolean {
    const trigger = this.#trigger;
    if (trigger.type !== "property" || trigger.from === undefined) return true;
    return matchesValue(device, address, before, [trigger.from].flat());
  }

  /** @param counts whether that it has become so is what is waited for */
  #look(device: Device, counts: boolean): void {
    const is = this.#isSo(device);
    if (is === null) return;
    if (counts && is && this.#was.get(device.id) === false) this.#happened = true;
    this.#was.set(device.id, is);
  }

  /** Whether a device is so now; null while that is not known, and for what only happens. */
  #isSo(device: Device): boolean | null {
    const trigger = this.#trigger;
    const { home, now } = this.#situation();
    switch (trigger.type) {
      case "property": {
        const value = knownValue(device, trigger.property, now);
        if (value === null || trigger.to === undefined) return null;
        return matchesValue(device, trigger.property, value, [trigger.to].flat());
      }
      case "numeric": {
        const value = knownValue(device, trigger.property, now);
        const bounds = boundsNow(trigger, device, home, now);
        return typeof value === "number" && bounds ? inside(value, bounds) : null;
      }
      case "availability":
        return device.online === null ? null : device.online === trigger.online;
      case "event":
        return null;
      default:
        return trigger satisfies never;
    }
  }
}
