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
import type { Exchange, LocalRequest, LocalResult, ToolCall, Usage } from "../contract.ts";
import { HiddenFilter } from "../hidden/hidden-filter.ts";
import type { MemoryPorts } from "../memory/drafts.ts";
import type { ConfirmationItem, OpenItem } from "../open/items.ts";
import type { MovedPlan, PlanRef } from "../plan-changes.ts";
import { type Prompts, promptText } from "../prompts.ts";
import { questionFor } from "../replies/outcomes.ts";
import { Evidence } from "../statements/evidence.ts";
import { StatementJudge } from "../statements/judge.ts";
import { waitsForAnswer } from "../statements/sentences.ts";
import { isOutsideTool, type Tool } from "../tools/index.ts";
import { mentionsIn } from "../wishes/mentions.ts";
import type { ChatModel } from "./chat-model.ts";
import { exchangesFor, historyMessages } from "./history.ts";
import { runLoop } from "./loop.ts";
import type { LoopListener, LoopResult, PrematureEnd } from "./loop-contract.ts";
import type { ModelMessage } from "./messages.ts";
import { type HouseholdNow, type HouseholdPorts, householdNow } from "./now/household.ts";
import { type MemoryNow, memoryNow } from "./now/memory.ts";
import { type NoticesNow, noticesNow } from "./now/notices.ts";
import { type PlansNowContext, plansNow } from "./now/plans.ts";
import { comparedMeasure } from "./now/room-comparison.ts";
import { type ModelProfile, PromptBuilder, type PromptMessage } from "./prompt.ts";
import { replyOf } from "./reply.ts";
import type { ModelFailure } from "./server/failure.ts";
import { DEFAULT_RETRY_POLICY, type RetryPolicy } from "./server/request-completion.ts";
import { DEFAULT_TURN_LIMITS, type TurnLimits } from "./turn-budget.ts";

export interface ModelEngineOptions {
  readonly home: Home;
  /** What the model may not see; absent: it may see everything. */
  readonly hidden?: HiddenFilter;
  readonly clock: Clock;
  readonly client: ChatModel;
  readonly tools: readonly Tool[];
  /** The tools of outside servers that can be called now; absent: none. */
  readonly outside?: () => readonly Tool[];
  /** Adds plans to each message; absent: none. */
  readonly planner?: Planner;
  readonly prompts: Prompts;
  /** The names of the home, for judging a model's sentences. */
  readonly index: HomeIndex;
  /** Adds the mode of the home and the people present to each message; absent: neither. */
  readonly household?: HouseholdPorts;
  /** Adds fitting memories to messages; absent: none. */
  readonly remembering?: MemoryPorts;
  /** Adds alarms that the speaker has not read to messages; absent: none. */
  readonly notices?: Pick<Notices, "list">;
  /** The rules of the system prompt; absent: "full". `tools` has to fit. */
  readonly profile?: ModelProfile;
  readonly limits?: Partial<TurnLimits>;
  readonly patience?: Partial<RetryPolicy>;
}

/** A turn for the model: the request of the local engine with its hints. */
export interface ModelTurn extends LocalRequest {
  /** Hints of the local engine. */
  readonly hints: Extract<LocalResult, { handled: false }>["hints"];
  readonly listener: LoopListener;
}

export interface ModelAnswer {
  readonly reply: string;
  readonly expectsReply: boolean;
  readonly outcomes: readonly Outcome[];
  readonly calls: readonly ToolCall[];
  readonly usage: Usage;
  /** Tool calls and results, for later prompts. */
  readonly exchange: readonly ModelMessage[];
  /** Plans that the turn made or changed. */
  readonly plans: readonly PlanRef[];
  /** Changed plans as they were before. */
  readonly moved: readonly MovedPlan[];
  /** Open questions for a yes. */
  readonly open: readonly OpenItem[];
  /** Devices that the turn was about. */
  readonly devices: readonly DeviceId[];
  /** Something was done, planned, changed, deleted or asked. */
  readonly did: boolean;
  /** The request was not fulfilled and no outcome shows why. */
  readonly failed: boolean;
  /** Why no model answered, null when one did. */
  readonly failure: ModelFailure | null;
}

/** Runs turns with a model, and replies only with what the evidence shows. */
export class ModelEngine {
  readonly #options: ModelEngineOptions;
  readonly #prompt: PromptBuilder;
  /** Judges keyed by their index of names, which may include the speaker's own names. */
  readonly #judges = new WeakMap<HomeIndex, StatementJudge>();
  readonly #hidden: HiddenFilter;

  constructor(options: ModelEngineOptions) {
    this.#options = options;
    this.#hidden = options.hidden ?? new HiddenFilter(options.home);
    this.#prompt = new PromptBuilder(this.#hidden.home, options.prompts, options.profile);
  }

