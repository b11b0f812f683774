import { setImmediate } from "node:timers/promises";
import { type Home, type HomeFile, succeeded } from "../../home/index.ts";
import { runUntilDue } from "./due.ts";
import type { ActionCall, CaseResult } from "./judge.ts";
import { PlanLog } from "./plans.ts";
import type { EvaluationCase, EvaluationSet } from "./set.ts";
import type { SentenceUsage } from "./usage.ts";
import { type EvaluationWorld, fileId, startWorld, stateDifference, worldState } from "./world.ts";

/** The result of one sentence. */
export interface SentenceResult {
  readonly reply: string;
  /** How many parts were refused. */
  readonly refused: number;
  readonly handled: boolean;
  /** Whether the reply waits for an answer. */
  readonly asked: boolean;
  /** The engine's confidence from 0 to 1; null when it gives none. */
  readonly confidence: number | null;
  /** The use of a model for it. */
  readonly usage: SentenceUsage;
}

/** Answers the sentences of a case: the local engine, or a whole assistant. */
export interface EvaluatedEngine {
  say(text: string, signal: AbortSignal): Promise<SentenceResult>;
  stop(): void;
}

export type EngineFactory = (world: EvaluationWorld, entry: EvaluationCase) => EvaluatedEngine;

export interface CaseRun {
  readonly result: CaseResult;
  /** Milliseconds from each sentence to its finished reply. */
  readonly latenciesMs: readonly number[];
  /** The use of a model for each sentence. */
  readonly usage: readonly SentenceUsage[];
  /** Errors of the planner in work that nobody awaits. */
  readonly errors: readonly string[];
}

/**
 * Runs one case in a world of its own.
 * @throws the signal's reason when it is aborted
 */
export async function runCase(
  set: EvaluationSet,
  entry: EvaluationCase,
  make: EngineFactory,
  signal: AbortSignal,
): Promise<CaseRun> {
  // Lets the event loop handle Ctrl-C, because nothing else here waits for anything outside of the process.
  await setImmediate();
  signal.throwIfAborted();
  const world = await startWorld(withSetup(set.home(entry.home), entry.setup ?? {}), set.policy);
  try {
    return await played(world, entry, make, signal);
  } finally {
    await world.stop();
  }
}

async function played(
  world: EvaluationWorld,
  entry: EvaluationCase,
  make: EngineFactory,
  signal: AbortSignal,
): Promise<CaseRun> {
  const { home, planner } = world;
  const calls = noteCalls(home);
  const before = worldState(home);
  const plans = new PlanLog(world);
  const speaker = make(world, entry);
  const latenciesMs: number[] = [];
  const said: SentenceResult[] = [];
  try {
    for (const text of typeof entry.say === "string" ? [entry.say] : entry.say) {
      const started = performance.now();
      said.push(await speaker.say(text, signal));
      latenciesMs.push(performance.now() - started);
      signal.throwIfAborted();
      await planner.settled();
      plans.note();
    }
    const done = { changes: stateDifference(before, worldState(home)), calls: [...calls] };
    const timers = planner.timers
      .list()
      .map(({ durationMs, name, room }) => ({ seconds: durationMs / 1000, name, room }));
    const confidences = said.flatMap(({ confidence }) => confidence ?? []);
    const result: CaseResult = {
      ...done,
      timers,
      plans: looksAtDoing(entry) ? await runUntilDue(world, plans.histories, signal) : plans.histories,
      reply: said.map(({ reply }) => reply).join("\n"),
      refused: said.reduce((sum, { refused }) => sum + refused, 0),
      handled: said.every(({ handled }) => handled),
      asked: said.at(-1)?.asked ?? false,
      confidence: confidences.length > 0 ? Math.min(...confidences) : null,
    };
    return { result, latenciesMs, usage: said.map(({ usage }) => usage), errors: world.errors.map(String) };
  } finally {
    speaker.stop();
  }
}

/** The invoked actions of devices, as a list that grows. */
function noteCalls(home: Home): readonly ActionCall[] {
  const calls: ActionCall[] = [];
  home.subscribe((event) => {
    if (event.type !== "executed") return;
    for (const outcome of event.outcomes) {
      if (!succeeded(outcome) || !("action" in outcome)) continue;
      calls.push({ device: fileId(outcome.device), action: outcome.action, in: outcome.in });
    }
  });
  return calls;
}

/** Whether the clock must be advanced, because the case expects effects of a plan. */
function looksAtDoing({ expect: { plans } }: EvaluationCase): boolean {
  return plans !== undefined && plans !== "any" && plans.some(({ does }) => does !== undefined);
}

function withSetup(file: HomeFile, setup: NonNullable<EvaluationCase["setup"]>): HomeFile {
  const devices = file.devices.map((device) => {
    const own = setup[device.id];
    return own
      ? { ...device, state: new Map([...device.state, ...Object.entries(own)]) }
      : { ...device, state: new Map(device.state) };
  });
  return { ...file, devices };
}
