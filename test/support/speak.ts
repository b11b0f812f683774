import { onTestFinished } from "vitest";
import type { Conversation, LocalResult } from "../../src/assistant/contract.ts";
import { newConversation } from "../../src/assistant/conversations.ts";
import { LocalAssistant, type LocalAssistantOptions, type LocalPlanner } from "../../src/assistant/local/index.ts";
import type { History } from "../../src/history/port.ts";
import type { Clock, Home, PolicyRule, Value } from "../../src/home/index.ts";
import { languageOf, SPOKEN_WORDS } from "../../src/language/index.ts";
import { readHomeFile, SpecLibrary } from "../../src/library/index.ts";
import { createDirectHome, type DirectHome } from "../../src/simulator/direct-home.ts";
import { startPlanner } from "./assistant-planner.ts";
import { ManualClock } from "./clock.ts";
import { testModes } from "./modes.ts";
import { SimulatedTime } from "./simulated-time.ts";

const library = new SpecLibrary("devices");

/** One person in one conversation with the local engine, in an example home whose devices answer at once. */
export interface Talk {
  readonly home: Home;
  readonly local: LocalAssistant;
  readonly conversation: Conversation;
  readonly clock: ManualClock;
  say(text: string): Promise<LocalResult>;
  /** What a sentence changed, keyed by handle and address: `{"living-ac.air-conditioner.on": true}`. */
  changes(text: string): Promise<Record<string, Value>>;
  /** What is answered, or "(handed on)". */
  reply(text: string): Promise<string>;
}

export interface TalkOptions {
  readonly room?: string;
  readonly policy?: readonly PolicyRule[] | "off";
  readonly planner?: (home: Home, clock: ManualClock) => LocalPlanner;
  /** As where a model is there for what is not plain. */
  readonly plainOnly?: true;
}

/** Starts a talk in `devices/homes/<name>.json`. */
export function talkIn(name: "flat" | "house", { room, policy = "off", planner, plainOnly }: TalkOptions = {}): Talk {
  const clock = new ManualClock();
  const { home } = homeOf(name, policy, clock);
  return { ...talk(home, clock, planner?.(home, clock) ?? null, room, plainOnly), clock };
}

/**
 * A talk with a real planner, on a database in memory, at 20:00 in Shanghai. `until` moves time on, with everything that is
 * due. It stops when the test is over.
 */
export async function planningIn(
  name: "flat" | "house",
  { room, policy = "off", plainOnly }: Omit<TalkOptions, "planner"> = {},
) {
  const time = new SimulatedTime("2026-01-01T12:00:00Z");
  const { home, devices } = homeOf(name, policy, time);
  const { planner, stop } = await startPlanner(home, time.now(), time);
  const until = (at: string): Promise<void> => time.advanceTo(at, () => planner.settled());
  onTestFinished(stop);
  return { ...talk(home, time, planner, room, plainOnly), devices, planner, time, until };
}

/** The same in a home with modes, and people who are where the test says. */
export async function modesIn(
  name: "flat" | "house",
  { room, policy = "off", plainOnly }: Omit<TalkOptions, "planner"> = {},
) {
  const time = new SimulatedTime("2026-01-01T12:00:00Z");
  const { home, devices } = homeOf(name, policy, time);
  const { planner, stop } = await startPlanner(home, time.now(), time);
  const { modes, people, failures } = await testModes(home, time, planner.scenes);
  onTestFinished(async () => {
    modes.stop();
    await stop();
  });
  const said = talk(home, time, planner, room, plainOnly, { modes, people });
  return { ...said, devices, planner, time, modes, people, failures };
}

export type PlanningTalk = Awaited<ReturnType<typeof planningIn>>;

/** The same in the living room of the flat. */
export function planningInFlat(options: Parameters<typeof planningIn>[1] = {}): Promise<PlanningTalk> {
  return planningIn("flat", { room: "living", ...options });
}

function homeOf(name: string, policy: TalkOptions["policy"], clock: Clock): DirectHome {
  return createDirectHome(readHomeFile(`devices/homes/${name}.json`, library), {
    policy: policy ?? "off",
    clock,
    words: SPOKEN_WORDS,
  });
}

/** A talk in any home. */
export function talk(
  home: Home,
  clock: Clock,
  planner: LocalPlanner | null,
  room: string | undefined,
  plainOnly?: true,
  modes: LocalAssistantOptions["modes"] = null,
  history: History | null = null,
) {
  const marks = { mark: async (id: string, essential: boolean | null) => home.mark(id, essential) };
  const local = new LocalAssistant({ home, clock, planner, marks, modes, history });
  local.start();
  const conversation = newConversation("talk", home.language, room);
  const say = async (text: string, person?: string): Promise<LocalResult> => {
    const result = await local.respond({
      text,
      conversation,
      language: languageOf(text),
      room: conversation.room,
      origin: { kind: "conversation", conversation: conversation.id, ...(person !== undefined && { person }) },
      signal: new AbortController().signal,
      ...(plainOnly && { plainOnly }),
    });
    const { reply, outcomes } = result.handled ? result : { reply: "", outcomes: [] };
    conversation.exchanges.push({ at: clock.now(), text, reply, path: "local", outcomes });
    return result;
  };
  return {
    home,
    local,
    conversation,
    say,
    async reply(text: string, person?: string): Promise<string> {
      const result = await say(text, person);
      return result.handled ? result.reply : "(handed on)";
    },
    async changes(text: string): Promise<Record<string, Value>> {
      const before = valuesOf(home);
      await say(text);
      return Object.fromEntries([...valuesOf(home)].filter(([key, value]) => before.get(key) !== value));
    },
  };
}

function valuesOf(home: Home): Map<string, Value> {
  return new Map(
    home.devices.flatMap(({ handle, state, spec }) =>
      [...state].flatMap(([address, { value }]) => {
        const access = spec.properties.get(address)?.access;
        return access?.read || access?.notify ? [[`${handle}.${address}`, value] as const] : [];
      }),
    ),
  );
}
