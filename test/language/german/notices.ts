import type { Messages } from "../../../src/language/index.ts";
import { sentence } from "./grammar.ts";
import { inCase } from "./nouns.ts";

const who = (device: string): string => inCase(device, "nominative");
/** Without the full stop: what is told stands alone, or in a list. */
const told = (text: string): string => sentence(text).replace(/\.$/, "");

export const notices: Messages["notices"] = {
  noticeNamed: "Meldung „{id}“",
  nothingHelps: "Zu dieser Meldung lässt sich von hier aus nichts tun",
  runFailed: ({ name, reason }) => `„${name}“ hat nicht funktioniert${reason === "" ? "" : `: ${reason}`}`,
  danger: ({ what, device }) =>
    ({
      smoke: `Rauch! ${told(`${who(device)} schlägt Alarm`)}`,
      gas: `Gas! ${told(`${who(device)} schlägt Alarm`)}`,
      carbonMonoxide: `Kohlenmonoxid! ${told(`${who(device)} schlägt Alarm`)}`,
      water: `Wasser! ${told(`${who(device)} meldet ein Leck`)}`,
      alarm: `Alarm! ${told(`${who(device)} wurde ausgelöst`)}`,
    })[what],
  battery: ({ device, level }) =>
    told(`die Batterie ${inCase(device, "genitive")} ist schwach${level === null ? "" : ` (${level} %)`}`),
  offline: ({ device, duration }) => told(`${who(device)} ist seit ${duration} nicht erreichbar`),
  leftOpen: ({ device, duration }) => told(`${who(device)} ist seit ${duration} offen`),
  heat: ({ device, duration, watched }) =>
    told(`${who(device)} ist seit ${duration} an${watched ? ", und niemand bewegt sich" : ""}`),
  finished: ({ device }) => told(`${who(device)} ist fertig`),
  rings: ({ as, name }) =>
    `${{ timer: "Die Zeit ist um", alarm: "Dein Wecker", reminder: "Erinnerung" }[as]}${name && `: ${name}`}`,
  close: "{device} schließen",
  turnOff: "{device} ausschalten",
  brokerTrouble: "Jia hat keine Verbindung zu den Geräten: {problem}",
  storeTrouble: "Jia kann nichts speichern: {problem}",
  wrongPins: ({ tries, devices }) =>
    `Jemand hat ${tries}-mal eine falsche PIN eingegeben${devices === "" ? "" : ` (${devices})`}`,
  title: ({ home, level, count }) => {
    const whole = count > 1 ? `${home}: ${count} Meldungen` : home;
    return level === "alarm" ? `Alarm · ${whole}` : whole;
  },
  line: ({ time, text }) => `${time}  ${text}`,
  more: ({ count }) => `und ${count} weitere`,
  overBy: ({ text }) => `${text} (inzwischen vorbei)`,
  test: ({ name }) => `Das ist ein Test von „${name}“. Es funktioniert.`,
  channelFails: ({ name, why }) => `Nachrichten an „${name}“ kommen nicht an${why === "" ? "" : `: ${why}`}`,
  toldAt: ({ text, time, count }) => `${text} (${time}${count > 1 ? `, ${count}-mal` : ""})`,
  told: ({ told, rest, all }) => {
    const count = told.length + rest;
    const more = rest > 0 ? `; und ${rest} weitere` : "";
    return count === 1 ? `${told.join("")}.` : `${count} ${all ? "" : "neue "}Meldungen: ${told.join("; ")}${more}.`;
  },
  nothing: ({ all }) => (all ? "Es gibt keine Meldungen." : "Nichts Neues."),
  still: ({ told, rest }) => `Noch nicht vorbei: ${told.join("; ")}${rest > 0 ? `; und ${rest} weitere` : ""}.`,
  readNow: ({ count }) => (count === 0 ? "Es gab nichts Neues." : `OK, ${count} als gelesen markiert.`),
  quiet: ({ until }) => `OK. Bis ${until} kommen nur Alarme.`,
  quietUntilWhen: "Bis wann? Zum Beispiel: „Stör mich nicht vor acht“.",
  loud: "OK, es kommen wieder alle Meldungen.",
  channelGone: "„{name}“ bekommt keine Nachrichten mehr: Der Browser hat das Abonnement beendet",
};
