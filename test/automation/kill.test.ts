import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import type { Run } from "../../src/automation/index.ts";
import { textOf } from "../../src/language/index.ts";
import { openStore } from "../../src/store/index.ts";
import { seeded } from "../support/random.ts";
import { until } from "../support/until.ts";
import { DEFINITIONS, type KillClock } from "./kill/definitions.ts";

const KILLS_PER_LANE = 100;
const LANES = 2;
/** Compressed time: a schedule of every second fires every 20 ms. */
const SPEED = 50;

const folder = mkdtempSync(join(tmpdir(), "jia-kill-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Effect {
  readonly of: string;
  readonly run: string;
  readonly due: number;
  readonly message: string;
}

/** Starts the process and kills it at a random moment, `kills` times; the last process runs until it is at rest. */
async function lane(database: string, effects: string, clock: KillClock, random: () => number): Promise<string> {
  let errors = "";
  for (let kill = 0; kill <= KILLS_PER_LANE; kill += 1) {
    const child = spawn(
      process.execPath,
      [join(import.meta.dirname, "kill/child.ts"), database, effects, JSON.stringify(clock)],
      {
        stdio: ["ignore", "pipe", "pipe"],
        env: {
          ...process.env,
          NODE_COMPILE_CACHE: join(folder, "compiled"),
          ...(kill === 0 && { JIA_KEEP_COMPILED: "1" }),
        },
      },
    );
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      errors += text;
    });
    const ended = new Promise((resolve) => child.once("exit", resolve));
    const ready = new Promise((resolve) => child.stdout.once("data", resolve));
    await Promise.race([ready, ended]);
    if (kill < KILLS_PER_LANE) await wait(random() * 150);
    else await comeToRest(effects, clock);
    child.kill("SIGKILL");
    await ended;
  }
  return errors;
}

/**
 * Waits for the end of a run that is due a minute of compressed time from now; all earlier ones have ended then too.
 */
async function comeToRest(effects: string, { real, virtual, speed }: KillClock): Promise<void> {
  const due = virtual + (Date.now() - real) * speed + 60_000;
  const ended = () => effectsIn(effects).some((effect) => effect.message === "third" && effect.due >= due);
  await until("the last process to come to rest", ended, 120_000);
}

function effectsIn(file: string): Effect[] {
  // The last line may be half written.
  const lines = readFileSync(file, "utf8").split("\n").slice(0, -1);
  return lines.map((line): Effect => JSON.parse(line));
}

describe(`${KILLS_PER_LANE * LANES} kills while schedules fire and waits are pending`, () => {
  it("no definition is lost, no due time runs twice, and each missed one is recorded", async () => {
    const lanes = await Promise.all(
      Array.from({ length: LANES }, async (_, index) => {
        const database = join(folder, `${index}`, "jia.db");
        const effects = join(folder, `${index}.jsonl`);
        const clock = { real: Date.now(), virtual: Date.UTC(2026, 5, 1), speed: SPEED };
        const errors = await lane(database, effects, clock, seeded(index + 1));
        return { database, effects, errors };
      }),
    );
    for (const { database, effects, errors } of lanes) {
      expect(errors).toBe("");
      const store = await openStore({ path: database });
      const automations = await store.automations.all();
      expect(automations.map(({ definition }) => definition.id)).toEqual(DEFINITIONS.map(({ id }) => id));
      const done = effectsIn(effects);
      const cursors = new Map(
        (await store.automations.cursors()).map((cursor) => [cursor.automation, cursor.settledTo]),
      );
      for (const { definition, createdAt } of automations) {
        const runs = await store.runs.list({ of: definition.id, limit: 1_000_000 });
        const period = definition.id === "waits" ? 5_000 : 1_000;
        checkDues(runs, period, createdAt, cursors.get(definition.id) ?? 0);
        checkEffects(
          definition.id,
          runs,
          done.filter(({ of }) => of === definition.id),
        );
      }
      await store.close();
    }
  }, 600_000);
});

/** The oracle: every multiple of the period from the saving to the last settled one is a run of its own or in one missed range. */
function checkDues(runs: readonly Run[], period: number, createdAt: number, settledTo: number): void {
  const accounted = new Map<number, number>();
  for (const { status, missed, cause } of runs) {
    const from = cause.dueAt ?? 0;
    const to = status === "missed" ? (missed?.lastDueAt ?? from) : from;
    if (missed) expect((to - from) / period + 1).toBe(missed.count);
    for (let due = from; due <= to; due += period) accounted.set(due, (accounted.get(due) ?? 0) + 1);
  }
  const expected: number[] = [];
  for (let due = (Math.floor(createdAt / period) + 1) * period; due <= settledTo; due += period) expected.push(due);
  expect(expected.length).toBeGreaterThan(20);
  expect([...accounted.keys()].sort((a, b) => a - b)).toEqual(expected);
  expect([...accounted.values()].filter((times) => times !== 1)).toEqual([]);
}

/** Checks that no step of a due time was done twice, that every run ended, and that interrupted ones say so. */
function checkEffects(id: string, runs: readonly Run[], effects: readonly Effect[]): void {
  const seen = new Set<string>();
  for (const { due, message } of effects) {
    expect(seen.has(`${due} ${message}`), `${id} did ${message} of ${due} twice`).toBe(false);
    seen.add(`${due} ${message}`);
  }
  // Those of the last seconds were still waiting when the last process was killed.
  const newest = Math.max(...runs.map(({ cause }) => cause.dueAt ?? 0));
  for (const run of runs) {
    if (run.status === "missed" || (run.cause.dueAt ?? 0) > newest - 40_000) continue;
    expect(["done", "failed"], `${id} ${run.id}: ${run.status} ${textOf(run.reason, "en")}`).toContain(run.status);
    const wanted = id === "waits" ? ["first", "second", "third"] : ["a"];
    const notices = run.steps.filter(({ type }) => type === "notify");
    expect(notices).toHaveLength(wanted.length);
    notices.forEach(({ result }, index) => {
      // Interrupted: begun before the kill, so it may have been done or not, and it was not done again.
      const was = seen.has(`${run.cause.dueAt} ${wanted[index]}`);
      if (result === "done") expect(was, `${id} ${run.id} step ${index}`).toBe(true);
      else expect(result).toBe("interrupted");
    });
  }
}
