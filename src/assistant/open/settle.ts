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
import { type Named, namingScene } from "../named.ts";
import type { MovedPlan, PlanRef } from "../plan-changes.ts";
import { remember, rememberMade } from "../remember.ts";
import { commandPhrases, outcomeSentences } from "../replies/outcomes.ts";
import { whyNot } from "../replies/why-not.ts";
import type { Tool } from "../tools/index.ts";
import { asks, yesOrNo } from "./answer.ts";
import { wantsPin } from "./asks-pin.ts";
import { type Behind, CHOICE_MS, type HeldCall, hold, isChoice, type OpenItem, take, type YesItem } from "./items.ts";

/** What an answer is carried out with. */
export interface Parts {
  readonly home: Home;
  readonly clock: Clock;
  readonly local: LocalAnswers;
  /** Those of the model, by which held calls are made. */
  readonly tools: readonly Tool[];
  /** Told of mistakes of our own, for the log. */
  readonly onError?: (error: unknown) => void;
}

/**
 * Settles what is open in the conversation, if the text is an answer to it: a yes does exactly what was asked with all that
 * waits behind it, a no drops it, a word that picks settles the question which one. What the answer leaves is asked again.
 * Anything else closes all that is open: a later yes must not be taken for an old question.
 * @returns null when nothing was open, or the text is no answer: then it is to be handled as itself
 */
export async function settle(request: LocalRequest, parts: Parts): Promise<LocalReply | null> {
  // Taken before anything is waited for: another turn finds nothing to say yes to.
  const items = take(request.conversation);
  const [first] = items;
  if (!first) return null;
  const language = withTemperatures(replyLanguage(request.text, first.language), temperatureUnitOf(request.language));
  const left = partlyIn(items, request, parts);
  const answers = left ? [left.item] : answersIn(items, request, parts);
  const without = left?.without ?? [];
  delete request.conversation.aside;
  delete request.conversation.lapsed;
  if (answers.length === 0) {
    if (yesOrNo(request.text) === true && items.every((item) => isOpenChoice(item, parts.clock.now()))) {
      const asking = new Settling({ ...request, language }, parts);
      asking.askAgain(items);
      return asking.reply();
    }
    setAside(items, request);
    // Nobody can say yes to them any more, by whatever way.
    for (const item of items) if (item.kind === "commands") parts.home.withdraw(item.confirmation);
    if (yesOrNo(request.text) !== false) {
      letGo(items, request);
      return null;
    }
    return replied(messages(language).turn.dropped, request.conversation);
  }
  const settling = new Settling({ ...request, language }, parts);
  // A yes alone is not enough for what wants a PIN.
  const wanting = answers.filter((item) => wantsPin(item, parts.home, request.origin, without));
  for (const item of answers) if (!wanting.includes(item)) await settling.settle(item, without);
  if (left) settling.leave(without);
  settling.askAgain(items.filter((item) => !answers.includes(item)));
  settling.askPin(wanting);
  return settling.reply();
}

/** Does what waited for a PIN, which came and was right: `request.origin` carries it. What waited for a yes is done with it. */
export async function settleWithPin(request: LocalRequest, parts: Parts): Promise<LocalReply> {
  const items = take(request.conversation);
  delete request.conversation.aside;
  delete request.conversation.lapsed;
  const language = withTemperatures(items[0]?.language ?? request.language, temperatureUnitOf(request.language));
  const settling = new Settling({ ...request, language }, parts);
  for (const item of items) if (!isChoice(item)) await settling.settle(item);
  settling.askAgain(items.filter(isChoice));
  return settling.reply();
}

/** What a text says yes to a part of, and the devices that the yes is not for. */
function partlyIn(
  items: readonly OpenItem[],
  request: LocalRequest,
  { local }: Parts,
): { readonly item: YesItem; readonly without: readonly string[] } | null {
  for (const item of items) {
    const without = isChoice(item) ? null : local.leftOut(item, request);
    if (!isChoice(item) && without !== null) return { item, without };
  }
  return null;
}

/** "Yes" to one or the other says nothing of which: that is asked once more. */
function isOpenChoice(item: OpenItem, now: number): boolean {
  return isChoice(item) && item.kind !== "whom" && item.options.length > 1 && item.expiresAt > now;
}

