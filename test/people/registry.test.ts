import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import type { JiaError } from "../../src/home/index.ts";
import { errorText } from "../../src/language/index.ts";
import type { PeopleEvent } from "../../src/people/index.ts";
import { openStore } from "../../src/store/index.ts";
import { testPeople } from "../support/people.ts";

async function refusal(work: Promise<unknown>): Promise<JiaError> {
  return await work.then(
    () => expect.fail("it was not refused"),
    (error: JiaError) => error,
  );
}

describe("the people of a home", () => {
  it("get an id from their name, and are adults by default", async () => {
    const { people, registry } = await testPeople();
    await registry.add({ name: "Emma" });
    await registry.add({ name: "Leo", role: "child", aliases: ["Leonard"] });
    await registry.add({ name: "小明", role: "guest" });
    expect(people.list().map(({ id, role }) => [id, role])).toEqual([
      ["emma", "adult"],
      ["leo", "child"],
      ["小明", "guest"],
    ]);
  });

  it("are found by id, name and alias, whatever their case, width and signs", async () => {
    const { people, registry } = await testPeople();
    await registry.add({ name: "Anna-Lena", aliases: ["Mom", "妈妈"] });
    for (const called of ["anna-lena", "ANNA LENA", "mom", "ｍｏｍ", "妈妈"]) {
      expect(people.named(called)?.id, called).toBe("anna-lena");
    }
    expect(people.named("Anna")).toBeUndefined();
    expect(people.named("")).toBeUndefined();
  });

  it("keep a room by its id, whichever of its names was given", async () => {
    const { people, registry } = await testPeople();
    await registry.add({ name: "Emma", room: "Emma's room" });
    expect(people.get("emma")?.room).toBe("emmas-room");
  });

  it("are not saved with another's name, an unknown room or a reserved word", async () => {
    const { registry, people } = await testPeople();
    await registry.add({ name: "Emma", aliases: ["Em"] });
    const clash = await refusal(registry.add({ name: "EM", room: "Attic" }));
    expect(clash.code).toBe("invalid-definition");
    expect(errorText(clash, "en")).toBe(
      'The person "EM" cannot be saved:\n  - name: "EM" is already a name of "emma"\n  - room: the home has no room "Attic"',
    );
    expect(errorText(clash, "zh")).toContain("name：“EM”已经是“emma”的名字");
    const reserved = await refusal(registry.add({ id: "anyone", name: "Any" }));
    expect(errorText(reserved, "en")).toContain("id: is a word with a meaning of its own");
    expect((await refusal(registry.add({ id: "emma", name: "Emma Two" }))).code).toBe("conflict");
    expect(people.list()).toHaveLength(1);
  });

  it("get another id when their name makes a reserved word", async () => {
    const { registry } = await testPeople();
    expect((await registry.add({ name: "Nobody" })).id).toBe("nobody-2");
  });

  it("change in part, and lose fields that are set to null", async () => {
    const { people, registry } = await testPeople();
    await registry.add({ name: "Emma", aliases: ["Em"], language: "zh" });
    await registry.change("emma", { name: "Emma Li", language: null });
    expect(people.get("emma")).toMatchObject({ name: "Emma Li", aliases: ["Em"], language: null });
    const unknown = await refusal(registry.change("ema", { name: "E" }));
    expect(errorText(unknown, "en")).toBe('There is no person "ema". Did you mean emma?');
  });

  it("leave at the end of a guest's last day in the home's zone", async () => {
    const { people, registry, clock } = await testPeople();
    const mia = await registry.add({ name: "Mia", role: "guest", until: "2026-01-03" });
    expect(mia.until).toBe(Date.parse("2026-01-04T00:00:00+08:00"));
    clock.advance(Date.parse("2026-01-03T23:59:00+08:00") - clock.now());
    expect(people.get("mia")?.name).toBe("Mia");
    clock.advance(60_000);
    expect([people.list(), people.get("mia"), people.named("Mia"), people.presence()]).toEqual([
      [],
      undefined,
      undefined,
      [],
    ]);
    await registry.change("mia", { until: "2026-01-05T18:00" });
    expect(people.get("mia")?.until).toBe(Date.parse("2026-01-05T18:00:00+08:00"));
  });

  it("emit an event when they change, and a listener that fails stops no other", async () => {
    const { people, registry, clock, failures } = await testPeople();
    const told: PeopleEvent[] = [];
    const broken = new Error("broken");
    people.subscribe(() => {
      throw broken;
    });
    const end = people.subscribe((event) => told.push(event));
    await registry.add({ name: "Emma" });
    expect(told).toEqual([{ type: "people-changed", at: clock.now() }]);
    expect(failures).toEqual([broken]);
    end();
    await registry.remove("emma");
    expect(told).toHaveLength(1);
    expect(people.list()).toEqual([]);
  });

  it("survive a restart, in the order in which they were added", async () => {
    const folder = mkdtempSync(join(tmpdir(), "jia-people-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const path = join(folder, "jia.db");
    const first = await testPeople(await openStore({ path }));
    await first.registry.add({ name: "Zoe", role: "guest", until: "2027-01-01" });
    first.clock.advance(1);
    await first.registry.add({ name: "Ann", aliases: ["A"], language: "en", room: "书房" });
    await first.registry.setPin("ann", "hash");
    const before = first.people.list();
    await first.store.close();
    const again = await testPeople(await openStore({ path }));
    onTestFinished(() => again.store.close());
    expect(again.people.list()).toEqual(before);
    expect(before.map(({ id, hasPin }) => [id, hasPin])).toEqual([
      ["zoe", false],
      ["ann", true],
    ]);
  });
});
