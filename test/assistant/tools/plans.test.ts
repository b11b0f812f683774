import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createTools } from "../../../src/assistant/tools/index.ts";
import type { AutomationDraft } from "../../../src/automation/index.ts";
import { currentValue } from "../../../src/home/index.ts";
import { prompts, simulatedHome, testAssistant } from "../../support/assistant.ts";
import { startPlanner } from "../../support/assistant-planner.ts";
import { thrownErrorText } from "../../support/error-text.ts";
import { calls, failing, ModelServer, words } from "../../support/model-server.ts";

const server = new ModelServer();
beforeAll(() => server.start());
afterAll(() => server.stop());
const running: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of running.splice(0)) await stop();
  expect(server.problems).toEqual([]);
});

/** An assistant with a planner; home and tools come first, because the tools need both. */
async function setup() {
  const simulated = simulatedHome();
  const { planner, stop } = await startPlanner(simulated.home, simulated.clock.now());
  running.push(stop);
  const tools = createTools(simulated.home, prompts, { planner });
  const { assistant } = testAssistant(server, { simulated, tools });
  const ask = (text: string, conversation?: string) => assistant.ask({ text, ...(conversation && { conversation }) });
  return { ...simulated, planner, ask, tools };
}

const MORNING: AutomationDraft = {
  name: "Morning",
  triggers: [{ type: "time", at: "07:00" }],
  actions: [{ type: "set", target: "living-lamp", set: { "light.on": true } }],
};
const UNLOCK = { ...MORNING, actions: [{ type: "set", target: "hall-lock", set: { "lock.locked": false } }] };

