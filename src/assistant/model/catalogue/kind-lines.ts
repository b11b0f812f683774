import type { Device } from "../../../home/index.ts";
import { listText, type Rank, rangeText, type Section, type SpecItem, specItemsOf } from "./spec-items.ts";

/** Ranges and lists with at least this overlap are merged. */
const ALIKE = 0.6;
const MAX_LISTED = 12;

/** The devices of one kind: the items that all share, and groups with further items. */
export interface KindLines {
  readonly kind: string;
  readonly size: number;
  /** Items of a higher rank were left out. */
  readonly cut: boolean;
  readonly rank: Rank;
  readonly shared: string;
  readonly groups: readonly { readonly more: string; readonly devices: readonly Device[] }[];
}

/**
 * Groups the devices of a kind by their items, whatever their makers: shared items stand once, others with their group.
 * @param rank items of a higher rank are left out
 */
export function kindLines(kind: string, devices: readonly Device[], rank: Rank): KindLines {
  const specs = [...new Set(devices.map(({ spec }) => spec))];
  const own = specs.map(specItemsOf);
  const kept = alike(own.map((items) => items.filter((item) => item.rank <= rank)));
  const [first = []] = kept;
  const shared = first.filter((item) => kept.every((items) => items.some((other) => isSame(item, other))));
  const besides = new Map(
    specs.map((spec, at) => [
      spec,
      specItemsText((kept[at] ?? []).filter((item) => !shared.some((other) => isSame(item, other)))),
    ]),
  );
  const groups = [...Map.groupBy(devices, ({ spec }) => besides.get(spec) ?? "")].map(([more, each]) => {
    return { more, devices: each };
  });
  const cut = own.some((items) => items.some((item) => item.rank > rank));
  return { kind, size: devices.length, cut, rank, shared: specItemsText(shared), groups };
}

/** `on, brightness %; do start-sweep(); read temperature; event …` */
export function specItemsText(items: readonly SpecItem[]): string {
  const part = (section: Section) =>
    items
      .filter((item) => item.section === section)
      .map(({ name, values }) => (values === "" ? name : `${name} ${values}`))
      .join(", ");
  const heads: readonly (readonly [Section, string])[] = [
    ["set", ""],
    ["do", "do "],
    ["read", "read "],
    ["event", "event "],
  ];
  return heads
    .flatMap(([section, head]) => part(section) && head + part(section))
    .filter((each) => each !== "")
    .join("; ");
}

function isSame(one: SpecItem, other: SpecItem): boolean {
  return one.section === other.section && one.name === other.name && one.values === other.values;
}

/** The items with nearly equal values of one name merged to equal ones. */
function alike(specs: readonly (readonly SpecItem[])[]): SpecItem[][] {
  const byName = new Map<string, SpecItem[]>();
  for (const item of new Set(specs.flat())) {
    const key = `${item.section} ${item.name}`;
    const same = byName.get(key);
    if (same) same.push(item);
    else byName.set(key, [item]);
  }
  const told = new Map<SpecItem, SpecItem>();
  for (const items of byName.values()) {
    const clusters: SpecItem[][] = [];
    for (const item of items) {
      const cluster = clusters.find((each) => each.every((other) => isAlike(item, other)));
      if (cluster) cluster.push(item);
      else clusters.push([item]);
    }
    for (const cluster of clusters) for (const item of cluster) told.set(item, { ...item, values: jointly(cluster) });
  }
  return specs.map((items) => items.map((item) => told.get(item) ?? item));
}

function isAlike(one: SpecItem, other: SpecItem): boolean {
  if (one.values === other.values) return true;
  if (one.range && other.range && one.unit === other.unit) {
    const common = Math.min(one.range.max, other.range.max) - Math.max(one.range.min, other.range.min);
    const whole = Math.max(one.range.max, other.range.max) - Math.min(one.range.min, other.range.min);
    return common / whole >= ALIKE;
  }
  if (one.list.length === 0 || other.list.length === 0) return false;
  const union = new Set([...one.list, ...other.list]);
  return (one.list.length + other.list.length - union.size) / union.size >= ALIKE;
}

/** The values of merged items: the common range, or the union of the lists (a wrong value gets an error with the right ones). */
function jointly(items: readonly SpecItem[]): string {
  const [first] = items;
  if (!first || items.every(({ values }) => values === first.values)) return first?.values ?? "";
  if (first.range) {
    const ranges = items.flatMap(({ range }) => range ?? []);
    const min = Math.max(...ranges.map((range) => range.min));
    const max = Math.min(...ranges.map((range) => range.max));
    return rangeText({ min, max, step: Math.max(...ranges.map(({ step }) => step)) }, first.unit);
  }
  return listText([...new Set(items.flatMap(({ list }) => list))], MAX_LISTED);
}
