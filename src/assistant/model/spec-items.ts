import type { Action, Property, Spec, SpecEvent, ValueRange } from "../../home/index.ts";
import { truthWord } from "../../language/index.ts";
import { actionLabel, labelOf } from "../tools/labels.ts";
import { quote, unitSymbol } from "../tools/outline.ts";
import { type Use, useOf } from "../tools/usual.ts";

/** Where an item stands in a line. */
export type Section = "set" | "do" | "read" | "event";

/** One thing that devices of a spec can do or tell, in few words. */
export interface SpecItem {
  readonly section: Section;
  /** What it is called. Items of specs with the same section and name are about the same. */
  readonly name: string;
  /** What it takes: `Cool|Dry`, `16..31 °C`; empty for true and false. */
  readonly values: string;
  /** 0: nobody could do without · 4: what few ever ask for. */
  readonly rank: Rank;
  readonly range: ValueRange | null;
  readonly list: readonly string[];
  readonly unit: string;
}

export const RANKS = [0, 1, 2, 3, 4] as const;
export type Rank = (typeof RANKS)[number];

/** Most values of a list. */
const MAX_LISTED = 12;
/** Most values of a list that can only be read. */
const MAX_READ = 7;

const made = new WeakMap<Spec, readonly SpecItem[]>();

/** What a spec can, without what nobody sets; made once for a spec. */
export function itemsOf(spec: Spec): readonly SpecItem[] {
  const items = made.get(spec) ?? derive(spec);
  made.set(spec, items);
  return items;
}

function derive(spec: Spec): readonly SpecItem[] {
  const items: SpecItem[] = [];
  const labels = twinLabels(spec);
  const settable = [...spec.properties.values()].some(
    (property) => property.access.write && ["main", "usual"].includes(useOf(spec, property)),
  );
  const silent = !settable && spec.actions.size === 0;
  const mute =
    silent &&
    ![...spec.properties.values()].some((each) => useOf(spec, each) !== "aside" && isTold(each) && !isOfBox(each));
  for (const property of spec.properties.values()) {
    const use = useOf(spec, property);
    const { access } = property;
    if (use === "aside" || !(access.write || access.read || access.notify)) continue;
    const name = labelOf(spec, property) + (labels.get(property.service) ?? "");
    if (access.write) items.push(settableItem(property, name, spec, use));
    else if (!isOfBox(property)) items.push(readItem(property, name, use, silent));
  }
  for (const action of spec.actions.values()) {
    const use = useOf(spec, action);
    if (use === "aside") continue;
    const name = `${actionLabel(spec, action)}${labels.get(action.service) ?? ""}(${argumentsOf(action)})`;
    items.push({ ...BARE, section: "do", name, rank: use === "own" ? 4 : use === "main" ? 1 : 2 });
  }
  for (const event of spec.events.values()) {
    const use = useOf(spec, event);
    if (use === "aside" || isOfBox(event) || /exception|fault/.test(event.type)) continue;
    const name = event.address + (labels.get(event.service) ?? "") + eventArguments(event);
    // What a sensor reports it also shows; a button has nothing else to tell.
    items.push({ ...BARE, section: "event", name, rank: mute ? 1 : use === "own" ? 4 : use === "main" ? 2 : 3 });
  }
  return items;
}

function isTold({ access }: Property): boolean {
  return access.read || access.notify;
}

const BARE = { values: "", range: null, list: [], unit: "" } as const;

/** How many of these settings people use every day. */
const CORE =
  /^(on|mode|fan-level|target-temperature|target-position|motor-control|locked|volume|brightness|color|color-temperature|target-humidity|input-control)(-\d+)?$/;

function settableItem(property: Property, name: string, spec: Spec, use: Use): SpecItem {
  return { section: "set", name, ...valuesOf(property, MAX_LISTED), rank: rankOf(property, spec, use) };
}

function rankOf({ type, address }: Property, spec: Spec, use: Use): Rank {
  if (use === "own") return 4;
  if (!CORE.test(type)) return 3;
  if (use !== "main") return 2;
  if (type === "on") return 0;
  // The moods of a lamp, and what one of several keys has besides.
  if (labelOf(spec, { address }) === address) return 3;
  return type === "mode" && [...spec.properties.values()].some((each) => each.type === "color-temperature") ? 2 : 1;
}

