import { afterAll, describe, expect, it } from "vitest";
import { LocalAssistant } from "../../../src/assistant/local/index.ts";
import { inLanguage } from "../../../src/assistant/prompts.ts";
import { createTools, type Tool, type ToolContext } from "../../../src/assistant/tools/index.ts";
import { smallTools } from "../../../src/assistant/tools/small/index.ts";
import { NO_WISHES } from "../../../src/assistant/wishes/wishes.ts";
import { NO_HISTORY } from "../../../src/history/index.ts";
import { languages } from "../../../src/language/index.ts";
import { prompts, simulatedHome } from "../../support/assistant.ts";
import { startPlanner } from "../../support/assistant-planner.ts";
import { thrownErrorText } from "../../support/error-text.ts";
import { heldMemory } from "../../support/held-memory.ts";

const SIGNAL = new AbortController().signal;
const CONTEXT: ToolContext = { origin: { kind: "mcp" }, language: "en", room: null, now: 0, signal: SIGNAL };

function setup() {
  const made = simulatedHome();
  const tools = createTools(made.home, prompts);
  const run = async (name: string, args: object, over: Partial<ToolContext> = {}) => {
    const tool = tools.find((each) => each.name === name);
    if (!tool) throw new Error(name);
    return await tool.prepare(args).run({ ...CONTEXT, now: made.clock.now(), ...over });
  };
  return { ...made, tools, run };
}

/** The paths of all parameters in a schema. */
function paths(schema: unknown, at = ""): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const { properties = {}, items } = schema as { properties?: Record<string, unknown>; items?: unknown };
  return [
    ...Object.entries(properties).flatMap(([name, inner]) => {
      const path = at === "" ? name : `${at}.${name}`;
      return [path, ...paths(inner, path)];
    }),
    ...(items === undefined ? [] : paths(items, `${at}[]`)),
  ];
}

const planned = simulatedHome();
const { planner, stop } = await startPlanner(planned.home, planned.clock.now());
afterAll(stop);
const local = new LocalAssistant({ home: planned.home, clock: planned.clock });
const memory = await heldMemory(planned.clock);
const remembering = { memory, indexFor: () => local.index, scene: () => null };

describe("every tool", () => {
  const tools = createTools(planned.home, prompts, { planner, history: NO_HISTORY, remembering });
  it.each(tools.map((tool) => [tool.name, tool] as const))(
    "%s explains itself in both languages",
    (name, tool: Tool) => {
      for (const language of languages()) {
        const { description, parameters } = tool.described(language);
        expect(description, language).not.toBe("");
        const described = inLanguage(prompts.tools.get(name) ?? new Map(), language).parameters;
        for (const path of paths(parameters)) expect(described.has(path), `${language} ${path}`).toBe(true);
      }
    },
  );

  it.each(tools)("$name has a plain draft-07 schema", (tool: Tool) => {
    const { parameters } = tool.described("en");
    const text = JSON.stringify(parameters);
    expect(text).not.toMatch(/additionalProperties|\$schema|\$ref|"strict"/);
    expect(parameters["type"]).toBe("object");
  });

  it.each(tools)("$name refuses unknown keys", (tool: Tool) => {
    expect(() => tool.prepare({ nonsense: 1 })).toThrow(expect.objectContaining({ code: "invalid-tool-arguments" }));
  });

  it("is on this list, whatever it needs beside the home", () => {
    expect(tools.map(({ name }) => name).sort()).toEqual([...prompts.tools.keys()].sort());
  });

  it.each(tools)("$name takes its own examples, and null for what is left out", (tool: Tool) => {
    for (const example of tool.examples) {
      expect(() => tool.prepare(example)).not.toThrow();
      expect(() => tool.prepare({ ...example, say: null, limit: null })).not.toThrow();
    }
  });

  it.each(smallTools(tools, prompts))("the small $name takes its own examples", (tool: Tool) => {
    expect(tool.examples.length).toBeGreaterThan(0);
    for (const example of tool.examples) expect(() => tool.prepare(example)).not.toThrow();
  });

  it("takes null for what is left out of a part", () => {
    const write = { device: "living-lamp", property: "light.on", value: true, percent: null };
    const tool = tools.find(({ name }) => name === "set_properties");
    expect(tool?.prepare({ writes: [write] }).arguments).toEqual({ writes: [{ ...write, percent: undefined }] });
  });
});

