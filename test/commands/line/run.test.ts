import { describe, expect, it } from "vitest";
import { defineCommand } from "../../../src/commands/command.ts";
import { JiaError, nearest } from "../../../src/home/index.ts";
import { languages } from "../../../src/language/index.ts";
import { run } from "../../support/command-line.ts";

const paint = defineCommand({
  name: "paint",
  summary: { texts: { en: "Paint a wall.", zh: "刷一面墙。" } },
  usage: "WALL",
  flags: {
    colour: { kind: "text", value: "COLOUR", short: "c", about: { texts: { en: "The colour.", zh: "颜色。" } } },
    coat: { kind: "text", multiple: true, value: "N", about: { texts: { en: "A coat.", zh: "一层。" } } },
    wet: { kind: "switch", about: { texts: { en: "Wet.", zh: "湿。" } } },
  },
  positionals: { min: 1, max: 2 },
  run({ flags, positionals }, { stdout, style }) {
    stdout.write(style.bold(JSON.stringify({ ...flags, positionals })));
    return Promise.resolve(0);
  },
});
const fail = defineCommand({
  name: "fail",
  summary: { texts: { en: "Fail.", zh: "失败。" } },
  usage: "HOW",
  flags: {},
  positionals: { min: 1, max: 1 },
  run({ positionals }, { signal }) {
    if (positionals[0] === "known") throw new JiaError("not-running", { url: "http://x" });
    if (positionals[0] === "abort") signal.throwIfAborted();
    throw new TypeError("the wall is gone");
  },
});
const COMMANDS = [paint, fail];

describe("options", () => {
  it("are read by their kinds", async () => {
    const { code, out } = await run(COMMANDS, ["paint", "north", "-c", "red", "--coat=1", "--coat", "2", "--wet"]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      help: false,
      colour: "red",
      coat: ["1", "2"],
      wet: true,
      positionals: ["north"],
    });
  });

  it("that are wrong are all named, with the nearest one and the values to give", async () => {
    const { code, out, err } = await run(COMMANDS, ["paint", "north", "--color", "red", "--wet=yes", "--colour"]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toBe(
      [
        "✗ There is no option --color. Did you mean --colour?",
        "--wet is a switch and takes no value.",
        "--colour needs a value: --colour COLOUR",
        "See: jia paint --help",
        "",
      ].join("\n"),
    );
  });

  it("and words: too few and too many are refused", async () => {
    expect((await run(COMMANDS, ["paint"])).err).toContain("Something is missing. The usage is: jia paint WALL");
    expect((await run(COMMANDS, ["paint", "a", "b", "c"])).err).toContain("too many words");
  });

  it("do not begin with a digit: -2m is a word, also as a value", async () => {
    const { code, out } = await run(COMMANDS, ["paint", "-2m", "-12.5", "--colour", "-3"]);
    expect([code, JSON.parse(out)]).toEqual([
      0,
      expect.objectContaining({ positionals: ["-2m", "-12.5"], colour: "-3" }),
    ]);
  });

  it("after -- are words", async () => {
    expect(JSON.parse((await run(COMMANDS, ["paint", "--", "--wet"])).out).positionals).toEqual(["--wet"]);
  });
});

it("an option with swapped letters is nearer than one that it begins with", () => {
  expect(nearest("mqtt-prot", ["mqtt", "mqtt-port"])).toBe("mqtt-port");
  expect(nearest("mqtt-prot", ["mqtt-port", "mqtt"])).toBe("mqtt-port");
  expect(nearest("mqtt-server", ["port", "mqtt"])).toBe("mqtt");
});

