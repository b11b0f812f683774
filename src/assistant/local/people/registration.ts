import { CONFIRMATION_MS, JiaError, type Role } from "../../../home/index.ts";
import {
  datePhrase,
  errorText,
  messages,
  momentWords,
  nameIn,
  type ToldResident,
  textOf,
} from "../../../language/index.ts";
import { endOf, mayManage, type Person, type PersonPatch } from "../../../people/index.ts";
import type { DialogueContext } from "../../../understanding/ground/context.ts";
import { exactMatch } from "../../../understanding/lexicon/lexicon.ts";
import type { PeopleStatement, RegistryMeaning } from "../../../understanding/presence/statement.ts";
import { normalise, tokenise } from "../../../understanding/text/tokens.ts";
import type { LocalReply, LocalRequest } from "../../contract.ts";
import { hold } from "../../open/items.ts";
import { storeSentence } from "../answers/stored-sentence.ts";
import { localReply } from "../execution/undo.ts";
import { failedReply } from "../memory/substitution.ts";
import { endOfStay } from "./end-of-stay.ts";
import { isPossibleName, type PersonReference, toldPerson } from "./person-reference.ts";
import type { PeopleServices } from "./ports.ts";

/** A request about who the people of the home are. */
interface RegistrationContext {
  readonly services: PeopleServices;
  readonly request: LocalRequest;
  readonly dialogue: DialogueContext;
  /** Whether a yes was given. */
  readonly approved: boolean;
}

/** Ranks of roles by their rights; a higher rank asks first. */
const RANK: Readonly<Record<Role, number>> = { guest: 0, child: 1, adult: 2 };

/** Lists and changes the people of the home, with the same rights as by the API: adults only, and with a yes where it matters. */
export class PeopleRegistration {
  readonly #given: RegistrationContext;

  constructor(given: RegistrationContext) {
    this.#given = given;
  }

  /** Runs a request; null where it names nobody of the home and nobody new. */
  async do(meaning: RegistryMeaning, said: PeopleStatement, who: PersonReference | null): Promise<LocalReply | null> {
    const { request } = this.#given;
    try {
      return await this.#done(meaning, said, who);
    } catch (error) {
      if (!(error instanceof JiaError) || error.code === "internal") throw error;
      return failedReply(errorText(error, request.language));
    }
  }

