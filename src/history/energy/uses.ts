import type { Device } from "../../home/index.ts";
import type { MeterReading } from "../archive.ts";
import type { EnergyUse, Span } from "../port.ts";
import { edgesOf } from "../steps.ts";
import { type Meter, metersOf } from "./meters.ts";
import type { LocalTariff } from "./tariff.ts";

export interface UseQuery {
  readonly span: Span;
  /** null: the span as one. */
  readonly by: "hour" | "day" | null;
  readonly timezone: string;
  readonly tariff: LocalTariff | null;
  /** Before that nothing was used that anybody knows of, so that no price counts. */
  readonly pricedFrom: number;
}

/** Reads what a device used between edges; null: it can't tell. */
export type ReadMeters = (
  device: string,
  meters: readonly Meter[],
  edges: readonly number[],
) => Promise<MeterReading | null>;

/** What devices used, by the steps of a query, and what that cost. Devices that can't tell are left out. */
export async function energyUses(
  devices: readonly Device[],
  { span, by, timezone, tariff, pricedFrom }: UseQuery,
  read: ReadMeters,
): Promise<readonly EnergyUse[]> {
  if (!(span.from < span.to)) return [];
  const steps = by === null ? [span.from, span.to] : edgesOf(span, by, timezone);
  const within = { from: Math.max(steps[0] ?? span.from, pricedFrom), to: span.to };
  // Energy is read between prices, so that each part has one.
  const edges = [...new Set([...steps, ...(tariff?.changes(within) ?? [])])].sort((a, b) => a - b);
  const prices = tariff && edges.slice(0, -1).map((at) => tariff.priceAt(at));
  const uses: EnergyUse[] = [];
  for (const device of devices) {
    const meters = metersOf(device);
    const reading = meters.length > 0 ? await read(device.id, meters, edges) : null;
    if (reading) uses.push(...usesOf(device.id, reading, { steps, edges, prices }));
  }
  return uses;
}

interface Steps {
  readonly steps: readonly number[];
  readonly edges: readonly number[];
  /** Between each edge and the next; null without a tariff. */
  readonly prices: readonly number[] | null;
}

function usesOf(device: string, { source, kWh, unknown }: MeterReading, { steps, edges, prices }: Steps): EnergyUse[] {
  let part = 0;
  return steps.slice(0, -1).map((from, step) => {
    const to = steps[step + 1] ?? from;
    let used = 0;
    let cost = 0;
    let missing = 0;
    for (; part < edges.length - 1 && (edges[part] ?? to) < to; part += 1) {
      used += kWh[part] ?? 0;
      cost += (kWh[part] ?? 0) * (prices?.[part] ?? 0);
      missing += unknown[part] ?? 0;
    }
    return { device, from, to, kWh: used, source, cost: prices ? cost : null, unknown: missing };
  });
}
