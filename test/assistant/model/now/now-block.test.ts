import { describe, expect, it, onTestFinished } from "vitest";
import { exampleHome, hotel } from "../../../../bench/support/homes.ts";
import { hintsOf, LocalAssistant } from "../../../../src/assistant/local/index.ts";
import { comparedMeasure } from "../../../../src/assistant/model/now/room-comparison.ts";
import { PromptBuilder } from "../../../../src/assistant/model/prompt.ts";
import { type Home, systemClock } from "../../../../src/home/index.ts";
import type { Language } from "../../../../src/language/index.ts";
import { prompts, simulatedHome } from "../../../support/assistant.ts";

interface Said {
  readonly room?: string;
  readonly language?: Language;
  readonly now?: number;
}

/** The message of the prompt for a sentence. */
function shownWith(home: Home, text: string, { room, language = "en", now = systemClock.now() }: Said = {}) {
  const local = new LocalAssistant({ home, clock: systemClock });
  local.start();
  onTestFinished(() => local.stop());
  const { devices, rooms, more = 0 } = hintsOf(text, local.dialogueContext(null, language, room ?? null));
  const place = room ?? null;
  const compared = comparedMeasure(text, local.index);
  return new PromptBuilder(home, prompts).message({ text, language, room: place, now, devices, rooms, more, compared });
}

