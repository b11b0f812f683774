import { type Confirmation, cleanText, type Message, type Outcome } from "../../home/index.ts";
import { type Language, packOf, turnText } from "../../language/index.ts";
import type { ToolCall, Usage } from "../contract.ts";
import type { Behind, HeldCall } from "../open/items.ts";
import { type Prompts, promptText } from "../prompts.ts";
import { allSucceeded } from "../replies/outcomes.ts";
import { unsaidAddress } from "../statements/addresses.ts";
import type { Evidence } from "../statements/evidence.ts";
import type { Judge } from "../statements/judge.ts";
import type { Request } from "../statements/request.ts";
import { sentencesOf } from "../statements/sentences.ts";
import type { Tool, ToolContext, ToolRead, ToolResult } from "../tools/index.ts";
import { type Limits, Spending } from "./budget.ts";
import { type AnsweredCall, checkCalls, runCalls } from "./calls.ts";
import type { ChatModel } from "./chat-model.ts";
import { complete, type Patience } from "./complete.ts";
import { ModelFailure } from "./failure.ts";
import { InVain } from "./in-vain.ts";
import { leaksToolCall, mayLeak } from "./leaks.ts";
import type { AssistantMessage, Completion, ModelMessage, WireTool } from "./messages.ts";
import { cleanReply, MAX_REPLY, type TextStream } from "./text-stream.ts";
import { ThinkingFilter, withoutThinking } from "./thinking.ts";

export interface LoopRequest {
  readonly client: ChatModel;
  readonly prompts: Prompts;
  readonly tools: readonly Tool[];
  /** Without the signal: the loop's own carries the time limit too. */
  readonly context: Omit<ToolContext, "signal" | "approved" | "waiting">;
  readonly signal: AbortSignal;
  /** System, history and the new message. */
  readonly messages: readonly ModelMessage[];
  readonly session: string;
  /** What the person's sentence is after. */
  readonly request: Request;
  /** Decides which sentences of the model a person may be told. */
  readonly judge: Judge;
  /** What the turn has shown; what the loop does and reads is added to it. */
  readonly evidence: Evidence;
  readonly limits: Limits;
  readonly patience: Patience;
  readonly listener: LoopListener;
}

/** Who is told what happens, while it happens. */
export interface LoopListener {
  readonly text: TextStream;
  call(call: ToolCall): void;
  outcome(outcome: Outcome): void;
  notice(text: Message): void;
}

/**
 * How a loop ended: said: a tool's `say` holds · answered: the model's text · asking: commands wait for a yes · spent: a
 * budget is used up · late: its time is over · failed: no model answered · cancelled: the caller stopped it.
 */
export type LoopEnd =
  | {
      readonly kind: "said" | "answered";
      readonly text: string;
      readonly told: string;
      readonly unshown: readonly string[];
    }
  | {
      readonly kind: "asking";
      readonly confirmations: readonly Confirmation[];
      readonly approvals: readonly AskedCall[];
      readonly behind: readonly HeldBehind[];
      /** How what waits behind is asked about, where a yes has to be for it too. */
      readonly alongside: readonly string[];
    }
  | { readonly kind: "spent" | "late" | "cancelled" }
  | { readonly kind: "failed"; readonly failure: ModelFailure };

/** A call that asks for a yes. */
export interface AskedCall {
  readonly call: HeldCall;
  readonly question: string;
}

type HeldBehind = Extract<Behind, { kind: "call" }>;

export interface LoopResult {
  readonly end: LoopEnd;
  readonly outcomes: readonly Outcome[];
  /** Parts of the last writes that were not tried, and not corrected since. */
  readonly failures: readonly string[];
  /** What tools did that is no outcome of a device, in their own sentences: an automation was saved. */
  readonly sentences: readonly string[];
  /** What read tools found, as the home tells it; called when it is needed. */
  readonly reads: readonly ToolRead[];
  /** A write was tried, whatever came of it. */
  readonly wrote: boolean;
  readonly calls: readonly ToolCall[];
  /** Tool calls and their results, for the conversation: every call with its result. */
  readonly exchange: readonly ModelMessage[];
  readonly usage: Usage;
}

/** Runs model calls and the tools that they ask for, until there is an answer. Never throws for what a model or a tool does. */
export async function runLoop(request: LoopRequest): Promise<LoopResult> {
  return await new Loop(request).run();
}

