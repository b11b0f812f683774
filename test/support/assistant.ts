import type { LocalEngine, LocalRequest, LocalResult } from "../../src/assistant/contract.ts";
import { type ConversationStore, Conversations } from "../../src/assistant/conversations.ts";
import { LocalAssistant } from "../../src/assistant/local/index.ts";
import {
  BudgetedModel,
  ConstrainedModel,
  type DailyUsage,
  type Limits,
  ModelClient,
  ModelEngine,
  type ModelOptions,
} from "../../src/assistant/model/index.ts";
import { loadPrompts } from "../../src/assistant/prompts.ts";
import { createTools, smallTools, type Tool } from "../../src/assistant/tools/index.ts";
import { Assistant } from "../../src/assistant/turn.ts";
import { parseHomeFile } from "../../src/home/index.ts";
import { SPOKEN_WORDS } from "../../src/language/index.ts";
import { SpecLibrary } from "../../src/library/index.ts";
import { createDirectHome } from "../../src/simulator/direct-home.ts";
import { ManualClock } from "./clock.ts";
import type { ModelServer } from "./model-server.ts";

const library = new SpecLibrary("devices");
export const prompts = loadPrompts();

export const FLAT = {
  name: "Test flat",
  timezone: "Asia/Shanghai",
  rooms: [
    { id: "living", name: "Living room", aliases: ["客厅"] },
    { id: "kitchen", name: "Kitchen", aliases: ["厨房"] },
    { id: "hall", name: "Hall", aliases: ["门厅"] },
  ],
  devices: [
    { id: "living-lamp", name: "Floor lamp", aliases: ["落地灯"], room: "living", model: "yeelink.light.color5" },
    { id: "living-ceiling", name: "Ceiling light", aliases: ["吸顶灯"], room: "living", model: "jia.light.white" },
    { id: "kitchen-ceiling", name: "Ceiling light", aliases: ["吸顶灯"], room: "kitchen", model: "jia.light.white" },
    { id: "living-ac", name: "Air conditioner", aliases: ["空调"], room: "living", model: "xiaomi.airc.r24r00" },
    { id: "living-speaker", name: "Speaker", aliases: ["音箱"], room: "living", model: "xiaomi.wifispeaker.lx06" },
    {
      id: "hall-lock",
      name: "Front door",
      aliases: ["大门"],
      room: "hall",
      model: "jia.lock.generic",
      state: { "lock.locked": true, "door.door-state": 2 },
    },
  ],
};

/** A home with simulated devices in this process. */
export function simulatedHome(clock = new ManualClock()) {
  const file = parseHomeFile(FLAT, "test", library);
  return { ...createDirectHome(file, { clock, words: SPOKEN_WORDS }), clock };
}

/** A local engine that understands nothing, or what a test says. */
export class ScriptedLocal implements LocalEngine {
  readonly asked: LocalRequest[] = [];
  answer: (request: LocalRequest) => LocalResult = () => ({
    handled: false,
    hints: { devices: [], rooms: [], kinds: [] },
  });

  impliedIn(): readonly [] {
    return [];
  }

  givesValue(): boolean {
    return false;
  }

  reads(): boolean {
    return false;
  }

  choose(): Promise<null> {
    return Promise.resolve(null);
  }

  leftOut(): null {
    return null;
  }

  carryOn(): Promise<null> {
    return Promise.resolve(null);
  }

  respond(request: LocalRequest): Promise<LocalResult> {
    this.asked.push(request);
    return Promise.resolve(this.answer(request));
  }
}

interface TestAssistantOptions {
  readonly options?: Partial<ModelOptions>;
  readonly limits?: Partial<Limits>;
  /** The home to use, when a test needs it beforehand. */
  readonly simulated?: ReturnType<typeof simulatedHome>;
  readonly tools?: readonly Tool[];
  readonly store?: ConversationStore;
  /** As for a small model: other rules, other tools. */
  readonly small?: boolean;
  /** Its server keeps answers to a JSON Schema. */
  readonly constrained?: boolean;
  /** Counts what the model uses each day. */
  readonly daily?: DailyUsage;
  /** Instead of the scripted one. */
  readonly local?: LocalEngine;
}

/** An assistant with a simulated home and a model behind `server`; without a server it has no model. */
export function testAssistant(server: ModelServer | null, given: TestAssistantOptions = {}) {
  const { home, devices, clock } = given.simulated ?? simulatedHome();
  const local = new ScriptedLocal();
  const engine = given.local ?? local;
  const client =
    server && new ModelClient({ apiKey: "sk-test", baseUrl: server.url, openRouter: true, ...given.options });
  const whole = given.tools ?? createTools(home, prompts);
  const tools = given.small ? smallTools(whole, prompts) : whole;
  const names = new LocalAssistant({ home, clock });
  names.start();
  const counted = client && given.daily ? new BudgetedModel(client, given.daily) : client;
  const patience = { backoff: 5, longestWait: 1_500 };
  const model =
    counted &&
    new ModelEngine({
      home,
      clock,
      client: given.constrained ? new ConstrainedModel(counted, prompts) : counted,
      tools,
      prompts,
      patience,
      index: names.index,
      limits: given.limits ?? {},
      profile: given.small ? "small" : "full",
    });
  const errors: unknown[] = [];
  const onError = (error: unknown) => errors.push(error);
  const conversations = new Conversations({ clock, onError, ...(given.store && { store: given.store }) });
  const assistant = new Assistant({
    home,
    clock,
    conversations,
    local: engine,
    model,
    onError,
  });
  return { assistant, home, devices, clock, local, client, conversations, errors };
}
