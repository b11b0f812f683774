/** Two evenings of a household: all that a store can hold comes from them. Times are of Shanghai, UTC+8. */
import { timerEnd } from "../../../src/automation/engine/timer-run.ts";
import { newRun } from "../../../src/automation/runs/new-run.ts";
import type { Origin, OutcomeStatus } from "../../../src/home/index.ts";
import type { MemoryEntry } from "../../../src/people/memory/index.ts";
import type { Notice } from "../../../src/people/notices/index.ts";
import { until } from "../until.ts";
import { SCENES, STARTED, TRIGGERED } from "./definitions.ts";
import { Household, type HouseholdOptions } from "./household.ts";
import { TALKS, talk } from "./talks.ts";

const MINUTE = 60_000;
export const FIRST_EVENING = Date.parse("2026-11-26T18:00:00+08:00");
export const SECOND_EVENING = Date.parse("2026-11-27T19:00:00+08:00");
/** When the process ends: one automation came due at this moment and was claimed. */
export const END = Date.parse("2026-11-27T20:00:00+08:00");

const LI: Origin = { kind: "person", name: "Li" };
const APP: Origin = { kind: "api", token: "kitchen tablet" };

/**
 * Lives both evenings in an empty store and gives the household as it is at `END`, still running: to be killed.
 * `options.at` is not looked at.
 */
export async function simulateEvenings(options: HouseholdOptions): Promise<Household> {
  const first = await Household.open({ ...options, at: FIRST_EVENING });
  try {
    await define(first);
    await endInEveryWay(first);
    await commandInEveryWay(first);
    await first.advanceTo(FIRST_EVENING + 40 * MINUTE);
  } finally {
    await first.stop();
  }
  // A night and a day in which nothing ran: due times are missed, one is made up for.
  const second = await Household.open({ ...options, at: SECOND_EVENING });
  try {
    await fillSettings(second);
    await tellPeople(second);
    await remember(second);
    await nameThings(second);
    await live(second);
    await startTimers(second);
    await startWaiting(second);
    await converse(second, options);
    await beCutOff(second);
  } catch (error) {
    await second.stop();
    throw error;
  }
  return second;
}

async function define({ planner }: Household): Promise<void> {
  for (const scene of SCENES) await planner.scenes.save(scene, { origin: LI, approved: scene.id !== "open-unasked" });
  const now = planner.scenes.snapshot("现在的灯光", { kind: "light" });
  await planner.scenes.save({ ...now, aliases: ["as it is"] }, { origin: LI });
  for (const automation of [...TRIGGERED, ...STARTED]) {
    await planner.automations.save(automation, { origin: LI, approved: automation.id !== "unlocks-unasked" });
  }
  await planner.automations.setEnabled("switched-off", false, APP);
}

/** Runs that are done, failed, skipped and stopped, scenes with undo, events, messages and webhooks that start something. */
async function endInEveryWay(house: Household): Promise<void> {
  const { planner, home, time } = house;
  await planner.scenes.activate("movie-night", { origin: LI, parameters: { level: 30 } });
  await planner.scenes.undo("movie-night", LI);
  await planner.scenes.activate("open-house", { origin: APP });
  await planner.scenes.activate("open-unasked", { origin: APP });
  await home.execute(
    [{ kind: "set", device: "hallway-lock", properties: [{ address: "lock.locked", value: true }] }],
    LI,
  );
  house.report("bedroom-climate", { "temperature-humidity-sensor.temperature": 19.5 });
  home.apply([{ kind: "event", id: "miot:bedroom-button", event: "switch-sensor.click", arguments: [] }]);
  house.messages.send("doorbell/+/pressed", "yes");
  planner.webhook("happenings-key-0001");
  await planner.automations.run("every-action", { origin: LI });
  const kettle = house.devices.get("kitchen-kettle");
  if (!kettle) throw new Error("the home has no kettle");
  kettle.fault = { kind: "reject", code: -704_220_043 };
  await planner.automations.run("fails", { origin: APP });
  kettle.fault = null;
  await planner.automations.run("skips", { origin: { kind: "mcp", client: "notebook" } });
  await planner.automations.run("waits", { origin: LI });
  await planner.automations.run("waits", { origin: LI });
  for (const run of await planner.runs.list({ of: "waits", status: "waiting" })) await planner.runs.stop(run.id, LI);
  await planner.timers.start({ name: "tea", durationMs: 3 * MINUTE, origin: LI });
  await planner.timers.start({
    durationMs: 5 * MINUTE,
    commands: [{ kind: "set", device: "miot:study-fan", properties: [{ address: "fan.on", value: true }] }],
    origin: LI,
  });
  await house.advanceTo(time.now() + 10 * MINUTE);
}

