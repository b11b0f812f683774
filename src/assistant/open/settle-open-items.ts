import {
  type Clock,
  CONFIRMATION_MS,
  type Home,
  isMainService,
  isPower,
  JiaError,
  type Outcome,
  succeeded,
} from "../../home/index.ts";
import {
  type Language,
  languageOf,
  messages,
  packOf,
  shortName,
  temperatureUnitOf,
  turnText,
  withTemperatures,
} from "../../language/index.ts";
import type { Conversation, LocalAnswers, LocalReply, LocalRequest } from "../contract.ts";
import { updateFocus, updateFocusPlans } from "../conversation-focus.ts";
import type { MovedPlan, PlanRef } from "../plan-changes.ts";
import { failureReason } from "../replies/failure-reason.ts";
import { commandPhrases, outcomeSentences } from "../replies/outcomes.ts";
import type { Tool } from "../tools/index.ts";
import { type Mentions, mentionsOfScene } from "../wishes/mentions.ts";
import {
  CHOICE_MS,
  type ConfirmationItem,
  type DependentItem,
  type HeldCall,
  hold,
  isChoiceItem,
  type OpenItem,
  take,
} from "./items.ts";
import { requiresPin } from "./pin/requires-pin.ts";
import { isQuestionForm, yesOrNo } from "./yes-or-no.ts";

/** What answers to open items are settled with. */
export interface SettleContext {
  readonly home: Home;
  readonly clock: Clock;
  readonly local: LocalAnswers;
  /** The tools of the model, which run held calls. */
  readonly tools: readonly Tool[];
  /** Called with unexpected errors, for the log. */
  readonly onError?: (error: unknown) => void;
}

/**
 * Settles the open items of a conversation by an answer. A yes runs exactly what was asked, with its dependent items; a no drops
 * it; a pick settles a choice. Items that the answer leaves are asked again. Any other text closes all items, so that a later yes
 * cannot be taken for an old question.
 * @returns null where nothing was open, or the text is no answer: then it is handled as a new sentence
 */
export async function settleOpenItems(request: LocalRequest, parts: SettleContext): Promise<LocalReply | null> {
  // Taken before any await, so that another turn finds nothing to say yes to.
  const items = take(request.conversation);
  const [first] = items;
  if (!first) return null;
  const language = withTemperatures(replyLanguage(request.text, first.language), temperatureUnitOf(request.language));
  const left = partialYesTo(items, request, parts);
  const answers = left ? [left.item] : answeredItems(items, request, parts);
  const without = left?.without ?? [];
  delete request.conversation.aside;
  delete request.conversation.lapsed;
  if (answers.length === 0) {
    if (yesOrNo(request.text) === true && items.every((item) => isUnansweredChoice(item, parts.clock.now()))) {
      const asking = new OpenItemSettler({ ...request, language }, parts);
      asking.askAgain(items);
      return asking.reply();
    }
    setAside(items, request);
    // Withdrawn, so that they cannot be confirmed by the API either.
    for (const item of items) if (item.kind === "commands") parts.home.withdraw(item.confirmation);
    if (yesOrNo(request.text) !== false) {
      markLapsed(items, request);
      return null;
    }
    return openReply(messages(language).turn.dropped, request.conversation);
  }
  const settling = new OpenItemSettler({ ...request, language }, parts);
  // A yes alone is not enough for items that require a PIN.
  const wanting = answers.filter((item) => requiresPin(item, parts.home, request.origin, without));
  for (const item of answers) if (!wanting.includes(item)) await settling.settle(item, without);
  if (left) settling.leave(without);
  settling.askAgain(items.filter((item) => !answers.includes(item)));
  settling.askPin(wanting);
  return settling.reply();
}

/** Runs all confirmation items after a correct PIN, which `request.origin` carries. Choices are asked again. */
export async function settleWithPin(request: LocalRequest, parts: SettleContext): Promise<LocalReply> {
  const items = take(request.conversation);
  delete request.conversation.aside;
  delete request.conversation.lapsed;
  const language = withTemperatures(items[0]?.language ?? request.language, temperatureUnitOf(request.language));
  const settling = new OpenItemSettler({ ...request, language }, parts);
  for (const item of items) if (!isChoiceItem(item)) await settling.settle(item);
  settling.askAgain(items.filter(isChoiceItem));
  return settling.reply();
}

/** The item that a text says yes to in part, and the devices that the yes leaves out; null where there is none. */
function partialYesTo(
  items: readonly OpenItem[],
  request: LocalRequest,
  { local }: SettleContext,
): { readonly item: ConfirmationItem; readonly without: readonly string[] } | null {
  for (const item of items) {
    const without = isChoiceItem(item) ? null : local.leftOut(item, request);
    if (!isChoiceItem(item) && without !== null) return { item, without };
  }
  return null;
}

/** Whether an item is a choice between several that a mere "yes" does not settle. */
function isUnansweredChoice(item: OpenItem, now: number): boolean {
  return isChoiceItem(item) && item.kind !== "whom" && item.options.length > 1 && item.expiresAt > now;
}

/** Keeps choices aside, because they may be answered after another question; a yes may not. */
function setAside(items: readonly OpenItem[], { text, conversation }: LocalRequest): void {
  const choices = items.filter(isChoiceItem).filter((item) => item.kind !== "whom" && item.options.length > 1);
  if (choices.length === 0 || yesOrNo(text) === false) return;
  conversation.aside = { items: choices, after: conversation.exchanges.at(-1) ?? null };
}

/** Notes that questions for a yes lapsed, so that a later yes can be told so. */
function markLapsed(items: readonly OpenItem[], { conversation }: LocalRequest): void {
  if (items.every(isChoiceItem)) return;
  const names = items.flatMap((item) => (item.kind === "call" ? [item.call.subject] : []));
  conversation.lapsed = { after: conversation.exchanges.at(-1) ?? null, names };
}