describe("find_devices", () => {
  it("names fitting devices in its sentence, and not those only spelt alike", async () => {
    const { run } = setup();
    const { read } = await run("find_devices", { text: "flor pump" });
    expect(read?.found).not.toHaveLength(0);
    expect(read?.tell?.()).toBe("Nothing in this home fits that.");
    expect((await run("find_devices", { text: "floor lamp" })).read?.tell?.()).toBe("There is: Floor lamp.");
  });

  it.each([
    ["floor lamp", "living-lamp"],
    ["落地灯", "living-lamp"],
    ["kitchen light", "kitchen-ceiling"],
    ["厨房吸顶灯", "kitchen-ceiling"],
    ["air con", "living-ac"],
    ["door", "hall-lock"],
    ["门锁", "hall-lock"],
  ])("%s", async (text, handle) => {
    const { run } = setup();
    const { content } = await run("find_devices", { text });
    expect(content).toHaveProperty("devices.0.handle", handle);
  });

  it("shows the outlines of a few devices, and counts the others", async () => {
    const { run } = setup();
    const { content } = await run("find_devices", { room: "客厅", kind: "lights", limit: 1 });
    expect(content).toMatchObject({
      devices: [{ handle: "living-ceiling", set: expect.arrayContaining(["on: true|false"]) }],
      more: 1,
    });
  });

  it("names rooms and kinds when nothing fits", async () => {
    const { run } = setup();
    const { content, read } = await run("find_devices", { text: "zzz" });
    expect(read?.tell?.()).toBe("Nothing in this home fits that.");
    expect(content).toMatchObject({ devices: [], rooms: ["living", "kitchen", "hall"] });
    expect(await thrownErrorText(() => run("find_devices", { room: "attic" }))).toMatch(/no room "attic"/);
  });
});

describe("a group of lights", () => {
  function withGroup() {
    const made = setup();
    const spec = made.home.device("living-lamp")?.spec ?? expect.fail("no lamp");
    const members = ["miot:living-lamp", "miot:kitchen-ceiling", "miot:gone"];
    const group = { id: "zigbee:group-1", name: "Evening", aliases: [], room: "living", model: "group", spec };
    made.home.apply([{ kind: "device", device: { ...group, dialect: "zigbee2mqtt", reports: true, members } }]);
    return made;
  }

  it("is found with the handles of its members", async () => {
    const { content } = await withGroup().run("find_devices", { text: "Evening" });
    expect(content).toHaveProperty("devices.0.members", ["living-lamp", "kitchen-ceiling"]);
    expect(content).not.toHaveProperty("devices.1.members");
  });

  const write = (device: string, value: boolean) => ({ device, property: "light.on", value });

  it("is left out when a member gets the same value, and the model is told", async () => {
    const { run } = withGroup();
    const writes = [write("living-ceiling", false), write("group-1", false), write("living-lamp", false)];
    const { outcomes, failures } = await run("set_properties", { writes });
    expect(outcomes.map(({ device }) => device)).toEqual(["miot:living-ceiling", "miot:living-lamp"]);
    expect(failures).toEqual([expect.stringMatching(/^"group-1" is a group\. Its members/)]);
  });

  it("gives way to a member with another value", async () => {
    const { run } = withGroup();
    for (const writes of [
      [write("group-1", true), write("living-lamp", false)],
      [write("living-lamp", false), write("group-1", true)],
    ]) {
      const { outcomes, failures } = await run("set_properties", { writes });
      const told = outcomes.map((each) => ("property" in each ? [each.device, each.value] : [])).sort();
      expect(told).toEqual([
        ["miot:kitchen-ceiling", true],
        ["miot:living-lamp", false],
      ]);
      expect(failures).toEqual([]);
    }
  });

  it("is commanded as one device without its members", async () => {
    const { outcomes, failures } = await withGroup().run("set_properties", {
      writes: [write("group-1", true), write("living-ceiling", false)],
    });
    expect(outcomes.map(({ device }) => device)).toEqual(["zigbee:group-1", "miot:living-ceiling"]);
    expect(failures).toEqual([]);
  });

  it("is read by its name, and left out of a kind or room with its members", async () => {
    const { run } = withGroup();
    const handles = async (args: object): Promise<unknown> => {
      const { content } = await run("get_state", args);
      return (content as { devices: { handle: string }[] }).devices.map(({ handle }) => handle);
    };
    expect(await handles({ kind: "light" })).toEqual(["living-lamp", "living-ceiling", "kitchen-ceiling"]);
    expect(await handles({ room: "living", kind: "light" })).toEqual(["living-lamp", "living-ceiling"]);
    expect(await handles({ devices: ["Evening", "living-lamp"] })).toEqual(["group-1", "living-lamp"]);
  });
});

