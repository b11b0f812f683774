import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makeFolder } from "../../../make-folder.ts";
import type { Emulation } from "../emulation.ts";
import { MiioFleet } from "./miio-fleet.ts";

/** Wi-Fi devices on UDP ports of this machine, and the devices file with which `jia miio` finds them. */
export const miioEmulation: Emulation<"miio"> = {
  name: "miio",
  needsBroker: false,
  async start({ home, seed, speed, folder }) {
    const fleet = new MiioFleet({ home, seed, speed });
    await fleet.start();
    makeFolder(folder);
    const file = join(folder, "miio.json");
    await writeFile(file, `${JSON.stringify({ devices: fleet.entries() }, null, 2)}\n`, { mode: 0o600 });
    return { access: { kind: "wifi", file }, device: (id) => fleet.device(id), stop: () => fleet.stop() };
  },
};
