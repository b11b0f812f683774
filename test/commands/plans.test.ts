import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/commands/index.ts";
import { openStore } from "../../src/store/index.ts";
import { listening, planningApi } from "../support/api.ts";
import { BROKERS } from "../support/broker.ts";
import { run } from "../support/command-line.ts";
import { draft, person, turnOn } from "../support/drafts.ts";
import type { PlannerBench } from "../support/planner-bench.ts";

let bench: PlannerBench;
let app: FastifyInstance;
let url: string;

beforeEach(async () => {
  ({ bench, app } = await planningApi());
  url = await listening(app);
});
afterEach(async () => {
  await app.close();
  await bench.close();
});

const jia = (...args: string[]) => run(COMMANDS, [...args, "--url", url], { env: { LANG: "en_US.UTF-8" } });

const FILE = `
scenes:
  - id: calm
    name: Calm
    parameters: { level: { default: 20 } }
    steps:
      - { target: lamp, set: { light.on: true, light.brightness: { parameter: level } } }
automations:
  - id: evening
    name: Evening
    triggers: [{ type: time, at: "18:30" }]
    actions: [{ type: scene, scene: calm }]
`;

const SENDING = {
  id: "report",
  triggers: [{ type: "time", at: "18:30" }],
  actions: [{ type: "notify", message: "up", webhook: "https://hooks.example.org/a" }],
};