describe("get_state", () => {
  it("reads all lights at once", async () => {
    const { run, clock } = setup();
    clock.advance(5000);
    const { content } = await run("get_state", { kind: "light", properties: ["on"] });
    expect(content).toMatchObject({
      devices: [
        { handle: "living-lamp", state: { on: false } },
        { handle: "living-ceiling", state: { on: false } },
        { handle: "kitchen-ceiling", state: { on: false } },
      ],
    });
  });

  it("distinguishes values, unknown properties with the reason, and missing properties", async () => {
    const { home, run, clock } = setup();
    const lamp = home.device("living-lamp") ?? expect.fail("no lamp");
    const report = (address: string, value: number | null) =>
      home.apply([{ kind: "values", id: lamp.id, values: [{ address, value }], cause: "report" }]);
    report("light.brightness", null);
    clock.advance(300_000);
    const { content } = await run("get_state", {
      devices: [lamp.handle],
      properties: ["on", "brightness", "relative-humidity"],
    });
    expect(content).toMatchObject({
      devices: [{ not_certain: { brightness: "not known, 300 s" }, no_such_property: ["relative-humidity"] }],
    });
    const [device] = (content as { devices: { state: object }[] }).devices;
    expect(Object.keys(device?.state ?? {})).toEqual(["on"]);
  });

  it("reports offline devices and unknown names", async () => {
    const { run, devices } = setup();
    devices.get("living-lamp")?.setOnline(false);
    const { content } = await run("get_state", { devices: ["floor lamp", "toaster"] });
    expect(content).toMatchObject({
      devices: [{ handle: "living-lamp", online: false }],
      errors: [expect.stringContaining('no device "toaster"')],
    });
  });
});

describe("reading many devices", () => {
  const handles = (content: unknown) =>
    (content as { devices: { handle: string }[] }).devices.map(({ handle }) => handle);
  const turnedOn = async (made: ReturnType<typeof setup>) => {
    made.clock.advance(3_600_000);
    const writes = [{ device: "living-lamp", property: "on", value: true }];
    await made.run("set_properties", { writes });
  };

  it.each([
    ["on", ["living-lamp"]],
    ["off", ["living-ceiling", "kitchen-ceiling", "living-ac", "living-speaker"]],
    ["locked", ["hall-lock"]],
    ["unlocked", []],
    ["offline", []],
  ] as const)("finds those that are %s", async (only, expected) => {
    const made = setup();
    await turnedOn(made);
    expect(handles((await made.run("get_state", { only })).content)).toEqual(expected);
    expect(handles((await made.run("find_devices", { only })).content)).toEqual([...expected].sort());
  });

  it("leaves devices with an unknown state out of 'only'", async () => {
    const made = setup();
    await turnedOn(made);
    made.devices.get("living-lamp")?.setOnline(false);
    expect(handles((await made.run("get_state", { only: "on" })).content)).toEqual([]);
    expect(handles((await made.run("get_state", { only: "offline" })).content)).toEqual(["living-lamp"]);
  });

  it.each(["get_state", "find_devices"])("%s returns pages, with the number left", async (tool) => {
    const { run } = setup();
    const first = (await run(tool, { kind: "light", limit: 2 })).content;
    expect(first).toMatchObject({ total: 3, more: 1, after: handles(first)[1] });
    const second = (await run(tool, { kind: "light", limit: 2, after: handles(first)[1] })).content;
    expect(second).not.toHaveProperty("more");
    expect([...handles(first), ...handles(second)].sort()).toEqual([
      "kitchen-ceiling",
      "living-ceiling",
      "living-lamp",
    ]);
  });

  it("returns only changes since a time, with their times", async () => {
    const made = setup();
    await turnedOn(made);
    const { content } = await made.run("get_state", { since: "30m" });
    expect(content).toEqual({
      devices: [
        {
          handle: "living-lamp",
          name: "Floor lamp",
          room: "living",
          state: { on: true },
          changed_at: { on: expect.stringMatching(/^\d\d:\d\d$/) },
        },
      ],
    });
    made.clock.advance(3_600_000);
    expect(handles((await made.run("get_state", { since: "30m" })).content)).toEqual([]);
    expect(handles((await made.run("get_state", { since: "2h", room: "living" })).content)).toEqual(["living-lamp"]);
    expect(await thrownErrorText(() => made.run("get_state", { since: "lately" }))).toMatch(/time of day \(07:00\)/);
  });

  it("finds devices by a property, with the label that set_properties takes", async () => {
    const { run } = setup();
    expect(handles((await run("find_devices", { property: "color" })).content)).toEqual(["living-lamp"]);
    expect(handles((await run("get_state", { properties: ["target-temperature"] })).content)).toEqual(["living-ac"]);
  });
});

