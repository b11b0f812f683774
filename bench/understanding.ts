import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { type DialogueContext, HomeIndex, understand } from "../src/assistant/local/index.ts";
import { type Device, type Room, systemClock } from "../src/home/index.ts";
import { SpecLibrary } from "../src/library/index.ts";
import { type BenchRow, compared, median } from "./row.ts";

const REPORTED = { reportedAt: 0, changedAt: 0, changeSeen: false, dueAt: null };

/** Everyday sentences, of every length, keyed by language. */
const SENTENCES = {
  en: [
    "turn off the lights in the living room",
    "set the bedroom lamp to thirty percent",
    "is the kitchen light on",
    "close the curtains and turn on the fan in the study",
    "make it a bit warmer",
    "what is the temperature in the bedroom",
    "turn everything off except the hall light",
    "turn the volume up by 10 percent in the kitchen",
  ],
  zh: [
    "打开客厅的灯",
    "把卧室的灯调到百分之三十",
    "厨房的灯开着吗",
    "关灯拉窗帘",
    "热一点",
    "卧室现在几度",
    "除了走廊的灯全部关掉",
    "厨房音箱声音大一点",
  ],
} as const;

const ROOMS = [
  "Living room,客厅",
  "Bedroom,卧室",
  "Kitchen,厨房",
  "Study,书房",
  "Hall,走廊",
  "Bathroom,浴室",
  "Garage,车库",
  "Balcony,阳台",
];
const KINDS = [
  { model: "jia.light.white", name: "Ceiling light", zh: "吸顶灯" },
  { model: "yeelink.light.color5", name: "Lamp", zh: "台灯" },
  { model: "lumi.curtain.hagl08", name: "Curtains", zh: "窗帘" },
  { model: "dmaker.fan.p33", name: "Fan", zh: "风扇" },
  { model: "xiaomi.airc.r24r00", name: "Air conditioner", zh: "空调" },
  { model: "jia.temphum.generic", name: "Thermometer", zh: "温湿度计" },
  { model: "xiaomi.wifispeaker.lx06", name: "Speaker", zh: "音箱" },
  { model: "cuco.plug.cp2", name: "Plug", zh: "插座" },
];
/** What nobody says, at the worst length of each kind: repeats, noise, misspellings; up to 10 kB. */
const LONG = [
  "turn on the lamp and ",
  "打开客厅的灯然后",
  "开灯和关灯",
  "ligth kichen lmap ",
  "ceiling lamp fan ",
  "的",
  "1",
  noise(1000),
].flatMap((text) =>
  [300, 1000, 2000, 10_000].map((length) => text.repeat(Math.ceil(length / text.length)).slice(0, length)),
);
const ROUNDS = 400;
const library = new SpecLibrary("devices");

/** Understanding a sentence in a home of 60 and of 2,000 devices, building the index, and a rename. */
export async function run(): Promise<BenchRow[]> {
  const small = indexOf(60);
  const large = indexOf(2000);
  const rows: BenchRow[] = [];
  const measured = [
    ["en", SENTENCES.en, 0.15],
    ["zh", SENTENCES.zh, 0.1],
  ] as const;
  // A home runs for months and hears both languages: what was not compiled yet is no part of it.
  for (const home of [small, large])
    for (const [language, sentences] of measured) measure(sentences, home.context(language));
  for (const [language, sentences, limit] of measured) {
    const few = measure(sentences, small.context(language));
    const many = measure(sentences, large.context(language));
    rows.push({
      name: `understand a sentence (${language}), 60 devices, median`,
      value: few.median,
      unit: "ms",
      limit,
      ok: few.median <= limit,
    });
    rows.push({ name: `the same, 99th percentile`, value: few.p99, unit: "ms", limit: 1, ok: few.p99 < 1 });
    rows.push(
      compared(`understand a sentence (${language}), 2,000 devices against 60`, many.median, few.median, "ms", 2),
    );
  }
  const longest = Math.max(...LONG.map((text) => timeOf(text, small.context("en"))));
  rows.push({ name: "the longest of any text up to 10 kB", value: longest, unit: "ms", limit: 5, ok: longest <= 5 });
  for (const [count, limit] of [
    [60, 8],
    [2000, 2],
  ] as const) {
    const held = heldBy(count);
    const name = `memory of the index of ${count.toLocaleString("en")} devices, a device`;
    rows.push({ name, value: held, unit: "kB", limit, ok: held <= limit });
  }
  const built = median(Array.from({ length: 5 }, () => indexOf(2000).ms));
  rows.push({ name: "index of 2,000 devices", value: built, unit: "ms", limit: 300, ok: built < 300 });
  const device = large.devices[1000];
  if (device) {
    const began = performance.now();
    for (let round = 0; round < 200; round += 1) large.index.update({ ...device, name: `Lamp ${round}` });
    rows.push(compared("a rename, against building the index", (performance.now() - began) / 200, built, "ms", 0.01));
  }
  return await Promise.resolve(rows);
}

