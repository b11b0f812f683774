import { candidatesOf } from "../ground/candidates.ts";
import type { DialogueContext } from "../ground/context.ts";
import { checkState } from "../ground/states.ts";
import { ofLanguages } from "../languages.ts";
import { lexicon } from "../lexicon/lexicon.ts";
import { emptyHomeMeaning } from "../names/phrases.ts";
import { emptyHead, type Frame, type Head } from "../parse/frame.ts";
import { type Item, isMark, playsRole } from "../parse/items.ts";
import { namesDevice, namesKind } from "../parse/senses.ts";

/**
 * Counts what was asked about or commanded before: "how many are open?", 开着几个, "how many are there?" after the windows. A
 * question that names what it counts stays as it is.
 */
export function completeCount(frame: Frame, before: Frame | null, context: DialogueContext): void {
  if (!before || !countsUnnamed(frame)) return;
  const [those, places] = thoseOf(before, context);
  if (those.length === 0) return;
  const targets = those.flatMap((head) => candidatesOf(head, context, null));
  const told = targets.some((target) => frame.states.every((state) => checkState(state, target).kind !== "absent"));
  if (!told) return;
  // "How many?" after "are any lights on?"
  const bare = frame.states.length === 0 && !frame.items.some(asksIfThere);
  if (bare) frame.states = before.states;
  frame.heads = [...those];
  frame.places = [...places];
  if (frame.items.some((item) => playsRole(item, "howMany"))) frame.asking = "howMany";
}

/** Whether the question asks how many or which without naming what. */
function countsUnnamed({ asking, items, heads, places, props, values, states, unknown, act }: Frame): boolean {
  const counts = items.some((item) => playsRole(item, "howMany"));
  if (!counts && !(asking === "which" && items.some(isWhich))) return false;
  if (heads.length + places.length + props.length + values.length + unknown.length > 0 || act !== null) return false;
  const only = items.every(
    (item) => isMark(item) || playsRole(item, "filler") || playsRole(item, "and") || playsRole(item, "howMany"),
  );
  return (states.length > 0 && !items.some(isOther)) || (counts && (only || items.some(asksIfThere)));
}

function asksIfThere(item: Item): boolean {
  return playsRole(item, "is") || playsRole(item, "there_is");
}

/** Whether it names things in general: "which devices" asks about all of them. */
function isOther(item: Item): boolean {
  return playsRole(item, "thing") && !playsRole(item, "placeholder");
}

/** Whether it is "which" or "which ones", but not "what devices". */
function isWhich(item: Item): boolean {
  if (!playsRole(item, "which")) return false;
  const last = item.text.split(" ").at(-1) ?? "";
  return (
    playsRole(item, "placeholder") ||
    lexicon().lookup(last)?.roles.includes("placeholder") === true ||
    last === item.text
  );
}

/** The heads and places that were counted, asked about or commanded before; empty when there are none. */
function thoseOf(
  { asking, heads, places }: Frame,
  { focus }: DialogueContext,
): readonly [readonly Head[], Frame["places"]] {
  const named = heads.every(({ type }) => type === "kind" || type === "devices");
  const counted = asking === "howMany" || asking === "which" || asking === "any" || asking === "all";
  if ((counted || (asking !== null && heads.some(({ plural }) => plural))) && heads.length > 0 && named)
    return [heads, places];
  return focus.devices.length > 1 ? [[{ ...emptyHead(), type: "them", plural: true }], []] : [[], []];
}

/** Resolves a possessive to the device in focus: "is its door open?", 它的门. */
export function withOwner(items: readonly Item[], { index, focus }: DialogueContext): readonly Item[] {
  const [id, ...others] = focus.devices;
  const device = id === undefined || others.length > 0 ? undefined : index.devices.get(id)?.device;
  if (!device) return items;
  const at = items.findIndex((item, place) => {
    const next = items[place + 1];
    const owned = playsRole(item, "its")
      ? next
      : isIts(item, next)
        ? playsRole(next, "of")
          ? items[place + 2]
          : next
        : undefined;
    return owned !== undefined && !isMark(owned) && (namesKind(owned) || namesDevice(owned));
  });
  if (at < 0) return items;
  const home = { ...emptyHomeMeaning(), devices: [device.id] };
  return items.map((item, place) =>
    place === at
      ? { ...item, said: item.grammar.spaces ? device.name : item.said, lex: null, home, plural: false }
      : item,
  );
}

/** Whether a possessive stands in one word with its owner: 它的. */
function isIts(item: Item, next: Item | undefined): boolean {
  if (!playsRole(item, "it")) return false;
  return playsRole(next, "of") || (item.grammar.ownerFirst && possessives().some((sign) => item.text.endsWith(sign)));
}

const possessives = ofLanguages((languages) =>
  languages.flatMap(({ writing }) => writing.possessives.split(" ")).filter((sign) => sign !== ""),
);
