import { describe, expect, it } from "vitest";
import { calls } from "../../support/model-server.ts";
import { openTalk, setting } from "../../support/open-talk.ts";
import { strictModelServer } from "../../support/strict-model-server.ts";

const server = strictModelServer();

const LOCK = "miot:hallway-lock";
const write = (value: boolean) => ({ device: "hallway-lock", property: "lock.locked", value });
const byName = { device: "Front door", property: "lock.locked", value: true };
const unlock = { tool: "set_properties", args: { writes: [write(false)] } };
const relock = { tool: "set_timer", args: { duration: "5m", writes: [write(true)] } };
const relockByRule = {
  tool: "save_automation",
  args: {
    name: "Lock again",
    triggers: [{ type: "once", in: "5m" }],
    actions: [{ type: "set", target: "hallway-lock", set: { "lock.locked": true } }],
  },
};

describe("a delayed command for a device that waits for a yes", () => {
  it.each([
    ["unlock the front door and lock it again in 5 minutes", "yes", 5],
    ["unlock the front door for ten minutes", "sure", 10],
    ["解锁大门，五分钟后再锁上", "好的", 5],
    ["把大门解锁，过十分钟再锁上", "嗯", 10],
  ])("counts from the yes: %s", async (say, yes, minutes) => {
    const talk = await openTalk(null, "flat", { room: "living" });
    expect(await talk.say(say)).toMatchObject({ expectsReply: true });
    expect(talk.timers()).toEqual([]);
    await talk.pass(50);
    await talk.say(yes);
    expect(talk.timers()).toEqual([{ minutes, commands: [setting(LOCK, "lock.locked", true)] }]);
    await talk.pass(minutes * 60 - 1);
    expect(talk.home.device(LOCK)?.state.get("lock.locked")?.value).toBe(false);
    await talk.pass(2);
    expect(talk.home.device(LOCK)?.state.get("lock.locked")?.value).toBe(true);
  });

  it.each([
    ["a timer after it", [unlock, relock]],
    ["a timer before it", [relock, unlock]],
    ["a rule that runs once", [unlock, relockByRule]],
    ["a timer by the door's name", [unlock, { ...relock, args: { ...relock.args, writes: [byName] } }]],
  ])("counts from the yes when a model called for it: %s", async (_, made) => {
    const talk = await openTalk(server, "flat", { room: "living" });
    server.play(calls(made));
    await talk.say("let the postman in somehow, but not for long");
    expect(talk.plans()).toBe(0);
    await talk.pass(50);
    const { reply } = await talk.say("yes");
    expect(reply).toMatch(/the front door is unlocked/i);
    expect(talk.plans()).toBe(1);
    await talk.pass(299);
    expect(talk.home.device(LOCK)?.state.get("lock.locked")?.value).toBe(false);
    await talk.pass(2);
    expect(talk.home.device(LOCK)?.state.get("lock.locked")?.value).toBe(true);
  });

  it("counts from the yes when the timer was started in an answer before", async () => {
    const talk = await openTalk(server, "flat", { room: "living" });
    server.play(calls([relock, { tool: "get_state", args: { devices: ["hallway-lock"] } }]), calls([unlock]));
    const { reply } = await talk.say("let the postman in somehow, but not for long");
    expect(reply).toMatch(/^Unlock the front door\? 5 minutes after that: lock .*front door\.$/);
    expect(talk.plans()).toBe(0);
    await talk.pass(50);
    expect((await talk.say("yes")).reply).toBe("The front door is unlocked. In 5 minutes: locking the front door.");
    await talk.pass(299);
    expect(talk.home.device(LOCK)?.state.get("lock.locked")?.value).toBe(false);
    await talk.pass(2);
    expect(talk.home.device(LOCK)?.state.get("lock.locked")?.value).toBe(true);
  });

  it.each([
    ["in one call", [{ tool: "set_properties", args: { writes: [write(false), write(true)] } }]],
    ["in two calls", [unlock, { tool: "set_properties", args: { writes: [write(true)] } }]],
  ])("does not run before it: opened and closed again at once, %s", async (_, made) => {
    const talk = await openTalk(server, "flat", { room: "living" });
    server.play(calls(made));
    await talk.say("let the bolt move once");
    expect(talk.done).toEqual([]);
    await talk.say("yes");
    expect(talk.done.map((outcome) => "value" in outcome && outcome.value)).toEqual([false, true]);
    expect(talk.home.device(LOCK)?.state.get("lock.locked")?.value).toBe(true);
  });

  it.each([
    ["close the Front door", 1, 0],
    ["pasta", 0, 1],
  ])("a timer waits where its name has the door: %s", async (name, held, started) => {
    const talk = await openTalk(server, "flat", { room: "living" });
    server.play(calls([unlock, { tool: "set_timer", args: { duration: "10m", name } }]));
    await talk.say("let the postman in somehow");
    expect(talk.plans()).toBe(started);
    await talk.say("yes");
    expect(talk.timers()).toHaveLength(held + started);
  });

  it.each([
    ["make it like a sunset in here", "Sunset", "yes", "no"],
    ["给我来个日落的感觉", "日落", "好", "不要"],
  ])("a scene is saved and activated by one yes: %s", async (text, name, yes, no) => {
    const steps = [{ target: "living-floor-lamp", set: { "light.on": true, "light.brightness": 23 } }];
    const made = [
      { tool: "save_scene", args: { name, steps } },
      { tool: "activate_scene", args: { scene: name } },
    ];
    for (const answer of [no, yes]) {
      const talk = await openTalk(server, "flat", { room: "living", toModel: true });
      server.play(calls(made));
      expect(await talk.say(text)).toMatchObject({ expectsReply: true });
      expect([talk.done, talk.plans()]).toEqual([[], 0]);
      const { reply, expectsReply } = await talk.say(answer);
      expect(expectsReply).toBe(false);
      expect(talk.plans()).toBe(answer === yes ? 1 : 0);
      expect(talk.home.device("miot:living-floor-lamp")?.state.get("light.brightness")?.value === 23).toBe(
        answer === yes,
      );
      if (answer === yes) expect(reply).toMatch(/23/);
    }
  });

  it("does not run after a no, nor after another sentence", async () => {
    for (const instead of ["no", "is the front door locked?"]) {
      const talk = await openTalk(null, "flat", { room: "living" });
      await talk.say("unlock the front door and lock it again in 5 minutes");
      await talk.say(instead);
      await talk.say("yes");
      expect([talk.plans(), talk.done]).toEqual([0, []]);
    }
  });

  it("does not run where the command failed", async () => {
    const talk = await openTalk(null, "flat", { room: "living" });
    const lock = talk.devices.get("hallway-lock");
    for (const text of [
      "unlock the front door for ten minutes",
      "unlock the front door and lock it again in 5 minutes",
    ]) {
      await talk.say(text);
      lock?.setOnline(false);
      expect((await talk.say("yes")).reply).toMatch(/offline/);
      // Nobody is asked for a yes to what cannot be sent.
      expect(await talk.say(text)).toMatchObject({ expectsReply: false, reply: expect.stringMatching(/offline/) });
      lock?.setOnline(true);
    }
    expect(talk.plans()).toBe(0);
  });

  it("does not delay other commands", async () => {
    const talk = await openTalk(null, "flat", { room: "living" });
    await talk.say("unlock the front door and turn off the floor lamp in 5 minutes");
    expect(talk.timers()).toMatchObject([{ minutes: 5, commands: [{ device: "miot:living-floor-lamp" }] }]);
  });
});

