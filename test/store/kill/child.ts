/**
 * A home that kills itself: commands to many devices at once and to one after another, noted in a real database file. What
 * reaches a device is a line with its id in a file that is only appended to, each written by one system call; the process
 * ends by SIGKILL with the line that is the last it may write, before anything that was waiting can still run.
 *
 * Arguments: database, file of what reached the devices, number of lines.
 */
import { appendFileSync } from "node:fs";
import { systemClock } from "../../../src/home/index.ts";
import { openStore } from "../../../src/store/index.ts";
import { described, set, testHome } from "../../support/home.ts";

const [database = "", reached = "", lines = ""] = process.argv.slice(2);
const store = await openStore(locationOf(database));
const names = Array.from({ length: 20 }, (_, index) => `lamp-${index}`);
const { home, transport } = testHome(
  names.map((name) => described(name)),
  { clock: systemClock, audit: store.audit },
);
let left = Number(lines);
transport.respond = (device, command) => {
  appendFileSync(reached, `${device.id}\n`);
  left -= 1;
  if (left === 0) process.kill(process.pid, "SIGKILL");
  return Promise.resolve(transport.obey(device, command));
};
for (let round = 0; ; round += 1) {
  const given = round % 3 === 0 ? names : names.slice(0, 1);
  await home.execute(
    given.map((name) => set(name, { "light.on": round % 2 === 0 })),
    { kind: "person", name: "Li" },
  );
}

function locationOf(text: string): { readonly path: string } | { readonly url: string } {
  return text.startsWith("postgres:") ? { url: text } : { path: text };
}
