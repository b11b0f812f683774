import { KIND_MEMBERS } from "../../../home/index.ts";
import { hasInName } from "../../ground/narrow.ts";
import type { HomeIndex } from "../../names/home-index.ts";
import type { IndexedDevice } from "../../names/indexed-device.ts";
import type { Head } from "../frame.ts";
import type { Item } from "../items.ts";

/**
 * Kinds that are often a part of another device, keyed by the kind that is said: the services that may be meant, the first
 * that the device has. The little light of a plug is what shows that it is on.
 */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  light: ["light", "ambient-light", "night-light", "indicator-light"],
  "night-light": ["night-light", "light", "ambient-light"],
  "ambient-light": ["ambient-light", "light"],
  "indicator-light": ["indicator-light"],
  screen: ["screen", "indicator-light"],
  microphone: ["microphone"],
  // What a thing has before it is no door of the house: 冰箱门, "the oven door".
  door: ["door"],
};

/** The same of what is a part where the device has it, and else another thing: the air conditioning of a car. */
const OWN_PARTS: Readonly<Record<string, readonly string[]>> = { "air-conditioner": ["climate"], heater: ["climate"] };

/** Whether a kind is often a part of another device. */
export function isPartKind(kind: string): boolean {
  return kind in PARTS;
}

/** The devices that a head may mean, by name or kind and the words in front. */
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

/** The services of devices that a word for a part means. */
export function partServicesOf(kinds: readonly string[], owners: readonly IndexedDevice[]): Head["parts"] {
  return owners.flatMap(({ device, ownKinds }) => {
    const types = kinds.filter((kind) => !ownKinds.has(kind)).flatMap((kind) => PARTS[kind] ?? OWN_PARTS[kind] ?? []);
    const found = types.flatMap((type) => device.spec.services.find((service) => service.type === type) ?? []);
    return found.slice(0, 1).map(({ key }) => ({ device: device.id, service: key }));
  });
}

/**
 * Properties of devices that a word for a part means too: where the indicator is no service of its own, and those that can
 * be set by the names that specs give them ("the car windows").
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

/** The head of these parts; of nothing that there is where there are none. */
export function partHead(head: Head, parts: Head["parts"], text: string): Head {
  const type = parts.length > 0 ? "devices" : "unknown";
  return { ...head, type, devices: [], kinds: [], parts, text, narrow: false };
}

/** Whether two words for kinds name the same thing. */
export function areRelated(a: readonly string[], b: readonly string[]): boolean {
  return a.some((kind) => b.includes(kind) || KIND_MEMBERS[kind]?.some((member) => b.includes(member)));
}