describe("several open items of one sentence", () => {
  const BOTH = "turn on the bedside lamp and unlock the front door";

  it("are asked one after the other, and the rest is asked again", async () => {
    const talk = await openTalk(null, "house", { room: "garden" });
    await talk.say(BOTH);
    const left = await talk.say("the left one");
    expect(left).toMatchObject({ expectsReply: true, reply: expect.stringMatching(/front door\?$/) });
    expect(talk.done.map(({ device }) => device)).toEqual(["miot:master-left-lamp"]);
    expect(await talk.say("yes")).toMatchObject({ expectsReply: false });
    expect(talk.done.map(({ device }) => device)).toEqual(["miot:master-left-lamp", "miot:front-door-lock"]);
  });

  it("are confirmed by a yes, and the choice is asked next", async () => {
    const talk = await openTalk(null, "house", { room: "garden" });
    await talk.say(BOTH);
    const { reply, expectsReply } = await talk.say("yes");
    expect([reply, expectsReply]).toEqual([expect.stringMatching(/Which one: .*\?$/), true]);
    expect(talk.done.map(({ device }) => device)).toEqual(["miot:front-door-lock"]);
    await talk.say("both");
    expect(talk.done.slice(1).map(({ device }) => device)).toEqual(["miot:master-left-lamp", "miot:master-right-lamp"]);
  });

  it("get a new minute when they are asked again", async () => {
    const talk = await openTalk(null, "house", { room: "garden" });
    await talk.say(BOTH);
    await talk.pass(55);
    await talk.say("the left one");
    await talk.pass(55);
    await talk.say("yes");
    expect(talk.done.map(({ device }) => device)).toContain("miot:front-door-lock");
  });

  it("are all closed by a question, and all dropped by a no", async () => {
    for (const instead of ["is the front door locked?", "never mind"]) {
      const talk = await openTalk(null, "house", { room: "garden" });
      await talk.say(BOTH);
      await talk.say(instead);
      expect(await talk.open()).toEqual([]);
      expect(talk.done).toEqual([]);
    }
  });
});

