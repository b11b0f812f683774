import { describe, expect, it } from "vitest";
import { type HomeChange, knowledgeOf, type Value } from "../../../src/home/index.ts";
import { described, LIGHT, type PropertyShape, testHome, testSpec } from "../../support/home.ts";
import { talk } from "../../support/speak.ts";

const told = { access: ["read", "notify"] } as const;
const CONTACT = testSpec("magnet-sensor", "magnet-sensor", [["contact-state", { format: "bool", ...told }]]);
const CLIMATE = testSpec("temperature-humidity-sensor", "environment", [
  ["temperature", { format: "float", unit: "celsius", ...told }],
  ["relative-humidity", { format: "float", unit: "percentage", range: [0, 100, 0.1], ...told }],
]);
const INFRARED = testSpec("light", "light", [["on", { format: "bool", access: ["write"] }]]);
const LOCK = testSpec("lock", "lock", [["locked", { format: "bool" }]]);
const COVER: readonly PropertyShape[] = [
  [
    "status",
    {
      list: [
        [0, "Stopped"],
        [1, "Opening"],
        [2, "Closing"],
        [3, "Open"],
        [4, "Closed"],
      ],
      ...told,
    },
  ],
];

const MOTION = testSpec("motion-sensor", "motion-sensor", [["motion-state", { format: "bool", ...told }]]);
const PRESENCE = testSpec("occupancy-sensor", "occupancy-sensor", [
  [
    "occupancy-status",
    {
      list: [
        [0, "No One"],
        [1, "Has One"],
      ],
      ...told,
    },
  ],
]);
const SHUTTER = testSpec("curtain", "curtain", [
  [
    "motor-control",
    {
      list: [
        [0, "Pause"],
        [1, "Open"],
        [2, "Close"],
      ],
      access: ["write"],
    },
  ],
  ["current-position", { range: [0, 100, 1], unit: "percentage", ...told }],
  ["target-position", { range: [0, 100, 1], unit: "percentage" }],
]);

const ROOMS = [
  { id: "kitchen", name: "Kitchen", aliases: ["厨房"], floor: null },
  { id: "study", name: "Study", aliases: ["书房"], floor: null },
  { id: "bedroom", name: "Bedroom", aliases: ["卧室"], floor: null },
];

/** A home of devices that have told nothing yet, and a person who asks about them. The clock starts at 12:00 UTC. */
function quietHome() {
  const { home, clock, transport } = testHome(
    [
      described("lamp", { name: "Desk lamp", aliases: ["台灯"], room: "study", spec: LIGHT }),
      described("window-1", { name: "Kitchen window", aliases: ["厨房的窗户"], room: "kitchen", spec: CONTACT }),
      described("window-2", { name: "Study window", aliases: ["书房的窗户"], room: "study", spec: CONTACT }),
      described("window-3", { name: "Bedroom window", aliases: ["卧室的窗户"], room: "bedroom", spec: CONTACT }),
      described("climate", {
        name: "Thermometer",
        aliases: ["温湿度计"],
        room: "bedroom",
        spec: CLIMATE,
        freshFor: new Map([["environment.temperature", 600_000]]),
      }),
      described("remote", {
        name: "Party light",
        aliases: ["派对灯"],
        room: "bedroom",
        spec: INFRARED,
        reports: false,
      }),
      described("motion", { name: "Motion sensor", aliases: ["人体传感器"], room: "study", spec: MOTION }),
      described("presence", { name: "Presence sensor", aliases: ["存在传感器"], room: "kitchen", spec: PRESENCE }),
      described("shutter", { name: "Shutter", aliases: ["卷帘"], room: "study", spec: SHUTTER }),
      described("door", { name: "Front door", aliases: ["大门"], spec: LOCK }),
      described("blind", {
        name: "Blind",
        aliases: ["百叶窗"],
        room: "kitchen",
        spec: testSpec("curtain", "curtain", COVER),
      }),
    ],
    { rooms: ROOMS, timezone: "UTC" },
  );
  const apply = (change: HomeChange) => home.apply([change]);
  return {
    ...talk(home, clock, null, undefined),
    clock,
    transport,
    minutes: (count: number) => clock.advance(count * 60_000),
    tell: (id: string, address: string, value: Value | null) =>
      apply({ kind: "values", id: `test:${id}`, values: [{ address, value }], cause: "report" }),
    online: (id: string, online: boolean) => apply({ kind: "availability", id: `test:${id}`, online }),
  };
}

/** Whether each window's contact is closed. */
const contact = "magnet-sensor.contact-state";

