import { onTestFinished } from "vitest";
import type { AssistantPort } from "../../src/api/index.ts";
import { mcpView } from "../../src/app/mcp.ts";
import { loadPrompts } from "../../src/assistant/index.ts";
import type { DeviceDescription } from "../../src/home/index.ts";
import { mcpResource } from "../../src/mcp/index.ts";
import { echo, listening, testApiOn } from "./api.ts";
import { type Era, type McpTestClient, mcpClient } from "./mcp-client.ts";
import { PlannerBench } from "./planner-bench.ts";

const prompts = loadPrompts();
const SHOWN = { "model.hidden.devices": [], "model.hidden.kinds": [], "model.hidden.rooms": [] };

interface McpBenchOptions {
  readonly devices: readonly DeviceDescription[];
  readonly assistant?: AssistantPort;
  /** A call is answered within this time, in milliseconds. */
  readonly answerMs?: number;
  /** What is hidden from models. */
  readonly hidden?: Partial<Record<keyof typeof SHOWN, string[]>>;
}

/** The routes of MCP over a home of the test's own, listening until the test ends. */
export async function mcpBench({ devices, assistant = echo, answerMs, hidden }: McpBenchOptions) {
  const bench = new PlannerBench(devices, "2026-11-24T12:00:00Z");
  await bench.start();
  const { home, planner, time: clock } = bench;
  const config = { ...SHOWN, ...hidden };
  const plugin = mcpResource({
    ...{ home, clock, planner, assistant, version: "1.0.0" },
    viewOf: (rooms) => mcpView({ config, home, prompts, planner }, rooms),
    ...(answerMs !== undefined && { answerMs }),
  });
  const app = await testApiOn(home, clock, { resources: [plugin] });
  const url = await listening(app);
  onTestFinished(async () => {
    await app.close();
    await bench.close();
  });
  const client = async (era: Era = "auto"): Promise<McpTestClient> => {
    const each = await mcpClient(url, era, {}, { "accept-language": "en" });
    onTestFinished(() => each.close());
    return each;
  };
  return { bench, home, url, client };
}
