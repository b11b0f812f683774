import { createServer } from "node:http";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/**
 * Loaded into a process that is measured (`node --import`): tells over HTTP on the port of BENCH_METER what the process has
 * used so far. It adds nothing while it is not asked.
 */
export interface Reading {
  /** CPU of all threads since the start, in milliseconds. */
  readonly cpu: number;
  /** Bytes of the heap and of what hangs on it; after a collection on the path /collect. */
  readonly bytes: number;
  /** Longest time that the event loop was held since the last reading, in milliseconds. */
  readonly held: number;
}

const port = Number(process.env["BENCH_METER"]);
// The launcher hands over to a second process; only that one is measured.
if (port > 0 && !process.argv[1]?.endsWith("launch.cjs")) {
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  let last = performance.now();
  let held = 0;
  const tick = setInterval(() => {
    const now = performance.now();
    held = Math.max(held, now - last - 5);
    last = now;
  }, 5);
  tick.unref();
  /** CPU of the collections that were asked for, in milliseconds: not the process's own. */
  let collecting = 0;
  const server = createServer((request, response) => {
    const longest = held;
    const cpu = used() - collecting;
    if (request.url === "/collect") {
      collect();
      collecting = used() - cpu;
    }
    const { heapUsed, external, arrayBuffers } = process.memoryUsage();
    last = performance.now();
    held = 0;
    const reading: Reading = { cpu, bytes: heapUsed + external + arrayBuffers, held: longest };
    response.end(JSON.stringify(reading));
  });
  server.listen(port, "127.0.0.1");
  server.unref();
}

/** CPU of this process so far, in milliseconds. */
function used(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