/** Characters from many scripts, the same at every run. */
function noise(length: number): string {
  return Array.from({ length }, (_, at) => String.fromCodePoint(33 + ((at * 7919) % 5000))).join("");
}

/** Milliseconds that one text takes: the middle of some rounds. */
function timeOf(text: string, context: DialogueContext): number {
  const times = Array.from({ length: 15 }, () => {
    const began = performance.now();
    understand(text, context, null);
    return performance.now() - began;
  });
  return median(times.slice(5));
}

function measure(sentences: readonly string[], context: DialogueContext): { median: number; p99: number } {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const sentence of sentences) {
      const began = performance.now();
      const { kind } = understand(sentence, context, null);
      const took = performance.now() - began;
      if (kind !== "plan") throw new Error(`not understood: ${sentence}`);
      if (round >= ROUNDS / 4) times.push(took);
    }
  }
  times.sort((a, b) => a - b);
  return { median: median(times), p99: times[Math.floor(times.length * 0.99)] ?? Number.NaN };
}

function indexOf(count: number): {
  index: HomeIndex;
  ms: number;
  devices: Device[];
  context: (language: "en" | "zh") => DialogueContext;
} {
  const rooms = roomsFor(count);
  const devices = Array.from({ length: count }, (_, at) => deviceAt(at, rooms));
  const index = new HomeIndex();
  const began = performance.now();
  index.setLayout(rooms, []);
  for (const device of devices) index.update(device);
  const ms = performance.now() - began;
  const focus = { devices: devices.slice(4, 5).map(({ id }) => id), rooms: [], address: null };
  return {
    index,
    ms,
    devices,
    context: (language) => ({ index, language, room: "room-0", focus, now: systemClock.now() }),
  };
}

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** Memory that an index holds for each of its devices, in kB. */
function heldBy(count: number): number {
  const rooms = roomsFor(count);
  const devices = Array.from({ length: count }, (_, at) => deviceAt(at, rooms));
  const before = memory();
  const indexes = Array.from({ length: Math.ceil(2000 / count) }, () => {
    const index = new HomeIndex();
    index.setLayout(rooms, []);
    for (const device of devices) index.update(device);
    return index;
  });
  return (memory() - before) / indexes.length / devices.length / 1024;
}

/** What is in use, in bytes. */
function memory(): number {
  collect();
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Eight devices a room; from the ninth room on they are numbered. */
function roomsFor(count: number): Room[] {
  return Array.from({ length: Math.ceil(count / KINDS.length) }, (_, at) => {
    const [name = "", zh = ""] = (ROOMS[at % ROOMS.length] ?? "").split(",");
    const number = at < ROOMS.length ? "" : ` ${Math.floor(at / ROOMS.length) + 1}`;
    return { id: `room-${at}`, name: `${name}${number}`, aliases: [`${zh}${number.trim()}`], floor: null };
  });
}

function deviceAt(at: number, rooms: readonly Room[]): Device {
  const kind = KINDS[at % KINDS.length];
  const room = rooms[Math.floor(at / KINDS.length)] ?? null;
  const spec = kind && library.byModel(kind.model);
  if (!kind || !spec) throw new Error("a model of the bench is not in devices/");
  const state = new Map(
    [...spec.properties.values()].map((property) => [
      property.address,
      { value: property.format === "bool" ? false : (property.range?.min ?? 0), ...REPORTED },
    ]),
  );
  return {
    id: `miot:${at}`,
    handle: `device-${at}`,
    name: kind.name,
    aliases: [kind.zh],
    room,
    model: kind.model,
    spec,
    dialect: "miot",
    reports: true,
    members: [],
    essential: false,
    essentialMark: null,
    online: true,
    offlineSince: null,
    lostSince: null,
    lastSeen: 0,
    state,
    gaps: new Map(),
    unanswered: new Map(),
  };
}
