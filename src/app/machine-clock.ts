import { uptime } from "node:os";
import { type Clock, systemClock } from "../home/index.ts";

/** The machine's clock with the machine's uptime, which does not change when the clock is set, and includes sleep. */
export const machineClock: Clock = { now: () => systemClock.now(), elapsed: () => uptime() * 1000 };
