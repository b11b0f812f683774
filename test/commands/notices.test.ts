import type { FastifyInstance } from "fastify";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/commands/index.ts";
import { JiaError } from "../../src/home/index.ts";
import { listening, testApiOn } from "../support/api.ts";
import { run } from "../support/command-line.ts";
import { described, set } from "../support/home.ts";
import { NoticeBench } from "../support/notice-bench.ts";
import { NtfyServer } from "../support/receivers/phone-servers.ts";

const TOKEN = "tk_7eevizlsiwf9yi4uxsrs83r4";
const WRONG = new JiaError("wrong-pin");
let server: NtfyServer;
let bench: NoticeBench;
let app: FastifyInstance;
let url: string;
beforeEach(async () => {
  server = await new NtfyServer({ token: TOKEN }).start();
  bench = new NoticeBench({
    receivers: [server],
    devices: [described("lamp")],
    people: { emma: "en" },
    home: {
      policy: [
        { id: "ask", decision: "confirm", why: "it is asked", values: [true] },
        { id: "pin", decision: "pin", why: "it is bright", values: [100] },
      ],
      pins: { hasPin: () => true, check: (pin) => (pin === "4711" ? Promise.resolve("emma") : Promise.reject(WRONG)) },
    },
  });
  await bench.start();
  app = await testApiOn(bench.home, bench.time, { told: bench.told });
  url = await listening(app);
});
afterEach(async () => {
  await app.close();
  await bench.close();
  await server.stop();
});

const ENV = { NTFY_TOPIC: "family-5hT9w2", NTFY_TOKEN: TOKEN };
const jia = (...args: string[]) =>
  run(COMMANDS, ["notices", ...args, "--url", url], { env: { LANG: "en_US.UTF-8", ...ENV } });
const chinese = (...args: string[]) =>
  run(COMMANDS, ["notices", ...args, "--url", url], { env: { LANG: "zh_CN.UTF-8", ...ENV } });

async function tellAll(): Promise<void> {
  const act = { kind: "commands", commands: [set("lamp", { "light.on": false })], label: "Switch it off" } as const;
  await bench.tell({ text: "The post is there", subject: "post" });
  await bench.advance("1m");
  await bench.tell({ text: "The garage is open", subject: "garage", level: "warning", act });
  await bench.tell({ text: "The garage is open", subject: "garage", level: "warning", act });
  await bench.advance("1m");
  await bench.tell({ text: "Water in the bathroom", subject: "leak", level: "alarm", lasting: true });
  await bench.notices.end("leak");
}

