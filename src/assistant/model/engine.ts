import type { Planner } from "../../automation/index.ts";
import {
  type Clock,
  CONFIRMATION_MS,
  type Confirmation,
  type DeviceId,
  type Home,
  type Origin,
  type Outcome,
} from "../../home/index.ts";
import { type Language, packOf } from "../../language/index.ts";
import type { MemoryEntry } from "../../people/memory/index.ts";
import type { Notices } from "../../people/notices/index.ts";
import type { HomeIndex } from "../../understanding/names/home-index.ts";
import type { LocalRequest, LocalResult, ToolCall, Usage } from "../contract.ts";
import { Hidden } from "../hidden/hidden.ts";
import type { Remembering } from "../memory/drafts.ts";
import { namedIn } from "../named.ts";
import type { OpenItem, YesItem } from "../open/items.ts";
import type { MovedPlan, PlanRef } from "../plan-changes.ts";
import { type Prompts, promptText } from "../prompts.ts";
import { questionFor } from "../replies/outcomes.ts";
import { Evidence } from "../statements/evidence.ts";
import { Judge } from "../statements/judge.ts";
import { waitsForAnswer } from "../statements/sentences.ts";
import type { Tool } from "../tools/index.ts";
import { DEFAULT_LIMITS, type Limits } from "./budget.ts";
import type { ChatModel } from "./chat-model.ts";
import { comparedBy } from "./compared.ts";
import { DEFAULT_PATIENCE, type Patience } from "./complete.ts";
import type { ModelFailure } from "./failure.ts";
import { exchangesFor, historyMessages } from "./history.ts";
import { type HouseholdNow, type HouseholdPorts, householdNow } from "./household-now.ts";
import { type Broken, type LoopListener, type LoopResult, runLoop } from "./loop.ts";
import { type MemoryNow, memoryNow } from "./memory-now.ts";
import type { ModelMessage } from "./messages.ts";
import { type NoticesNow, noticesNow } from "./notices-now.ts";
import { type PlansAround, plansNow } from "./plans-now.ts";
import { type Message, type ModelProfile, PromptBuilder } from "./prompt.ts";
import { replyOf } from "./reply.ts";

export interface ModelEngineOptions {
  readonly home: Home;
  /** What is kept from the model; nothing when it is left out. */
  readonly hidden?: Hidden;
  readonly clock: Clock;
  readonly client: ChatModel;
  readonly tools: readonly Tool[];
  /** What is planned is told with each message; nothing of it when it is left out. */
  readonly planner?: Planner;
  readonly prompts: Prompts;
  /** The names of the home, by which it is seen what a model's sentence is about. */
  readonly index: HomeIndex;
  /** Which mode the home is in, and who is there, is told with each message; nothing when it is left out. */
  readonly household?: HouseholdPorts;
  /** What people asked to be remembered is told with the messages that it fits; nothing when it is left out. */
  readonly remembering?: Remembering;
  /** Alarms that whoever speaks has not read are told with the messages; none when it is left out. */
  readonly notices?: Pick<Notices, "list">;
  /** What the rules tell; "full" when it is left out. The tools are chosen by whoever makes the engine. */
  readonly profile?: ModelProfile;
  readonly limits?: Partial<Limits>;
  readonly patience?: Partial<Patience>;
}

/** What the model is asked: the same as the local engine was, and what came of that. */
export interface ModelTurn extends LocalRequest {
  /** What the local engine found out. */
  readonly hints: Extract<LocalResult, { handled: false }>["hints"];
  readonly listener: LoopListener;
}

export interface ModelAnswer {
  readonly reply: string;
  readonly expectsReply: boolean;
  readonly outcomes: readonly Outcome[];
  readonly calls: readonly ToolCall[];
  readonly usage: Usage;
  /** Tool calls and results, for the model's later turns. */
  readonly exchange: readonly ModelMessage[];
  /** What it planned or changed. */
  readonly plans: readonly PlanRef[];
  /** What it changed, with what it was before. */
  readonly moved: readonly MovedPlan[];
  /** What it asks a yes for. */
  readonly open: readonly OpenItem[];
  /** Devices that it was about. */
  readonly devices: readonly DeviceId[];
  /** Something was done, planned, changed, deleted or asked. */
  readonly did: boolean;
  /** What was asked for was not done, and no outcome shows it. */
  readonly failed: boolean;
  /** Why no model answered, null when one did. */
  readonly failure: ModelFailure | null;
}

/** Understands with a model, and says only what the outcomes show. */
export class ModelEngine {
  readonly #options: ModelEngineOptions;
  readonly #prompt: PromptBuilder;
  /** Keyed by the names of the home: those of whoever asks. */
  readonly #judges = new WeakMap<HomeIndex, Judge>();
  readonly #hidden: Hidden;

