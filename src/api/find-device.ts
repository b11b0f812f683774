import { type Device, type Home, JiaError, nearest as nearestOf } from "../home/index.ts";

/** How many devices with a like name an error lists. */
const MOST = 3;

/** @throws JiaError `unknown-device` with the handles of those that are called like it */
export function findDevice(home: Home, idOrHandle: string): Device {
  const device = home.device(idOrHandle);
  if (device) return device;
  const alike = likeDevices(home, idOrHandle);
  const [nearest] = alike;
  throw new JiaError("unknown-device", { device: idOrHandle, ...(nearest !== undefined && { nearest, alike }) });
}

/** The handles of the devices that are called like this, the likest first. */
function likeDevices(home: Home, given: string): string[] {
  const found: string[] = [];
  const left = new Map(
    home.devices.flatMap(({ id, handle, name, aliases }) =>
      [id, handle, name, ...aliases].map((each) => [each, handle]),
    ),
  );
  while (found.length < MOST) {
    const near = nearestOf(given, left.keys());
    const handle = near === null ? undefined : left.get(near);
    if (handle === undefined) break;
    found.push(handle);
    for (const [name, of] of left) if (of === handle) left.delete(name);
  }
  return found;
}
