import type { Messages, StateWord, TruthWord } from "../../../src/language/index.ts";
import { grammar } from "./grammar.ts";
import { eachInCase } from "./nouns.ts";
import { dative } from "./times.ts";

/** What stands at the end of a clause after "wenn": of one, of several. */
type Predicate = readonly [one: string, several: string];

interface Predicates {
  readonly becomes: Readonly<Record<"yes" | "no", Predicate>>;
  readonly is: Readonly<Record<"yes" | "no", Predicate>>;
}

const PREDICATES: Readonly<Record<StateWord, Predicates>> = {
  power: both("eingeschaltet", "ausgeschaltet", "an", "aus"),
  lock: both("abgeschlossen", "aufgeschlossen", "abgeschlossen", "aufgeschlossen"),
  valve: both("geöffnet", "geschlossen", "offen", "zu"),
  contact: reports("geschlossen", "offen"),
  motion: reports("Bewegung", "keine Bewegung"),
  presence: reports("Anwesenheit", "keine Anwesenheit"),
  water: reports("Wasser", "kein Wasser"),
};

function both(on: string, off: string, yes: string, no: string): Predicates {
  return {
    becomes: { yes: [`${on} wird`, `${on} werden`], no: [`${off} wird`, `${off} werden`] },
    is: { yes: [`${yes} ist`, `${yes} sind`], no: [`${no} ist`, `${no} sind`] },
  };
}

function reports(yes: string, no: string): Predicates {
  const told = {
    yes: [`${yes} meldet`, `${yes} melden`],
    no: [`${no} meldet`, `${no} melden`],
  } as const;
  return { becomes: told, is: told };
}

/** How a yes-or-no property is worded: `value` after its name ("Bewegung: nicht erkannt"), `told` without it ("keine Bewegung"). */
interface Truth {
  readonly value: readonly [yes: string, no: string];
  readonly told: readonly [yes: string, no: string] | null;
}

const DETECTED = ["erkannt", "nicht erkannt"] as const;

const TRUTHS: Readonly<Record<TruthWord, Truth>> = {
  setting: { value: ["an", "aus"], told: null },
  yes: { value: ["ja", "nein"], told: null },
  lock: same("abgeschlossen", "aufgeschlossen"),
  valve: same("offen", "zu"),
  contact: same("zu", "offen"),
  motion: { value: DETECTED, told: ["Bewegung", "keine Bewegung"] },
  presence: { value: DETECTED, told: ["Anwesenheit", "keine Anwesenheit"] },
  water: { value: DETECTED, told: ["Wasser", "kein Wasser"] },
  vibration: { value: DETECTED, told: ["Erschütterung", "keine Erschütterung"] },
  tamper: { value: DETECTED, told: ["geöffnet", "nicht geöffnet"] },
  battery: { value: ["ja", "nein"], told: ["Batterie schwach", "Batterie nicht schwach"] },
  plug: { value: ["ja", "nein"], told: ["angesteckt", "nicht angesteckt"] },
  leaf: { value: ["offen", "zu"], told: null },
};

function same(yes: string, no: string): Truth {
  return { value: [yes, no], told: [yes, no] };
}

/** Clauses with the verb at the end: they follow "wenn", "bis" and "dass". */
export const states: Messages["states"] = {
  told: ({ state, becomes, yes, who, several, lasts }) => {
    // What has lasted is so.
    const [one, many] = PREDICATES[state][becomes && lasts === "" ? "becomes" : "is"][yes ? "yes" : "no"];
    return `${eachInCase(who, "nominative")} ${since(lasts)}${several ? many : one}`;
  },
  value: ({ what, becomes, values, from = [], lasts }) =>
    `${eachInCase(what, "nominative")} ${since(lasts)}${from.length === 0 ? "" : `von ${grammar.list(from, "or")} `}auf ${grammar.list(values, "or")} ${becomes && lasts === "" ? "wechselt" : "steht"}`,
  truth: (word, yes) => TRUTHS[word].value[yes ? 0 : 1],
  truthAlone: (word, yes) => TRUTHS[word].told?.[yes ? 0 : 1] ?? null,
  propertyOf: "{property} von {who}",
  unknown: "{what} unbekannt ist",
  absent: "es {what} nicht gibt",
  atLast: "{detail} (nicht erreichbar)",
  brokerLost: "{detail} (MQTT-Broker nicht erreichbar)",
  overdue: "{detail} (überfällig)",
  unanswered: "{detail} (vor einem Befehl ohne Antwort)",
  online: ({ who, several, lasts }) =>
    `${eachInCase(who, "nominative")} ${since(lasts)}erreichbar ${several ? "sind" : "ist"}`,
  offline: ({ who, several, lasts }) =>
    `${eachInCase(who, "nominative")} ${since(lasts)}nicht erreichbar ${several ? "sind" : "ist"}`,
  thatOf: "dem Wert von {who}",
  boundOf: ({ of, times, less, by }) =>
    `${times === 1 ? "" : `${times} mal `}${of}${by && ` ${less ? "minus" : "plus"} ${by}`}`,
  isBetween: "zwischen {above} und {below} liegt",
  isAbove: "über {above} liegt",
  isBelow: "unter {below} liegt",
  comesBetween: "zwischen {above} und {below} kommt",
  risesAbove: "über {above} steigt",
  fallsBelow: "unter {below} fällt",
};

function since(lasts: string): string {
  return lasts && `seit ${dative(lasts)} `;
}