  async #done(
    meaning: RegistryMeaning,
    said: PeopleStatement,
    who: PersonReference | null,
  ): Promise<LocalReply | null> {
    const words = this.#words;
    if (meaning.kind === "listed") return this.#list();
    const person = who?.kind === "people" && who.people.length === 1 ? (who.people[0] ?? null) : null;
    if (meaning.kind === "add" && !person) return await this.#added(meaning.role, said, who);
    if (!person) return who?.kind === "nobody" && said.sure ? failedReply(words.noSuch({ names: who.names })) : null;
    switch (meaning.kind) {
      case "stays":
        return localReply(this.#stays(person), [], []);
      case "add":
      case "role":
        return await this.#becomes(person, meaning.role, said);
      case "remove":
        return await this.#cleared(words.askRemove({ name: person.name }), true, async () => {
          await this.#given.services.registry.remove(person.id);
          return messages(this.#given.request.language).people.removed({ name: person.name });
        });
      case "alias":
        return await this.#alsoCalled(person, said.name ?? "");
      case "room":
        return await this.#owns(person, said.room ?? "", meaning.implied === true);
      default:
        return meaning satisfies never;
    }
  }

  get #words() {
    return messages(this.#given.request.language).presence;
  }

  /** The refusal for speakers who may not change people; null where this one may. */
  #refused(): LocalReply | null {
    const { services, request } = this.#given;
    return mayManage(request.origin, services.people) ? null : failedReply(this.#words.adultsOnly);
  }

  /**
   * Runs a change of rights for adults: after a yes where `asks`, and with a PIN once a person of the home has one, as by the API.
   * A question from before there was a PIN is asked anew.
   */
  async #cleared(question: string, asks: boolean, act: () => Promise<string>): Promise<LocalReply> {
    const { services, request, approved } = this.#given;
    const refused = this.#refused();
    if (refused) return refused;
    const proves = request.origin.pin !== true && services.people.list().some(({ hasPin }) => hasPin);
    if (proves && !services.home.hasPin(request.origin)) return failedReply(this.#words.noPinCounts);
    if (proves || (asks && !approved)) return this.#ask(question, proves);
    return localReply(await act(), [], []);
  }

  #list(): LocalReply {
    const people = this.#given.services.people.list();
    return localReply(this.#words.residents({ people: people.map((person) => this.#resident(person)) }), [], []);
  }

  #resident(person: Person): ToldResident {
    return { ...toldPerson(person, this.#given.request.origin), role: person.role, until: this.#endText(person) };
  }

  /** The end of a guest's stay in words, a day or a moment; null where there is none. */
  #endText({ id }: Person): string | null {
    return this.#untilText(this.#given.services.registry.kept(id)?.definition.until);
  }

  /** An end of a stay (`2026-06-07`, or a local date and time) in words; null where there is none. */
  #untilText(given: string | null | undefined): string | null {
    const { services, request, dialogue } = this.#given;
    if (given == null) return null;
    const { timezone } = services.home;
    if (/^\d{4}-\d\d-\d\d$/.test(given)) {
      return textOf(datePhrase(given, { at: dialogue.now, timezone }), request.language);
    }
    const end = endOf(given, timezone);
    return end === null ? null : momentWords(end, dialogue.now, timezone, request.language);
  }

  #stays(person: Person): string {
    const words = this.#words;
    const who = toldPerson(person, this.#given.request.origin);
    if (person.role !== "guest") return words.livesHere({ who });
    return words.stays({ who, until: this.#endText(person) });
  }

  /** The end of a stay that was said; undefined where none was, null where it was not understood. */
  #endSaid({ until }: PeopleStatement): string | null | undefined {
    const { services, dialogue } = this.#given;
    return until === undefined ? undefined : endOfStay(until, dialogue, services.home.timezone);
  }

  async #added(role: Role, said: PeopleStatement, who: PersonReference | null): Promise<LocalReply | null> {
    const { services, dialogue } = this.#given;
    const words = this.#words;
    const named = who?.kind === "nobody" || (said.sure && isPossibleName(said.who, dialogue));
    if (!named) return null;
    const name = asName(said.who);
    const until = this.#endSaid(said);
    if (until === null && !said.sure) return null;
    const refused = this.#refused();
    if (refused) return refused;
    if (until === null) return failedReply(words.untilWhen({ name }));
    const end = this.#untilText(until);
    const question =
      role === "adult" ? words.askAdult({ name, added: true }) : words.askAdd({ name, role, until: end });
    // "Alien is here" may be about a film, and "add May" about a month: these are asked about.
    const plain = said.sure && who?.kind === "nobody" && role !== "adult";
    return await this.#cleared(question, !plain, async () => {
      const person = await services.registry.add({ name, role, ...(until !== undefined && { until }) });
      return words.added({ name, role, until: this.#endText(person) });
    });
  }

  /** Changes the role of a person, or the end of a guest's stay. */
  async #becomes(person: Person, role: Role, said: PeopleStatement): Promise<LocalReply | null> {
    const { services, request } = this.#given;
    const words = this.#words;
    const { name } = person;
    const who = toldPerson(person, request.origin);
    const until = this.#endSaid(said);
    // "Emma is staying until Sunday" makes no guest of a resident.
    if (role === "guest" && person.role !== "guest" && !said.sure && said.meaning.kind === "add")
      return localReply(words.livesHere({ who }), [], []);
    if (until === null) return said.sure ? failedReply(words.untilWhen({ name })) : null;
    if (role === person.role && until === undefined) return localReply(words.isAlready({ who, role }), [], []);
    const refused = this.#refused();
    if (refused) return refused;
    const patch: PersonPatch = { role, until: role === "guest" ? (until ?? null) : null };
    return await this.#cleared(
      this.#askBecoming(person, role, until),
      !this.#isShorter(person, role, until),
      async () => {
        const changed = await services.registry.change(person.id, patch);
        return words.isNow({ who, role, until: this.#endText(changed) });
      },
    );
  }

  #askBecoming(person: Person, role: Role, until: string | undefined): string {
    const words = this.#words;
    const { name } = person;
    if (RANK[role] > RANK[person.role])
      return role === "adult" ? words.askAdult({ name, added: false }) : words.askChild({ name });
    const who = toldPerson(person, this.#given.request.origin);
    const end = this.#untilText(until);
    return role === person.role ? words.askStay({ who, until: end }) : words.askLess({ who, role, until: end });
  }

  /** Whether a change only shortens the stay of a guest. */
  #isShorter(person: Person, role: Role, until: string | undefined): boolean {
    if (role !== "guest" || person.role !== "guest" || until === undefined) return false;
    const end = endOf(until, this.#given.services.home.timezone);
    return end !== null && (person.until === null || end <= person.until);
  }

  async #alsoCalled(person: Person, name: string): Promise<LocalReply | null> {
    const { services, request, dialogue } = this.#given;
    const words = this.#words;
    if (name === "" || !isPossibleName(name, dialogue)) return null;
    const refused = this.#refused();
    if (refused) return refused;
    const who = toldPerson(person, request.origin);
    const alias = asName(name, false);
    if (services.people.named(alias)?.id === person.id)
      return localReply(words.calledSo({ who, name: alias, before: true }), [], []);
    await services.registry.change(person.id, ({ aliases = [] }) => ({ aliases: [...aliases, alias] }));
    return localReply(words.calledSo({ who, name: alias, before: false }), [], []);
  }

  async #owns(person: Person, room: string, implied: boolean): Promise<LocalReply | null> {
    const { services, request, dialogue } = this.#given;
    const plain = room.replace(/^(?:the|our) /iu, "");
    const [id, ...others] = exactMatch(dialogue.index.trie, tokenise(normalise(plain)))?.rooms ?? [];
    if (id === undefined || others.length > 0) return null;
    const refused = this.#refused();
    if (refused) return refused;
    const found = services.home.layout.rooms.find((each) => each.id === id);
    const told = { who: toldPerson(person, request.origin), room: found ? nameIn(request.language, found) : id };
    // "Tom sleeps in the study" may be for one night: it is asked about.
    if (implied && !this.#given.approved) return this.#ask(this.#words.askOwns(told), false);
    await services.registry.change(person.id, { room: id });
    return localReply(this.#words.owns(told), [], []);
  }

  #ask(question: string, pin: boolean): LocalReply {
    const { request, dialogue } = this.#given;
    const { conversation, language, text } = request;
    const said = storeSentence(text, dialogue, null, null);
    hold(conversation, {
      kind: "sentence",
      ...(pin && { pin }),
      said,
      only: null,
      question,
      language,
      expiresAt: dialogue.now + CONFIRMATION_MS,
    });
    return localReply(question, [], [], true);
  }
}

/** A name with capitals: "mia" is Mia. @param proper false for words such as "mum", which stay as they are */
function asName(said: string, proper = true): string {
  return proper && said === said.toLowerCase()
    ? said.replace(/(?<![\p{L}'])\p{Ll}/gu, (letter) => letter.toUpperCase())
    : said;
}