/** @param silent the device is there for what it tells */
function readItem(property: Property, name: string, use: Use, silent: boolean): SpecItem {
  const rank: Rank =
    silent && use !== "own" ? 1 : use === "main" && property.values.length > 0 ? 2 : use === "own" ? 4 : 3;
  const shown = property.values.length > 0 ? valuesOf(property, MAX_READ) : BARE;
  const contact = property.format === "bool" && truthWord(property) === "contact" ? "true=closed" : "";
  return { section: "read", name, ...shown, ...(contact !== "" && { values: contact }), rank };
}

/** What every battery and every position tells; get_state shows it. */
function isOfBox({ type }: { readonly type: string }): boolean {
  return /^(battery-level|low-battery|charging-state|voltage|current-position|storage\w*|fault)/.test(type);
}

/** How the values of a property are written in a prompt. */
function valuesOf(property: Property, most: number): Pick<SpecItem, "values" | "range" | "list" | "unit"> {
  const { values, range, unit, format } = property;
  const plain = { range: null, list: [], unit: "" };
  if (values.length > 0) {
    const list = values.map(({ description }) => description);
    return { ...plain, values: listText(list, most), list };
  }
  if (format === "bool") return { ...plain, values: "" };
  if (format === "string") return { ...plain, values: "text" };
  if (unit === "rgb") return { ...plain, values: '"#RRGGBB"' };
  const symbol = unit ? unitSymbol(unit) : "";
  if (!range) return { ...plain, values: symbol || "number" };
  return { ...plain, values: rangeText(range, symbol), range, unit: symbol };
}

/** `16..31 °C`; a whole percentage is `%`. */
export function rangeText({ min, max, step }: ValueRange, symbol: string): string {
  if (symbol === "%" && min <= 1 && max === 100 && step === 1) return "%";
  const steps = step > 1 ? ` step ${step}` : "";
  return `${min}..${max}${symbol}${steps}`;
}

/** `Auto|Level1..Level8`. */
export function listText(list: readonly string[], most: number): string {
  const runs = numbered(list.map(word));
  return runs.length > most ? `${runs.slice(0, most - 1).join("|")}|…` : runs.join("|");
}

/** Names in order, with three and more that are counted through as one: `Level1..Level8`. */
export function numbered(names: readonly string[]): string[] {
  const runs: string[] = [];
  for (let at = 0; at < names.length; ) {
    let end = at;
    while (end + 1 < names.length && isNext(names[end] ?? "", names[end + 1] ?? "")) end += 1;
    if (end - at >= 2) runs.push(`${names[at]}..${names[end]}`);
    else runs.push(...names.slice(at, end + 1));
    at = end + 1;
  }
  return runs;
}

function isNext(one: string, other: string): boolean {
  const [, head = "", number = ""] = /^(.*?)(\d+)$/.exec(one) ?? [];
  return number !== "" && other === `${head}${Number(number) + 1}`;
}

/** A word or two as they are; anything that could be read as more than a name stands in quotes. */
export function word(text: string): string {
  return /^[\p{L}\p{N}][\p{L}\p{N}.+-]*( [\p{L}\p{N}][\p{L}\p{N}.+-]*)?$/u.test(text) && text.length <= 30
    ? text
    : quote(text);
}

function argumentsOf(action: Action): string {
  return action.in
    .map((property) => named(property.type, valuesOf(property, MAX_LISTED).values || "true|false"))
    .join(", ");
}

function eventArguments({ arguments: given }: SpecEvent): string {
  const told = given.filter(({ values, format }) => values.length > 0 || format === "bool");
  if (told.length === 0) return "";
  return `(${told.map((each) => named(each.address, valuesOf(each, MAX_READ).values || "true|false")).join(", ")})`;
}

function named(name: string, values: string): string {
  return values === "" ? name : `${name} ${values}`;
}

/** Services that only their description tells apart: the keys of a wall switch. Keyed by service key. */
function twinLabels(spec: Spec): ReadonlyMap<string, string> {
  const twins = spec.services.filter(
    (service) => service.description !== "" && spec.services.some((o) => o !== service && o.type === service.type),
  );
  return new Map(twins.map((service) => [service.key, ` ${quote(service.description)}`]));
}
