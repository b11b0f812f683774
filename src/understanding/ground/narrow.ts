import { ofLanguages } from "../languages.ts";
import type { IndexedDevice } from "../names/home-index.ts";
import type { Frame, Head } from "../parse/frame.ts";
import { normalise, tokenise } from "../text/tokens.ts";
import { holdsCharacters } from "../text/writing.ts";
import type { Target } from "./situation.ts";

/** Those whose names hold the words in front ("reading" lamp), or that an ordinal picks. */
export function narrowed(targets: readonly Target[], head: Head): readonly Target[] {
  // Most heads are said without any such word.
  const called = head.kinds.some((kind) => kind in CALLED);
  if (head.modifiers.length === 0 && !head.narrow && !called && head.ordinals.length === 0) return targets;
  let list = targets.filter(({ indexed }) => head.modifiers.every((word) => hasInName(indexed, word)));
  if (called) list = list.filter((each) => isCalledFor(head, each));
  if (head.narrow) list = [...(surely(head, list) ?? list)];
  const side = head.ordinals.find((role) => role === "left" || role === "right" || role === "middle");
  if (side) list = onSide(list, side);
  if (list.length === 0) return [];
  const place = ORDER.findIndex((role) => head.ordinals.includes(role));
  if (place >= 0) {
    const keys = list.length === 1 && list[0] ? keysOf(list[0]) : [];
    const numbered = list.filter(({ indexed }) => indexed.names.some((name) => name.at(-1) === String(place + 1)));
    const [called] = numbered.length === 1 ? numbered : [];
    // Of what was talked about the first is what was told first.
    const inOrder = head.type === "it" || head.type === "them" ? list : [...list].sort(byName);
    const chosen = keys.length > 1 ? keys[place] : (called ?? inOrder[place]);
    return chosen ? [chosen] : [];
  }
  return list;
}

/** What is called so itself before what people call so: a 吊灯 before a 吸顶灯. */
export function calledSo({ text, devices }: Head, targets: Target[]): Target[] {
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
/** Words in names, of every language, keyed by side. */
const sides = ofLanguages((languages) => {
  const named = (side: "left" | "right" | "middle"): readonly string[] =>
    languages.flatMap(({ words }) => words.sidesInNames[side].split(", "));
  return { left: named("left"), right: named("right"), middle: named("middle") };
});

/** Whether a name holds this word. */
export function hasInName({ names, joined }: IndexedDevice, word: string): boolean {
  return holdsCharacters(word) ? joined.some((name) => name.includes(word)) : names.some((name) => name.includes(word));
}

/**
 * Where a word says less than its kind ("ceiling fan"): those that are called so; null where none is, and it may be another
 * that is meant.
 */
export function surely({ narrow, text }: Head, targets: readonly Target[]): readonly Target[] | null {
  if (!narrow || targets.length === 0) return targets;
  const stem = stemOf(text);
  const called = targets.filter(({ indexed }) => indexed.joined.some((name) => name.includes(stem)));
  return called.length > 0 ? called : null;
}

/** Devices of the second kind are only meant by a word for the first where they are called so: a main valve waters nothing. */
const CALLED: Readonly<Record<string, string>> = { sprinkler: "valve" };

function isCalledFor({ kinds, word }: Head, { indexed }: Target): boolean {
  const [kind = ""] = kinds;
  return CALLED[kind] !== indexed.device.spec.kind || hasInName(indexed, word);
}

/** Whether a device is called by a word for another kind only where the home has none of that: a thermostat, "the AC". */
export function isOnlyLike(kind: string, { kinds }: IndexedDevice): boolean {
  return LIKE[kind]?.some((other) => kinds.has(other)) === true && !kinds.has(kind);
}

/**
 * Of what is called so in a room what is one: 书房的空调 is no thermostat beside an air conditioner, 车库的灯 no lamp of a door
 * beside a lamp. What shall be dark is all of it.
 */
export function ownFirst(head: Head, { act }: Pick<Frame, "act">, targets: readonly Target[]): readonly Target[] {
  const { type, kinds, plural, quantifier } = head;
  const [kind, ...others] = kinds;
  if (type !== "kind" || kind === undefined || others.length > 0 || targets.length < 2) return targets;
  const real = targets.filter(({ indexed }) => !isOnlyLike(kind, indexed));
  const left = real.length > 0 ? real : targets;
  if (plural || quantifier !== null || act === "off" || act === "close") return left;
  return left.filter(
    ({ indexed, service }) =>
      service === null ||
      !left.some((each) => each.service === null && each.indexed.device.room?.id === indexed.device.room?.id),
  );
}

/** Keyed by the kind that is said. */
const LIKE: Readonly<Record<string, readonly string[]>> = {
  "air-conditioner": ["thermostat"],
  thermostat: ["air-conditioner"],
};

/** Those that are called left, right or middle, themselves or by one of their keys. */
export function onSide(targets: readonly Target[], side: "left" | "right" | "middle"): Target[] {
  return targets.flatMap((each) => sideOf(each, sides()[side]));
}

/** The device when its name says the side, else its service that does. */
function sideOf(each: Target, words: readonly string[]): Target[] {
  if (words.some((word) => hasInName(each.indexed, word))) return [each];
  const service = each.indexed.device.spec.services.find(({ description }) =>
    words.some((word) => description.toLowerCase().includes(word)),
  );
  return service ? [{ indexed: each.indexed, service: service.key }] : [];
}

/** The keys of a wall switch, as targets of their own. */
function keysOf({ indexed }: Target): Target[] {
  return indexed.capabilities.main.map(({ key }) => ({ indexed, service: key }));
}

function byName(a: Target, b: Target): number {
  return a.indexed.device.name.localeCompare(b.indexed.device.name, undefined, { numeric: true });
}
