import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { App } from "../../src/app.ts";
import { Client } from "../../src/commands/client/client.ts";
import { COMMANDS } from "../../src/commands/index.ts";
import { textWidth } from "../../src/commands/terminal/layout.ts";
import { repeatsMotorMove } from "../../src/commands/watch.ts";
import { runningApp } from "../support/app.ts";
import { run } from "../support/command-line.ts";
import { OWNER_TOKEN } from "../support/owner.ts";
import { jiaLine, Terminal } from "../support/terminal.ts";
import { until } from "../support/until.ts";

let app: App;
const state = mkdtempSync(join(tmpdir(), "jia-state-"));
beforeAll(async () => {
  app = await runningApp({ JIA_SPEED: "4" });
});
afterAll(async () => {
  await app.stop();
  rmSync(state, { recursive: true });
});

const env = () => ({ JIA_URL: app.url, XDG_STATE_HOME: state });
const jia = async (...args: string[]) => await run(COMMANDS, args, { env: env() });
const value = (device: string, address: string) => app.home.device(device)?.state.get(address)?.value;

describe("devices show", () => {
  it("shows all of a device in words: its kind, each property, settable values, actions, and the zone once", async () => {
    const { code, out } = await jia("devices", "show", "living-ac");
    expect(code).toBe(0);
    expect(out).toContain("  Kind         air conditioner\n");
    expect(out).toMatch(/^air-conditioner\.target-temperature +target temperature +26 °C +16 to 31 °C, steps of 0\.5/m);
    expect(out).toMatch(/^air-conditioner\.mode +mode +\w+ +Cool, Dry, Fan, Heat/m);
    expect(out).toMatch(/^environment\.temperature +temperature +\S+ °C +— /m);
    expect(out).toContain("reset the filter");
    expect(out.match(/Asia\/Shanghai/g)).toHaveLength(1);
    const chinese = await jia("devices", "show", "落地灯", "--language", "zh");
    expect(chinese.out).toMatch(/^light\.brightness +亮度 +\d+% +1 到 100%/m);
  });

  it("tells whether the device must keep running, and why", async () => {
    expect((await jia("devices", "show", "kitchen-fridge")).out).toMatch(/Must keep running +yes, by kind or name\n/);
    expect((await jia("devices", "show", "living-floor-lamp")).out).not.toContain("Must keep running");
    expect((await jia("devices", "mark", "living-floor-lamp", "essential")).out).toContain(
      "stays on when everything is switched off.",
    );
    expect((await jia("devices", "show", "living-floor-lamp", "--language", "zh")).out).toMatch(
      /必须常开 +是（手动标记）\n/,
    );
    expect((await jia("devices", "mark", "living-floor-lamp", "auto", "--language", "zh")).out).toContain("也会关。");
    expect((await jia("devices", "mark", "living-floor-lamp", "maybe")).code).toBe(2);
  });

  it("is JSON for scripts, and names the nearest for an unknown device", async () => {
    const json = await jia("devices", "show", "living-ac", "--json");
    expect(JSON.parse(json.out)).toMatchObject({ handle: "living-ac", spec: { kind: "air-conditioner" } });
    const wrong = await jia("devices", "show", "livng-ac");
    expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining("Did you mean living-ac?")]);
    for (const name of ["吸顶灯", "Ceiling light"]) {
      const handles = "bedroom-ceiling-light, kitchen-light, living-ceiling-light";
      expect((await jia("devices", "show", name)).err).toBe(
        `✗ More than one device is called "${name}". Use a handle: ${handles}.\n`,
      );
    }
    expect((await jia("devices", "shwo", "living-ac")).code).toBe(2);
  });

  it.each([
    ["ceiling", ["bedroom-ceiling-light", "kitchen-light", "living-ceiling-light"]],
    ["celing-light", ["bedroom-ceiling-light", "kitchen-light", "living-ceiling-light"]],
    ["curtian", ["bedroom-curtain", "living-curtain"]],
    ["空调", null],
    ["吸顶", ["bedroom-ceiling-light", "kitchen-light", "living-ceiling-light"]],
    ["teapot", []],
  ])("names every device that %s may mean, and the command that lists them", async (name, meant) => {
    const { code, err } = await jia("devices", "show", name);
    expect(code).toBe(1);
    if (meant === null) return expect(err).toContain("Use a handle: ");
    for (const handle of meant) expect(err).toContain(handle);
    expect(err.includes("Did you mean")).toBe(meant.length > 0);
    expect(err).toContain('List all devices with "jia devices".');
    expect(err).not.toContain("GET ");
  });

  it.each([["devices"], ["devices show living-ac"], ["devices show living-ac --language zh"], ["audit"], ["--help"]])(
    "fits into a terminal of 80 columns: jia %s",
    async (line) => {
      const terminal = new Terminal(jiaLine(line), { env: env() });
      expect(await terminal.ended()).toBe(0);
      for (const shown of terminal.shown.split("\n")) expect(textWidth(shown), shown).toBeLessThanOrEqual(80);
    },
  );
});

