import type { Device } from "../../home/index.ts";
import type { MeterReading } from "../archive.ts";
import type { EnergyUse, TimeSpan } from "../port.ts";
import { stepEdges } from "../steps.ts";
import { type Meter, metersOf } from "./meters.ts";
import type { LocalTariff } from "./tariff.ts";

export interface UseQuery {
  readonly span: TimeSpan;
  /** null: the span as one step. */
  readonly by: "hour" | "day" | null;
  readonly timezone: string;
  readonly tariff: LocalTariff | null;
  /** No energy is known before this moment, so prices before it are not looked up. */
  readonly pricedFrom: number;
}

/** Reads the energy that a device used between edges; null when it is not known. */
export type ReadMeters = (
  device: string,
  meters: readonly Meter[],
  edges: readonly number[],
) => Promise<MeterReading | null>;

/** The energy and its cost of devices, by the steps of a query. Devices without a known energy are left out. */
export async function energyUses(
  devices: readonly Device[],
  { span, by, timezone, tariff, pricedFrom }: UseQuery,
  read: ReadMeters,
): Promise<readonly EnergyUse[]> {
  if (!(span.from < span.to)) return [];
  const steps = by === null ? [span.from, span.to] : stepEdges(span, by, timezone);
  const within = { from: Math.max(steps[0] ?? span.from, pricedFrom), to: span.to };
  // Steps are split where the price changes, so that each part has one price.
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
