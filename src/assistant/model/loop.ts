import type { JiaError } from "../../home/index.ts";
import { type Language, packOf } from "../../language/index.ts";
import type { ToolCall } from "../contract.ts";
import { promptText } from "../prompts.ts";
import { withoutMarkdown } from "../replies/markdown.ts";
import { untriedPart } from "../replies/untried-parts.ts";
import { unsaidAddress } from "../statements/addresses.ts";
import { sentencesOf } from "../statements/sentences.ts";
import { isOutsideTool, type Tool } from "../tools/index.ts";
import { type CallContext, checkCalls, runCalls } from "./calls.ts";
import type { LoopEnd, LoopRequest, LoopResult } from "./loop-contract.ts";
import type { AssistantMessage, Completion, ModelMessage, WireTool } from "./messages.ts";
import { ModelFailure } from "./server/failure.ts";
import { requestCompletion } from "./server/request-completion.ts";
import { StuckDetector } from "./stuck-detector.ts";
import { parseTextCalls } from "./text/calls-in-text.ts";
import { leaksToolCall, unknownToolIn } from "./text/leaked-calls.ts";
import { holdsAddress, isData, withDeviceNames, withoutTemplateMarks } from "./text/plain-words.ts";
import { StreamedSentences } from "./text/streamed-sentences.ts";
import { cleanReply } from "./text/text-stream.ts";
import { withoutThinking } from "./text/thinking.ts";
import { TurnBudget } from "./turn-budget.ts";
import { TurnResults } from "./turn-results.ts";

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
  readonly #budget: TurnBudget;
  readonly #calls: ToolCall[] = [];
  readonly #timeLimit: AbortSignal;
  readonly #signal: AbortSignal;
  readonly #results: TurnResults;
  readonly #stuck = new StuckDetector();
  readonly #once = new Set<string>();
  #corrected = false;
  /** A request to the model is running. */
  #asking = false;
  /** The model has read text of an outside server, now or earlier in the conversation. */
  #outside: boolean;

  constructor(request: LoopRequest) {
    this.#request = request;
    this.#language = request.context.language;
    this.#results = new TurnResults(request, this.#language);
    this.#wireTools = request.tools.map((tool) => wireTool(tool, this.#language));
    this.#messages = [...request.messages];
    this.#outside = request.outside === true || request.messages.some(callsOutside);
    this.#budget = new TurnBudget(request.limits, request.client.model);
    this.#timeLimit = AbortSignal.timeout(request.limits.seconds * 1000);
    this.#signal = AbortSignal.any([request.signal, this.#timeLimit]);
  }

  async run(): Promise<LoopResult> {
    const ended = await this.#untilEnd();
    return {
      end: this.#results.endOf(ended),
      ...this.#results.collected,
      calls: this.#calls,
      exchange: this.#exchange,
      usage: this.#budget.usage(),
    };
  }

  async #untilEnd(): Promise<LoopEnd | "asking"> {
    try {
      for (;;) {
        if (this.#signal.aborted) return this.#stopped();
        if (this.#budget.exhausted) return { kind: "spent" };
        if (this.#stuck.astray) return { kind: "failed", failure: new ModelFailure("astray") };
        const last = this.#budget.lastRound || this.#stuck.turning;
        this.#asking = true;
        const completion = await this.#ask(last);
        this.#asking = false;
        this.#budget.add(completion);
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
    const shown = new StreamedSentences({
      client,
      text: listener.text,
      holdsBack: () => this.#doubtful,
      read: (sentence) => (this.#mayTell(sentence) ? this.#named(withoutMarkdown(sentence)) : null),
    });
    shown.restart();
    return await requestCompletion(
      client,
      {
        messages: this.#messages,
        tools: this.#wireTools,
        toolChoice: last ? "none" : "auto",
        session,
        language: this.#language,
      },
      {
        text: (piece) => shown.add(piece),
        restart: () => shown.restart(),
        notice: (notice) => listener.notice(notice),
      },
      patience,
      this.#signal,
    );
  }

  /** Whether the text is shown whole or not at all, because it is about the home. */
  get #doubtful(): boolean {
    const { request, evidence } = this.#request;
    return request.kind === "home" || this.#results.wrote || this.#results.isMissing || evidence.isOfDevices;
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
    const explains = this.#results.isMissing && judge.deniedIn(text, evidence).any;
    const idle = evidence.outcomes.length === 0 && this.#results.showsNothing && !this.#outside;
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
      this.#budget,
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
    this.#budget.refuse(checked.filter((call) => !("prepared" in call)).length);
    if (checked.some(({ tool }) => tool?.outside !== undefined)) this.#request.evidence.outside = true;
    // An outside server knows nothing of the home.
    if (checked.some(({ tool }) => tool?.outside === undefined)) this.#request.evidence.called = true;
    if (checked.some(({ tool }) => tool?.name === "explain")) this.#request.evidence.causes = true;
    const tell = (error: JiaError) => untriedPart(home, error, this.#language);
    const own = { ...context, ...this.#results.contextFor(context), tell, signal: this.#signal, once: this.#once };
    const given = this.#outside ? influenced(own) : own;
    const answered = await runCalls(checked, given, ({ result }) => {
      for (const outcome of result?.outcomes ?? []) listener.outcome(outcome);
    });
    this.#outside ||= checked.some(({ tool }) => tool?.outside !== undefined);
    const results = answered.map(({ checked: { wire }, content }): ModelMessage => {
      return { role: "tool", tool_call_id: wire.id, content };
    });
    this.#messages.push(message, ...results);
    this.#exchange.push(message, ...results);
    const once = answered.filter(({ repeated }) => repeated !== true);
    this.#stuck.add(once);
    const next = await this.#results.add(once, withoutThinking(completion.content));
    if (next.kind !== "say") return next.kind === "ask" ? "asking" : null;
    // Without a text for a person the outcomes are told.
    const says = next.says.map(withoutTemplateMarks).filter((each) => !isData(each));
    const text = this.#spoken(packOf(this.#language).grammar.sentences([...new Set(says)]));
    const { judge, evidence } = this.#request;
    return { kind: "said", text, ...this.#withoutAddresses(judge.judge(text, request, evidence)) };
  }
}

function wireTool(tool: Tool, language: Language): WireTool {
  return { type: "function", function: { name: tool.name, ...tool.described(language) } };
}

/** Whether a message calls a tool of an outside server; only their names hold this mark. */
function callsOutside(message: ModelMessage): boolean {
  return message.role === "assistant" && (message.tool_calls ?? []).some((call) => isOutsideTool(call.function.name));
}

/**
 * The context of calls after the model has read a stranger's text: commands need a yes, and nothing counts as named by
 * the person, so that plans, memories and modes need one as well.
 */
function influenced({ named: _, ...context }: CallContext): CallContext {
  return { ...context, origin: { ...context.origin, outside: true } };
}
