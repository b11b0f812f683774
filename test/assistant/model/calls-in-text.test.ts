import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { callsInText } from "../../../src/assistant/model/calls-in-text.ts";
import { createTools } from "../../../src/assistant/tools/index.ts";
import { prompts, simulatedHome, testAssistant } from "../../support/assistant.ts";
import { ModelServer, words } from "../../support/model-server.ts";

const server = new ModelServer();
beforeAll(() => server.start());
afterAll(() => server.stop());

const CALL = '{"name": "set_properties", "arguments": {"device": "kitchen-ceiling", "property": "on", "value": true}}';

describe("a call that a model writes as text", () => {
  const tools = createTools(simulatedHome().home, prompts);

  it.each([
    CALL,
    `<tool_call>\n${CALL}\n</tool_call>`,
    `\`\`\`json\n${CALL}\n\`\`\``,
    `[${CALL}]`,
    '{"function": {"name": "get_state", "arguments": "{\\"kind\\": \\"light\\"}"}}',
    '{"tool": "get_state", "input": {"kind": "light"}}',
    'get_state({"kind": "light"})',
  ])("is one where there is nothing else: %s", (text) => {
    expect(callsInText(text, tools)).toHaveLength(1);
  });

  it("may be several", () => {
    expect(callsInText(`<tool_call>${CALL}</tool_call>\n<tool_call>${CALL}</tool_call>`, tools)).toHaveLength(2);
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
  ])("is none beside other words, of an unknown tool, or with arguments that it does not take: %s", (text) => {
    expect(callsInText(text, tools)).toEqual([]);
  });

  it.each([
    ["kitchen, bright!", "The kitchen light is on."],
    ["厨房亮起来！", "厨房的灯开了。"],
  ])("is made, and the person hears of what it did and not of the call: %s", async (text, reply) => {
    const { assistant, home } = testAssistant(server);
    server.play(words(CALL), words(reply));
    const result = await assistant.ask({ text });
    expect(result.outcomes).toMatchObject([{ device: "miot:kitchen-ceiling", value: true, status: "confirmed" }]);
    expect(result.reply).toBe(reply);
    expect(home.device("kitchen-ceiling")?.state.get("light.on")?.value).toBe(true);
  });
});
