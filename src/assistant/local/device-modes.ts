/** Modes of devices that are called as modes of the home are. */
import type { DeviceId, Home } from "../../home/index.ts";
import type { Mode } from "../../people/modes/index.ts";

/** What is said of a mode of the home, and all that it is called: a device's may be called one of these. */
export function calledOf(said: string, { name, aliases }: Mode): ReadonlySet<string> {
  return new Set([said, name, ...aliases].map((each) => each.toLowerCase()));
}

/** Whether one of these devices has a value of a list that is called so. */
export function hasMode(
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

/** Whether one of these devices is set to a value that is called so. */
export function isInMode(
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
