import { countTokens } from "gpt-tokenizer";
import { afterAll, describe, expect, it } from "vitest";
import { Questions } from "../../src/mcp/server/questions.ts";
import { createMcpTools } from "../../src/mcp/server/tools/index.ts";
import { Turns } from "../../src/mcp/server/turns.ts";
import { echo } from "../support/api.ts";
import { ManualClock } from "../support/clock.ts";
import { PlannerBench } from "../support/planner-bench.ts";

const clock = new ManualClock();
const bench = new PlannerBench([], "2026-11-24T12:00:00Z");
await bench.start();
afterAll(() => bench.close());
const { planner } = bench;
const tools = createMcpTools({ planner, turns: new Turns(echo, clock), questions: new Questions(clock), answerMs: 1 });
const listed = tools.map((tool) => tool.listed);

/** All objects of a schema. */
function nodes(value: unknown): Record<string, unknown>[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.values(value).flatMap(nodes);
  return Array.isArray(value) ? inner : [{ ...value }, ...inner];
}

describe("the tools for clients of MCP", () => {
  it("are at most 12, and the list costs a model less than 3,000 tokens", () => {
    expect(listed.length).toBeLessThanOrEqual(12);
    expect(countTokens(JSON.stringify({ tools: listed }))).toBeLessThan(3000);
  });

  it("have names and titles that every client takes, each its own", () => {
    for (const { name, title } of listed) {
      expect(name).toMatch(/^[a-z][a-z0-9_]{1,40}$/);
      expect(title.length).toBeLessThanOrEqual(40);
    }
    expect(new Set(listed.map(({ name }) => name)).size).toBe(listed.length);
  });

  it("have schemas of plain types alone: no references, no alternatives, no lists of types", () => {
    const known = new Set(["type", "description", "enum", "items", "properties", "required"]);
    for (const { inputSchema, outputSchema } of listed) {
      for (const schema of [inputSchema, outputSchema]) {
        const { properties, ...root } = schema;
        const parts = [root, ...Object.values(Object(properties))].flatMap(nodes);
        for (const part of parts.filter((each) => "type" in each)) {
          expect(typeof part["type"] === "string" || nodes(part["type"]).length > 0).toBe(true);
          expect(Object.keys(part).filter((key) => !known.has(key) && typeof part[key] !== "object")).toEqual([]);
        }
      }
    }
    expect(JSON.stringify(listed)).not.toMatch(/\$ref|oneOf|anyOf|allOf|\$defs|"type":\[/);
  });

  it("say which of them change nothing", () => {
    const reading = listed.filter(({ annotations }) => annotations.readOnlyHint).map(({ name }) => name);
    expect(reading).toEqual(["home_overview", "find_devices", "get_state", "list_plans", "history", "why"]);
  });

  it("take no PIN", () => {
    expect(JSON.stringify(listed.map(({ inputSchema }) => inputSchema))).not.toMatch(/"pin"/i);
  });
});
