import type { Origin } from "../../../home/index.ts";
import { type Language, messages, nameIn, pastClock, type ToldPerson } from "../../../language/index.ts";
import { mayManage, type Person, type Presence } from "../../../people/index.ts";
import { type PastSpan, type ResolvedSpan, resolveSpan } from "../../../understanding/past/span.ts";
import type { PeopleMeaning, PeopleStatement } from "../../../understanding/presence/statement.ts";
import { lengthWords, spanWords } from "../../past/span-words.ts";
import { toldPerson } from "./person-reference.ts";
import type { PeopleServices } from "./ports.ts";
import { presenceInSpan, presenceTransitions } from "./presence-history.ts";

type MeaningOf<Kind extends PeopleMeaning["kind"]> = Extract<PeopleMeaning, { readonly kind: Kind }>;
type Question = MeaningOf<"where" | "whether" | "when" | "lasting">;

/** The context of one answer about presence. `now`: milliseconds since the epoch. */
interface PresenceQuestionContext {
  readonly services: PeopleServices;
  readonly origin: Origin;
  readonly language: Language;
  readonly now: number;
}

/** At most so many times of one person are told. */
const MOST_TIMES = 5;

/** Answers who is at home, who was, and when people came or left, from what is known. */
export class PresenceAnswers {
  readonly #asking: PresenceQuestionContext;

  constructor(asking: PresenceQuestionContext) {
    this.#asking = asking;
  }

  /** Answers a question about these people; null where it is about the future. */
  async ofPeople(
    meaning: Question,
    people: readonly Person[],
    { span, past }: PeopleStatement,
  ): Promise<string | null> {
    const [one, ...others] = people;
    if (!one) return null;
    const place = span === null ? null : this.#placeOf(span);
    if (span !== null && place === null) return null;
    // "Is she home today?" is about now.
    const then = span !== null && place !== null && (past || !place.open) ? { span, place } : null;
    switch (meaning.kind) {
      case "where":
        if (then) return await this.#was({ home: true }, people, then);
        return others.length > 0 ? this.#several(people, null) : this.#one(this.#presenceOf(one), null, false);
      case "whether": {
        if (then && meaning.came !== true) return await this.#was(meaning, people, then);
        if (then && others.length === 0)
          return await this.#when(meaning.home, one, { span: then.span, ...within(then.place) });
        if (others.length > 0) return this.#several(people, meaning.home);
        return this.#one(this.#presenceOf(one), meaning.home, meaning.came === true);
      }
      case "when":
        if (others.length > 0) return null;
        return await this.#when(meaning.home, one, span && place && { span, ...within(place) });
      case "lasting":
        return others.length > 0 || span !== null ? null : this.#lasting(meaning.home, one);
      default:
        return meaning satisfies never;
    }
  }

  /** Answers a question about everybody; null where it is about the future, or sensors may tell more. */
  async ofAll(meaning: MeaningOf<"anyone" | "came">, { span, past }: PeopleStatement): Promise<string | null> {
    const place = span === null ? null : this.#placeOf(span);
    if (span !== null && place === null) return null;
    if (meaning.kind === "came") {
      if (span === null && !meaning.home && meaning.only === undefined)
        return this.#anyone({ kind: "anyone", asks: "who", home: false });
      const today: PastSpan = { kind: "day", day: { kind: "back", days: 0 }, part: null, hours: null };
      return await this.#came(meaning, span ?? (meaning.only === "last" ? null : today));
    }
    if (span !== null && place !== null && (past || !place.open)) {
      return await this.#wasAnyone(meaning, { span, place });
    }
    return this.#anyone(meaning);
  }

  get #words() {
    return messages(this.#asking.language).presence;
  }

  #placeOf(span: PastSpan) {
    return resolveSpan(span, this.#asking.now, this.#asking.services.home.timezone);
  }

  #told(person: Person): ToldPerson {
    return toldPerson(person, this.#asking.origin);
  }

