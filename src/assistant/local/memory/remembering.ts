import { type Clock, CONFIRMATION_MS, type Home, JiaError } from "../../../home/index.ts";
import { errorText, messages } from "../../../language/index.ts";
import {
  type Added,
  describeEntry,
  homeThings,
  labelOf,
  type Memory,
  type MemoryEntry,
  type NewEntry,
  type ThingNames,
} from "../../../people/memory/index.ts";
import type { Situation } from "../../../understanding/ground/situation.ts";
import type { Target } from "../../../understanding/ground/target.ts";
import { completedHalf } from "../../../understanding/remembering/halves.ts";
import { readMemory } from "../../../understanding/remembering/read.ts";
import type { MemoryRequest, ReadEntry } from "../../../understanding/remembering/request.ts";
import { nameTrouble, type Thing } from "../../../understanding/remembering/thing.ts";
import { endSaid } from "../../../understanding/remembering/when.ts";
import type { Conversation, LocalReply, LocalRequest } from "../../contract.ts";
import { CHOICE_MS, hold, type Said } from "../../open/items.ts";
import type { LocalPlanner } from "../planning/index.ts";
import { targetName } from "../reply/names.ts";
import { saidOf } from "../said.ts";
import { reply } from "../settle.ts";
import { failed, type Meant, meantBy } from "./meaning.ts";
import { calledTime, eachTime, isAbout, recall, timesCalled } from "./recalling.ts";

interface RememberingOptions {
  readonly memory: Memory;
  readonly home: Home;
  readonly clock: Clock;
  readonly planner: LocalPlanner | null;
}

/** Handles sentences that remember, recall or forget, and substitutes remembered times and preferences in others. */
export class Remembering {
  readonly #options: RememberingOptions;

  constructor(options: RememberingOptions) {
    this.#options = options;
  }

  /** Handles a sentence about the memory; null for any other sentence. */
  async respond(request: LocalRequest, situation: Situation): Promise<LocalReply | null> {
    const { conversation, text } = request;
    const told = this.#completed(conversation, text);
    delete conversation.halfTold;
    const asked = readMemory(told ?? text, situation);
    return asked && (await this.#do(asked, request, situation, false));
  }

  /** Substitutes what is remembered; see `meantBy`. */
  meant(request: LocalRequest, situation: Situation): Meant | LocalReply | null {
    const { memory, home } = this.#options;
    return meantBy(request, memory.list(request.origin), { ...situation, timezone: home.timezone });
  }

  /** Whether an open question is about the memory, so that its answer belongs here. */
  asks(said: Pick<Said, "text">, situation: Situation): boolean {
    return readMemory(said.text, situation) !== null;
  }

  /** Forgets what was asked about, after a yes. Null where the stored sentence is about anything else. */
  async carryOn(said: Pick<Said, "text">, request: LocalRequest, situation: Situation): Promise<LocalReply | null> {
    const asked = readMemory(said.text, situation);
    if (asked?.op !== "forget" && asked?.op !== "forget-all") return null;
    return await this.#do(asked, request, situation, true);
  }

  /** Gives a new name to the device that an answer picked. Null where it picked none or several. */
  async choose(
    said: Pick<Said, "text">,
    picked: readonly Target[],
    request: LocalRequest,
    situation: Situation,
  ): Promise<LocalReply | null> {
    const asked = readMemory(said.text, situation);
    const [target, ...others] = picked;
    if (asked?.op !== "name-one-of" || !target || others.length > 0) return null;
    const { name, text, personal } = asked;
    const thing: Thing = { type: "device", id: target.indexed.device.id };
    const trouble = nameTrouble(name, thing, situation);
    if (trouble) return await this.#do({ op: "refuse-name", name, trouble }, request, situation, false);
    const entry: ReadEntry = { kind: "name", name, of: thing };
    return await this.#do({ op: "remember", entry, text, personal, until: null }, request, situation, false);
  }

  async #do(
    asked: MemoryRequest,
    request: LocalRequest,
    situation: Situation,
    approved: boolean,
  ): Promise<LocalReply | null> {
    const { memory } = this.#options;
    if (memory.speakerOf(request.origin).kind === "stranger")
      return isSure(asked) ? failed(deniedText(asked, request)) : null;
    try {
      return await this.#done(asked, request, situation, approved);
    } catch (error) {
      if (!(error instanceof JiaError) || error.code === "internal") throw error;
      return failed(errorText(error, request.language));
    }
  }

