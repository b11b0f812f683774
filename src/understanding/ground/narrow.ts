import { ofLanguages } from "../languages.ts";
import type { IndexedDevice } from "../names/indexed-device.ts";
import type { Frame, Head } from "../parse/frame.ts";
import { normalise, tokenise } from "../text/tokens.ts";
import { holdsCharacters } from "../text/writing.ts";
import type { DeviceTarget } from "./target.ts";

/** Narrows targets by modifiers in their names ("reading" lamp), by side, and by ordinals. */
export function narrowTargets(targets: readonly DeviceTarget[], head: Head): readonly DeviceTarget[] {
  // Most heads have no such word.
  const called = head.kinds.some((kind) => kind in CALLED);
  if (head.modifiers.length === 0 && !head.narrow && !called && head.ordinals.length === 0) return targets;
  let list = targets.filter(({ indexed }) => head.modifiers.every((word) => hasInName(indexed, word)));
  if (called) list = list.filter((each) => isCalledFor(head, each));
  if (head.narrow) list = [...(matchingName(head, list) ?? list)];
  const side = head.ordinals.find((role) => role === "left" || role === "right" || role === "middle");
  if (side) list = onSide(list, side);
  if (list.length === 0) return [];
  const place = ORDER.findIndex((role) => head.ordinals.includes(role));
  if (place >= 0) {
    const keys = list.length === 1 && list[0] ? keysOf(list[0]) : [];
    const numbered = list.filter(({ indexed }) => indexed.names.some((name) => name.at(-1) === String(place + 1)));
    const [called] = numbered.length === 1 ? numbered : [];
    // Targets of the focus keep the order in which they were told.
    const inOrder = head.type === "it" || head.type === "them" ? list : [...list].sort(byName);
    const chosen = keys.length > 1 ? keys[place] : (called ?? inOrder[place]);
    return chosen ? [chosen] : [];
  }
  return list;
}

/** Prefers devices whose own name ends in the text to those that only count as such: a 吊灯 before a 吸顶灯. */
export function calledSo({ text, devices }: Head, targets: DeviceTarget[]): DeviceTarget[] {
  if (devices.length < 2 || targets.length < 2) return targets;
  const stem = stemOf(text);
  const called = targets.filter(({ indexed }) => indexed.joined.some((name) => name.endsWith(stem)));
  return called.length > 0 ? called : targets;
}

function stemOf(text: string): string {
  return tokenise(normalise(text))
    .map((token) => token.stem)
    .join("");
}

const ORDER = ["first", "second", "third", "fourth"] as const;
/** Words for sides in names, of all languages. */
const sides = ofLanguages((languages) => {
  const named = (side: "left" | "right" | "middle"): readonly string[] =>
    languages.flatMap(({ lexicon }) => lexicon.sidesInNames[side].split(", "));
  return { left: named("left"), right: named("right"), middle: named("middle") };
});

/** Whether a name of the device holds this word. */
export function hasInName({ names, joined }: IndexedDevice, word: string): boolean {
  return holdsCharacters(word) ? joined.some((name) => name.includes(word)) : names.some((name) => name.includes(word));
}

/**
 * Where a word is narrower than its kind ("ceiling fan"), the targets with it in their name; null when none has, so that
 * another device may be meant.
 */
export function matchingName({ narrow, text }: Head, targets: readonly DeviceTarget[]): readonly DeviceTarget[] | null {
  if (!narrow || targets.length === 0) return targets;
  const stem = stemOf(text);
  const called = targets.filter(({ indexed }) => indexed.joined.some((name) => name.includes(stem)));
  return called.length > 0 ? called : null;
}

/** Kinds (value) that a word for another kind (key) means only with the word in their name: a main valve waters nothing. */
const CALLED: Readonly<Record<string, string>> = { sprinkler: "valve" };

function isCalledFor({ kinds, word }: Head, { indexed }: DeviceTarget): boolean {
  const [kind = ""] = kinds;
  return CALLED[kind] !== indexed.device.spec.kind || hasInName(indexed, word);
}

/** Whether the device is a substitute for the kind: "the AC" may mean a thermostat, in a home without an air conditioner. */
export function isSubstituteKind(kind: string, { kinds }: IndexedDevice): boolean {
  return LIKE[kind]?.some((other) => kinds.has(other)) === true && !kinds.has(kind);
}

/**
 * Of several targets in a room prefers the kind itself: no thermostat beside an air conditioner for 书房的空调, no lamp of a door
 * beside a lamp for 车库的灯. Switching off keeps all.
 */
export function preferOwnKind(
  head: Head,
  { act }: Pick<Frame, "act">,
  targets: readonly DeviceTarget[],
): readonly DeviceTarget[] {
  const { type, kinds, plural, quantifier } = head;
  const [kind, ...others] = kinds;
  if (type !== "kind" || kind === undefined || others.length > 0 || targets.length < 2) return targets;
  const real = targets.filter(({ indexed }) => !isSubstituteKind(kind, indexed));
  const left = real.length > 0 ? real : targets;
  if (plural || quantifier !== null || act === "off" || act === "close") return left;
  return left.filter(
    ({ indexed, service }) =>
      service === null ||
      !left.some((each) => each.service === null && each.indexed.device.room?.id === indexed.device.room?.id),
  );
}

/** Substitute kinds, keyed by the kind that is said. */
const LIKE: Readonly<Record<string, readonly string[]>> = {
  "air-conditioner": ["thermostat"],
  thermostat: ["air-conditioner"],
};

/** The targets named left, right or middle, or their keys that are. */
export function onSide(targets: readonly DeviceTarget[], side: "left" | "right" | "middle"): DeviceTarget[] {
  return targets.flatMap((each) => sideOf(each, sides()[side]));
}

/** The device when its name has the side; otherwise its service that has it. */
function sideOf(each: DeviceTarget, words: readonly string[]): DeviceTarget[] {
  if (words.some((word) => hasInName(each.indexed, word))) return [each];
  const service = each.indexed.device.spec.services.find(({ description }) =>
    words.some((word) => description.toLowerCase().includes(word)),
  );
  return service ? [{ indexed: each.indexed, service: service.key }] : [];
}

/** The keys of a wall switch, each as a target. */
function keysOf({ indexed }: DeviceTarget): DeviceTarget[] {
  return indexed.capabilities.main.map(({ key }) => ({ indexed, service: key }));
}

function byName(a: DeviceTarget, b: DeviceTarget): number {
  return a.indexed.device.name.localeCompare(b.indexed.device.name, undefined, { numeric: true });
}
