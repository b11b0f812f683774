import type { Clock, Home, Origin } from "../../../home/index.ts";
import { messages } from "../../../language/index.ts";
import { mayManage, type Person } from "../../../people/index.ts";
import type { Memory } from "../../../people/memory/index.ts";
import type { DialogueContext } from "../../../understanding/ground/context.ts";
import { peopleForms } from "../../../understanding/presence/compiled-forms.ts";
import { peopleStatementsIn } from "../../../understanding/presence/read.ts";
import { isOfRegistry, type PeopleStatement, type RegistryMeaning } from "../../../understanding/presence/statement.ts";
import { talkOf } from "../../../understanding/talk/talk.ts";
import { normalise, tokenise } from "../../../understanding/text/tokens.ts";
import { modeRequestIn } from "../../../understanding/utterance/modes.ts";
import type { Conversation, LocalReply, LocalRequest } from "../../contract.ts";
import type { StoredSentence } from "../../open/items.ts";
import { localReply } from "../execution/undo.ts";
import { failedReply } from "../memory/substitution.ts";
import { isKinshipTerm, isPersonName, resolvePeople, toldPerson } from "./person-reference.ts";
import type { PeoplePorts, PeopleServices } from "./ports.ts";
import { PresenceAnswers } from "./presence-answers.ts";
import { PeopleRegistration } from "./registration.ts";

interface PeopleHandlerOptions extends PeoplePorts {
  readonly home: Pick<Home, "timezone" | "layout" | "hasPin">;
  readonly clock: Clock;
  /** null: nothing is remembered that people ask for. */
  readonly memory: Pick<Memory, "list"> | null;
}

/** Handles sentences about the people of the home: "where is Emma", 小明出门了. */
export class PeopleHandler {
  readonly #services: PeopleServices;
  readonly #clock: Clock;
  readonly #memory: PeopleHandlerOptions["memory"];

  constructor({ clock, memory, ...services }: PeopleHandlerOptions) {
    this.#services = services;
    this.#memory = memory;
    this.#clock = clock;
  }

