import { type Command, clampNumber, currentValue, type Device, type Home, type Property } from "../../home/index.ts";

/** Short names of properties that can change gradually. */
const GRADUAL: ReadonlySet<string> = new Set(["brightness", "color-temperature", "volume", "saturation"]);
/** The shortest step of a transition in milliseconds; devices on a radio cannot take more. */
const MIN_STEP_MS = 500;
const MAX_STEPS = 20;

export interface Stage {
  /** Milliseconds after the start. */
  readonly after: number;
  readonly command: Command;
}

/**
 * The stages of a transition over `duration` milliseconds: gradual values in even steps, all others at once. A device
 * that is switched off is switched off at the end.
 */
export function transitionOf(command: Command, duration: number, home: Home): Stage[] {
  const device = home.device(command.device);
  const steps = Math.min(MAX_STEPS, Math.floor(duration / MIN_STEP_MS));
  if (command.kind === "invoke" || !device || steps < 2) return [{ after: 0, command }];
  const gradual = command.properties.flatMap((write) => {
    const property = device.spec.properties.get(write.address);
    const from = startOf(write.address, property, device, command);
    const moves = property && GRADUAL.has(property.type) && typeof write.value === "number" && typeof from === "number";
    return moves && from !== write.value ? [{ write, property, from, to: write.value as number }] : [];
  });
  if (gradual.length === 0) return [{ after: 0, command }];

  const isGradual = new Set(gradual.map(({ write }) => write.address));
  const rest = command.properties.filter(({ address }) => !isGradual.has(address));
  const off = rest.filter(({ address, value }) => value === false && /\.on(-\d+)?$/.test(address));
  const atOnce = rest.filter((write) => !off.includes(write));
  const stages: Stage[] = [];
  for (let step = 1; step <= steps; step += 1) {
    const moved = gradual.map(({ write, property, from, to }) => ({
      address: write.address,
      value: step === steps ? to : clampNumber(property, from + ((to - from) * step) / steps),
    }));
    const properties = [...(step === 1 ? atOnce : []), ...moved, ...(step === steps ? off : [])];
    stages.push({ after: Math.round((duration * (step - 1)) / (steps - 1)), command: { ...command, properties } });
  }
  return stages;
}

/**
 * The value at the start. A lamp that the same command switches on begins at its lowest value, not at its earlier
 * one.
 */
function startOf(address: string, property: Property | undefined, device: Device, { properties }: SetCommand) {
  const own = `${address.slice(0, address.indexOf("."))}.on`;
  const goesOn = properties.some((write) => write.address === own && write.value === true);
  const isOff = currentValue(device, own) === false;
  return goesOn && isOff && property?.type === "brightness" && property.range
    ? property.range.min
    : currentValue(device, address);
}

type SetCommand = Extract<Command, { kind: "set" }>;
