import { once } from "node:events";
import { connect } from "node:net";
import { Duplex } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connectionErrorHandlers } from "../../src/api/connection-errors.ts";
import { ProblemBody } from "../../src/api/problem.ts";
import { ERRORS } from "../../src/home/index.ts";
import { listening, planningApi, testApi } from "../support/api.ts";

let test: Awaited<ReturnType<typeof planningApi>>;
let url: URL;
beforeAll(async () => {
  test = await planningApi();
  url = new URL(await listening(test.app));
});
afterAll(async () => {
  await test.app.close();
  await test.bench.close();
});

interface Answer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** Sends bytes, and reads until the server closes the connection. */
async function raw(bytes: string): Promise<Answer> {
  const socket = connect(Number(url.port), url.hostname);
  let text = "";
  socket.setEncoding("utf8").on("data", (piece: string) => {
    text += piece;
  });
  // The server does not read the rest after its answer, so writing may fail.
  socket.on("error", () => {});
  socket.write(bytes);
  await once(socket, "close");
  const [head = "", body = ""] = text.split(/\r\n\r\n([\s\S]*)/);
  const [first = "", ...lines] = head.split("\r\n");
  const headers = new Map(lines.map((line) => [line.split(":")[0]?.toLowerCase() ?? "", line.replace(/^.*?: */, "")]));
  return { status: Number(first.split(" ")[1]), headers, body };
}

const request = (first: string, headers: readonly string[] = [], body = "", language = "en"): string =>
  [
    `${first} HTTP/1.1`,
    "Host: localhost",
    `Accept-Language: ${language}`,
    "Connection: close",
    ...headers,
    "",
    body,
  ].join("\r\n");
const json = "Content-Type: application/json";
const chunked = "Transfer-Encoding: chunked";

