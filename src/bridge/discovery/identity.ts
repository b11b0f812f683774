import type { ComponentConfig } from "./config-message.ts";

/** Most identifiers and connections of one device that are looked at. */
const MAX_IDENTIFIERS = 20;

/**
 * The identifiers of a component's device, best first: its identifiers, its connections (`mac:aa:bb`), or, without a
 * device, the component itself. Components that share one belong together.
 */
export function identifiersOf({ device, options, key }: ComponentConfig): readonly string[] {
  if (device) {
    const identifiers = listOf(device["identifiers"]).filter(
      (each) => typeof each === "string" || typeof each === "number",
    );
    const connections = listOf(device["connections"]).flatMap((pair) =>
      Array.isArray(pair) && pair.length === 2 ? [`${String(pair[0])}:${String(pair[1]).toLowerCase()}`] : [],
    );
    const known = [...identifiers.map(String), ...connections].slice(0, MAX_IDENTIFIERS);
    if (known.length > 0) return known;
  }
  const own = options["unique_id"];
  return [typeof own === "string" && own !== "" ? own : key];
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}
