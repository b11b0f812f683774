import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import type { JiaError, Origin } from "../../src/home/index.ts";
import { errorText } from "../../src/language/index.ts";
import type { PeopleEvent } from "../../src/people/index.ts";
import { hashPin, isPinOf } from "../../src/people/pin/hash.ts";
import { openStore } from "../../src/store/index.ts";
import { ManualClock } from "../support/clock.ts";
import { testPeople } from "../support/people.ts";

const MINUTE = 60_000;
const DOOR = ["test:front-door"];
const say = (person?: string): Origin => {
  return { kind: "conversation", conversation: "c", ...(person !== undefined && { person }) };
};

/** Ann and Ben are adults with PINs, Leo a child with one, Eve an adult without. */
async function family(path = ":memory:", clock = new ManualClock()) {
  const store = await openStore({ path }, clock);
  const made = await testPeople(store, clock);
  const { registry, people } = made;
  const told: PeopleEvent[] = [];
  people.subscribe((event) => told.push(event));
  if (registry.saved.length === 0) {
    await registry.add({ name: "Ann" });
    await registry.add({ name: "Ben" });
    await registry.add({ name: "Leo", role: "child" });
    await registry.add({ name: "Eve" });
    const pins = { ann: "4711", ben: "0815", leo: "2580" };
    await Promise.all(Object.entries(pins).map(([person, pin]) => people.pins.set(person, pin)));
  }
  const tried = (pin: string, origin: Origin) =>
    people.pins.check(pin, origin, DOOR).then(
      (person) => person,
      (error: JiaError) => (error.code === "pin-locked" ? errorText(error, "en").replace(/^.* in /, "") : error.code),
    );
  return { ...made, tried, told: () => told.filter(({ type }) => type === "wrong-pins") };
}

