import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { Command } from "../../../src/home/index.ts";
import type { ModeEvent } from "../../../src/people/modes/index.ts";
import { openStore } from "../../../src/store/index.ts";
import { described, testHome, testSpec } from "../../support/home.ts";
import { testModes } from "../../support/modes.ts";

const CONTACT = testSpec("magnet-sensor", "magnet-sensor", [
  ["contact-state", { format: "bool", access: ["read", "notify"] }],
]);
const LOCK = testSpec("lock", "lock", [["locked", { format: "bool" }]]);
const OVEN = testSpec("oven", "oven", [["on", { format: "bool" }]]);
const person = { kind: "person", name: "Ada" } as const;

const cleanups: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** A home with a window, a lock and an oven, and scenes that do what a test says. */
async function modesOver(scenes: Readonly<Record<string, () => Promise<void>>> = {}, path = ":memory:") {
  const { home, clock } = testHome([
    described("window", { name: "Window", room: "Kitchen", spec: CONTACT }),
    described("door", { name: "Front door", room: "Hall", spec: LOCK }),
    described("oven", { name: "Oven", room: "Kitchen", spec: OVEN }),
  ]);
  const set = (id: string, address: string, value: boolean) =>
    home.apply([{ kind: "values", id: `test:${id}`, values: [{ address, value }], cause: "report" }]);
  set("window", "magnet-sensor.contact-state", true);
  set("door", "lock.locked", true);
  set("oven", "oven.on", false);
  const store = await openStore({ path }, clock);
  cleanups.push(() => store.close());
  const activated: string[] = [];
  const made = await testModes(
    home,
    clock,
    {
      requireAllowed: () => undefined,
      get: (id: string) => (id in scenes ? ({ definition: { id } } as never) : undefined),
      activate: async (id: string) => {
        activated.push(id);
        await scenes[id]?.();
        return { run: "r", scene: id, outcomes: [] };
      },
    },
    store,
  );
  cleanups.push(() => made.modes.stop());
  return { ...made, home, clock, store, set, activated };
}