describe("a question for a yes", () => {
  it.each([
    [
      "unlock the front door for ten minutes",
      "Unlock the front door? 10 minutes after that: lock the hallway front door.",
    ],
    [
      "unlock the front door and lock it again in 5 minutes",
      "Unlock the front door? 5 minutes after that: lock the hallway front door.",
    ],
    ["解锁大门，五分钟后再锁上", "确定要打开门锁吗？之后过5分钟：锁上玄关门锁。"],
  ])("tells what follows automatically: %s", async (say, question) => {
    const talk = await openTalk(null, "flat", { room: "living" });
    expect((await talk.say(say)).reply).toBe(question);
    expect((await talk.open())[0]?.question).toBe(question);
  });

  it("tells what a model plans to follow", async () => {
    const talk = await openTalk(server, "flat", { room: "living" });
    server.play(calls([unlock, relock]));
    expect((await talk.say("let the postman in somehow, but not for long")).reply).toBe(
      "Unlock the front door? 5 minutes after that: lock the hallway front door.",
    );
  });

  it("names the arguments of an action", async () => {
    const talk = await openTalk(server, "flat", { room: "living" });
    const cooker = talk.home.devices.find(({ spec }) => spec.actions.get("cooker.start-cook"));
    const [mode] = cooker?.spec.actions.get("cooker.start-cook")?.in ?? [];
    const [first] = mode?.values ?? [];
    const args = { device: cooker?.handle, action: "cooker.start-cook", arguments: [first?.value ?? 0] };
    server.play(calls([{ tool: "invoke_action", args }]));
    expect((await talk.say("something warm for grandma would be nice")).reply).toMatch(
      /^Tell the rice cooker to start cooking with \w/,
    );
  });

  it.each([
    [
      "unlock the front door every day at 7",
      "It unlocks a door. Save this rule: every day at 07:00, unlock the hallway front door, until you delete it?",
    ],
    [
      "unlock the front door in ten minutes",
      "It unlocks a door. Plan this once: today at 20:10, unlock the hallway front door?",
    ],
    ["每天早上七点解锁大门", "这会打开门锁。要长期保存吗：每天早上7点，解锁玄关门锁，直到你删除为止？"],
    ["十分钟后解锁大门", "这会打开门锁。要这样安排一次吗：今天 20:10，解锁玄关门锁？"],
    [
      "when the door sensor opens unlock the front door",
      "It unlocks a door. Save this rule: whenever the hallway door opens, unlock the hallway front door, until you delete it?",
    ],
  ])("names the time of a delayed command: %s", async (say, question) => {
    const talk = await openTalk(null, "flat", { room: "living" });
    expect((await talk.say(say)).reply).toBe(question);
  });

  it("says that a model's single unlocking becomes a rule", async () => {
    const talk = await openTalk(server, "flat", { room: "living" });
    const rule = {
      name: "Postman",
      triggers: [{ type: "time", at: "07:00" }],
      actions: [{ type: "set", target: "hallway-lock", set: { "lock.locked": false } }],
    };
    server.play(calls([{ tool: "save_automation", args: rule }]));
    const { reply } = await talk.say("let the postman in somehow");
    expect(reply).toBe(
      "It unlocks a door. Save this rule: every day at 07:00, unlock the hallway front door, until you delete it?",
    );
  });

  it("does not confirm what the same words mean by now", async () => {
    const talk = await openTalk(null, "flat", { room: "living" });
    await talk.say("unlock the front door in ten minutes");
    const [lock, car] = ["miot:hallway-lock", "miot:car"].map((id) => talk.home.device(id));
    if (!lock || !car) throw new Error("the home has changed");
    talk.home.apply([
      { kind: "device", device: { ...lock, room: null, name: "Old lock", aliases: [] } },
      { kind: "device", device: { ...car, room: null, aliases: ["front door"] } },
    ]);
    expect(await talk.say("yes")).toMatchObject({ failed: true });
    expect([talk.done, talk.plans()]).toEqual([[], 0]);
  });

  it("saves a scene of present states as they were at the question", async () => {
    const talk = await openTalk(server, "flat", { room: "living" });
    const heater = "miot:bathroom-heater";
    const heat = (celsius: number) =>
      talk.home.execute([setting(heater, "ptc-bath-heater.target-temperature", celsius)], { kind: "person" });
    server.play(calls([{ tool: "save_scene", args: { name: "Bath", snapshot: { room: "bathroom" } } }]));
    // It heats above 28 °C, which the policy asks about.
    expect(await talk.say("I like it, you will know what to call it")).toMatchObject({ expectsReply: true });
    await heat(25);
    expect(talk.home.device(heater)?.state.get("ptc-bath-heater.target-temperature")?.value).toBe(25);
    await talk.say("yes");
    expect(JSON.stringify(talk.planner.scenes.list())).toContain('"ptc-bath-heater.target-temperature":32');
  });

  it("is asked anew for a scene that does more by now", async () => {
    const talk = await openTalk(server, "flat", { room: "living" });
    const origin = { kind: "person" as const };
    const steps = [{ target: "hallway-lock", set: { "lock.locked": false } }];
    await talk.planner.scenes.save({ id: "home", name: "I am home", steps }, { origin });
    server.play(calls([{ tool: "activate_scene", args: { scene: "home" } }]));
    await talk.say("you know, the usual when I come back");
    const more = [...steps, { target: "miot:car", set: { "car.locked": false } }];
    await talk.planner.scenes.save({ id: "home", name: "I am home", steps: more }, { origin, replace: true });
    expect(await talk.say("yes")).toMatchObject({ expectsReply: true });
    expect(talk.done).toEqual([]);
  });
});

