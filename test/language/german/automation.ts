import type { Messages } from "../../../src/language/index.ts";
import { capital, grammar } from "./grammar.ts";
import { eachInCase } from "./nouns.ts";
import { dative } from "./times.ts";

const NOTICES = { info: "die Meldung", warning: "die Warnung", alarm: "den Alarm" };

/** „an Emma und Leo “ */
function whom(to: readonly string[]): string {
  return to.length === 0 ? "" : `an ${grammar.list(to, "and")} `;
}

export const actions: Messages["actions"] = {
  steps: ({ steps }) => steps.join(", dann "),
  set: ({ what, details }) => `${eachInCase(what, "accusative")} einstellen: ${details.join(", ")}`,
  does: ({ verb, what, details }) => `${eachInCase(what, "accusative")} ${VERBS[verb]}${inBrackets(details)}`,
  value: "{property} {value}",
  unlessTold: "{value}, wenn nichts anderes gesagt wird",
  fromNow: ({ times, less, by }) => `${times === 1 ? "" : `mal ${times} `}um ${by} ${less ? "niedriger" : "höher"}`,
  like: ({ of, times, less, by }) =>
    times === 1 && by === ""
      ? `wie bei ${of}`
      : `${times === 1 ? "" : `${times}-mal `}${by} ${less ? "unter" : "über"} ${of}`,
  invoke: ({ action, what, values }) =>
    `„${action}“ bei ${eachInCase(what, "dative")} ausführen${values.length > 0 ? ` (${grammar.list(values, "and")})` : ""}`.replace(
      "bei dem ",
      "beim ",
    ),
  scene: ({ scene, given }) => `die Szene „${scene}“ aktivieren${inBrackets(given)}`,
  wait: "{duration} warten",
  waitUntil: ({ condition, timeout, goesOn }) =>
    `warten, bis ${condition} (höchstens ${timeout}${goesOn ? ", dann weiter" : ""})`,
  waitFor: ({ happening, timeout, goesOn }) =>
    `warten, bis ${happening.replace(/^wenn /, "")} (höchstens ${timeout}${goesOn ? ", dann weiter" : ""})`,
  stop: "aufhören",
  stopBecause: "aufhören („{reason}“)",
  notify: ({ message, level, to }) => `${NOTICES[level]} „${message}“ ${whom(to)}senden`,
  notifyTo: ({ message, level, to, host }) =>
    `${NOTICES[level]} „${message}“ ${whom(to)}mit dem Namen der Automation und der Zeit an ${host} senden`,
  mode: ({ mode }) => `in den Modus ${mode} wechseln`,
  say: "„{message}“ ansagen",
  if: ({ condition, steps, otherwise }) => `wenn ${condition}: ${steps}${otherwise && `; sonst ${otherwise}`}`,
  choose: ({ options, otherwise }) => [...options, ...(otherwise ? [`sonst ${otherwise}`] : [])].join("; "),
  repeatTimes: "{times}-mal: {steps}",
  repeatWhile: "solange {condition}: {steps}",
  repeatUntil: "bis {condition}: {steps}",
  ifOnly: "wenn {condition}",
  firstThatHolds: "das erste, was zutrifft",
  againAndAgain: "immer wieder",
};

const VERBS = {
  turnOn: "einschalten",
  turnOff: "ausschalten",
  open: "öffnen",
  close: "schließen",
  lock: "abschließen",
  unlock: "aufschließen",
  stop: "stoppen",
};

function inBrackets(details: readonly string[]): string {
  return details.length > 0 ? ` (${details.join(", ")})` : "";
}

