import { KIND_MEMBERS } from "../../../home/index.ts";
import { hasInName } from "../../ground/narrow.ts";
import type { HomeIndex } from "../../names/home-index.ts";
import type { IndexedDevice } from "../../names/indexed-device.ts";
import type { Head } from "../frame.ts";
import type { Item } from "../items.ts";

/**
 * Service types that a kind can mean as a part of another device, keyed by the kind; the first that the device has counts.
 * The light of a plug is its indicator.
 */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  light: ["light", "ambient-light", "night-light", "indicator-light"],
  "night-light": ["night-light", "light", "ambient-light"],
  "ambient-light": ["ambient-light", "light"],
  "indicator-light": ["indicator-light"],
  screen: ["screen", "indicator-light"],
  microphone: ["microphone"],
  // 冰箱门, "the oven door".
  door: ["door"],
};

/** The same for kinds that are a part only if the device has it: the air conditioning of a car. */
const OWN_PARTS: Readonly<Record<string, readonly string[]>> = { "air-conditioner": ["climate"], heater: ["climate"] };

/** Whether a kind is often a part of another device. */
export function isPartKind(kind: string): boolean {
  return kind in PARTS;
}

/** The devices that a head may mean, by name or kind and its modifiers. */
export function devicesOfHead(
  { type, kinds, devices }: Pick<Head, "type" | "kinds" | "devices">,
  modifiers: readonly string[],
  index: HomeIndex,
): readonly IndexedDevice[] {
  const all =
    type === "kind"
      ? kinds.flatMap((kind) => [...index.ofKind(kind)])
      : devices.flatMap((id) => index.devices.get(id) ?? []);
  return all.filter((each) => modifiers.every((word) => hasInName(each, word)));
}

/** The services of these devices that a word for a part means. */
export function partServicesOf(kinds: readonly string[], owners: readonly IndexedDevice[]): Head["parts"] {
  return owners.flatMap(({ device, ownKinds }) => {
    const types = kinds.filter((kind) => !ownKinds.has(kind)).flatMap((kind) => PARTS[kind] ?? OWN_PARTS[kind] ?? []);
    const found = types.flatMap((type) => device.spec.services.find((service) => service.type === type) ?? []);
    return found.slice(0, 1).map(({ key }) => ({ device: device.id, service: key }));
  });
}

/**
 * Types of properties that a word for a part means: an indicator without a service of its own, and writable properties by
 * their names in specs ("the car windows").
 */
export function partPropertiesOf({ lex, home }: Item, owners: readonly IndexedDevice[]): readonly string[] {
  const own = (lex?.kinds.some(isPartKind) ? lex.props : []).filter((type) =>
    owners.some(({ capabilities }) => capabilities.properties.has(type)),
  );
  const named = (home?.props ?? []).filter((type) =>
    owners.some(({ capabilities }) => capabilities.properties.get(type)?.some(({ access }) => access.write)),
  );
  return [...new Set([...own, ...named])];
}

/** A head for these parts; of type `unknown` if there are none. */
export function partHead(head: Head, parts: Head["parts"], text: string): Head {
  const type = parts.length > 0 ? "devices" : "unknown";
  return { ...head, type, devices: [], kinds: [], parts, text, narrow: false };
}

/** Whether two lists of kinds overlap, member kinds included. */
export function areRelated(a: readonly string[], b: readonly string[]): boolean {
  return a.some((kind) => b.includes(kind) || KIND_MEMBERS[kind]?.some((member) => b.includes(member)));
}
