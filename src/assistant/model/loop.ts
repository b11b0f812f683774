import type { Confirmation, HomeView, JiaError, Message, Outcome } from "../../home/index.ts";
import { type Language, packOf } from "../../language/index.ts";
import type { ToolCall, Usage } from "../contract.ts";
import type { MovedPlan, PlanRef } from "../plan-changes.ts";
import { type Prompts, promptText } from "../prompts.ts";
import { withoutMarkdown } from "../replies/markdown.ts";
import { allSucceeded } from "../replies/outcomes.ts";
import { type UntriedPart, untriedPart } from "../replies/untried-parts.ts";
import { unsaidAddress } from "../statements/addresses.ts";
import type { Evidence } from "../statements/evidence.ts";
import type { StatementJudge } from "../statements/judge.ts";
import type { PersonRequest } from "../statements/request.ts";
import { sentencesOf } from "../statements/sentences.ts";
import type { Tool, ToolContext, ToolRead, ToolResult } from "../tools/index.ts";
import { withMadePlans } from "../wishes/mentions.ts";
import { type AnsweredCall, checkCalls, runCalls } from "./calls.ts";
import type { ChatModel } from "./chat-model.ts";
import { ConsentCollector, type ConsentRequest } from "./consent-collector.ts";
import type { AssistantMessage, Completion, ModelMessage, WireTool } from "./messages.ts";
import { OpenMisses } from "./open-misses.ts";
import { ModelFailure } from "./server/failure.ts";
import { type RetryPolicy, requestCompletion } from "./server/request-completion.ts";
import { StuckDetector } from "./stuck-detector.ts";
import { parseTextCalls } from "./text/calls-in-text.ts";
import { leaksToolCall, mayLeak, unknownToolIn } from "./text/leaked-calls.ts";
import { holdsAddress, isData, withDeviceNames, withoutTemplateMarks } from "./text/plain-words.ts";
import { cleanReply, MAX_REPLY, type TextStream } from "./text/text-stream.ts";
import { ThinkingFilter, withoutThinking } from "./text/thinking.ts";
import { TurnBudget, type TurnLimits } from "./turn-budget.ts";

export interface LoopRequest {
  readonly home: HomeView;
  readonly client: ChatModel;
  readonly prompts: Prompts;
  readonly tools: readonly Tool[];
  /** The context of tool calls, without the signal: the loop adds its own with the time limit. */
  readonly context: Omit<ToolContext, "signal" | "approved" | "waiting" | "unsaved">;
  readonly signal: AbortSignal;
  /** System, history and the new message. */
  readonly messages: readonly ModelMessage[];
  readonly session: string;
  /** The classified sentence of the person. */
  readonly request: PersonRequest;
  /** Decides which sentences of the model may be shown. */
  readonly judge: StatementJudge;
  /** The evidence of the turn; the loop adds its outcomes and reads. */
  readonly evidence: Evidence;
  readonly limits: TurnLimits;
  readonly patience: RetryPolicy;
  readonly listener: LoopListener;
}

/** Receives the events of a loop while it runs. */
export interface LoopListener {
  readonly text: TextStream;
  call(call: ToolCall): void;
  outcome(outcome: Outcome): void;
  notice(text: Message): void;
}

/**
 * How a loop ended. said: with the `say` of a tool · answered: with the model's text · asking: something waits for a yes · spent: a
 * budget is used up · late: the time is over · failed: no model answered · cancelled: by the caller.
 */
export type LoopEnd =
  | {
      readonly kind: "said" | "answered";
      readonly text: string;
      readonly told: string;
      readonly unshown: readonly string[];
    }
  | (ConsentRequest & {
      /** Reads of the turn since the first call that waits. */
      readonly reads: readonly ToolRead[];
      /** Why the rest of the turn failed; null when it did not. */
      readonly broken: PrematureEnd | null;
    })
  | { readonly kind: "cancelled" }
  | PrematureEnd;

/** An end before the model had finished. */
export type PrematureEnd =
  | { readonly kind: "spent" | "late" }
  | { readonly kind: "failed"; readonly failure: ModelFailure };

