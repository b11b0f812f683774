import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { App } from "../../src/app.ts";
import { COMMANDS } from "../../src/commands/index.ts";
import { textWidth } from "../../src/commands/terminal/layout.ts";
import { runningApp } from "../support/app.ts";
import { run } from "../support/command-line.ts";

const COLUMNS = 80;
let app: App;
let folder: string;

/** A file with many definitions with long names. */
const FILE = `
scenes:
  - id: movie-night
    name: Movie night with everybody in the living room
    parameters: { brightness: { default: 20 } }
    steps:
      - { target: living-ceiling-light, set: { light.on: true, light.brightness: { parameter: brightness }, light.color-temperature: 2700 } }
      - { target: living-floor-lamp, set: { light.on: true, light.brightness: 10 } }
      - { target: living-curtain, set: { curtain.target-position: 0 } }
      - { target: living-ac, set: { air-conditioner.on: true, air-conditioner.target-temperature: 26 } }
automations:
  - id: evening-lights
    name: The lights of the evening, when somebody is at home
    triggers: [{ type: time, at: "18:30" }]
    actions:
      - { type: set, target: living-ceiling-light, set: { light.on: true, light.brightness: 40 } }
      - { type: set, target: living-floor-lamp, set: { light.on: true, light.brightness: 40 } }
      - { type: set, target: bedroom-bedside-lamp, set: { light.on: true, light.brightness: 40 } }
`;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "jia-"));
  writeFileSync(join(folder, "home.yaml"), FILE);
  app = await runningApp({ JIA_DATA: join(folder, "data") }, { memory: false });
  const fill = [
    ["automations", "import", "home.yaml"],
    ["scenes", "snapshot", "As it is now"],
    ["timers", "start", "8m", "pasta with a sauce"],
    ["say", "turn off the floor lamp in the living room in twenty minutes"],
    ["say", "open the curtain in the living room"],
    ["say", "把卧室的灯和客厅的落地灯都调到百分之三十"],
    ["set", "living-ac", "on=true", "mode=cool", "target-temperature=24"],
    ["automations", "run", "evening-lights", "--force"],
    ["scenes", "activate", "movie-night", "--yes"],
  ];
  for (const args of fill) expect([args, (await jia("en", args)).code]).toEqual([args, 0]);
});
afterAll(async () => {
  await app.stop();
  rmSync(folder, { recursive: true });
});

const jia = (language: string, args: readonly string[], stdin?: string) =>
  run(COMMANDS, [...args, "--language", language], {
    cwd: folder,
    columns: COLUMNS,
    env: { JIA_URL: app.url, XDG_STATE_HOME: folder, JIA_MODEL: "none", NO_COLOR: "1" },
    ...(stdin !== undefined && { stdin }),
  });

/** The lines of a text that a terminal of 80 columns would break by itself. */
const tooWide = (text: string) =>
  stripVTControlCharacters(text)
    .split(/[\r\n]+/)
    .filter((line) => textWidth(line) > COLUMNS);

/** Command lines of every verb that prints something. */
const SEEN: readonly (readonly string[])[] = [
  ["devices"],
  ["devices", "show", "living-ac"],
  ["devices", "show", "ceiling"],
  ["set", "hallway-lock", "locked=false"],
  ["set", "living-ac", "mode=cool", "target-temperature=25"],
  ["set", "living-ac", "target-temperature=99"],
  ["scenes"],
  ["scenes", "show", "movie-night"],
  ["scenes", "preview", "movie-night"],
  ["automations"],
  ["automations", "show", "evening-lights"],
  ["automations", "next", "evening-lights"],
  ["automations", "dry-run", "evening-lights"],
  ["automations", "check", "home.yaml"],
  ["automations", "diff", "home.yaml"],
  ["automations", "export"],
  ["runs"],
  ["runs", "planned"],
  ["runs", "why", "living-ceiling-light"],
  ["audit"],
  ["timers"],
  ["config"],
  ["doctor", "--seconds", "0.3"],
  ["backup", "copy.db"],
  ["backup", "copy.db"],
  ["restore", "nothing.db"],
  ["say", "turn on all the lights and tell me what is on in every room of the house"],
  ["say", "unlock the front door"],
  ["miio", "nothing.json"],
  ["simulate", "nowhere.json", "--mqtt", "mqtt://127.0.0.1:1"],
  ["completion", "tcsh"],
];

describe.each(["en", "zh"])("in a terminal of 80 columns, in %s,", (language) => {
  it.each(SEEN.map((args) => ({ args, shown: args.join(" ") })))("jia $shown has no wider line", async ({ args }) => {
    const { out, err } = await jia(language, args);
    expect(tooWide(out + err)).toEqual([]);
    expect(out + err).not.toBe("");
  });

  it("lists keep cells that people copy, and have words for numbers and lists", async () => {
    const runs = (await jia(language, ["runs"])).out.split("\n");
    expect(runs.filter((line) => /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d /.test(line)).length).toBeGreaterThan(1);
    expect((await jia(language, ["timers"])).out).toContain(
      language === "en" ? "living-floor-lamp power off" : "living-floor-lamp 电源关",
    );
    expect((await jia(language, ["devices", "show", "living-ac"])).out).toContain(
      "air-conditioner.target-temperature ",
    );
    const piped = await run(COMMANDS, ["scenes", "--language", language], { env: { JIA_URL: app.url } });
    for (const line of piped.out.split("\n")) expect(textWidth(line)).toBeLessThanOrEqual(120);
  });

  it("no help has a wider line", async () => {
    const verbs = COMMANDS.map(({ name }) => ["help", name]);
    for (const args of [["help"], ...verbs]) {
      expect([args, tooWide((await jia(language, args)).out)]).toEqual([args, []]);
    }
  });

  it("jia understand has no wider line", async () => {
    const sentence = "turn on the lamp in the living room and dim the one in the bedroom to thirty percent";
    expect(tooWide((await jia(language, ["understand"], `${sentence}\n打开客厅的灯\n`)).out)).toEqual([]);
  });
});
