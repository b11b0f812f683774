import type { Outcome } from "../../home/index.ts";
import type { Language } from "../../language/index.ts";
import type { MovedPlan, PlanRef } from "../plan-changes.ts";
import { allSucceeded } from "../replies/outcomes.ts";
import { sentencesOf } from "../statements/sentences.ts";
import type { ToolContext, ToolRead, ToolResult } from "../tools/index.ts";
import { withMadePlans } from "../wishes/mentions.ts";
import type { AnsweredCall } from "./calls.ts";
import { ConsentCollector } from "./consent-collector.ts";
import type { LoopEnd, LoopRequest, LoopResult } from "./loop-contract.ts";
import { OpenMisses } from "./open-misses.ts";
import { cleanReply } from "./text/text-stream.ts";

/**
 * What follows the calls of one answer. ask: the person is asked for a yes · continue: the model goes on · say: everything is done,
 * with the texts for the person that the calls gave.
 */
type NextStep = { readonly kind: "ask" | "continue" } | { readonly kind: "say"; readonly says: readonly string[] };

/** Collects over all answers of a model in a turn what its tool calls came to, and adds it to the evidence. */
export class TurnResults {
  readonly #request: Pick<LoopRequest, "judge" | "request" | "evidence">;
  readonly #outcomes: Outcome[] = [];
  #sentences: readonly string[] = [];
  readonly #misses: OpenMisses;
  readonly #caveats: string[] = [];
  #plans: readonly PlanRef[] = [];
  readonly #moved: MovedPlan[] = [];
  #wrote = false;
  readonly #reads: ToolRead[] = [];
  readonly #waiting = new ConsentCollector();
  /** Reads since the first call that waits. */
  #readsWhileWaiting: ToolRead[] = [];
  /** The turn continued once although something waits, for the rest of the request. */
  #wentOn = false;
  /** The model still has a rest of the request to do. */
  #restWanted = false;

  constructor({ home, judge, request, evidence }: LoopRequest, language: Language) {
    this.#request = { judge, request, evidence };
    this.#misses = new OpenMisses(home, language);
  }

  /** Whether a part of a write failed without a later successful retry. */
  get isMissing(): boolean {
    return this.#misses.list.length > 0;
  }

  /** Whether a write ran, whatever its outcome. */
  get wrote(): boolean {
    return this.#wrote;
  }

  /** Whether no call has read anything or did something that its own sentence tells. */
  get showsNothing(): boolean {
    return this.#reads.length === 0 && this.#sentences.length === 0;
  }

  /** The context for the next calls: what waits, and the plans that were made in this turn, count as named. */
  contextFor({ named }: LoopRequest["context"]): Partial<ToolContext> {
    return { ...(named && { named: withMadePlans(named, this.#plans) }), ...this.#waiting.context };
  }

  get collected(): Omit<LoopResult, "end" | "calls" | "exchange" | "usage"> {
    return {
      outcomes: this.#outcomes,
      failures: this.#misses.list,
      sentences: this.#sentences,
      caveats: this.#caveats,
      reads: this.#reads,
      confirmations: this.#waiting.asking?.confirmations ?? [],
      plans: this.#plans,
      moved: this.#moved,
      wrote: this.#wrote,
    };
  }

  /** The end of the loop. With something waiting the person is asked, and hears of other reads and of why the rest failed. */
  endOf(ended: LoopEnd | "asking"): LoopEnd {
    const { asking } = this.#waiting;
    if (ended === "asking" || (asking && ended.kind !== "cancelled")) {
      if (!asking) throw new Error("nothing waits");
      const isBroken =
        ended !== "asking" && (ended.kind === "failed" || ended.kind === "spent" || ended.kind === "late");
      // An empty answer means that the model has finished.
      const silent = isBroken && ended.kind === "failed" && ended.failure.kind === "empty";
      const broken = isBroken && this.#restWanted && !silent ? ended : null;
      return { ...asking, reads: this.#readsWhileWaiting, broken };
    }
    return ended;
  }

  /**
   * Adds the answered calls of one answer of the model.
   * @param text the text that the model wrote with its calls
   */
  async add(answered: readonly AnsweredCall[], text: string): Promise<NextStep> {
    const { evidence } = this.#request;
    const writes = answered.filter(({ checked }) => checked.tool?.kind === "write");
    this.#outcomes.push(...answered.flatMap(({ result }) => result?.outcomes ?? []));
    for (const { result, checked } of answered) {
      // What a stranger says is no evidence about the home.
      if (result && checked.tool?.outside === undefined) this.#learn(result, checked.tool?.kind === "write");
    }
    this.#sentences = [...this.#sentences, ...answered.flatMap(({ result }) => result?.sentence ?? [])];
    const misses = this.#misses.add(writes);
    if (writes.length > 0) {
      evidence.addDevices(misses.flatMap(({ device }) => device ?? []));
      this.#wrote ||= writes.some(({ result }) => result !== null && result.failures.length === 0);
    }
    evidence.failed = this.isMissing || answered.some(({ result }) => result === null);
    this.#keepCaveats(text, writes);
    await this.#addWaiting(answered);
    const more = writes.some(({ checked }) => "prepared" in checked && checked.prepared.more);
    if (this.#waiting.asking) {
      const reads = answered.flatMap(({ result }) => result?.read ?? []);
      this.#readsWhileWaiting = [...this.#readsWhileWaiting, ...reads];
      this.#restWanted = more || misses.length > 0;
      // Continue once: the model may correct a failure or use a read. Each answer costs the person time.
      const goesOn = !this.#wentOn && (misses.length > 0 || answered.length > writes.length);
      if (!more && !goesOn) return { kind: "ask" };
      this.#wentOn ||= !more;
      return { kind: "continue" };
    }
    // The model has to read what an outside server answers.
    const own = writes.filter(({ checked }) => checked.tool?.outside === undefined);
    const nothingLeft = own.length === answered.length && misses.length === 0 && allSucceeded(this.#outcomes);
    const says = writes.flatMap((call) => (call.result?.sentence === undefined ? sayOf(call) : []));
    if (more || !nothingLeft || (says.length === 0 && !writes.some(({ result }) => result?.sentence)))
      return { kind: "continue" };
    return { kind: "say", says };
  }

  /** Adds what waits for a yes, and drops sentences and plans of calls that were cancelled for it. */
  async #addWaiting(answered: readonly AnsweredCall[]): Promise<void> {
    const cancelled = await this.#waiting.add(answered);
    const untrue = new Set(cancelled.map(({ sentence }) => sentence));
    this.#sentences = this.#sentences.filter((sentence) => !untrue.has(sentence));
    const gone = new Set(cancelled.flatMap(({ plans = [] }) => plans));
    const made = answered.flatMap(({ result }) => result?.plans ?? []);
    this.#plans = [...this.#plans, ...made].filter((plan) => !gone.has(plan));
    this.#moved.push(...answered.flatMap(({ result }) => result?.moved ?? []));
  }

  /** Keeps sentences with the calls about what the model could not do or does not know; the outcomes tell the rest. */
  #keepCaveats(text: string, writes: readonly AnsweredCall[]): void {
    if (writes.length === 0) return;
    const { judge, request, evidence } = this.#request;
    const said = [
      text,
      ...writes.flatMap((call) => (call.result?.sentence === undefined && !call.result?.approval ? [] : sayOf(call))),
    ];
    for (const sentence of said.flatMap((each) => sentencesOf(cleanReply(each)))) {
      const caveat = sentence.trim();
      if (judge.isCaveat(caveat, request, evidence) && !this.#caveats.includes(caveat)) this.#caveats.push(caveat);
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
