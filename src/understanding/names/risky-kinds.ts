/** Kinds for which a wrong command is costly: devices that lock, open, heat or let water through. */
const DEAR: ReadonlySet<string> = new Set([
  "lock",
  "door",
  "garage-door",
  "garage-door-opener",
  "gate",
  "window-opener",
  "car",
  "valve",
  "gas-valve",
  "water-valve",
  "faucet",
  "heater",
  "bath-heater",
  "water-heater",
  "electric-blanket",
  "fireplace",
  "oven",
  "microwave-oven",
  "air-fryer",
  "cooker",
  "pressure-cooker",
  "induction-cooker",
  "kettle",
  "iron",
  "alarm",
]);

/** Whether a wrong command to a device of one of these kinds is costly. */
export function isRiskyKind(kinds: ReadonlySet<string>): boolean {
  return !DEAR.isDisjointFrom(kinds);
}