describe("set_properties", () => {
  const one = (write: object) => ({ writes: [{ device: "living-lamp", ...write }] });

  it.each([
    [{ property: "light.brightness", value: 40 }, 40],
    [{ property: "brightness", value: "40" }, 40],
    [{ property: "light.brightness", percent: 30 }, 30],
    [{ property: "light.brightness", percent: 0 }, 1],
    [{ property: "light.brightness", limit: "max" }, 100],
    [{ property: "light.brightness", limit: "min" }, 1],
    [{ property: "light.brightness", change: 15 }, 65],
    [{ property: "light.brightness", change: -200 }, 1],
    [{ property: "light.color-temperature", percent: 50 }, 4100],
    [{ property: "light.color", value: "#FF8000" }, 0xff8000],
    [{ property: "light.mode", value: "Day" }, 2],
    [{ property: "light.mode", value: "日间" }, 2],
    [{ property: "light.mode", change: 1 }, 2],
    [{ property: "light.on", value: "toggle" }, true],
    [{ property: "light.on", value: "on" }, true],
  ])("%j", async (write, value) => {
    const { run, home } = setup();
    home.apply([
      { kind: "values", id: "miot:living-lamp", values: [{ address: "light.brightness", value: 50 }], cause: "report" },
    ]);
    const { outcomes, failures } = await run("set_properties", one(write));
    expect(failures).toEqual([]);
    expect(outcomes).toMatchObject([{ value, status: "confirmed" }]);
  });

  it.each([
    [{ property: "light.brightnes", value: 40 }, /no property "light.brightnes".*light\.brightness/],
    [{ property: "light.brightness", value: "bright" }, /1 to 100/],
    [{ property: "light.on", percent: 50 }, /true or false/],
    [{ device: "Ceiling light", property: "light.on", value: true }, /living-ceiling, kitchen-ceiling/],
    [{ device: "lamp", property: "light.on", value: true }, /no device "lamp".*living-lamp/],
    [{ device: "living-ac", property: "environment.temperature", value: 20 }, /is read-only/],
  ])("%j is told how to do it", async (write, error) => {
    const { run } = setup();
    const { outcomes, failures } = await run("set_properties", one(write));
    expect(outcomes).toEqual([]);
    expect(failures).toEqual([expect.stringMatching(error)]);
  });

  it("resolves an ambiguous name in the speaker's room", async () => {
    const { run } = setup();
    const write = { device: "ceiling light", property: "light.on", value: true };
    const { outcomes } = await run("set_properties", one(write), { room: "kitchen" });
    expect(outcomes).toMatchObject([{ device: "miot:kitchen-ceiling" }]);
  });

  it("runs the valid parts, and explains the others in the caller's language", async () => {
    const { run } = setup();
    const writes = [
      { device: "living-lamp", property: "light.on", value: true },
      { device: "阳台灯", property: "light.on", value: true },
    ];
    const { outcomes, failures } = await run("set_properties", { writes }, { language: "zh" });
    expect(outcomes).toMatchObject([{ device: "miot:living-lamp", status: "confirmed" }]);
    expect(failures).toEqual([expect.stringContaining("没有名为“阳台灯”的设备")]);
  });

  it("sends one command for a device, and another when a property is set twice", async () => {
    const { run, home } = setup();
    const commands: number[] = [];
    home.subscribe((event) => {
      if (event.type === "executed") commands.push(event.outcomes.length);
    });
    const writes = [
      { device: "living-lamp", property: "light.on", value: true },
      { device: "living-lamp", property: "light.brightness", value: 20 },
      { device: "living-lamp", property: "light.brightness", change: 5 },
      { device: "living-lamp", property: "light.brightness", change: 5 },
    ];
    const { outcomes } = await run("set_properties", { writes });
    expect(outcomes.map((outcome) => "value" in outcome && outcome.value)).toEqual([true, 20, 25, 30]);
    expect(commands).toEqual([4]);
  });

  it("refuses a relative change of an unknown value", async () => {
    const { run, home } = setup();
    home.apply([{ kind: "removed", id: "miot:living-lamp" }]);
    const lamp = simulatedHome().home.device("living-lamp");
    if (!lamp) throw new Error("no lamp");
    home.apply([{ kind: "device", device: { ...lamp, room: "living" } }]);
    const { failures } = await run("set_properties", one({ property: "light.brightness", change: 5 }));
    expect(failures).toEqual([expect.stringContaining("does not know the current value")]);
  });
});

