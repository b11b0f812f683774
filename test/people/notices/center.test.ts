import { DatabaseSync } from "node:sqlite";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { message } from "../../../src/language/index.ts";
import type { NewNotice } from "../../../src/people/notices/index.ts";
import { thrownErrorText } from "../../support/error-text.ts";
import { described, set } from "../../support/home.ts";
import { NoticeBench, type NoticeBenchOptions } from "../../support/notice-bench.ts";
import { Postgres } from "../../support/postgres.ts";

let postgres: Postgres;
beforeAll(async () => {
  postgres = await Postgres.start();
}, 60_000);
afterAll(async () => await postgres?.stop());

const benches: NoticeBench[] = [];
afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.close();
});
async function started(options: NoticeBenchOptions = {}): Promise<NoticeBench> {
  const bench = new NoticeBench(options);
  benches.push(bench);
  return await bench.start();
}

const water: NewNotice = {
  level: "alarm",
  subject: "leak/test:lamp",
  text: message("notices.runFailed", { name: "地漏", reason: "" }),
  source: "watch/leak",
  device: "test:lamp",
  room: "hall",
  lasting: true,
  to: ["li", "emma"],
  act: { kind: "commands", commands: [set("lamp", { "light.on": false })], label: "Switch it off" },
};

describe.each(["sqlite", "postgres"] as const)("on %s", (kind) => {
  const bench = async (): Promise<NoticeBench> =>
    await started({
      devices: [described("lamp")],
      ...(kind === "postgres" && { location: { url: await postgres.database() } }),
    });

  it("the feed survives a restart, with its readers", async () => {
    const made = await bench();
    const { notices } = made;
    const first = await notices.tell(water);
    await notices.tell(water);
    await notices.tell({
      ...water,
      level: "info",
      subject: "post",
      lasting: false,
      to: null,
      act: null,
      text: "门开了",
    });
    await notices.markRead([first?.id ?? ""], "emma");
    await notices.markRead("all", null);
    await notices.end(water.subject);
    const before = notices.list();
    await made.restart();
    expect(made.notices.list()).toEqual(before);
    expect(before).toHaveLength(2);
    expect(before.find(({ level }) => level === "alarm")).toMatchObject({ count: 2, text: water.text, to: water.to });
    expect(made.notices.unread("emma")).toEqual({ count: 0, alarms: 0 });
  });

  it("many simultaneous notices are all stored, and too old ones are deleted", async () => {
    const made = await bench();
    await Promise.all(
      Array.from({ length: 1_100 }, (_, index) =>
        made.notices.tell({ level: "info", subject: `s${index}`, text: `${index}`, source: "test" }),
      ),
    );
    const kept = made.notices.list({ limit: 2_000 }).length;
    expect(kept).toBeLessThan(1_100);
    await made.restart();
    expect(made.notices.list({ limit: 2_000 })).toHaveLength(kept);
  });
});

it("listeners get events for new, repeated, raised, ended and read notices", async () => {
  const { notices, events } = await started();
  const notice = await notices.tell({ ...water, level: "warning" });
  await notices.tell({ ...water, level: "warning" });
  await notices.tell(water);
  await notices.markRead([notice?.id ?? ""], "li");
  await notices.end(water.subject);
  await notices.end(water.subject);
  expect(events.map(({ type }) => type)).toEqual(["told", "counted", "raised", "read", "ended"]);
});

it("the remedy of a notice is executed through the home and its policy, on request", async () => {
  const bench = await started({
    devices: [described("lamp")],
    home: { policy: [{ id: "ask", decision: "confirm", why: "it is asked", devices: ["test:lamp"] }] },
  });
  bench.report("lamp", { "light.on": true });
  const notice = await bench.notices.tell(water);
  expect(bench.transport.sent).toEqual([]);
  const execution = await bench.notices.act(notice?.id ?? "", { kind: "api" });
  expect([execution.outcomes[0]?.status, bench.transport.sent]).toEqual(["needs-confirmation", []]);
  await bench.home.confirm(execution.confirmation?.id ?? "", { kind: "api" });
  expect(bench.home.device("test:lamp")?.state.get("light.on")?.value).toBe(false);
});

it.each([
  ["en", 'There is no notice "n9".', "Nothing can be done about this notice from here"],
  ["zh", "没有通知“n9”", "这条通知没有可以直接执行的操作"],
])("says in %s that there is no such notice, and that nothing helps", async (language, missing, helpless) => {
  const { notices } = await started();
  const notice = await notices.tell({ ...water, act: null });
  const act = (id: string) => thrownErrorText(() => notices.act(id, { kind: "api" }), language);
  expect(await act("n9")).toContain(missing);
  expect(await act(notice?.id ?? "")).toContain(helpless);
});

it("texts of people and devices are cleaned before they are stored", async () => {
  const { notices } = await started();
  const notice = await notices.tell({ ...water, subject: "s".repeat(900), text: "a\u0000b\u202Ec\n d" });
  expect([notice?.text, notice?.subject.length]).toEqual(["a b c d", 200]);
  expect(notices.open("s".repeat(900))?.id).toBe(notice?.id);
});

it("an instance that stands by tells nothing", async () => {
  const { notices, events } = await started();
  notices.stop();
  expect([await notices.tell(water), notices.list(), events, notices.standsBy]).toEqual([null, [], [], true]);
});

it("people are told while the store is locked, and the notice is stored later", async () => {
  const bench = await started();
  const other = new DatabaseSync(bench.path);
  other.exec("BEGIN IMMEDIATE");
  const notice = await bench.notices.tell(water);
  expect(bench.notices.list()).toHaveLength(1);
  other.exec("ROLLBACK");
  other.close();
  await bench.store.database.check();
  await bench.restart();
  expect(bench.notices.get(notice?.id ?? "")?.text).toEqual(water.text);
});