const line = (text: string, start: string) => text.split("\n").find((each) => each.startsWith(start));
/** The handles of the named devices, in order. */
const meant = (text: string) => {
  const [, after = ""] = /may be meant, best first:\n((?:- .*\n)+)/.exec(text) ?? [];
  return after.split("\n").flatMap((each) => /^- ([\w-]+) "/.exec(each)?.[1] ?? []);
};

describe("the block of now", () => {
  it("has the weekday, and the next sunrise and sunset", () => {
    const home = exampleHome("house");
    const noon = shownWith(home, "hm", { now: Date.parse("2026-06-21T12:00:00Z") });
    expect(line(noon.text, "Sunday 2026-06-21 13:00 (Europe/London)")).toBeDefined();
    expect(line(noon.text, "sun: up, sets 21:")).toMatch(/rises 04:/);
    const night = shownWith(home, "hm", { now: Date.parse("2026-12-01T22:00:00Z") });
    expect(line(night.text, "sun: down, rises 07:")).toMatch(/sets 15:/);
  });

  it.each([
    ["which of the bedrooms is coldest? shut its curtains", "rooms:", / guest 18\.3 °C.*/, "en"],
    ["which bedroom's warmer, Emma's or the guest room? put the heater on in there", "rooms:", /guest 18\.3 °C/, "en"],
    ["几间卧室里哪间最冷？把那间的窗帘拉上", "各房间", /guest 18\.3 °C/, "zh"],
  ] as const)("tells all rooms where they are compared, whatever is named: %s", (text, start, rooms, language) => {
    const told = line(shownWith(exampleHome("house"), text, { language }).text, start);
    expect(told).toMatch(rooms);
    expect(told).not.toMatch(/more$|还有/);
  });

  it("begins with the humidity when rooms are compared by it", () => {
    const told = line(shownWith(exampleHome("house"), "哪间卧室最干", { language: "zh" }).text, "各房间");
    expect(told).toMatch(/emma \d+ %/);
  });

  it("begins with the speaker's room when the words may mean several rooms", () => {
    const { text } = shownWith(exampleHome("house"), "it's pitch black on the landing", { room: "landing" });
    expect(meant(text)[0]).toBe("landing-light");
  });

  it("lists what is on, open and unlocked, and where somebody moves", () => {
    const { text } = shownWith(exampleHome("house"), "hm");
    expect(line(text, "lights on:")).toContain("kitchen-ceiling-light");
    expect(line(text, "lights on:")).not.toContain("garage-light");
    expect(line(text, "also on:")).toContain("living-tv");
    expect(line(text, "open:")).toMatch(/dining-blind 60%.*kitchen-window/);
    expect(line(text, "unlocked:")).toBe("unlocked: garage-side-door");
    expect(line(text, "motion:")).toBe("motion: living-motion, kitchen-motion");
  });

  it("has the temperature of every room, also when one or two devices are named", () => {
    expect(line(shownWith(exampleHome("flat"), "is it warmer by the bedroom humidifier").text, "rooms:")).toContain(
      "living 22.6",
    );
    expect(
      line(shownWith(exampleHome("flat"), "主卧的加湿器那边暖和吗", { language: "zh" }).text, "各房间："),
    ).toContain("living 22.6");
  });

  it("shows all values of a single named device, also its wear", () => {
    const { text } = shownWith(exampleHome("flat"), "how long does the filter of the purifier last", {
      room: "living",
    });
    expect(text).toMatch(/living-purifier ".*filter/);
    const car = shownWith(exampleHome("flat"), "how full is the car");
    expect(car.text).toMatch(/^- 汽车 ".*battery-level=71/m);
  });

  it("names unknown values rather than leaving them out", () => {
    const { home, devices } = simulatedHome();
    devices.get("kitchen-ceiling")?.setOnline(false);
    expect(line(shownWith(home, "hm").text, "not known:")).toBe("not known: kitchen-ceiling");
  });

  it("gives the time since when a door is unlocked, where Jia saw the change", () => {
    const { home, clock } = simulatedHome();
    clock.advance(3_600_000);
    const values = [{ address: "lock.locked", value: false }];
    home.apply([{ kind: "values", id: "miot:hall-lock", values, cause: "report" }]);
    const { text } = shownWith(home, "hm", { now: clock.now() });
    expect(line(text, "unlocked:")).toMatch(/^unlocked: hall-lock \(\d\d:\d\d\)$/);
  });

  it("shows the speaker's room, with the named devices first", () => {
    const { text } = shownWith(exampleHome("house"), "the lamp, nicer", { room: "living" });
    expect(line(text, "the speaker's room is")).toBe('the speaker\'s room is living "Living room"');
    expect(text).toContain("\n- living-heater: on=false\n");
    expect(meant(text)[0]).toMatch(/^living-/);
  });

  it.each([
    ["make the corner lamp cosy", "living", "living-floor-lamp"],
    ["the left lamp please, softer somehow", "living", "master-left-lamp"],
    ["something with the light in Emma's room", "living", "emma-ceiling-light"],
    ["把鱼缸那个弄一下", "kitchen", "living-plug"],
    ["how humid is it", "bathroom", "bathroom-climate"],
  ] as const)("puts first what '%s' names", (said, room, first) => {
    const { named } = shownWith(exampleHome("house"), said, { room });
    expect(named[0]).toBe(`miot:${first}`);
  });

  it("shows a named room when the sentence names no device", () => {
    const { text } = shownWith(exampleHome("house"), "is the kitchen tidy");
    expect(meant(text)).toEqual(expect.arrayContaining(["kitchen-ceiling-light", "kitchen-fridge"]));
    expect(text).toMatch(/… and \d+ more/);
  });

  it("shows the climate when the sentence names nothing", () => {
    const { text, measured } = shownWith(exampleHome("house"), "it's stuffy in here", { room: "study" });
    expect(line(text, "rooms:")).toMatch(/^rooms: study [\d.]+ °C/);
    expect(measured).toContain("miot:living-monitor");
  });

  it("adds the abilities of a named device that the catalogue lacks", () => {
    const { text } = shownWith(exampleHome("house"), "bake something in the oven");
    expect(text).toMatch(/- kitchen-oven "Oven": .* \| .*start-cook\(/);
  });

  it("counts by floor in a hotel, shows only the named room, and gives no evidence of counted devices", () => {
    const { text, listed, named } = shownWith(hotel(3_000, 600), "turn off the lamps in room 300", {
      room: "room-240",
    });
    expect(line(text, "lights on:")).toMatch(/^lights on: \d+: floor-\d+ \d+, /);
    expect(named).toEqual(["miot:device-199"]);
    expect(listed.length).toBeLessThan(3_000);
    expect(text).toContain("answer in: English");
  });
});
