import type { FastifyInstance } from "fastify";
import { type ApiOptions, type AssistantPort, buildApi } from "../../src/api/index.ts";
import type { DeviceDescription } from "../../src/home/index.ts";
import { testHome } from "./home.ts";

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

/** The API over a test home, not listening. */
export async function testApi(devices: readonly DeviceDescription[] = [], over: Partial<ApiOptions> = {}) {
  const test = testHome(devices);
  const app = await buildApi({
    home: test.home,
    assistant: echo,
    checks: [],
    clock: test.clock,
    token: null,
    hosts: [],
    version: "0.0.0",
    ...over,
  });
  return { ...test, app };
}

/** Listens on a free port of loopback and gives the base address. */
export async function listening(app: FastifyInstance): Promise<string> {
  return await app.listen({ host: "127.0.0.1", port: 0 });
}
