import type { Pack } from "./pack.ts";
import { allPacks } from "./packs.ts";

/** Patterns of the essential names, and of the names of main valves, keyed by pack. */
const patterns = new WeakMap<Pack, RegExp>();
const mainValves = new WeakMap<Pack, RegExp>();

/** Whether a name says, in any language, that its device must keep running: "Aquarium plug", 鱼缸插座. */
export function isEssentialName(name: string): boolean {
  return allPacks().some((pack) => patternOf(pack, patterns, pack.essentialNames).test(name));
}

/** Whether a name means, in any language, the main valve of the home, which is open unless something is wrong. */
export function isMainValveName(name: string): boolean {
  return allPacks().some((pack) => patternOf(pack, mainValves, pack.mainValves).test(name));
}

function patternOf(pack: Pack, patterns: WeakMap<Pack, RegExp>, names: string): RegExp {
  const known = patterns.get(pack);
  if (known) return known;
  const words = names.split(", ").join("|");
  // Words with spaces between them stand alone, also in the plural; others may stand anywhere in a name.
  const pattern = new RegExp(pack.ownScript ? words : `(?<!\\p{L})(?:${words})(?:e?s|e?n)?(?!\\p{L})`, "iu");
  patterns.set(pack, pattern);
  return pattern;
}
