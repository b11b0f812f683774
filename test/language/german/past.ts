import type {
  DeviceState,
  Messages,
  PastClock,
  ToldChanges,
  ToldNumber,
  ToldSpan,
  ToldTime,
} from "../../../src/language/index.ts";
import { grammar, sentence } from "./grammar.ts";
import { inCase } from "./nouns.ts";

const WEEKDAYS = ["Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"];
const PARTS = {
  small: "nach Mitternacht",
  morning: "Morgen",
  noon: "Mittag",
  afternoon: "Nachmittag",
  evening: "Abend",
  night: "Nacht",
} as const;

/** What was done to it, or what it did: "geöffnet", "vom Netz gegangen". */
const DONE: Readonly<Record<DeviceState, string>> = {
  on: "eingeschaltet",
  off: "ausgeschaltet",
  open: "geöffnet",
  closed: "geschlossen",
  locked: "abgeschlossen",
  unlocked: "aufgeschlossen",
  playing: "gestartet",
  paused: "pausiert",
  stopped: "fertig",
  muted: "stumm geschaltet",
  occupied: "betreten",
  clear: "frei",
  charging: "geladen",
  low: "fast leer",
  full: "voll",
  empty: "leer",
  wet: "nass",
  alarmed: "ausgelöst",
  online: "wieder erreichbar",
  offline: "nicht mehr erreichbar",
  cleaning: "zum Putzen losgeschickt",
  docked: "angedockt",
  hot: "warm",
  cold: "kalt",
};
const WAS: Readonly<Partial<Record<DeviceState, string>>> = {
  on: "an",
  off: "aus",
  open: "offen",
  closed: "zu",
  occupied: "belegt",
  online: "erreichbar",
  offline: "nicht erreichbar",
};

function was(state: DeviceState): string {
  return WAS[state] ?? DONE[state];
}

function called(name: string | null): string {
  return name === null ? "das" : inCase(name, "nominative");
}

function clock({ hour, minute }: PastClock): string {
  return `${hour}:${String(minute).padStart(2, "0")} Uhr`;
}

function day({ days, day: date, month, year, weekday }: PastClock): string {
  if (days === 0) return "heute";
  if (days === -1) return "gestern";
  return days > -7 ? `am ${WEEKDAYS[weekday] ?? ""}` : `am ${date}.${month}.${year ?? ""}`;
}

function moment(at: PastClock): string {
  return at.clear ? `um ${clock(at)}` : `${day(at)} um ${clock(at)}`;
}

function spanText(span: ToldSpan): string {
  switch (span.kind) {
    case "day":
      return span.part === null ? day(span.on) : `${day(span.on)} ${PARTS[span.part]}`;
    case "period":
      return `${span.back === 0 ? "in diesem Zeitraum" : "im Zeitraum davor"} (${span.unit})`;
    case "last":
      return `in den letzten ${span.length}`;
    case "since":
      return `seit ${moment(span.from).replace(/^um /, "")}`;
    case "between":
      return `zwischen ${clock(span.from)} und ${clock(span.to)}`;
    case "at":
      return moment(span.at);
    case "same-time":
      return `${day(span.on)} um diese Zeit`;
    case "now":
      return "jetzt";
    default:
      return span satisfies never;
  }
}

function timesText(times: readonly PastClock[], count: number): string {
  const last = times.at(-1);
  if (!last) return "";
  return count > times.length ? `zuletzt ${moment(last)}` : grammar.list(times.map(moment), "and");
}

function never({ name, state, span, whole }: ToldChanges): string {
  return whole
    ? `${called(name)} war die ganze Zeit ${was(state)}`
    : `${called(name)} wurde ${span} nicht ${DONE[state]}`;
}

function often(count: number): string {
  return count === 1 ? "einmal" : `${count}-mal`;
}

function subject({ property, name, ambient }: ToldNumber): string {
  return `${inCase(property, "nominative")}${ambient ? "" : ` ${inCase(name, "genitive")}`}`;
}

function lengthText({ name, state, length, span, still }: ToldTime): string {
  if (length === "") return `${called(name)} war ${span} nicht ${was(state)}`;
  return `${called(name)} war ${length} lang ${was(state)}${still ? " und ist es noch" : ""}`;
}

