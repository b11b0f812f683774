import type { Deed, Messages, Subjects } from "../../../src/language/index.ts";
import { grammar, sentence } from "./grammar.ts";
import { type Case, inCase, inRoom, none, pluralOf } from "./nouns.ts";

/** More names than this are counted instead of listed. */
const MANY = 4;

/** How a verb is said: of what was done, of what is to be done, and after "versucht,". */
interface Verb {
  readonly done: string;
  readonly plain: string;
  readonly to: string;
}

function verb(done: string, plain: string, to: string): Verb {
  return { done, plain, to };
}

const VERBS = {
  on: verb("eingeschaltet", "einschalten", "einzuschalten"),
  off: verb("ausgeschaltet", "ausschalten", "auszuschalten"),
  open: verb("geöffnet", "öffnen", "zu öffnen"),
  close: verb("geschlossen", "schließen", "zu schließen"),
  lock: verb("abgeschlossen", "abschließen", "abzuschließen"),
  unlock: verb("aufgeschlossen", "aufschließen", "aufzuschließen"),
  set: verb("gestellt", "stellen", "zu stellen"),
  action: verb("ausgeführt", "ausführen", "auszuführen"),
};

const START = verb("gestartet", "starten", "zu starten");
const STOP = verb("gestoppt", "stoppen", "zu stoppen");

/** Keyed by the act: what is done to a device. */
const ACTS: Readonly<Record<string, Verb>> = {
  start: START,
  run: START,
  play: START,
  clean: START,
  mow: START,
  mop: verb("zum Wischen geschickt", "zum Wischen schicken", "zum Wischen zu schicken"),
  stop: STOP,
  off: STOP,
  close: STOP,
  pause: verb("angehalten", "anhalten", "anzuhalten"),
  resume: verb("weiterlaufen lassen", "weiterlaufen lassen", "weiterlaufen zu lassen"),
  next: verb("weitergeschaltet", "weiterschalten", "weiterzuschalten"),
  previous: verb("zurückgeschaltet", "zurückschalten", "zurückzuschalten"),
  mute: verb("stummgeschaltet", "stummschalten", "stummzuschalten"),
  unmute: verb("wieder laut gestellt", "wieder laut stellen", "wieder laut zu stellen"),
  dock: verb("zur Ladestation geschickt", "zur Ladestation schicken", "zur Ladestation zu schicken"),
  locate: verb("gerufen", "rufen", "zu rufen"),
  toggle: verb("umgeschaltet", "umschalten", "umzuschalten"),
};

/** What a device is told that it can't do, keyed by what was asked of it. */
const CANNOT: Readonly<Record<string, string>> = {
  on: "einschalten",
  off: "ausschalten",
  open: "öffnen",
  close: "schließen",
  lock: "abschließen",
  unlock: "aufschließen",
  start: "starten",
  run: "starten",
  stop: "stoppen",
  pause: "anhalten",
  resume: "fortsetzen",
  mute: "stummschalten",
  unmute: "laut stellen",
  dock: "zur Ladestation schicken",
  toggle: "umschalten",
};

/** "die Lampe", "die Lampe und der Ventilator", "12 Lampen". */
function who({ names, kind }: Subjects, wanted: Case): string {
  if (names.length > MANY) {
    const many = `${names.length} ${kind ? pluralOf(kind) : wanted === "dative" ? "Geräten" : "Geräte"}`;
    return wanted === "genitive" ? `von ${many}` : many;
  }
  return grammar.list(
    names.map((name) => inCase(name, wanted)),
    "and",
  );
}

function one({ names }: Subjects, single: string, several: string): string {
  return names.length === 1 ? single : several;
}