export interface LoopResult {
  readonly end: LoopEnd;
  readonly outcomes: readonly Outcome[];
  /** Failed parts of writes without a later successful retry. */
  readonly failures: readonly UntriedPart[];
  /** Effects of tools other than outcomes, in their own sentences: an automation was saved. */
  readonly sentences: readonly string[];
  /** Sentences of the model with its writes about what it could not do or does not know. */
  readonly caveats: readonly string[];
  /** Results of reads, for a reply in the home's own words. */
  readonly reads: readonly ToolRead[];
  /** Confirmations of commands that wait for a yes, whether or not the person is asked. */
  readonly confirmations: readonly Confirmation[];
  /** Plans that were made or changed. */
  readonly plans: readonly PlanRef[];
  /** Changed plans as they were before. */
  readonly moved: readonly MovedPlan[];
  /** A write ran, whatever its outcome. */
  readonly wrote: boolean;
  readonly calls: readonly ToolCall[];
  /** Tool calls, each with its result, for the conversation. */
  readonly exchange: readonly ModelMessage[];
  readonly usage: Usage;
}

/** Requests answers of a model and runs their tool calls until there is a final answer. Never throws for an error of a model or a tool. */
export async function runLoop(request: LoopRequest): Promise<LoopResult> {
  return await new Loop(request).run();
}

class Loop {
  readonly #request: LoopRequest;
  readonly #language: Language;
  readonly #wireTools: readonly WireTool[];
  readonly #messages: ModelMessage[];
  readonly #exchange: ModelMessage[] = [];
  readonly #spending: TurnBudget;
  readonly #outcomes: Outcome[] = [];
  #sentences: readonly string[] = [];
  readonly #calls: ToolCall[] = [];
  readonly #timeLimit: AbortSignal;
  readonly #signal: AbortSignal;
  /** Failed parts of writes without a later successful retry. */
  readonly #misses: OpenMisses;
  readonly #caveats: string[] = [];
  #plans: readonly PlanRef[] = [];
  readonly #moved: MovedPlan[] = [];
  #wrote = false;
  readonly #reads: ToolRead[] = [];
  readonly #inVain = new StuckDetector();
  #corrected = false;
  readonly #waiting = new ConsentCollector();
  /** Reads since the first call that waits. */
  #readsBeside: ToolRead[] = [];
  /** The turn continued once although something waits, for the rest of the request. */
  #wentOn = false;
  /** The model still has a rest of the request to do. */
  #restWanted = false;
  /** A request to the model is running. */
  #asking = false;

  constructor(request: LoopRequest) {
    this.#request = request;
    this.#language = request.context.language;
    this.#misses = new OpenMisses(request.home, this.#language);
    this.#wireTools = request.tools.map((tool) => wireTool(tool, this.#language));
    this.#messages = [...request.messages];
    this.#spending = new TurnBudget(request.limits, request.client.model);
    this.#timeLimit = AbortSignal.timeout(request.limits.seconds * 1000);
    this.#signal = AbortSignal.any([request.signal, this.#timeLimit]);
  }

  async run(): Promise<LoopResult> {
    const ended = await this.#untilEnd();
    return {
      end: this.#endOf(ended),
      outcomes: this.#outcomes,
      failures: this.#misses.list,
      sentences: this.#sentences,
      caveats: this.#caveats,
      reads: this.#reads,
      confirmations: this.#waiting.asking?.confirmations ?? [],
      plans: this.#plans,
      moved: this.#moved,
      wrote: this.#wrote,
      calls: this.#calls,
      exchange: this.#exchange,
      usage: this.#spending.usage(),
    };
  }

  /** The end of the loop. With something waiting the person is asked, and hears of other reads and of why the rest failed. */
  #endOf(ended: LoopEnd | "asking"): LoopEnd {
    const { asking } = this.#waiting;
    if (ended === "asking" || (asking && ended.kind !== "cancelled")) {
      if (!asking) throw new Error("nothing waits");
      const isBroken =
        ended !== "asking" && (ended.kind === "failed" || ended.kind === "spent" || ended.kind === "late");
      // An empty answer means that the model has finished.
      const silent = isBroken && ended.kind === "failed" && ended.failure.kind === "empty";
      const broken = isBroken && this.#restWanted && !silent ? ended : null;
      return { ...asking, reads: this.#readsBeside, broken };
    }
    return ended;
  }

