import type { FastifyInstance } from "fastify";
import { type ApiOptions, type AssistantPort, buildApi } from "../../src/api/index.ts";
import { plannerRoutes } from "../../src/api/plans.ts";
import type { Clock, DeviceDescription, Home } from "../../src/home/index.ts";
import { described, testHome } from "./home.ts";
import { PlannerBench } from "./planner-bench.ts";

/** An assistant that says what it was asked, and nothing else. */
export const echo: AssistantPort = {
  async *run({ text, conversation = "c1" }) {
    yield { type: "started", conversation };
    yield { type: "text", text: await Promise.resolve(text) };
    yield {
      type: "done",
      result: {
        reply: text,
        expectsReply: false,
        path: "local",
        conversation,
        outcomes: [],
        calls: [],
        ms: 1.4,
      },
    };
  },
};

/** What the API of a test is, unless it says otherwise. */
export const SETTINGS = { assistant: echo, checks: [], token: null, hosts: [], version: "0.0.0" } as const;

/** The API over a test home, not listening. */
export async function testApi(devices: readonly DeviceDescription[] = [], over: Partial<ApiOptions> = {}) {
  const test = testHome(devices);
  const app = await buildApi({ home: test.home, clock: test.clock, ...SETTINGS, ...over });
  return { ...test, app };
}

/** The API over a home that there is, not listening. */
export async function testApiOn(home: Home, clock: Clock, over: Partial<ApiOptions> = {}): Promise<FastifyInstance> {
  return await buildApi({ home, clock, ...SETTINGS, ...over });
}

/** The API with its routes for planning, over a lamp (off, at 70 percent) and the light of the hall, not listening. */
export async function planningApi(timezone = "UTC") {
  const devices = [described("lamp"), described("hall")];
  const bench = new PlannerBench(devices, "2026-11-24T12:00:00Z", { timezone });
  await bench.start({}, { lamp: { "light.on": false, "light.brightness": 70 }, hall: { "light.on": false } });
  const { home, planner, time } = bench;
  const app = await buildApi({ home, clock: time, ...SETTINGS, more: plannerRoutes(home, planner, time) });
  return { bench, app };
}

/** Listens on a free port of loopback and gives the base address. */
export async function listening(app: FastifyInstance): Promise<string> {
  return await app.listen({ host: "127.0.0.1", port: 0 });
}
