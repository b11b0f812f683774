import { type Clock, CONFIRMATION_MS, type Home, JiaError } from "../../../home/index.ts";
import { errorText, messages } from "../../../language/index.ts";
import {
  type AddResult,
  describeEntry,
  homeThings,
  labelOf,
  type Memory,
  type MemoryEntry,
  type NewEntry,
  type ThingNames,
} from "../../../people/memory/index.ts";
import type { DialogueContext } from "../../../understanding/ground/context.ts";
import type { DeviceTarget } from "../../../understanding/ground/target.ts";
import { endMomentIn } from "../../../understanding/memory/daily-times.ts";
import { completedHalf } from "../../../understanding/memory/day-halves.ts";
import { type HomeEntity, nameConflict } from "../../../understanding/memory/entities.ts";
import { readMemory } from "../../../understanding/memory/read.ts";
import type { MemoryEntryDraft, MemoryRequest } from "../../../understanding/memory/request.ts";
import type { Conversation, LocalReply, LocalRequest } from "../../contract.ts";
import { CHOICE_MS, hold, type StoredSentence } from "../../open/items.ts";
import { storeSentence } from "../answers/stored-sentence.ts";
import { localReply } from "../execution/undo.ts";
import type { LocalPlanner } from "../planning/index.ts";
import { targetName } from "../reply/names.ts";
import { entryMentions, recall, timeLabel, timesNamed, timeTexts } from "./recall.ts";
import { failedReply, type SubstitutedText, substituteRemembered } from "./substitution.ts";

interface MemoryHandlerOptions {
  readonly memory: Memory;
  readonly home: Home;
  readonly clock: Clock;
  readonly planner: LocalPlanner | null;
}

/** Handles sentences that remember, recall or forget, and substitutes remembered times and preferences in others. */
export class MemoryHandler {
  readonly #options: MemoryHandlerOptions;

  constructor(options: MemoryHandlerOptions) {
    this.#options = options;
  }

  /** Handles a sentence about the memory; null for any other sentence. */
  async respond(request: LocalRequest, context: DialogueContext): Promise<LocalReply | null> {
    const { conversation, text } = request;
    const told = this.#completed(conversation, text);
    delete conversation.halfTold;
    const asked = readMemory(told ?? text, context);
    return asked && (await this.#do(asked, request, context, false));
  }

  /** Substitutes what is remembered; see `substituteRemembered`. */
  meant(request: LocalRequest, context: DialogueContext): SubstitutedText | LocalReply | null {
    const { memory, home } = this.#options;
    return substituteRemembered(request, memory.list(request.origin), { ...context, timezone: home.timezone });
  }

  /** Whether an open question is about the memory, so that its answer belongs here. */
  asks(said: Pick<StoredSentence, "text">, context: DialogueContext): boolean {
    return readMemory(said.text, context) !== null;
  }

  /** Forgets what was asked about, after a yes. Null where the stored sentence is about anything else. */
  async carryOn(
    said: Pick<StoredSentence, "text">,
    request: LocalRequest,
    context: DialogueContext,
  ): Promise<LocalReply | null> {
    const asked = readMemory(said.text, context);
    if (asked?.op !== "forget" && asked?.op !== "forget-all") return null;
    return await this.#do(asked, request, context, true);
  }

  /** Gives a new name to the device that an answer picked. Null where it picked none or several. */
  async choose(
    said: Pick<StoredSentence, "text">,
    picked: readonly DeviceTarget[],
    request: LocalRequest,
    context: DialogueContext,
  ): Promise<LocalReply | null> {
    const asked = readMemory(said.text, context);
    const [target, ...others] = picked;
    if (asked?.op !== "name-one-of" || !target || others.length > 0) return null;
    const { name, text, personal } = asked;
    const thing: HomeEntity = { type: "device", id: target.indexed.device.id };
    const trouble = nameConflict(name, thing, context);
    if (trouble) return await this.#do({ op: "refuse-name", name, trouble }, request, context, false);
    const entry: MemoryEntryDraft = { kind: "name", name, of: thing };
    return await this.#do({ op: "remember", entry, text, personal, until: null }, request, context, false);
  }

  async #do(
    asked: MemoryRequest,
    request: LocalRequest,
    context: DialogueContext,
    approved: boolean,
  ): Promise<LocalReply | null> {
    const { memory } = this.#options;
    if (memory.speakerOf(request.origin).kind === "stranger")
      return isSure(asked) ? failedReply(deniedText(asked, request)) : null;
    try {
      return await this.#done(asked, request, context, approved);
    } catch (error) {
      if (!(error instanceof JiaError) || error.code === "internal") throw error;
      return failedReply(errorText(error, request.language));
    }
  }

