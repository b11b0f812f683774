import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { App } from "../../src/app.ts";
import { COMMANDS } from "../../src/commands/index.ts";
import { runningApp } from "../support/app.ts";
import { run } from "../support/command-line.ts";

let app: App;
beforeAll(async () => {
  app = await runningApp();
});
afterAll(async () => await app.stop());

const say = async (...args: string[]) => await run(COMMANDS, ["say", "--url", app.url, ...args]);

describe("jia say", () => {
  it("carries out a command, tells what really happened, and ends with 0", async () => {
    const { code, out, err } = await say("把客厅的灯调到一半");
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("50%");
    expect(out).toContain("✓ living-floor-lamp  brightness 60% → 50%");
    expect(app.home.device("living-floor-lamp")?.state.get("light.brightness")?.value).toBe(50);
  });

  it("answers scripts with exactly the fields that they rely on", async () => {
    const { code, out } = await say("--json", "turn off the floor lamp in the living room");
    const answer = JSON.parse(out);
    expect(code).toBe(0);
    expect(Object.keys(answer)).toEqual(["reply", "expectsReply", "path", "conversation", "outcomes", "calls", "ms"]);
    expect(answer).toMatchObject({
      expectsReply: false,
      path: "local",
      outcomes: [{ device: "living-floor-lamp", property: "light.on", value: false, status: "confirmed" }],
      calls: [{ tool: "set_properties" }],
    });
  });

  it("ends with 1 when it did not work: not understood, refused, or waiting for a yes", async () => {
    expect((await say("sing me a song about the sea")).code).toBe(1);
    expect((await say("set the floor lamp in the living room to 400%")).code).toBe(1);
    const locked = await say("--json", "unlock the front door");
    expect(locked.code).toBe(1);
    const { conversation, expectsReply, outcomes } = JSON.parse(locked.out);
    expect([expectsReply, outcomes[0].status]).toEqual([true, "needs-confirmation"]);
    const yes = await say("--json", "--conversation", conversation, "yes");
    expect([yes.code, JSON.parse(yes.out).outcomes[0].status]).toEqual([0, "confirmed"]);
  });

  it("takes the room of the speaker, and refuses an unknown one", async () => {
    const { code, out } = await say("--json", "--room", "书房", "打开风扇");
    expect([code, JSON.parse(out).outcomes[0].device]).toEqual([0, "study-fan"]);
    const wrong = await say("--room", "attic", "开灯");
    expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('There is no room "attic"')]);
  });

  it("reads a pipe when no text is given, and says so when that is empty", async () => {
    const piped = await run(COMMANDS, ["say", "--url", app.url], { stdin: "关掉客厅的吸顶灯\n" });
    expect([piped.code, piped.out]).toEqual([0, expect.stringContaining("吸顶灯")]);
    const empty = await run(COMMANDS, ["say", "--url", app.url], { stdin: "\n" });
    expect([empty.code, empty.err]).toEqual([2, "✗ Standard input is empty.\n"]);
  });

  it("says that no Jia is running, and how to start one", async () => {
    const { code, err } = await run(COMMANDS, ["say", "--url", "http://127.0.0.1:9", "hi"]);
    expect([code, err]).toEqual([
      3,
      '✗ Jia does not answer at http://127.0.0.1:9. Start it with "npm start", or give its address with --url.\n',
    ]);
  });

  it("starts a Jia for one sentence with --home and none running", async () => {
    const args = ["say", "--home", "house", "--json", "turn on the counter lights in the kitchen"];
    const { code, out } = await run(COMMANDS, args, { env: { JIA_URL: "http://127.0.0.1:9", JIA_MODEL: "none" } });
    expect([code, JSON.parse(out).path]).toEqual([0, "local"]);
  });
});

describe("jia devices", () => {
  it.each([
    ["living-ac", "show living-ac"],
    ["Floor lamp", "show living-floor-lamp"],
    ["livng-ac", "show living-ac"],
    ["bedroom", "--room bedroom"],
    ["主卧", "--room '主卧'"],
    ["light", "--kind light"],
  ])("names the likely command for devices %s", async (given, meant) => {
    const { code, err } = await run(COMMANDS, ["devices", given, "--url", app.url]);
    expect([code, err]).toEqual([2, expect.stringContaining(`Did you mean "jia devices ${meant}"?`)]);
  });

  it("tells the state of a part by the part's name, and not as that of the whole device", async () => {
    const line = async (handle: string, language: string) => {
      const { out } = await run(COMMANDS, ["devices", "--url", app.url, "--language", language]);
      const found = out.split("\n").find((each) => each.includes(`  ${handle}  `)) ?? "";
      return found.slice(found.indexOf(handle) + handle.length).trim();
    };
    expect(await line("study-fan", "en")).toMatch(/^(on|off)(?!.*status)/);
    expect(await line("balcony-airer", "en")).toBe("Stopped, position 0%, light off");
    expect(await line("balcony-airer", "zh")).toBe("已停止，位置0%，灯关");
    expect(await line("kitchen-fridge", "en")).toMatch(
      /^\S+, fridge compartment target temperature \S+ °C, freezer target temperature -\S+ °C, /,
    );
    expect(await line("kitchen-fridge", "zh")).toMatch(/冷冻室目标温度 ?-\S+度/);
    expect(await line("hallway-switch", "en")).toBe("left key off, middle key off, right key on");
    expect(await line("hallway-switch", "zh")).toBe("左键关，中键关，右键开");
  });

  it("names the nearest verb, and the examples for an unknown home file", async () => {
    const verb = await run(COMMANDS, ["devices", "shwo", "--url", app.url]);
    expect([verb.code, verb.err]).toEqual([2, expect.stringContaining('Did you mean "show"?')]);
    const home = (name: string) => run(COMMANDS, ["devices", "--url", "http://127.0.0.1:9", "--home", name]);
    expect((await home("my.json")).err).toContain("there is no such file. The examples are: flat, house");
    expect((await home("huose")).err).toContain("Did you mean house?");
    expect((await run(COMMANDS, ["understand", "--home", "house"], { stdin: "hello" })).code).toBe(0);
  });

  it("is a table for people and JSON for scripts", async () => {
    const table = await run(COMMANDS, ["devices", "--url", app.url, "--kind", "air-conditioner"]);
    expect(table.out.split("\n")[0]).toMatch(/^Room +Name +Handle +State$/);
    expect(table.out).toContain("living-ac");
    const wrong = await run(COMMANDS, ["devices", "--url", app.url, "--kind", "lihgt"]);
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('Did you mean "light"? The kinds are: air-')]);
    const json = await run(COMMANDS, ["devices", "--url", app.url, "--room", "bedroom", "--json"]);
    const { devices } = JSON.parse(json.out);
    expect(devices.every(({ room }: { room: string }) => room === "主卧")).toBe(true);
    expect(devices[0]).toMatchObject({ id: expect.any(String), handle: expect.any(String), state: expect.any(Object) });
  });
});

describe("jia chat", () => {
  it("has one conversation over the lines of a pipe", async () => {
    const stdin = "turn on the floor lamp in the living room\nmake it 20%\n/devices 书房\n/help\n/quit\nturn it off\n";
    const { code, out, err } = await run(COMMANDS, ["chat", "--url", app.url], { stdin });
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("living-floor-lamp  brightness 50% → 20%");
    expect(out).toContain("study-fan");
    expect(out).toContain("forget what was said");
    expect(app.home.device("living-floor-lamp")?.state.get("light.on")?.value).toBe(true);
  });
});