describe("jia notices", () => {
  it("lists notices, newest first, with helpful actions and which are over", async () => {
    expect((await jia()).out).toBe("There are no notices.\n");
    expect((await chinese()).out).toBe("没有通知。\n");
    await tellAll();
    const { code, out } = await jia();
    expect(code).toBe(0);
    expect(out.split("\n").map((line) => line.replace(/\s+/g, " ").trim())).toEqual([
      "When What Id",
      "!!* 2026-11-30 12:02:00 Water in the bathroom – over n4",
      "!* 2026-11-30 12:01:00 The garage is open (2 times) → Switch it off n2",
      "i* 2026-11-30 12:00:00 The post is there n1",
      "3 unread.",
      "Times are in the zone UTC.",
      "",
    ]);
    expect((await chinese()).out).toContain("The garage is open（2 次） → Switch it off");
    expect((await chinese()).out).toContain("未读 3 条。");
    expect((await jia("--level", "alarm")).out).not.toContain("garage");
    expect(JSON.parse((await jia("--json")).out).notices).toHaveLength(3);
  });

  it("marks one or all as read, for a person or for everybody", async () => {
    await tellAll();
    expect((await jia("read", "n1", "--person", "emma")).out).toBe("Marked as read: 1.\n");
    expect((await jia("--unread", "--person", "emma")).out).not.toContain("post");
    expect((await jia("--unread")).out).toContain("post");
    expect((await chinese("read")).out).toBe("已标为已读：3 条。\n");
    expect((await jia("read")).out).toBe("Nothing was unread.\n");
    expect((await chinese("list", "--unread")).out).toBe("没有通知。\n");
  });

  it("runs the helpful action, and asks where the policy does", async () => {
    await tellAll();
    expect(await jia("act", "n2")).toMatchObject({ code: 0, out: expect.stringContaining("✓ lamp  power off") });
    expect(await jia("act", "n1")).toMatchObject({ code: 1, err: expect.stringContaining("Nothing can be done") });
    expect(await chinese("act", "n9")).toMatchObject({ code: 1, err: expect.stringContaining("没有通知“n9”") });
    const act = { kind: "commands", commands: [set("lamp", { "light.on": true })], label: "Switch it on" } as const;
    await bench.tell({ text: "It is dark", act });
    const asked = await jia("act", bench.notices.list()[0]?.id ?? "");
    expect(asked).toMatchObject({ code: 1, out: expect.stringContaining("? ") });
    expect(asked.out).toContain("urn on the lamp");
    expect(asked.err).toContain("--yes");
    expect(await jia("act", bench.notices.list()[0]?.id ?? "", "--yes")).toMatchObject({ code: 0 });
    expect(bench.home.device("test:lamp")?.state.get("light.on")?.value).toBe(true);
  });

  it("takes the PIN that what helps may want from a pipe, and says so, in both languages", async () => {
    const act = { kind: "commands", commands: [set("lamp", { "light.brightness": 100 })], label: "Brighter" } as const;
    await bench.tell({ text: "It is dark", act });
    const [notice] = bench.notices.list();
    const id = notice?.id ?? "";
    expect((await jia("act", id)).err).toContain(
      `To say yes: jia notices --url ${url} --yes act ${id}\nIt asks for the PIN`,
    );
    expect((await chinese("act", id)).err).toContain("PIN 码");
    const agreed = (stdin: string) => run(COMMANDS, ["notices", "act", id, "--yes", "--url", url], { env: ENV, stdin });
    expect(await agreed("0000\n")).toMatchObject({ code: 1, err: expect.stringContaining("PIN") });
    expect(await agreed("4711\n")).toMatchObject({ code: 0, out: expect.stringContaining("✓ lamp  brightness 100%") });
  });

  it("sets a quiet time until a moment or for a duration, and ends it", async () => {
    expect((await jia("quiet")).out).toBe("Everything is sent.\n");
    const until = /^Nothing but alarms is sent until \d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\n$/;
    expect((await jia("quiet", "999h", "--person", "emma")).out).toMatch(until);
    expect(bench.channels.quietUntil("emma")).not.toBeNull();
    expect((await chinese("quiet", "--person", "emma")).out).toMatch(/之前只发警报。\n$/);
    expect((await chinese("quiet", "off", "--person", "emma")).out).toBe("所有通知照常发送。\n");
    expect(await jia("quiet", "soon")).toMatchObject({ code: 2, err: expect.stringContaining('"soon" is no time') });
    expect(await chinese("quiet", "soon")).toMatchObject({ code: 2, err: expect.stringContaining("“soon”不是时间") });
  });
});