  async #done(
    asked: MemoryRequest,
    request: LocalRequest,
    context: DialogueContext,
    approved: boolean,
  ): Promise<LocalReply | null> {
    const { conversation, language, origin } = request;
    const words = messages(language).memory;
    switch (asked.op) {
      case "remember":
        return await this.#remember(asked, request, context);
      case "name-one-of": {
        const { name, options } = asked;
        const called = options.slice(0, MOST_OPTIONS).map((target) => targetName(target, context.index, language));
        const question = words.whichThing({ name, options: called });
        hold(conversation, {
          kind: "devices",
          said: storeSentence(request.text, context, null, null),
          at: 0,
          options: options.map(({ indexed, service }) => ({ device: indexed.device.id, service })),
          question,
          language,
          expiresAt: this.#options.clock.now() + CHOICE_MS,
        });
        return localReply(question, [], [], true);
      }
      case "refuse-name": {
        const { name, trouble } = asked;
        switch (trouble.kind) {
          case "reserved":
            return failedReply(words.reserved({ name }));
          case "no-thing":
            return failedReply(words.noThing({ thing: trouble.thing }));
          case "taken": {
            const thing = this.#names().thing(trouble.by, language) ?? trouble.by.id;
            return failedReply(errorText({ code: "memory-name-taken", details: { name, thing } }, language));
          }
          default:
            return trouble satisfies never;
        }
      }
      case "half": {
        conversation.halfTold = { text: request.text, after: conversation.exchanges.at(-1) ?? null };
        return localReply(words.halfOfDay({ name: timeLabel(asked.name, asked.personal, language) }), [], [], true);
      }
      case "ask": {
        const known = recall(asked.questions, this.#options.memory.list(origin), this.#names(), language);
        const [only, ...others] = known?.entries ?? [];
        // "Forget that" is about what was just told.
        if (only && others.length === 0)
          conversation.remembered = { ids: [only.id], after: conversation.exchanges.at(-1) ?? null };
        return known && localReply(known.text, [], []);
      }
      case "forget-last": {
        const ids = freshIds(conversation);
        if (ids === null) return null;
        return this.#told(await this.#options.memory.forget(ids, origin), request);
      }
      case "forget-all":
        return await this.#forgetAll(request, context, approved);
      case "forget":
        return await this.#forget(asked, request, context, approved);
      default:
        return asked satisfies never;
    }
  }

  async #remember(
    { entry, also = [], text, personal, until }: Extract<MemoryRequest, { op: "remember" }>,
    request: LocalRequest,
    { index, now }: DialogueContext,
  ): Promise<LocalReply | null> {
    const { conversation, origin, language } = request;
    const words = messages(language).memory;
    const names = this.#names();
    const end = until === null ? null : endMomentIn(until, index, now, this.#options.home.timezone);
    if (until !== null && end === null) return null;
    const added = await this.#add(newEntry(entry, text, personal, end), entry, origin);
    const others: MemoryEntry[] = [];
    for (const each of also) others.push((await this.#add(newEntry(each, text, personal, end), each, origin)).entry);
    const made = [added.entry, ...others];
    conversation.remembered = { ids: made.map(({ id }) => id), after: conversation.exchanges.at(-1) ?? null };
    const what = words.several({ items: made.map((each) => describeEntry(each, names, language)) });
    if (added.known && others.length === 0) return localReply(words.knownAlready({ what }), [], []);
    const [before] = added.replaced;
    if (added.entry.kind === "fact") return localReply(words.noted, [], []);
    if (before?.kind === "time" && added.entry.kind === "time") {
      const [time] = timeTexts([before], language);
      return localReply(words.instead({ what, before: time ?? "" }), [], []);
    }
    return localReply(words.got({ what }), [], []);
  }

  /** Adds an entry; a fact replaces the one fact about the same subject. */
  async #add(draft: NewEntry, entry: MemoryEntryDraft, origin: LocalRequest["origin"]): Promise<AddResult> {
    const { memory } = this.#options;
    const subject = entry.kind === "fact" ? entry.subject : null;
    const same =
      subject === null
        ? []
        : memory.list(origin).filter((each) => each.kind === "fact" && entryMentions(each, subject));
    const [before, ...others] = same;
    if (!before || others.length > 0) return await memory.add(draft, origin);
    return { entry: await memory.change(before.id, draft, origin), replaced: [before], known: false };
  }

  async #forgetAll(request: LocalRequest, context: DialogueContext, approved: boolean): Promise<LocalReply> {
    const { memory } = this.#options;
    const { language, origin } = request;
    const words = messages(language).memory;
    const { kind } = memory.speakerOf(origin);
    const entries = memory.list(origin).filter(({ person }) => kind !== "person" || person !== null);
    if (entries.length === 0) return localReply(words.knowsNothing({ about: "" }), [], []);
    if (approved) {
      const ids = entries.map(({ id }) => id);
      return localReply(words.forgotAll({ count: (await memory.forget(ids, origin)).length }), [], []);
    }
    const items = entries.slice(0, MOST_OPTIONS).map((entry) => labelOf(entry, this.#names(), language));
    return this.#ask(words.askForgetAll({ count: entries.length, items }), request, context);
  }

  async #forget(
    asked: Extract<MemoryRequest, { op: "forget" }>,
    request: LocalRequest,
    context: DialogueContext,
    approved: boolean,
  ): Promise<LocalReply | null> {
    const { memory } = this.#options;
    const { language, origin } = request;
    const words = messages(language).memory;
    const found = forgettable(asked, memory.list(origin));
    if (found.length === 0) {
      if (!asked.sure || asked.event === null)
        return asked.sure ? failedReply(words.knowsNothing({ about: asked.what })) : null;
      const what = words.event({ event: asked.event, mine: true });
      return failedReply(words.unknownTime({ what, example: words.exampleTime }));
    }
    const one = found.length === 1 || found.every((entry) => entry.kind === "time");
    if (!one && !approved) {
      const items = found.slice(0, MOST_OPTIONS).map((entry) => labelOf(entry, this.#names(), language));
      return this.#ask(words.askForgetSeveral({ items }), request, context);
    }
    const ids = found.map(({ id }) => id);
    return this.#told(await memory.forget(ids, origin), request);
  }

  #told(gone: readonly MemoryEntry[], { conversation, language }: LocalRequest): LocalReply {
    delete conversation.remembered;
    const items = [...new Set(gone.map((entry) => labelOf(entry, this.#names(), language)))];
    return localReply(messages(language).memory.forgot({ items }), [], []);
  }

  #ask(question: string, { conversation, language, text }: LocalRequest, context: DialogueContext): LocalReply {
    const expiresAt = this.#options.clock.now() + CONFIRMATION_MS;
    const said = storeSentence(text, context, null, null);
    hold(conversation, { kind: "sentence", said, only: null, question, language, expiresAt });
    return localReply(question, [], [], true);
  }

  /** The sentence of the turn before with the half of the day that the answer gives; null where it gives none. */
  #completed({ halfTold, exchanges }: Conversation, answer: string): string | null {
    if (!halfTold || halfTold.after !== (exchanges.at(-2) ?? null)) return null;
    return completedHalf(halfTold.text, answer);
  }

  #names(): ThingNames {
    const { home, clock, planner } = this.#options;
    return homeThings(home, clock.now(), (id) => planner?.scenes.get(id)?.definition ?? null);
  }
}

/** At most so many options are listed. */
const MOST_OPTIONS = 5;

/** The ids that the turn right before remembered; null where it did anything else. */
function freshIds({ remembered, exchanges }: Conversation): readonly string[] | null {
  return remembered && remembered.after === (exchanges.at(-2) ?? null) ? remembered.ids : null;
}

function newEntry(entry: MemoryEntryDraft, text: string, personal: boolean, until: number | null): NewEntry {
  const beside = { text, personal, until };
  if (entry.kind !== "fact") return { ...entry, ...beside };
  return { kind: "fact", ...beside };
}

/** The refusal for strangers, who may neither read nor change the memory. */
function deniedText({ op }: MemoryRequest, { language }: LocalRequest): string {
  return op === "ask" ? messages(language).memory.notForYou : errorText({ code: "memory-denied" }, language);
}

function forgettable(
  { what, event, name }: Extract<MemoryRequest, { op: "forget" }>,
  entries: readonly MemoryEntry[],
): readonly MemoryEntry[] {
  if (event !== null) return timesNamed(event, entries);
  const called = entries.filter((entry) => entry.kind === "name" && entryMentions(entry, name ?? what));
  const times = timesNamed(what, entries);
  if (name !== null || called.length + times.length > 0) return [...called, ...times];
  return entries.filter((entry) => entryMentions(entry, what));
}

/** Whether a request is about the memory for sure. */
function isSure(asked: MemoryRequest): boolean {
  if (asked.op === "ask") return asked.questions.some(({ sure }) => sure);
  if (asked.op === "forget") return asked.sure;
  return asked.op !== "forget-last";
}
