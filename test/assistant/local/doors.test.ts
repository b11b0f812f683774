import { afterAll, describe, expect, it } from "vitest";
import { HistoryBench } from "../../support/history.ts";
import { described, LIGHT, testSpec } from "../../support/home.ts";
import { at, LIVED_ZONE } from "../../support/lived-home.ts";
import { talk } from "../../support/speak.ts";

const READ = ["read", "notify"];
const CONTACT = testSpec("magnet-sensor", "magnet-sensor", [["contact-state", { format: "bool", access: READ }]]);
const LOCK = testSpec("lock", "lock", [
  ["locked", { format: "bool" }],
  [
    "door-state",
    {
      access: READ,
      list: [
        [1, "Open"],
        [2, "Closed"],
      ],
    },
  ],
]);
const GARAGE = testSpec("garage-door", "garage-door", [
  ["current-position", { access: READ, unit: "percentage", range: [0, 100, 1] }],
]);
const room = (id: string, name: string, alias: string) => ({ id, name, aliases: [alias], floor: null });
const device = (id: string, name: string, alias: string, where: string, spec: typeof LOCK) =>
  described(id, { name, aliases: [alias], room: where, spec, model: `jia.${spec.kind}.test` });

/** A lock and a sensor at the front door, a sensor at the back door, one at a window, a garage door and a lamp. */
const bench = await HistoryBench.start(
  [
    device("lock", "Front door lock", "大门锁", "hall", LOCK),
    device("sensor", "Front door sensor", "大门传感器", "hall", CONTACT),
    device("back", "Back door contact sensor", "后门门磁", "kitchen", CONTACT),
    device("window", "Kitchen window sensor", "厨房窗户传感器", "kitchen", CONTACT),
    device("garage", "Garage door", "车库门", "garage", GARAGE),
    device("lamp", "Hall lamp", "门厅灯", "hall", LIGHT),
  ],
  {
    timezone: LIVED_ZONE,
    at: at("03-04 06:00"),
    home: {
      rooms: [room("hall", "Hall", "门厅"), room("kitchen", "Kitchen", "厨房"), room("garage", "Garage", "车库")],
    },
  },
);
afterAll(() => bench[Symbol.asyncDispose]());

async function happen(moment: string, id: string, values: Record<string, boolean | number>): Promise<void> {
  await bench.pass(at(`03-04 ${moment}`) - bench.clock.now());
  bench.report(id, values);
}
const CLOSED = { "magnet-sensor.contact-state": true };
const OPEN = { "magnet-sensor.contact-state": false };
for (const id of ["sensor", "back", "window"]) bench.report(id, CLOSED);
bench.report("lock", { "lock.locked": false, "lock.door-state": 2 });
bench.report("garage", { "garage-door.current-position": 0 });
bench.report("lamp", { "light.on": true });
// Both tell of the first opening, two seconds apart; of the second only the sensor knows.
await happen("07:30", "sensor", OPEN);
await happen("07:30:02", "lock", { "lock.door-state": 1 });
await happen("07:31", "sensor", CLOSED);
await happen("07:31:02", "lock", { "lock.door-state": 2 });
await happen("09:00", "sensor", OPEN);
await happen("09:10", "sensor", CLOSED);
await bench.pass(at("03-04 12:00") - bench.clock.now());

const reply = (text: string): Promise<string> =>
  talk(bench.home, bench.clock, null, "kitchen", undefined, null, bench.history).reply(text);

describe("a door with a lock and a sensor was open where either says so", () => {
  it.each([
    [
      "how often was the front door opened this morning",
      "Twice: at 7:30 and 9:00. I only know since 6:00 this morning.",
    ],
    ["when did the front door last open", "It was last opened at 9:00 this morning."],
    ["was the front door open at 9:05 this morning", "Yes, it was open."],
    ["how long was the front door open today", "It was open for 11 minutes. I only know since 6:00 this morning."],
    ["大门今天早上开了几次", "两次，早上7点半和上午9点。我只有今天早上6点以来的记录。"],
    ["大门最后一次打开是几点", "上次是今天上午9点开的。"],
    ["今天上午九点零五分大门开着吗", "开着。"],
    ["今天大门开了多长时间", "开了11分钟。我只有今天早上6点以来的记录。"],
  ])("%s", async (text, told) => expect(await reply(text)).toBe(told));
});

describe('"what is open" covers every door and window', () => {
  it.each([
    ["is the front door shut", "Yes, the front door is closed."],
    ["is there anything open", "Nothing is open."],
    ["are all the doors closed", "Yes, all the doors are closed."],
    ["有什么门开着吗", "没有门开着。"],
    ["所有的门都关了吗", "门都关着。"],
  ])("with all shut: %s", async (text, told) => expect(await reply(text)).toBe(told));

  it.each([
    ["is the front door closed", "No, the front door is open."],
    ["has the front door been left open", "Yes, the front door is open."],
    ["is anything open", "Yes, the front door, the kitchen window and the garage door are open."],
    ["is everything shut", "No, the front door, the kitchen window and the garage door are still open."],
    ["are the doors all closed", "No, the front door and the garage door are still open."],
    ["which doors are open", "The front door and the garage door are open."],
    ["which windows are open", "The kitchen window is open."],
    ["are any of the doors open", "Yes, the front door and the garage door are open."],
    ["大门关了吗", "大门锁没关。"],
    ["所有门都关上了吗", "没有，大门锁和车库门都还开着。"],
    ["有门没关吗", "有，大门锁和车库门都开着。"],
    ["哪扇窗开着", "厨房窗户开着。"],
  ])("with some open: %s", async (text, told) => {
    bench.report("sensor", OPEN);
    bench.report("window", OPEN);
    bench.report("garage", { "garage-door.current-position": 100 });
    expect(await reply(text)).toBe(told);
  });
});

describe("other questions keep their meaning", () => {
  it.each([
    ["is the front door locked", "No, the front door lock is unlocked."],
    ["is the hall lamp on", "Yes, the hall lamp is on."],
    ["门厅灯开着吗", "门厅灯开着。"],
  ])("%s", async (text, told) => expect(await reply(text)).toBe(told));

  it('"it" after the question is the lock', async () => {
    const talking = talk(bench.home, bench.clock, null, "kitchen", undefined, null, bench.history);
    await talking.reply("is the front door open");
    const locked = await talking.say("lock it");
    expect(locked.handled && locked.outcomes.map(({ device }) => device)).toEqual(["test:lock"]);
  });
});
