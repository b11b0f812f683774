import { uptime } from "node:os";
import { type Clock, systemClock } from "../home/index.ts";

/** The machine's clock, and how long the machine has been up, which setting the clock does not change and sleeping does not stop. */
export const machineClock: Clock = { now: () => systemClock.now(), elapsed: () => uptime() * 1000 };