class Loop {
  readonly #request: LoopRequest;
  readonly #language: Language;
  readonly #wireTools: readonly WireTool[];
  readonly #messages: ModelMessage[];
  readonly #exchange: ModelMessage[] = [];
  readonly #spending: Spending;
  readonly #outcomes: Outcome[] = [];
  readonly #sentences: string[] = [];
  readonly #calls: ToolCall[] = [];
  readonly #timeLimit: AbortSignal;
  readonly #signal: AbortSignal;
  #failures: readonly string[] = [];
  #wrote = false;
  readonly #reads: ToolRead[] = [];
  readonly #inVain = new InVain();
  #corrected = false;
  /** The model is being waited for. */
  #asking = false;

  constructor(request: LoopRequest) {
    this.#request = request;
    this.#language = request.context.language;
    this.#wireTools = request.tools.map((tool) => wireTool(tool, this.#language));
    this.#messages = [...request.messages];
    this.#spending = new Spending(request.limits, request.client.model);
    this.#timeLimit = AbortSignal.timeout(request.limits.seconds * 1000);
    this.#signal = AbortSignal.any([request.signal, this.#timeLimit]);
  }

  async run(): Promise<LoopResult> {
    const end = await this.#untilEnd();
    return {
      end,
      outcomes: this.#outcomes,
      failures: this.#failures,
      sentences: this.#sentences,
      reads: this.#reads,
      wrote: this.#wrote,
      calls: this.#calls,
      exchange: this.#exchange,
      usage: this.#spending.usage(),
    };
  }

