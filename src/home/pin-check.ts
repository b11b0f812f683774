import type { Origin } from "./commands.ts";
import type { DeviceId } from "./device.ts";

/** Checks PINs. The home asks it, and nothing else does: there is one place where PINs are counted and locked. */
export interface PinCheck {
  /** Whether somebody could give a PIN that counts for what this origin asks; without one a yes is enough. */
  hasPin(origin: Origin): boolean;
  /**
   * Checks a PIN. Every try counts before it is looked at, also over a restart.
   * @param devices what it is for, for those who are told of wrong ones
   * @returns id of the person whose PIN it is
   * @throws JiaError `wrong-pin`, or `pin-locked` when there were too many and no PIN is looked at
   */
  check(pin: string, origin: Origin, devices: readonly DeviceId[]): Promise<string>;
}

/** A home in which nobody has a PIN. */
export const NO_PINS: PinCheck = {
  hasPin: () => false,
  check: () => Promise.reject(new Error("nobody has a PIN")),
};

/** A PIN: 4 to 12 digits. */
export const PIN = /^\d{4,12}$/;
