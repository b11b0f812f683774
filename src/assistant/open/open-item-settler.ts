import { CONFIRMATION_MS, type Outcome, succeeded } from "../../home/index.ts";
import { messages, packOf, turnText } from "../../language/index.ts";
import type { Conversation, LocalReply, LocalRequest } from "../contract.ts";
import { updateFocus, updateFocusPlans } from "../conversation-focus.ts";
import type { MovedPlan, PlanRef } from "../plan-changes.ts";
import { failureReason } from "../replies/failure-reason.ts";
import { commandPhrases, outcomeSentences } from "../replies/outcomes.ts";
import { type Mentions, mentionsOfScene } from "../wishes/mentions.ts";
import {
  CHOICE_MS,
  type ConfirmationItem,
  type DependentItem,
  type HeldCall,
  hold,
  isChoiceItem,
  type OpenItem,
} from "./items.ts";
import { stillOnText } from "./partial-yes.ts";
import { runHeldCall, runHeldCommands, type SettleContext } from "./run-held.ts";

/** Settles items by one answer, and collects the reply. */
export class OpenItemSettler {
  readonly #request: LocalRequest;
  readonly #parts: SettleContext;
  /** Sentences and outcomes of tools, in order. */
  readonly #done: (string | Outcome)[] = [];
  /** Whether an approved call succeeded. */
  #called = false;
  readonly #locally: LocalReply[] = [];
  readonly #failures: string[] = [];
  readonly #left: string[] = [];
  readonly #questions: string[] = [];
  #expired = false;
  readonly #plans: PlanRef[] = [];
  readonly #moved: MovedPlan[] = [];

  /** @param request with the language of the reply */
  constructor(request: LocalRequest, parts: SettleContext) {
    this.#request = request;
    this.#parts = parts;
  }

  /** Settles one item. @param without devices that the yes leaves out */
  async settle(item: OpenItem, without: readonly string[] = []): Promise<void> {
    const { clock, local } = this.#parts;
    if (item.expiresAt < clock.now()) {
      this.#expired = true;
      return;
    }
    if (!isChoiceItem(item)) {
      await this.#confirm(item, without);
      return;
    }
    const what = item.kind === "plans" ? item.question : item.said.text;
    await this.#attempt(what, async () => this.#tookLocally(await local.choose(item, this.#request)));
  }

