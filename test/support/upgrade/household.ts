/** A whole Jia without its edges: a home whose devices stand in this process, a store, a planner and an assistant. */

import { Conversations } from "../../../src/assistant/conversations.ts";
import { LocalAssistant } from "../../../src/assistant/local/index.ts";
import { ModelClient, ModelEngine } from "../../../src/assistant/model/index.ts";
import { loadPrompts } from "../../../src/assistant/prompts.ts";
import { createTools } from "../../../src/assistant/tools/index.ts";
import { Assistant } from "../../../src/assistant/turn.ts";
import { HomePlanner, type NotificationSinks } from "../../../src/automation/index.ts";
import { DEFAULT_RULES, type Home, type HomeEventOf, type PolicyRule, type Value } from "../../../src/home/index.ts";
import { textOf } from "../../../src/language/index.ts";
import { readHomeFile, SpecLibrary } from "../../../src/library/index.ts";
import { createDirectHome, type DirectHome } from "../../../src/simulator/direct-home.ts";
import { openStore, type Store, type StoreLocation } from "../../../src/store/index.ts";
import type { ModelServer } from "../model-server.ts";
import { TestMessages } from "../planner-bench.ts";
import { SimulatedTime } from "../simulated-time.ts";
import { SILENT_HOOK } from "./definitions.ts";

const RULES: readonly PolicyRule[] = [
  { id: "no-vacuum", decision: "deny", why: { texts: { en: "the baby sleeps", zh: "宝宝在睡觉" } }, kinds: ["vacuum"] },
  ...DEFAULT_RULES,
];

export interface HouseholdOptions {
  readonly location: StoreLocation;
  /** Path of the home file. */
  readonly homeFile: string;
  readonly at: number;
  readonly server: ModelServer;
}

/** Who asked, without words: what an executed command is known by. */
export interface ExecutedCommand {
  readonly at: number;
  readonly by: string;
  readonly device: string;
  readonly what: string;
  readonly value: unknown;
  readonly status: string;
}

/** Ends like a process that is killed with `kill`, or properly with `stop`. */
export class Household {
  readonly time: SimulatedTime;
  readonly messages = new TestMessages();
  readonly home: Home;
  readonly devices: DirectHome["devices"];
  readonly store: Store;
  readonly planner: HomePlanner;
  readonly assistant: Assistant;
  readonly errors: unknown[];
  /** Everything that was commanded, in its order. */
  readonly done: ExecutedCommand[] = [];
  /** What automations told people: `<automation>: <text>`. */
  readonly told: string[] = [];
  readonly #local: LocalAssistant;

  private constructor(
    { homeFile, at, server }: HouseholdOptions,
    store: Store,
    time: SimulatedTime,
    errors: unknown[],
  ) {
    this.errors = errors;
    this.time = time;
    time.jumpTo(at);
    this.store = store;
    const file = readHomeFile(homeFile, new SpecLibrary("devices"));
    const { home, devices } = createDirectHome(file, { clock: time, audit: store.audit, policy: RULES });
    this.home = home;
    this.devices = devices;
    home.subscribe((event) => {
      if (event.type === "executed") this.done.push(...doneOf(event));
    });
    const failed = (error: unknown) => this.errors.push(error);
    const sinks: NotificationSinks = {
      post: (url) => (url === SILENT_HOOK ? new Promise(() => undefined) : Promise.resolve()),
      say: () => Promise.resolve(true),
    };
    const { messages } = this;
    const parts = { home, clock: time, scheduler: time, storage: store, messages, sinks, failed };
    /** A home that is in its first mode, and in which nobody begins another. */
    const household = {
      mode: () => "home",
      modes: () => ["home", "away", "night"],
      sceneOf: () => null,
      begin: () => Promise.resolve([]),
      subscribe: () => () => undefined,
    };
    this.planner = new HomePlanner({ ...parts, household, allowed: [new URL(SILENT_HOOK).origin] });
    this.planner.subscribe((event) => {
      if ((event.type === "notice" || event.type === "say") && event.run.kind === "automation") {
        this.told.push(`${event.run.of}: ${event.message}`);
      }
    });
    this.#local = new LocalAssistant({ home, clock: time, planner: this.planner });
    const prompts = loadPrompts();
    const client = new ModelClient({ apiKey: "sk-test", baseUrl: server.url, openRouter: true });
    this.assistant = new Assistant({
      home,
      clock: time,
      conversations: new Conversations({ clock: time, store: store.conversations, onError: failed }),
      local: this.#local,
      model: new ModelEngine({
        home,
        clock: time,
        client,
        tools: createTools(home, prompts, { planner: this.planner }),
        prompts,
        index: this.#local.index,
      }),
      onError: failed,
    });
  }

  /** Opens the store and starts everything at this moment. */
  static async open(options: HouseholdOptions): Promise<Household> {
    const time = new SimulatedTime(options.at);
    const errors: unknown[] = [];
    const store = await openStore(options.location, time, (what) => errors.push(textOf(what, "en")));
    const household = new Household(options, store, time, errors);
    await household.planner.start();
    household.#local.start();
    await time.advanceTo(options.at, () => household.planner.settled());
    return household;
  }

  advanceTo(at: number): Promise<void> {
    return this.time.advanceTo(at, () => this.planner.settled());
  }

  /** A device tells of values by itself. */
  report(device: string, values: Readonly<Record<string, Value>>): void {
    const list = Object.entries(values).map(([address, value]) => ({ address, value }));
    this.home.apply([{ kind: "values", id: `miot:${device}`, values: list, cause: "report" }]);
  }

  /** What every device is now, keyed by the id in the home file. */
  state(): Record<string, Record<string, Value>> {
    return Object.fromEntries(
      this.home.devices.map(({ id, state }) => [
        id.slice("miot:".length),
        Object.fromEntries([...state].map(([address, { value }]) => [address, value])),
      ]),
    );
  }

  /** Ends without a word to anybody: what is under way stays under way in the store. */
  async kill(): Promise<void> {
    this.#local.stop();
    await this.store.close();
  }

  async stop(): Promise<void> {
    this.#local.stop();
    await this.planner.stop();
    await this.store.close();
  }
}

function doneOf({ origin, outcomes, at }: HomeEventOf<"executed">): ExecutedCommand[] {
  const by =
    `${origin.kind} ${"id" in origin ? origin.id : "conversation" in origin ? origin.conversation : ""}`.trim();
  return outcomes.map((outcome) => ({
    at,
    by,
    device: outcome.device,
    what: "property" in outcome ? outcome.property : outcome.action,
    value: "property" in outcome ? outcome.value : outcome.in,
    status: outcome.status,
  }));
}