describe("a saved plan is read back by the planner, with one model call", () => {
  it("an automation", async () => {
    const { ask, planner } = await setup();
    server.play(calls([{ tool: "save_automation", args: MORNING }]));
    const asked = await ask("every morning at seven, lamp on");
    expect(asked).toMatchObject({
      reply: "Save this rule: every day at 07:00, turn on the living room floor lamp, until you delete it?",
      expectsReply: true,
    });
    expect(planner.automations.list()).toEqual([]);
    const result = await ask("yes", asked.conversation);
    expect(result.reply).toMatch(/^Saved\. Every day at 07:00: turn on the living room floor lamp\. Next: /);
    expect(result.failed).toBeUndefined();
    expect(planner.automations.list().map(({ definition }) => definition.id)).toEqual(["morning"]);
  });

  it("with writes keyed by a device and a property", async () => {
    const { ask, home } = await setup();
    server.play(
      calls([{ tool: "set_properties", args: { writes: { "living-lamp.light.on": true } } }]),
      words("It is on."),
    );
    await ask("it is gloomy over here by the sofa");
    const lamp = home.device("living-lamp");
    expect(lamp && currentValue(lamp, "light.on")).toBe(true);
  });

  it.each([
    ["en", "ten minutes for the noodles, please do time that", "The timer is set: 10 minutes."],
    ["zh", "麻烦帮我看着面，十分钟的样子就好", "定时器已设置：10分钟。"],
  ])("two equal calls of one answer start one timer, told once: %s", async (_, text, told) => {
    const { ask, planner } = await setup();
    const timer = { tool: "set_timer", args: { duration: "10m" } };
    server.play(calls([timer, timer]));
    expect((await ask(text)).reply).toBe(told);
    expect(planner.timers.list()).toHaveLength(1);
  });

  it("without a yes it does not exist in the next turn, and the model gets the reason", async () => {
    const { ask, planner } = await setup();
    const scene = { name: "Hygge", steps: [{ device: "living-lamp", property: "on", value: true }] };
    server.play(calls([{ tool: "save_scene", args: scene }]));
    const { conversation } = await ask("make the living room all hygge and keep that as hygge");
    expect(planner.scenes.list()).toEqual([]);
    server.play(calls([{ tool: "activate_scene", args: { scene: "hygge" } }]), words("It was never saved."));
    await ask("let's have that hygge mood now", conversation);
    expect(server.requests.at(-1)?.body.messages.at(-1)?.content).toContain("got no yes, so it was not saved");
  });

  it("after problems that the model corrects", async () => {
    const { ask } = await setup();
    const wrong = { ...MORNING, triggers: [{ type: "time", at: "half past" }] };
    server.play(calls([{ tool: "save_automation", args: wrong }]), calls([{ tool: "save_automation", args: MORNING }]));
    const result = await ask("every morning at seven, lamp on");
    expect(server.requests[1]?.body.messages.at(-1)?.content).toContain(
      'triggers[0].at: \\"half past\\" is not a time of day. Use 07:00 or 23:30:15. Form: {\\"time',
    );
    expect((await ask("yes", result.conversation)).reply).toContain("Saved");
  });

  it.each([
    [
      "of the wrong form",
      { actions: [{ type: "choose", options: "living-lamp" }] },
      '"Morning" could not be saved: the model did not say in a usable form what it should do.',
      "“Morning”没能保存：大模型没有以可用的形式说明它要做什么。",
    ],
    [
      "with a time that is none",
      { triggers: [{ type: "time", at: "half past" }] },
      '"Morning" could not be saved: the model did not say in a usable form what it should do.',
      "“Morning”没能保存：大模型没有以可用的形式说明它要做什么。",
    ],
    [
      "with an event that the device does not have",
      { triggers: [{ type: "event", target: "living-lamp", event: "light.rung" }] },
      /^"Morning" could not be saved: [^:]*living-lamp[^:]* has no such event\.$/,
      /^“Morning”没能保存：[^：]*living-lamp[^：]*没有这个事件。$/,
    ],
    [
      "about a device that is not there",
      { actions: [{ type: "set", target: "attic-lamp", set: { "light.on": true } }] },
      '"Morning" could not be saved: "attic-lamp" is not a device of this home.',
      /^“Morning”没能保存：没有名为“attic-lamp”的设备。$/,
    ],
  ])("not with problems that remain, which are told in plain words: %s", async (_, wrong, english, chinese) => {
    const { ask, planner } = await setup();
    const args = { ...MORNING, ...wrong };
    for (const [text, told] of [
      ["every morning at seven, lamp on", english],
      ["每天早上七点把落地灯打开，一直这样", chinese],
    ] as const) {
      server.play(calls([{ tool: "save_automation", args }]), failing(402, "Insufficient credits"));
      const { reply } = await ask(text);
      const first = reply.slice(0, reply.search(/[.。](?: |$|[^ ]*[。])/) + 1);
      if (typeof told === "string") expect(first).toBe(told);
      else expect(first).toMatch(told);
      expect(reply).not.toMatch(/triggers|actions|docs\/|must be/);
    }
    expect(planner.automations.list()).toEqual([]);
  });

  it("only after a yes when the policy asks", async () => {
    const { ask, planner } = await setup();
    server.play(calls([{ tool: "save_automation", args: UNLOCK }]));
    const asked = await ask("every morning at seven, unlock the door");
    expect(asked).toMatchObject({
      reply: "It unlocks a door. Save this rule: every day at 07:00, unlock the hall front door, until you delete it?",
      expectsReply: true,
    });
    expect(planner.automations.list()).toEqual([]);
    expect((await ask("yes", asked.conversation)).reply).toContain("Saved");
    expect(planner.automations.get("morning")?.approved).toBe(true);
  });

  it("after one yes to several, of which one is no longer possible and is named", async () => {
    const { ask, planner } = await setup();
    const unlock = { writes: [{ device: "hall-lock", property: "lock.locked", value: false }] };
    server.play(
      calls([
        { tool: "save_automation", args: UNLOCK },
        { tool: "set_timer", args: { duration: "10m", name: "parcel", ...unlock } },
        { tool: "set_properties", args: unlock },
      ]),
    );
    const asked = await ask("every morning and in ten minutes and now, unlock the door");
    await planner.automations.save({ ...MORNING, id: "morning" }, { origin: { kind: "person" } });
    const { reply, outcomes, failed } = await ask("yes", asked.conversation);
    expect(outcomes.map(({ status }) => status)).toEqual(["confirmed"]);
    expect(planner.timers.list().map(({ name }) => name)).toEqual(["parcel"]);
    expect(reply).toContain("The front door is unlocked.");
    expect(reply).toMatch(/In 10 minutes: unlocking the front door\..* Morning was not done: .*morning/);
    expect(failed).toBeUndefined();
  });

  it("and is told when the model fails afterwards", async () => {
    const { ask } = await setup();
    server.play(
      calls([
        { tool: "set_timer", args: { duration: "10m", name: "pasta" } },
        { tool: "get_state", args: { room: "living" } },
      ]),
      failing(402, "Insufficient credits"),
    );
    const { reply } = await ask("ten minutes for the pasta; and what is on now?");
    expect(reply).toMatch(/^The timer "pasta" is set.*cannot be used any further/);
    expect(reply).not.toContain("Nothing was done");
  });

  it("a scene from a snapshot, and one from steps", async () => {
    const { ask, planner } = await setup();
    server.play(
      calls([{ tool: "save_scene", args: { name: "Evening", snapshot: { room: "living" } } }]),
      calls([
        {
          tool: "save_scene",
          args: { name: "Cinema", steps: [{ target: "living-lamp", set: { "light.on": false } }] },
        },
      ]),
    );
    const evening = await ask("remember this as evening");
    expect(evening.reply).toMatch(/^Save the scene "Evening"\? .* turn off /);
    expect((await ask("yes", evening.conversation)).reply).toMatch(
      /^Saved\. Evening: turn off the living room floor lamp/,
    );
    const cinema = await ask("a cinema scene: lamp off");
    expect((await ask("yes", cinema.conversation)).reply).toBe("Saved. Cinema: turn off the living room floor lamp.");
    expect(planner.scenes.list().map(({ definition }) => definition.id)).toEqual(["evening", "cinema"]);
  });
});

