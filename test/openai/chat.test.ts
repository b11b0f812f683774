import OpenAI from "openai";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { App } from "../../src/app.ts";
import { runningApp } from "../support/app.ts";
import { ChatPrograms, messagesOf } from "../support/chat-programs.ts";
import { OWNER_TOKEN, ownerFetch } from "../support/owner.ts";

let app: App;
let jia: ChatPrograms;
let client: OpenAI;
beforeAll(async () => {
  app = await runningApp();
  jia = new ChatPrograms(app);
  client = new OpenAI({ baseURL: `${app.url}/v1`, apiKey: OWNER_TOKEN });
});
afterAll(async () => await app.stop());

describe("the openai client", () => {
  it("lists jia and a model for each room, and reads one", async () => {
    const names = (await client.models.list()).data.map(({ id }) => id);
    expect(names.slice(0, 2)).toEqual(["jia", "jia:living"]);
    expect(names).toHaveLength(1 + app.home.layout.rooms.length);
    expect(await client.models.retrieve("jia:kitchen:zh")).toMatchObject({ id: "jia:kitchen:zh", object: "model" });
  });

  it("switches a light once and gets the reply with its outcome, and no tokens where no model ran", async () => {
    jia.done();
    const answer = await client.chat.completions.create({
      model: "jia",
      messages: [{ role: "user", content: "turn on the kitchen light" }],
    });
    expect(answer.choices).toMatchObject([
      {
        index: 0,
        finish_reason: "stop",
        message: { role: "assistant", content: "The kitchen ceiling light is on." },
      },
    ]);
    expect(answer.usage).toMatchObject({ prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 });
    expect(jia.done()).toEqual(["light.on=true confirmed"]);
  });

  it("streams the same reply", async () => {
    jia.done();
    const stream = client.chat.completions.stream({
      model: "jia",
      stream_options: { include_usage: true },
      messages: [{ role: "user", content: "turn off the kitchen light" }],
    });
    const last = await stream.finalChatCompletion();
    expect(last.choices[0]).toMatchObject({
      finish_reason: "stop",
      message: { content: "The kitchen ceiling light is off." },
    });
    expect(last.usage).toMatchObject({ total_tokens: 0 });
    expect(jia.done()).toEqual(["light.on=false confirmed"]);
  });

  it("gets errors as errors of its own", async () => {
    const unknown = client.chat.completions.create({
      model: "jia:cellar",
      messages: [{ role: "user", content: "hi" }],
    });
    await expect(unknown).rejects.toMatchObject({ status: 404, code: "model_not_found", param: "model" });
    await expect(unknown).rejects.toThrow(/jia:kitchen/);
    const twice = client.chat.completions.create({ model: "jia", n: 2, messages: [{ role: "user", content: "hi" }] });
    await expect(twice).rejects.toMatchObject({ status: 400, type: "invalid_request_error", param: "n" });
    const forced = client.chat.completions.create({
      model: "jia",
      tools: [{ type: "function", function: { name: "light" } }],
      tool_choice: "required",
      messages: [{ role: "user", content: "turn on the kitchen light" }],
    });
    await expect(forced).rejects.toMatchObject({ status: 400, param: "tool_choice" });
    expect(jia.done()).toEqual([]);
  });
});

it("room and language come from the name of the model", async () => {
  jia.done();
  expect(await jia.say(["turn on the light"], { model: "jia:kitchen" })).toBe("The kitchen ceiling light is on.");
  expect(await jia.say(["turn on the kitchen light"], { model: "jia:zh" })).toMatch(/厨房/);
  expect(await jia.say(["关灯"], { model: "jia:厨房:zh" })).toMatch(/关/);
  expect(jia.done()).toHaveLength(3);
});

it("the audit names the program: by X-Jia-Client, by Open WebUI's headers, or by its User-Agent", async () => {
  jia.executions();
  await jia.say(["turn on the kitchen light"], {}, { "x-jia-client": "kitchen tablet" });
  await jia.say(["turn off the kitchen light"], {}, { "x-openwebui-user-name": "Ann" });
  await jia.say(
    ["turn on the kitchen light", "Done.", "turn on the kitchen light"],
    {},
    { "user-agent": "OpenAI/JS 7.57.0" },
  );
  expect(jia.executions().map(({ origin }) => "client" in origin && origin.client)).toEqual([
    "kitchen tablet",
    "Open WebUI",
    "OpenAI",
  ]);
});

