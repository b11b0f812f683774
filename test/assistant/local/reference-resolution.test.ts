import { describe, expect, it } from "vitest";
import type { Value } from "../../../src/home/index.ts";
import { planningIn } from "../../support/speak.ts";

/** What is said turn by turn; what the last turn changes and is answered. */
async function talked(
  home: "flat" | "house",
  turns: readonly string[],
  room?: string,
): Promise<{ readonly changes: Record<string, Value>; readonly reply: string }> {
  const talk = await planningIn(home, room === undefined ? {} : { room });
  for (const turn of turns.slice(0, -1)) await talk.say(turn);
  const changes = await talk.changes(turns.at(-1) ?? "");
  return { changes, reply: talk.conversation.exchanges.at(-1)?.reply ?? "" };
}

describe('a bare "stop" beside a remark does not stop what happens to play', () => {
  it.each([
    ["flat", ["Start the dishwasher", "No, stop, I haven't loaded it"]],
    ["house", ["Start the robot vacuum", "No, stop, the cat is in there"]],
    ["house", ["打开扫地机", "停停停，我还没收拾呢"]],
    ["flat", ["这空调再吹四十分钟就够了，到点给我停掉"]],
    ["house", ["音箱再放十分钟就够了，到点给我停掉"]],
  ] as const)("%s: %s", async (home, turns) => expect((await talked(home, turns)).changes).toEqual({}));

  it('a bare "stop" alone stops what plays', async () => {
    expect((await talked("flat", ["stop"])).changes).toEqual({ "living-speaker.play-control.playing-state": 2 });
    expect((await talked("flat", ["停"])).changes).toEqual({ "living-speaker.play-control.playing-state": 2 });
  });
});

describe('"how it was" is the state before all commands to the device, turn after turn', () => {
  it.each([
    ["turn on the spotlights", "set them to 40", "put the spots back how they were"],
    ["打开射灯", "调到40", "射灯改回原来的样子"],
  ])("%s, %s, %s", async (...turns) =>
    expect((await talked("house", turns, "living")).changes).toEqual({
      "living-spots.light.on": false,
      "living-spots.light.brightness": 100,
    }),
  );

  it('"how it was" does not go back beyond another command', async () => {
    const turns = [
      "turn on the spotlights",
      "turn off the floor lamp",
      "spotlights to 40",
      "put the spots back how they were",
    ];
    expect((await talked("house", turns, "living")).changes).toEqual({ "living-spots.light.brightness": 100 });
  });
});

describe("the last plan is moved, by any length", () => {
  it.each([
    [
      "Wake me at seven tomorrow",
      "make that three quarters of an hour later",
      "The alarm is now set for 07:45 tomorrow.",
    ],
    ["Wake me at seven tomorrow", "an hour and a quarter later please", "The alarm is now set for 08:15 tomorrow."],
    [
      "Wake me at seven tomorrow",
      "push that back three quarters of an hour",
      "The alarm is now set for 07:45 tomorrow.",
    ],
    ["Wake me at seven tomorrow", "half an hour earlier", "The alarm is now set for 06:30 tomorrow."],
    ["set a timer for twenty minutes", "make that three quarters of an hour", "The timer is set for 45 minutes now."],
    ["明早七点叫我起床", "改晚一个半小时", "闹钟改到明天早上8点半了。"],
    ["明早七点叫我起床", "还是晚半个钟头吧", "闹钟改到明天早上7点半了。"],
    ["明早七点叫我起床", "还是早一刻钟吧", "闹钟改到明天早上6点45分了。"],
  ])("%s, %s", async (made, said, told) => expect((await talked("flat", [made, said])).reply).toBe(told));

  it("a move that is not parsed asks for no device", async () => {
    expect((await talked("flat", ["Wake me at seven tomorrow", "set that to whatever suits"])).reply).toBe("");
  });
});

