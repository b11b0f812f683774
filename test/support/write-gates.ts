/** `npm run gates`: measures every set that has a gate anew, and those whose folders are given: `npm run gates -- DIR...`. */
import { existsSync, writeFileSync } from "node:fs";
import { GATES_FILE, type Gate, gateOf, measure, readGates } from "./gates.ts";

const known = existsSync(GATES_FILE) ? readGates().map(({ set }) => set) : [];
const gates: Gate[] = [];
for (const set of new Set([...known, ...process.argv.slice(2)])) {
  const gate = gateOf(set, await measure(set));
  process.stdout.write(`${set}: ${gate.right} right, ${gate.wrong} wrong\n`);
  gates.push(gate);
}
writeFileSync(GATES_FILE, `${JSON.stringify(gates, null, 2)}\n`);