describe("a state that was never reported", () => {
  it.each([
    ["is the desk lamp on?", "I don't know yet: the desk lamp hasn't reported."],
    ["is the desk lamp off?", "I don't know yet: the desk lamp hasn't reported."],
    ["how bright is the desk lamp?", "I don't know yet: the desk lamp hasn't reported its brightness."],
    ["is the kitchen window open?", "I don't know yet: the kitchen window hasn't reported."],
    [
      "what is the temperature of the thermometer?",
      "I don't know yet: the thermometer hasn't reported its temperature.",
    ],
    ["is the front door locked?", "I don't know yet: the front door hasn't reported."],
    ["is the blind open?", "I don't know yet: the blind hasn't reported."],
    ["since when is the desk lamp on?", "I don't know yet: the desk lamp hasn't reported."],
    ["台灯开着吗", "还不知道，台灯还没上报过状态。"],
    ["台灯的亮度是多少", "还不知道，台灯还没上报过亮度。"],
    ["厨房的窗户开着吗", "还不知道，厨房的窗户还没上报过状态。"],
    ["温湿度计的温度是多少", "还不知道，温湿度计还没上报过温度。"],
    ["大门锁着吗", "还不知道，大门还没上报过状态。"],
  ])("is told as not known yet, and not as missing: %s", async (say, answer) => {
    expect(await quietHome().reply(say)).toBe(answer);
  });

  it.each([
    ["what is the humidity of the desk lamp?", /has no humidity/],
    ["台灯的湿度是多少", /台灯没有湿度/],
  ])("differs from a property that the device lacks: %s", async (say, answer) => {
    expect(await quietHome().reply(say)).toMatch(answer);
  });

  it.each([
    ["is the party light on?", "I can't tell: the party light doesn't report its power."],
    ["派对灯开着吗", /^这个查不到，派对灯不会上报/],
  ])("differs from a property that the device does not report: %s", async (say, answer) => {
    expect(await quietHome().reply(say)).toMatch(answer);
  });

  it("says that the device is offline as well", async () => {
    const home = quietHome();
    home.online("lamp", true);
    home.minutes(10);
    home.online("lamp", false);
    expect(await home.reply("is the desk lamp on?")).toBe(
      "I don't know yet: the desk lamp hasn't reported, and it has been offline since 12:10.",
    );
    expect(await home.reply("台灯开着吗")).toBe("还不知道，台灯还没上报过状态，而且中午12点10分起就不在线了。");
  });
});

describe("a state that is not known any more", () => {
  it("says since when a device has not known it", async () => {
    const home = quietHome();
    home.tell("climate", "environment.temperature", 20);
    home.minutes(5);
    home.tell("climate", "environment.temperature", null);
    expect(await home.reply("what is the temperature of the thermometer?")).toBe(
      "I don't know: the thermometer hasn't reported its temperature since 12:05.",
    );
    expect(await home.reply("温湿度计的温度是多少")).toBe("不知道，温湿度计从中午12点05分起就没有温度的数据了。");
  });

  it("is told instead of an impossible value", async () => {
    const home = quietHome();
    home.tell("climate", "environment.relative-humidity", 120);
    expect(await home.reply("what is the humidity of the thermometer?")).toBe(
      "I don't know: the humidity that the thermometer reports since 12:00 can't be right.",
    );
    expect(await home.reply("温湿度计的湿度是多少")).toBe("不知道，温湿度计从中午12点起上报的湿度明显不对。");
  });
});

