import { onTestFinished } from "vitest";
import { isDeviceInState, modesForAutomations } from "../../src/app/modes.ts";
import { residentsOf } from "../../src/app/people.ts";
import type { Conversation, LocalResult } from "../../src/assistant/contract.ts";
import { newConversation } from "../../src/assistant/conversations.ts";
import { LocalAssistant } from "../../src/assistant/local/index.ts";
import type { Planner } from "../../src/automation/index.ts";
import { topicFits } from "../../src/home/index.ts";
import { languageOf, SPOKEN_WORDS } from "../../src/language/index.ts";
import { readHomeFile, SpecLibrary } from "../../src/library/index.ts";
import type { PersonDraft } from "../../src/people/index.ts";
import { HomeMemory } from "../../src/people/memory/index.ts";
import { HomeModes } from "../../src/people/modes/index.ts";
import { createDirectHome } from "../../src/simulator/direct-home.ts";
import { openStore } from "../../src/store/index.ts";
import { startPlanner } from "./assistant-planner.ts";
import { testPeople } from "./people.ts";
import { SimulatedTime } from "./simulated-time.ts";

const library = new SpecLibrary("devices");

/** Where a phone is heard is told by these messages. */
export const EMMAS_ROOMS = "espresense/devices/emma/+";

/** Two adults, a child and a guest, with what they are called in both languages. */
export const HOUSEHOLD: readonly PersonDraft[] = [
  {
    id: "emma",
    name: "Emma",
    aliases: ["mum", "妈妈", "艾玛"],
    role: "adult",
    signs: [{ type: "rooms", topic: EMMAS_ROOMS }],
  },
  { id: "tom", name: "Tom", aliases: ["老公"], role: "adult" },
  { id: "leo", name: "Leo", aliases: ["小明"], role: "child" },
  { id: "mia", name: "Mia", aliases: ["小美"], role: "guest", until: "2026-01-04" },
];

interface Speaking {
  /** Id of who speaks; somebody on a trusted door when it is left out. */
  readonly person?: string;
  readonly stranger?: true;
  /** As where a model is there for what is not plain. */
  readonly plainOnly?: true;
}

interface Options {
  readonly people?: readonly PersonDraft[];
  /** Begins, and speaks, at this time: 20:00 in Shanghai on a Thursday when it is left out. */
  readonly at?: string;
}

/** A talk with the local engine in the example flat, whose people are real, with modes and a memory. */
export async function peopleTalk({ people: drafts = HOUSEHOLD, at = "2026-01-01T12:00:00Z" }: Options = {}) {
  const time = new SimulatedTime(at);
  const store = await openStore({ path: ":memory:" });
  const { people, registry } = await testPeople(store, time);
  const { home } = createDirectHome(readHomeFile("devices/homes/flat.json", library), {
    policy: "off",
    clock: time,
    words: SPOKEN_WORDS,
    pins: people.pins,
  });
  await people.start({
    zone: home.timezone,
    room: (name) => home.layout.rooms.find(({ id }) => id === name)?.id ?? null,
  });
  for (const person of drafts) await registry.add(person);
  let started: Planner | null = null;
  const scenes = (): Planner["scenes"] => {
    if (started === null) throw new Error("The planner has not started.");
    return started.scenes;
  };
  const modes = new HomeModes({
    home,
    storage: store.modes,
    clock: time,
    people,
    scenes: {
      requireAllowed: (id, origin) => scenes().requireAllowed(id, origin),
      has: (id) => scenes().get(id) !== undefined,
      activate: (id, options) => scenes().activate(id, options),
    },
    isSo: (state, device) => isDeviceInState(state, device, time.now()),
    standsBy: () => false,
    failed: (error) => {
      throw error;
    },
  });
  await modes.start();
  const { planner, stop } = await startPlanner(home, time.now(), time, {
    household: modesForAutomations(modes),
    residents: residentsOf(people),
  });
  started = planner;
  const listeners = new Map<string, (topic: string, payload: string, retained: boolean) => void>();
  people.watch({
    home,
    topics: {
      subscribe: (filter, listener) => {
        listeners.set(filter, listener);
        return () => listeners.delete(filter);
      },
    },
    wakes: time,
    room: (name) => home.layout.rooms.find(({ id }) => id === name)?.id ?? null,
  });
  const memory = new HomeMemory({ storage: store.memory, clock: time, people });
  await memory.start();
  const local = new LocalAssistant({
    home,
    clock: time,
    planner,
    memory,
    modes: { modes, people },
    people: { people, registry, presences: people.presences },
  });
  local.start();
  onTestFinished(async () => {
    local.stop();
    people.stop();
    await people.presences.settled();
    modes.stop();
    await modes.settled();
    await stop();
    await store.close();
  });
  /** Keyed by who speaks. */
  const conversations = new Map<string, Conversation>();
  const say = async (text: string, { person, stranger, plainOnly }: Speaking = {}): Promise<LocalResult> => {
    await people.presences.settled();
    const key = person ?? (stranger ? "stranger" : "");
    const conversation = conversations.get(key) ?? newConversation(key || "talk", home.language, "living");
    conversations.set(key, conversation);
    const result = await local.respond({
      text,
      conversation,
      language: languageOf(text),
      room: "living",
      origin: {
        kind: "conversation",
        conversation: conversation.id,
        ...(person !== undefined && { person }),
        ...(stranger && { stranger }),
      },
      signal: new AbortController().signal,
      ...(plainOnly && { plainOnly }),
    });
    const { reply, outcomes } = result.handled ? result : { reply: "", outcomes: [] };
    conversation.exchanges.push({ at: time.now(), text, reply, path: "local", outcomes });
    return result;
  };
  return {
    home,
    people,
    registry,
    modes,
    memory,
    time,
    say,
    /** What is answered, or "(handed on)". */
    reply: async (text: string, speaking: Speaking = {}): Promise<string> => {
      const result = await say(text, speaking);
      return result.handled ? result.reply : "(handed on)";
    },
    /** Time goes on, and then these people come (true) or go. */
    later: async (when: string, there: Readonly<Record<string, boolean>> = {}): Promise<void> => {
      await time.advanceTo(when, () => planner.settled());
      for (const [person, is] of Object.entries(there)) people.presences.say(person, is);
      await people.presences.settled();
      await modes.settled();
    },
    /** A message of the broker. */
    send: (topic: string, payload: string): void => {
      for (const [filter, listener] of listeners) if (topicFits(filter, topic)) listener(topic, payload, false);
    },
    planner,
    /** Who is at home, keyed by id. */
    there: (): Record<string, boolean | null> =>
      Object.fromEntries(people.presence().map(({ person, home: is }) => [person, is])),
  };
}