export const triggers: Messages["triggers"] = {
  cron: "nach dem Zeitplan „{expression}“",
  dailyAt: ({ days, time }) => `${days} um ${time}`,
  calendarAt: ({ days, times }) => `${days} um ${grammar.list(times, "and")}`,
  beat: ({ days, duration, minute, from, to }) =>
    `${days === "jeden Tag" ? "" : `${days} `}${every(duration)}${from === "" ? "" : ` von ${from} bis ${to}`}${minute === 0 || from !== "" ? "" : ` zur Minute ${minute}`}`,
  ofMonth: ({ days, months }) =>
    `am ${grammar.list(days, "and")} ${months.length === 0 ? "jedes Monats" : `in ${inMonths(months)}`}`,
  inMonths: ({ days, months }) => `${days} in ${inMonths(months)}`,
  eitherDay: ({ days }) => grammar.list(days, "and"),
  dayOfMonth: ({ day }) => `${day}.`,
  alternateDays: ({ odd }) => (odd ? "ungeraden Tag" : "geraden Tag"),
  lastDay: "letzten Tag",
  workingDay: ({ day }) => `nächsten Werktag zum ${day}.`,
  lastWorkingDay: "letzten Werktag",
  nthWeekday: ({ nth, weekday }) => `${nth < 0 ? "letzten" : `${nth}.`} ${WEEKDAYS[weekday] ?? ""}`,
  inZone: "{when} (Zeit von {zone})",
  onDays: "{days} {when}",
  onceIn: "in {duration} (einmal)",
  once: "einmalig {moment}",
  every: ({ duration }) => every(duration),
  changes: ({ what, from }) => `wenn sich ${eachInCase(what, "nominative")} ändert${before(from)}`,
  becomes: ({ state, from }) => `wenn ${state}${before(from)}`,
  passes: ({ what, bounds, lasts }) =>
    `wenn ${eachInCase(what, "nominative")} ${bounds}${lasts && ` und ${lasts} so bleibt`}`,
  event: ({ who, event, details }) => `wenn ${who} ${event}${details.length === 0 ? "" : ` (${details.join(", ")})`}`,
  online: ({ who, lasts }) => `wenn ${eachInCase(who, "nominative")} ${availability(lasts, "erreichbar")}`,
  offline: ({ who, lasts }) => `wenn ${eachInCase(who, "nominative")} ${availability(lasts, "nicht erreichbar")}`,
  scene: "wenn die Szene „{scene}“ aktiviert wird",
  presence: ({ who, home, person, only, lasts }) => {
    const stays = lasts && ` und ${lasts} so bleibt`;
    if (person === "nobody" || person === "everyone") {
      return `wenn alle ${(person === "nobody") === home ? "weg" : "zu Hause"} sind${stays}`;
    }
    if (only !== null) return `wenn der ${only === "first" ? "Erste nach Hause kommt" : "Letzte geht"}${stays}`;
    return `wenn ${person === "anyone" ? "jemand" : who} ${home ? "nach Hause kommt" : "geht"}${stays}`;
  },
  webhook: "wenn der Webhook aufgerufen wird",
  anyMessage: "wenn eine Nachricht zum MQTT-Thema {topic} kommt",
  message: "wenn die Nachricht „{payload}“ zum MQTT-Thema {topic} kommt",
  mode: ({ to }) => `wenn der Modus ${to.length === 0 ? "wechselt" : `${grammar.list(to, "or")} beginnt`}`,
  startup: "wenn Jia startet",
};

const WEEKDAYS = ["Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"];

function inMonths(months: readonly number[]): string {
  return `den Monaten ${grammar.list(months.map(String), "and")}`;
}

function before(from: readonly string[]): string {
  return from.length === 0 ? "" : ` (vorher ${grammar.list(from, "or")})`;
}

function availability(lasts: string, state: string): string {
  return lasts === "" ? `${state} wird` : `seit ${dative(lasts)} ${state} ist`;
}

/** "alle 5 Minuten", "jede Stunde". */
function every(duration: string): string {
  const unit = /^1 (\p{L}+)$/u.exec(duration)?.[1];
  if (unit === undefined) return `alle ${duration}`;
  return `${unit === "Tag" ? "jeden" : "jede"} ${unit}`;
}

