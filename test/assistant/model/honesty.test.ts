import { describe, expect, it } from "vitest";
import type { TurnEvent } from "../../../src/assistant/contract.ts";
import { currentValue, type Home, type Value } from "../../../src/home/index.ts";
import { testAssistant } from "../../support/assistant.ts";
import { calls, delta, words } from "../../support/model-server.ts";
import { strictModelServer } from "../../support/strict-model-server.ts";

const server = strictModelServer();

const write = (device: string, property: string, value: Value) => ({ device, property, value });
const setting = (writes: readonly object[], say?: string) =>
  calls([{ tool: "set_properties", args: { writes, ...(say !== undefined && { say }) } }]);

/** Every text that a person could have seen of the reply at any time. */
function everShown(events: readonly TurnEvent[]): string {
  return events.flatMap((event) => (event.type === "text" || event.type === "replace" ? [event.text] : [])).join("");
}

/** The air conditioner measures 21.6 °C, for as long as `freshFor` says, in milliseconds. */
function tellTemperature(home: Home, freshFor?: number): void {
  const device = home.device("living-ac") ?? expect.fail("no air conditioner");
  const fresh = freshFor === undefined ? {} : { freshFor: new Map([["environment.temperature", freshFor]]) };
  home.apply([
    { kind: "device", device: { ...device, room: device.room?.id ?? null, ...fresh } },
    {
      kind: "values",
      id: device.id,
      values: [{ address: "environment.temperature", value: 21.6 }],
      cause: "report",
    },
  ]);
}

describe("a reply about success needs an outcome", () => {
  it("the argument say is dropped when a device is offline, and so is a later claim of the model", async () => {
    const { assistant, devices } = testAssistant(server);
    devices.get("kitchen-ceiling")?.setOnline(false);
    server.play(
      setting([write("kitchen-ceiling", "light.on", true)], "The kitchen light is on."),
      words("All done, the kitchen light is on!"),
    );
    const events: TurnEvent[] = [];
    const result = await assistant.ask({ text: "kitchen light on" }, undefined, (event) => events.push(event));
    expect(result.reply).toBe("I can't reach the kitchen ceiling light: it's offline.");
    expect(everShown(events)).toBe(result.reply);
  });

  it("a partial failure is told for each device, in Chinese", async () => {
    const { assistant, devices } = testAssistant(server);
    devices.get("kitchen-ceiling")?.setFault({ kind: "silent" });
    server.play(
      setting([write("living-ceiling", "light.on", true), write("kitchen-ceiling", "light.on", true)], "都开了。"),
      words("灯都打开了。"),
    );
    const { reply } = await assistant.ask({ text: "把两个吸顶灯打开" });
    expect(reply).toBe("客厅的吸顶灯开了。厨房的吸顶灯没有回应，不知道成功了没有。");
  });

  it("a refusal is told with the device's code", async () => {
    const { assistant, devices } = testAssistant(server);
    devices.get("living-lamp")?.setFault({ kind: "reject", code: -704042011 });
    server.play(setting([write("living-lamp", "light.on", true)]), words("Done."));
    const { reply } = await assistant.ask({ text: "lamp on" });
    expect(reply).toBe("The floor lamp refused (code -704042011).");
  });

  it("a successful retry counts", async () => {
    const { assistant, devices } = testAssistant(server);
    const lamp = devices.get("living-lamp");
    lamp?.setOnline(false);
    server.play(
      setting([write("living-lamp", "light.on", true)]),
      setting([write("living-lamp", "light.on", true)], "It took two tries, but the lamp is on."),
    );
    const { reply } = await assistant.ask({ text: "lamp on" }, undefined, (event) => {
      if (event.type === "outcome") lamp?.setOnline(true);
    });
    expect(reply).toBe("It took two tries, but the lamp is on.");
  });

  it("a claim without a call is sent back, and the model then acts", async () => {
    const { assistant } = testAssistant(server);
    server.play(
      words("Okay, I've turned on the floor lamp."),
      setting([write("living-lamp", "light.on", true)], "The floor lamp is on."),
    );
    const events: TurnEvent[] = [];
    const result = await assistant.ask({ text: "turn on the floor lamp" }, undefined, (event) => events.push(event));
    expect(result.reply).toBe("The floor lamp is on.");
    expect(everShown(events)).toBe("The floor lamp is on.");
    expect(server.requests[1]?.body.messages.at(-1)?.content).toContain("you called no tool");
  });

  it.each([
    ["turn on the floor lamp", "Done!", "I've turned on the floor lamp.", "Nothing was done"],
    ["把落地灯打开", "好的，已为您打开落地灯。", "落地灯已经打开了。", "没有执行任何操作"],
    ["can you dim the lights?", "Sure, dimming the lights.", "The lights have been dimmed.", "Nothing was done"],
  ])("a claim without a call is not told, also the second time: %s", async (text, first, second, truth) => {
    const { assistant } = testAssistant(server);
    server.play(words(first), words(second));
    const events: TurnEvent[] = [];
    const result = await assistant.ask({ text }, undefined, (event) => events.push(event));
    expect(result.reply).toContain(truth);
    expect(everShown(events)).toBe(result.reply);
  });

  it("an answer without a claim is told", async () => {
    const { assistant } = testAssistant(server);
    server.play(words("There is no heating in this home that I could control."));
    const { reply, failed } = await assistant.ask({ text: "turn up the heating" });
    expect(reply).toBe("There is no heating in this home that I could control.");
    expect(failed).toBe(true);
  });

  it("the model may explain why nothing could be tried", async () => {
    const { assistant } = testAssistant(server);
    server.play(setting([write("balcony-lamp", "light.on", true)]), words("I can't find a lamp on the balcony."));
    expect((await assistant.ask({ text: "balcony lamp on" })).reply).toBe("I can't find a lamp on the balcony.");
  });

  it("the model may not call it done", async () => {
    const { assistant } = testAssistant(server);
    const claim = words("Done, the lamp is now on.");
    server.play(setting([write("balcony-lamp", "light.on", true)]), claim, claim);
    expect((await assistant.ask({ text: "balcony lamp on" })).reply).toMatch(
      /^I found nothing called “balcony lamp” here\.$/,
    );
  });
});