  /** Handles a sentence about people; null for any other sentence. */
  async respond(request: LocalRequest, contextOf: () => DialogueContext): Promise<LocalReply | null> {
    const { conversation, text } = request;
    const said = peopleStatementsIn(text);
    if (said.length === 0 || conversation.open.items.length > 0) return null;
    if (this.#services.people.list().length === 0) return null;
    const dialogue = contextOf();
    let unknown: LocalReply | null = null;
    for (const each of said) {
      const found = await this.#respondTo(each, request, dialogue);
      if (found === null) continue;
      if (!("nobody" in found)) return found;
      unknown ??= this.#nobody(found.nobody, each, request);
    }
    return unknown;
  }

  /**
   * Notes presence from sentences about the mode of the home: "I'm leaving", 我到家了, "everyone has left", "the guests have left".
   * Called after those were answered.
   * @returns a reply for the case that nothing else answered; null where there is none
   */
  noteTalk(request: LocalRequest, contextOf: () => DialogueContext): LocalReply | null {
    const { text, origin } = request;
    const { people, presences } = this.#services;
    if (people.list().length === 0) return null;
    const me = origin.person === undefined ? undefined : people.get(origin.person);
    const home = me && ownTalk(text, contextOf());
    if (me && home != null) presences.say(me.id, home);
    const mode = modeRequestIn(text);
    if (mode === null || origin.stranger) return null;
    if (mode.kind === "told" && mode.mode === "away" && mayManage(origin, people)) {
      for (const { person, home: there } of people.presence()) if (there === true) presences.say(person, false);
      return null;
    }
    for (const said of peopleStatementsIn(text)) {
      if (said.meaning.kind !== "told" || said.span !== null) continue;
      const reference = {
        services: this.#services,
        origin,
        dialogue: contextOf(),
        facts: () => this.#facts(origin),
        before: [],
      };
      const who = resolvePeople(said.who, reference);
      if (who?.kind === "people") return this.#told(who.people, said.meaning.home, request, said);
    }
    return null;
  }

  /** Changes the people of the home after a yes. Null where the stored sentence is about anything else. */
  async carryOn(
    { text }: Pick<StoredSentence, "text">,
    request: LocalRequest,
    context: DialogueContext,
  ): Promise<LocalReply | null> {
    for (const said of peopleStatementsIn(text)) {
      if (!isOfRegistry(said.meaning)) continue;
      const done = await this.#register(said.meaning, said, request, context, true);
      if (done) return done;
    }
    return null;
  }

  async #register(
    meaning: RegistryMeaning,
    said: PeopleStatement,
    request: LocalRequest,
    context: DialogueContext,
    approved: boolean,
  ): Promise<LocalReply | null> {
    const { origin, language } = request;
    const reference = {
      services: this.#services,
      origin,
      dialogue: context,
      facts: () => this.#facts(origin),
      before: [],
    };
    const who = said.who === "" ? null : resolvePeople(said.who, reference);
    if (origin.stranger) {
      if (meaning.kind !== "listed" && who?.kind !== "people" && !said.sure) return null;
      const { adultsOnly, forPeople } = messages(language).presence;
      return failedReply(meaning.kind === "listed" ? forPeople : adultsOnly);
    }
    return await new PeopleRegistration({ services: this.#services, request, dialogue: context, approved }).do(
      meaning,
      said,
      who,
    );
  }

  async #respondTo(
    said: PeopleStatement,
    request: LocalRequest,
    context: DialogueContext,
  ): Promise<LocalReply | { readonly nobody: readonly string[] } | null> {
    const { conversation, origin, language } = request;
    const { meaning } = said;
    const words = messages(language).presence;
    const teller = new PresenceAnswers({ services: this.#services, origin, language, now: this.#clock.now() });
    if (meaning.kind === "anyone" || meaning.kind === "came") {
      if (origin.stranger) return failedReply(words.forPeople);
      const told = await teller.ofAll(meaning, said);
      return told === null ? null : localReply(told, [], []);
    }
    if (isOfRegistry(meaning)) return await this.#register(meaning, said, request, context, false);
    const fresh = freshPeople(conversation);
    const facts = () => this.#facts(origin);
    const reference = { services: this.#services, origin, dialogue: context, facts, before: fresh?.ids ?? [] };
    const who = resolvePeople(said.who, reference);
    if (who === null) return null;
    if (origin.stranger) {
      if (who.kind !== "people") return null;
      return failedReply(meaning.kind === "told" ? words.peopleSay : words.forPeople);
    }
    // "I'm leaving" changes the mode of the home as well: `noteTalk`.
    if (meaning.kind === "told" && ownTalk(request.text, context) !== null) return null;
    switch (who.kind) {
      case "nobody":
        return { nobody: who.names };
      case "speaker":
        return meaning.kind === "told" && !request.plainOnly
          ? failedReply(words.whoSpeaks({ home: meaning.home }))
          : null;
      case "people":
        break;
      default:
        return who satisfies never;
    }
    const { people } = who;
    switch (meaning.kind) {
      case "where":
      case "whether":
      case "when":
      case "lasting": {
        const told = await teller.ofPeople(meaning, people, said);
        return told === null ? null : this.#about(people, said, told, conversation);
      }
      case "and": {
        const before = fresh?.asked;
        const asked: PeopleStatement = before ? { ...before, who: said.who } : { ...said, meaning: { kind: "where" } };
        // "And Emma's lamp" is about no person, and "and Emma" without a question before it may be about anything.
        if (!before && !isAlone(request.text, said.who)) return null;
        return await this.#respondTo(asked, request, context);
      }
      case "told":
        if (said.span !== null || peopleForms().all.some(({ or }) => or.test(said.who))) return null;
        // "The guests have left" also ends the guest mode, and that answers.
        if (modeRequestIn(request.text) !== null) return null;
        return this.#told(people, meaning.own && people.every(isGuest) ? !meaning.home : meaning.home, request, said);
      default:
        return meaning satisfies never;
    }
  }

  #facts(origin: Origin): readonly string[] {
    const entries = this.#memory?.list(origin) ?? [];
    return entries.flatMap((entry) => (entry.kind === "fact" ? [entry.text] : []));
  }

  /** Notes a statement who is in or out: people state their own presence, adults that of everyone. */
  #told(
    people: readonly Person[],
    home: boolean,
    { origin, language, conversation }: LocalRequest,
    said: PeopleStatement,
  ): LocalReply {
    const words = messages(language).presence;
    const others = people.filter(({ id }) => id !== origin.person);
    if (others.length > 0 && !mayManage(origin, this.#services.people)) return failedReply(words.onlyOwn);
    for (const { id } of people) this.#services.presences.say(id, home);
    const all = this.#services.people.presence();
    const empty = !home && all.length > 1 && all.every((each) => each.home === false);
    const who = people.map((person) => toldPerson(person, origin));
    return this.#about(people, said, words.noted({ who, home, empty }), conversation);
  }

  #nobody(
    names: readonly string[],
    { sure, meaning }: PeopleStatement,
    { language, plainOnly }: LocalRequest,
  ): LocalReply | null {
    // A statement may begin with any word, and a model may know other things of that name.
    if (meaning.kind === "told" || meaning.kind === "and" || plainOnly) return null;
    // "Is it out?" is asked of films, and "is it back?" of the internet.
    const isPerson = meaning.kind === "whether" ? isKinshipTerm : isPersonName;
    if (!sure && !names.every((name) => isPerson(name))) return null;
    return failedReply(messages(language).presence.noSuch({ names }));
  }

  #about(people: readonly Person[], said: PeopleStatement, text: string, conversation: Conversation): LocalReply {
    const asked = said.meaning.kind === "told" ? null : said;
    conversation.people = { ids: people.map(({ id }) => id), asked, after: conversation.exchanges.at(-1) ?? null };
    return localReply(text, [], []);
  }
}

function isGuest({ role }: Person): boolean {
  return role === "guest";
}

/** Whether a greeting says that the speaker comes (true) or leaves (false); null for any other talk. */
function ownTalk(text: string, { index }: DialogueContext): boolean | null {
  const talk = talkOf(tokenise(normalise(text)), index);
  if (talk?.kind !== "meaning") return null;
  return talk.of === "home" ? true : talk.of === "leaving" ? false : null;
}

/** The people of the turn right before; null where it was about none. */
function freshPeople({ people, exchanges }: Conversation): Conversation["people"] | null {
  return people && people.after === (exchanges.at(-2) ?? null) ? people : null;
}

/** Whether a text begins with the name, without a joining word: 小明呢. */
function isAlone(text: string, who: string): boolean {
  return text.trim().startsWith(who);
}
