import type { Messages, ToldPerson } from "../../../src/language/index.ts";
import { grammar } from "./grammar.ts";
import { past } from "./past.ts";

const at = past.moment;

const ROLES = { adult: "erwachsen", child: "Kind", guest: "Gast" } as const;

function list(people: readonly ToldPerson[], joining: "and" | "or" = "and"): string {
  return grammar.list(
    people.map(({ name, you }) => (you ? "du" : name)),
    joining,
  );
}

function are(people: readonly ToldPerson[]): string {
  return people.length > 1 ? "sind" : people[0]?.you ? "bist" : "ist";
}

function were(people: readonly ToldPerson[]): string {
  return people.length > 1 ? "waren" : people[0]?.you ? "warst" : "war";
}

function state(home: boolean): string {
  return home ? "zu Hause" : "unterwegs";
}

function answer(yes: boolean | null, text: string): string {
  return yes === null ? text.charAt(0).toUpperCase() + text.slice(1) : `${yes ? "Ja" : "Nein"}, ${text}`;
}

function untold(people: readonly ToldPerson[]): string {
  return `nichts verrät, ob ${list(people, "or")} zu Hause ${are(people)}`;
}

export const presence: Messages["presence"] = {
  one: ({ who, home, room, since, yes }) => {
    if (home === null) return `${answer(null, untold([who]))}.`;
    const place = home && room !== null ? `, ${room}` : "";
    const time = since !== null && !home ? ` (seit ${at(since)})` : "";
    return `${answer(yes, `${list([who])} ${are([who])} ${state(home)}`)}${place}${time}.`;
  },
  several: ({ home, out, unknown, yes }) => {
    const parts = [
      ...(home.length > 0 ? [`${list(home)} ${are(home)} zu Hause`] : []),
      ...(out.length > 0 ? [`${list(out)} ${are(out)} unterwegs`] : []),
      ...(unknown.length > 0 ? [untold(unknown)] : []),
    ];
    return `${answer(yes, grammar.list(parts, "and"))}.`;
  },
  nobody: ({ home, yes }) => `${answer(yes, home ? "alle sind unterwegs" : "alle sind zu Hause")}.`,
  everyone: ({ home }) => `Ja, alle sind ${state(home)}.`,
  nothingTells: "Nichts verrät, wer zu Hause ist.",
  noSuch: ({ names }) => `Ich kenne niemanden mit dem Namen ${grammar.list(names, "or")}.`,
  forPeople: "Wer hier ist, sage ich nur den Bewohnern.",
  peopleSay: "Das können nur die Bewohner sagen.",
  onlyOwn: "Das kannst du nur von dir selbst sagen; Erwachsene können es von allen sagen.",
  onlyOwnTimes: "Wann andere kommen und gehen, sage ich nur den Erwachsenen.",
  whoSpeaks: ({ home }) => `Ich weiß nicht, wer spricht. Sag es mit Namen: „Emma ist ${state(home)}“.`,
  noted: ({ who, home, empty }) =>
    `Gut, ${list(who)} ${are(who)} ${state(home)}.${empty ? " Jetzt ist niemand zu Hause." : ""}`,
  was: ({ stays, home, unknown, span, yes }) => {
    const people = stays.map(({ who }) => who);
    const names = stays.map(({ who, from, until, partly }) => {
      const when = from ? ` (ab ${at(from)})` : until ? ` (bis ${at(until)})` : partly ? " (zeitweise)" : "";
      return `${list([who])}${when}`;
    });
    const parts = [
      ...(names.length > 0 ? [`${grammar.list(names, "and")} ${were(people)} ${span} ${state(home)}`] : []),
      ...(unknown.length > 0 ? [`ob ${list(unknown, "or")} da ${were(unknown)}, weiß ich nicht`] : []),
    ];
    return `${answer(yes, grammar.list(parts, "and"))}.`;
  },
  nobodyWas: ({ home, span, yes }) => `${answer(yes, `niemand war ${span} ${state(home)}`)}.`,
  everyoneWas: ({ home, span }) => `Ja, ${span} waren alle ${state(home)}.`,
  oneWas: ({ who, home, span, yes }) => `${answer(yes, `${list([who])} ${were([who])} ${span} ${state(home)}`)}.`,
  when: ({ who, home, times, then }) => {
    const over = then === null ? "" : `, seit ${at(then)} ist es wieder anders`;
    return `${list([who])} ${home ? "kam" : "ging"} ${grammar.list(times.map(at), "and")}${over}.`;
  },
  atLeast: ({ who, home, since }) => `${list([who])} ${are([who])} mindestens seit ${at(since)} ${state(home)}.`,
  lasting: ({ duration, since }) => `Seit ${duration}, seit ${at(since)}.`,
  noRecord: "Darüber habe ich keine Aufzeichnung.",
  came: ({ times, home }) =>
    `${times.map((each) => `${list([each.who])} ${home ? "kam" : "ging"} ${at(each.at)}`).join(", ")}.`,
  nobodyCame: ({ home, span }) => `Ich habe nicht verzeichnet, dass ${span} jemand ${home ? "kam" : "ging"}.`,

  adultsOnly: "Das dürfen nur Erwachsene ändern.",
  residents: ({ people }) => {
    const names = people.map(({ name, role, until }) => {
      const beside = until === null ? ROLES[role] : `${ROLES[role]} bis ${until}`;
      return role === "adult" ? name : `${name} (${beside})`;
    });
    return `${grammar.list(names, "and")}.`;
  },
  whichRoom: ({ owner }) => `Welches Zimmer ist ${owner === null ? "deins" : `das von ${owner}`}?`,
  livesHere: ({ who }) => `${list([who])} ${who.you ? "wohnst" : "wohnt"} hier und ${are([who])} nicht zu Gast.`,
  stays: ({ who, until }) => (until === null ? `${list([who])} ${are([who])} ohne Ende zu Gast.` : `Bis ${until}.`),
  untilWhen: ({ name }) => `Bis wann ${name} bleibt, habe ich nicht verstanden. Sag einen Tag: „bis Sonntag“.`,
  askAdult: ({ name }) => `Soll ${name} als erwachsen gelten? Erwachsene können auch andere aufnehmen und entfernen.`,
  askAdd: ({ name, role, until }) =>
    `Soll ich ${name} als ${ROLES[role]} aufnehmen${until === null ? "" : `, bis ${until}`}?`,
  askStay: ({ who, until }) => `Soll ${list([who])} ${until === null ? "für immer" : `bis ${until}`} bleiben?`,
  askLess: ({ who, role, until }) =>
    `Soll ${list([who])} ${ROLES[role]} sein${until === null ? "" : `, bis ${until}`}?`,
  askOwns: ({ who, room }) => `Gehört ${room} ${list([who])} allein?`,
  noPinCounts:
    "Dafür braucht es die PIN eines Erwachsenen, und keiner hat eine. Nimm jia people auf dem Rechner von Jia.",
  askChild: ({ name }) => `Soll ${name} als Kind hier wohnen und nicht mehr zu Gast sein?`,
  askRemove: ({ name }) => `Soll ich ${name} entfernen? Was ich für ${name} behalten habe, geht mit.`,
  added: ({ name, role, until }) => `${name} ist jetzt ${ROLES[role]}${until === null ? "" : `, bis ${until}`}.`,
  isAlready: ({ who, role }) => `${list([who])} ${are([who])} schon ${ROLES[role]}.`,
  isNow: ({ who, role, until }) =>
    `${list([who])} ${are([who])} jetzt ${ROLES[role]}${until === null ? "" : `, bis ${until}`}.`,
  calledSo: ({ who, name }) => `${list([who])} heißt auch ${name}.`,
  owns: ({ who, room }) => `${who.you ? "Dein Zimmer" : `Das Zimmer von ${who.name}`}: ${room}.`,
};