/** Commands with every outcome that there is. */
async function commandInEveryWay({ home, devices, store, time }: Household): Promise<void> {
  const set = (device: string, address: string, value: boolean | number) =>
    ({ kind: "set", device, properties: [{ address, value }] }) as const;
  const faulty = async (device: string, kind: "silent" | "offline", address: string) => {
    const simulated = devices.get(device);
    if (!simulated) throw new Error(`the home has no ${device}`);
    simulated.fault = { kind };
    await home.execute([set(device, address, true)], { kind: "conversation", conversation: "faults", text: "开" });
    simulated.fault = null;
  };
  await home.execute([set("study-fan", "fan.on", true), set("study-fan", "fan.on", true)], LI);
  await home.execute([{ kind: "invoke", device: "study-fan", action: "fan.toggle", in: [] }], APP);
  await home.execute([{ kind: "invoke", device: "living-vacuum", action: "vacuum.start-sweep", in: [] }], APP);
  await home.execute([set("study-fan", "fan.fan-level", 99), set("nowhere", "light.on", true)], LI);
  await home.execute([set("hallway-lock", "lock.locked", false)], { kind: "person" });
  await faulty("study-printer-plug", "silent", "switch.on");
  await faulty("study-printer-plug", "offline", "switch.on");
  // As the home notes it for a device that never reports.
  const command = set("miot:study-fan", "fan.horizontal-swing", true);
  const target = { device: command.device, property: "fan.horizontal-swing", value: true };
  const accepted: OutcomeStatus = "accepted";
  await store.audit.record({
    at: time.now(),
    origin: { kind: "api" },
    command,
    outcomes: [{ ...target, status: accepted }],
    ms: 12.5,
  });
}

async function fillSettings({ store, time }: Household): Promise<void> {
  await store.settings.set("language", "zh", time.now());
  await store.settings.set("greeting", { text: "晚上好", until: [22, 30], loud: false }, time.now());
}

/** Modes of the home with everything that one has, and when which began. */
async function live({ store: { modes }, time }: Household): Promise<void> {
  const at = time.now();
  await modes.replace(
    [
      { id: "home", name: "在家", aliases: ["Home"], begins: [{ when: "someone-arrived", from: ["away"] }] },
      { id: "away", name: "离家", scene: "movie-night", checks: ["open", "unlocked", "running", "lights", "water"] },
    ],
    at,
  );
  await modes.began({ mode: "away", before: "home", at: at - 1000, by: APP });
  await modes.began({ mode: "home", before: "away", at, by: { kind: "schedule", id: "mode/home", approved: false } });
}

/** An entry of every kind, of the home and of a person, and a change of every kind. */
async function remember({ store: { memory }, time }: Household): Promise<void> {
  const at = time.now();
  const told = { person: null, at, by: null, until: null };
  const saved: readonly MemoryEntry[] = [
    { ...told, id: "memory-1", kind: "name", name: "小窝", of: { type: "room", id: "study" }, text: "书房叫小窝" },
    { ...told, id: "memory-2", kind: "time", name: "bedtime", clock: "23:00", weekdays: [1, 2], text: "我十一点睡" },
    {
      ...told,
      id: "memory-3",
      kind: "preference",
      of: { type: "kind", id: "light", room: "living-room" },
      property: "brightness",
      value: 40,
      part: "evening",
      text: "晚上客厅灯调到40%",
      person: "li",
      by: "li",
    },
    { ...told, id: "memory-4", kind: "fact", text: "bin day is Thursday", by: "li", until: at + 86_400_000 },
  ];
  const change = { at, kind: "fact", entry: "memory-4", person: null, origin: APP } as const;
  await memory.write({
    saved,
    forgotten: [],
    changes: [
      ...saved.map(({ id, kind, person }) => ({ ...change, change: "add", kind, entry: id, person }) as const),
      { ...change, change: "change", origin: { ...LI, person: "li" } },
      { ...change, change: "forget", entry: "memory-0" },
      { ...change, change: "expire", entry: "memory-00", origin: { kind: "schedule", id: "memory", approved: true } },
      { ...change, change: "refuse", entry: null },
    ],
  });
}