/** What is done, in the accusative, and the verb: "die Helligkeit der Lampe auf 40 %", "stellen". */
function phrase(deed: Deed, subjects: Subjects): readonly [what: string, said: Verb] {
  switch (deed.kind) {
    case "power":
      return [who(subjects, "accusative"), deed.on ? VERBS.on : VERBS.off];
    case "moved":
      return [who(subjects, "accusative"), deed.open ? VERBS.open : VERBS.close];
    case "locked":
      return [who(subjects, "accusative"), deed.locked ? VERBS.lock : VERBS.unlock];
    case "switched":
      return [`${inCase(deed.property, "accusative")} ${who(subjects, "genitive")}`, deed.on ? VERBS.on : VERBS.off];
    case "set":
      return [
        tells(deed)
          ? `${who(subjects, "accusative")} auf ${deed.value}`
          : `${inCase(deed.property, "accusative")} ${who(subjects, "genitive")} auf ${deed.value}`,
        VERBS.set,
      ];
    case "act": {
      const act = ACTS[deed.act];
      return act
        ? [who(subjects, "accusative"), act]
        : [`${grammar.quote(deed.action)} bei ${who(subjects, "dative")}`, VERBS.action];
    }
    case "action":
      return [`${grammar.quote(deed.name)} bei ${who(subjects, "dative")}`, VERBS.action];
    default:
      return deed satisfies never;
  }
}

/** Whether the value tells which property it is. */
function tells({ type }: Extract<Deed, { kind: "set" }>): boolean {
  return /^(target-temperature|target-position|color|mode)$/.test(type);
}

function limit(deed: Deed): string {
  return deed.kind === "set" && deed.end !== null ? "; weiter geht es nicht" : "";
}

function contracted(text: string): string {
  return text.replaceAll("bei dem ", "beim ");
}

function done(deed: Deed, subjects: Subjects, room: string | null): string {
  const [what, { done: said }] = phrase(deed, subjects);
  return sentence(contracted(`ich habe ${room === null ? "" : `${inRoom(room)} `}${what} ${said}${limit(deed)}`));
}

function order(deed: Deed, subjects: Subjects): string {
  const [what, { plain }] = phrase(deed, subjects);
  return contracted(`${what} ${plain}`);
}

