/** Short forms of units, keyed by MIoT's name. */
const SYMBOLS: Readonly<Record<string, string>> = {
  percentage: "%",
  celsius: "°C",
  kelvin: "K",
  lux: "lx",
  watt: "W",
  seconds: "s",
  minutes: "min",
  hours: "h",
  days: "d",
  arcdegrees: "°",
};

export function unitSymbol(unit: string): string {
  return SYMBOLS[unit] ?? unit;
}
