import { onTestFinished } from "vitest";
import { exampleHome } from "../../bench/support/homes.ts";
import { Conversations } from "../../src/assistant/conversations.ts";
import { HiddenFilter } from "../../src/assistant/hidden/hidden-filter.ts";
import { type HiddenSettings, NOTHING_HIDDEN } from "../../src/assistant/hidden/visible-home.ts";
import { LocalAssistant } from "../../src/assistant/local/index.ts";
import type { MemoryPorts } from "../../src/assistant/memory/drafts.ts";
import { ModelClient, ModelEngine } from "../../src/assistant/model/index.ts";
import { createTools } from "../../src/assistant/tools/index.ts";
import { Assistant } from "../../src/assistant/turn.ts";
import { HomeMemory } from "../../src/people/memory/index.ts";
import type { Notices } from "../../src/people/notices/index.ts";
import { openStore, type StoreLocation } from "../../src/store/index.ts";
import { prompts } from "./assistant.ts";
import { startPlanner } from "./assistant-planner.ts";
import { ManualClock } from "./clock.ts";
import type { ModelServer } from "./model-server.ts";
import { FAMILY, peopleOf } from "./people-of.ts";

interface Options {
  readonly location?: StoreLocation;
  /** Midday of a Thursday, when it is left out. */
  readonly now?: number;
  readonly server?: ModelServer;
  readonly hidden?: Partial<HiddenSettings>;
  /** The feed that the model is told of. */
  readonly notices?: Pick<Notices, "list">;
}

interface Speaking {
  /** Id of one of the family; nobody knows who it is when it is left out. */
  readonly person?: string;
  readonly stranger?: true;
  /** "living" when it is left out. */
  readonly room?: string;
}

/** The example house with a family, a memory in a real store, and both engines; each person has one conversation. */
export async function rememberingHome({
  location = { path: ":memory:" },
  now,
  server,
  hidden: kept,
  notices,
}: Options = {}) {
  const clock = new ManualClock(now ?? Date.UTC(2026, 0, 1, 12));
  const home = exampleHome("house");
  const store = await openStore(location, clock);
  const memory = new HomeMemory({ storage: store.memory, clock, people: peopleOf(FAMILY) });
  await memory.start();
  const { planner, stop: stopPlanner } = await startPlanner(home, clock.now());
  const local = new LocalAssistant({ home, clock, planner, memory });
  local.start();
  const remembering: MemoryPorts = {
    memory,
    indexFor: (origin) => local.indexFor(origin),
    scene: (id) => planner.scenes.get(id)?.definition ?? null,
  };
  const hidden = new HiddenFilter(home, { ...NOTHING_HIDDEN, ...kept });
  const tools = createTools(home, prompts, { planner, hidden, remembering });
  const client = server && new ModelClient({ apiKey: "sk-test", baseUrl: server.url, openRouter: true, clock });
  const model = client
    ? new ModelEngine({
        ...{ home, hidden, clock, client, planner, tools, prompts, index: local.index, remembering },
        ...(notices && { notices }),
      })
    : null;
  const talks = new Conversations({ clock });
  const assistant = new Assistant({ home, clock, local, model, conversations: talks });
  /** Keyed by person. */
  const conversations = new Map<string, string>();
  const stop = async (): Promise<void> => {
    local.stop();
    await stopPlanner();
    await store.close();
  };
  let stopped = false;
  onTestFinished(async () => {
    if (!stopped) await stop();
  });
  const turn = async (text: string, { person, stranger, room = "living" }: Speaking = {}) => {
    const known = conversations.get(person ?? "");
    const asker = { ...(person !== undefined && { person }), ...(stranger && { stranger }) };
    const result = await assistant.ask({ text, room, ...(known && { conversation: known }), ...asker });
    conversations.set(person ?? "", result.conversation);
    return result;
  };
  return {
    home,
    clock,
    store,
    memory,
    planner,
    turn,
    /** What a conversation holds of what was said. */
    exchanges: async (id: string) => (await talks.open(id, "en", null)).exchanges,
    /** The reply to what somebody says. */
    say: async (text: string, speaking: Speaking = {}) => (await turn(text, speaking)).reply,
    stop: async () => {
      stopped = true;
      await stop();
    },
  };
}