/** Notices of every kind, who has read them, channels with all that they hold, and what is to be sent. */
async function tellPeople({ store: { notices, channels, outbox }, time }: Household): Promise<void> {
  const at = time.now();
  const plain = { device: null, room: null, act: null, lasting: false, to: null, lastAt: at, count: 1, endedAt: null };
  const close = {
    kind: "set",
    device: "miot:hallway-lock",
    properties: [{ address: "lock.locked", value: true }],
  } as const;
  const told: readonly Notice[] = [
    {
      ...plain,
      id: "notice-1",
      level: "alarm",
      subject: "leak/miot:kitchen-leak",
      text: { key: "notices.runFailed", values: { name: { texts: { en: "Sink", zh: "水槽" } }, reason: "" } },
      source: "watch/leak",
      device: "miot:kitchen-leak",
      room: "kitchen",
      act: { kind: "commands", commands: [close], label: { key: "notices.nothingHelps" } },
      lasting: true,
      to: ["li"],
      at: at - 60_000,
      count: 3,
      notAfter: at + 3_540_000,
    },
    {
      ...plain,
      id: "notice-2",
      level: "warning",
      subject: "run/fails",
      text: "水开了",
      source: "automation/fails",
      act: { kind: "question", text: "why is the kettle off" },
      at: at - 50_000,
      endedAt: at,
      notAfter: at + 1_750_000,
    },
    {
      ...plain,
      id: "notice-3",
      level: "info",
      subject: "post",
      text: "post",
      source: "other",
      at,
      notAfter: at + 1_800_000,
    },
  ];
  for (const notice of told) await notices.save(notice);
  await notices.saveReads([
    { notice: "notice-2", reader: "li", at },
    { notice: "notice-3", reader: null, at },
  ]);
  const way = {
    way: "ntfy",
    person: null,
    levels: ["warning", "alarm"],
    quiet: null,
    enabled: true,
    createdAt: at,
  } as const;
  await channels.save({
    ...way,
    id: "li-phone",
    name: "李的手机",
    person: "li",
    levels: ["info", "warning", "alarm"],
    quiet: { from: "22:00", to: "07:00", alarms: false },
    settings: { server: "https://ntfy.example.org" },
    secrets: { topic: "a-topic-of-ours", token: "tk_0123456789" },
  });
  await channels.save({
    ...way,
    id: "hall",
    name: "Hall",
    enabled: false,
    createdAt: at + 1,
    settings: {},
    secrets: { url: "https://hooks.example.org/x" },
  });
  await channels.saveState({
    channel: "li-phone",
    failures: 0,
    failingSince: null,
    failure: null,
    workedAt: at,
    replaces: true,
  });
  await channels.saveState({
    channel: "hall",
    failures: 4,
    failingSince: at - 600_000,
    failure: { key: "notices.nothingHelps" },
    workedAt: null,
    replaces: false,
  });
  const entry = {
    notice: "notice-1",
    channel: "li-phone",
    level: "alarm",
    attempts: 0,
    message: null,
    settledAt: null,
  } as const;
  await outbox.save([
    { ...entry, id: "outbox-1", state: "waiting", dueAt: 0, notAfter: at + 3_540_000, createdAt: at },
    {
      ...entry,
      id: "outbox-2",
      state: "sending",
      dueAt: 0,
      notAfter: at + 60_000,
      createdAt: at + 1,
      message: "m-1",
      attempts: 1,
    },
    {
      ...entry,
      id: "outbox-3",
      state: "sent",
      dueAt: 0,
      notAfter: at + 60_000,
      createdAt: at + 2,
      message: "m-2",
      attempts: 1,
      settledAt: at,
    },
  ]);
  await channels.saveQuietUntil({ person: "li", until: at + 3_600_000 });
  await channels.saveQuietUntil({ person: null, until: at });
}

async function startTimers(house: Household): Promise<void> {
  const lamp = (on: boolean) =>
    ({ kind: "set", device: "miot:living-floor-lamp", properties: [{ address: "light.on", value: on }] }) as const;
  const toggle = { kind: "invoke", device: "miot:hallway-switch", action: "switch-3.toggle", in: [] } as const;
  const unlock = {
    kind: "set",
    device: "miot:hallway-lock",
    properties: [{ address: "lock.locked", value: false }],
  } as const;
  const { timers } = house.planner;
  await timers.start({ name: "面条", durationMs: 75 * MINUTE, origin: LI, room: "kitchen" });
  await timers.start({ name: "收衣服", durationMs: 30 * 60 * MINUTE, origin: APP });
  await timers.start({ durationMs: 90 * MINUTE, commands: [lamp(true), toggle], origin: LI, room: "living" });
  await timers.start({ name: "guests", durationMs: 80 * MINUTE, commands: [unlock], origin: LI, approved: true });
  await timers.start({ name: "guests, not agreed to", durationMs: 79 * MINUTE, commands: [unlock], origin: LI });
  const longer = await timers.start({ name: "bread", durationMs: 60 * MINUTE, origin: LI });
  await timers.add(longer.id, 25 * MINUTE, LI);
  const paused = await timers.start({ name: "homework", durationMs: 45 * MINUTE, origin: LI, room: "study" });
  const pausedWithCommands = await timers.start({
    name: "暂停的",
    durationMs: 50 * MINUTE,
    commands: [lamp(false)],
    origin: APP,
  });
  await timers.start({ name: "cut off", durationMs: 60 * MINUTE, commands: [lamp(false)], origin: LI });
  await house.advanceTo(SECOND_EVENING + 12 * MINUTE);
  await timers.pause(paused.id, LI);
  await timers.pause(pausedWithCommands.id, LI);
}

