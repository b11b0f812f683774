import { isPower } from "../../home/index.ts";
import type { Frame } from "../parse/frame.ts";
import type { Effect } from "./context.ts";
import type { DeviceTarget } from "./target.ts";

/** Property types that imply that the device shall run when they are set. */
const TURNS_ON =
  /^(brightness|color|color-temperature|mode|target-temperature|target-humidity|fan-level|fan-speed|speed|speed-level|fan-percent|horizontal-swing|vertical-swing|swing|intensity|heat-level)$/;

/** Switches a device on when its brightness, mode, temperature … is set while it is off. */
export function impliedPower({ timeless, changes }: Frame, target: DeviceTarget, effects: readonly Effect[]): Effect[] {
  const { device, capabilities } = target.indexed;
  const implied: Effect[] = [];
  // "Warmer" also switches on a device whose power state is not known.
  const heats = changes.some(({ props }) => props.includes("target-temperature"));
  for (const effect of effects) {
    if (
      effect.kind !== "set" ||
      !TURNS_ON.test(effect.property.type) ||
      effect.value === false ||
      (effect.value === 0 && effect.property.values.length === 0)
    )
      continue;
    const services = device.spec.services.find(({ key }) => key === effect.property.service);
    const own = services?.properties.find(isPower);
    const power =
      own ?? (capabilities.main.some(({ key }) => key === effect.property.service) ? undefined : capabilities.power[0]);
    const known = power && device.state.get(power.address)?.value;
    if (!power || (!timeless && known !== false && !(heats && known !== true))) continue;
    if (effects.some((each) => each.kind === "set" && each.property === power)) continue;
    if (implied.some((each) => each.kind === "set" && each.property === power)) continue;
    implied.push({ kind: "set", property: power, value: true, implied: true });
  }
  return implied;
}