  async respond(turn: ModelTurn): Promise<ModelAnswer> {
    const { home, clock, client, prompts, limits, patience, planner } = this.#options;
    const { tools } = this;
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
    for (const told of unread?.evidence ?? []) evidence.addContent(told);
    const message = this.#prompt.message({
      text,
      language,
      room,
      now,
      devices,
      more: hints.more ?? 0,
      rooms: hints.rooms,
      compared: comparedMeasure(text, index),
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
        named: mentionsIn(text, hints, conversation, request),
        lapsed: conversation.lapsed?.names ?? [],
      },
      signal,
      outside: conversation.outside === true || conversation.exchanges.some(readOutside),
      messages: [
        { role: "system", content: this.#prompt.system(language) },
        ...historyMessages(this.#hidden.exchanges(exchangesFor(conversation.exchanges, origin, home))),
        { role: "user", content: message.text },
      ],
      session: conversation.id,
      request,
      judge,
      evidence,
      limits: { ...DEFAULT_TURN_LIMITS, ...limits },
      patience: { ...DEFAULT_RETRY_POLICY, ...patience },
      listener,
    });
    const { end, outcomes, calls, usage, exchange } = result;
    if (calls.some(({ tool }) => isOutsideTool(tool))) conversation.outside = true;
    // Withdraw confirmations that nobody is asked about, so that no yes can reach them by any interface.
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

  #around(planner: Planner, { language, conversation }: ModelTurn, now: number): PlansNowContext {
    const hidden = this.#hidden;
    const more = (count: number) => promptText(this.#options.prompts, "more", language, { count: String(count) });
    return { home: hidden.home, planner, hidden, language, now, last: conversation.focus?.plans ?? [], more };
  }

  #judgeOf(index: HomeIndex): StatementJudge {
    const known = this.#judges.get(index) ?? new StatementJudge(index);
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

  /** Adds memories to the evidence, except facts about the home, which its state has to show. */
  #takeRemembered(entries: readonly MemoryEntry[], judge: StatementJudge, evidence: Evidence): void {
    for (const entry of entries) {
      if (entry.kind === "fact" && judge.requestOf(entry.text, [], false).kind !== "home")
        evidence.addContent(entry.text);
      if (entry.kind === "time") evidence.addContent(entry.clock);
    }
  }

  /** Adds what the message shows to the evidence. */
  #takeShown({ named, here, listed, measured, times }: PromptMessage, evidence: Evidence): void {
    const { home } = this.#hidden;
    const found = (ids: readonly DeviceId[]) => ids.flatMap((id) => home.device(id) ?? []);
    for (const device of found(named)) evidence.addReading(device);
    for (const device of found(here)) evidence.addPresent(device);
    for (const device of found(listed)) evidence.addListed(device);
    for (const device of found(measured)) evidence.addMeasured(device);
    // Add them one by one, because their number is no evidence.
    for (const each of times) evidence.addContent(each);
  }

  /** The hidden names in a text; a text with any must not go to the model. */
  keptIn(text: string): readonly string[] {
    return this.#hidden.namesIn(text);
  }

  /** The tools, for calls that waited for a yes. */
  get tools(): readonly Tool[] {
    return [...this.#options.tools, ...(this.#options.outside?.() ?? [])];
  }

  /** The open questions of a turn; dependent calls wait behind the last one. */
  #open(end: LoopResult["end"], confirmation: Confirmation | null, language: Language): OpenItem[] {
    if (end.kind !== "asking") return [];
    const { home, clock } = this.#options;
    const expiresAt = clock.now() + CONFIRMATION_MS;
    const items: ConfirmationItem[] = end.approvals.map(({ call, question }) => {
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

  /** Merges confirmations into one, so that one yes is enough. */
  async #oneOf(confirmations: readonly Confirmation[], origin: Origin): Promise<Confirmation | null> {
    const [first, ...others] = confirmations;
    if (!first || others.length === 0) return first ?? null;
    const { home } = this.#options;
    // The model may have repeated a command in a later answer.
    const each = new Map(confirmations.flatMap(({ commands }) => commands).map((one) => [JSON.stringify(one), one]));
    // The merged confirmation replaces the single ones.
    for (const { id } of confirmations) home.withdraw(id);
    // The policy asks about each command, so nothing runs here: the home only holds them.
    return (await home.execute([...each.values()], origin)).confirmation ?? null;
  }
}

function failureOf(broken: PrematureEnd | null): ModelFailure | null {
  return broken?.kind === "failed" ? broken.failure : null;
}

/** The devices that "it" means next: those that were changed, otherwise those that were read. */
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

/** Whether a model called a tool of an outside server in an exchange. */
function readOutside({ messages = [] }: Exchange): boolean {
  return messages.some(
    (message) =>
      message.role === "assistant" && (message.tool_calls ?? []).some((call) => isOutsideTool(call.function.name)),
  );
}