describe("a word for a kind means the device of that kind, where the room has one", () => {
  it.each([
    ["书房的空调调到25度", { "study-ac.air-conditioner.on": true, "study-ac.air-conditioner.target-temperature": 25 }],
    [
      "不对不对，我是说书房的空调，打开，25度",
      { "study-ac.air-conditioner.on": true, "study-ac.air-conditioner.target-temperature": 25 },
    ],
    ["打开车库的灯", { "garage-light.light.on": true }],
    ["turn on the light in the garage", { "garage-light.light.on": true }],
  ])("%s", async (text, changes) => expect((await talked("house", [text])).changes).toEqual(changes));

  it("for later as well", async () => {
    expect((await talked("house", ["二十分钟以后把车库灯打开"])).reply).toBe("好的，中午12点20分打开车库吸顶灯。");
  });

  it("but the thermostat by its name", async () => {
    expect((await talked("house", ["书房的温控器调到25度"])).changes).toEqual({
      "study-thermostat.thermostat.target-temperature": 25,
    });
  });
});

describe("a remark beside a pick does not change the question", () => {
  const done = { "living-ac.air-conditioner.on": true, "living-ac.air-conditioner.target-temperature": 24 };

  it.each([
    [["调到24度", "我说的是客厅空调，顺手给开了"]],
    [["把空调调到24度", "客厅的，顺便打开"]],
    [["set the AC to 24", "the living room one, and turn it on"]],
    [["set it to 24", "the living room AC, and turn it on"]],
  ])("%s", async (turns) => expect((await talked("house", turns)).changes).toEqual(done));
});

describe("a question in between leaves the choice open", () => {
  it.each([
    [["把取暖器打开", "家里有哪些取暖器？", "那就开艾玛房间的"]],
    [["turn on the heater", "how many heaters are there?", "Emma's then"]],
  ])("%s", async (turns) => expect((await talked("house", turns)).changes).toEqual({ "emma-heater.heater.on": true }));
});

describe("a complaint about a setting switches nothing on", () => {
  it.each([
    ["冻得我直打哆嗦，这空调温度开得也太低了"],
    ["这空调开得太低了"],
    ["I'm shivering, the AC is set far too low"],
  ])("%s", async (text) =>
    expect((await talked("house", [text], "master")).changes).toEqual({
      "master-ac.air-conditioner.target-temperature": 22,
    }),
  );
});

describe("a device that the room lacks is not taken from another room", () => {
  it.each([
    [
      "I don't need the light in here at full whack, so set it to thirty percent",
      "There's no light in the hallway. The closest is the ceiling light in the living room.",
    ],
    ["这里的灯不用开那么亮，调到30%就行", "玄关没有灯，不过有客厅的吸顶灯。"],
  ])("%s", async (text, told) => expect((await talked("flat", [text], "hallway")).reply).toBe(told));
});

describe('"those that are not locked" means all of these', () => {
  it.each([["没锁的门都锁上"], ["lock all the doors that aren't locked"], ["lock the unlocked doors"]])(
    "%s",
    async (text) => expect((await talked("house", [text])).changes).toEqual({ "garage-side-door.lock.locked": true }),
  );
});

it.each(["does it ring on Saturday?", "will it go off on Saturday?"])(
  '"does it ring" is not about a lamp: %s',
  async (text) => expect((await talked("flat", ["wake me at 7:30 every weekday", text], "living")).reply).toBe(""),
);

describe("the sentence before resolves the ellipsis", () => {
  it.each([
    [["把电视音量调到三十，然后静音"], { "living-tv.speaker.volume": 30, "living-tv.speaker.mute": true }],
    [["set the TV volume to 30 and then mute"], { "living-tv.speaker.volume": 30, "living-tv.speaker.mute": true }],
    [["is anything on in the study?", "turn those off"], { "study-monitor-light.light.on": false }],
    [["书房有什么开着吗？", "把它们都关了"], { "study-monitor-light.light.on": false }],
  ])("%s", async (turns, changes) => expect((await talked("flat", turns, "living")).changes).toEqual(changes));

  it.each([
    [["Wake me at seven tomorrow", "make it ten past"], "The alarm is now set for 07:10 tomorrow."],
    [["Wake me at seven tomorrow", "make it quarter past"], "The alarm is now set for 07:15 tomorrow."],
    [["Wake me at seven tomorrow", "make it ten"], "The alarm is now set for 10:00 tomorrow."],
    [["Wake me at seven tomorrow", "make it twenty to"], ""],
    [["晚上七点提醒我喂猫"], "好的，明天晚上7点提醒你喂猫。"],
  ])("%s", async (turns, told) => expect((await talked("flat", turns)).reply).toBe(told));
});
