import { describe, expect, it } from "vitest";
import { createTools, smallTools } from "../../../src/assistant/tools/index.ts";
import { currentValue } from "../../../src/home/index.ts";
import { prompts, testAssistant } from "../../support/assistant.ts";
import { calls, words } from "../../support/model-server.ts";
import { planningIn } from "../../support/speak.ts";
import { strictModelServer } from "../../support/strict-model-server.ts";

const server = strictModelServer();
const body = (round: number) => server.requests[round]?.body;

describe("a small model", () => {
  it.each([
    ["en", "it is gloomy in the kitchen", /^You are Jia, the voice of the home/, "The kitchen light is on."],
    ["zh", "厨房有点暗呀", /^你是家（Jia），/, "厨房的灯开了。"],
  ])("gets shorter rules with examples and flat tools: %s", async (_, text, rules, say) => {
    const { assistant, home } = testAssistant(server, { small: true });
    const args = { device: "kitchen-ceiling", property: "light.on", value: true, say };
    server.play(calls([{ tool: "set_device", args }]));
    expect((await assistant.ask({ text })).reply).toBe(say);
    const light = home.device("kitchen-ceiling");
    expect(light && currentValue(light, "light.on")).toBe(true);
    expect(body(0)?.messages[0]?.content).toMatch(rules);
    const offered = body(0)?.tools?.map(({ function: { name } }) => name);
    expect(offered).toEqual(["set_device", "invoke_action", "get_state", "find_devices"]);
  });

  it("sets several devices with several calls, in their order", async () => {
    const { assistant } = testAssistant(server, { small: true });
    const set = (device: string) => ({ tool: "set_device", args: { device, property: "light.on", value: false } });
    server.play(calls([set("living-lamp"), set("living-ceiling")]), words("Both lights are off."));
    const result = await assistant.ask({ text: "we have seen enough of this room" });
    expect(result.outcomes.map(({ device }) => device)).toEqual(["miot:living-lamp", "miot:living-ceiling"]);
    expect(result.reply).toBe("Both lights are off.");
  });

  it.each<[Record<string, unknown>, object, RegExp]>([
    [{ name: "Lights out", when: "23:00" }, { type: "time", at: "23:00" }, /23:00|11/],
    [{ name: "Dusk", when: "sunset" }, { type: "sun", event: "sunset" }, /sunset/],
    [
      { name: "Door", device: "hall-lock", property: "lock.locked", value: false },
      { type: "property", property: "lock.locked", to: false },
      /lock/,
    ],
  ])("saves an automation with one trigger: %j", async (given, trigger, asked) => {
    const { home, planner, context } = await planned();
    const tools = smallTools(createTools(home, prompts, { planner }), prompts);
    const tool = tools.find(({ name }) => name === "save_automation");
    const lamp = home.devices.find(({ spec }) => spec.kind === "light");
    const lock = home.devices.find(({ spec }) => spec.kind === "lock");
    const rule = { ...given, ...("device" in given && { device: lock?.handle }) };
    const prepared = tool?.prepare({ ...rule, do: [{ device: lamp?.handle, property: "light.on", value: false }] });
    const result = await prepared?.run(context);
    expect(result?.failures).toEqual([]);
    expect(result?.approval?.question).toMatch(asked);
    expect(prepared?.arguments["triggers"]).toMatchObject([trigger]);
  });
});

describe("a server that enforces a JSON Schema", () => {
  it.each([
    ["set_device", { device: "living-lamp", property: "on" }, '{"device": "HANDLE", "property": "on", "value": true}'],
    ["save_automation", { name: "A", day: 3, do: "x" }, '"when": "07:00"'],
    ["get_state", { thing: "lamp" }, '{"device": "HANDLE"} or {"room": "ROOM"}'],
  ] as const)("is told the form that it was shown where its call of %s is wrong", async (name, args, form) => {
    const { home, planner } = await planned();
    const tool = smallTools(createTools(home, prompts, { planner }), prompts).find((each) => each.name === name);
    expect(() => tool?.prepare(args)).toThrow(
      expect.objectContaining({
        details: expect.objectContaining({
          detail: expect.objectContaining({ values: expect.objectContaining({ form: expect.stringContaining(form) }) }),
        }),
      }),
    );
  });

  it("gets the schema instead of tools, and its calls run", async () => {
    const { assistant } = testAssistant(server, { small: true, constrained: true, options: { openRouter: false } });
    const made = { tool: "set_device", arguments: { device: "kitchen-ceiling", property: "light.on", value: true } };
    server.play(
      words(JSON.stringify({ calls: [made], say: "" })),
      words(JSON.stringify({ calls: [], say: "The kitchen light is on." })),
    );
    const result = await assistant.ask({ text: "it is gloomy in the kitchen" });
    expect(result.reply).toBe("The kitchen light is on.");
    expect(result.outcomes.map(({ status }) => status)).toEqual(["confirmed"]);
    expect(body(0)?.tools).toBeUndefined();
    expect(body(0)?.["response_format"]).toMatchObject({ type: "json_schema", json_schema: { name: "answer" } });
    expect(body(0)?.messages[0]?.content).toContain("- set_device: ");
    expect(body(1)?.messages.map(({ role }) => role)).toEqual(["system", "user", "assistant", "user"]);
    expect(JSON.parse(String(body(1)?.messages.at(-2)?.content))).toEqual({ calls: [made], say: "" });
    expect(body(1)?.messages.at(-1)?.content).toMatch(/^<results>\n/);
  });

  it("may answer with text alone", async () => {
    const { assistant } = testAssistant(server, { small: true, constrained: true, options: { openRouter: false } });
    server.play(words("A haiku has three lines."));
    expect((await assistant.ask({ text: "what is a haiku" })).reply).toBe("A haiku has three lines.");
  });
});

async function planned() {
  const { home, planner } = await planningIn("flat", { room: "living" });
  const context = {
    origin: { kind: "person" } as const,
    language: "en" as const,
    room: null,
    now: 0,
    signal: new AbortController().signal,
  };
  return { home, planner, context };
}