export const past: Messages["past"] = {
  moment,
  span: spanText,
  stretch: (from, to) => `von ${clock(from)} bis ${clock(to)}`,
  energy: (value, small) => `${value} ${small ? "Wh" : "kWh"}`,
  noHistory: "Ich führe keine Aufzeichnungen und weiß es nicht.",
  notKept: (name) => sentence(`davon zeichne ich nichts auf${name === null ? "" : ` (${name})`}`),
  noRecord: (name, span) =>
    sentence(`das weiß ich nicht: ${span} habe ich${name === null ? "" : ` von ${name}`} nichts aufgezeichnet`),
  knownSince: (when) => sentence(`ich weiß es erst seit ${when}`),
  gap: (stretch, why) => sentence(`${stretch} ${why === "offline" ? "war es nicht erreichbar" : "lief ich nicht"}`),
  gaps: (length) => sentence(`für ${length} davon habe ich keine Aufzeichnung`),
  last: ({ name, state, at }) => sentence(`${called(name)} wurde zuletzt ${moment(at)} ${DONE[state]}`),
  first: ({ name, state, at }) => sentence(`${called(name)} wurde zuerst ${moment(at)} ${DONE[state]}`),
  neverSeen: (name, state, since) => sentence(`${called(name)} wurde seit ${since} nicht ${DONE[state]}`),
  when: (told) => sentence(told.count === 0 ? never(told) : timesText(told.times, told.count)),
  whether: (told) =>
    sentence(
      told.count === 0 ? `nein, ${never(told)}` : `ja, ${often(told.count)}: ${timesText(told.times, told.count)}`,
    ),
  times: (told) =>
    sentence(told.count === 0 ? "kein einziges Mal" : `${often(told.count)}: ${timesText(told.times, told.count)}`),
  lasted: (told) => sentence(lengthText(told)),
  noneWas: (state, span) => sentence(`nichts davon war ${span} ${was(state)}`),
  lastedEach: (state, each) =>
    sentence(
      grammar.list(
        each.map(
          ({ name, length }) => `${called(name)} war ${length === "" ? "gar nicht" : `${length} lang`} ${was(state)}`,
        ),
        "and",
      ),
    ),
  wasThen: (yes, name, state, other, at) =>
    sentence(
      `${yes ? "ja" : "nein"}, ${called(name)} war ${at} ${yes ? was(state) : other ? was(other) : `nicht ${was(state)}`}`,
    ),
  were: (names, state, at) =>
    sentence(
      names.length === 0
        ? `nichts davon war ${at} ${was(state)}`
        : `${grammar.list(names.map(called), "and")}: ${at} ${was(state)}`,
    ),
  allWere: (count, state, at) => sentence(`ja, alle ${count} waren ${at} ${was(state)}`),
  wereMany: (count, state, at) => sentence(`${count} davon waren ${at} ${was(state)}`),
  ever: (told) =>
    sentence(`${told.length === "" ? "nein" : "ja"}, ${told.whole ? "die ganze Zeit" : lengthText(told)}`),
  always: (told) => sentence(told.whole ? "ja, die ganze Zeit" : `nein, ${lengthText(told)}`),
  value: ({ name, property, value, ambient }) =>
    sentence(`${inCase(property, "nominative")}${ambient ? "" : ` ${inCase(name, "genitive")}`} war ${value}`),
  between: (of, least, most) => sentence(`${subject(of)} lag ${of.span} zwischen ${least} und ${most}`),
  least: (of, value, at) => sentence(`${subject(of)} war am niedrigsten ${moment(at)}: ${value}`),
  most: (of, value, at) => sentence(`${subject(of)} war am höchsten ${moment(at)}: ${value}`),
  mean: (of, value) => sentence(`${subject(of)} war im Mittel ${value}`),
  beyond: (yes, above, _of, value, at) =>
    sentence(`${yes ? "ja" : "nein"}, ${above ? "am höchsten" : "am niedrigsten"} war ${value}, ${moment(at)}`),
  compared: (yes, now, own, before, then) =>
    sentence(
      `${yes === null ? "etwa gleich" : yes ? "ja" : "nein"}: ${own === "" ? "jetzt" : own} ${now}, ${then} ${before}`,
    ),
  modes: (name, each) =>
    sentence(`${called(name)}: ${each.map(({ value, length }) => `${value} ${length} lang`).join(", ")}`),
  used: ({ name, energy, cost, span }) =>
    sentence(
      `${name === null ? "verbraucht" : called(name || null)} ${span}: ${energy}${cost === "" ? "" : `, etwa ${cost}`}`,
    ),
  cost: ({ cost, energy, span }) =>
    sentence(
      cost === ""
        ? `den Strompreis kenne ich nicht, ${span} waren es ${energy}`
        : `etwa ${cost} ${span}, für ${energy}`,
    ),
  cannotCount: (name) => sentence(`${name === null ? "nichts hier" : called(name)} zählt keinen Strom`),
  usedMost: (each) => sentence(each.map(({ name, energy }) => `${name} ${energy}`).join(", ")),
  usedThan: (yes, use, before, then) =>
    sentence(`${yes === null ? "etwa gleich" : yes ? "ja" : "nein"}: ${use.energy} ${use.span}, ${then} ${before}`),
  byThen: (span) => `${span} bis zur selben Zeit`,
};
