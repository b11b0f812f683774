import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { examplesOnHome } from "../support/api-examples/home.ts";
import { recordedExamples } from "../support/api-examples/recorded.ts";
import { AnswerCheck } from "../support/fuzz/answer-check.ts";

let ran: Awaited<ReturnType<typeof examplesOnHome>>;
beforeAll(async () => {
  ran = await examplesOnHome();
}, 120_000);

/** Operations without an example: what they need is not in the simulated home, or they do not answer with JSON. */
const WITHOUT = [
  "acceptOutsideServer",
  "actOnNotice",
  "confirmCommands",
  "downloadBackup",
  "endMcpSession",
  "getCameraStill",
  "getMetrics",
  "listOutsideServers",
  "listenToMcp",
  "restart",
  "restoreBackup",
  "sendMcpMessage",
  "setPresenceByKey",
  "startPairing",
  "stopRun",
  "streamEvents",
  "streamRuns",
  "testChannel",
  "updateSettings",
  "uploadBackup",
];

/** The parts of recorded examples that do not differ from run to run: the requests, and the status of their answers. */
function requests(examples: Record<string, unknown>) {
  return Object.entries(examples).map(([operation, example]) => {
    const { query, body, status } = example as Record<string, unknown>;
    return { operation, query, body, status };
  });
}

describe("the examples of the API", () => {
  it("are there for every operation that can be tried on a simulated home", () => {
    const there = ran.run.map(({ operation }) => operation.operationId);
    const missing = ran.operations.map(({ operationId }) => operationId).filter((id) => !there.includes(id));
    expect(missing.sort()).toEqual([...WITHOUT].sort());
  });

  it("succeed, and are answered as the document declares", () => {
    const check = new AnswerCheck(ran.schemas);
    const wrong = ran.run.flatMap(({ operation, status, type, text }) => {
      const problem = status < 300 ? check.problem(operation, { status, type, text }, false) : text.slice(0, 300);
      return problem === null ? [] : [`${operation.operationId}: ${status} ${problem}`];
    });
    expect(wrong).toEqual([]);
  });

  it("stand in the document as they were run (npm run examples records them)", () => {
    const recorded = JSON.parse(readFileSync("src/api/examples.json", "utf8")) as Record<string, unknown>;
    expect(requests(recorded)).toEqual(requests(recordedExamples(ran.run)));
    const shown = ran.operations.filter(({ requestBody }) => requestBody?.content["application/json"]?.["example"]);
    expect(shown.length).toBeGreaterThan(35);
  });
});
