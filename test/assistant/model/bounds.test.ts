import type { IncomingMessage, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { CompletionAccumulator } from "../../../src/assistant/model/server/accumulator.ts";
import { BYTE_LIMITS, boundedFetch, SLICE } from "../../../src/assistant/model/server/bounded-fetch.ts";
import { ModelClient } from "../../../src/assistant/model/server/client.ts";
import { ModelFailure } from "../../../src/assistant/model/server/failure.ts";
import { ModelList } from "../../../src/assistant/model/server/model-list.ts";
import { requestCompletion } from "../../../src/assistant/model/server/request-completion.ts";
import { textOf } from "../../../src/language/index.ts";
import { flood, webServer } from "../../support/web-server.ts";

const server = webServer();
const elsewhere = webServer();

/** Bytes that sockets and pipes may buffer beyond what was read. */
const IN_FLIGHT = 12_000_000;
const ENDLESS = 400_000_000;
const EVENTS = { "content-type": "text/event-stream" };

/** The failure of one request. */
async function failureOf(): Promise<ModelFailure> {
  const client = new ModelClient({ apiKey: "sk-test", baseUrl: `${server.origin}/v1`, model: "m", fallbacks: [] });
  const request = { messages: [], tools: [], toolChoice: "auto" as const, session: "s", language: "en" as const };
  const listener = { text: () => {}, restart: () => {}, notice: () => {} };
  const patience = { retries: 1, backoff: 1, longestWait: 10 };
  const calling = requestCompletion(client, request, listener, patience, new AbortController().signal);
  return await calling.then(
    () => expect.unreachable("the call succeeded"),
    (error: unknown) => (error instanceof ModelFailure ? error : expect.unreachable(String(error))),
  );
}

const event = (delta: object) => `data: ${JSON.stringify({ choices: [{ delta }] })}\n\n`;
const text = "x".repeat(1_000);

describe("an answer beyond its bounds is dropped, and not requested again", () => {
  it.each<readonly [string, Record<string, string>, (count: number) => string]>([
    [
      "reasoning details with ever new indexes",
      EVENTS,
      (index) => event({ reasoning_details: [{ type: "reasoning.text", text: "a", index }] }),
    ],
    ["reasoning details without text", EVENTS, () => event({ reasoning_details: [{ signature: text }] })],
    ["reasoning", EVENTS, () => event({ reasoning: text })],
    ["text", EVENTS, () => event({ content: text })],
    ["calls", EVENTS, (index) => event({ tool_calls: [{ index, id: `c${index}`, function: { name: "f" } }] })],
    ["a name", EVENTS, () => event({ tool_calls: [{ index: 0, function: { name: text } }] })],
    ["arguments", EVENTS, () => event({ tool_calls: [{ index: 0, function: { arguments: text } }] })],
    ["arguments as objects", EVENTS, () => event({ tool_calls: [{ index: 0, function: { arguments: { text } } }] })],
    ["events that say nothing", EVENTS, () => event({})],
    ["comments", EVENTS, () => `: ${text}\n`],
    ["one line", EVENTS, (count) => (count === 0 ? "data: " : text)],
    ["one event of many lines", EVENTS, () => `data: ${text}\n`],
    ["a JSON body", { "content-type": "application/json" }, (count) => (count === 0 ? '{"a":"' : text)],
  ])("%s", async (_, headers, next) => {
    let sent = Promise.resolve(0);
    const before = server.requests;
    server.answer = (_request, response) => {
      response.writeHead(200, headers);
      sent = flood(response, next, ENDLESS);
    };
    expect((await failureOf()).kind).toBe("endless");
    expect(await sent).toBeLessThan(BYTE_LIMITS.stream + IN_FLIGHT);
    expect(server.requests).toBe(before + 1);
  });

  it("the body of an error is read only up to its bound", async () => {
    let sent = Promise.resolve(0);
    server.answer = (_, response) => {
      response.writeHead(403, { "content-type": "application/json" });
      sent = flood(response, (count) => (count === 0 ? '{"error":{"message":"' : text), ENDLESS);
    };
    expect((await failureOf()).kind).toBe("refused");
    expect(await sent).toBeLessThan(IN_FLIGHT);
  });

  it("a list of models is read up to its bound", async () => {
    const entry = (n: number) => `{"id":"other/model-${n}","description":"${text}"},`;
    const list = (most: number) => (_: IncomingMessage, response: ServerResponse) => {
      response.writeHead(200, { "content-type": "application/json" });
      void flood(response, (count) => (count === 0 ? '{"data":[' : entry(count)), most);
    };
    const options = { baseUrl: `${server.origin}/v1`, model: "m", fallbacks: ["other/model-9000"] };
    server.answer = list(12_000_000);
    expect(textOf((await new ModelClient(options).check()) ?? "", "en")).toContain("now uses other/model-9000");
    server.answer = list(ENDLESS);
    expect(await new ModelClient(options).check()).toBeNull();
  });
});

describe("a response is passed on in slices", () => {
  it("with turns of the event loop in between", async () => {
    const body = new Uint8Array(40 * SLICE + 1).fill(10);
    const get = boundedFetch(BYTE_LIMITS, () => Promise.resolve(new Response(body, { headers: EVENTS })));
    let turns = 0;
    let running = true;
    const count = () => {
      turns += 1;
      if (running) setImmediate(count);
    };
    setImmediate(count);
    let slices = 0;
    let bytes = 0;
    for await (const slice of (await get("http://model.test/v1/chat")).body ?? []) {
      expect(slice.length).toBeLessThanOrEqual(SLICE);
      slices += 1;
      bytes += slice.length;
    }
    running = false;
    expect([slices, bytes]).toEqual([41, body.length]);
    expect(turns).toBeGreaterThanOrEqual(40);
  });

  it("compressed bytes count after decompression", async () => {
    const packed = gzipSync(Buffer.alloc(100_000_000, "x"));
    server.answer = (_, response) => {
      response.writeHead(200, { "content-type": "application/json", "content-encoding": "gzip" });
      response.end(packed);
    };
    expect((await failureOf()).kind).toBe("endless");
  });
});

describe("a deeply nested response is not parsed", () => {
  const deep = (depth: number) => `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;

  it.each<readonly [string, string, string]>([
    [
      "a detail of reasoning",
      "text/event-stream",
      `data: {"choices":[{"delta":{"reasoning_details":[${deep(9_000)}]}}]}\n\n`,
    ],
    [
      "arguments as an object",
      "text/event-stream",
      `data: {"choices":[{"delta":{"tool_calls":[{"function":{"arguments":${deep(20_000)}}}]}}]}\n\n`,
    ],
    ["an answer in one piece", "application/json", `{"choices":[${deep(30_000)}]}`],
  ])("%s", async (_, type, body) => {
    server.answer = (_request, response) => {
      response.writeHead(200, { "content-type": type });
      response.end(body);
    };
    const { kind, why } = await failureOf();
    expect(kind).toBe("too-deep");
    expect(textOf(why, "en")).toContain("nested too deeply");
  });

  it("a chunk of usual depth is parsed", () => {
    const accumulator = new CompletionAccumulator();
    accumulator.push({ choices: [{ delta: { reasoning_details: [JSON.parse(deep(20))] } }] });
    expect(accumulator.tooDeep).toBe(false);
    expect(accumulator.completion().reasoning.reasoning_details).toHaveLength(1);
  });
});

describe("a request never goes to another origin", () => {
  it.each([301, 302, 303, 307, 308])("when the server redirects with %d", async (status) => {
    const before = elsewhere.requests;
    server.answer = (_, response) => {
      response.writeHead(status, { location: `${elsewhere.origin}/v1/chat/completions` }).end();
    };
    const { kind, why } = await failureOf();
    expect(kind).toBe("redirected");
    expect(textOf(why, "en")).toContain(`${elsewhere.origin}/v1/chat/completions`);
    expect(textOf(why, "zh")).toContain(`${elsewhere.origin}/v1/chat/completions`);
    expect(elsewhere.requests).toBe(before);
  });

  it("for the list of models, and the start says why", async () => {
    const before = elsewhere.requests;
    server.answer = (_, response) => response.writeHead(302, { location: `${elsewhere.origin}/models` }).end();
    const notice = await new ModelClient({ baseUrl: server.origin, model: "m" }).check();
    expect(textOf(notice ?? "", "en")).toContain(`Jia cannot use the model now: its server redirects to`);
    expect(elsewhere.requests).toBe(before);
  });

  it("and redirects in a circle end", async () => {
    server.answer = ({ url }, response) => response.writeHead(307, { location: url }).end();
    expect((await failureOf()).kind).toBe("redirected");
  });

  it("but redirects within the origin are followed unchanged", async () => {
    const bodies: string[] = [];
    server.answer = (request, response) => {
      if (request.url === "/v1/chat/completions") {
        response.writeHead(308, { location: "/api/v1/chat/completions" }).end();
        return;
      }
      let body = "";
      request.setEncoding("utf8").on("data", (piece: string) => {
        body += piece;
      });
      request.on("end", () => {
        bodies.push(`${request.method} ${request.headers.authorization} ${JSON.parse(body).model}`);
        response.writeHead(402, { "content-type": "application/json" }).end("{}");
      });
    };
    expect((await failureOf()).kind).toBe("no-credit");
    expect(bodies).toEqual(["POST Bearer sk-test m"]);
  });
});

describe("the reason of a failed request is told", () => {
  const json = (value: unknown) => ["application/json", JSON.stringify(value)] as const;
  it.each<readonly [number, readonly [string, string], string]>([
    [404, json({ error: { message: "gone", availability: { code: "model_deprecated" } } }), "gone"],
    [
      404,
      json({ error: { message: 'model "m" not found, try pulling it first', type: "api_error" } }),
      "unknown-model",
    ],
    [404, json({ error: "model 'm' not found" }), "unknown-model"],
    [404, json({ error: { message: "The model `m` does not exist", code: "model_not_found" } }), "unknown-model"],
    [404, json({ error: { message: "No endpoints found that support tool use.", code: 404 } }), "no-tools"],
    [400, json({ error: { message: "m does not support tools" } }), "no-tools"],
    [404, json({ error: { message: "No endpoints found for m.", code: 404 } }), "no-provider"],
    [404, json({ error: { message: "No allowed providers are available for the selected model." } }), "no-provider"],
    [404, json({ error: { message: "No endpoints found matching your data policy." } }), "private"],
    [404, json({ detail: "Not Found" }), "no-address"],
    [404, json({ error: "Unexpected endpoint or method. (POST /chat/completions)" }), "no-address"],
    [404, json({ error: { message: "Invalid URL (POST /v1/v1/chat/completions)" } }), "no-address"],
    [404, ["text/plain", "404 page not found"], "no-address"],
    [404, ["text/html", "<html><a href='/privacy'>Privacy</a> model not found</html>"], "no-address"],
    [405, ["text/html", "<html>Method not allowed</html>"], "no-address"],
    [400, json({ error: { message: "This model's maximum context length is 4096 tokens" } }), "too-long"],
    [200, ["text/html; charset=utf-8", "<html>router</html>"], "no-model-server"],
    [200, json({ hello: "world" }), "no-model-server"],
    [403, json({ error: { message: "moderation" } }), "refused"],
  ])("%d %j", async (status, [type, body], kind) => {
    server.answer = (_, response) => response.writeHead(status, { "content-type": type }).end(body);
    expect((await failureOf()).kind).toBe(kind);
  });

  it("when the server does not speak HTTP", async () => {
    server.answer = ({ socket }) => socket.end("220 mail.test ESMTP\r\n");
    expect((await failureOf()).kind).toBe("no-model-server");
  });
});

describe("a list of models", () => {
  it.each([1, 3, 1_000])("is parsed from pieces of %d characters", (size) => {
    const json = JSON.stringify({
      object: "list",
      id: "no",
      data: [
        { id: "a/b", name: 'quoted " id', architecture: { id: "inner" }, tags: [{ id: "x" }] },
        { name: "id", id: "中文:7b", created: 1 },
        { id: 5 },
        { id: "a\\b\n" },
      ],
      other: [{ id: "elsewhere" }],
    });
    const list = new ModelList();
    for (let at = 0; at < json.length; at += size) list.push(json.slice(at, at + size));
    expect([...list.ids]).toEqual(["a/b", "中文:7b", "a\\b\n"]);
  });

  it("has no ids when it has another form", () => {
    const list = new ModelList();
    list.push(`]]}}"data":[{"id":"x"${"[".repeat(100_000)}`);
    expect([...list.ids]).toEqual([]);
  });
});
