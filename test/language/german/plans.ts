import type { Messages } from "../../../src/language/index.ts";
import { capital, grammar, sentence } from "./grammar.ts";
import { inCase } from "./nouns.ts";

const ALARM = "Wecker";

const NOUNS = { alarm: "Wecker", timer: "Timer", reminder: "Erinnerung" } as const;
const NONE = { alarm: "keinen Wecker", timer: "keinen Timer", reminder: "keine Erinnerung" } as const;

/** "um 20:15", "morgen um 20:15": a time of today comes without a word. */
function at(time: string): string {
  return /^\d/.test(time) ? `um ${time}` : time;
}

function all(names: readonly string[]): string {
  return grammar.list(
    names.map((name) => inCase(name, "accusative")),
    "and",
  );
}

function more(count: number): string {
  return count > 0 ? ` und ${count} weitere` : "";
}

export const plans: Messages["plans"] = {
  started: (name, duration) => `Der Timer${name ? ` „${name}“` : ""} läuft: ${duration}.`,
  alarm: (name, time) => `Der Wecker${name && name !== ALARM ? ` „${name}“` : ""} klingelt ${at(time)}.`,
  alarmName: ALARM,
  whenRing: "Wann?",
  howLong: "Wie lange?",
  reminder: (name, time) => `Ich erinnere dich ${at(time)}: ${name}.`,
  later: (what, time) => `${capital(at(time))}: ${what}.`,
  back: (time) => `${capital(at(time))} stelle ich es zurück.`,
  switchedBack: (on, names, time) =>
    `${capital(at(time))} schalte ich ${names.length > 1 ? "sie" : "es"} wieder ${on ? "ein" : "aus"}.`,
  unknownBack:
    "Immer wieder zurückstellen kann ich nur, was ein- oder ausgeschaltet wird; ich habe nichts gespeichert.",
  good: "In Ordnung. ",
  cancelled: (names) => `Ich habe ${all(names)} gelöscht.`,
  paused: (name) => `Ich habe ${inCase(name, "accusative")} angehalten.`,
  resumed: (name) => sentence(`${inCase(name, "nominative")} läuft weiter`),
  added: (name, left) => sentence(`${inCase(name, "nominative")} läuft jetzt noch ${left}`),
  remaining: (name, left) => sentence(`${inCase(name, "nominative")} läuft noch ${left}`),
  none: "Einen solchen Timer gibt es nicht.",
  alarmFor: (time) => `Wecker ${at(time)}`,
  alarmOf: (name) => `Wecker „${name}“`,
  theAlarm: "Wecker",
  reminderOf: (name) => `Erinnerung „${name}“`,
  renamed: (what, to) => `${inCase(what, "nominative")} heißt jetzt „${to}“.`,
  moved: (what, time) => `${inCase(what, "nominative")} ist jetzt ${at(time)}.`,
  lasts: (what, duration) => `${inCase(what, "nominative")} läuft jetzt ${duration}.`,
  movedBack: (names) => `Wieder wie vorher: ${grammar.list(names, "and")}.`,
  cannotMove: (what) => `So lässt sich das nicht ändern: ${what}.`,
  movedNeedsYes: (what) => `Das braucht ein Ja: ${what}. Lösche es und plane es neu.`,
  anAlarm: (name, time) => `ein Wecker ${at(time)}${name && name !== ALARM ? ` („${name}“)` : ""}`,
  aTimer: (name, left) => `ein Timer${name ? ` „${name}“` : ""} mit noch ${left}`,
  aReminder: (name, time) => `eine Erinnerung ${at(time)}: ${name}`,
  have: (items) => `Es gibt: ${grammar.list(items, "and")}.`,
  noneThen: "Dafür ist nichts eingestellt.",
  haveNone: (of) => (of === null ? "Es ist nichts geplant." : `Es gibt ${NONE[of]}.`),
  noneSuch: (of, others) =>
    `Das gibt es nicht: ${of === null ? "Plan" : NOUNS[of]}.${others.length > 0 ? ` Es gibt: ${grammar.list(others, "and")}.` : ""}`,
  already: (description) => `Das gibt es schon. ${description}`,
  which: (names) => `Was meinst du: ${grammar.list(names, "or")}?`,
  waits: (what) => `${what} (wartet auf ein Ja)`,
  refused: (what) => `${what} (wird abgelehnt)`,
  nothingPlanned: "Es ist nichts geplant.",
  gone: "Das gibt es schon nicht mehr.",
  due: (time, what) => `${at(time)} ${what}`,
  upcoming: (time, what) => `${at(time)} ${what}`,
  planned: (items, rest) => `Geplant: ${items.join("; ")}${rest > 0 ? `;${more(rest)}` : ""}.`,
  inventory: (of, names, count) => {
    const things = of === "scenes" ? "Szenen" : "Automationen";
    if (count === 0) return `Es gibt noch keine ${things}.`;
    return `${things}: ${grammar.list(names, "and")}${more(count - names.length)}.`;
  },
  unmet: (fact) => `${capital(fact)} Deshalb lasse ich es.`,
  sceneSlowly: (name, duration) => `Die Szene „${name}“ läuft an, das dauert ${duration}.`,
  scene: (name) => `Die Szene „${name}“ ist an.`,
  sceneFailed: (names) => `Die Szene hat nicht geklappt: ${grammar.list(names, "and")}.`,
  scenePartly: (good, names) => `${good} Nur nicht bei: ${grammar.list(names, "and")}.`,
  sceneLeft: (name) => `Was die Szene „${name}“ geändert hatte, habe ich zurückgestellt.`,
  sceneNotOn: (name) => `Bei der Szene „${name}“ gibt es nichts zurückzustellen.`,
  sceneTwice: "Zwei Szenen heißen so. Benenne zuerst eine davon um.",
  sceneTold: (name, description) => `„${name}“ ist eine Szene und weder an noch aus. ${description}`,
  noParameter: (name) => `Die Szene „${name}“ nimmt keine Zahl an.`,
  sceneSaved: (description) => `Szene gespeichert: ${description}`,
  kept: (name, devices, count) =>
    `${name}: ${grammar.list(devices, "and")}${more(count - devices.length)}, wie ${count === 1 ? "es" : "sie"} jetzt ${count === 1 ? "ist" : "sind"}.`,
  nothingToKeep: "Es gibt nichts, dessen Zustand ich behalten könnte.",
  replaceScene: (name) => `Eine Szene „${name}“ gibt es schon. Soll ich sie ersetzen?`,
  sceneRemoved: (name) => `Ich habe die Szene „${name}“ gelöscht.`,
  many: (count) => `Das sind ${count} Geräte. Soll ich?`,
  goneToday: (time) => `${time} ist heute schon vorbei. Morgen um ${time}?`,
  cleansAll: (robot) => `${robot} kann kein einzelnes Zimmer reinigen, nur alles. Soll ich?`,
  timer: "Timer",
  timerNamed: (name) => `der Timer „${name}“`,
  timerOf: (device) => `Timer für ${inCase(device, "accusative")}`,
  timerFor: (duration) => `Timer über ${duration}`,
};

