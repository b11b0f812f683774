import type { Messages } from "../../../src/language/index.ts";
import { counted, grammar, sentence } from "./grammar.ts";

const ALARM = "Wecker";

/** "um 20:15", "morgen um 20:15". */
function at(time: string): string {
  return time.replace(/(\d+:\d+)$/, "um $1");
}

function more(names: readonly string[], count: number): string {
  return count > names.length ? ` und ${count - names.length} weitere` : "";
}

export const plans: Messages["plans"] = {
  started: (name, duration) => (name ? `Timer „${name}“ läuft: ${duration}.` : `Timer läuft: ${duration}.`),
  alarm: (name, time) => `Wecker gestellt: ${at(time)}${name && name !== ALARM ? ` („${name}“)` : ""}.`,
  alarmName: ALARM,
  reminder: (name, time) => sentence(`ich erinnere dich ${at(time)}: ${name}`),
  later: (what, time) => sentence(`${at(time)}: ${what}`),
  back: (time) => sentence(`${at(time)} wieder wie vorher`),
  unknownBack: "Jedes Mal neu kann ich nur An und Aus zurückstellen, deshalb habe ich nichts gespeichert.",
  good: "Gut. ",
  cancelled: (names) => `${grammar.list(names, "and")} gestrichen.`,
  paused: (name) => sentence(`${name} macht Pause`),
  resumed: (name) => sentence(`${name} läuft weiter`),
  added: (name, left) => sentence(`${name} läuft jetzt noch ${left}`),
  remaining: (name, left) => sentence(`${name} läuft noch ${left}`),
  none: "So einen Timer gibt es nicht.",
  which: (names) => `Welchen meinst du: ${grammar.list(names, "or")}?`,
  nothingPlanned: "Es ist nichts geplant.",
  gone: "Das gibt es schon nicht mehr.",
  due: (time, what) => `${time} ${what}`,
  planned: (items, rest) => `Geplant: ${items.join("; ")}${rest > 0 ? `; und ${rest} weitere` : ""}.`,
  inventory: (of, names, count) => {
    const what = of === "scenes" ? "Szenen" : "Automationen";
    return count === 0 ? `Es gibt noch keine ${what}.` : `${what}: ${grammar.list(names, "and")}${more(names, count)}.`;
  },
  unmet: (fact) => `${fact} Also lasse ich es.`,
  scene: (name) => `Szene „${name}“ ist an.`,
  sceneFailed: (names) => `Die Szene hat nicht geklappt: ${grammar.list(names, "and")}.`,
  scenePartly: (good, names) => `${good} Nur nicht bei ${grammar.list(names, "and")}.`,
  sceneLeft: (name) => `Alles ist wieder wie vor der Szene „${name}“.`,
  sceneNotOn: (name) => `Bei der Szene „${name}“ gibt es nichts zurückzustellen.`,
  noParameter: (name) => `Die Szene „${name}“ nimmt keine Zahl.`,
  approveScene: (name) => `Für die Szene „${name}“ brauche ich ein Ja. Soll ich?`,
  sceneSaved: (description) => `Szene gespeichert: ${description}`,
  kept: (name, devices, count) => `${name}: ${grammar.list(devices, "and")}${more(devices, count)}, so wie jetzt.`,
  nothingToKeep: "Es gibt nichts, dessen Zustand ich merken könnte.",
  replaceScene: (name, why) =>
    grammar.sentences([`Die Szene „${name}“ gibt es schon.`, sentence(why.join(", ")), "Soll ich sie ersetzen?"]),
  sceneRemoved: (name) => `Szene „${name}“ gelöscht.`,
  approve: (why) => grammar.sentences([sentence(why.join(", ")), "Soll ich das einplanen?"]),
  many: (count) => `Das sind ${counted(count, "Gerät", "Geräte")}. Soll ich?`,
  timer: "der Timer",
  timerOf: (device) => `der Timer für ${device}`,
  timerFor: (duration) => `der Timer über ${duration}`,
};