export const conditions: Messages["conditions"] = {
  presence: ({ who, home, lasts }) => `${who} ${lasts && `seit ${lasts} `}${home ? "zu Hause" : "weg"} ist`,
  all: ({ conditions }) => joined(conditions, " und "),
  any: ({ conditions }) => joined(conditions, " oder "),
  not: "nicht gilt, dass {condition}",
  bounds: "{what} {bounds}",
  between: "es zwischen {after} und {before} ist",
  after: "es nach {after} ist",
  before: "es vor {before} ist",
  dates: ({ from, to, on, not }) => {
    const is = not ? "es nicht" : "es";
    const days = from !== "" && to !== "" ? `${is} zwischen ${from} und ${to} ist` : "";
    const open = days === "" && from + to !== "" ? `${is} ${from === "" ? `bis ${to}` : `ab ${from}`} ist` : "";
    return [days, open, on.length === 0 ? "" : `${is} ${grammar.list(on, "or")} ist`]
      .filter((part) => part !== "")
      .join(" und ");
  },
  months: ({ first, last, not }) => `es ${not ? "nicht " : ""}zwischen Monat ${first} und ${last} ist`,
  mode: ({ modes }) => `das Zuhause im Modus ${grammar.list(modes, "or")} ist`,
  sunUp: "die Sonne am Himmel steht",
  dark: "es draußen dunkel ist",
  quiet: "sich seit {duration} niemand bewegt hat ({who})",
  allOfThese: "alles davon",
  anyOfThese: "irgendetwas davon",
};

function joined(conditions: readonly string[], joining: string): string {
  return conditions.length > 1 ? `(${conditions.join(joining)})` : (conditions[0] ?? "");
}

export const automation: Messages["automation"] = {
  automation: "Automation",
  scene: "Szene",
  timer: "Timer",
  alarm: "Wecker",
  reminder: "Erinnerung",
  file: "Datei",
  run: "Lauf",
  any: "Automation, Szene oder Timer",
  named: "{what} „{name}“",
  described: ({ when, conditions, what, atMostEvery, off, next, until, paused, over, times }) =>
    [
      `${capital(when.join(" oder "))}${conditions.length > 0 ? `, sofern ${grammar.list(conditions, "and")}` : ""}: ${what}.`,
      atMostEvery === "" ? "" : `Höchstens einmal ${perDuration(atMostEvery)}.`,
      times === null || times === 0 ? "" : times === 1 ? "Nur einmal." : `Nur ${times}-mal.`,
      until === "" || over ? "" : `Bis ${until}.`,
      over ? "Sie ist zu Ende." : paused === "" ? "" : `Pause bis ${paused}.`,
      off ? "Sie ist ausgeschaltet." : over || next === "" ? "" : `Nächstes Mal: ${next}.`,
    ]
      .filter((text) => text !== "")
      .join(" "),
  promised: (told) => automation.described(told),
  onlyAdults: "das darf nur ändern, wer es angelegt hat, oder ein Erwachsener dieses Hauses",
  onlyOwnComings: "wann andere kommen und gehen, erfahren nur Erwachsene dieses Hauses",
  heldBack: ({ waits, refused }) =>
    [
      waits.length > 0 ? `Es fehlt ein Ja (${waits.join(", ")}).` : "",
      refused.length > 0 ? `Nicht erlaubt: ${refused.join(", ")}.` : "",
    ]
      .filter((sentence) => sentence !== "")
      .join(" "),
  policy: "die Regeln",
  sends: "es sendet an {host}",
  describedScene: ({ name, stages }) => `${name}: ${stages.join("; dann ")}.`,
  stages: ({ stages }) => stages.join("; dann "),
  atOnce: ({ steps }) => steps.join("; "),
  gradually: "{what}, nach und nach in {duration}",
};

function perDuration(duration: string): string {
  const unit = /^1 (\p{L}+)$/u.exec(duration)?.[1];
  return unit === undefined ? `in ${dative(duration)}` : `pro ${unit}`;
}