/** A question which one is meant may be answered after another question; a yes may not. */
function setAside(items: readonly OpenItem[], { text, conversation }: LocalRequest): void {
  const choices = items.filter(isChoice).filter((item) => item.kind !== "whom" && item.options.length > 1);
  if (choices.length === 0 || yesOrNo(text) === false) return;
  conversation.aside = { items: choices, after: conversation.exchanges.at(-1) ?? null };
}

/** A yes that comes after something else is for nothing: that is told then. */
function letGo(items: readonly OpenItem[], { conversation }: LocalRequest): void {
  if (items.every(isChoice)) return;
  const names = items.flatMap((item) => (item.kind === "call" ? [item.call.subject] : []));
  conversation.lapsed = { after: conversation.exchanges.at(-1) ?? null, names };
}

/** An answer without a script of its own ("ok", "2") is answered in the language of the question. */
function replyLanguage(text: string, asked: Language): Language {
  const written = languageOf(text);
  return packOf(written).ownScript ? written : asked;
}

/** The items that a text is an answer to: the first that it picks something for, else all that wait for a yes. */
function answersIn(items: readonly OpenItem[], request: LocalRequest, { local }: Parts): readonly OpenItem[] {
  const said =
    yesOrNo(request.text) ?? (asksAgain(items, request, local) || givesValue(items, request, local) ? true : null);
  // "Cancel both" picks, and "cancel" does not.
  const picked = items.find(
    (item) => isChoice(item) && (said !== false || item.kind === "plans") && local.reads(item, request),
  );
  const single = picked?.kind === "devices" && picked.options.length === 1;
  if (picked && !single) return [picked];
  if (said !== true) return picked ? [picked] : [];
  return items.filter((item) => item === picked || !isChoice(item));
}

/** Whether the text says exactly what waits for a yes, as an answer does: "open it", 打开吧, "yes, open it". */
function asksAgain(items: readonly OpenItem[], request: LocalRequest, local: LocalAnswers): boolean {
  const [only, ...others] = items;
  if (only?.kind !== "commands" || others.length > 0 || only.behind.length > 0 || asks(request.text)) return false;
  const commands = local.impliedIn({ ...request, text: behindYes(request.text) });
  return commands.length > 0 && JSON.stringify(commands) === JSON.stringify(only.commands);
}

/** What is said behind a yes, 打开 of 对，打开; the whole where there is none. */
function behindYes(text: string): string {
  const [, before = "", rest = ""] = /^([^,，。.!！;；]+)[,，。.!！;；]\s*(.+)$/su.exec(text.trim()) ?? [];
  return rest !== "" && yesOrNo(before) === true ? rest : text;
}

/** Whether the text says how much of what alone waits for a yes: it is wanted. */
function givesValue(items: readonly OpenItem[], request: LocalRequest, local: LocalAnswers): boolean {
  const [only, ...others] = items;
  return only !== undefined && others.length === 0 && !isChoice(only) && local.givesValue(only, request);
}

/** Of more devices it is not told that they were left alone. */
const MOST_LEFT = 3;

/** One answer being carried out. */
class Settling {
  readonly #request: LocalRequest;
  readonly #parts: Parts;
  /** What tools did, in the order in which it was done: their own sentences, and outcomes. */
  readonly #done: (string | Outcome)[] = [];
  /** A call that was said yes to did what was asked. */
  #called = false;
  readonly #locally: LocalReply[] = [];
  readonly #failures: string[] = [];
  readonly #left: string[] = [];
  readonly #questions: string[] = [];
  #expired = false;
  readonly #plans: PlanRef[] = [];
  readonly #moved: MovedPlan[] = [];

  /** `request.language` is that of the reply. */
  constructor(request: LocalRequest, parts: Parts) {
    this.#request = request;
    this.#parts = parts;
  }

  /** `without`: devices that the yes is not for. */
  async settle(item: OpenItem, without: readonly string[] = []): Promise<void> {
    const { clock, local } = this.#parts;
    if (item.expiresAt < clock.now()) {
      this.#expired = true;
      return;
    }
    if (!isChoice(item)) {
      await this.#confirm(item, without);
      return;
    }
    const what = item.kind === "plans" ? item.question : item.said.text;
    await this.#attempt(what, async () => this.#tookLocally(await local.choose(item, this.#request)));
  }

  /** Tells of what the yes was not for, where it is on: that it was heard. */
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

