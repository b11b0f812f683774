import type { Device } from "../../home/index.ts";
import { type DeviceState, isMainValveName } from "../../language/index.ts";
import { MODE_CHECKS, type ModeCheck } from "./definition.ts";
import type { ModeFinding } from "./port.ts";

/** Whether a device is in a state now; null: not known, `undefined`: it has no such state. */
export type StateTest = (state: DeviceState, device: Device) => boolean | null | undefined;

/** A rule of a check: the kinds of devices, and the state that is a finding. */
interface CheckRule {
  readonly kinds: RegExp;
  readonly state: DeviceState;
  /** Leaves out devices whose state is not known: an unlocked lock may be open, and is already reported as unlocked. */
  readonly onlyKnown?: true;
}

/** Ways into the home. Curtains may be open, and a fridge is no way in. */
const OPENINGS = /^(magnet-sensor|door|door-sensor|window-sensor|garage-door|garage-door-opener|gate|window-opener)$/;
/** Kinds of devices that can cause a fire. */
const HEATS =
  /^(oven|cooker|pressure-cooker|microwave-oven|air-fryer|induction-cooker|gas-stove|kettle|coffee-machine|iron|heater|bath-heater|electric-blanket|toaster)$/;

const CHECK_RULES: Readonly<Record<ModeCheck, readonly CheckRule[]>> = {
  open: [
    { kinds: OPENINGS, state: "open" },
    { kinds: /lock$/, state: "open", onlyKnown: true },
  ],
  unlocked: [{ kinds: /lock$/, state: "unlocked" }],
  running: [{ kinds: HEATS, state: "on" }],
  lights: [{ kinds: /^(light|night-light|lamp)$/, state: "on" }],
  water: [
    { kinds: /^(valve|water-valve|faucet|irrigation)$/, state: "open" },
    { kinds: /^(submersion-sensor|water-leak-sensor)$/, state: "wet" },
  ],
};

function isMainValve({ name, aliases }: Device): boolean {
  return [name, ...aliases].some(isMainValveName);
}

/** The findings of each check: devices in the wrong state, and devices whose state is not known. A check without findings is left out. */
export function runModeChecks(
  checks: readonly ModeCheck[],
  devices: readonly Device[],
  isSo: StateTest,
): readonly ModeFinding[] {
  const single = devices.filter(({ members }) => members.length === 0);
  return MODE_CHECKS.filter((check) => checks.includes(check)).flatMap((check) => {
    const found: Device[] = [];
    const unknown: Device[] = [];
    for (const device of single) {
      const look = CHECK_RULES[check].find(({ kinds }) => kinds.test(device.spec.kind));
      // The main valve of a home is normally open.
      if (look?.state === "open" && check === "water" && isMainValve(device)) continue;
      const so = look && isSo(look.state, device);
      if (so === true) found.push(device);
      else if (so === null && !look?.onlyKnown) unknown.push(device);
    }
    return found.length + unknown.length === 0 ? [] : [{ check, devices: found, unknown }];
  });
}