  async #untilEnd(): Promise<LoopEnd> {
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
        const end = completion.calls.length > 0 ? await this.#act(completion) : this.#answer(completion, last);
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
    const completion = await complete(
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
          // What may be no text at all is not shown before it is whole; what is longer than a reply is not shown at all.
          if (this.#doubtful || held.length > MAX_REPLY || mayLeak(held)) return;
          if (client.thinksAloud && !thinking.ended) return;
          const sentences = sentencesOf(held);
          const last = sentences.pop() ?? "";
          for (const sentence of sentences) if (this.#mayTell(sentence)) text.add(sentence);
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

  /** Whether the text is told as a whole or not at all: what it is about is the home. */
  get #doubtful(): boolean {
    const { request, evidence } = this.#request;
    return request.kind === "home" || this.#wrote || this.#failures.length > 0 || evidence.devices.size > 0;
  }

  #mayTell(sentence: string): boolean {
    const { judge, request, evidence } = this.#request;
    return judge.mayTell(sentence, request, evidence);
  }

  /** Takes an answer without calls: the end, unless the model has to correct itself first. */
  #answer({ content }: Completion, last: boolean): LoopEnd | null {
    const said = withoutThinking(content);
    const text = cleanReply(said);
    if (text === "") return { kind: "failed", failure: new ModelFailure("empty") };
    const leaked = leaksToolCall(said, this.#wireTools);
    const { judge, request, evidence, prompts } = this.#request;
    const { told, unshown } = judge.judge(text, request, evidence);
    // Asked again it would say the same address.
    const claims = unshown.filter((sentence) => unsaidAddress(sentence, request.said) === null);
    // That a call failed it was told already: "okay" is no claim to take back.
    const stated = evidence.failed ? claims.filter((sentence) => !judge.acknowledges(sentence)) : claims;
    const unfounded = stated.length > 0 && evidence.outcomes.length === 0 && this.#reads.length === 0;
    if ((leaked || unfounded) && !this.#corrected && !last) {
      this.#corrected = true;
      const correction = promptText(prompts, leaked ? "leaked-call" : "no-call", this.#language);
      this.#messages.push({ role: "assistant", content: text }, { role: "user", content: correction });
      return null;
    }
    if (leaked) return { kind: "failed", failure: new ModelFailure("call-as-text") };
    return { kind: "answered", text, told, unshown };
  }

  /** Runs the calls of an answer: the end, when nothing is left for the model to say. */
  async #act(completion: Completion): Promise<LoopEnd | null> {
    const { tools, context, limits, listener, request } = this.#request;
    listener.text.reset();
    const checked = checkCalls(completion.calls, tools, this.#language, this.#spending, limits.calls, request.said);
    const message: AssistantMessage = {
      role: "assistant",
      content: completion.content === "" ? null : completion.content,
      tool_calls: checked.map((call) => call.wire),
      ...completion.reasoning,
    };
    for (const call of checked) {
      if (!("prepared" in call)) continue;
      const made = { tool: call.tool.name, arguments: call.prepared.arguments };
      this.#calls.push(made);
      listener.call(made);
    }
    this.#spending.refuse(checked.filter((call) => !("prepared" in call)).length);
    this.#request.evidence.called = true;
    const answered = await runCalls(checked, { ...context, signal: this.#signal }, ({ result }) => {
      for (const outcome of result?.outcomes ?? []) listener.outcome(outcome);
    });
    const results = answered.map(({ checked: { wire }, content }): ModelMessage => {
      return { role: "tool", tool_call_id: wire.id, content };
    });
    this.#messages.push(message, ...results);
    this.#exchange.push(message, ...results);
    this.#inVain.add(answered);
    return this.#took(answered);
  }

  #took(answered: readonly AnsweredCall[]): LoopEnd | null {
    const writes = answered.filter(({ checked }) => checked.tool?.kind === "write");
    this.#outcomes.push(...answered.flatMap(({ result }) => result?.outcomes ?? []));
    for (const { result, checked } of answered) if (result) this.#learn(result, checked.tool?.kind === "write");
    this.#sentences.push(...answered.flatMap(({ result }) => result?.sentence ?? []));
    if (writes.length > 0) {
      const failures = writes.flatMap((call) => failureTexts(call, this.#language));
      this.#failures = [...new Set(failures)];
      this.#wrote ||= writes.some(({ result }) => result !== null && result.failures.length === 0);
    }
    this.#request.evidence.failed = this.#failures.length > 0 || answered.some(({ result }) => result === null);
    const confirmations = answered.flatMap(({ result }) => result?.confirmation ?? []);
    const approvals = answered.flatMap(({ checked, result }): readonly AskedCall[] => {
      if (!result?.approval || !("prepared" in checked)) return [];
      const { subject, question, commands, consent, arguments: given = checked.prepared.arguments } = result.approval;
      return [{ question, call: { tool: checked.tool.name, arguments: given, subject, approves: commands, consent } }];
    });
    const alongside: string[] = [];
    const behind = answered.flatMap(({ checked, result }): readonly HeldBehind[] => {
      if (!result?.behind || !("prepared" in checked)) return [];
      const { subject, devices, question, commands = [], consent, arguments: given } = result.behind;
      if (question !== undefined) alongside.push(question);
      const held = { tool: checked.tool.name, arguments: given ?? checked.prepared.arguments, subject };
      return [{ kind: "call", call: { ...held, approves: commands, ...(consent && { consent }) }, devices }];
    });
    if (confirmations.length + approvals.length > 0)
      return { kind: "asking", confirmations, approvals, behind, alongside };
    const said = writes.flatMap(({ checked, result }) => {
      return result?.sentence ?? ("prepared" in checked ? (checked.prepared.say ?? []) : []);
    });
    const nothingLeft =
      writes.length === answered.length && this.#failures.length === 0 && allSucceeded(this.#outcomes);
    if (!nothingLeft || said.length === 0) return null;
    const text = cleanReply(packOf(this.#language).grammar.sentences([...new Set(said)]));
    const { judge, request, evidence } = this.#request;
    return { kind: "said", text, ...judge.judge(text, request, evidence) };
  }

  /** Adds to the evidence what a call has shown. */
  #learn({ content, outcomes, sentence, read }: ToolResult, wrote: boolean): void {
    const { evidence } = this.#request;
    evidence.addOutcomes(outcomes);
    if (sentence !== undefined) evidence.addTold(sentence);
    // What a write answers holds the values before it and those that were refused.
    if (!wrote) evidence.addContent(content);
    if (!read) return;
    this.#reads.push(read);
    evidence.addDevices([...read.devices, ...(read.found ?? [])]);
    if (read.tell) evidence.addTold(read.tell());
  }
}

function wireTool(tool: Tool, language: Language): WireTool {
  return { type: "function", function: { name: tool.name, ...tool.described(language) } };
}

/** What a person is told of the parts of a call that came to nothing, a sentence each. */
function failureTexts({ result, error }: AnsweredCall, language: Language): string[] {
  const why = result?.failures ?? (error === null ? [] : [error]);
  const what = result?.unsaved;
  return why.map((text) => {
    const detail = cleanText(text, 300);
    if (what !== undefined) return turnText("notSaved", language, { what: cleanText(what, 120), why: detail });
    return turnText("notTried", language, { detail });
  });
}
