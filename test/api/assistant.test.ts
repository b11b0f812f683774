import { request } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import type { AssistantPort } from "../../src/api/index.ts";
import type { TurnRequest } from "../../src/assistant/contract.ts";
import { echo, listening, testApi } from "../support/api.ts";
import { described } from "../support/home.ts";

const open: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const app of open.splice(0)) await app.close();
});

async function api(assistant: AssistantPort) {
  const test = await testApi([described("lamp", { room: "Living room" })], { assistant });
  open.push(test.app);
  return test;
}

/** Starts a turn and waits until it is told to stop; `stopped` resolves then. */
function waiting() {
  const { promise: stopped, resolve: stop } = Promise.withResolvers<void>();
  const { promise: started, resolve: start } = Promise.withResolvers<void>();
  const assistant: AssistantPort = {
    async *run(_request, signal) {
      yield { type: "started", conversation: "c1" };
      start();
      await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
      stop();
    },
  };
  return { assistant, started, stopped };
}

describe("POST /api/assistant", () => {
  it("answers with exactly the fields that scripts rely on", async () => {
    const { app } = await api(echo);
    const answer = await app.inject({ method: "POST", url: "/api/assistant", payload: { text: "hello" } });
    expect(answer.json()).toEqual({
      reply: "hello",
      expectsReply: false,
      path: "local",
      conversation: "c1",
      outcomes: [],
      calls: [],
      ms: 1,
    });
  });

  it("passes the room on by its id, for any of its names, and refuses an unknown one", async () => {
    const seen: TurnRequest[] = [];
    const { app } = await api({
      run(request, signal) {
        seen.push(request);
        return echo.run(request, signal);
      },
    });
    const say = async (room: string | null) =>
      await app.inject({ method: "POST", url: "/api/assistant", payload: { text: "hi", room, language: "zh" } });
    await say("living room");
    await say(null);
    expect(seen.map(({ room }) => room)).toEqual(["living-room", null]);
    expect((await say("cellar")).json().code).toBe("unknown-room");
  });

  it("streams the turn's events, the answer as the last", async () => {
    const { app } = await api(echo);
    const base = await listening(app);
    const answer = await fetch(`${base}/api/assistant`, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "text/event-stream" },
      body: JSON.stringify({ text: "你好", conversation: "c7" }),
    });
    expect(answer.headers.get("content-type")).toContain("text/event-stream");
    const events = (await answer.text()).split("\n\n").filter((block) => block.startsWith("event:"));
    expect(events[0]).toBe('event: started\ndata: {"conversation":"c7"}');
    expect(events[1]).toBe('event: text\ndata: {"text":"你好"}');
    expect(events[2]).toMatch(/^event: done\ndata: \{"reply":"你好"/);
  });

  it("sends an error in the middle of a turn as an event", async () => {
    const { app } = await api({
      async *run() {
        yield { type: "started", conversation: "c1" };
        throw await Promise.resolve(new TypeError("secret detail"));
      },
    });
    const answer = await app.inject({
      method: "POST",
      url: "/api/assistant",
      headers: { accept: "text/event-stream" },
      payload: { text: "hi" },
    });
    expect(answer.body).toContain("event: error");
    expect(answer.body).not.toContain("secret detail");
  });

  for (const accept of ["text/event-stream", "application/json"]) {
    it(`stops the turn when the client of ${accept} goes away`, async () => {
      const { assistant, started, stopped } = waiting();
      const { app } = await api(assistant);
      const base = await listening(app);
      const call = request(`${base}/api/assistant`, {
        method: "POST",
        headers: { "content-type": "application/json", accept },
      });
      call.on("error", () => {});
      call.end(JSON.stringify({ text: "hi" }));
      await started;
      call.destroy();
      await stopped;
    });
  }

  it("limits how many turns one client starts, far above what a household says", async () => {
    const { app } = await api(echo);
    const say = async () => await app.inject({ method: "POST", url: "/api/assistant", payload: { text: "hi" } });
    for (let n = 0; n < 1_200; n += 1) expect((await say()).statusCode).toBe(200);
    const refused = await say();
    expect([refused.statusCode, refused.headers["retry-after"]]).toEqual([429, "1"]);
  });
});

describe("GET /api/events", () => {
  it("streams events of the home, and unsubscribes when the reader leaves", async () => {
    const { app, home } = await api(echo);
    const base = await listening(app);
    const leave = new AbortController();
    const answer = await fetch(`${base}/api/events`, { signal: leave.signal });
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    await reader?.read();
    home.apply([{ kind: "values", id: "test:lamp", values: [{ address: "light.on", value: true }], cause: "report" }]);
    const { value } = (await reader?.read()) ?? {};
    expect(value).toContain("event: property-changed\n");
    expect(JSON.parse(/data: (.*)/.exec(value ?? "")?.[1] ?? "{}")).toEqual({
      type: "property-changed",
      at: "2026-01-01T12:00:00.000Z",
      id: "test:lamp",
      handle: expect.stringContaining("lamp"),
      property: "light.on",
      value: true,
      before: null,
      cause: "report",
    });
    home.apply([{ kind: "values", id: "test:lamp", values: [{ address: "light.on", value: null }], cause: "report" }]);
    const { value: cleared } = (await reader?.read()) ?? {};
    expect(cleared).toContain("event: property-changed\n");
    expect(JSON.parse(/data: (.*)/.exec(cleared ?? "")?.[1] ?? "{}")).toMatchObject({ value: null, before: true });
    leave.abort();
  });
});
