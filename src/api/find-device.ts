import { type Device, type Home, JiaError, nearest as nearestOf } from "../home/index.ts";
import { hasOwnScript } from "../language/index.ts";

/** How many devices with a like name an error lists. */
const MOST = 5;
/** Shorter beginnings of words are in too many names; a character of a script like the Chinese is a word. */
const SHORTEST = 3;

/** @throws JiaError `unknown-device` with the handles of those that are called like it */
export function requireDevice(home: Home, idOrHandle: string): Device {
  const device = home.device(idOrHandle);
  if (device) return device;
  const alike = likeDevices(home, idOrHandle);
  const [nearest] = alike;
  throw new JiaError("unknown-device", { device: idOrHandle, ...(nearest !== undefined && { nearest, alike }) });
}

/**
 * The handles of the devices that are called like this: those with it in a name ("ceiling" in `kitchen-ceiling-light`),
 * else those whose names, or the ends of their handles, are nearest, the likest first.
 */
function likeDevices(home: Home, given: string): string[] {
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

/** `living-ceiling-light` → itself, `ceiling-light`, `light`: people leave out the room. */
function endsOf(handle: string): string[] {
  const parts = handle.split("-");
  return parts.map((_, from) => parts.slice(from).join("-"));
}
