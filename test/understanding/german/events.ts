import type { EventForms } from "../../../src/understanding/utterance/events.ts";

const SOMEBODY = "(?:jemand|wer)";
const US = "(?:ich|wir|alle|jemand)";

/** German: a clause ends in its verb and has a comma behind it. */
export const GERMAN_EVENTS: EventForms = {
  openings: [/(?:wenn|sobald|falls|immer wenn|jedes mal wenn)\s+/y],
  says: {
    doorbell: new RegExp(`(?:${SOMEBODY} (?:an der (?:haus)?tür )?(?:klingelt|läutet)|es (?:klingelt|läutet))`, "y"),
    visitor: new RegExp(`${SOMEBODY} (?:an|vor) der (?:haus)?tür (?:ist|steht)`, "y"),
    caller: new RegExp(`(?:${SOMEBODY}|besuch|der (?:postbote|paketbote)) (?:klopft|kommt)`, "y"),
    smoke: /(?:der rauchmelder (?:anschlägt|auslöst|losgeht)|es (?:raucht|brennt))/y,
    gas: /(?:der gasmelder (?:anschlägt|auslöst|losgeht)|gas austritt)/y,
    cry: /das (?:baby|kind) (?:weint|schreit|aufwacht)/y,
    arrival: new RegExp(`${US} (?:nach hause|heim) (?:komme|kommen|kommt)`, "y"),
    leaving: new RegExp(
      `(?:${US} (?:weg|aus dem haus) (?:gehe|gehen|geht|bin|sind|ist)|niemand (?:zu hause|da) ist)`,
      "y",
    ),
    rain: /es (?:(?:zu )?regne[nt](?: anfängt| beginnt)?|schneit)/y,
    phone: /(?:das|mein) (?:telefon|handy) klingelt/y,
  },
  endings: [/\s*,\s*(?:dann |bitte )*/y],
};
