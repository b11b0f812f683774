import type { Role } from "../../home/index.ts";
import type { PastClock } from "../past-reports.ts";
import type { PersonReport, PresenceReport, PresenceSummary, ResidentReport, StayReport } from "../people-reports.ts";
import { capital, grammar, inPlace, the } from "./grammar.ts";
import { clockText, momentText } from "./past-times.ts";

/** Most names in a sentence. */
const MOST = 5;

/** "Emma and Leo", "you"; many people are counted. */
function list(people: readonly PersonReport[], joining: "and" | "or" = "and"): string {
  if (people.length > MOST) return `${people.length} people`;
  const names = people.toSorted((a, b) => Number(b.you) - Number(a.you)).map(({ name, you }) => (you ? "you" : name));
  return grammar.list(names, joining);
}

function many(people: readonly PersonReport[]): boolean {
  return people.length > 1 || people.some(({ you }) => you);
}

function are(people: readonly PersonReport[]): string {
  return many(people) ? "are" : "is";
}

/** "Emma is", "you're". */
function areText(people: readonly PersonReport[]): string {
  return people.length === 1 && people[0]?.you ? "you're" : `${list(people)} ${are(people)}`;
}

/** "Emma has", "you've". */
function hasText(who: PersonReport): string {
  return who.you ? "you've" : `${who.name} has`;
}

function were(people: readonly PersonReport[]): string {
  return many(people) ? "were" : "was";
}

function answer(yes: boolean | null, text: string): string {
  if (yes === null) return capital(text);
  // A name stays as it is written.
  return `${yes ? "Yes" : "No"}, ${text}`;
}

/** "8:05 this morning". */
function sinceText(at: PastClock): string {
  return momentText(at).replace(/^(?:at|on) /, "");
}

function state(home: boolean): string {
  return home ? "at home" : "out";
}

function untold(people: readonly PersonReport[]): string {
  return `nothing tells whether ${list(people, "or")} ${people.length === 1 ? are(people) : "are"} at home`;
}