  constructor(options: ModelEngineOptions) {
    this.#options = options;
    this.#hidden = options.hidden ?? new Hidden(options.home);
    this.#prompt = new PromptBuilder(this.#hidden.home, options.prompts, options.profile);
  }

  async respond(turn: ModelTurn): Promise<ModelAnswer> {
    const { home, clock, client, tools, prompts, limits, patience, planner } = this.#options;
    const { text, conversation, language, room, origin, signal, hints, listener } = turn;
    const now = clock.now();
    const index = this.#options.remembering?.indexFor(origin) ?? this.#options.index;
    const judge = this.#judgeOf(index);
    const devices = [...new Set([...hints.devices, ...(conversation.focus?.devices ?? [])])];
    const request = judge.requestOf(
      text,
      conversation.exchanges.map((exchange) => exchange.text),
      waitsForAnswer(conversation.exchanges.at(-1)?.reply ?? ""),
    );
    const evidence = new Evidence(now);
    if (room !== null) evidence.near = new Set([room]);
    evidence.minuteNow = minuteOf(now, home.timezone);
    const plans = planner && plansNow(this.#around(planner, turn, now));
    evidence.plans = plans?.shown ?? [];
    evidence.wishes = conversation.exchanges;
    const remembered = this.#rememberedFor(turn, now);
    this.#takeRemembered(remembered?.shown ?? [], judge, evidence);
    const household = this.#householdFor(turn);
    for (const told of Object.values(household ?? {})) if (told !== "") evidence.addContent(told);
    const unread = this.#unreadFor(turn, now);
    for (const told of unread?.told ?? []) evidence.addContent(told);
    const message = this.#prompt.message({
      text,
      language,
      room,
      now,
      devices,
      more: hints.more ?? 0,
      rooms: hints.rooms,
      compared: comparedBy(text, index),
      ...(plans && { plans: plans.lists }),
      ...(household && { household }),
      ...(remembered && { remembered: remembered.text }),
      ...(unread && { unread: unread.text }),
    });
    this.#takeShown(message, evidence);
    const result = await runLoop({
      home,
      client,
      prompts,
      tools,
      context: {
        origin,
        language,
        room,
        now,
        named: namedIn(text, hints, conversation, request),
        lapsed: conversation.lapsed?.names ?? [],
      },
      signal,
      messages: [
        { role: "system", content: this.#prompt.system(language) },
        ...historyMessages(this.#hidden.exchanges(exchangesFor(conversation.exchanges, origin, home))),
        { role: "user", content: message.text },
      ],
      session: conversation.id,
      request,
      judge,
      evidence,
      limits: { ...DEFAULT_LIMITS, ...limits },
      patience: { ...DEFAULT_PATIENCE, ...patience },
      listener,
    });
    const { end, outcomes, calls, usage, exchange } = result;
    // What nobody is asked about any more nobody can say yes to, by whatever way.
    if (end.kind !== "asking") for (const { id } of result.confirmations) home.withdraw(id);
    const confirmation = end.kind === "asking" ? await this.#oneOf(end.confirmations, origin) : null;
    const parts = { home, index, judge, now: clock.now() };
    const reply = replyOf({ result, request, evidence, language }, confirmation, parts);
    const open = this.#open(end, confirmation, language);
    const expectsReply = end.kind === "asking" || waitsForAnswer(reply);
    const idle = request.deed && request.kind === "home" && !result.wrote && !expectsReply;
    return {
      reply,
      expectsReply,
      outcomes,
      calls,
      usage,
      exchange,
      plans: result.plans,
      moved: result.moved,
      open,
      devices: aboutDevices(home, result),
      did: outcomes.length + result.sentences.length + result.plans.length + open.length > 0,
      failed: idle || result.failures.length > 0 || ["failed", "spent", "late", "cancelled"].includes(end.kind),
      failure: end.kind === "failed" ? end.failure : end.kind === "asking" ? failureOf(end.broken) : null,
    };
  }

  #around(planner: Planner, { language, conversation }: ModelTurn, now: number): PlansAround {
    const hidden = this.#hidden;
    const more = (count: number) => promptText(this.#options.prompts, "more", language, { count: String(count) });
    return { home: hidden.home, planner, hidden, language, now, last: conversation.focus?.plans ?? [], more };
  }

  #judgeOf(index: HomeIndex): Judge {
    const known = this.#judges.get(index) ?? new Judge(index);
    this.#judges.set(index, known);
    return known;
  }