describe("jia notices channels", () => {
  const add = (...args: string[]) =>
    jia("channels", "add", "ntfy", "Emma's phone", "--set", `server=${server.origin}`, ...args);
  const SECRETS = ["--secret", "topic=NTFY_TOPIC", "--secret", "token=NTFY_TOKEN"];

  it("adds, lists, tests, changes and removes one, and never prints a secret", async () => {
    expect((await jia("channels")).out).toContain("There are no channels. Add one: jia notices channels add");
    expect((await chinese("channels")).out).toContain("没有通知渠道。添加一个：jia notices channels add");
    const added = await add(...SECRETS, "--person", "emma", "--levels", "warning,alarm", "--quiet", "22:00-07:00");
    expect(added).toMatchObject({ code: 0, out: "Added: emmas-phone. Test it: jia notices test emmas-phone\n" });
    const listed = await jia("channels");
    expect(listed.out.replace(/ +/g, " ")).toMatch(
      /emmas-phone ntfy http:\/\/127\.0\.0\.1:\d+ emma warning, alarm, quiet 22:00-07:00 not used yet/,
    );
    expect(await jia("test", "emmas-phone")).toMatchObject({ code: 0, out: "Sent. Look at the phone.\n" });
    expect(await chinese("test", "Emma's phone")).toMatchObject({ code: 0, out: "已发送，请看手机。\n" });
    expect([...server.shown.values()].map(({ text }) => text)).toEqual([
      `This is a test of "Emma's phone". It works.`,
      "这是“Emma's phone”的测试消息，收到就说明能用。",
    ]);
    expect((await chinese("channels")).out).toContain("正常");
    const changed = await jia("channels", "set", "emmas-phone", "--off", "--quiet", "none", "--name", "Emma");
    expect(changed).toMatchObject({ code: 0, out: "Changed: emmas-phone\n" });
    expect((await chinese("channels")).out.replace(/ +/g, " ")).toContain("emma warning, alarm 已停用");
    const told = [added.out, listed.out, changed.out, (await jia("channels", "--json")).out].join();
    expect(told).not.toContain(TOKEN);
    expect(told).not.toContain(ENV.NTFY_TOPIC);
    expect((await chinese("channels", "remove", "emmas-phone")).out).toBe("已删除：emmas-phone\n");
  });

  it("shows that a message did not arrive, and why", async () => {
    await add("--secret", "topic=NTFY_TOPIC");
    const { host } = new URL(server.origin);
    expect(await jia("test", "emmas-phone")).toMatchObject({
      code: 1,
      out: `It did not arrive: http://${host} refuses the key or token (401, unauthorized)\n`,
    });
    expect((await chinese("test", "emmas-phone")).out).toContain("没有送到：");
    await bench.tell({ text: "water", level: "alarm" });
    expect((await jia("channels")).out).toContain("does not work: ");
    expect((await chinese("channels")).out).toContain("不能用：");
  });

  it("refuses secrets on the command line, missing secrets, and unknown settings", async () => {
    const refused = async (...args: string[]) => (await add(...args)).err;
    expect(await refused("--set", "topic=family")).toContain("topic is secret: what stands in a command line");
    expect(await refused("--secret", "topic=NOTHING")).toContain("The environment variable NOTHING is not set.");
    expect(await refused("--secret", "topic")).toContain("Give topic: in an environment variable");
    expect(await refused("--set", "topic")).toContain('"topic" is not NAME=VALUE');
    expect(await refused()).toContain("ntfy needs topic");
    const zh = await chinese("channels", "add", "ntfy", "x", "--set", "topic=family");
    expect([zh.code, zh.err]).toEqual([2, expect.stringContaining("topic 是密钥，写在命令行里会被终端记下")]);
    expect((await jia("channels", "add", "ntfy")).code).toBe(2);
    expect((await jia("channels", "drop")).err).toContain("The verbs are: list, ways, add, set, remove");
    expect(bench.channels.list()).toEqual([]);
  });

  it("shows the settings that each way needs", async () => {
    const { out } = await jia("channels", "ways");
    expect(out.replace(/ +/g, " ")).toContain("server address of the server (https://ntfy.sh)");
    expect(out).toContain("access token (secret) (may be left out)");
    expect((await chinese("channels", "ways")).out).toContain("机器人的令牌（密钥）");
  });
});

it.each([
  ["en_US.UTF-8", "What you should know", "Nothing but alarms", "Hours without messages"],
  ["zh_CN.UTF-8", "查看通知、标为已读", "在此之前只发警报", "免打扰时段"],
])("the help of jia notices in %s tells what can be done", async (LANG, ...texts) => {
  const { out } = await run(COMMANDS, ["notices", "--help"], { env: { LANG } });
  for (const text of texts) expect(out.toLowerCase()).toContain(text.toLowerCase());
});
