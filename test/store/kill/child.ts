/**
 * A home that is killed: commands to many devices at once and to one after another, noted in a real database file. What
 * reaches a device is a line `<round> <device>` in a file that is only appended to, each written by one system call before
 * the device answers; `<round> turned` follows 5 ms and a turn of the event loop later.
 *
 * Arguments: database, file of what reached the devices.
 */
import { appendFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { systemClock } from "../../../src/home/index.ts";
import { openStore } from "../../../src/store/index.ts";
import { described, set, testHome } from "../../support/home.ts";

const [database = "", reached = ""] = process.argv.slice(2);
const store = await openStore({ path: database });
const names = Array.from({ length: 20 }, (_, index) => `lamp-${index}`);
const { home, transport } = testHome(
  names.map((name) => described(name)),
  { clock: systemClock, audit: store.audit },
);
let round = 0;
transport.respond = async (device, command) => {
  appendFileSync(reached, `${round} ${device.id}\n`);
  await wait(10);
  return transport.obey(device, command);
};
process.stdout.write("ready\n");
for (; ; round += 1) {
  const current = round;
  const mark = () => appendFileSync(reached, `${current} turned\n`);
  const given = round % 3 === 0 ? names : names.slice(0, 1);
  const executed = home.execute(
    given.map((name) => set(name, { "light.on": round % 2 === 0 })),
    { kind: "person", name: "Li" },
  );
  // Counted from here: a machine that is busy may take longer to begin than the mark waits.
  setTimeout(() => setImmediate(() => setImmediate(mark)), 5);
  await executed;
}