export const replies: Messages["replies"] = {
  done,
  already: (deed, subjects) => {
    const is = one(subjects, "ist", "sind");
    switch (deed.kind) {
      case "power":
        return sentence(`${who(subjects, "nominative")} ${is} schon ${deed.on ? "an" : "aus"}`);
      case "moved":
        return sentence(`${who(subjects, "nominative")} ${is} schon ${deed.open ? "offen" : "zu"}`);
      case "locked":
        return sentence(
          `${who(subjects, "nominative")} ${is} schon ${deed.locked ? "abgeschlossen" : "aufgeschlossen"}`,
        );
      case "switched":
        return sentence(
          `${inCase(deed.property, "nominative")} ${who(subjects, "genitive")} ist schon ${deed.on ? "an" : "aus"}`,
        );
      case "act":
      case "action":
        return done(deed, subjects, null);
      default:
        return deed satisfies never;
    }
  },
  set: (settings, subjects, room, how) => {
    if (how !== "already") return grammar.sentences(settings.map((setting) => done(setting, subjects, room)));
    return grammar.sentences(
      settings.map((setting) =>
        sentence(
          tells(setting)
            ? `${who(subjects, "nominative")} ${one(subjects, "steht", "stehen")} schon auf ${setting.value}${limit(setting)}`
            : `${inCase(setting.property, "nominative")} ${who(subjects, "genitive")} steht schon auf ${setting.value}${limit(setting)}`,
        ),
      ),
    );
  },
  moving: (moving, subjects, room, reports) => {
    const where = moving.kind === "open" ? "auf" : moving.kind === "closed" ? "zu" : `auf ${moving.place}`;
    const what = `${who(subjects, "nominative")} ${one(subjects, "fährt", "fahren")}`;
    const place = room === null ? "" : ` ${inRoom(room)}`;
    return sentence(reports ? `${what}${place} ${where}` : `${what}${place} ${where}, meldet aber nichts zurück`);
  },
  accepted: (deed, subjects) => {
    const [what, { to }] = phrase(deed, subjects);
    return sentence(contracted(`ich habe versucht, ${what} ${to}; eine Rückmeldung gibt es nicht`));
  },
  timeout: (subjects) =>
    sentence(
      `${who(subjects, "nominative")} ${one(subjects, "hat", "haben")} nicht geantwortet, deshalb weiß ich nicht, ob es geklappt hat`,
    ),
  offline: (subjects, reason) =>
    sentence(reason || `${who(subjects, "nominative")} ${one(subjects, "ist", "sind")} nicht erreichbar`),
  rejected: (subjects, reason) =>
    sentence(`${who(subjects, "nominative")} ${one(subjects, "hat", "haben")} das abgelehnt${reason && `: ${reason}`}`),
  notSent: (subjects, reason) =>
    sentence(`${who(subjects, "nominative")} ${one(subjects, "hat", "haben")} keinen Befehl bekommen: ${reason}`),
  denied: (reason) => sentence(`das ist nicht erlaubt${reason && `: ${reason}`}`),
  doing: order,
  asking: order,
  orders: (things) => grammar.list(things, "and"),
  confirm: (what, why) => grammar.sentences([sentence(why.join(", ")), `Soll ich ${what}?`]),
  pin: (what) => `Soll ich ${what}? Dann sag die PIN.`,
  pinAlone: "Wie ist die PIN?",
  untouched: (names) => `Nein, an ${grammar.list(names, "and")} habe ich nichts geändert.`,
  touchedAt: (names, time) => `Ja, ich habe um ${time} etwas geändert: ${grammar.list(names, "and")}.`,
  touched: (reply) => grammar.sentences(["Ja.", reply]),
  nothingToUndo: "Es gibt nichts rückgängig zu machen.",
  notBack: (names) => `Nicht zurückstellen kann ich: ${names.join(", ")}.`,
  maybeBroken: "Von hier sieht alles richtig aus: vielleicht ist es kaputt oder ohne Strom.",
  offNow: "Wenn es sich nicht einschalten lässt, ist es vielleicht kaputt.",
  leave: "Gut, ich lasse alles, wie es ist.",
  noDevice: (said, place, nearest) =>
    sentence(
      `ich habe ${place ? `${inRoom(place)} ` : ""}${said ? none(said, "accusative") : "kein solches Gerät"} gefunden${nearest ? `; es gibt aber ${inCase(nearest, "accusative")}` : ""}`,
    ),
  noTime: (said) => sentence(`die Zeit ${grammar.quote(said)} gibt es nicht`),
  noEvent: (said) => sentence(`kein Gerät hier meldet mir ${grammar.quote(said)}`),
  noPerson: (said, known) =>
    sentence(
      `ich kenne niemanden namens ${grammar.quote(said)}${known.length === 0 || known.length > 5 ? "" : `, nur ${grammar.list(known, "and")}`}`,
    ),
  notThere: (who, home) =>
    home === null
      ? `Ich weiß nicht, ob ${who ?? "jemand"} zu Hause ist, also habe ich nichts getan.`
      : `${who ?? "Niemand"} ist ${home ? "zu Hause" : "nicht da"}, also habe ich nichts getan.`,
  noSpeaker: "Wer bist du? Sag mir deinen Namen.",
  unplaced: (floor) => `Ich weiß nicht, ${floor ? "auf welchem Stockwerk" : "in welchem Raum"} du bist.`,
  noRoom: (said, nearest) =>
    sentence(
      `hier gibt es ${none(said, "accusative")}${nearest ? `; es gibt aber ${inCase(nearest, "accusative")}` : ""}`,
    ),
  noProperty: (device, said) =>
    sentence(
      `${device ? inCase(device, "nominative") : "dort"} hat ${said ? none(said, "accusative") : "keine solche Einstellung"}`
        .replace(/^dort hat/, "dort hat nichts")
        .replace("nichts keine", "nichts eine")
        .replace("nichts kein", "nichts ein"),
    ),
  notChanged: (property, devices, range, more = 0) =>
    sentence(
      `${devices.length === 0 ? "" : `${grammar.list([...devices, ...(more > 0 ? [`${more} weitere`] : [])], "and")}: `}${property} wurde nicht geändert${range ? `, möglich ist ${range.from} bis ${range.to}` : ""}`,
    ),
  noAction: (device, said) => {
    const what = CANNOT[said];
    return sentence(
      what
        ? `${inCase(device, "nominative")} lässt sich nicht ${what}`
        : `${inCase(device, "nominative")} kann das nicht`,
    );
  },
  setEach: (each, room) =>
    sentence(`${room}: ${each.map(({ name, setting }) => `${name} ${setting.value}`).join(", ")}`),
  stillOff: (names) => `${grammar.list(names, "and")} ist noch aus.`,
  essential: (names) => `${grammar.list(names, "and")} bleibt an, wenn alles ausgeschaltet wird.`,
  essentialForAdults: "Was anbleiben muss, bestimmen hier nur Erwachsene.",
  notEssential: (names) => `${grammar.list(names, "and")} darf mit allem anderen ausgehen.`,
  essentialAre: (names) =>
    names.length === 0 ? "Nichts muss an bleiben." : `An bleiben: ${grammar.list(names, "and")}.`,
  leftOn: (names) => `${grammar.list(names, "and")} bleibt an.`,
  untoldThere: "das weiß ich nicht: dort meldet das nichts.",
  untold: (device, state) => `ob ${device} ${state} ist, weiß ich nicht.`,
  noMode: (device, said, choices) => `${device} kennt „${said}“ nicht, nur ${grammar.list(choices, "or")}.`,
  noLock: (device) => `${device} hat kein Schloss.`,
  noSwitch: (device, on, parts) =>
    `${device} lässt sich nicht ganz ${on ? "ein" : "aus"}schalten, aber ${grammar.list(parts, "or")}.`,
  outOfRange: (device, property, from, to) =>
    sentence(`${inCase(property, "nominative")} ${inCase(device, "genitive")} geht von ${from} bis ${to}`),
  notOneOf: (device, property, choices) =>
    sentence(
      `${inCase(property, "nominative")} ${inCase(device, "genitive")} kann ${grammar.list(choices, "or")} sein`,
    ),
  badValue: (device, said, choices) =>
    sentence(
      `${inCase(device, "nominative")} kennt ${grammar.quote(said)} nicht${choices.length > 0 ? `: zur Wahl ${choices.length === 1 ? "steht" : "stehen"} ${grammar.list(choices, "and")}` : ""}`,
    ),
  relative: (device, property) =>
    sentence(
      `für später brauche ich einen festen Wert für ${inCase(property, "accusative")} ${inCase(device, "genitive")}: wie es dann ist, weiß ich noch nicht`,
    ),
  noStep: (device: string, property: string, now: string, steps: readonly string[]) =>
    `${property} von ${device} steht auf ${now}: ${grammar.list(steps, "or")}?`,
  unknownState: (device, property) =>
    sentence(`ich kenne ${inCase(property, "accusative")} ${inCase(device, "genitive")} gerade nicht`),
  whom: "Welches Gerät meinst du?",
  meant: (option) => `Meinst du ${inCase(option, "accusative")}?`,
  ask: (options) => `Was meinst du: ${grammar.list(options, "or")}?`,
  askOn: (options) => `Soll ich ${grammar.list(options, "or")} einschalten?`,
  whichRoom: (name, rooms) => `${name}: ${grammar.list(rooms.map(inRoom), "or")}?`,
  named: (name) => name,
  choice: (name, room) => inCase(`${name} ${inRoom(room)}`, "nominative"),
};