describe("verbs", () => {
  it("that are unknown get the nearest", async () => {
    const { code, err } = await run(COMMANDS, ["piant"]);
    expect(code).toBe(2);
    expect(err).toContain('There is no command "piant". Did you mean "paint"?');
    const chinese = await run(COMMANDS, ["piant"], { env: { LANG: "zh_CN.UTF-8" } });
    expect(chinese.err).toContain("没有命令“piant”，是否要用“paint”？");
  });

  it("in other words get the commands for them", async () => {
    const schedules = await run(COMMANDS, ["schedules"]);
    expect([schedules.code, schedules.err]).toEqual([
      2,
      expect.stringContaining('There is no command "schedules". Did you mean "jia automations" or "jia runs planned"?'),
    ]);
    const chinese = await run(COMMANDS, ["日程", "--language", "zh"]);
    expect(chinese.err).toContain("是否要用“jia automations”或“jia runs planned”？");
    expect((await run(COMMANDS, ["zzz"])).err).toContain('There is no command "zzz".\n');
  });

  it("have help in both languages, without running", async () => {
    for (const args of [
      ["paint", "--help"],
      ["help", "paint"],
      ["paint", "-h", "--nonsense"],
    ]) {
      const { code, out } = await run(COMMANDS, args);
      expect(code).toBe(0);
      expect(out).toContain("-c, --colour COLOUR  The colour.");
    }
    expect((await run(COMMANDS, [], { env: { LC_ALL: "zh_CN.UTF-8" } })).out).toContain("刷一面墙。");
    expect((await run(COMMANDS, ["--help"], { env: { LC_ALL: "en_US", LANG: "zh_CN" } })).out).toContain(
      "Paint a wall.",
    );
    expect((await run(COMMANDS, ["paint", "--language", "zh", "--help"])).out).toContain("颜色。");
    const { code, err } = await run(COMMANDS, ["paint", "x", "--language", "fr"]);
    expect([code, err]).toEqual([
      2,
      `✗ Jia does not speak the language "fr". Use --language ${languages().join(" or ")}.\n`,
    ]);
  });
});

it("the language may stand before the verb, and beside the help", async () => {
  const chinese = (await run(COMMANDS, ["help", "--language", "zh"])).out;
  expect(chinese).toContain("用法：jia <命令> [选项]");
  for (const args of [
    ["--language", "zh"],
    ["--language=zh", "--help"],
    ["--help", "--language", "zh"],
  ]) {
    expect((await run(COMMANDS, args)).out).toBe(chinese);
  }
  const about = await run(COMMANDS, ["--language", "zh", "paint", "--help"]);
  expect([about.code, about.out]).toEqual([0, (await run(COMMANDS, ["help", "paint", "--language", "zh"])).out]);
});

describe("failures", () => {
  it("are one block in the language of the person, with an exit code for their kind", async () => {
    const known = await run(COMMANDS, ["fail", "known"], { env: { LANG: "zh_CN.UTF-8" } });
    expect([known.code, known.err]).toEqual([
      3,
      "✗ http://x 上没有 Jia 在运行。请先运行 npm start，或用 --url 指定地址。\n",
    ]);
    const unknown = await run(COMMANDS, ["fail", "unknown"]);
    expect([unknown.code, unknown.err.split("\n")[0]]).toEqual([
      1,
      "✗ Jia has an internal error: TypeError: the wall is gone. Please report it.",
    ]);
    expect((await run(COMMANDS, ["fail", "unknown"], { env: { JIA_DEBUG: "1" } })).err).toMatch(/at .*run\.test\.ts/);
  });

  it("after Ctrl-C are silent and end with 130", async () => {
    expect(await run(COMMANDS, ["fail", "abort"], { signal: AbortSignal.abort() })).toEqual({
      code: 130,
      out: "",
      err: "",
    });
  });
});

describe("colours", () => {
  it("are for terminals, unless NO_COLOR is set", async () => {
    const args = ["paint", "x"];
    expect((await run(COMMANDS, args)).out).not.toContain("\u001b");
    expect((await run(COMMANDS, args, { env: { FORCE_COLOR: "1" } })).out).toContain("\u001b[1m");
    expect((await run(COMMANDS, args, { env: { FORCE_COLOR: "1", NO_COLOR: "1" } })).out).not.toContain("\u001b");
  });
});