describe("the verbs of planning", () => {
  it("import a file, list it in words, run it, and tell what ran and why", async () => {
    const imported = await run(COMMANDS, ["automations", "import", "-", "--url", url], { stdin: FILE });
    expect(imported).toMatchObject({ code: 0, err: "" });
    expect(imported.out).toMatch(/\+ scene calm[\s\S]*\+ automation evening/);
    const again = await run(COMMANDS, ["automations", "diff", "-", "--url", url], { stdin: FILE });
    expect(again.out).toMatch(/= scene calm[\s\S]*= automation evening/);
    expect((await jia("automations")).out).toContain('Every day at 18:30: activate the scene "Calm".');
    const next = (await jia("automations", "next", "evening")).out.trim().split("\n");
    expect(next.filter((line) => / 18:30:00$/.test(line))).toHaveLength(10);
    expect(next.at(-1)).toMatch(/^Times are in the zone /);
    expect((await jia("automations", "dry-run", "evening")).out).toContain("brightness 70% → 20%");
    const ran = await jia("automations", "run", "evening");
    expect(ran.code).toBe(0);
    expect(ran.out).toMatch(/activate the scene "Calm"/);
    expect((await jia("runs", "--of", "evening")).out).toMatch(/Evening\s+done/);
    const misspelt = await jia("runs", "--of", "evenign");
    expect([misspelt.code, misspelt.err]).toEqual([1, expect.stringContaining('"evenign". Did you mean evening?')]);
    const chinese = await run(COMMANDS, ["runs", "--of", "evenign", "--url", url], { env: { LANG: "zh_CN.UTF-8" } });
    expect(chinese.err).toContain("没有自动化、场景或定时器“evenign”。是否要用 evening？");
    expect((await jia("runs", "why", "lamp")).out).toContain('by the automation "Evening"');
    expect((await jia("runs", "planned")).out).toContain("Evening");
    expect((await jia("runs", "wy", "lamp")).err).toContain('"wy"');
    expect((await jia("runs", "wy", "lamp")).err).toContain("why");
    expect((await jia("runs", "plannd")).err).toContain("jia runs planned");
    expect((await jia("automations", "disable", "evening")).out).toContain("switched off");
    expect((await jia("automations", "export")).out).toContain("enabled: false");
    expect((await jia("automations", "delete", "evening")).code).toBe(0);
    expect((await jia("automations", "show", "evening")).code).toBe(1);
    expect((await jia("runs", "--of", "evening")).out).toMatch(/evening\s+done/i);
  });

  it("mark definitions that wait for a yes in every list", async () => {
    const waiting = { ...SENDING, name: "Report" };
    await run(COMMANDS, ["automations", "import", "-", "--url", url], {
      stdin: JSON.stringify({ automations: [waiting] }),
    });
    const english = "A yes is missing (it sends to hooks.example.org)";
    expect((await jia("automations")).out).toContain(english);
    expect((await jia("automations", "show", "report")).out).toContain(english);
    expect((await jia("runs", "planned")).out).toContain(english);
    const chinese = await run(COMMANDS, ["automations", "--url", url], { env: { LANG: "zh_CN.UTF-8" } });
    expect(chinese.out).toContain("缺少确认（会发送到 hooks.example.org）");
  });

  it("tell what a file wants a yes for, and refuse an address that is not public", async () => {
    const file = (webhook: string) => `
automations:
  - id: tell
    name: Tell
    triggers: [{ type: time, at: "18:30" }]
    actions: [{ type: notify, message: on, webhook: "${webhook}" }]
`;
    const bring = (webhook: string, ...flags: string[]) =>
      run(COMMANDS, ["automations", "import", "-", ...flags, "--url", url], { stdin: file(webhook) });
    const asked = await bring("https://hooks.example.org/x");
    expect(asked.out).toMatch(/\? Save this rule: every day at 18:30, send the notice .* to hooks\.example\.org/);
    const refused = await bring("http://169.254.169.254/x", "--yes");
    expect(refused.code).not.toBe(0);
    expect(refused.err).toContain('automations[0].actions[0].webhook "http://169.254.169.254"');
  });

  it("activate a scene with a parameter, show what it would change, and undo it", async () => {
    await run(COMMANDS, ["scenes", "import", "-", "--url", url], { stdin: FILE });
    expect((await jia("scenes", "preview", "calm", "--with", "level=5")).out).toContain("brightness 70% → 5%");
    const activated = await jia("scenes", "activate", "calm", "--with", "level=5");
    expect(activated).toMatchObject({ code: 0 });
    expect(activated.out).toContain("brightness 70% → 5%");
    expect((await jia("scenes", "undo", "calm")).code).toBe(0);
    expect(bench.home.device("lamp")?.state.get("light.brightness")?.value).toBe(70);
    expect((await jia("scenes", "activate", "calm", "--with", "level")).code).toBe(2);
    expect((await jia("scenes", "snapshot", "As it was")).out).toContain("turn off the hall and the lamp");
  });

  it("start, extend, pause and cancel a timer", async () => {
    expect((await jia("timers", "start", "8m", "pasta")).out).toMatch(/pasta\s+8 minutes/);
    expect((await jia("timers", "add", "pasta", "2m")).out).toMatch(/pasta\s+10 minutes/);
    expect((await jia("timers", "add", "pasta", "-4m")).out).toMatch(/pasta\s+6 minutes/);
    expect((await jia("timers", "pause", "pasta")).out).toContain("paused");
    expect((await jia("timers")).out).toMatch(/Name\s+Left\s+Then/);
    expect((await jia("timers", "cancel", "pasta")).code).toBe(0);
    expect((await jia("timers")).out).toContain("There are no timers.");
    for (const given of ["soon", "-5m", "0s"]) {
      const { code, err } = await jia("timers", "start", given);
      expect([code, err]).toEqual([2, `✗ "${given}" is not a duration. Use 90s, 8m or 1h30m.\n`]);
    }
  });

  it("name a wrong option as it was given, and not as the API calls it", async () => {
    const status = await jia("runs", "--status", "lost");
    expect([status.code, status.err]).toEqual([
      2,
      expect.stringMatching(/^✗ --status must be one of "running", .*\.\n$/),
    ]);
    expect((await jia("runs", "--limit", "few")).err).toBe("✗ --limit must be a number.\n");
    const chinese = await jia("runs", "--status", "lost", "--limit", "0", "--language", "zh");
    expect(chinese.err).toMatch(/^✗ (?=.*--status 应为)(?=.*--limit 不能小于 1)[^?]*。\n$/);
  });

  it("check a definition, tell its problems in the reader's language, and refuse a broken file", async () => {
    const broken =
      "{name: x, triggers: [{type: cron, expression: '61 * * * *'}], actions: [{type: set, target: lmap, set: {light.on: true}}]}";
    const zh = await run(COMMANDS, ["automations", "check", "-", "--url", url], {
      stdin: broken,
      env: { LANG: "zh_CN.UTF-8" },
    });
    expect(zh.code).toBe(1);
    expect(zh.out).toContain("triggers[0].expression（61 * * * *）");
    expect(zh.out).toContain("是不是想写“lamp”？");
    const file = await run(COMMANDS, ["automations", "import", "-", "--url", url], {
      stdin: `automations: [${broken}]`,
    });
    expect(file.code).not.toBe(0);
    expect(file.err).toContain("automations[0].triggers[0].expression");
  });

  it("check a whole file, automations together with its scenes", async () => {
    const check = (stdin: string, LANG = "en_US.UTF-8") =>
      run(COMMANDS, ["automations", "check", "-", "--url", url], { stdin, env: { LANG } });
    const good = await check(FILE);
    expect(good).toMatchObject({ code: 0, err: "" });
    expect(good.out).toMatch(/scene calm[\s\S]*✓[\s\S]*automation evening[\s\S]*✓ Every day at 18:30/);
    expect((await jia("automations")).out).toContain("There are no automations");
    const bad = await check(FILE.replace("scene: calm", "scene: clam"));
    expect(bad.code).toBe(1);
    expect(bad.out).toMatch(/automation 1\n {2}✗ actions\[0\]\.scene: "clam"/);
    const circle = "automations:\n  - &a\n    name: x\n    triggers: [*a]\n";
    expect(await check(circle)).toMatchObject({ code: 2, err: expect.stringContaining("line 4: the alias *a") });
    expect((await check(circle, "zh_CN.UTF-8")).err).toContain("第 4 行：别名 *a");
    expect((await check(`${FILE}\n${FILE.split("automations:")[1]}`)).code).toBe(1);
  });
});