  #householdFor({ origin, language }: ModelTurn): HouseholdNow | null {
    const { household, prompts } = this.#options;
    const more = (count: number) => promptText(prompts, "more", language, { count: String(count) });
    return household ? householdNow(household, origin, more) : null;
  }

  #unreadFor({ origin, language }: ModelTurn, now: number): NoticesNow | null {
    const { notices, prompts, home } = this.#options;
    if (!notices) return null;
    const more = (count: number) => promptText(prompts, "more", language, { count: String(count) });
    return noticesNow({ notices, hidden: this.#hidden, home, origin, language, now, more });
  }

  #rememberedFor({ text, origin, language }: ModelTurn, now: number): MemoryNow | null {
    const { remembering, prompts } = this.#options;
    if (!remembering) return null;
    const hidden = this.#hidden;
    const more = (count: number) => promptText(prompts, "more", language, { count: String(count) });
    return memoryNow({ ...remembering, home: hidden.home, hidden, origin, text, now, more });
  }

  /** What people told may be told again, but for what says how something of the home is: that the home knows itself. */
  #takeRemembered(entries: readonly MemoryEntry[], judge: Judge, evidence: Evidence): void {
    for (const entry of entries) {
      if (entry.kind === "fact" && judge.requestOf(entry.text, [], false).kind !== "home")
        evidence.addContent(entry.text);
      if (entry.kind === "time") evidence.addContent(entry.clock);
    }
  }

  /** What the message shows is known without a call. */
  #takeShown({ named, here, listed, measured, told }: Message, evidence: Evidence): void {
    const { home } = this.#hidden;
    const found = (ids: readonly DeviceId[]) => ids.flatMap((id) => home.device(id) ?? []);
    for (const device of found(named)) evidence.addReading(device);
    for (const device of found(here)) evidence.addPresent(device);
    for (const device of found(listed)) evidence.addListed(device);
    for (const device of found(measured)) evidence.addMeasured(device);
    // One by one: how many there are shows nothing.
    for (const each of told) evidence.addContent(each);
  }

  /** The names in a text that are kept from the model: such a text is not for it. */
  keptIn(text: string): readonly string[] {
    return this.#hidden.namesIn(text);
  }

  /** The tools that a held call is made with. */
  get tools(): readonly Tool[] {
    return this.#options.tools;
  }

  /** What waits for a yes; what follows it waits behind the last. */
  #open(end: LoopResult["end"], confirmation: Confirmation | null, language: Language): OpenItem[] {
    if (end.kind !== "asking") return [];
    const { home, clock } = this.#options;
    const expiresAt = clock.now() + CONFIRMATION_MS;
    const items: YesItem[] = end.approvals.map(({ call, question }) => {
      return { kind: "call", call, question, language, expiresAt, behind: [] };
    });
    if (confirmation) {
      const { id, commands } = confirmation;
      const question = questionFor(home, confirmation, language);
      items.unshift({ kind: "commands", confirmation: id, commands, question, language, expiresAt, behind: [] });
    }
    const { grammar } = packOf(language);
    return items.map((item, at) => {
      if (at < items.length - 1) return item;
      return { ...item, behind: end.behind, question: grammar.sentences([item.question, ...end.alongside]) };
    });
  }

  /** One confirmation for all commands that wait: one yes has to be enough. */
  async #oneOf(confirmations: readonly Confirmation[], origin: Origin): Promise<Confirmation | null> {
    const [first, ...others] = confirmations;
    if (!first || others.length === 0) return first ?? null;
    const { home } = this.#options;
    // A model that goes on may ask the same once more.
    const each = new Map(confirmations.flatMap(({ commands }) => commands).map((one) => [JSON.stringify(one), one]));
    // A no to all of them has to be one to each.
    for (const { id } of confirmations) home.withdraw(id);
    // The policy asks about each of them, so nothing is run here; the home holds them together.
    return (await home.execute([...each.values()], origin)).confirmation ?? null;
  }
}

function failureOf(broken: Broken | null): ModelFailure | null {
  return broken?.kind === "failed" ? broken.failure : null;
}

/** What "it" means next: what was changed, else what was read. */
function aboutDevices(home: Home, { outcomes, calls }: LoopResult): DeviceId[] {
  if (outcomes.length > 0) return [...new Set(outcomes.map((outcome) => outcome.device))];
  const named = calls.flatMap(({ arguments: args }) => (Array.isArray(args["devices"]) ? args["devices"] : []));
  return [...new Set(named.flatMap((name) => home.device(String(name))?.id ?? []))];
}

/** The minute of the day in a timezone. */
function minuteOf(now: number, timezone: string): number {
  const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timezone);
  return hour * 60 + minute;
}
