import { request as httpRequest } from "node:http";
import OpenAI from "openai";
import { afterEach, describe, expect, it } from "vitest";
import type { AssistantPort } from "../../src/api/index.ts";
import type { TurnEvent, TurnResult } from "../../src/assistant/index.ts";
import { openAiErrors, openAiResource } from "../../src/openai/index.ts";
import { listening, testApiOn } from "../support/api.ts";
import { described, testHome } from "../support/home.ts";
import { ownerFetch } from "../support/owner.ts";

const open: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const app of open.splice(0)) await app.close();
});

/** The endpoint with an assistant that plays a script, and with a clock that a test sets. */
async function endpoint(run: AssistantPort["run"]) {
  const { home, clock } = testHome([described("lamp", { room: "Study" })]);
  const asked: string[] = [];
  const assistant: AssistantPort = {
    run: (request, signal) => {
      asked.push(request.text);
      return run(request, signal);
    },
  };
  const app = await testApiOn(home, clock, {
    errorForms: [openAiErrors],
    resources: [openAiResource.bind({ home, clock, assistant })],
  });
  open.push(app);
  const url = await listening(app);
  const post = async (body: object, headers: Readonly<Record<string, string>> = {}) =>
    await ownerFetch(`${url}/v1/chat/completions`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify({ model: "jia", messages: [{ role: "user", content: "hi" }], ...body }),
    });
  return { url, post, asked, clock };
}

function result(reply: string, over: Partial<TurnResult> = {}): TurnEvent {
  const rest = { expectsReply: false, path: "local" as const, conversation: "c1", outcomes: [], calls: [], ms: 1 };
  return { type: "done", result: { reply, ...rest, ...over } };
}

async function replyOf(answer: Response): Promise<string | undefined> {
  const body = (await answer.json()) as { choices?: { message: { content: string } }[] };
  return body.choices?.[0]?.message.content;
}

/** A promise as a gate of a script. */
function gate() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: resolve };
}

