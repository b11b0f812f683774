/** Reads signs of presence from devices of the home. */
import { currentValue, type Device, type HomeEventOf, type Property, type Value } from "../../home/index.ts";
import { type Sign, type SignOf, TRACKER } from "./signs.ts";

export type DeviceSign = SignOf<"device">;

export function isOfDevice(sign: Sign): sign is DeviceSign {
  return sign.type === "device";
}

/**
 * The presence that a device states: at home, away, or null when it is offline or its value is not known. undefined: it has no
 * such property.
 */
export function presenceFromDevice(sign: DeviceSign, device: Device): boolean | null | undefined {
  const property = device.spec.properties.get(sign.property ?? TRACKER);
  if (!property) return undefined;
  const value = device.online === false ? undefined : currentValue(device, property.address);
  if (value === undefined) return null;
  if (isOneOf(property, value, sign.home ?? "home")) return true;
  return sign.away === undefined || isOneOf(property, value, sign.away) ? false : null;
}

/** Whether a lock reports that this person came in, by their code, card or finger. */
export function isEntryEvent(
  sign: SignOf<"door">,
  event: HomeEventOf<"event-occurred"> | HomeEventOf<"property-changed">,
): boolean {
  if (event.type === "property-changed") {
    const property = event.device.spec.properties.get(event.address);
    return event.address === sign.property && property !== undefined && isOneOf(property, event.value, sign.is ?? []);
  }
  if (event.event !== sign.event) return false;
  return Object.entries(sign.arguments ?? {}).every(([address, wanted]) => {
    const given = event.arguments.find((each) => each.address === address);
    const property = event.device.spec.properties.get(address);
    return (
      given !== undefined &&
      (given.value === wanted || (property !== undefined && isOneOf(property, given.value, wanted)))
    );
  });
}

/** Whether a value is one of the wanted ones, by itself or by its description. */
function isOneOf(property: Property, value: Value, wanted: Value | readonly Value[]): boolean {
  const called = property.values.find((listed) => listed.value === value)?.description.toLowerCase();
  return [wanted]
    .flat()
    .some(
      (each) =>
        each === value || (typeof each === "string" && each.toLowerCase() === (called ?? String(value).toLowerCase())),
    );
}
