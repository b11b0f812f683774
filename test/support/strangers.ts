import { once } from "node:events";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Worker } from "node:worker_threads";
import { DiscoveryDialect } from "../../src/bridge/discovery/index.ts";
import { computed } from "../../src/bridge/discovery/template/budget.ts";
import { type BridgeStatus, MiotDialect } from "../../src/bridge/index.ts";
import { Zigbee2MqttDialect } from "../../src/bridge/zigbee2mqtt/index.ts";
import { homeOnBridge, setOne } from "./home-on-bridge.ts";
import { Mosquitto } from "./mosquitto.ts";
import { library } from "./simulated.ts";
import { until } from "./until.ts";

/** What a stranger on the broker did to a home. Times in milliseconds, sizes in bytes. */
export interface FloodResult {
  /** How long the lamp took to answer, before and while the stranger published. */
  readonly alone: readonly number[];
  readonly meanwhile: readonly number[];
  /** What became of the lamp's commands while the stranger published. */
  readonly statuses: readonly string[];
  readonly link: BridgeStatus["links"][number] | undefined;
  readonly problems: readonly string[];
  /** Messages that the bridge took. */
  readonly received: number;
  /** Devices in the end, when the stranger had taken back what was announced. */
  readonly left: number;
  /** Heap in use before, and when everything was over. */
  readonly before: number;
  readonly after: number;
  /** What was computed between two looks of a timer of 1 ms, each; a busy machine's other programs do not count. */
  readonly held: readonly number[];
}

setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");

function heap(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

/** A home with one lamp behind a Mosquitto, and a stranger who publishes `count` seeded messages there. */
export async function flood(options: { seed: number; count: number; perSecond: number }): Promise<FloodResult> {
  await using cleanup = new AsyncDisposableStack();
  const broker = new Mosquitto();
  await broker.start();
  cleanup.defer(() => broker.stop());
  const thread = (data: object): Worker => {
    const worker = new Worker(new URL("./stranger-thread.ts", import.meta.url), {
      workerData: { url: broker.url, ...data },
    });
    cleanup.defer(async () => {
      await worker.terminate();
    });
    return worker;
  };
  await once(thread({ role: "lamp" }), "message");
  const { home, bridge } = homeOnBridge({
    links: [
      {
        connection: { url: broker.url },
        dialects: [new MiotDialect({ specs: library }), new Zigbee2MqttDialect(), new DiscoveryDialect()],
      },
    ],
  });
  bridge.start(home);
  cleanup.defer(() => bridge.stop());
  await until("the lamp", () => home.device("miot:lamp")?.online);
  let on = false;
  const command = async (): Promise<readonly [number, string]> => {
    on = !on;
    const began = performance.now();
    const outcome = await setOne(home, "miot:lamp", "light.on", on);
    return [performance.now() - began, outcome?.status ?? "none"];
  };
  for (let round = 0; round < 100; round += 1) await command();
  const alone: number[] = [];
  for (let round = 0; round < 300; round += 1) alone.push((await command())[0]);
  const before = heap();

  const stranger = thread({ role: "stranger", ...options });
  const held: number[] = [];
  let last = computed();
  const look = setInterval(() => {
    const now = computed();
    held.push(now - last);
    last = now;
  }, 1);
  cleanup.defer(() => clearInterval(look));
  let sent = false;
  const over = new Promise<void>((resolve) => {
    stranger.on("message", (text) => {
      sent = true;
      if (text === "gone") resolve();
    });
  });
  const meanwhile: number[] = [];
  const statuses: string[] = [];
  while (!sent) {
    const [ms, status] = await command();
    meanwhile.push(ms);
    statuses.push(status);
  }
  await over;
  // A component that was handed over to another device may take ten seconds to take its old one with it.
  await until("the stranger's devices to be gone", () => home.size <= 1, 30_000);
  const { links, problems, received } = bridge.status;
  return {
    alone,
    meanwhile,
    statuses,
    link: links[0],
    problems: problems.map(({ code }) => code),
    received,
    left: home.size,
    before,
    after: heap(),
    held,
  };
}
