import { describe, expect, it } from "vitest";
import type { HomeFile } from "../../../src/home/index.ts";
import { readHomeFile, SpecLibrary } from "../../../src/library/index.ts";
import { openTalk } from "../../support/open-talk.ts";

const flat = readHomeFile("devices/homes/flat.json", new SpecLibrary("devices"));
const LAMPS = ["living-ceiling-light", "living-floor-lamp", "bedroom-bedside-lamp"];

/** The flat with three lamps of these names in the living room, and no other. */
function withLamps(names: readonly string[]): HomeFile {
  const devices = flat.devices.flatMap((device) => {
    const at = LAMPS.indexOf(device.id);
    const lamp = device.id.includes("light") || device.id.includes("lamp");
    if (at < 0) return lamp ? [] : [device];
    return [{ ...device, name: names[at] ?? "", aliases: [], room: "living" }];
  });
  return { ...flat, devices };
}

/** What is asked, and the lamps that the answer switched on. */
async function asked(
  names: readonly string[],
  [text, answer]: readonly [string, string],
): Promise<readonly [string, readonly string[]]> {
  const talk = await openTalk(null, "flat", { file: withLamps(names), room: "living" });
  const { reply } = await talk.say(text);
  await talk.say(answer);
  return [reply, talk.done.map(({ device }) => names[LAMPS.indexOf(device.replace("miot:", ""))] ?? device)];
}

describe("a number as the answer to which lamp is meant", () => {
  it.each([
    [["Lamp 3", "Lamp 1", "Lamp 2"], ["turn on a lamp", "1"], "Lamp 1"],
    [["Lamp 3", "Lamp 1", "Lamp 2"], ["turn on a lamp", "three"], "Lamp 3"],
    [["3号灯", "1号灯", "2号灯"], ["开一盏灯", "1"], "1号灯"],
    [["灯三", "灯一", "灯二"], ["开一盏灯", "三"], "灯三"],
  ] as const)("picks the lamp with that number in its name: %j %j", async (names, turns, lamp) => {
    const [, done] = await asked(names, turns);
    expect(done).toEqual([lamp]);
  });

  it("picks none where all lamps have other numbers", async () => {
    const [, done] = await asked(["Lamp 3", "Lamp 4", "Lamp 2"], ["turn on a lamp", "1"]);
    expect(done).toEqual([]);
  });

  it("counts lamps without numbers in their names", async () => {
    const [question, done] = await asked(["Tall lamp", "Round lamp", "Old lamp"], ["turn on a lamp", "2"]);
    expect(question).toMatch(/Tall lamp.*Round lamp.*Old lamp/i);
    expect(done).toEqual(["Round lamp"]);
  });

  it("is asked for with the names in numeric order", async () => {
    const [question] = await asked(["Lamp 3", "Lamp 1", "Lamp 2"], ["turn on a lamp", "never mind"]);
    expect(question).toMatch(/Lamp 1.*Lamp 2.*Lamp 3/i);
  });
});
