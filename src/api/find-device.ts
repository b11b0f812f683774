import { type Device, type Home, JiaError, nearest as nearestOf } from "../home/index.ts";
import { hasOwnScript } from "../language/index.ts";

/** The most devices with a similar name that an error lists. */
const MOST = 5;
/**
 * The shortest text that is searched for within names, in characters; shorter ones are in too many. In scripts like
 * the Chinese one, a character is a word.
 */
const SHORTEST = 3;

/**
 * The device with this id or handle.
 * @throws JiaError `unknown-device` with the handles of devices with a similar name
 */
export function requireDevice(home: Pick<Home, "device" | "devices">, idOrHandle: string): Device {
  const device = home.device(idOrHandle);
  if (device) return device;
  const alike = likeDevices(home, idOrHandle);
  const [nearest] = alike;
  throw new JiaError("unknown-device", { device: idOrHandle, ...(nearest !== undefined && { nearest, alike }) });
}

/**
 * The handles of devices with a similar name, the likeliest first: those with the text in a name ("ceiling" in
 * `kitchen-ceiling-light`), otherwise those whose names or ends of handles are nearest.
 */
function likeDevices(home: Pick<Home, "devices">, given: string): string[] {
  const wanted = given.trim().toLowerCase();
  const holding = home.devices.filter(({ handle, name, aliases }) =>
    [handle, name, ...aliases].some((each) => each.toLowerCase().includes(wanted)),
  );
  const asWord = wanted.length >= SHORTEST || hasOwnScript(wanted);
  if (asWord && holding.length > 0) return holding.slice(0, MOST).map(({ handle }) => handle);
  const found = new Set<string>();
  const left = new Map<string, Set<string>>();
  for (const { id, handle, name, aliases } of home.devices) {
    for (const each of [id, name, ...aliases, ...endsOf(handle)])
      left.set(each, (left.get(each) ?? new Set()).add(handle));
  }
  while (found.size < MOST) {
    const near = nearestOf(given, left.keys());
    if (near === null) break;
    for (const handle of left.get(near) ?? []) found.add(handle);
    left.delete(near);
  }
  return [...found].slice(0, MOST);
}

/** The ends of a handle: `living-ceiling-light`, `ceiling-light`, `light`. People leave out the room. */
function endsOf(handle: string): string[] {
  const parts = handle.split("-");
  return parts.map((_, from) => parts.slice(from).join("-"));
}
