import type { Conversation, LocalEngine } from "../../assistant/contract.ts";
import { newConversation } from "../../assistant/conversations.ts";
import { LocalAssistant } from "../../assistant/local/index.ts";
import { type Home, type HomeFile, systemClock, type Value } from "../../home/index.ts";
import { languageOf, SPOKEN_WORDS } from "../../language/index.ts";
import { createDirectHome } from "../../simulator/direct.ts";
import type { Call, Changes, Result, TimerSeen } from "./judge.ts";
import { MemoryPlanner } from "./memory-planner.ts";
import type { Case, EvaluationSet } from "./set.ts";

/** What answers the sentences of a case: the local engine, or a whole assistant. */
export interface Speaker {
  /** Says one sentence; the reply, how many parts were refused, and whether it was understood. */
  say(text: string): Promise<{ readonly reply: string; readonly refused: number; readonly handled: boolean }>;
  timers(): readonly TimerSeen[];
  stop(): Promise<void>;
}

export type MakeSpeaker = (home: Home, entry: Case) => Speaker | Promise<Speaker>;

export interface CaseRun {
  readonly result: Result;
  /** Of every sentence, from the words to the finished reply. */
  readonly latenciesMs: readonly number[];
}

/** Runs one case in a fresh home. */
export async function runCase(set: EvaluationSet, entry: Case, make: MakeSpeaker): Promise<CaseRun> {
  const file = withSetup(set.home(entry.home), entry.setup ?? {});
  const { home } = createDirectHome(file, { policy: "off", words: SPOKEN_WORDS });
  const calls: Call[] = [];
  home.subscribe((event) => {
    if (event.type !== "executed") return;
    for (const outcome of event.outcomes) {
      const good = outcome.status === "confirmed" || outcome.status === "accepted";
      if (good && "action" in outcome)
        calls.push({ device: fileId(outcome.device), action: outcome.action, in: outcome.in });
    }
  });
  const before = stateOf(home);
  const speaker = await make(home, entry);
  const latenciesMs: number[] = [];
  const replies: string[] = [];
  let refused = 0;
  let handled = true;
  try {
    for (const text of typeof entry.say === "string" ? [entry.say] : entry.say) {
      const started = performance.now();
      const said = await speaker.say(text);
      latenciesMs.push(performance.now() - started);
      replies.push(said.reply);
      refused += said.refused;
      handled &&= said.handled;
    }
    const result = {
      changes: difference(before, stateOf(home)),
      calls,
      timers: speaker.timers(),
      reply: replies.join("\n"),
      refused,
      handled,
    };
    return { result, latenciesMs };
  } finally {
    await speaker.stop();
  }
}

/** Speaks to the local engine alone. */
export const localSpeaker: MakeSpeaker = (home, entry) => {
  const planner = new MemoryPlanner(() => systemClock.now());
  const local = new LocalAssistant({ home, clock: systemClock, planner });
  local.start();
  const conversation = newConversation(entry.id, entry.language, entry.room ?? null);
  return {
    say: (text) => sayLocally(local, conversation, text),
    timers: () => planner.seen,
    stop: () => Promise.resolve(local.stop()),
  };
};

export async function sayLocally(
  local: LocalEngine,
  conversation: Conversation,
  text: string,
): Promise<{ reply: string; refused: number; handled: boolean }> {
  const { signal } = new AbortController();
  const origin = { kind: "conversation", conversation: conversation.id, text } as const;
  const result = await local.respond({
    text,
    conversation,
    language: languageOf(text),
    room: conversation.room,
    origin,
    signal,
  });
  if (!result.handled) return { reply: "", refused: 0, handled: false };
  const rejected = result.outcomes.filter(({ status }) => status === "rejected").length;
  return { reply: result.reply, refused: (result.refused ?? 0) + rejected, handled: true };
}

function withSetup(file: HomeFile, setup: NonNullable<Case["setup"]>): HomeFile {
  const devices = file.devices.map((device) => {
    const own = setup[device.id];
    return own
      ? { ...device, state: new Map([...device.state, ...Object.entries(own)]) }
      : { ...device, state: new Map(device.state) };
  });
  return { ...file, devices };
}

function fileId(id: string): string {
  return id.slice(id.indexOf(":") + 1);
}

/** Values of everything that can be read, keyed by device and address. */
function stateOf(home: Home): Map<string, Map<string, Value>> {
  const state = new Map<string, Map<string, Value>>();
  for (const device of home.devices) {
    const values = new Map<string, Value>();
    for (const [address, { value }] of device.state) {
      const access = device.spec.properties.get(address)?.access;
      if (access?.read || access?.notify) values.set(address, value);
    }
    state.set(fileId(device.id), values);
  }
  return state;
}

function difference(before: Map<string, Map<string, Value>>, after: Map<string, Map<string, Value>>): Changes {
  const changes: Record<string, Record<string, Value>> = {};
  for (const [device, values] of after) {
    for (const [address, value] of values) {
      if (before.get(device)?.get(address) === value) continue;
      changes[device] = { ...changes[device], [address]: value };
    }
  }
  return changes;
}
