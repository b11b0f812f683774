import type { Device, DeviceId, HomeEvent } from "../../home/index.ts";
import type { ConditionContext } from "../conditions/kind.ts";

import { resolveTarget } from "../references/targets.ts";
import { type WaitTrigger, waitKindOf } from "./index.ts";
import type { DeviceEvent } from "./kind.ts";

/** Waits until a state begins from now on, or an event happens. */
export class TriggerWait {
  readonly #trigger: WaitTrigger;
  readonly #situation: () => ConditionContext;
  /** Whether the state held last, keyed by device id; devices whose state is not known are left out. */
  readonly #was = new Map<DeviceId, boolean>();
  #happened = false;

  /**
   * @param armed whether the state did not hold before a restart; then one that holds at the first report has begun
   * meanwhile
   */
  constructor(trigger: WaitTrigger, situation: () => ConditionContext, armed: boolean) {
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

  /** Whether the wait is over. */
  get happened(): boolean {
    return this.#happened;
  }

  /** Whether the state held at none of the devices, so that it begins when it holds at one. */
  get armed(): boolean {
    const devices = resolveTarget(this.#trigger.target, this.#situation().home);
    return devices.length > 0 && devices.every(({ id }) => this.#was.get(id) === false);
  }

  /** Takes an event of the home, which may end the wait. */
  note(event: HomeEvent): void {
    if (!isDeviceEvent(event)) return;
    const { home } = this.#situation();
    const heard = waitKindOf(this.#trigger).hear(this.#trigger, event, home);
    switch (heard) {
      case "happened":
        this.#happened = true;
        return;
      case "note":
        this.#look(event.device, false);
        return;
      case "look":
        for (const device of resolveTarget(this.#trigger.target, home)) this.#look(device, true);
        return;
      case "nothing":
        return;
      default:
        heard satisfies never;
    }
  }

  /** @param counts whether a state that begins now ends the wait */
  #look(device: Device, counts: boolean): void {
    const is = this.#isSo(device);
    if (is === null) return;
    if (counts && is && this.#was.get(device.id) === false) this.#happened = true;
    this.#was.set(device.id, is);
  }

  /** Whether the state holds at a device now; null while that is not known, and for events. */
  #isSo(device: Device): boolean | null {
    const { home, now } = this.#situation();
    return waitKindOf(this.#trigger).isSo(this.#trigger, device, home, now);
  }
}

function isDeviceEvent(event: HomeEvent): event is DeviceEvent {
  const { type } = event;
  return type === "property-changed" || type === "event-occurred" || type === "availability-changed";
}