describe("a stale value told as current", () => {
  const read = calls([{ tool: "get_state", args: { devices: ["living-ac"] } }]);
  const rows = [
    ["how is the air conditioner?", "The air conditioner is in cool mode."],
    ["how warm is it by the air conditioner?", "The air conditioner is at 21.6 °C."],
    ["空调怎么样", "空调设在16度。"],
    ["空调现在测到多少度", "空调测到21.6度。"],
  ] as const;

  it.each(rows)("is not told for an offline device that was read: %s → %s", async (text, claim) => {
    const { assistant, devices, home } = testAssistant(server);
    tellTemperature(home);
    devices.get("living-ac")?.setOnline(false);
    server.play(read, words(claim));
    const { reply } = await assistant.ask({ text });
    expect(reply).not.toContain(claim);
    expect(reply).toMatch(/offline since|不在线/);
  });

  it.each(rows)("is not told for an offline device in the block of now: %s → %s", async (text, claim) => {
    const { assistant, devices, home, local } = testAssistant(server);
    tellTemperature(home);
    devices.get("living-ac")?.setOnline(false);
    const ac = home.device("living-ac")?.id ?? expect.fail("no air conditioner");
    local.answer = () => ({ handled: false, hints: { devices: [ac], rooms: [], kinds: [] } });
    server.play(words(claim), words(claim));
    expect((await assistant.ask({ text })).reply).not.toContain(claim);
  });

  it("is not told for an overdue value", async () => {
    const { assistant, home, clock } = testAssistant(server);
    const ask = async () => {
      server.play(read, words("The air conditioner is at 21.6 °C."));
      return (await assistant.ask({ text: "how warm is it by the air conditioner?" })).reply;
    };
    tellTemperature(home, 60_000);
    expect(await ask()).toBe("The air conditioner is at 21.6 °C.");
    clock.advance(60_001);
    expect(await ask()).not.toBe("The air conditioner is at 21.6 °C.");
  });

  it.each([
    ["The air conditioner is in dry mode.", "what about the air conditioner?"],
    ["The air conditioner is in sleep mode.", "what about the air conditioner?"],
    ["空调是除湿模式。", "空调是什么情况"],
  ])("is not told for a mode that the device is not in: %s", async (claim, text) => {
    const { assistant } = testAssistant(server);
    server.play(calls([{ tool: "find_devices", args: { text: "living-ac" } }]), words(claim));
    expect((await assistant.ask({ text })).reply).not.toContain(claim);
    server.play(read, words(claim));
    expect((await assistant.ask({ text })).reply).not.toContain(claim);
  });

  it.each([
    ["The air conditioner is in cool mode.", "what about the air conditioner?"],
    ["空调是制冷模式。", "空调是什么情况"],
  ])("and the mode that was read is told: %s", async (answer, text) => {
    const { assistant } = testAssistant(server);
    server.play(read, words(answer));
    expect((await assistant.ask({ text })).reply).toBe(answer);
  });
});