describe("what goes wrong", () => {
  it("before the first byte is an HTTP status, also of a stream", async () => {
    const { post } = await endpoint(async function* () {
      yield { type: "started", conversation: "c1" };
      throw await Promise.resolve(new TypeError("secret detail"));
    });
    for (const stream of [false, true]) {
      const answer = await post({ stream, seed: Number(stream) });
      const text = await answer.text();
      expect([answer.status, JSON.parse(text).error.type]).toEqual([500, "server_error"]);
      expect(text).not.toContain("secret detail");
    }
  });

  it("later is an error in the stream, which the openai client throws, and no end as if all were well", async () => {
    const { url, post } = await endpoint(async function* () {
      yield { type: "text", text: "I am" };
      throw await Promise.resolve(new TypeError("secret detail"));
    });
    const text = await (await post({ stream: true })).text();
    expect(text).toMatch(
      /\n\ndata: \{"error":\{"message":"[^"]+","type":"server_error","param":null,"code":"internal"\}\}\n\n$/,
    );
    expect(text).not.toMatch(/secret detail|DONE|"stop"/);
    const client = new OpenAI({ baseURL: url, apiKey: "any", maxRetries: 0 });
    const read = async () => {
      const stream = await client.responses.create({ model: "jia", input: "hi", stream: true });
      for await (const _ of stream);
    };
    await expect(read()).rejects.toMatchObject({ code: "internal" });
  });

  it("is tried anew by the retries of the openai client, as nothing was done", async () => {
    let failures = 1;
    const { url, asked } = await endpoint(async function* () {
      if (failures-- > 0) throw await Promise.resolve(new TypeError("once"));
      yield result("Done.");
    });
    const client = new OpenAI({ baseURL: `${url}/v1`, apiKey: "any" });
    const answer = await client.chat.completions.create({ model: "jia", messages: [{ role: "user", content: "hi" }] });
    expect(answer.choices[0]?.message.content).toBe("Done.");
    expect(asked).toHaveLength(2);
  });
});

it("a sentence leaves when the turn releases it, long before the end; tokens of a model are counted", async () => {
  const read = gate();
  const usage = { promptTokens: 900, completionTokens: 20, cachedTokens: 800, rounds: 1, refusedCalls: 0, model: "m" };
  const { post } = await endpoint(async function* () {
    yield { type: "started", conversation: "c1" };
    yield { type: "text", text: "It is on." };
    await read.opened;
    yield { type: "text", text: " All else is off." };
    yield result("It is on. All else is off.", { usage });
  });
  const { body } = await post({ stream: true, stream_options: { include_usage: true } });
  let all = "";
  for await (const piece of body?.pipeThrough(new TextDecoderStream()) ?? []) {
    all += piece;
    // The turn goes on only when the client has read this.
    if (all.includes('{"content":"It is on."}')) read.open();
  }
  expect(all).toContain('{"content":" All else is off."}');
  expect(all).toContain(
    '"usage":{"prompt_tokens":900,"completion_tokens":20,"total_tokens":920,"prompt_tokens_details":{"cached_tokens":800}}',
  );
});

describe("text that is taken back", () => {
  it("stays in a stream, with the reply behind it; without a stream there is only the reply", async () => {
    const { post } = await endpoint(async function* () {
      yield { type: "text", text: "It is on." };
      yield { type: "replace", text: "" };
      yield { type: "text", text: "It is off." };
      yield await Promise.resolve(result("It is off."));
    });
    const text = await (await post({ stream: true })).text();
    const said = [...text.matchAll(/"content":"([^"]*)"/g)].map(([, each]) => each).join("");
    expect(said).toBe("It is on.\\n\\nIt is off.");
    expect(await replyOf(await post({ seed: 1, user: "b" }))).toBe("It is off.");
  });
});

/** Sends a request and goes away when told. */
function leaving(url: string, body: object) {
  const call = httpRequest(`${url}/v1/chat/completions`, {
    method: "POST",
    headers: { "content-type": "application/json", "user-agent": "node" },
  });
  call.on("error", () => {});
  call.end(JSON.stringify({ model: "jia", messages: [{ role: "user", content: "hi" }], ...body }));
  return () => call.destroy();
}

describe("a client that goes away", () => {
  it.each([true, false])("cancels the turn (stream: %s)", async (stream) => {
    const [started, stopped] = [gate(), gate()];
    const { url } = await endpoint(async function* (_, signal) {
      yield { type: "started", conversation: "c1" };
      started.open();
      await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
      stopped.open();
    });
    const leave = leaving(url, { stream });
    await started.opened;
    leave();
    await stopped.opened;
  });

  it("does not cancel a turn that its retry reads too, and the command is carried out once", async () => {
    const [started, finish] = [gate(), gate()];
    let cancelled = false;
    const { url, post, asked } = await endpoint(async function* (_, signal) {
      signal.addEventListener("abort", () => {
        cancelled = true;
      });
      started.open();
      yield { type: "started", conversation: "c1" };
      await finish.opened;
      yield result("Done.");
    });
    const leave = leaving(url, {});
    await started.opened;
    const retry = post({}, { "x-stainless-retry-count": "1" });
    // The retry has to be there before the first one leaves: its answer begins to wait at the server.
    await post({ model: "nothing" });
    leave();
    finish.open();
    expect(await replyOf(await retry)).toBe("Done.");
    expect([asked.length, cancelled]).toEqual([1, false]);
  });

  it("after something was done: the same request tells what was, and does nothing more; after nothing it begins anew", async () => {
    for (const calls of [[{ tool: "set_properties", arguments: {} }], []]) {
      const started = gate();
      const { url, post, asked } = await endpoint(async function* (_, signal) {
        yield { type: "started", conversation: "c1" };
        if (asked.length > 1) yield result("Anew.");
        else {
          started.open();
          await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
          yield result("Stopped.", { calls });
        }
      });
      const leave = leaving(url, {});
      await started.opened;
      leave();
      await expect.poll(async () => await replyOf(await post({}))).toBe(calls.length > 0 ? "Stopped." : "Anew.");
      expect(asked).toHaveLength(calls.length > 0 ? 1 : 2);
    }
  });
});

describe("an equal request", () => {
  it("is the same within two seconds after an answer, and a minute where the client says that it sends it again", async () => {
    const { post, asked, clock } = await endpoint(async function* () {
      yield await Promise.resolve(result("Done."));
    });
    const again = { "x-stainless-retry-count": "2" };
    const count = async (headers: Readonly<Record<string, string>> = {}) => {
      await (await post({}, headers)).text();
      return asked.length;
    };
    expect([await count(), await count()]).toEqual([1, 1]);
    clock.advance(3_000);
    expect(await count(again)).toBe(1);
    expect(await count()).toBe(2);
    clock.advance(61_000);
    expect(await count(again)).toBe(3);
  });
});

it("too many requests are refused in OpenAI's form, with the time to wait", async () => {
  const { post } = await endpoint(async function* () {
    yield await Promise.resolve(result("Done."));
  });
  const statuses: number[] = [];
  let last = await post({});
  while (last.status === 200 && statuses.length < 400) {
    statuses.push(last.status);
    await last.text();
    last = await post({});
  }
  expect(statuses).toHaveLength(240);
  expect([
    last.status,
    last.headers.get("retry-after"),
    ((await last.json()) as { error: { code: string } }).error.code,
  ]).toEqual([429, "1", "rate_limit_exceeded"]);
});
