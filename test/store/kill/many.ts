/**
 * Many kills right after the send, which take too long for the tests: `node launch.cjs --node test/store/kill/many.ts 500`.
 * Ends with 1 when a command that a device was told has no row.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { killAfterSending, unnoted } from "./kills.ts";

const kills = Number(process.argv[2] ?? 500);
const folder = mkdtempSync(join(tmpdir(), "jia-kills-"));
const began = performance.now();
const killed = await killAfterSending(kills, { path: join(folder, "jia.db") }, folder);
const told = [...killed.told.values()].reduce((sum, times) => sum + times, 0);
const noted = [...killed.noted.values()].reduce((sum, times) => sum + times, 0);
const seconds = ((performance.now() - began) / 1000).toFixed(0);
process.stdout.write(
  `${kills} kills, ${told} commands that a device was told, ${noted} rows, ${killed.unknown} of them unknown; ` +
    `without a row: ${unnoted(killed).join(", ") || "none"}. ${seconds} s\n`,
);
rmSync(folder, { recursive: true });
process.exitCode = unnoted(killed).length === 0 && noted >= told ? 0 : 1;
