import OpenAI from "openai";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { App } from "../../src/app.ts";
import { runningApp } from "../support/app.ts";
import { ChatPrograms } from "../support/chat-programs.ts";

const TOKEN = "a-token-of-this-home";

let app: App;
let jia: ChatPrograms;
beforeAll(async () => {
  app = await runningApp({ JIA_TOKEN: TOKEN });
  jia = new ChatPrograms(app);
});
beforeEach(() => void jia.done());
afterAll(async () => await app.stop());

const key = { authorization: `Bearer ${TOKEN}` };

/** What a client without a parser of its own reads: each line is `data: ` and JSON, or blank, until [DONE]. */
function deltas(stream: string): string {
  const lines = stream.split("\n").filter((line) => line !== "");
  expect(lines.every((line) => line.startsWith("data: "))).toBe(true);
  expect(lines.pop()).toBe("data: [DONE]");
  const chunks = lines.map((line) => JSON.parse(line.slice("data: ".length)) as Chunk);
  return chunks.map(({ choices }) => choices[0]?.delta.content ?? "").join("");
}
interface Chunk {
  readonly choices: readonly { readonly delta: { readonly content?: string } }[];
}

async function json(answer: Response): Promise<{ choices: { message: { content: string } }[] }> {
  expect(answer.status).toBe(200);
  return (await answer.json()) as { choices: { message: { content: string } }[] };
}

describe("Open WebUI", () => {
  const agent = { ...key, "user-agent": "Python/3.11 aiohttp/3.11.11", "x-openwebui-chat-id": "7f0a" };
  const title =
    '### Task:\nGenerate a title.\n### Output:\nJSON format: { "title": "…" }\n### Chat History:\n<chat_history>\nUSER: toggle the kitchen light\nASSISTANT: Done.\n</chat_history>';
  const task = (content: string) =>
    jia.post(
      "/v1/chat/completions",
      { model: "jia", stream: false, max_completion_tokens: 1000, messages: [{ role: "user", content }] },
      agent,
    );

  it("switches the light once, though titles, tags and questions are asked for beside it", async () => {
    const chat = jia.post(
      "/v1/chat/completions",
      {
        stream: true,
        model: "jia",
        messages: [{ role: "user", content: "toggle the kitchen light" }],
        stream_options: { include_usage: true },
      },
      agent,
    );
    const [said, ...tasks] = await Promise.all([
      chat,
      task(title),
      task(title.replace('"title"', '"tags"')),
      task(title.replace('"title"', '"follow_ups"')),
    ]);
    expect(deltas(await said.text())).toMatch(/^The kitchen ceiling light is (on|off)\.$/);
    const answers = await Promise.all(tasks.map(async (each) => (await json(each)).choices[0]?.message.content));
    expect(answers).toEqual(['{"title":"Toggle the kitchen light"}', '{"tags":["Home"]}', '{"follow_ups":[]}']);
    expect(jia.done()).toHaveLength(1);
  });

  it("a task leaves the question of the chat open", async () => {
    const say = async (content: string) =>
      (
        await json(
          await jia.post("/v1/chat/completions", { model: "jia", messages: [{ role: "user", content }] }, agent),
        )
      ).choices[0]?.message.content;
    expect(await say("unlock the front door")).toMatch(/\?$/);
    await task(title);
    await say("yes");
    expect(jia.done()).toHaveLength(2);
  });
});

it("LibreChat: a chat with a header of its own, and the title of it", async () => {
  const messages = [
    { role: "system", content: "You are LibreChat." },
    { role: "user", content: [{ type: "text", text: "turn on the kitchen light" }] },
  ];
  const body = { model: "jia", user: "65f2", stream: true, temperature: 1, top_p: 1, presence_penalty: 0, messages };
  expect(deltas(await (await jia.post("/v1/chat/completions", body, key)).text())).toMatch(/ on\.$/);
  const content =
    "Provide a concise title for the conversation.\n\nConversation:\nUser: turn on the kitchen light\nAI: It is on.";
  const title = await jia.post("/v1/chat/completions", { model: "jia", messages: [{ role: "user", content }] }, key);
  expect((await json(title)).choices[0]?.message.content).toBe("Turn on the kitchen light");
  expect(jia.done()).toHaveLength(1);
});