describe("set", () => {
  it("sets several properties by address or last part, with values in words or as on the wire", async () => {
    const { code, out } = await jia(
      "set",
      "living-ac",
      "on=true",
      "mode=制冷",
      "air-conditioner.target-temperature=24.5",
    );
    expect([code, out.match(/✓ living-ac/g)]).toEqual([0, expect.objectContaining({ length: 3 })]);
    expect(value("living-ac", "air-conditioner.on")).toBe(true);
    expect(value("living-ac", "air-conditioner.target-temperature")).toBe(24.5);
    const { device } = JSON.parse((await jia("set", "落地灯", "亮度=33", "--json")).out).outcomes[0];
    expect([device, value("living-floor-lamp", "light.brightness")]).toEqual(["living-floor-lamp", 33]);
  });

  it("takes the words that the list shows for a value, and asks in words", async () => {
    const sheet = (await jia("devices", "show", "hallway-lock")).out;
    expect(sheet).toMatch(/lock\.locked .* locked, unlocked/);
    for (const given of ["locked=false", "lock.locked=off", "locked=unlocked", "locked=没锁"]) {
      const asked = await jia("set", "hallway-lock", given);
      expect([given, asked.code, asked.out.split("\n")[1]]).toEqual([given, 1, "? Unlock the front door?"]);
    }
    expect((await jia("set", "hallway-lock", "locked=false", "--language", "zh")).out).toContain(
      "? 确定要打开门锁吗？",
    );
    expect(value("hallway-lock", "lock.locked")).toBe(true);
  });

  it("takes a value as it is shown: with its unit, a colour by its name; an empty one is refused", async () => {
    const sheet = (await jia("devices", "show", "living-floor-lamp")).out;
    expect(sheet).toMatch(/light\.color .* a color \(red, #ff0000\)/);
    expect(
      (await jia("set", "living-floor-lamp", "color=Blue", "brightness=41%", "color-temperature=3000 K")).code,
    ).toBe(0);
    expect(value("living-floor-lamp", "light.brightness")).toBe(41);
    expect((await jia("set", "living-floor-lamp", "color=#00ff00")).out).toContain("color blue → green");
    expect((await jia("set", "living-floor-lamp", "color=黄色", "--language", "zh")).out).toContain("绿色 → 黄色");
    const none = await jia("set", "living-floor-lamp", "brightness=", "color=red");
    expect([none.code, none.out, none.err]).toEqual([
      2,
      "",
      '✗ "brightness=" gives no value. Use a whole number from 1 to 100%.\n',
    ]);
    expect(value("living-floor-lamp", "light.color")).toBe(0xffff00);
  });

  it("can follow another command that ended before", async () => {
    const [first, second] = ["brightness=12", "brightness=57"].map((to) => jiaLine(`set living-floor-lamp ${to}`));
    const both = new Terminal(`${first} && ${second}`, { env: env() });
    expect(await both.ended()).toBe(0);
    expect(both.shown.match(/✓ living-floor-lamp {2}brightness .*→ \d+% {2}confirmed/g)).toEqual([
      expect.stringContaining("→ 12%"),
      expect.stringContaining("brightness 12% → 57%"),
    ]);
    expect(value("living-floor-lamp", "light.brightness")).toBe(57);
    const stopped = new Terminal(`${jiaLine("set living-floor-lamp brightness=900")} && ${first}`, { env: env() });
    expect([await stopped.ended(), value("living-floor-lamp", "light.brightness")]).toEqual([1, 57]);
  });

  it("tells the problem of a property or a value, and does nothing", async () => {
    const wrong = await jia("set", "living-ac", "moode=cool");
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining("Did you mean air-conditioner.mode?")]);
    const number = await jia("set", "living-ac", "target-temperature=99");
    expect([number.code, number.out]).toEqual([1, expect.stringContaining("refused")]);
    expect((await jia("set", "living-ac", "on")).err).toContain('"on" is not PROPERTY=VALUE');
  });

  it("asks for a yes on a terminal; elsewhere it tells which command gives it, and --yes gives it", async () => {
    const asked = await jia("set", "hallway-lock", "locked=no");
    expect([asked.code, asked.err]).toEqual([1, "To say yes: jia set --yes hallway-lock locked=no\n"]);
    expect(value("hallway-lock", "lock.locked")).toBe(true);
    const no = new Terminal(jiaLine("set hallway-lock locked=no"), { env: env() });
    await no.sees("[y/N] ");
    no.type("\n");
    expect([await no.ended(), value("hallway-lock", "lock.locked")]).toEqual([1, true]);
    const yes = new Terminal(jiaLine("set hallway-lock locked=no"), { env: env() });
    await yes.sees("[y/N] ");
    yes.type("y\n");
    expect([await yes.ended(), value("hallway-lock", "lock.locked")]).toEqual([0, false]);
    expect((await jia("set", "--yes", "hallway-lock", "locked=yes")).code).toBe(0);
  });
});

