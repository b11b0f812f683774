/** Modes of devices that are called as modes of the home are. */
import type { DeviceId, Home } from "../../../home/index.ts";
import type { Mode } from "../../../people/modes/index.ts";

/** The names of a mode of the home in lower case, with the words that were said: a mode of a device may have one of these names. */
export function modeNames(said: string, { name, aliases }: Mode): ReadonlySet<string> {
  return new Set([said, name, ...aliases].map((each) => each.toLowerCase()));
}

/** Whether one of these devices has a listed value with one of these names. */
export function hasModeValue(
  devices: readonly DeviceId[],
  called: ReadonlySet<string>,
  home: Pick<Home, "device">,
): boolean {
  return devices.some((id) =>
    [...(home.device(id)?.spec.properties.values() ?? [])].some(({ values }) =>
      values.some(({ description }) => called.has(description.toLowerCase())),
    ),
  );
}

/** Whether one of these devices is set to a listed value with one of these names. */
export function isSetToMode(
  devices: readonly DeviceId[],
  called: ReadonlySet<string>,
  home: Pick<Home, "device">,
): boolean {
  return devices.some((id) => {
    const device = home.device(id);
    return [...(device?.spec.properties ?? [])].some(([address, { values }]) => {
      const set = device?.state.get(address)?.value;
      return values.some(({ value, description }) => value === set && called.has(description.toLowerCase()));
    });
  });
}
