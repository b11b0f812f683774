import type { Device, Service } from "../../home/index.ts";
import { wordsInAllLanguages } from "../../language/index.ts";
import { exactMatch, lexicon } from "../lexicon/lexicon.ts";
import { normalise, type Token, tokenise } from "../text/tokens.ts";
import type { Capabilities } from "./capabilities.ts";
import { keyNames, type ServiceName } from "./key-names.ts";
import { numberedNames } from "./numbered.ts";

/** All names of the services of a device: from the spec, by position, and by compartment. */
export function serviceNames(device: Device, capabilities: Capabilities): readonly ServiceName[] {
  const described = [...partNames(device, capabilities)].flatMap(([service, name]) =>
    [name, ...numberedNames(name)].map((each) => ({ service, name: each })),
  );
  const zones = [...zoneNames(device)].flatMap(([service, names]) => names.map((name) => ({ service, name })));
  return [...described, ...keyNames(device, capabilities), ...zones];
}

/** Compartments of a fridge, the keys of their vocabulary. */
type Zone = "freezer" | "fridge" | "variable";

/** The words for the compartments of a fridge that has several, keyed by service. */
function zoneNames({ spec }: Device): ReadonlyMap<string, readonly (readonly Token[])[]> {
  const names = new Map<string, readonly (readonly Token[])[]>();
  const zones = spec.kind === "fridge" ? spec.services.flatMap((service) => zoneOf(service) ?? []) : [];
  if (zones.length < 2) return names;
  for (const [at, { key, zone }] of zones.entries()) {
    // If two are alike, the first has the words.
    if (zones.findIndex((other) => other.zone === zone) !== at) continue;
    const words = wordsInAllLanguages("zones").get(zone) ?? [];
    names.set(
      key,
      words.map((word) => tokenise(normalise(word))),
    );
  }
  return names;
}

function zoneOf({ key, type, properties }: Service): { readonly key: string; readonly zone: Zone } | null {
  if (/drawer|variable/.test(type)) return { key, zone: "variable" };
  const range = properties.find((property) => property.type === "target-temperature" && property.access.write)?.range;
  if (!range) return null;
  return { key, zone: range.max <= 0 ? "freezer" : range.min >= 0 ? "fridge" : "variable" };
}

/** Names of the services that can be switched separately ("left key"), keyed by service. */
function partNames({ spec }: Device, { main }: Capabilities): ReadonlyMap<string, readonly Token[]> {
  const parts = new Map<string, readonly Token[]>();
  for (const { key, description, properties } of spec.services) {
    const several = spec.services.filter((other) => other.description === description).length > 1;
    const own = main.length === 1 && main[0]?.key === key;
    const switched = properties.some(({ type, access }) => type === "on" && access.write);
    if (several || own || !switched) continue;
    const tokens = tokenise(normalise(description));
    const kinds = exactMatch(lexicon().trie, tokens)?.kinds ?? [];
    if (kinds.length === 0) parts.set(key, tokens);
  }
  return parts;
}