  async #untilEnd(): Promise<LoopEnd | "asking"> {
    try {
      for (;;) {
        if (this.#signal.aborted) return this.#stopped();
        if (this.#spending.exhausted) return { kind: "spent" };
        if (this.#inVain.astray) return { kind: "failed", failure: new ModelFailure("astray") };
        const last = this.#spending.lastRound || this.#inVain.turning;
        this.#asking = true;
        const completion = await this.#ask(last);
        this.#asking = false;
        this.#spending.add(completion);
        const written =
          completion.calls.length > 0 || last ? [] : parseTextCalls(completion.content, this.#request.tools);
        const acting = written.length > 0 ? { ...completion, content: "", calls: written } : completion;
        const end = acting.calls.length > 0 ? await this.#act(acting) : this.#answer(completion, last);
        if (end) return end;
      }
    } catch (error) {
      if (this.#signal.aborted) return this.#stopped();
      if (error instanceof ModelFailure) return { kind: "failed", failure: error };
      throw error;
    }
  }

  #stopped(): LoopEnd {
    if (this.#request.signal.aborted) return { kind: "cancelled" };
    return this.#asking ? { kind: "failed", failure: new ModelFailure("slow") } : { kind: "late" };
  }

  async #ask(last: boolean): Promise<Completion> {
    const { client, session, patience, listener } = this.#request;
    const { text } = listener;
    let held = "";
    let thinking = new ThinkingFilter();
    text.reset();
    const completion = await requestCompletion(
      client,
      {
        messages: this.#messages,
        tools: this.#wireTools,
        toolChoice: last ? "none" : "auto",
        session,
        language: this.#language,
      },
      {
        text: (piece) => {
          const shown = thinking.push(piece);
          if (shown.restarted) {
            client.thinksAloud = true;
            held = "";
            text.reset();
          }
          held += shown.text;
          // Hold back what may be no text, or is longer than a reply.
          if (this.#doubtful || held.length > MAX_REPLY || mayLeak(held)) return;
          if (client.thinksAloud && !thinking.ended) return;
          const sentences = sentencesOf(held);
          const last = sentences.pop() ?? "";
          for (const sentence of sentences)
            if (this.#mayTell(sentence)) text.add(this.#named(withoutMarkdown(sentence)));
          held = last;
        },
        restart: () => {
          held = "";
          thinking = new ThinkingFilter();
          text.reset();
        },
        notice: (notice) => listener.notice(notice),
      },
      patience,
      this.#signal,
    );
    return completion;
  }

  /** Whether the text is shown whole or not at all, because it is about the home. */
  get #doubtful(): boolean {
    const { request, evidence } = this.#request;
    return request.kind === "home" || this.#wrote || this.#misses.list.length > 0 || evidence.isOfDevices;
  }

  #mayTell(sentence: string): boolean {
    const { home, judge, request, evidence } = this.#request;
    return !holdsAddress(sentence, home) && judge.mayTell(sentence, request, evidence);
  }

  /** A text of the model as a reply, with names in place of handles. */
  #spoken(text: string): string {
    return this.#named(cleanReply(text));
  }

  #named(text: string): string {
    return withDeviceNames(text, this.#request.home, this.#language);
  }

  /** Moves sentences with addresses of properties to the unshown ones. */
  #withoutAddresses({ told, unshown }: { readonly told: string; readonly unshown: readonly string[] }) {
    const { home } = this.#request;
    const sentences = sentencesOf(told);
    const kept = sentences.filter((sentence) => !holdsAddress(sentence, home));
    const held = sentences.filter((sentence) => holdsAddress(sentence, home));
    return { told: kept.join(""), unshown: [...unshown, ...held] };
  }

  /** Handles an answer without calls: it ends the loop, unless the model has to correct itself first. */
  #answer({ content }: Completion, last: boolean): LoopEnd | null {
    const said = withoutTemplateMarks(withoutThinking(content));
    const text = this.#spoken(said);
    if (text === "") return { kind: "failed", failure: new ModelFailure("empty") };
    const leaked = leaksToolCall(said, this.#wireTools);
    const { judge, request, evidence, prompts } = this.#request;
    const { told, unshown } = judge.judge(text, request, evidence);
    // A correction would not remove an address.
    const claims = unshown.filter((sentence) => unsaidAddress(sentence, request.said) === null);
    // After a failed call "okay" is no claim that needs a correction.
    const stated = evidence.failed ? claims.filter((sentence) => !judge.acknowledges(sentence)) : claims;
    // The home itself explains failed calls, so no correction is needed.
    const explains = this.#misses.list.length > 0 && judge.deniedIn(text, evidence).any;
    const idle = evidence.outcomes.length === 0 && this.#reads.length === 0 && this.#sentences.length === 0;
    const unfounded = !explains && stated.length > 0 && idle;
    if ((leaked || unfounded) && !this.#corrected && !last) {
      this.#corrected = true;
      const unknown = unknownToolIn(said, this.#wireTools);
      const tools = this.#wireTools.map((tool) => tool.function.name).join(", ");
      const correction =
        unknown === null
          ? promptText(prompts, leaked ? "leaked-call" : "no-call", this.#language)
          : promptText(prompts, "no-such-tool", this.#language, { name: unknown, tools });
      this.#messages.push({ role: "assistant", content: text }, { role: "user", content: correction });
      return null;
    }
    if (leaked) return { kind: "failed", failure: new ModelFailure("call-as-text") };
    return { kind: "answered", text, ...this.#withoutAddresses({ told, unshown }) };
  }

  /** Runs the calls of an answer: it ends the loop when nothing is left for the model to say. */
  async #act(completion: Completion): Promise<LoopEnd | "asking" | null> {
    const { home, tools, context, limits, listener, request } = this.#request;
    listener.text.reset();
    const checked = checkCalls(
      completion.calls,
      tools,
      this.#spending,
      limits.calls,
      request.said,
      (name) => home.device(name) !== undefined,
    );
    const message: AssistantMessage = {
      role: "assistant",
      content: completion.content === "" ? null : completion.content,
      tool_calls: checked.map((call) => call.wire),
      ...completion.reasoning,
    };
    for (const call of checked) {
      if (!("prepared" in call) || call.repeats) continue;
      const made = { tool: call.tool.name, arguments: call.prepared.arguments };
      this.#calls.push(made);
      listener.call(made);
    }
    this.#spending.refuse(checked.filter((call) => !("prepared" in call)).length);
    this.#request.evidence.called = true;
    if (checked.some(({ tool }) => tool?.name === "explain")) this.#request.evidence.causes = true;
    const tell = (error: JiaError) => untriedPart(home, error, this.#language);
    const named = context.named && { named: withMadePlans(context.named, this.#plans) };
    const given = { ...context, ...named, ...this.#waiting.context, tell, signal: this.#signal };
    const answered = await runCalls(checked, given, ({ result }) => {
      for (const outcome of result?.outcomes ?? []) listener.outcome(outcome);
    });
    const results = answered.map(({ checked: { wire }, content }): ModelMessage => {
      return { role: "tool", tool_call_id: wire.id, content };
    });
    this.#messages.push(message, ...results);
    this.#exchange.push(message, ...results);
    const own = answered.filter(({ repeated }) => repeated !== true);
    this.#inVain.add(own);
    return await this.#took(own, withoutThinking(completion.content));
  }

  async #took(answered: readonly AnsweredCall[], beside: string): Promise<LoopEnd | "asking" | null> {
    const writes = answered.filter(({ checked }) => checked.tool?.kind === "write");
    this.#outcomes.push(...answered.flatMap(({ result }) => result?.outcomes ?? []));
    for (const { result, checked } of answered) if (result) this.#learn(result, checked.tool?.kind === "write");
    this.#sentences = [...this.#sentences, ...answered.flatMap(({ result }) => result?.sentence ?? [])];
    const misses = this.#misses.add(writes);
    if (writes.length > 0) {
      this.#request.evidence.addDevices(misses.flatMap(({ device }) => device ?? []));
      this.#wrote ||= writes.some(({ result }) => result !== null && result.failures.length === 0);
    }
    this.#request.evidence.failed = this.#misses.list.length > 0 || answered.some(({ result }) => result === null);
    this.#keepCaveats(beside, writes);
    const back = await this.#waiting.add(answered);
    const untrue = new Set(back.map(({ sentence }) => sentence));
    this.#sentences = this.#sentences.filter((sentence) => !untrue.has(sentence));
    const gone = new Set(back.flatMap(({ plans = [] }) => plans));
    const made = answered.flatMap(({ result }) => result?.plans ?? []);
    this.#plans = [...this.#plans, ...made].filter((plan) => !gone.has(plan));
    this.#moved.push(...answered.flatMap(({ result }) => result?.moved ?? []));
    const more = writes.some(({ checked }) => "prepared" in checked && checked.prepared.more);
    if (this.#waiting.asking) {
      const reads = answered.flatMap(({ result }) => result?.read ?? []);
      this.#readsBeside = [...this.#readsBeside, ...reads];
      this.#restWanted = more || misses.length > 0;
      // Continue once: the model may correct a failure or use a read. Each answer costs the person time.
      const goesOn = !this.#wentOn && (misses.length > 0 || answered.length > writes.length);
      if (!more && !goesOn) return "asking";
      this.#wentOn ||= !more;
      return null;
    }
    const nothingLeft = writes.length === answered.length && misses.length === 0 && allSucceeded(this.#outcomes);
    const says = writes.flatMap((call) => (call.result?.sentence === undefined ? sayOf(call) : []));
    if (more || !nothingLeft || (says.length === 0 && !writes.some(({ result }) => result?.sentence))) return null;
    // Without a text for a person the outcomes are told.
    const meant = says.map(withoutTemplateMarks).filter((each) => !isData(each));
    const text = this.#spoken(packOf(this.#language).grammar.sentences([...new Set(meant)]));
    const { judge, request, evidence } = this.#request;
    return { kind: "said", text, ...this.#withoutAddresses(judge.judge(text, request, evidence)) };
  }

  /** Keeps sentences beside the calls about what the model could not do or does not know; the outcomes tell the rest. */
  #keepCaveats(beside: string, writes: readonly AnsweredCall[]): void {
    if (writes.length === 0) return;
    const { judge, request, evidence } = this.#request;
    const said = [
      beside,
      ...writes.flatMap((call) => (call.result?.sentence === undefined && !call.result?.approval ? [] : sayOf(call))),
    ];
    for (const sentence of said.flatMap((each) => sentencesOf(cleanReply(each)))) {
      const text = sentence.trim();
      if (judge.isCaveat(text, request, evidence) && !this.#caveats.includes(text)) this.#caveats.push(text);
    }
  }

  /** Adds to the evidence what a call has shown. */
  #learn({ content, outcomes, sentence, read }: ToolResult, wrote: boolean): void {
    const { evidence } = this.#request;
    evidence.addOutcomes(outcomes);
    if (sentence !== undefined) evidence.addTold(sentence);
    // The result of a write also holds old and refused values.
    if (!wrote) evidence.addContent(content);
    if (!read) return;
    this.#reads.push(read);
    evidence.addDevices([...read.devices, ...(read.found ?? [])]);
    evidence.addPast(read.past ?? []);
    if (read.tell) evidence.addTold(read.tell());
  }
}

/** The `say` of a call. */
function sayOf({ checked }: AnsweredCall): string[] {
  return "prepared" in checked && checked.prepared.say !== null ? [checked.prepared.say] : [];
}

function wireTool(tool: Tool, language: Language): WireTool {
  return { type: "function", function: { name: tool.name, ...tool.described(language) } };
}