it("n8n: its credential test reads the models, its node calls the responses", async () => {
  expect((await fetch(`${jia.url}/v1/models`, { headers: key })).status).toBe(200);
  const client = new OpenAI({ baseURL: `${jia.url}/v1`, apiKey: TOKEN });
  const answer = await client.responses.create({
    model: "jia",
    input: [
      { role: "system", content: "You are an assistant in a workflow." },
      { role: "user", content: "turn off the kitchen light" },
    ],
    text: { format: { type: "text" } },
    max_output_tokens: 500,
    metadata: { workflow: "evening" },
  });
  expect(answer.output_text).toMatch(/ off\.$/);
  expect(answer.metadata).toEqual({ workflow: "evening" });
  expect(jia.done()).toHaveLength(1);
});

it("mi-gpt: a base address without /v1, a persona with the history, time and name before the sentence; its memory does nothing", async () => {
  const client = new OpenAI({ baseURL: jia.url, apiKey: TOKEN });
  const stream = await client.chat.completions.create({
    model: "jia",
    stream: true,
    messages: [
      {
        role: "system",
        content: "你扮演傻妞。\n## 聊天历史回顾\n<start>\n2026年11月30日星期一 08:00 小明: 关掉厨房的灯\n</end>",
      },
      { role: "user", content: "2026年11月30日星期一 08:01 小明: 打开厨房的灯" },
    ],
  });
  let said = "";
  for await (const chunk of stream) said += chunk.choices[0]?.delta.content ?? "";
  expect(said).toMatch(/厨房.*开/);
  const memory = await client.chat.completions.create({
    model: "jia",
    response_format: { type: "json_object" },
    messages: [
      {
        role: "user",
        content:
          '你是记忆大师\n## 最新对话\n2026年11月30日星期一 08:01 小明: 打开厨房的灯\n## 回复格式\n{"shortTermMemories": "…"}',
      },
    ],
  });
  expect(memory.choices[0]?.message.content).toBe("{}");
  expect(jia.done()).toHaveLength(1);
});

it("xiaogpt: its prompt behind the sentence, and a history of which it keeps the first and the last five", async () => {
  const history: [string, string][] = [];
  const ask = async (text: string) => {
    const query = `${text}，以下请用100字以内回答，请只回答文字不要带链接`;
    const before = history.flatMap(([q, a]) => [
      { role: "user", content: q },
      { role: "assistant", content: a },
    ]);
    const answer = await jia.post(
      "/v1/chat/completions",
      { model: "jia", messages: [...before, { role: "user", content: query }] },
      key,
    );
    const said = (await json(answer)).choices[0]?.message.content ?? "";
    history.push([query, said]);
    history.splice(0, history.length, ...history.slice(0, 1), ...history.slice(1).slice(-5));
    return said;
  };
  await ask("打开厨房的灯");
  for (let turn = 0; turn < 7; turn += 1) await ask(turn % 2 === 0 ? "把它关掉" : "把它打开");
  expect(jia.done()).toHaveLength(8);
});

it("extended_openai_conversation of Home Assistant: functions and tools are accepted and not called", async () => {
  const functions = [{ name: "execute_services", description: "…", parameters: { type: "object", properties: {} } }];
  const base = {
    model: "jia",
    max_tokens: 150,
    top_p: 1,
    temperature: 0.5,
    user: "01J0",
    messages: [
      {
        role: "system",
        content: "I want you to act as smart home manager.\nAvailable devices:\n```csv\nentity_id,name,state\n```",
      },
      { role: "user", content: "turn on the kitchen light" },
    ],
  };
  await json(await jia.post("/v1/chat/completions", { ...base, functions, function_call: "auto" }, key));
  const more = {
    ...base,
    user: "01J1",
    tools: functions.map((each) => ({ type: "function", function: each })),
    tool_choice: "auto",
  };
  await json(await jia.post("/v1/chat/completions", more, key));
  expect(jia.done()).toHaveLength(2);
  const forced = await jia.post(
    "/v1/chat/completions",
    { ...more, tool_choice: { type: "function", function: { name: "a" } } },
    key,
  );
  expect(forced.status).toBe(400);
});

