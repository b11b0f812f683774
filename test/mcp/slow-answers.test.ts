import { describe, expect, it } from "vitest";
import type { AssistantPort } from "../../src/api/index.ts";
import { described } from "../support/home.ts";
import { mcpBench } from "../support/mcp-bench.ts";
import { ERAS } from "../support/mcp-client.ts";
import { until } from "../support/until.ts";

/** An assistant that says a word, and the rest when it is told to. */
function slowAssistant() {
  const rest = Promise.withResolvers<void>();
  const signals: AbortSignal[] = [];
  const assistant: AssistantPort = {
    async *run({ text, conversation = "c1" }, signal) {
      signals.push(signal);
      yield { type: "text", text: "Wait" };
      await rest.promise;
      const result = { reply: `Wait: ${text}`, expectsReply: false, path: "model" as const, conversation };
      yield { type: "done", result: { ...result, outcomes: [], calls: [], ms: 1 } };
    },
  };
  return { assistant, signals, go: rest.resolve };
}

describe.each(ERAS)("an answer that takes longer than a call may, for a client of the era %s", (era) => {
  it("of the assistant is told as far as it is known, and fetched later by the same client alone", async () => {
    const { assistant, go } = slowAssistant();
    const bench = await mcpBench({ devices: [], assistant, answerMs: 60 });
    const client = await bench.client(era);
    const first = await client.use("say", { text: "think" });
    expect(first).toMatchObject({ failed: false, data: { running: true, reply: "Wait" } });
    const { turn } = first.data;
    expect((await client.use("say", { turn })).data).toEqual({ running: true, reply: "Wait", turn });
    go();
    expect((await client.use("say", { turn })).data).toEqual({ reply: "Wait: think", conversation: "c1" });
    expect((await client.use("say", { turn: "another" })).failed).toBe(true);
  });

  it("of a device is told as not over, and the command goes on", async () => {
    const bench = await mcpBench({ devices: [described("lamp")], answerMs: 60 });
    const slow = Promise.withResolvers<void>();
    const { transport } = bench.bench;
    transport.respond = async (device, command) => {
      await slow.promise;
      return transport.obey(device, command);
    };
    const client = await bench.client(era);
    const { failed, data } = await client.use("set_devices", {
      changes: [{ device: "lamp", property: "on", value: true }],
    });
    expect([failed, data["running"]]).toEqual([false, true]);
    slow.resolve();
    await until("the lamp to be on", () => bench.bench.isOn("lamp") === true);
    expect((await client.use("get_state", { devices: ["lamp"] })).text).toContain('"on":true');
  });

  it("is stopped when the client does not want it any more", async () => {
    const { assistant, signals } = slowAssistant();
    const bench = await mcpBench({ devices: [], assistant });
    const client = await bench.client(era);
    const gone = new AbortController();
    const call = client.callTool({ name: "say", arguments: { text: "think" } }, { signal: gone.signal });
    await until("the turn to begin", () => signals.length > 0);
    gone.abort();
    await expect(call).rejects.toThrow();
    await until("the turn to be stopped", () => signals[0]?.aborted === true);
  });
});
