/** Kinds of which a wrong command is dear: what locks, opens, heats or lets water through. */
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

/** Whether what is of these kinds first of all is dear to command by mistake. */
export function isRiskyKind(kinds: ReadonlySet<string>): boolean {
  return !DEAR.isDisjointFrom(kinds);
}