describe("a scene", () => {
  const steps = [
    { target: "living-lamp", set: { "light.on": true } },
    { target: "hall-lock", set: { "lock.locked": false } },
  ];

  it("is activated by name; commands that the policy asks about wait for a yes", async () => {
    const { ask, home, planner } = await setup();
    await planner.scenes.save({ id: "home", name: "I am home", steps }, { origin: { kind: "person" } });
    server.play(calls([{ tool: "activate_scene", args: { scene: "am home", say: "Welcome home." } }]));
    const asked = await ask("I am home");
    expect(asked.reply).toBe(
      'It unlocks a door. Activate the scene "I am home" now: turn on the living room floor lamp; unlock the hall front door?',
    );
    const done = await ask("yes", asked.conversation);
    expect(done.reply).toBe("The floor lamp is on. The front door is unlocked.");
    const lock = home.device("hall-lock");
    expect(lock && currentValue(lock, "lock.locked")).toBe(false);
  });

  it("that does not exist gets an error with the nearest names", async () => {
    const { tools, planner } = await setup();
    await planner.scenes.save({ id: "cinema", name: "Cinema", steps }, { origin: { kind: "person" } });
    const tool = tools.find(({ name }) => name === "activate_scene");
    const context = { origin: { kind: "mcp" as const }, language: "en" as const, room: null, now: 0 };
    const run = tool?.prepare({ scene: "kino" }).run({ ...context, signal: new AbortController().signal });
    expect(await thrownErrorText(() => run)).toMatch(/no scene "kino".*cinema/);
  });
});

describe("a timer", () => {
  it("rings, or commands devices when it ends", async () => {
    const { ask, planner } = await setup();
    const writes = [{ device: "living-lamp", property: "light.on", value: false }];
    server.play(
      calls([{ tool: "set_timer", args: { duration: "10m", name: "pasta" } }]),
      calls([{ tool: "set_timer", args: { duration: "1h30m", writes } }]),
    );
    expect((await ask("ten minutes for the pasta")).reply).toBe('The timer "pasta" is set: 10 minutes.');
    expect((await ask("一个半小时后关掉落地灯")).reply).toBe("1小时30分钟后：关掉落地灯。");
    expect(planner.timers.list()[1]?.commands).toEqual([
      { kind: "set", device: "miot:living-lamp", properties: [{ address: "light.on", value: false }] },
    ]);
  });

  it("is not started when one of its writes is invalid", async () => {
    const { ask, planner } = await setup();
    const writes = [
      { device: "living-lamp", property: "light.on", value: false },
      { device: "toaster", property: "light.on", value: false },
    ];
    server.play(
      calls([{ tool: "set_timer", args: { duration: "10m", writes } }]),
      calls([{ tool: "set_timer", args: { duration: "10m", writes: writes.slice(0, 1) } }]),
    );
    await ask("lamp and toaster off in ten minutes");
    expect(planner.timers.list()).toHaveLength(1);
  });
});

it("explain answers from the audit", async () => {
  const { ask } = await setup();
  server.play(calls([{ tool: "explain", args: { device: "living-lamp", property: "on" } }]), words("A ghost did it."));
  expect((await ask("why is the floor lamp on?")).reply).toMatch(/^I haven't touched the living room floor lamp/);
  expect(server.requests[1]?.body.messages.at(-1)?.content).toMatch(/"device":"living-lamp","why":".+"/);
});

it("plans can be listed and deleted", async () => {
  const { ask, planner } = await setup();
  server.play(
    calls([{ tool: "save_automation", args: MORNING }]),
    calls([{ tool: "set_timer", args: { duration: "10m", name: "pasta" } }]),
    calls([{ tool: "list_plans", args: {} }]),
    calls([
      { tool: "delete_plan", args: { kind: "automation", id: "morn" } },
      { tool: "delete_plan", args: { kind: "timer", id: "pasta" } },
    ]),
  );
  const made = await ask("every morning at seven, lamp on");
  await ask("yes", made.conversation);
  await ask("pasta timer, ten minutes");
  const asked = await ask("forget all my plans");
  expect(asked.reply).toBe(
    'The automation "Morning" does this: every day at 07:00, turn on the living room floor lamp. Delete it? ' +
      'The timer "pasta" has 10 minutes left. Cancel it?',
  );
  expect(planner.automations.list().length + planner.timers.list().length).toBe(2);
  const { reply } = await ask("yes", asked.conversation);
  expect(server.requests[3]?.body.messages.at(-1)?.content).toMatch(/"id":"morning".*"pasta"/);
  expect(reply).toBe('"Morning" is deleted. "pasta" is deleted.');
  expect(planner.automations.list().length + planner.timers.list().length).toBe(0);
});
