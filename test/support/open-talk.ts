import { onTestFinished } from "vitest";
import { HiddenFilter } from "../../src/assistant/hidden/hidden-filter.ts";
import type { HiddenSettings } from "../../src/assistant/hidden/visible-home.ts";
import type { LocalEngine, TurnRequest, TurnResult } from "../../src/assistant/index.ts";
import { Assistant, type ConversationStore, Conversations } from "../../src/assistant/index.ts";
import { hintsOf } from "../../src/assistant/local/hints.ts";
import { LocalAssistant } from "../../src/assistant/local/index.ts";
import { ModelClient, ModelEngine } from "../../src/assistant/model/index.ts";
import { createTools } from "../../src/assistant/tools/index.ts";
import type { PlannerOptions } from "../../src/automation/index.ts";
import { type Command, DEFAULT_POLICY, type HomeEvent, type HomeFile, type Outcome } from "../../src/home/index.ts";
import { readHomeFile, SpecLibrary } from "../../src/library/index.ts";
import type { HomePeople } from "../../src/people/index.ts";
import { createDirectHome } from "../../src/simulator/direct-home.ts";
import { openStore } from "../../src/store/index.ts";
import { prompts } from "./assistant.ts";
import { startPlanner } from "./assistant-planner.ts";
import type { ModelServer } from "./model-server.ts";
import { SimulatedTime } from "./simulated-time.ts";

const library = new SpecLibrary("devices");

export interface OpenTalkOptions {
  readonly room?: string;
  readonly store?: ConversationStore;
  /** Instead of the example home. */
  readonly file?: HomeFile;
  /** The local engine leaves every sentence to the model, with what it found out. */
  readonly toModel?: true;
  /** What is kept from the model. */
  readonly hidden?: HiddenSettings;
  readonly planner?: Partial<PlannerOptions>;
  /** What is done is kept in the audit: it can be said who did it. */
  readonly audited?: true;
  /** The people of the home. */
  readonly people?: HomePeople;
}

/** Who says something. */
type By = Pick<TurnRequest, "person" | "stranger" | "conversation">;

/** A whole assistant in an example home with the default policy: real local engine, planner and tools, a scripted model. */
export async function openTalk(server: ModelServer | null, name: "flat" | "house", options: OpenTalkOptions = {}) {
  const time = new SimulatedTime("2026-01-01T12:00:00Z");
  const file = options.file ?? readHomeFile(`devices/homes/${name}.json`, library);
  const kept = options.audited ? await openStore({ path: ":memory:" }) : null;
  const audit = kept && { audit: kept.audit };
  const known = options.people && { people: options.people, pins: options.people.pins };
  const { home, devices } = createDirectHome(file, { clock: time, policy: DEFAULT_POLICY, ...audit, ...known });
  const { planner, stop } = await startPlanner(home, time.now(), time, {
    ...(kept && { storage: kept }),
    ...options.planner,
  });
  onTestFinished(async () => {
    await stop();
    await kept?.close();
  });
  const local = new LocalAssistant({ home, clock: time, planner });
  local.start();
  onTestFinished(() => local.stop());
  const leaving: LocalEngine = {
    impliedIn: (request) => local.impliedIn(request),
    reads: (item, request) => local.reads(item, request),
    choose: (item, request) => local.choose(item, request),
    leftOut: (item, request) => local.leftOut(item, request),
    givesValue: (item, request) => local.givesValue(item, request),
    carryOn: (...given) => local.carryOn(...given),
    respond: ({ text, conversation, language, room }) => {
      const scenes = planner.scenes.list().map(({ definition: { id, name: called, aliases = [] } }) => {
        return { id, names: [called, ...aliases] };
      });
      local.index.setScenes(scenes);
      return Promise.resolve({
        handled: false,
        hints: hintsOf(text, local.dialogueContext(conversation, language, room)),
      });
    },
  };
  const client = server && new ModelClient({ apiKey: "sk-test", baseUrl: server.url, openRouter: true });
  const hidden = new HiddenFilter(home, options.hidden);
  const tools = createTools(home, prompts, { planner, hidden });
  const patience = { backoff: 5, longestWait: 1_500 };
  const model =
    client &&
    new ModelEngine({ home, hidden, clock: time, client, planner, tools, prompts, patience, index: local.index });
  const conversations = new Conversations({ clock: time, ...(options.store && { store: options.store }) });
  const assistant = new Assistant({
    home,
    clock: time,
    conversations,
    local: options.toModel ? leaving : local,
    model,
  });
  /** What was done to devices, in order. */
  const done: Outcome[] = [];
  home.subscribe((event: HomeEvent) => {
    if (event.type === "executed") done.push(...event.outcomes.filter(({ status }) => ACTED.has(status)));
  });
  const say = (text: string, by: By = {}): Promise<TurnResult> =>
    assistant.ask({ text, conversation: "talk", room: options.room ?? null, ...by });
  return {
    home,
    devices,
    audit: kept?.audit,
    planner,
    time,
    conversations,
    assistant,
    done,
    say,
    open: async () => (await conversations.open("talk", "en", null)).open.items,
    /** How much is planned. */
    plans: () => planner.timers.list().length + planner.automations.list().length + planner.scenes.list().length,
    timers: () => planner.timers.list().map(({ durationMs, commands }) => ({ minutes: durationMs / 60_000, commands })),
    pass: (seconds: number) => time.advanceTo(time.now() + seconds * 1000, () => planner.settled()),
  };
}

export type OpenTalk = Awaited<ReturnType<typeof openTalk>>;

/** A command as a timer holds it. */
export function setting(device: string, address: string, value: boolean | number | string): Command {
  return { kind: "set", device, properties: [{ address, value }] };
}

const ACTED: ReadonlySet<Outcome["status"]> = new Set<Outcome["status"]>([
  "confirmed",
  "unchanged",
  "accepted",
  "timeout",
]);