  /** Tells which of the left-out devices are on, so that the exception is seen to be heard. */
  leave(without: readonly string[]): void {
    const text = stillOnText(without, this.#parts.home, this.#request.language);
    if (text !== null) this.#left.push(text);
  }

  async #confirm(item: ConfirmationItem, without: readonly string[]): Promise<void> {
    const { local, home } = this.#parts;
    switch (item.kind) {
      case "commands": {
        const { language } = this.#request;
        const what = packOf(language).grammar.list(commandPhrases(home, item.commands, language), "and");
        await this.#attempt(what, async () => this.#took(await runHeldCommands(item, without, this.#request, home)));
        await this.#behind(item.behind);
        return;
      }
      case "call":
        await this.#attempt(item.call.subject, () => this.#call(item.call, item));
        await this.#behind(item.behind);
        return;
      case "sentence":
        await this.#attempt(item.said.text, async () =>
          this.#tookLocally(await local.carryOn(item, this.#outcomes(), this.#request, without)),
        );
        return;
      case "gone":
        this.#expired = true;
        return;
      default:
        item satisfies never;
    }
  }

  /** The outcomes of commands and tools. Those of the local engine are worded in its own replies. */
  #outcomes(): Outcome[] {
    return this.#done.filter((each) => typeof each !== "string");
  }

  /** Runs a held call. @param asked the approved item; null for a dependent call */
  async #call(
    call: HeldCall,
    asked: Extract<ConfirmationItem, { kind: "call" }> | null,
    named?: Mentions,
  ): Promise<void> {
    const result = await runHeldCall(call, asked, this.#request, this.#parts, named);
    if (result === null) {
      this.#expired = true;
      return;
    }
    this.#took(result.outcomes);
    this.#plans.push(...(result.plans ?? []));
    this.#moved.push(...(result.moved ?? []));
    updateFocusPlans(this.#request.conversation, this.#plans, this.#moved);
    if (result.sentence !== undefined) this.#done.push(result.sentence);
    if (asked && !result.approval && result.failures.length === 0) this.#called = true;
    for (const why of result.failures) this.#failures.push(this.#notDone(call.subject, why));
    if (!result.approval) return;
    // The call would do something else by now: that needs a yes of its own.
    const { question, commands, consent, arguments: given = call.arguments } = result.approval;
    const { language } = this.#request;
    hold(this.#request.conversation, {
      kind: "call",
      call: { ...call, arguments: given, approves: commands, consent },
      question,
      language,
      expiresAt: this.#parts.clock.now() + CONFIRMATION_MS,
      behind: [],
    });
    this.#questions.push(question);
  }

  /** Runs dependent items, unless the item before them came to nothing. */
  async #behind(behind: readonly DependentItem[]): Promise<void> {
    for (const each of behind) {
      if (each.kind === "call") {
        const { call, devices } = each;
        if (!this.#cameToSomething(devices)) continue;
        // The answer approved the scene, or the person had named it before.
        const scene = devices.length === 0 || call.tool === "activate_scene" ? call.arguments["scene"] : undefined;
        const named = typeof scene === "string" ? mentionsOfScene(scene) : undefined;
        await this.#attempt(call.subject, () => this.#call(call, null, named));
      } else {
        const { local } = this.#parts;
        await this.#attempt(each.said.text, async () =>
          this.#tookLocally(await local.carryOn(each, this.#outcomes(), this.#request)),
        );
      }
    }
  }

  /** Whether the item before a dependent call did something. @param devices empty: it follows an approved call */
  #cameToSomething(devices: readonly string[]): boolean {
    return (
      this.#called ||
      this.#outcomes().some(
        (outcome) => devices.includes(outcome.device) && (succeeded(outcome) || outcome.status === "timeout"),
      )
    );
  }

  #took(outcomes: readonly Outcome[]): void {
    this.#done.push(...outcomes);
    updateFocus(this.#request.conversation, this.#parts.home, outcomes, []);
  }

  #tookLocally(reply: LocalReply | null): void {
    if (reply) this.#locally.push(reply);
    else this.#expired = true;
  }

  /** Runs one part; a failure is worded, and the other parts go on. */
  async #attempt(what: string, act: () => Promise<void>): Promise<void> {
    const { language, signal } = this.#request;
    try {
      signal.throwIfAborted();
      await act();
    } catch (error) {
      this.#failures.push(this.#notDone(what, failureReason(error, language, signal, this.#parts.onError)));
    }
  }

  #notDone(what: string, why: string): string {
    return turnText("notDone", this.#request.language, { what, why: why.replace(/[.。]+$/u, "") });
  }

  /** Holds and asks items again that the answer did not settle, unless they have expired. */
  askAgain(items: readonly OpenItem[]): void {
    const now = this.#parts.clock.now();
    for (const item of items) {
      if (item.expiresAt < now) continue;
      const expiresAt = now + (isChoiceItem(item) ? CHOICE_MS : CONFIRMATION_MS);
      hold(this.#request.conversation, { ...item, expiresAt });
      this.#questions.push(item.question);
    }
  }

  /** Holds items that got a yes and still require a PIN. */
  askPin(items: readonly OpenItem[]): void {
    const now = this.#parts.clock.now();
    const open = items.filter(({ expiresAt }) => expiresAt >= now);
    if (open.length < items.length) this.#expired = true;
    for (const item of open) hold(this.#request.conversation, { ...item, expiresAt: now + CONFIRMATION_MS });
    if (open.length > 0) this.#questions.push(messages(this.#request.language).replies.pinAlone);
  }

  reply(): LocalReply {
    const { language, conversation } = this.#request;
    const outcomes = [...this.#outcomes(), ...this.#locally.flatMap((each) => each.outcomes)];
    const told = [
      ...inOrder(this.#done, (some) => outcomeSentences(this.#parts.home, some, language)),
      ...this.#locally.map(({ reply }) => reply),
      ...(this.#expired ? [] : this.#left),
      ...this.#failures,
      ...(this.#expired ? [messages(language).turn.expired] : []),
      ...this.#questions,
    ];
    const nothing = this.#done.length + outcomes.length + this.#locally.length === 0;
    const refused = this.#locally.reduce((sum, each) => sum + (each.refused ?? 0), 0);
    return {
      ...openReply(packOf(language).grammar.sentences(told), conversation),
      outcomes,
      calls: this.#locally.flatMap(({ calls }) => calls),
      refused,
      ...((nothing || this.#locally.some(({ failed }) => failed)) && { failed: true as const }),
    };
  }
}

/** Words outcomes together between sentences, in order. */
function inOrder(done: readonly (string | Outcome)[], tell: (outcomes: readonly Outcome[]) => string): string[] {
  const told: string[] = [];
  let open: Outcome[] = [];
  for (const each of done) {
    if (typeof each !== "string") {
      open.push(each);
      continue;
    }
    told.push(tell(open), each);
    open = [];
  }
  return [...told, tell(open)];
}

/** A reply that expects an answer where items are open. */
export function openReply(reply: string, { open }: Conversation): LocalReply {
  return { handled: true, reply, expectsReply: open.items.length > 0, outcomes: [], calls: [], refused: 0 };
}