describe("an old state", () => {
  function offlineWindow() {
    const home = quietHome();
    home.online("window-1", true);
    home.tell("window-1", contact, false);
    home.minutes(30);
    home.online("window-1", false);
    home.minutes(30);
    return home;
  }

  it.each([
    [
      "is the kitchen window open?",
      "I can't be sure about the kitchen window: it has been offline since 12:30. It was open at 12:00.",
    ],
    [
      "is the kitchen window closed?",
      "I can't be sure about the kitchen window: it has been offline since 12:30. It was open at 12:00.",
    ],
    ["厨房的窗户开着吗", "不确定，厨房的窗户中午12点半起就不在线了，中午12点的时候开着。"],
  ])("is told with its time, and since when the device is offline: %s", async (say, answer) => {
    expect(await offlineWindow().reply(say)).toBe(answer);
  });

  it("is told as overdue", async () => {
    const home = quietHome();
    home.tell("climate", "environment.temperature", 20);
    home.minutes(10);
    expect(await home.reply("what is the temperature of the thermometer?")).toMatch(/It's 20 °C/);
    home.minutes(1);
    expect(await home.reply("what is the temperature of the thermometer?")).toMatch(
      /: it should have reported again by 12:10\. Its temperature was 20 °C at 12:00\.$/,
    );
    expect(await home.reply("温湿度计的温度是多少")).toMatch(
      /本该在中午12点10分前再上报，一直没有，中午12点的时候温度是20度。$/,
    );
  });

  it("is no base for a relative command", async () => {
    const home = offlineWindow();
    home.tell("lamp", "light.on", true);
    expect(await home.changes("if the kitchen window is open, turn off the desk lamp")).toEqual({});
    expect(await home.reply("if the kitchen window is open, turn off the desk lamp")).toMatch(
      /offline since 12:30\. It was open at 12:00\. So I haven't done anything\.$/,
    );
    expect(await home.reply("if the study window is open, turn off the desk lamp")).toMatch(
      /hasn't reported, so I haven't done anything/,
    );
    expect(home.transport.sent).toEqual([]);
  });
});

describe("several devices with some unknown states", () => {
  function windows() {
    const home = quietHome();
    home.online("window-1", true);
    home.tell("window-1", contact, false);
    home.online("window-1", false);
    home.tell("window-2", contact, false);
    return home;
  }

  it.each([
    [
      "which windows are open?",
      /^(?:One window is open: t|T)he study window(?: is open)?\. I can't be sure about the kitchen window: .*offline since 12:00\. It was open at 12:00\. I don't know about the bedroom window\.$/,
    ],
    [
      "how many windows are open?",
      /^(?:One window is open: t|T)he study window(?: is open)?\. I can't be sure about the kitchen window: .*I don't know about the bedroom window\.$/,
    ],
    [
      "are any windows open?",
      /^Yes, the study window is open\. I can't be sure about the kitchen window: .*I don't know about the bedroom window\.$/,
    ],
    [
      "are all the windows open?",
      /^The study window is open\. I can't be sure about the kitchen window: .*I don't know about the bedroom window\.$/,
    ],
    [
      "are all the windows closed?",
      /^No, the study window is still open\. I can't be sure about the kitchen window: .*I don't know about the bedroom window\.$/,
    ],
    [
      "哪些窗户开着",
      /^书房的窗户开着。不确定，厨房的窗户中午12点起就不在线了，中午12点的时候开着。卧室的窗户现在不清楚。$/,
    ],
    ["有几个窗户开着", /书房的窗户。不确定，厨房的窗户.*卧室的窗户现在不清楚。$/],
  ])("are counted with the unknown ones apart: %s", async (say, answer) => {
    expect(await windows().reply(say)).toMatch(answer);
  });

  it.each([
    [
      "are any windows open?",
      /^No windows are open, as far as I know\. I don't know about the kitchen window and the bedroom window\.$/,
    ],
    [
      "which windows are open?",
      /^No windows are open, as far as I know\. I don't know about the kitchen window and the bedroom window\.$/,
    ],
    ["哪些窗户开着", /^就目前知道的，没有窗户开着。厨房的窗户和卧室的窗户现在不清楚。$/],
  ])('are not summed up as "none": %s', async (say, answer) => {
    const home = quietHome();
    home.tell("window-2", contact, true);
    expect(await home.reply(say)).toMatch(answer);
  });

  it.each(["is anything on?", "which lights are on?", "有灯开着吗"])(
    'are never told as "none is on" for lights without a report: %s',
    async (say) => {
      expect(await quietHome().reply(say)).toMatch(/I don't know about|现在不清楚/);
    },
  );
});

it("a cover that stands still is told as neither open nor closed", async () => {
  const home = quietHome();
  home.tell("blind", "curtain.status", 0);
  expect(await home.reply("is the blind open?")).toBe("The blind is stopped.");
  expect(await home.reply("which blinds are open?")).toMatch(
    /as far as I know\. I don't know about the shutter and the blind\.$/,
  );
});

describe("the start of a state", () => {
  it("is the time of a change that was seen", async () => {
    const home = quietHome();
    home.tell("lamp", "light.on", false);
    home.minutes(32);
    home.tell("lamp", "light.on", true);
    home.minutes(5);
    expect(await home.reply("since when is the desk lamp on?")).toBe("The desk lamp has been on since 12:32.");
    expect(await home.reply("since when is the desk lamp off?")).toBe("The desk lamp has been on since 12:32.");
  });

  it("is not the time of the first report", async () => {
    const home = quietHome();
    home.tell("lamp", "light.on", true);
    home.minutes(5);
    expect(await home.reply("since when is the desk lamp on?")).toBe(
      "I haven't seen it change: the desk lamp was already on when I started watching at 12:00.",
    );
    expect(await home.reply("台灯什么时候开的")).toMatch(/^没看到它变过，中午12点开始看的时候，台灯就已经开着了。$/);
  });
});

describe("a cover on its way", () => {
  it.each([
    ["close the shutter", 0, "The shutter is closing.", "The shutter is already closed."],
    ["open the shutter", 100, "The shutter is opening.", "The shutter is already open."],
    ["set the shutter to 40 percent", 40, "The shutter is moving to 40%.", "40%"],
    ["关上卷帘", 0, "卷帘正在拉上。", "卷帘本来就关着。"],
    ["打开卷帘", 100, "卷帘正在拉开。", "卷帘本来就开着。"],
    ["把卷帘调到40%", 40, "卷帘正在调到40%。", "40%"],
  ])("is told as moving, and as there once it arrives: %s", async (say, end, going, there) => {
    const home = quietHome();
    home.tell("shutter", "curtain.current-position", 70);
    expect(await home.reply(say)).toBe(going);
    home.tell("shutter", "curtain.current-position", end);
    const again = await home.reply(say);
    expect(again).not.toMatch(/closing|opening|moving|正在/);
    expect(again).toContain(there);
  });

  it("is told as moving where its position is not reported", async () => {
    expect(await quietHome().reply("close the shutter")).toBe("The shutter is closing.");
  });
});

describe("a sensor that finds nobody", () => {
  it.each([
    [
      "is anyone in the study?",
      /^I can't be sure: there's no motion in the study, but somebody could be sitting still\.$/,
    ],
    [
      "is the study occupied?",
      /^I can't be sure: there's no motion in the study, but somebody could be sitting still\.$/,
    ],
    ["is anyone in the kitchen?", /^The presence sensor sees nobody\.$/],
    [
      "is anyone home?",
      /^The presence sensor sees nobody\. I can't be sure: there's no motion in the study, but somebody could be sitting still\.$/,
    ],
  ])("does not make the home empty: %s", async (say, answer) => {
    const home = quietHome();
    home.tell("motion", "motion-sensor.motion-state", false);
    home.tell("presence", "occupancy-sensor.occupancy-status", 0);
    expect(await home.reply(say)).toMatch(answer);
    home.tell("motion", "motion-sensor.motion-state", true);
    home.tell("presence", "occupancy-sensor.occupancy-status", 1);
    expect(await home.reply(say)).toMatch(
      /^Yes, (?:there's movement|somebody is(?: there)?) in the (?:study|kitchen)(?: and the (?:study|kitchen))?\.$/,
    );
  });
});

describe("a command without an answer", () => {
  /** It was on at 12:00, and was told to be off at 12:05 without an answer. */
  const silentLamp = async () => {
    const quiet = quietHome();
    quiet.tell("lamp", "light.on", true);
    quiet.minutes(5);
    quiet.transport.respond = () => Promise.resolve([{ status: "timeout" }]);
    await quiet.say("turn off the desk lamp");
    return quiet;
  };

  it.each([
    [
      "is it on?",
      "I can't be sure about the desk lamp: it hasn't answered the last command, sent at 12:05. It was on at 12:00.",
    ],
    ["台灯开着吗", "不确定，台灯没有回应中午12点05分的指令，中午12点的时候开着。"],
  ])("leaves the state unknown: %s", async (say, answer) => {
    expect(await (await silentLamp()).reply(say)).toBe(answer);
  });

  it("leaves the state known once the device reports", async () => {
    const quiet = await silentLamp();
    quiet.tell("lamp", "light.on", true);
    expect(await quiet.reply("is the desk lamp on?")).toBe("Yes, the desk lamp is on.");
  });

  it("leaves the state known when the device reports another value meanwhile", async () => {
    const quiet = quietHome();
    quiet.tell("lamp", "light.on", true);
    quiet.transport.respond = () => {
      quiet.tell("lamp", "light.on", true);
      return Promise.resolve([{ status: "timeout" }]);
    };
    await quiet.say("turn off the desk lamp");
    expect(await quiet.reply("is it on?")).toBe("Yes, the desk lamp is on.");
  });

  it("of a motor leaves the position of a cover unknown", async () => {
    const spec = testSpec("curtain", "curtain", [
      ["motor-control", { access: ["write"], list: [[0, "Close"]] }],
      ["current-position", { access: ["read", "notify"], range: [0, 100, 1] }],
    ]);
    const { home, clock, transport } = testHome([described("drape", { spec })]);
    home.apply([
      {
        kind: "values",
        id: "test:drape",
        values: [{ address: "curtain.current-position", value: 100 }],
        cause: "report",
      },
    ]);
    transport.respond = () => Promise.resolve([{ status: "timeout" }]);
    const properties = [{ address: "curtain.motor-control", value: 0 }];
    await home.execute([{ kind: "set", device: "test:drape", properties }], { kind: "person" });
    const drape = home.device("test:drape");
    expect(drape && knowledgeOf(drape, "curtain.current-position", clock.now())).toMatchObject({
      state: { value: 100 },
      lapse: { reason: "unanswered" },
    });
  });
});