/** Wrong requests: name, bytes for a language, status and code of the answer. */
type Wrong = readonly [string, (language: string) => string, number, string];
const WRONG: readonly Wrong[] = [
  ["no HTTP at all", () => "GARBAGE\r\n\r\n", 400, "invalid-request"],
  ["HTTP/2 in plain text", () => "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400, "invalid-request"],
  ["an unknown method", (l) => request("FOO /health", [], "", l), 400, "invalid-request"],
  ["headers without end", (l) => request("GET /health", [`X: ${"x".repeat(20_000)}`], "", l), 431, "headers-too-large"],
  ["an address without end", (l) => request(`GET /${"x".repeat(20_000)}`, [], "", l), 414, "address-too-long"],
  ["a long id", (l) => request(`GET /api/devices/${"x".repeat(400)}`, [], "", l), 414, "address-too-long"],
  ["a broken escape", (l) => request("GET /api/devices/%E0%A4%A", [], "", l), 400, "invalid-request"],
  ["a broken escape at the root", (l) => request("GET /%zz", [], "", l), 400, "invalid-request"],
  ["no Host", () => "GET /health HTTP/1.1\r\nConnection: close\r\n\r\n", 400, "invalid-request"],
  [
    "two lengths",
    (l) => request("POST /api/scenes", ["Content-Length: 2", "Content-Length: 3"], "{}", l),
    400,
    "invalid-request",
  ],
  [
    "length and chunks",
    (l) => request("POST /api/scenes", ["Content-Length: 3", chunked], "0\r\n\r\n", l),
    400,
    "invalid-request",
  ],
  ["a broken chunk", (l) => request("POST /api/scenes", [json, chunked], "zz\r\n{}\r\n", l), 400, "invalid-request"],
  [
    "an Expect",
    (l) => request("POST /api/scenes", ["Expect: more", "Content-Length: 2"], "{}", l),
    417,
    "unmet-expectation",
  ],
  ["CONNECT", (l) => request("CONNECT a:1", [], "", l), 405, "wrong-method"],
  [
    "another type",
    (l) => request("POST /api/scenes", ["Content-Type: text/xml", "Content-Length: 2"], "{}", l),
    415,
    "unsupported-media-type",
  ],
  ["no type", (l) => request("POST /api/scenes", ["Content-Length: 2"], "{}", l), 415, "unsupported-media-type"],
  [
    "a type that is none",
    (l) => request("POST /api/scenes", ["Content-Type: ;;", "Content-Length: 2"], "{}", l),
    415,
    "unsupported-media-type",
  ],
  [
    "a body too long",
    (l) => request("POST /api/scenes", [json, "Content-Length: 20000000"], "{}", l),
    413,
    "too-large",
  ],
  ["no JSON", (l) => request("POST /api/scenes", [json, "Content-Length: 2"], "{x", l), 400, "invalid-request"],
  ["an empty body", (l) => request("POST /api/scenes", [json, "Content-Length: 0"], "", l), 400, "invalid-request"],
  [
    "a prototype",
    (l) => request("POST /api/scenes", [json, "Content-Length: 20"], '{"__proto__":{"a":1}', l),
    400,
    "invalid-request",
  ],
  ["no such address", (l) => request("GET /nothing", [], "", l), 404, "not-found"],
  ["the root", (l) => request("GET /", [], "", l), 404, "not-found"],
  ["a wrong method", (l) => request("DELETE /api/devices", [], "", l), 405, "wrong-method"],
  ...[
    ["with a type and no body", [json], ""],
    ["with a body that is no JSON", [json, "Content-Length: 2"], "{x"],
    ["with a type that is none", ["Content-Type: ;;", "Content-Length: 2"], "{}"],
  ].map(
    ([how, headers, body]): Wrong => [
      `a wrong method ${how}`,
      (l) => request("DELETE /api/devices", [headers].flat().map(String), String(body), l),
      405,
      "wrong-method",
    ],
  ),
];

describe("every wrong request gets an error in the one form", () => {
  it.each(WRONG)("%s", async (_, bytes, status, code) => {
    const { headers, body, ...answer } = await raw(bytes("en"));
    expect(answer.status).toBe(status);
    expect(headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    const problem = ProblemBody.strict().parse(JSON.parse(body));
    expect(problem).toMatchObject({ code, status, type: `/problems/${code}` });
    expect(ERRORS).toHaveProperty([code], status);
  });

  it.each(WRONG.filter(([, bytes]) => bytes("zh").includes("Accept-Language: zh")))(
    "and in the reader's language: %s",
    async (_, bytes) => {
      const { detail, title } = JSON.parse((await raw(bytes("zh"))).body);
      for (const text of [detail, title]) expect(text).toMatch(/\p{sc=Han}/u);
      expect(detail).not.toMatch(/FST_|[a-z]{3,} [a-z]{3,}/);
    },
  );

  it("a request that comes while Jia stops", async () => {
    const { app } = await testApi();
    let address = "";
    const answers: (readonly [number, unknown])[] = [];
    app.addHook("preClose", async () => {
      const answer = await fetch(`${address}/health`, { headers: { "accept-language": "zh" } });
      answers.push([answer.status, await answer.json()]);
    });
    address = await listening(app);
    await app.close();
    expect(answers).toMatchObject([[503, { code: "stopping", detail: "Jia 正在停止，请在重新启动后再试。" }]]);
  });

  it("a request that comes too slowly", () => {
    let said = "";
    const socket = new Duplex({
      read() {},
      write(piece, _, done) {
        said += String(piece);
        done();
      },
    });
    const rawPacket = Buffer.from("POST / HTTP/1.1\r\naccept-language: zh\r\n");
    connectionErrorHandlers([]).clientErrorHandler(
      Object.assign(new Error("late"), { code: "ERR_HTTP_REQUEST_TIMEOUT", rawPacket }),
      socket,
    );
    expect(said).toMatch(/^HTTP\/1.1 408 Request Timeout\r\n/);
    expect(JSON.parse(said.split("\r\n\r\n")[1] ?? "")).toMatchObject({
      code: "request-timeout",
      detail: "请求没有及时到达，请重新发送。",
    });
  });
});

describe("a request with wrong fields", () => {
  it("is told each field with its value and what to give, in the reader's language", async () => {
    const { app } = await testApi();
    const ask = async (language: string) =>
      (
        await app.inject({
          method: "POST",
          url: "/api/assistant",
          headers: { "accept-language": language },
          payload: { text: 7, rom: "kitchen", language: "french" },
        })
      ).json();
    const { field, value, fix, errors } = await ask("en");
    expect(field).toBe("text");
    expect(value).toBe(7);
    expect(fix).toMatch(/string|text/);
    expect(errors.map((each: { field: string }) => each.field)).toEqual(expect.arrayContaining(["text", "language"]));
    expect(JSON.stringify(errors)).toContain('did you mean \\"room\\"');
    expect((await ask("zh")).fix).toMatch(/\p{sc=Han}/u);
  });

  it("does not repeat a value that may be a secret", async () => {
    const { app } = await testApi();
    const answer = await app.inject({
      method: "POST",
      url: "/api/confirmations/x",
      payload: { yes: true, pin: 47_119 },
    });
    expect(answer.json().code).toBe("invalid-request");
    expect(answer.body).toContain('"field":"pin"');
    expect(answer.body).not.toContain("47119");
  });
});

describe("a method that an address does not have", () => {
  it.each([
    ["DELETE", "/api/devices", "GET, HEAD"],
    ["POST", "/health", "GET, HEAD"],
    ["PATCH", "/api/scenes/evening", "DELETE, GET, HEAD, PUT"],
    ["GET", "/api/assistant", "POST"],
    ["OPTIONS", "/api/timers?x=1", "GET, HEAD, POST"],
    ["PUT", "/api/devices/lamp/properties", "POST"],
    ["PROPFIND", "/docs", "GET, HEAD"],
  ])("%s %s is refused with the methods that it has", async (method, path, allow) => {
    const { status, headers, body } = await raw(request(`${method} ${path}`));
    expect([status, headers.get("allow")]).toEqual([405, allow]);
    expect(JSON.parse(body).detail).toContain(allow);
  });

  it("is not revealed without the token", async () => {
    const { app } = await testApi([], { token: "0123456789abcdef" });
    const answer = await app.inject({ method: "DELETE", url: "/api/devices" });
    expect([answer.statusCode, answer.headers["allow"]]).toEqual([401, undefined]);
    await app.close();
  });
});