it("Python: chunks of the old client, which reads lines and knows no comments", async () => {
  const answer = await jia.post(
    "/chat/completions",
    { model: "jia", stream: true, messages: [{ role: "user", content: "turn on the kitchen light" }] },
    { ...key, "user-agent": "OpenAI/v1 PythonBindings/0.27.8" },
  );
  expect(deltas(await answer.text())).toMatch(/ on\.$/);
});

describe("a request that is not from a person", () => {
  it.each([
    [
      "a prefilled answer",
      [
        { role: "user", content: "turn on the lamp" },
        { role: "assistant", content: "Sure" },
      ],
    ],
    [
      "the result of a tool",
      [
        { role: "user", content: "turn on the lamp" },
        { role: "tool", tool_call_id: "a", content: "ok" },
      ],
    ],
    [
      "a system prompt behind the chat",
      [
        { role: "user", content: "turn on the lamp" },
        { role: "system", content: "Sum up." },
      ],
    ],
  ])("%s does nothing", async (_, messages) => {
    const { choices } = await json(await jia.post("/v1/chat/completions", { model: "jia", messages }, key));
    expect(choices[0]?.message.content).not.toBe("");
    expect(jia.done()).toEqual([]);
  });
});

it("a picture does nothing and is told in the person's language; an empty message is asked about", async () => {
  const picture = (text: string) =>
    jia.say(
      [
        {
          role: "user",
          content: [
            { type: "text", text },
            { type: "image_url", image_url: { url: "data:," } },
          ],
        },
      ],
      {},
      key,
    );
  expect(await picture("turn on the lamp like this")).toBe(
    "I can only read text. Tell me without the picture or file.",
  );
  expect(await picture("像这样开灯")).toBe("我只看得懂文字，请不要带图片或文件，直接说要做什么。");
  expect(await jia.say([{ role: "user", content: "" }], {}, key)).not.toBe("");
  expect(await jia.say([{ role: "user", content: null }], {}, key)).not.toBe("");
  expect(jia.done()).toEqual([]);
});

it("every field that clients set is accepted", async () => {
  const fields = {
    ...{
      temperature: 0.7,
      top_p: 1,
      n: 1,
      stop: ["\n"],
      max_tokens: 5,
      max_completion_tokens: 5,
      seed: 7,
      logprobs: false,
    },
    ...{ presence_penalty: 0, frequency_penalty: 0, logit_bias: {}, user: "a", metadata: null, store: false },
    ...{
      response_format: { type: "json_object" },
      reasoning_effort: "low",
      parallel_tool_calls: true,
      tools: [],
      tool_choice: "none",
    },
    ...{
      service_tier: "auto",
      modalities: ["text"],
      stream_options: null,
      enable_thinking: false,
      something_new: { a: 1 },
    },
  };
  expect(await jia.say(["turn on the kitchen light"], fields, key)).toMatch(/ on\.$/);
});

it("a long history is read, and a key is needed", async () => {
  const long = Array.from({ length: 3000 }, (_, index) => ({
    role: index % 2 ? "assistant" : "user",
    content: `message ${index} ${"x".repeat(300)}`,
  }));
  const messages = [...long, { role: "user", content: "turn on the kitchen light" }];
  expect(
    (await json(await jia.post("/v1/chat/completions", { model: "jia", messages }, key))).choices[0]?.message.content,
  ).toMatch(/ on\.$/);
  for (const headers of [{}, { authorization: "Bearer wrong" }]) {
    const refused = await jia.post("/v1/chat/completions", { model: "jia", messages: messages.slice(-1) }, headers);
    expect([refused.status, ((await refused.json()) as { error: { code: string } }).error.code]).toEqual([
      401,
      "invalid_api_key",
    ]);
  }
  expect(jia.done()).toHaveLength(1);
});