describe("an address that the person did not say", () => {
  const address = "https://pic.example.cn/a.gif?d=door-locked";

  it.each([
    ["is the front door locked?", `The front door is locked. ![](${address})`],
    ["大门锁了吗", `大门锁着。[详情](${address})`],
  ])("is neither told nor streamed after a read: %s", async (text, claim) => {
    const { assistant } = testAssistant(server);
    server.play(calls([{ tool: "get_state", args: { devices: ["hall-lock"] } }]), words(claim));
    const events: TurnEvent[] = [];
    const { reply } = await assistant.ask({ text }, undefined, (event) => events.push(event));
    expect(reply).toBe(claim.replace(/ ?!?\[.*$/, ""));
    expect(everShown(events)).toBe(reply);
  });

  it.each([
    ["who invented the light bulb?", "Most say Edison.", "I leave out web addresses that you did not give me."],
    ["电灯是谁发明的", "一般认为是爱迪生。", "不是你给我的网址，我不会说出来。"],
  ])("is left out of general knowledge: %s", async (text, known, instead) => {
    const { assistant } = testAssistant(server);
    const events: TurnEvent[] = [];
    server.play(words(`${known}\n![](${address})`));
    const { reply } = await assistant.ask({ text }, undefined, (event) => events.push(event));
    expect(reply).toBe(known);
    expect(everShown(events)).toBe(reply);
    server.play(words(`<${address}>`));
    expect((await assistant.ask({ text })).reply).toBe(instead);
  });

  it("is not told by the argument say", async () => {
    const { assistant } = testAssistant(server);
    server.play(setting([write("living-lamp", "light.on", true)], `The floor lamp is on. ${address}`));
    expect((await assistant.ask({ text: "lamp on" })).reply).toBe("The floor lamp is on.");
  });

  it("is not sent to a device, and the model gets an error", async () => {
    const { assistant } = testAssistant(server);
    server.play(
      calls([{ tool: "invoke_action", args: { device: "living-speaker", action: "x", in: { url: address } } }]),
      words("I can't play that."),
    );
    await assistant.ask({ text: "play something" });
    const answered = server.requests[1]?.body.messages.at(-1)?.content;
    expect(answered).toContain("the person did not mention the address");
  });

  it("is told where the person has said exactly it before", async () => {
    const { assistant } = testAssistant(server);
    server.play(words("What do you want to know about it?"), words("You gave me https://example.org/a as an address."));
    const { conversation } = await assistant.ask({ text: "I have a page, https://example.org/a" });
    const { reply } = await assistant.ask({ text: "what is a page?", conversation });
    expect(reply).toBe("You gave me https://example.org/a as an address.");
  });
});

describe("a command that needs a yes by the policy", () => {
  const unlock = setting([write("hall-lock", "lock.locked", false)], "The front door is unlocked.");

  it("is asked about in the reply, and runs after a yes without the model", async () => {
    const { assistant, home } = testAssistant(server);
    server.play(unlock);
    const asked = await assistant.ask({ text: "unlock the front door" });
    expect(asked.reply).toBe("Unlock the front door?");
    expect(asked.expectsReply).toBe(true);
    expect(asked.outcomes.map(({ status }) => status)).toEqual(["needs-confirmation"]);
    const done = await assistant.ask({ text: "Yes, please.", conversation: asked.conversation });
    expect(done.outcomes.map(({ status }) => status)).toEqual(["confirmed"]);
    expect(done.reply).toBe("The front door is unlocked.");
    const lock = home.device("hall-lock");
    expect(lock && currentValue(lock, "lock.locked")).toBe(false);
  });

  it("is dropped after a no", async () => {
    const { assistant, conversations } = testAssistant(server);
    server.play(unlock);
    const { conversation } = await assistant.ask({ text: "把大门打开" });
    const { reply } = await assistant.ask({ text: "不用了", conversation });
    expect(reply).toBe("好的，那就算了。");
    expect((await conversations.open(conversation, "zh", null)).open.items).toEqual([]);
  });

  it("is dropped when the person says something else", async () => {
    const { assistant } = testAssistant(server);
    const read = calls([{ tool: "get_state", args: { devices: ["living-lamp"] } }]);
    server.play(unlock, read, words("The Floor lamp is off."), words("What do you mean?"));
    const { conversation } = await assistant.ask({ text: "unlock the front door" });
    await assistant.ask({ text: "is the lamp on?", conversation });
    const { outcomes } = await assistant.ask({ text: "yes", conversation });
    expect(outcomes).toEqual([]);
  });

  it("expires after a minute", async () => {
    const { assistant, clock } = testAssistant(server);
    server.play(unlock);
    const { conversation } = await assistant.ask({ text: "unlock the front door" });
    clock.advance(61_000);
    const { reply, outcomes } = await assistant.ask({ text: "yes", conversation });
    expect(reply).toContain("too old");
    expect(outcomes).toEqual([]);
  });

  it("needs one yes for all commands of one answer", async () => {
    const { assistant, devices } = testAssistant(server);
    const volume = { tool: "set_properties", args: { writes: [write("living-speaker", "speaker.volume", 30)] } };
    const open = { tool: "set_properties", args: { writes: [write("hall-lock", "lock.locked", false)] } };
    server.play(calls([open, volume, { ...open, id: "again" }]));
    const asked = await assistant.ask({ text: "unlock the front door" });
    expect(asked.reply).toContain("The speaker is at 30% volume");
    const locked = () => devices.get("hall-lock")?.state.get("lock.locked");
    expect(locked()).toBe(true);
    await assistant.ask({ text: "yes", conversation: asked.conversation });
    expect(locked()).toBe(false);
  });

  it("does not delay harmless commands", async () => {
    const { assistant } = testAssistant(server);
    server.play(
      setting([write("living-lamp", "light.on", true), write("hall-lock", "lock.locked", false)], "Welcome!"),
    );
    const { reply, outcomes } = await assistant.ask({ text: "I am home: light, and open up" });
    expect(outcomes.map(({ status }) => status)).toEqual(["confirmed", "needs-confirmation"]);
    expect(reply).toBe("The floor lamp is on. Unlock the front door?");
  });
});

describe("the budgets of a turn", () => {
  const reading = calls([{ tool: "get_state", args: { room: "kitchen" } }], { usage: { cost: 0.01 } });

  it("forbid tools in the last round", async () => {
    const { assistant } = testAssistant(server, { limits: { rounds: 3 } });
    server.play(reading, reading, words("It is off."));
    const result = await assistant.ask({ text: "is it dark in the kitchen?" });
    expect(result.reply).toBe("It is off.");
    expect(server.requests.map(({ body }) => body.tool_choice)).toEqual(["auto", "auto", "none"]);
    expect(server.requests[2]?.body.tools).toHaveLength(4);
  });

  it.each([
    ["rounds", { rounds: 2 }, 2],
    ["money", { cost: 0.015 }, 2],
    ["tokens", { tokens: 100 }, 1],
  ])("end a turn that has used up its %s", async (_, limits, rounds) => {
    const { assistant } = testAssistant(server, { limits });
    server.play(...Array(rounds).fill(reading));
    const { reply } = await assistant.ask({ text: "is it dark in the kitchen?" });
    expect(reply).toContain("so I stopped");
  });

  it("limit the calls that run, and all calls are answered", async () => {
    const { assistant } = testAssistant(server, { limits: { calls: 2 } });
    const read = { tool: "get_state", args: { room: "kitchen" } };
    server.play(calls([read, read, { ...read, id: "third" }]), words("It is off."));
    await assistant.ask({ text: "is it dark in the kitchen?" });
    expect(server.requests[1]?.body.messages.at(-1)?.content).toContain("used all of its 2 tool calls");
    expect(server.requests[1]?.body.tool_choice).toBe("none");
  });

  it.each([
    ["is it dark in the kitchen?", "the model was no help: it was too slow to answer one request. Nothing was done."],
    ["厨房里是不是黑漆漆的", "大模型也没帮上忙：它太慢，没能在一次请求的时间内答复。没有执行任何操作。"],
  ])("end a turn in time, and the reply says that the model was slow: %s", async (text, told) => {
    const { assistant } = testAssistant(server, { limits: { seconds: 0.1 } });
    server.play({ events: [], end: "hang" });
    expect((await assistant.ask({ text })).reply).toContain(told);
  });
});

it("an empty answer after success does no harm", async () => {
  const silence = { events: [delta({ content: "" }), delta({}, "stop")] };
  const { assistant } = testAssistant(server);
  server.play(setting([write("living-lamp", "light.on", true)]), silence, silence);
  expect((await assistant.ask({ text: "lamp on" })).reply).toBe("The floor lamp is on.");
});