describe("a scene that a model activates after a command that waits", () => {
  it.each([
    [
      "grandma says to unlock the door somehow, and then have us an arriving thing",
      'Unlock the front door? After that the scene "Arriving" is activated.',
      "yes",
    ],
    ["奶奶说先想法把门打开，之后来一下到家了那个", "确定要打开门锁吗？之后启动场景“Arriving”。", "好"],
  ])("waits with it where both are about one device: %s", async (text, question, yes) => {
    const talk = await openTalk(server, "flat", { room: "living", toModel: true });
    const steps = [
      { target: "hallway-lock", set: { "lock.locked": true } },
      { target: "living-floor-lamp", set: { "light.on": true } },
    ];
    const draft = { id: "arrive", name: "Arriving", aliases: ["到家了"], steps };
    await talk.planner.scenes.save(draft, { origin: { kind: "person" }, approved: true });
    server.play(
      calls([
        {
          tool: "set_properties",
          args: { writes: [{ device: "hallway-lock", property: "lock.locked", value: false }] },
        },
        { tool: "activate_scene", args: { scene: "arrive" } },
      ]),
    );
    expect(await talk.say(text)).toMatchObject({ reply: question, expectsReply: true });
    expect(talk.done).toEqual([]);
    await talk.say(yes);
    const locked = talk.done.flatMap((each) =>
      "property" in each && each.property === "lock.locked" ? [each.value] : [],
    );
    expect(locked).toEqual([false, true]);
    expect(talk.done.some(({ device }) => device === "miot:living-floor-lamp")).toBe(true);
  });
});
