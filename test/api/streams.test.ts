import { EventSourceParserStream } from "eventsource-parser/stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { App } from "../../src/app.ts";
import { runningApp } from "../support/app.ts";
import { AnswerCheck } from "../support/fuzz/answer-check.ts";
import { type ApiOperation, operationsOf } from "../support/fuzz/api-operations.ts";
import { ownerFetch } from "../support/owner.ts";

let app: App;
let operations: readonly ApiOperation[];
let check: AnswerCheck;
beforeAll(async () => {
  app = await runningApp();
  const read = operationsOf(await (await ownerFetch(`${app.url}/openapi.json`)).json());
  operations = read.operations;
  check = new AnswerCheck(read.schemas);
});
afterAll(async () => await app?.stop());

const post = (body: unknown, accept = "application/json") => ({
  method: "POST",
  headers: { "content-type": "application/json", accept },
  body: JSON.stringify(body),
});

/** The events of a stream that the document does not describe, and the names of all, until one of `last` came. */
async function eventsOf(operationId: string, answer: Response, last: readonly string[]) {
  const operation = operations.find((each) => each.operationId === operationId);
  const wrong: string[] = [];
  const names: string[] = [];
  const events = answer.body?.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream());
  for await (const { event = "", data } of events ?? []) {
    names.push(event);
    const text = JSON.stringify({ event, data: z.json().parse(JSON.parse(data)) });
    const problem = operation ? check.eventProblem(operation, text) : "no such operation";
    if (problem !== null) wrong.push(`${event}: ${problem}`);
    if (last.includes(event)) break;
  }
  return { wrong, names };
}

describe("events of streams are as the document describes them", () => {
  it("in a turn", async () => {
    const said = post({ text: "turn on the kitchen light" }, "text/event-stream");
    const { wrong, names } = await eventsOf("say", await ownerFetch(`${app.url}/api/assistant`, said), ["done"]);
    expect(wrong).toEqual([]);
    expect(names).toEqual(expect.arrayContaining(["started", "outcome", "text", "done"]));
  });

  it("in the home", async () => {
    const answer = await ownerFetch(`${app.url}/api/events`);
    const path = "/api/devices/living-floor-lamp/properties";
    await ownerFetch(`${app.url}${path}`, post({ properties: { "light.on": true, "light.brightness": 44 } }));
    const { wrong, names } = await eventsOf("streamEvents", answer, ["executed"]);
    expect(wrong).toEqual([]);
    expect(names).toContain("property-changed");
  });

  it("in the runs", async () => {
    const answer = await ownerFetch(`${app.url}/api/runs/events`);
    const steps = [{ target: "living-floor-lamp", set: { "light.on": false } }];
    await ownerFetch(`${app.url}/api/scenes`, post({ name: "Dark", steps }));
    await ownerFetch(`${app.url}/api/scenes/dark/activate`, post({}));
    const { wrong, names } = await eventsOf("streamRuns", answer, ["run-finished"]);
    expect(wrong).toEqual([]);
    expect(names).toEqual(expect.arrayContaining(["definitions-changed", "run-started"]));
  });

  it("in a turn that fails", async () => {
    const said = post({ text: "hello", conversation: "gone", existing: true }, "text/event-stream");
    const answer = await ownerFetch(`${app.url}/api/assistant`, said);
    const { wrong, names } = await eventsOf("say", answer, ["error"]);
    expect([wrong, names.at(-1)]).toEqual([[], "error"]);
  });
});