  #clock(at: number) {
    const { now, services } = this.#asking;
    return pastClock(at, now, services.home.timezone);
  }

  #spanText(span: PastSpan): string {
    const { now, services, language } = this.#asking;
    return spanWords(span, { now, timezone: services.home.timezone, language });
  }

  #presenceOf({ id }: Person): Presence {
    const found = this.#asking.services.people.presence().find(({ person }) => person === id);
    return found ?? { person: id, home: null, room: null, since: null };
  }

  /** @param asked the state that a yes confirms; null: the question takes no yes or no */
  #one({ person, home, room, since }: Presence, asked: boolean | null, came: boolean): string | null {
    const { services } = this.#asking;
    const found = services.people.get(person);
    if (!found) return null;
    return this.#words.one({
      who: this.#told(found),
      home,
      room: this.#roomName(room),
      since: since === null ? null : this.#clock(since),
      yes: asked === null || home === null ? null : home === asked,
      came,
    });
  }

  #roomName(room: string | null): string | null {
    const { services, language } = this.#asking;
    const found = services.home.layout.rooms.find(({ id }) => id === room);
    return found ? nameIn(language, found) : null;
  }

  #several(people: readonly Person[], asked: boolean | null): string {
    const groups = this.#grouped(people);
    const { home, out, unknown } = groups;
    const [as, not] = asked === true ? [home, out] : [out, home];
    const yes = asked === null ? null : not.length > 0 ? false : unknown.length > 0 || as.length === 0 ? null : true;
    return this.#words.several({ ...groups, yes });
  }

  #grouped(people: readonly Person[]) {
    const where = (home: boolean | null) =>
      people.filter((person) => this.#presenceOf(person).home === home).map((person) => this.#told(person));
    return { home: where(true), out: where(false), unknown: where(null) };
  }

  #anyone({ asks, home: asked, sensed }: MeaningOf<"anyone">): string | null {
    const words = this.#words;
    const all = this.#grouped(this.#asking.services.people.list());
    const { unknown } = all;
    const [as, not] = asked ? [all.home, all.out] : [all.out, all.home];
    const only = (people: readonly ToldPerson[]) =>
      asked ? { home: people, out: [], unknown } : { home: [], out: people, unknown };
    if (as.length + not.length === 0) return sensed ? null : words.nothingTells;
    switch (asks) {
      case "where":
        return words.several({ ...all, yes: null });
      case "who":
        if (as.length > 0) return words.several({ ...only(as), yes: null });
        return unknown.length > 0 ? words.several({ ...all, yes: null }) : words.nobody({ home: asked, yes: null });
      case "any":
        if (as.length > 0) return words.several({ ...only(as), unknown: [], yes: true });
        if (unknown.length === 0) return words.nobody({ home: asked, yes: false });
        return sensed ? null : words.several({ ...all, yes: null });
      case "all": {
        if (not.length + unknown.length === 0) return words.everyone({ home: asked });
        const others = asked ? { home: [], out: not, unknown } : { home: not, out: [], unknown };
        return not.length > 0 ? words.several({ ...others, yes: false }) : words.several({ ...all, yes: null });
      }
      default:
        return asks satisfies never;
    }
  }

  async #was(
    { home }: Pick<MeaningOf<"whether">, "home">,
    people: readonly Person[],
    { span, place }: { readonly span: PastSpan; readonly place: ResolvedSpan },
  ): Promise<string> {
    const words = this.#words;
    const known = people.filter(({ id }) => this.#mayHear(id));
    if (known.length === 0) return words.onlyOwnTimes;
    const stays = await Promise.all(
      known.map(async (person) => ({
        person,
        ...(await presenceInSpan(this.#asking.services, person.id, home, place)),
      })),
    );
    const spanText = this.#spanText(span);
    const [only, ...others] = stays;
    if (only && others.length === 0) {
      const who = this.#told(only.person);
      if (only.how === "all") return words.oneWas({ who, home, span: spanText, yes: true });
      if (only.how === "none") return words.oneWas({ who, home: !home, span: spanText, yes: false });
    }
    const so = stays.filter(({ how }) => how === "all" || how === "some");
    const unknown = stays.flatMap(({ person, how }) => (how === null ? [this.#told(person)] : []));
    if (so.length + unknown.length === 0) return words.nobodyWas({ home, span: spanText, yes: null });
    return words.was({
      stays: so.map(({ person, how, from, until }) => ({
        who: this.#told(person),
        from: from === null ? null : this.#clear(from),
        until: until === null ? null : this.#clear(until),
        partly: how === "some" && from === null && until === null,
      })),
      home,
      unknown,
      span: spanText,
      yes: null,
    });
  }

  async #wasAnyone(
    { asks, home, sensed }: MeaningOf<"anyone">,
    then: { readonly span: PastSpan; readonly place: ResolvedSpan },
  ): Promise<string | null> {
    const { services } = this.#asking;
    const people = services.people.list();
    const known = people.filter(({ id }) => this.#mayHear(id));
    if (known.length < people.length) return this.#words.onlyOwnTimes;
    const stays = await Promise.all(known.map(({ id }) => presenceInSpan(services, id, home, then.place)));
    // Without a record of presence for that time, motion sensors may tell.
    if (sensed && stays.every(({ how }) => how === null)) return null;
    const spanText = this.#spanText(then.span);
    const others = stays.some(({ how }) => how !== "all");
    if (asks === "all" && !others) return this.#words.everyoneWas({ home, span: spanText });
    if (asks === "any" && stays.every(({ how }) => how === "none"))
      return this.#words.nobodyWas({ home, span: spanText, yes: false });
    return await this.#was({ home }, people, then);
  }

  /** A time whose day is clear from the question. */
  #clear(at: number) {
    return { ...this.#clock(at), clear: true };
  }

  async #when(
    home: boolean,
    person: Person,
    within: { readonly span: PastSpan; readonly from: number; readonly to: number } | null,
  ): Promise<string> {
    const words = this.#words;
    const { now, services } = this.#asking;
    const who = this.#told(person);
    const { home: is, since } = this.#presenceOf(person);
    if (!this.#mayHear(person.id)) {
      // The start of a present state is open to everyone who may ask who is at home.
      if (within === null && is === home && since !== null)
        return words.atLeast({ who, home, since: this.#clock(since) });
      return words.onlyOwnTimes;
    }
    const { times, over, known } = await presenceTransitions(
      services,
      person.id,
      home,
      within ?? { from: 0, to: now + 1 },
    );
    const told = within === null ? times.slice(-1) : times.slice(-MOST_TIMES);
    if (told.length > 0) {
      const then = within === null && over !== null ? this.#clock(over) : null;
      return words.when({ who, home, times: told.map((at) => this.#clock(at)), then });
    }
    if (within === null && known !== null) return words.atLeast({ who, home, since: this.#clock(known) });
    return words.noRecord;
  }

  #lasting(home: boolean, person: Person): string | null {
    const { now, language } = this.#asking;
    const presence = this.#presenceOf(person);
    if (presence.home !== home || presence.since === null) return this.#one(presence, home, false);
    const minute = 60_000;
    const ms = Math.max(minute, Math.round((now - presence.since) / minute) * minute);
    return this.#words.lasting({ duration: lengthWords(ms, language), since: this.#clock(presence.since) });
  }

  /** @param span null: at any time */
  async #came({ home, only }: MeaningOf<"came">, span: PastSpan | null): Promise<string | null> {
    const { services, now } = this.#asking;
    const place = span && this.#placeOf(span);
    if (span !== null && place === null) return null;
    const people = services.people.list();
    if (people.some(({ id }) => !this.#mayHear(id))) return this.#words.onlyOwnTimes;
    const between = place ? within(place) : { from: 0, to: now + 1 };
    const found = await Promise.all(
      people.map(async (person) => ({ person, ...(await presenceTransitions(services, person.id, home, between)) })),
    );
    const times = found
      .flatMap(({ person, times: own }) =>
        own.slice(...(only === "first" ? [0, 1] : [-1])).map((at) => ({ person, at })),
      )
      .toSorted((a, b) => a.at - b.at);
    const told = only === undefined ? times.slice(-MOST_TIMES) : times.slice(...(only === "first" ? [0, 1] : [-1]));
    if (told.length === 0) return this.#words.nobodyCame({ home, span: span ? this.#spanText(span) : "" });
    return this.#words.came({
      times: told.map(({ person, at }) => ({ who: this.#told(person), at: this.#clock(at) })),
      home,
    });
  }

  /** Times of a person are told to that person, and to those who manage the people. */
  #mayHear(person: string): boolean {
    const { origin, services } = this.#asking;
    return origin.person === person || mayManage(origin, services.people);
  }
}

/** The bounds of a span; one that goes on includes the present moment. */
function within({ from, to, open }: ResolvedSpan): { readonly from: number; readonly to: number } {
  return { from, to: open ? to + 1 : to };
}