it("problems of saved definitions are shown in lists, with a definition, by its check, and over the API", async () => {
  const [saveScene, saveRule] = [bench.planner.scenes, bench.planner.automations];
  await saveScene.save({ name: "Calm", steps: [{ target: "lamp", set: { "light.on": true } }] }, person);
  await saveRule.save(draft({ actions: [turnOn("hall")] }), person);
  const sound = await jia("automations", "check");
  expect(sound).toMatchObject({ code: 0, out: "Nothing is wrong with what is saved.\n" });
  expect((await jia("automations")).out).not.toContain("✗");
  bench.home.apply([
    { kind: "removed", id: "test:lamp" },
    { kind: "removed", id: "test:hall" },
  ]);
  const gone = /✗ actions\[0\]\.target: "test:hall" is not a device of this home\. Bring it back/;
  for (const args of [["automations"], ["automations", "show", "test"]]) {
    expect(await jia(...args)).toMatchObject({ code: 0, out: expect.stringMatching(gone) });
  }
  expect((await jia("scenes")).out).toMatch(/✗ steps\[0\]\.target: "test:lamp"/);
  const checked = await jia("automations", "check");
  expect(checked.code).toBe(1);
  expect(checked.out).toMatch(/scene calm\s+✗ steps[\s\S]*automation test\s+✗ actions/);
  expect((await jia("automations", "check", "--language", "zh")).out).toContain("没有这个设备。请恢复它");
  const listed = await app.inject({ url: "/api/automations", headers: { "accept-language": "zh" } });
  expect(listed.json().automations[0].problems).toEqual([
    { field: "actions[0].target", value: "test:hall", message: "没有这个设备", fix: "请恢复它，或去掉它后重新保存。" },
  ]);
});

it("the doctor tells the problems of saved definitions of the running Jia, with advice", async () => {
  const broker = BROKERS.aedes();
  await broker.start();
  const folder = mkdtempSync(join(tmpdir(), "jia-doctor-"));
  try {
    await (await openStore({ path: join(folder, "jia.db") })).close();
    const examine = (...more: string[]) =>
      run(COMMANDS, ["doctor", "--mqtt", broker.url, "--seconds", "0.2", ...more], {
        env: { JIA_DATA: folder, JIA_URL: url },
      });
    const scene = { name: "Movie night", steps: [{ target: "test:lamp", set: { "light.on": true } }] };
    const saved = await bench.planner.scenes.save(scene, person);
    expect((await examine()).out).toContain("Nothing is wrong with what is saved.");
    bench.planner.scenes.adopt({ ...saved, definition: { ...saved.definition, id: "second" } });
    const told = await examine();
    expect(told.code).toBe(1);
    expect(told.out).toMatch(/scene second\s+✗ name: "Movie night" is already the name of "movie-night"\. Rename one/);
    expect((await examine("--language", "zh")).out).toContain("请给其中一个改名");
    expect(JSON.parse((await examine("--json")).out).definitions).toMatchObject([
      { kind: "scene", id: "movie-night", problems: [{ field: "name" }] },
      { kind: "scene", id: "second", problems: [{ field: "name" }] },
    ]);
  } finally {
    await broker.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
