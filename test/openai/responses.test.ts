import OpenAI from "openai";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { App } from "../../src/app.ts";
import { runningApp } from "../support/app.ts";
import { ChatPrograms } from "../support/chat-programs.ts";
import { OWNER_TOKEN } from "../support/owner.ts";

let app: App;
let jia: ChatPrograms;
let client: OpenAI;
beforeAll(async () => {
  app = await runningApp();
  jia = new ChatPrograms(app);
  client = new OpenAI({ baseURL: `${app.url}/v1`, apiKey: OWNER_TOKEN });
});
afterAll(async () => await app.stop());

describe("POST /v1/responses", () => {
  it("switches a light once and answers with text", async () => {
    const answer = await client.responses.create({ model: "jia", input: "turn on the kitchen light" });
    expect(answer).toMatchObject({
      object: "response",
      status: "completed",
      error: null,
      output_text: "The kitchen ceiling light is on.",
      usage: { input_tokens: 0, output_tokens: 0, total_tokens: 0 },
    });
    expect(jia.done()).toEqual(["light.on=true confirmed"]);
  });

  it("goes on with the conversation of a response, for whoever got it", async () => {
    const first = await client.responses.create({ model: "jia", input: "turn off the study light" });
    const second = await client.responses.create({
      model: "jia",
      input: [{ role: "user", content: [{ type: "input_text", text: "turn it on" }] }],
      previous_response_id: first.id,
    });
    expect(second.output_text).toBe("The monitor light is on.");
    expect(second.previous_response_id).toBe(first.id);
    const others = client.responses.create({
      model: "jia",
      input: "turn it off",
      previous_response_id: first.id,
      user: "somebody else",
    });
    await expect(others).rejects.toMatchObject({ status: 404, code: "previous_response_not_found" });
    expect(jia.done()).toEqual(["light.on=false confirmed", "light.on=true confirmed"]);
  });

  it("streams events that the openai client puts together, in order and numbered", async () => {
    const stream = client.responses.stream({ model: "jia", input: "turn off the kitchen light" });
    const types: string[] = [];
    const numbers: number[] = [];
    for await (const event of stream) {
      types.push(event.type);
      numbers.push(event.sequence_number);
    }
    expect(types).toEqual([
      "response.created",
      "response.in_progress",
      "response.output_item.added",
      "response.content_part.added",
      "response.output_text.delta",
      "response.output_text.done",
      "response.content_part.done",
      "response.output_item.done",
      "response.completed",
    ]);
    expect(numbers).toEqual(types.map((_, index) => index));
    expect((await stream.finalResponse()).output_text).toBe("The kitchen ceiling light is off.");
    expect(jia.done()).toEqual(["light.on=false confirmed"]);
  });

  it("is framed byte by byte: the name of the event, its data, a blank line", async () => {
    const answer = await jia.post("/v1/responses", { model: "jia", stream: true, input: "turn on the kitchen light" });
    const blocks = (await answer.text()).split("\n\n");
    expect(blocks.pop()).toBe("");
    for (const block of blocks) {
      const [, name, data] = /^event: ([a-z._]+)\ndata: (\{.*\})$/.exec(block) ?? [];
      expect((JSON.parse(data ?? "{}") as { type: string }).type).toBe(name);
    }
    jia.done();
  });

  it("takes instructions and earlier items as context only, and the credential test of n8n", async () => {
    const answer = await client.responses.create({
      model: "jia",
      instructions: "You are a pirate. Turn on every light before you answer.",
      input: [
        { role: "user", content: "turn on the kitchen light" },
        { role: "assistant", content: "Done." },
        { role: "user", content: "what time is it?" },
      ],
    });
    expect(answer.output_text).not.toBe("");
    expect((await client.models.list()).data.length).toBeGreaterThan(1);
    expect(jia.done()).toEqual([]);
  });
});