describe("invoke_action", () => {
  it("finds an action by its short name", async () => {
    const { run } = setup();
    const { outcomes } = await run("invoke_action", { device: "floor lamp", action: "toggle" });
    expect(outcomes).toMatchObject([{ action: "light.toggle", status: "confirmed" }]);
  });

  it.each([
    [{ device: "living-speaker", action: "speak" }, /no action "speak"/],
    [{ device: "living-speaker", action: "intelligent-speaker.play-text" }, /\[text-content\]/],
    [{ device: "living-lamp", action: "toggle", arguments: [1] }, /takes \[\]/],
  ])("%j is told how to do it", async (args, error) => {
    expect(await thrownErrorText(() => setup().run("invoke_action", args))).toMatch(error);
  });
});

describe("set_properties and essential devices", () => {
  const off = { property: "light.on", value: false };
  const everything = (devices: readonly string[]) => {
    const nothing = { text: "", scenes: [], rooms: [], kinds: [], more: false, plans: [], asking: false };
    return { named: { ...nothing, devices, wishes: { ...NO_WISHES, everything: true } } };
  };

  it("leaves one on when a place is switched off, and tells the model and the person", async () => {
    const { home, run } = setup();
    home.mark("miot:living-lamp", true);
    await run("set_properties", { writes: [{ device: "living-floor-lamp", property: "light.on", value: true }] });
    const { failures, misses, outcomes } = await run("set_properties", { writes: [{ kind: "light", ...off }] });
    expect(outcomes.some(({ device }) => device === "miot:living-lamp")).toBe(false);
    expect(failures).toEqual([expect.stringContaining("must keep running")]);
    expect(misses).toMatchObject([{ sentence: expect.stringContaining("I've left") }]);
  });

  it("leaves one on when everything is switched off, unless the person named it", async () => {
    const { home, run } = setup();
    home.mark("miot:living-lamp", true);
    await run("set_properties", { writes: [{ device: "living-floor-lamp", property: "light.on", value: true }] });
    const writes = [{ device: "living-floor-lamp", ...off }];
    expect((await run("set_properties", { writes }, everything([]))).outcomes).toEqual([]);
    expect((await run("set_properties", { writes }, everything(["miot:living-lamp"]))).outcomes).toHaveLength(1);
    expect((await run("set_properties", { writes })).outcomes).toHaveLength(1);
  });
});
