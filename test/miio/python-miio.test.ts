import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { systemClock } from "../../src/home/index.ts";
import { MIIO_PORT } from "../../src/miio/devices-file.ts";
import { MiioHost } from "../../src/simulator/emulators/miio/miio-host.ts";
import { simulated } from "../support/simulated.ts";

const run = promisify(execFile);
/** Debian's own: the package python3-miio is installed there. */
const PYTHON = "/usr/bin/python3";

test("python-miio, an independent client, finds, reads, sets and commands a simulated device", async () => {
  const installed = await run(PYTHON, ["-c", "import miio"]).catch(() => null);
  expect(installed, "python-miio is missing. Run: apt-get install -y python3-miio").not.toBeNull();

  // python-miio knows only the one port, so every run takes a loopback address of its own.
  const host = `127.${(process.pid % 200) + 20}.${(Date.now() % 250) + 1}.2`;
  const token = "8cbf2f08d8fd3a4f1b1c1b5b7a9c0d1e";
  const device = simulated("yeelink.light.color5", { values: { "light.brightness": 12, "light.on": false } });
  const clock = systemClock;
  const options = { device, did: "262145001", token: Buffer.from(token, "hex"), clock, host, port: MIIO_PORT };
  const simulator = new MiioHost(options);
  await simulator.start();
  try {
    const { stdout } = await run(PYTHON, [`${import.meta.dirname}/python-miio-client.py`, host, token]);
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({
      info: "yeelink.light.color5",
      before: { power: false, brightness: 12, color_temperature: 1700 },
      set: [{ did: "brightness", siid: 2, piid: 2, code: 0 }],
      power: [{ did: "power", siid: 2, piid: 1, code: 0 }],
      refused: [{ did: "brightness", siid: 2, piid: 2, code: -704220043 }],
      action: { siid: 2, aiid: 1, code: 0 },
      after: { power: false, brightness: 37, color_temperature: 1700 },
      unknown: { error: expect.stringContaining("Method not found") },
    });
    expect(device.value("light.brightness")).toBe(37);
  } finally {
    await simulator.stop();
  }
});
