import type { Action, Property, Spec, SpecEvent, ValueRange } from "../../../home/index.ts";
import { truthWord } from "../../../language/index.ts";
import { actionLabel, propertyLabel } from "../../tools/devices/labels.ts";
import { quote, unitSymbol } from "../../tools/devices/outline.ts";
import { type PropertyUse, propertyUse } from "../../tools/devices/property-use.ts";

/** The section of an item in a line. */
export type Section = "set" | "do" | "read" | "event";

/** One ability of a spec in few words: a setting, an action, a value to read or an event. */
export interface SpecItem {
  readonly section: Section;
  /** The label. Items of different specs with equal section and name are comparable. */
  readonly name: string;
  /** The values: `Cool|Dry`, `16..31 °C`; empty for true and false. */
  readonly values: string;
  /** Relevance, from 0 (indispensable) to 4 (rarely used). */
  readonly rank: Rank;
  readonly range: ValueRange | null;
  readonly list: readonly string[];
  readonly unit: string;
}

export const RANKS = [0, 1, 2, 3, 4] as const;
export type Rank = (typeof RANKS)[number];

/** Most values of a value list. */
const MAX_LISTED = 12;
/** Most values of a read-only value list. */
const MAX_READ = 7;

const made = new WeakMap<Spec, readonly SpecItem[]>();

/** The items of a spec, without parts that nobody uses at home; cached by spec. */
export function specItemsOf(spec: Spec): readonly SpecItem[] {
  const items = made.get(spec) ?? derive(spec);
  made.set(spec, items);
  return items;
}

function derive(spec: Spec): readonly SpecItem[] {
  const items: SpecItem[] = [];
  const labels = twinLabels(spec);
  const settable = [...spec.properties.values()].some(
    (property) => property.access.write && ["main", "usual"].includes(propertyUse(spec, property)),
  );
  const silent = !settable && spec.actions.size === 0;
  const mute =
    silent &&
    ![...spec.properties.values()].some(
      (each) => propertyUse(spec, each) !== "aside" && isTold(each) && !isOfBox(each),
    );
  for (const property of spec.properties.values()) {
    const use = propertyUse(spec, property);
    const { access } = property;
    if (use === "aside" || !(access.write || access.read || access.notify)) continue;
    const name = propertyLabel(spec, property) + (labels.get(property.service) ?? "");
    if (access.write) items.push(settableItem(property, name, spec, use));
    else if (!isOfBox(property)) items.push(readItem(property, name, use, silent));
  }
  for (const action of spec.actions.values()) {
    const use = propertyUse(spec, action);
    if (use === "aside") continue;
    const name = `${actionLabel(spec, action)}${labels.get(action.service) ?? ""}(${argumentsOf(action)})`;
    items.push({ ...BARE, section: "do", name, rank: use === "own" ? 4 : use === "main" ? 1 : 2 });
  }
  for (const event of spec.events.values()) {
    const use = propertyUse(spec, event);
    if (use === "aside" || isOfBox(event) || /exception|fault/.test(event.type)) continue;
    const name = event.address + (labels.get(event.service) ?? "") + eventArguments(event);
    // Events of a sensor repeat its properties; a button has only events.
    items.push({ ...BARE, section: "event", name, rank: mute ? 1 : use === "own" ? 4 : use === "main" ? 2 : 3 });
  }
  return items;
}

function isTold({ access }: Property): boolean {
  return access.read || access.notify;
}

const BARE = { values: "", range: null, list: [], unit: "" } as const;

/** Types of settings that people use every day. */
const CORE =
  /^(on|mode|fan-level|target-temperature|target-position|motor-control|locked|volume|brightness|color|color-temperature|target-humidity|input-control)(-\d+)?$/;

function settableItem(property: Property, name: string, spec: Spec, use: PropertyUse): SpecItem {
  return { section: "set", name, ...valuesOf(property, MAX_LISTED), rank: rankOf(property, spec, use) };
}

function rankOf({ type, address }: Property, spec: Spec, use: PropertyUse): Rank {
  if (use === "own") return 4;
  if (!CORE.test(type)) return 3;
  if (use !== "main") return 2;
  if (type === "on") return 0;
  // Modes of lamps, and settings of one of several keys.
  if (propertyLabel(spec, { address }) === address) return 3;
  return type === "mode" && [...spec.properties.values()].some((each) => each.type === "color-temperature") ? 2 : 1;
}

/** The item of a read-only property. @param silent the device has nothing to set or invoke */
function readItem(property: Property, name: string, use: PropertyUse, silent: boolean): SpecItem {
  const rank: Rank =
    silent && use !== "own" ? 1 : use === "main" && property.values.length > 0 ? 2 : use === "own" ? 4 : 3;
  const shown = property.values.length > 0 ? valuesOf(property, MAX_READ) : BARE;
  const contact = property.format === "bool" && truthWord(property) === "contact" ? "true=closed" : "";
  return { section: "read", name, ...shown, ...(contact !== "" && { values: contact }), rank };
}

/** Whether a part is common to many devices, such as batteries and positions; `get_state` shows it. */
function isOfBox({ type }: { readonly type: string }): boolean {
  return /^(battery-level|low-battery|charging-state|voltage|current-position|storage\w*|fault)/.test(type);
}

/** The values of a property as a prompt writes them. */
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

/** A range as `16..31°C step 2`; a full percentage as `%`. */
export function rangeText({ min, max, step }: ValueRange, symbol: string): string {
  if (symbol === "%" && min <= 1 && max === 100 && step === 1) return "%";
  const steps = step > 1 ? ` step ${step}` : "";
  return `${min}..${max}${symbol}${steps}`;
}

/** A value list as `Auto|Level1..Level8`. */
export function listText(list: readonly string[], most: number): string {
  const runs = joinNumberedRuns(list.map(nameOrQuoted));
  return runs.length > most ? `${runs.slice(0, most - 1).join("|")}|…` : runs.join("|");
}

/** Names in order, with runs of three and more numbered ones joined: `Level1..Level8`. */
export function joinNumberedRuns(names: readonly string[]): string[] {
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

/** One or two plain words as they are; any other text in quotes. */
export function nameOrQuoted(text: string): string {
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

/** Labels of services that differ only by their description, such as the keys of a wall switch. Keyed by service key. */
function twinLabels(spec: Spec): ReadonlyMap<string, string> {
  const twins = spec.services.filter(
    (service) => service.description !== "" && spec.services.some((o) => o !== service && o.type === service.type),
  );
  return new Map(twins.map((service) => [service.key, ` ${quote(service.description)}`]));
}