/** The language of the reply. An answer without a script of its own ("ok", "2") gets the language of the question. */
function replyLanguage(text: string, asked: Language): Language {
  const written = languageOf(text);
  return packOf(written).ownScript ? written : asked;
}

/** The items that a text answers: the first choice that it picks from, else all that wait for a yes. */
function answeredItems(
  items: readonly OpenItem[],
  request: LocalRequest,
  { local }: SettleContext,
): readonly OpenItem[] {
  const said =
    yesOrNo(request.text) ??
    (repeatsCommands(items, request, local) || givesValue(items, request, local) ? true : null);
  // "Cancel both" picks, and "cancel" does not.
  const picked = items.find(
    (item) => isChoiceItem(item) && (said !== false || item.kind === "plans") && local.reads(item, request),
  );
  const single = picked?.kind === "devices" && picked.options.length === 1;
  if (picked && !single) return [picked];
  if (said !== true) return picked ? [picked] : [];
  return items.filter((item) => item === picked || !isChoiceItem(item));
}

/** Whether a text repeats exactly the commands that wait for a yes: "open it", 打开吧, "yes, open it". */
function repeatsCommands(items: readonly OpenItem[], request: LocalRequest, local: LocalAnswers): boolean {
  const [only, ...others] = items;
  if (only?.kind !== "commands" || others.length > 0 || only.behind.length > 0 || isQuestionForm(request.text))
    return false;
  const commands = local.impliedIn({ ...request, text: textAfterYes(request.text) });
  return commands.length > 0 && JSON.stringify(commands) === JSON.stringify(only.commands);
}

/** The text after a yes: 打开 of 对，打开. The whole text where it begins with none. */
function textAfterYes(text: string): string {
  const [, before = "", rest = ""] = /^([^,，。.!！;；]+)[,，。.!！;；]\s*(.+)$/su.exec(text.trim()) ?? [];
  return rest !== "" && yesOrNo(before) === true ? rest : text;
}

/** Whether a text gives a value for the only item that waits for a yes, and so confirms it. */
function givesValue(items: readonly OpenItem[], request: LocalRequest, local: LocalAnswers): boolean {
  const [only, ...others] = items;
  return only !== undefined && others.length === 0 && !isChoiceItem(only) && local.givesValue(only, request);
}

/** At most so many devices are told to be left alone. */
const MOST_LEFT = 3;

/** Settles items by one answer, and collects the reply. */
class OpenItemSettler {
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
    const { home } = this.#parts;
    const { language } = this.#request;
    const on = without
      .flatMap((id) => home.device(id) ?? [])
      .filter(({ spec, state }) =>
        spec.services.some(
          ({ type, properties }) =>
            isMainService(type, spec.kind) &&
            properties.some((each) => isPower(each) && state.get(each.address)?.value === true),
        ),
      );
    if (on.length === 0 || on.length > MOST_LEFT) return;
    const { replies } = messages(language);
    this.#left.push(replies.leftOn(on.map((device) => shortName(device, language, true))));
  }

  async #confirm(item: ConfirmationItem, without: readonly string[]): Promise<void> {
    const { local, home } = this.#parts;
    switch (item.kind) {
      case "commands": {
        const { language } = this.#request;
        const what = packOf(language).grammar.list(commandPhrases(home, item.commands, language), "and");
        await this.#attempt(what, async () => this.#took(await this.#run(item, without)));
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

  /** Runs exactly the commands that were asked about. After a restart the home does not hold them any more. */
  async #run(
    { confirmation, commands: asked }: Extract<ConfirmationItem, { kind: "commands" }>,
    without: readonly string[],
  ): Promise<readonly Outcome[]> {
    const { home } = this.#parts;
    const { origin, signal } = this.#request;
    const commands = asked.filter(({ device }) => !without.includes(device));
    try {
      if (commands.length === asked.length) return (await home.confirm(confirmation, origin, { signal })).outcomes;
    } catch (error) {
      if (!(error instanceof JiaError) || error.code !== "unknown-confirmation") throw error;
    }
    // Withdrawn, so that nobody who has its id can run the left-out commands.
    home.withdraw(confirmation);
    const { outcomes, confirmation: anew } = await home.execute(commands, origin, { signal });
    if (!anew) return outcomes;
    const others = outcomes.filter(({ status }) => status !== "needs-confirmation");
    return [...others, ...(await home.confirm(anew.id, origin, { signal })).outcomes];
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
    const { tools, clock } = this.#parts;
    const { origin, signal, room } = this.#request;
    const tool = tools.find(({ name }) => name === call.tool);
    if (!tool) {
      this.#expired = true;
      return;
    }
    const { language } = this.#request;
    const context = {
      origin,
      language,
      room,
      now: clock.now(),
      signal,
      ...(named && { named }),
      ...approvalOf(call, asked),
    };
    const result = await tool.prepare(call.arguments).run(context);
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
    hold(this.#request.conversation, {
      kind: "call",
      call: { ...call, arguments: given, approves: commands, consent },
      question,
      language,
      expiresAt: clock.now() + CONFIRMATION_MS,
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

/** The approval of a call: its own, or that of the item that it depended on. */
function approvalOf(
  call: HeldCall,
  asked: ConfirmationItem | null,
): { approved?: HeldCall["approves"]; consent?: string } {
  if (call.consent !== undefined) return { approved: call.approves, consent: call.consent };
  return asked ? { approved: call.approves } : {};
}

/** A reply that expects an answer where items are open. */
function openReply(reply: string, { open }: Conversation): LocalReply {
  return { handled: true, reply, expectsReply: open.items.length > 0, outcomes: [], calls: [], refused: 0 };
}