describe("PINs", () => {
  it("are stored as salted hashes: the same PIN gives two texts, and neither contains it", async () => {
    const [one, other] = await Promise.all([hashPin("4711"), hashPin("4711")]);
    expect(one).not.toBe(other);
    expect(one).toMatch(/^scrypt\$16384\$8\$1\$/);
    expect(await isPinOf("4711", one)).toBe(true);
    expect(await isPinOf("4712", one)).toBe(false);
    expect(await isPinOf("4711", "4711")).toBe(false);
  });

  it("count for their owner; for an unknown person any adult's counts, and no child's", async () => {
    const { tried, clock } = await family();
    expect(await tried("4711", say("ann"))).toBe("ann");
    expect(await tried("0815", say("ann"))).toBe("wrong-pin");
    clock.advance(MINUTE);
    expect(await tried("0815", say())).toBe("ben");
    expect(await tried("2580", say("leo"))).toBe("leo");
    expect(await tried("2580", say())).toBe("wrong-pin");
    clock.advance(MINUTE);
    // Who has none says that of an adult.
    expect(await tried("4711", say("eve"))).toBe("ann");
  });

  it("of former guests do not count", async () => {
    const { registry, people, tried, clock } = await family();
    await registry.add({ name: "Mia", role: "guest", until: "2026-01-02" });
    await people.pins.set("mia", "1234");
    expect(await tried("1234", say("mia"))).toBe("mia");
    clock.advance(3 * 86_400_000);
    expect(await tried("1234", say("mia"))).toBe("wrong-pin");
  });

  it("are slowed after each wrong one and locked by the fifth, longer each time, with an event", async () => {
    const { tried, clock, told } = await family();
    const waits: string[] = [];
    for (let n = 1; n <= 5; n += 1) {
      waits.push(await tried("0000", say("ann")));
      // What comes too soon is not looked at, and counts for nothing.
      waits.push(await tried("4711", say("ann")));
      clock.advance(8_000);
    }
    expect(waits).toEqual([
      "wrong-pin",
      "1 second.",
      "wrong-pin",
      "2 seconds.",
      "wrong-pin",
      "4 seconds.",
      "wrong-pin",
      "8 seconds.",
      "15 minutes.",
      "15 minutes.",
    ]);
    expect(told()).toEqual([
      {
        type: "wrong-pins",
        person: "ann",
        tries: 5,
        devices: DOOR,
        origin: say("ann"),
        until: clock.now() + 15 * MINUTE - 8_000,
        at: clock.now() - 8_000,
      },
    ]);
    clock.advance(15 * MINUTE);
    for (let n = 1; n <= 4; n += 1) {
      expect(await tried("0000", say("ann"))).toBe("wrong-pin");
      clock.advance(8_000);
    }
    expect(await tried("0000", say("ann"))).toBe("30 minutes.");
    clock.advance(30 * MINUTE);
    expect(await tried("4711", say("ann"))).toBe("ann");
    expect(await tried("0000", say("ann"))).toBe("wrong-pin");
  });

  it("of a known person lock nobody else out: a child cannot lock out an adult", async () => {
    const { tried, clock } = await family();
    for (let n = 1; n <= 5; n += 1) {
      await tried("0000", say("leo"));
      clock.advance(8_000);
    }
    expect(await tried("2580", say("leo"))).toBe("14 minutes 52 seconds.");
    expect(await tried("4711", say("ann"))).toBe("ann");
    expect(await tried("4711", say())).toBe("ann");
  });

  it("of several people cannot be tried in turn for ever: five locks lock that way in for all, and no other", async () => {
    const { tried, clock } = await family();
    for (const person of ["ann", "ben", "leo", "ann", "ben"]) {
      clock.advance(20 * MINUTE);
      for (let n = 1; n <= 5; n += 1) {
        await tried("0000", say(person));
        clock.advance(8_000);
      }
    }
    expect(await tried("4711", say())).toBe("14 minutes 52 seconds.");
    expect(await tried("4711", say("eve"))).toBe("14 minutes 52 seconds.");
    expect(await tried("4711", { kind: "api" })).toBe("ann");
  });

  it("are not locked longer when the clock is set back", async () => {
    const { tried, clock } = await family();
    for (let n = 1; n <= 5; n += 1) {
      await tried("0000", say("ann"));
      clock.advance(8_000);
    }
    clock.advance(-365 * 86_400_000);
    expect(await tried("4711", say("ann"))).toBe("15 minutes.");
    clock.advance(10 * MINUTE);
    expect(await tried("4711", say("ann"))).toBe("5 minutes.");
    clock.advance(5 * MINUTE);
    expect(await tried("4711", say("ann"))).toBe("ann");
  });

  it("of children do not reset the tries for the PINs of others", async () => {
    const { tried, clock } = await family();
    for (let n = 1; n <= 4; n += 1) {
      expect(await tried("0000", say())).toBe("wrong-pin");
      clock.advance(10_000);
      expect(await tried("2580", say("leo"))).toBe("leo");
    }
    expect(await tried("0000", say())).toBe("15 minutes.");
  });

  it("are checked one after another: a hundred at once are one try", async () => {
    const { tried } = await family();
    const all = await Promise.all(Array.from({ length: 100 }, (_, n) => tried(String(1000 + n), say())));
    expect(all.filter((each) => each === "wrong-pin")).toHaveLength(1);
    expect(all.filter((each) => each === "1 second.")).toHaveLength(99);
  });

  it("stay locked over a restart, and are not in the file", async () => {
    const folder = mkdtempSync(join(tmpdir(), "jia-pins-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const path = join(folder, "jia.db");
    const first = await family(path);
    const { clock } = first;
    for (let n = 1; n <= 5; n += 1) {
      await first.tried("0000", say("ann"));
      clock.advance(8_000);
    }
    await first.store.close();
    expect(readFileSync(path, "latin1")).not.toContain("4711");
    const again = await family(path, clock);
    onTestFinished(() => again.store.close());
    expect(await again.tried("4711", say("ann"))).toBe("14 minutes 52 seconds.");
    clock.advance(15 * MINUTE);
    expect(await again.tried("4711", say("ann"))).toBe("ann");
  });

  it("are counted in memory while the store cannot be used", async () => {
    const { store, tried, failures } = await family();
    await store.close();
    expect(await tried("0000", say("ann"))).toBe("wrong-pin");
    expect(await tried("4711", say("ann"))).toBe("1 second.");
    expect(failures.length).toBeGreaterThan(0);
  });

  it("have 4 to 12 digits, and are removed with null", async () => {
    const { people } = await family();
    for (const pin of ["123", "1234567890123", "12a4", "１２３４", ""]) {
      const error: JiaError = await people.pins.set("ann", pin).catch((thrown) => thrown);
      expect(error.code, pin).toBe("invalid-request");
      expect(JSON.stringify(error.details)).not.toContain(`"${pin}"`);
      expect(errorText(error, "zh")).toBe("请求无效：PIN 码是 4 到 12 位数字。");
    }
    await people.pins.set("ann", null);
    expect(people.get("ann")?.hasPin).toBe(false);
  });
});
