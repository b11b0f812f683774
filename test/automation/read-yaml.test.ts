import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, it } from "vitest";
import { plainYaml } from "../../src/automation/files/plain-yaml.ts";
import { readYaml } from "../../src/automation/files/read-yaml.ts";
import { inTurns } from "../../src/automation/turns.ts";

const NEVER = new AbortController().signal;
const automation = (index: number) =>
  `  - id: a-${index}\n    name: number ${index}\n    triggers: [{type: time, at: "07:30"}]\n    actions: [{type: set, target: lamp, set: {light.on: true, light.brightness: .5}}]\n`;
const long = `automations:\n${Array.from({ length: 200 }, (_, index) => automation(index)).join("")}`;

it.each([
  ["a short text", `automations:\n${automation(1)}`],
  ["a long text", long],
  ["a long text with values that JSON has not", `${long}  - [.inf, .nan, ~, 0o14, "x"]\n`],
  ["a long text that is no YAML", `${long}  - ]\n`],
  ["a long text with an alias without an anchor", `${long}  - *none\n`],
])("%s gives the same result as reading at once", async (_, text) => {
  expect(await readYaml(text, NEVER)).toEqual(plainYaml(text));
});

it("the event loop runs while a long text is read", async () => {
  const read = readYaml(long, NEVER);
  let turns = 0;
  let over = false;
  const counting = (async () => {
    while (!over) {
      await nextTurn();
      turns += 1;
    }
  })();
  expect(await read).toMatchObject({ ok: true });
  over = true;
  await counting;
  expect(turns).toBeGreaterThan(1);
});

it("a long text whose reading is cancelled does not delay the next one", async () => {
  const leaving = new AbortController();
  const given = readYaml(long, leaving.signal);
  const waiting = readYaml(long, leaving.signal);
  const next = readYaml(long, NEVER);
  leaving.abort();
  await expect(given).rejects.toMatchObject({ name: "AbortError" });
  await expect(waiting).rejects.toMatchObject({ name: "AbortError" });
  expect(await next).toMatchObject({ ok: true });
});

it("inTurns keeps the order of items, and the event loop runs in between", async () => {
  const order: string[] = [];
  let time = 0;
  const slow = (item: number): number => {
    time += 5;
    order.push(`item ${item}`);
    return item * 2;
  };
  const work = inTurns([1, 2, 3, 4, 5, 6], NEVER, slow, () => time);
  const others = (async () => {
    for (let turn = 0; turn < 2; turn += 1) {
      await nextTurn();
      order.push("something else");
    }
  })();
  expect(await work).toEqual([2, 4, 6, 8, 10, 12]);
  await others;
  const items = order.filter((each) => each !== "something else");
  expect(items).toEqual([1, 2, 3, 4, 5, 6].map((item) => `item ${item}`));
  // Two items fill a slice, so the event loop runs before the third.
  expect(order.indexOf("something else")).toBeGreaterThan(order.indexOf("item 2"));
  expect(order.indexOf("something else")).toBeLessThan(order.indexOf("item 5"));
});

it("inTurns ends between two items when it is cancelled", async () => {
  const leaving = new AbortController();
  let done = 0;
  const work = inTurns(
    Array(1_000).fill(0),
    leaving.signal,
    () => {
      done += 1;
      if (done === 3) leaving.abort();
    },
    () => done * 5,
  );
  await expect(work).rejects.toMatchObject({ name: "AbortError" });
  // The current slice is finished.
  expect(done).toBe(4);
});