describe("watch", () => {
  it("shows changes of the named device in words as they happen, until Ctrl-C", async () => {
    const terminal = new Terminal(jiaLine("watch living-floor-lamp"), { env: env() });
    await terminal.sees("Watching 1 device, Ctrl-C stops. Times are in the zone Asia/Shanghai.");
    expect((await jia("set", "bedroom-bedside-lamp", "brightness=44")).code).toBe(0);
    expect((await jia("set", "living-floor-lamp", "on=true", "brightness=71")).code).toBe(0);
    await terminal.sees("→ 71%");
    expect(terminal.shown).toMatch(/^\d\d:\d\d:\d\d {2}客厅 落地灯 {2}/m);
    expect(terminal.shown).not.toContain("44%");
    terminal.type("\u0003");
    expect(await terminal.ended()).toBe(130);
    expect(terminal.shown).not.toContain("    at ");
  });

  it("shows the beginning and the end of a curtain's move, and each change once", async () => {
    expect((await jia("set", "living-curtain", "target-position=100")).code).toBe(0);
    const terminal = new Terminal(jiaLine("watch"), { env: env() });
    await terminal.sees("Ctrl-C stops.");
    expect((await jia("set", "living-curtain", "target-position=0")).code).toBe(0);
    await terminal.sees("客厅 窗帘  closing");
    expect((await jia("set", "living-floor-lamp", "on=false")).code).toBe(0);
    expect((await jia("set", "living-floor-lamp", "on=true")).code).toBe(0);
    await terminal.sees("客厅 窗帘  closed");
    terminal.type("\u0003");
    await terminal.ended();
    const of = (name: string) => terminal.shown.split("\n").filter((line) => line.includes(`客厅 ${name}  `));
    expect(of("窗帘").filter((line) => /position \d+%$|status/.test(line))).toEqual([]);
    expect(of("落地灯").filter((line) => line.endsWith("power off → on"))).toHaveLength(1);
  });

  it("hides the status of a motor that moves or stands, and shows its faults", async () => {
    const client = new Client({ url: app.url, token: OWNER_TOKEN, language: "en" });
    const curtain = await client.device("living-curtain", AbortSignal.timeout(10_000));
    const properties = curtain.spec.properties.map((property) =>
      property.address === "curtain.status"
        ? {
            ...property,
            values: [
              ...property.values,
              { value: 9, description: "Stopped by an obstacle", label: "Stopped by an obstacle" },
            ],
          }
        : property,
    );
    const device = { ...curtain, spec: { ...curtain.spec, properties } };
    const status = (value: number) =>
      ({
        type: "property-changed",
        at: "2026-01-01T12:00:00Z",
        id: curtain.id,
        property: "curtain.status",
        value,
      }) as const;
    expect([0, 1, 2, 9].map((value) => repeatsMotorMove(status(value), device))).toEqual([true, true, true, false]);
  });

  it("shows that an airer goes up and down", async () => {
    const terminal = new Terminal(jiaLine("watch --room 阳台"), { env: env() });
    await terminal.sees("Ctrl-C stops.");
    expect((await jia("set", "balcony-airer", "motor-control=up")).code).toBe(0);
    await terminal.sees("going up");
    terminal.type("\u0003");
    await terminal.ended();
    expect(terminal.shown).not.toContain("opening");
  });

  it("prints JSON lines of a room for scripts", async () => {
    const stop = new AbortController();
    let printed = "";
    const watching = run(COMMANDS, ["watch", "--room", "书房", "--json"], {
      env: env(),
      signal: stop.signal,
      onOutput: (piece) => (printed += piece),
    });
    let speed = 20;
    await until("a change of the fan", async () => {
      speed = speed === 20 ? 60 : 20;
      await jia("set", "study-monitor-light", `brightness=${speed}`);
      return printed.includes("\n");
    });
    stop.abort();
    const { code, out, err } = await watching;
    expect([code, err]).toEqual([130, ""]);
    expect(JSON.parse(out.split("\n")[0] ?? "")).toMatchObject({
      type: "property-changed",
      handle: "study-monitor-light",
    });
  });
});