/** Presence: who is at home, and where. */
export const presence = {
  one: ({ who, home, room, since, yes, came }: PresenceReport): string => {
    const people = [who];
    if (home === null) return `${capital(untold(people))}.`;
    const place = home && room !== null ? inPlace(room) : "";
    if (came && since !== null && yes === true)
      return `${answer(yes, `${list(people)} ${home ? "came home" : "left"} ${momentText(since)}`)}.`;
    if (since !== null && !home) {
      return `${answer(yes, `${hasText(who)} been out since ${sinceText(since)}`)}.`;
    }
    const at = yes === null && place !== "" ? place : [state(home), place].filter((part) => part !== "").join(", ");
    return `${answer(yes, `${areText(people)} ${at}`)}.`;
  },
  several: ({ home, out, unknown, yes }: PresenceSummary): string => {
    const parts = [
      ...(home.length > 0 ? [`${areText(home)} at home`] : []),
      ...(out.length > 0 ? [`${areText(out)} out`] : []),
    ];
    if (unknown.length === 0) return `${answer(yes, grammar.list(parts, "and"))}.`;
    if (parts.length === 0) return `${answer(yes, untold(unknown))}.`;
    return `${answer(yes, parts.join(", "))}, and nothing tells about ${list(unknown, "or")}.`;
  },
  /** Everybody's presence is known: nobody is in, or nobody is out. */
  nobody: ({ home, yes }: { home: boolean; yes: boolean | null }): string => {
    if (yes !== null) return answer(yes, home ? "everyone is out." : "everyone is at home.");
    return home ? "Nobody, everyone is out." : "Nobody, everyone is at home.";
  },
  everyone: ({ home }: { home: boolean }): string => `Yes, everyone is ${state(home)}.`,
  nothingTells: "Nothing tells who is at home.",
  noSuch: ({ names }: { names: readonly string[] }): string =>
    `I don't know anybody called ${grammar.list(names, "or")}.`,
  forPeople: "I only tell people of this home who is here.",
  peopleSay: "Only people of this home can say that.",
  onlyOwn: "You can say that of yourself only; adults can say it of everybody.",
  onlyOwnTimes: "When others come and go, I only tell adults of this home.",
  whoSpeaks: ({ home }: { home: boolean }): string =>
    `I don't know who is speaking. Say it with your name: "Emma is ${home ? "home" : "out"}".`,
  /** Somebody said that a person is in or out. `empty`: nobody is left at home. */
  noted: ({ who, home, empty }: { who: readonly PersonReport[]; home: boolean; empty: boolean }): string =>
    `OK, ${areText(who)} ${state(home)}.${empty ? " Nobody is at home now." : ""}`,
  /** Who was at home within a span. */
  was: ({
    stays,
    home,
    unknown,
    span,
    yes,
  }: {
    stays: readonly StayReport[];
    home: boolean;
    unknown: readonly PersonReport[];
    span: string;
    yes: boolean | null;
  }): string => {
    const people = stays.map(({ who }) => who);
    const named =
      people.length > MOST
        ? list(people)
        : grammar.list(
            stays.map(({ who, from, until, partly }) => {
              const name = list([who]);
              if (partly) return `${name} (part of the time)`;
              if (from && until) return `${name} (${clockText(from, until.days)} to ${clockText(until, from.days)})`;
              if (from) return `${name} (from ${clockText(from, from.days)})`;
              return until ? `${name} (until ${clockText(until, until.days)})` : name;
            }),
            "and",
          );
    const known = `${named} ${were(people)} ${state(home)} ${span}`;
    if (unknown.length === 0) return `${answer(yes, known)}.`;
    if (stays.length > 0) return `${answer(yes, known)}, and I don't know about ${list(unknown, "or")}.`;
    return `I don't know whether ${list(unknown, "or")} ${were(unknown)} ${state(home)} ${span}.`;
  },
  nobodyWas: ({ home, span, yes }: { home: boolean; span: string; yes: boolean | null }): string =>
    `${answer(yes, `nobody was ${state(home)} ${span}`)}.`,
  everyoneWas: ({ home, span }: { home: boolean; span: string }): string => `Yes, everyone was ${state(home)} ${span}.`,
  /** One person's presence within a span. `yes`: the answer to a yes-or-no question. */
  oneWas: ({ who, home, span, yes }: { who: PersonReport; home: boolean; span: string; yes: boolean }): string =>
    `${answer(yes, `${list([who])} ${were([who])} ${state(home)} ${span}`)}.`,
  /** When somebody came or left, oldest first. `then`: when that ended again. */
  when: ({
    who,
    home,
    times,
    then,
  }: {
    who: PersonReport;
    home: boolean;
    times: readonly PastClock[];
    then: PastClock | null;
  }): string => {
    const over = then === null ? "" : `, and ${home ? "left again" : "came back"} ${momentText(then)}`;
    return `${capital(list([who]))} ${home ? "came home" : "left"} ${grammar.list(times.map(momentText), "and")}${over}.`;
  },
  /** Since when the presence is known. */
  atLeast: ({ who, home, since }: { who: PersonReport; home: boolean; since: PastClock }): string =>
    `${capital(hasText(who))} been ${state(home)} at least since ${sinceText(since)}.`,
  lasting: ({ duration, since }: { duration: string; since: PastClock }): string =>
    `For ${duration}, since ${sinceText(since)}.`,
  noRecord: "I have no record of that.",
  /** The people who came or left within a span, each with the last time. */
  came: ({
    times,
    home,
  }: {
    times: readonly { readonly who: PersonReport; readonly at: PastClock }[];
    home: boolean;
  }): string => {
    const verb = home ? "came home" : "left";
    const parts = times.map(({ who, at }, place) =>
      [list([who]), ...(place === 0 ? [verb] : []), momentText(at)].join(" "),
    );
    return `${capital(grammar.list(parts, "and"))}.`;
  },
  nobodyCame: ({ home, span }: { home: boolean; span: string }): string =>
    `I have no record of anybody ${home ? "coming home" : "leaving"}${span === "" ? "" : ` ${span}`}.`,

  /** The people of the home. */
  adultsOnly: "Only adults of this home may change that.",
  residents: ({ people }: { people: readonly ResidentReport[] }): string => {
    const shown = people.slice(0, MOST).map(({ name, you, role, until }) => {
      const beside = [
        ...(you ? ["you"] : []),
        ...(role === "adult" ? [] : [until === null ? role : `${role} until ${until}`]),
      ];
      return beside.length > 0 ? `${name} (${beside.join(", ")})` : name;
    });
    const more = people.length - shown.length;
    return `${grammar.list([...shown, ...(more > 0 ? [`${more} more`] : [])], "and")}.`;
  },
  /** @param owner null: the speaker */
  whichRoom: ({ owner }: { owner: string | null }): string =>
    `Which room is ${owner === null ? "yours" : `${owner}'s`}?`,
  livesHere: ({ who }: { who: PersonReport }): string =>
    `${capital(list([who]))} ${who.you ? "live" : "lives"} here, and ${who.you ? "aren't" : "isn't"} a guest.`,
  stays: ({ who, until }: { who: PersonReport; until: string | null }): string =>
    until === null ? `${capital(areText([who]))} a guest, and no end was said.` : `Until ${until}.`,
  untilWhen: ({ name }: { name: string }): string =>
    `I didn't understand until when ${name} stays. Say it with a day: "until Sunday", "until 7 June".`,
  askAdult: ({ name, added }: { name: string; added: boolean }): string =>
    `Shall I ${added ? `add ${name} as` : `make ${name}`} an adult? Adults may also add and remove people.`,
  askAdd: ({ name, role, until }: { name: string; role: Role; until: string | null }): string =>
    `Shall I add ${name} as a ${role}${until === null ? "" : ` until ${until}`}?`,
  /** A guest's stay is extended. */
  askStay: ({ who, until }: { who: PersonReport; until: string | null }): string =>
    `Shall ${list([who])} stay ${until === null ? "for good" : `until ${until}`}?`,
  /** A person's rights are reduced. */
  askLess: ({ who, role, until }: { who: PersonReport; role: Role; until: string | null }): string =>
    `Shall I make ${list([who])} a ${role}${until === null ? "" : ` until ${until}`}?`,
  askOwns: ({ who, room }: { who: PersonReport; room: string }): string =>
    `Is ${the(room)} ${who.you ? "your" : `${who.name}'s`} own room?`,
  noPinCounts: "That needs an adult's PIN, and no adult has one. Use jia people on the computer that runs Jia.",
  askChild: ({ name }: { name: string }): string => `Shall I make ${name} a child of this home, and no longer a guest?`,
  askRemove: ({ name }: { name: string }): string =>
    `Shall I remove ${name}? What is remembered for ${name} goes as well.`,
  added: ({ name, role, until }: { name: string; role: Role; until: string | null }): string =>
    role === "guest"
      ? `${name} is a guest now${until === null ? "" : `, until ${until}`}.`
      : `Added ${name} as ${role === "adult" ? "an adult" : "a child"}.`,
  isAlready: ({ who, role }: { who: PersonReport; role: Role }): string =>
    `${capital(areText([who]))} already ${role === "adult" ? "an adult" : `a ${role}`}.`,
  isNow: ({ who, role, until }: { who: PersonReport; role: Role; until: string | null }): string =>
    `${capital(areText([who]))} ${role === "adult" ? "an adult" : `a ${role}`} now${until === null ? "" : `, until ${until}`}.`,
  calledSo: ({ who, name, before }: { who: PersonReport; name: string; before: boolean }): string =>
    before ? `${capital(areText([who]))} called ${name} already.` : `OK, ${areText([who])} also ${name}.`,
  owns: ({ who, room }: { who: PersonReport; room: string }): string =>
    `OK, ${the(room)} is ${who.you ? "your" : `${who.name}'s`} room.`,
};
