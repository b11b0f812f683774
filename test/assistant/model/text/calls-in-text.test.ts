import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseTextCalls } from "../../../../src/assistant/model/text/calls-in-text.ts";
import { createTools } from "../../../../src/assistant/tools/index.ts";
import { prompts, simulatedHome, testAssistant } from "../../../support/assistant.ts";
import { ModelServer, words } from "../../../support/model-server.ts";

const server = new ModelServer();
beforeAll(() => server.start());
afterAll(() => server.stop());

const CALL = '{"name": "set_properties", "arguments": {"device": "kitchen-ceiling", "property": "on", "value": true}}';

describe("a tool call written as text", () => {
  const tools = createTools(simulatedHome().home, prompts);

  it.each([
    CALL,
    `<tool_call>\n${CALL}\n</tool_call>`,
    `\`\`\`json\n${CALL}\n\`\`\``,
    `[${CALL}]`,
    '{"function": {"name": "get_state", "arguments": "{\\"kind\\": \\"light\\"}"}}',
    '{"tool": "get_state", "input": {"kind": "light"}}',
    'get_state({"kind": "light"})',
  ])("counts as a call when nothing else is there: %s", (text) => {
    expect(parseTextCalls(text, tools)).toHaveLength(1);
  });

  it("may be one of several", () => {
    expect(parseTextCalls(`<tool_call>${CALL}</tool_call>\n<tool_call>${CALL}</tool_call>`, tools)).toHaveLength(2);
  });

  it.each([
    `I turn it on. ${CALL}`,
    `A call looks like this: ${CALL}`,
    '{"name": "open_all_doors", "arguments": {}}',
    '{"name": "set_properties", "arguments": {"writes": []}}',
    '{"name": "set_properties", "arguments": {"writes": [{"device": "kitchen-ceiling"',
    "get_state",
    '{"kitchen": "light"}',
    `${"[".repeat(2000)}`,
  ])("is no call beside other words, for an unknown tool or with invalid arguments: %s", (text) => {
    expect(parseTextCalls(text, tools)).toEqual([]);
  });

  it.each([
    ["kitchen, bright!", "The kitchen light is on."],
    ["厨房亮起来！", "厨房的灯开了。"],
  ])("runs, and the person hears of its effect and not of the call: %s", async (text, reply) => {
    const { assistant, home } = testAssistant(server);
    server.play(words(CALL), words(reply));
    const result = await assistant.ask({ text });
    expect(result.outcomes).toMatchObject([{ device: "miot:kitchen-ceiling", value: true, status: "confirmed" }]);
    expect(result.reply).toBe(reply);
    expect(home.device("kitchen-ceiling")?.state.get("light.on")?.value).toBe(true);
  });
});