describe("the modes of a home", () => {
  it("are the default ones at first, by their names in every language, and the home is in the first", async () => {
    const { modes } = await modesOver();
    expect(modes.list().map(({ id }) => id)).toEqual(["home", "away", "night", "guest", "holiday"]);
    for (const name of ["away", "Away", "离家", "外出", " AWAY "]) expect(modes.named(name)?.id).toBe("away");
    expect(modes.named("disco")).toBeUndefined();
    expect(modes.current()).toMatchObject({ mode: { id: "home" }, since: null });
  });

  it("begin, report what is open, unlocked and running, and survive a restart", async () => {
    const folder = mkdtempSync(join(tmpdir(), "jia-modes-"));
    cleanups.push(() => rmSync(folder, { recursive: true }));
    const path = join(folder, "jia.db");
    const { modes, set, clock } = await modesOver({}, path);
    set("window", "magnet-sensor.contact-state", false);
    set("door", "lock.locked", false);
    set("oven", "oven.on", true);
    const report = await modes.begin("away", { origin: person });
    expect(report.findings.map(({ check, devices }) => [check, devices.map(({ handle }) => handle)])).toEqual([
      ["open", ["kitchen-window"]],
      ["unlocked", ["hall-front-door"]],
      ["running", ["kitchen-oven"]],
    ]);
    const began = clock.now();
    clock.advance(60_000);
    const again = await modesOver({}, path);
    expect(again.modes.current()).toMatchObject({ mode: { id: "away" }, since: began, by: person });
  });

  it("report unreachable devices as unknown", async () => {
    const { modes, home } = await modesOver();
    home.apply([{ kind: "availability", id: "test:window", online: false }]);
    const { findings } = await modes.begin("night", { origin: person });
    expect(findings).toMatchObject([{ check: "open", devices: [], unknown: [{ handle: "kitchen-window" }] }]);
  });

  it("activate their scene once, before their checks, and report its failure", async () => {
    let closed = (): void => undefined;
    const made = await modesOver({
      leave: () => Promise.resolve(closed()),
      broken: () => Promise.reject(new Error("no")),
    });
    const { modes, set, activated } = made;
    set("oven", "oven.on", true);
    closed = () => set("oven", "oven.on", false);
    await modes.save({ id: "away", name: "Away", scene: "leave", checks: ["running"] });
    expect((await modes.begin("away", { origin: person })).findings).toEqual([]);
    await modes.begin("away", { origin: person });
    expect(activated).toEqual(["leave"]);
    await modes.save({ id: "night", name: "Night", scene: "broken" });
    const report = await modes.begin("night", { origin: person });
    expect(report.failed).toBeInstanceOf(Error);
    expect(modes.current().mode.id).toBe("night");
  });

  it("begin by arrivals and departures, from the modes that they name", async () => {
    const { modes, people, clock } = await modesOver();
    const events: ModeEvent[] = [];
    modes.subscribe((event) => events.push(event));
    const gone = async () => {
      people.emit({ type: "left", person: "ada", last: true, at: clock.now() });
      await Promise.resolve();
    };
    people.emit({ type: "left", person: "ada", last: false, at: clock.now() });
    await expect.poll(() => modes.current().mode.id).toBe("home");
    await gone();
    await expect.poll(() => modes.current().mode.id).toBe("away");
    expect(events).toMatchObject([{ type: "mode-began", before: "home", by: { kind: "schedule", id: "mode/away" } }]);
    people.emit({ type: "arrived", person: "ada", first: true, at: clock.now() });
    await expect.poll(() => modes.current().mode.id).toBe("home");
    await modes.begin("guest", { origin: person });
    await gone();
    await expect.poll(() => modes.current().mode.id).toBe("guest");
  });

  it("end when somebody is found at home, except for a mode that a person began", async () => {
    const { modes, people, clock } = await modesOver();
    const found = (first: boolean) => people.emit({ type: "found", person: "ada", first, at: clock.now() });
    people.emit({ type: "left", person: "ada", last: true, at: clock.now() });
    await expect.poll(() => modes.current().mode.id).toBe("away");
    found(false);
    await modes.settled();
    expect(modes.current().mode.id).toBe("away");
    found(true);
    await expect.poll(() => modes.current().mode.id).toBe("home");
    await modes.begin("away", { origin: person });
    found(true);
    await modes.settled();
    expect(modes.current().mode.id).toBe("away");
  });

  it("are listed with the times at which they began", async () => {
    const { modes, clock } = await modesOver();
    const from = clock.now();
    for (const id of ["away", "home", "night"]) {
      await modes.begin(id, { origin: person });
      clock.advance(1000);
    }
    const changes = await modes.changes({ from, to: clock.now() });
    expect(changes.map(({ mode, before, at }) => [mode, before, at - from])).toEqual([
      ["away", "home", 0],
      ["home", "away", 1000],
      ["night", "home", 2000],
    ]);
    expect(await modes.changes({ from: from + 1000, to: from + 2000 })).toHaveLength(1);
    expect((await modes.changes({ from, to: clock.now() }, 1)).map(({ mode }) => mode)).toEqual(["night"]);
  });

  it.each([
    [{ name: "Away" }, "name"],
    [{ name: "Party", aliases: ["离家"] }, "aliases"],
    [{ name: "Party", scene: "nothing" }, "scene"],
    [{ name: "Party", begins: [{ when: "everyone-left", from: ["disco"] }] }, "begins[0].from"],
    [{ name: "Party", checks: ["ghosts"] }, "checks[0]"],
    [{ name: "" }, "name"],
    [{ name: "Party", colour: "red" }, ""],
  ])("refuse a draft with the field that is wrong: %j", async (draft, field) => {
    const { modes } = await modesOver();
    expect(modes.check(draft).problems.map((problem) => problem.field)).toContain(field);
    await expect(modes.save(draft as never)).rejects.toMatchObject({ code: "invalid-definition" });
  });

  it("can be added, changed in place, and deleted except for the first and the current one", async () => {
    const { modes } = await modesOver();
    expect(await modes.save({ name: "Party time" })).toMatchObject({ id: "party-time" });
    await modes.save({ id: "away", name: "Out" });
    expect(modes.list().map(({ id }) => id)).toEqual(["home", "away", "night", "guest", "holiday", "party-time"]);
    expect(modes.named("离家")).toBeUndefined();
    await modes.begin("party-time", { origin: person });
    for (const id of ["home", "party-time"]) await expect(modes.remove(id)).rejects.toMatchObject({ code: "conflict" });
    await modes.begin("home", { origin: person });
    await modes.remove("party-time");
    await expect(modes.begin("party-time", { origin: person })).rejects.toMatchObject({ code: "not-found" });
  });

  it("are all replaced by those of a file, which may refer to each other; the first stays", async () => {
    const { modes } = await modesOver();
    await modes.replaceAll([
      { id: "work", name: "Work", begins: [{ when: "everyone-left", from: ["school"] }] },
      { id: "school", name: "School" },
    ]);
    expect(modes.list().map(({ id }) => id)).toEqual(["home", "work", "school"]);
    await expect(modes.replaceAll([{ id: "work", name: "Work", scene: "none" }])).rejects.toMatchObject({
      code: "invalid-definition",
    });
    expect(modes.list()).toHaveLength(3);
  });
});

describe("a command from a mode that began by itself", () => {
  it("has no approval: its scene is activated as an unapproved schedule", async () => {
    const origins: unknown[] = [];
    const { home, clock } = testHome([]);
    const commands: readonly Command[] = [];
    const made = await testModes(home, clock, {
      requireAllowed: () => undefined,
      get: () => ({ definition: { id: "leave" } }) as never,
      activate: (_id, { origin }) => {
        origins.push(origin);
        return Promise.resolve({ run: "r", scene: "leave", outcomes: commands as never[] });
      },
    });
    cleanups.push(() => made.modes.stop());
    const { modes, people } = made;
    await modes.save({ id: "away", name: "Away", scene: "leave", begins: [{ when: "everyone-left" }] });
    people.emit({ type: "left", person: "ada", last: true, at: clock.now() });
    await expect.poll(() => origins).toEqual([{ kind: "schedule", id: "mode/away", approved: false }]);
  });
});