async function startWaiting(house: Household): Promise<void> {
  const { planner } = house;
  await house.advanceTo(SECOND_EVENING + 40 * MINUTE);
  await planner.automations.run("waits-in-rounds", { origin: LI });
  await house.advanceTo(SECOND_EVENING + 50 * MINUTE);
  for (const id of ["waits", "waits-until", "waits-for-nothing", "waits-in-a-choice"]) {
    await planner.automations.run(id, { origin: LI });
  }
  house.report("kitchen-leak", { "submersion-sensor.submersion-state": true });
  await house.advanceTo(SECOND_EVENING + 56 * MINUTE);
  await planner.automations.run("one-after-another", { origin: LI });
  await planner.automations.run("one-after-another", { origin: APP });
  await planner.scenes.activate("slow-dawn", { origin: LI });
}

async function converse(house: Household, { server }: HouseholdOptions): Promise<void> {
  await house.advanceTo(SECOND_EVENING + 58 * MINUTE);
  for (const each of TALKS) {
    for (const turn of each.before) await talk(house, server, each, turn);
  }
  await house.advanceTo(END - 5_000);
}

/** What stands in the store of a process that ends in the middle: steps, timers, claims and commands that were under way. */
async function beCutOff(house: Household): Promise<void> {
  const { planner, store, time } = house;
  time.jumpTo(END);
  const timer = planner.timers.list().find(({ name }) => name === "cut off");
  if (timer?.state.kind !== "running") throw new Error("no timer comes due now");
  await store.timers.finish(timer.id, timerEnd(timer, timer.state.dueAt, END).record);
  const cause = { type: "time", trigger: 0, dueAt: END, detail: "", chain: [] };
  const about = { of: "claimed", name: "Claimed when the process ended", cause, startedAt: END };
  const run = newRun({ ...about, kind: "automation", origin: { kind: "schedule", id: "claimed", approved: false } });
  await store.automations.claim([
    {
      automation: "claimed",
      trigger: 0,
      settledTo: END,
      runs: [{ run, checkpoint: { position: [], begun: false, deadline: null } }],
    },
  ]);
  // Its answer never comes.
  void planner.automations.run("cut-off", { origin: LI });
  await noteUnknown(house, "study-monitor-light");
  // One that an earlier process left open, and of which was told since.
  await store.audit.closeInterrupted();
  await noteUnknown(house, "living-tv");
  await store.lease.acquire(30_000);
  let begun = false;
  const look = setInterval(() => {
    void store.runs.unfinished().then((records) => {
      begun = records.some(({ run: { of }, checkpoint }) => of === "cut-off" && checkpoint?.begun === true);
    });
  }, 10);
  await until("the step that is cut off", () => begun).finally(() => clearInterval(look));
}

/** A command whose outcome never comes. */
async function noteUnknown({ store, time }: Household, device: string): Promise<void> {
  const id = `miot:${device}`;
  const properties = [{ address: device === "living-tv" ? "television.on" : "light.on", value: true }] as const;
  const [{ address: property, value }] = properties;
  await store.audit.begin({
    at: time.now(),
    origin: LI,
    command: { kind: "set", device: id, properties },
    outcomes: [{ device: id, property, value, status: "unknown" }],
  });
}

/** What people set for devices, rooms and floors, with every field, and a group that they made. */
async function nameThings({ store: { deviceOverrides, homeParts }, time }: Household): Promise<void> {
  const at = time.now();
  const shown = { order: 2.5, icon: "sofa" };
  const otherNames = ["Reading lamp"];
  const named = { name: "阅读灯", otherNames, aliases: ["小灯"], hidden: true, favourite: true, ...shown };
  await deviceOverrides.set("miot:study-fan", { ...named, room: { id: "study", name: "书房" } }, at);
  await deviceOverrides.set("miot:gone", { room: null }, at);
  await homeParts.set(
    "room",
    "attic",
    { made: true, name: "阁楼", aliases: ["Loft"], floor: "upstairs", ...shown },
    at,
  );
  await homeParts.set("room", "study", { floor: null }, at);
  await homeParts.set("floor", "upstairs", { made: true, name: "楼上", aliases: [], ...shown }, at);
  const members = ["miot:study-fan", "miot:gone"];
  await homeParts.set("group", "evening", { name: "晚间", aliases: ["Evening"], members, ...shown }, at);
}
