import type { Device } from "../../home/index.ts";
import { type DeviceState, isMainValveName } from "../../language/index.ts";
import { MODE_CHECKS, type ModeCheck } from "./definition.ts";
import type { Finding } from "./port.ts";

/** Whether a device is in a state now; null: nobody can tell, `undefined`: it has no such state. */
export type IsSo = (state: DeviceState, device: Device) => boolean | null | undefined;

/** What a check looks at, and how that must not be. */
interface Look {
  readonly kinds: RegExp;
  readonly state: DeviceState;
  /** That nobody can tell is nothing to tell: a lock that is unlocked may be open, and is told as unlocked. */
  readonly onlyKnown?: true;
}

/** Curtains may be open; what is in a fridge is nobody's way in. */
const OPENINGS = /^(magnet-sensor|door|door-sensor|window-sensor|garage-door|garage-door-opener|gate|window-opener)$/;
/** What burns, or is hot enough to. */
const HEATS =
  /^(oven|cooker|pressure-cooker|microwave-oven|air-fryer|induction-cooker|gas-stove|kettle|coffee-machine|iron|heater|bath-heater|electric-blanket|toaster)$/;

const LOOKS: Readonly<Record<ModeCheck, readonly Look[]>> = {
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

/** What is not as it should be, and what nobody can tell, check by check; a check without either is left out. */
export function lookAt(checks: readonly ModeCheck[], devices: readonly Device[], isSo: IsSo): readonly Finding[] {
  const single = devices.filter(({ members }) => members.length === 0);
  return MODE_CHECKS.filter((check) => checks.includes(check)).flatMap((check) => {
    const found: Device[] = [];
    const unknown: Device[] = [];
    for (const device of single) {
      const look = LOOKS[check].find(({ kinds }) => kinds.test(device.spec.kind));
      // The valve of all of the home is open as long as somebody lives there.
      if (look?.state === "open" && check === "water" && isMainValve(device)) continue;
      const so = look && isSo(look.state, device);
      if (so === true) found.push(device);
      else if (so === null && !look?.onlyKnown) unknown.push(device);
    }
    return found.length + unknown.length === 0 ? [] : [{ check, devices: found, unknown }];
  });
}