describe("the stream", () => {
  it("is framed byte by byte as clients read it: the role first, the reason to stop last, usage only when asked for", async () => {
    for (const usage of [false, true]) {
      await jia.say(["turn off the kitchen light"]);
      const answer = await jia.post("/v1/chat/completions", {
        model: "jia",
        stream: true,
        messages: messagesOf("turn on the kitchen light"),
        ...(usage && { stream_options: { include_usage: true } }),
      });
      expect(answer.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
      const text = await answer.text();
      const { id, created } = JSON.parse(/^data: (\{.*\})\n\n/.exec(text)?.[1] ?? "{}") as {
        id: string;
        created: number;
      };
      const chunk = (delta: string, finish: string) =>
        `data: {"id":"${id}","object":"chat.completion.chunk","created":${created},"model":"jia",` +
        `"choices":[{"index":0,"delta":${delta},"logprobs":null,"finish_reason":${finish}}]${usage ? ',"usage":null' : ""}}\n\n`;
      const counts =
        '{"prompt_tokens":0,"completion_tokens":0,"total_tokens":0,"prompt_tokens_details":{"cached_tokens":0}}';
      expect(text).toBe(
        chunk('{"role":"assistant","content":""}', "null") +
          chunk('{"content":"The kitchen ceiling light is on."}', "null") +
          chunk("{}", '"stop"') +
          (usage
            ? `data: {"id":"${id}","object":"chat.completion.chunk","created":${created},"model":"jia","choices":[],"usage":${counts}}\n\n`
            : "") +
          "data: [DONE]\n\n",
      );
    }
  });
});

describe("errors", () => {
  it("all have OpenAI's form", async () => {
    const of = async (method: string, path: string, body?: string, type = "application/json") => {
      const answer = await ownerFetch(jia.url + path, {
        method,
        ...(body !== undefined && { body, headers: { "content-type": type } }),
      });
      const { error } = (await answer.json()) as { error: Record<string, unknown> };
      expect(Object.keys(error), path).toEqual(["message", "type", "param", "code"]);
      return [answer.status, error["code"], answer.headers.get("content-type")?.split(";")[0]];
    };
    const chat = "/v1/chat/completions";
    expect(await of("POST", chat, "{")).toEqual([400, "invalid_request", "application/json"]);
    expect(await of("POST", chat, "{}")).toEqual([400, "invalid_request", "application/json"]);
    expect(await of("POST", chat, "a", "text/plain")).toEqual([415, "unsupported_media_type", "application/json"]);
    expect(await of("POST", chat, " ".repeat(4_200_000))).toEqual([413, "too_large", "application/json"]);
    expect(await of("GET", chat)).toEqual([405, "wrong_method", "application/json"]);
    expect(await of("GET", "/v1")).toEqual([404, "not_found", "application/json"]);
    expect(await of("POST", "/v1/embeddings", "{}")).toEqual([404, "not_found", "application/json"]);
    expect(await of("GET", "/v1/models/gpt-4o")).toEqual([404, "model_not_found", "application/json"]);
    expect(await of("GET", "/v1/models/%zz")).toEqual([400, "invalid_request", "application/json"]);
  });

  it("name the right addresses in the language of the client", async () => {
    const told = async (language: string) => {
      const answer = await ownerFetch(`${jia.url}/v1/complete`, { headers: { "accept-language": language } });
      return ((await answer.json()) as { error: { message: string } }).error.message;
    };
    expect(await told("en")).toBe(
      "There is no GET /v1/complete here, only GET /v1/models, POST /v1/chat/completions and POST /v1/responses.",
    );
    expect(await told("zh")).toBe(
      "没有 GET /v1/complete，只有 GET /v1/models、POST /v1/chat/completions 和 POST /v1/responses。",
    );
  });
});