  async #done(
    asked: MemoryRequest,
    request: LocalRequest,
    situation: Situation,
    approved: boolean,
  ): Promise<LocalReply | null> {
    const { conversation, language, origin } = request;
    const words = messages(language).memory;
    switch (asked.op) {
      case "remember":
        return await this.#remember(asked, request, situation);
      case "name-one-of": {
        const { name, options } = asked;
        const called = options.slice(0, MOST_OPTIONS).map((target) => targetName(target, situation.index, language));
        const question = words.whichThing({ name, options: called });
        hold(conversation, {
          kind: "devices",
          said: saidOf(request.text, situation, null, null),
          at: 0,
          options: options.map(({ indexed, service }) => ({ device: indexed.device.id, service })),
          question,
          language,
          expiresAt: this.#options.clock.now() + CHOICE_MS,
        });
        return reply(question, [], [], true);
      }
      case "refuse-name": {
        const { name, trouble } = asked;
        switch (trouble.kind) {
          case "reserved":
            return failed(words.reserved({ name }));
          case "no-thing":
            return failed(words.noThing({ thing: trouble.thing }));
          case "taken": {
            const thing = this.#names().thing(trouble.by, language) ?? trouble.by.id;
            return failed(errorText({ code: "memory-name-taken", details: { name, thing } }, language));
          }
          default:
            return trouble satisfies never;
        }
      }
      case "half": {
        conversation.halfTold = { text: request.text, after: conversation.exchanges.at(-1) ?? null };
        return reply(words.halfOfDay({ name: calledTime(asked.name, asked.personal, language) }), [], [], true);
      }
      case "ask": {
        const known = recall(asked.questions, this.#options.memory.list(origin), this.#names(), language);
        const [only, ...others] = known?.told ?? [];
        // "Forget that" is about what was just told.
        if (only && others.length === 0)
          conversation.remembered = { ids: [only.id], after: conversation.exchanges.at(-1) ?? null };
        return known && reply(known.text, [], []);
      }
      case "forget-last": {
        const ids = freshIds(conversation);
        if (ids === null) return null;
        return this.#told(await this.#options.memory.forget(ids, origin), request);
      }
      case "forget-all":
        return await this.#forgetAll(request, situation, approved);
      case "forget":
        return await this.#forget(asked, request, situation, approved);
      default:
        return asked satisfies never;
    }
  }

  async #remember(
    { entry, also = [], text, personal, until }: Extract<MemoryRequest, { op: "remember" }>,
    request: LocalRequest,
    { index, now }: Situation,
  ): Promise<LocalReply | null> {
    const { conversation, origin, language } = request;
    const words = messages(language).memory;
    const names = this.#names();
    const end = until === null ? null : endSaid(until, index, now, this.#options.home.timezone);
    if (until !== null && end === null) return null;
    const added = await this.#add(newEntry(entry, text, personal, end), entry, origin);
    const others: MemoryEntry[] = [];
    for (const each of also) others.push((await this.#add(newEntry(each, text, personal, end), each, origin)).entry);
    const made = [added.entry, ...others];
    conversation.remembered = { ids: made.map(({ id }) => id), after: conversation.exchanges.at(-1) ?? null };
    const what = words.several({ items: made.map((each) => describeEntry(each, names, language)) });
    if (added.known && others.length === 0) return reply(words.knownAlready({ what }), [], []);
    const [before] = added.replaced;
    if (added.entry.kind === "fact") return reply(words.noted, [], []);
    if (before?.kind === "time" && added.entry.kind === "time") {
      const [time] = eachTime([before], language);
      return reply(words.instead({ what, before: time ?? "" }), [], []);
    }
    return reply(words.got({ what }), [], []);
  }

  /** Adds an entry; a fact replaces the one fact about the same subject. */
  async #add(draft: NewEntry, entry: ReadEntry, origin: LocalRequest["origin"]): Promise<Added> {
    const { memory } = this.#options;
    const subject = entry.kind === "fact" ? entry.subject : null;
    const same =
      subject === null ? [] : memory.list(origin).filter((each) => each.kind === "fact" && isAbout(each, subject));
    const [before, ...others] = same;
    if (!before || others.length > 0) return await memory.add(draft, origin);
    return { entry: await memory.change(before.id, draft, origin), replaced: [before], known: false };
  }

  async #forgetAll(request: LocalRequest, situation: Situation, approved: boolean): Promise<LocalReply> {
    const { memory } = this.#options;
    const { language, origin } = request;
    const words = messages(language).memory;
    const { kind } = memory.speakerOf(origin);
    const entries = memory.list(origin).filter(({ person }) => kind !== "person" || person !== null);
    if (entries.length === 0) return reply(words.knowsNothing({ about: "" }), [], []);
    if (approved) {
      const ids = entries.map(({ id }) => id);
      return reply(words.forgotAll({ count: (await memory.forget(ids, origin)).length }), [], []);
    }
    const items = entries.slice(0, MOST_OPTIONS).map((entry) => labelOf(entry, this.#names(), language));
    return this.#ask(words.askForgetAll({ count: entries.length, items }), request, situation);
  }

  async #forget(
    asked: Extract<MemoryRequest, { op: "forget" }>,
    request: LocalRequest,
    situation: Situation,
    approved: boolean,
  ): Promise<LocalReply | null> {
    const { memory } = this.#options;
    const { language, origin } = request;
    const words = messages(language).memory;
    const found = forgettable(asked, memory.list(origin));
    if (found.length === 0) {
      if (!asked.sure || asked.event === null)
        return asked.sure ? failed(words.knowsNothing({ about: asked.what })) : null;
      const what = words.event({ event: asked.event, mine: true });
      return failed(words.unknownTime({ what, example: words.exampleTime }));
    }
    const one = found.length === 1 || found.every((entry) => entry.kind === "time");
    if (!one && !approved) {
      const items = found.slice(0, MOST_OPTIONS).map((entry) => labelOf(entry, this.#names(), language));
      return this.#ask(words.askForgetSeveral({ items }), request, situation);
    }
    const ids = found.map(({ id }) => id);
    return this.#told(await memory.forget(ids, origin), request);
  }

  #told(gone: readonly MemoryEntry[], { conversation, language }: LocalRequest): LocalReply {
    delete conversation.remembered;
    const items = [...new Set(gone.map((entry) => labelOf(entry, this.#names(), language)))];
    return reply(messages(language).memory.forgot({ items }), [], []);
  }

  #ask(question: string, { conversation, language, text }: LocalRequest, situation: Situation): LocalReply {
    const expiresAt = this.#options.clock.now() + CONFIRMATION_MS;
    const said = saidOf(text, situation, null, null);
    hold(conversation, { kind: "sentence", said, only: null, question, language, expiresAt });
    return reply(question, [], [], true);
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

function newEntry(entry: ReadEntry, text: string, personal: boolean, until: number | null): NewEntry {
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
  if (event !== null) return timesCalled(event, entries);
  const called = entries.filter((entry) => entry.kind === "name" && isAbout(entry, name ?? what));
  const times = timesCalled(what, entries);
  if (name !== null || called.length + times.length > 0) return [...called, ...times];
  return entries.filter((entry) => isAbout(entry, what));
}

/** Whether a request is about the memory for sure. */
function isSure(asked: MemoryRequest): boolean {
  if (asked.op === "ask") return asked.questions.some(({ sure }) => sure);
  if (asked.op === "forget") return asked.sure;
  return asked.op !== "forget-last";
}
