import type { Origin } from "../commands.ts";
import type { DeviceId } from "../device.ts";

/** Checks PINs. Only the home calls it, so that wrong PINs are counted and locked in one place. */
export interface PinCheck {
  /** Whether anybody has a PIN that counts for this origin; otherwise a yes is enough. */
  hasPin(origin: Origin): boolean;
  /**
   * Checks a PIN. A try is counted before it is checked, and the count survives a restart.
   * @param devices the devices that it is for; named in the notice of too many wrong PINs
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
export const PIN_PATTERN = /^\d{4,12}$/;