export const turn: Messages["turn"] = {
  empty: "Was soll ich tun?",
  tooLong: "Das ist zu lang für eine Nachricht. Bitte sag es mit weniger als {limit} Zeichen.",
  notUnderstood: "Das habe ich leider nicht verstanden.",
  heard: "Gehört habe ich nur: {names}.",
  noneWaiting: "Es wartet nichts mehr auf ein Ja: die Frage hat sich erledigt, als etwas anderes gesagt wurde.",
  lapsed: "Ich warte darauf nicht mehr auf ein Ja, es wurde nichts getan. Bitte sag es noch einmal.",
  nothingAsked: "Es wartet nichts auf eine Antwort.",
  noModel:
    "Das habe ich allein nicht verstanden, und das Modell ist gerade nicht verfügbar: {why}. Ich habe nichts getan.",
  noHelp: "Das habe ich allein nicht verstanden, und das Modell konnte nicht helfen: {why}. Ich habe nichts getan.",
  kept: "Das habe ich allein nicht verstanden, und {names} bleibt dem Modell verborgen. Ich habe nichts getan.",
  unseen: "Ich kenne noch kein Gerät. Der MQTT-Broker: {why}.",
  partlyUnseen: "Es können Geräte fehlen. Der MQTT-Broker: {why}.",
  recognised: "Erkannt habe ich: {names}.",
  unfounded:
    "Ich habe nichts getan: kein Gerät hat einen Befehl bekommen. Bitte sag es noch einmal mit dem Namen des Geräts.",
  unsure: "Das kann ich nicht sicher sagen: nichts davon habe ich gelesen oder getan.",
  found: "Es gibt: {names}.",
  foundNothing: "Nichts in diesem Zuhause passt dazu.",
  spent: "Das waren mehr Schritte, als eine Anfrage haben darf, deshalb habe ich aufgehört.",
  late: "Das hat länger gedauert, als eine Anfrage darf, deshalb habe ich aufgehört.",
  cancelled: "Abgebrochen, bevor es fertig war.",
  notSaved: "„{what}“ konnte nicht gespeichert werden: {why}.",
  notTried: "Nicht versucht: {detail}",
  notThere: "Hier heißt nichts „{name}“.",
  notClear: "Es ist nicht klar, was mit „{name}“ gemeint ist.",
  address: "Internetadressen, die du mir nicht gegeben hast, lasse ich weg.",
  unusable: "das Modell hat nicht brauchbar gesagt, was zu tun ist.",
  notDone: "Das hat nicht geklappt: {what} ({why}).",
  sayPin: "Wenn ja, sag die PIN.",
  wrongPin: "Die PIN stimmt nicht. Versuch es noch einmal.",
  pinSoon: "Warte {wait} und sag dann die PIN noch einmal.",
  pinLocked: "Es waren zu viele falsche PINs. Versuch es in {wait} wieder.",
  onlyDigits: "Sag nur die Ziffern der PIN.",
  noPinAsked: "Ich warte gerade nicht auf eine PIN. Sag bitte noch einmal, was du möchtest.",
  dropped: "Gut, ich lasse es.",
  expired: "Die Frage ist zu lange her für ein Ja. Bitte frag noch einmal.",
  modelFailed: "Das Modell ist nicht mehr verfügbar: {why}.",
  noFurtherHelp: "Das Modell konnte nicht weiterhelfen: {why}.",
  internal: "Jia hat einen Fehler gemacht und konnte das nicht beenden: {why}.",
  conversationNamed: "das Gespräch „{name}“",
};
