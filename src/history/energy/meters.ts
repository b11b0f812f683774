import type { Device, Property } from "../../home/index.ts";

/** The properties that give a device's electric energy. */
export interface Meter {
  /** `counter`: a count of energy that grows · `power`: the momentary power. */
  readonly source: "counter" | "power";
  readonly addresses: readonly string[];
  /** Kilowatt hours, or kilowatts, of one unit of each address, in the same order. */
  readonly factors: readonly number[];
}

/** Property types that count energy, the best first. */
const COUNTERS = ["power-consumption", "electric-energy", "energy", "electricity", "total-energy"];
const POWERS = ["electric-power", "power", "active-power"];
/** Kilowatt hours of a unit, keyed by unit in lower case. */
const ENERGY_UNITS: Readonly<Record<string, number>> = { kwh: 1, wh: 0.001, mwh: 1_000 };
const POWER_UNITS: Readonly<Record<string, number>> = { watt: 0.001, w: 0.001, kw: 1, kilowatt: 1 };

/** The meters of a device: its counter, then its power; empty when it has neither. */
export function metersOf(device: Device): readonly Meter[] {
  // A group's energy belongs to its members.
  if (device.members.length > 0) return [];
  const measured = [...device.spec.properties.values()].filter(
    ({ access, format, values }) =>
      (access.read || access.notify) &&
      !access.write &&
      format !== "string" &&
      format !== "bool" &&
      values.length === 0,
  );
  const counter = meterOf("counter", COUNTERS, measured, kWhOf);
  const power = meterOf("power", POWERS, measured, kWOf);
  return [counter, power].flatMap((meter) => meter ?? []);
}

function meterOf(
  source: Meter["source"],
  types: readonly string[],
  properties: readonly Property[],
  factorOf: (property: Property) => number | null,
): Meter | null {
  for (const type of types) {
    const found = properties.flatMap((property) => {
      const factor = property.type === type ? factorOf(property) : null;
      return factor === null ? [] : [{ property, factor }];
    });
    // Each socket of a power strip has one; two in the same service measure the same.
    const parts = [...Map.groupBy(found, ({ property }) => property.service).values()].flatMap(
      ([first]) => first ?? [],
    );
    if (parts.length === 0) continue;
    const addresses = parts.map(({ property }) => property.address);
    return { source, addresses, factors: parts.map(({ factor }) => factor) };
  }
  return null;
}

/** Specs leave out the unit of counters in kilowatt hours with decimals; whole numbers without a unit may be anything. */
function kWhOf({ unit, format }: Property): number | null {
  if (unit === null) return format === "float" ? 1 : null;
  return ENERGY_UNITS[unit.toLowerCase()] ?? null;
}

function kWOf({ unit, type }: Property): number | null {
  if (unit === null) return type === "electric-power" ? 0.001 : null;
  return POWER_UNITS[unit.toLowerCase()] ?? null;
}