  async #confirm(item: YesItem, without: readonly string[]): Promise<void> {
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
    { confirmation, commands: asked }: Extract<YesItem, { kind: "commands" }>,
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
    // What the yes was not for must not be run by somebody who still has its id.
    home.withdraw(confirmation);
    const { outcomes, confirmation: anew } = await home.execute(commands, origin, { signal });
    if (!anew) return outcomes;
    const others = outcomes.filter(({ status }) => status !== "needs-confirmation");
    return [...others, ...(await home.confirm(anew.id, origin, { signal })).outcomes];
  }

  /** Of commands and tools: told by the outcomes. Those of the local engine are told by its own replies. */
  #outcomes(): Outcome[] {
    return this.#done.filter((each) => typeof each !== "string");
  }

  /** Makes a held call; `asked`: the item that was said yes to, null for what only waited behind one. */
  async #call(call: HeldCall, asked: Extract<YesItem, { kind: "call" }> | null, named?: Named): Promise<void> {
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
      ...yesTo(call, asked),
    };
    const result = await tool.prepare(call.arguments).run(context);
    this.#took(result.outcomes);
    this.#plans.push(...(result.plans ?? []));
    this.#moved.push(...(result.moved ?? []));
    rememberMade(this.#request.conversation, this.#plans, this.#moved);
    if (result.sentence !== undefined) this.#done.push(result.sentence);
    if (asked && !result.approval && result.failures.length === 0) this.#called = true;
    for (const why of result.failures) this.#failures.push(this.#notDone(call.subject, why));
    if (!result.approval) return;
    // It would do something else than what was asked about: that wants a yes of its own.
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

  /** What waited behind something is done with it, unless that came to nothing. */
  async #behind(behind: readonly Behind[]): Promise<void> {
    for (const each of behind) {
      if (each.kind === "call") {
        const { call, devices } = each;
        if (!this.#cameToSomething(devices)) continue;
        // The scene was said yes to by that very answer, or named before it.
        const scene = devices.length === 0 || call.tool === "activate_scene" ? call.arguments["scene"] : undefined;
        const named = typeof scene === "string" ? namingScene(scene) : undefined;
        await this.#attempt(call.subject, () => this.#call(call, null, named));
      } else {
        const { local } = this.#parts;
        await this.#attempt(each.said.text, async () =>
          this.#tookLocally(await local.carryOn(each, this.#outcomes(), this.#request)),
        );
      }
    }
  }

  /** @param devices none: it follows a call that was said yes to */
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
    remember(this.#request.conversation, this.#parts.home, outcomes, []);
  }

  #tookLocally(reply: LocalReply | null): void {
    if (reply) this.#locally.push(reply);
    else this.#expired = true;
  }

  /** One of several things that fails does not keep the others from being done and told. */
  async #attempt(what: string, act: () => Promise<void>): Promise<void> {
    const { language, signal } = this.#request;
    try {
      signal.throwIfAborted();
      await act();
    } catch (error) {
      this.#failures.push(this.#notDone(what, whyNot(error, language, signal, this.#parts.onError)));
    }
  }

  #notDone(what: string, why: string): string {
    return turnText("notDone", this.#request.language, { what, why: why.replace(/[.。]+$/u, "") });
  }

  /** What the answer did not settle is held and asked again, unless its time is over. */
  askAgain(items: readonly OpenItem[]): void {
    const now = this.#parts.clock.now();
    for (const item of items) {
      if (item.expiresAt < now) continue;
      const expiresAt = now + (isChoice(item) ? CHOICE_MS : CONFIRMATION_MS);
      hold(this.#request.conversation, { ...item, expiresAt });
      this.#questions.push(item.question);
    }
  }

  /** What got its yes and wants a PIN besides is held for that. */
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
      ...replied(packOf(language).grammar.sentences(told), conversation),
      outcomes,
      calls: this.#locally.flatMap(({ calls }) => calls),
      refused,
      ...((nothing || this.#locally.some(({ failed }) => failed)) && { failed: true as const }),
    };
  }
}

/** Sentences as they are, and outcomes between them told together. */
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

/** What the person said yes to: a call that was asked about, by itself or with the commands that it waited behind. */
function yesTo(call: HeldCall, asked: YesItem | null): { approved?: HeldCall["approves"]; consent?: string } {
  if (call.consent !== undefined) return { approved: call.approves, consent: call.consent };
  return asked ? { approved: call.approves } : {};
}

/** A reply that waits for an answer when something is open. */
function replied(reply: string, { open }: Conversation): LocalReply {
  return { handled: true, reply, expectsReply: open.items.length > 0, outcomes: [], calls: [], refused: 0 };
}
