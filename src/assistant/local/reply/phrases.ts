import type { Property, Value } from "../../../home/index.ts";
import type { Language } from "../../../language/index.ts";
import type { Act, State } from "../lexicon/types.ts";
import { CHINESE_PHRASES } from "./chinese.ts";
import { ENGLISH_PHRASES } from "./english.ts";

/** What became of a group of devices, for one sentence of the reply. */
export interface Report {
  readonly names: readonly string[];
  /** "3 lights" where there are many. */
  readonly count: number;
  readonly kind: string;
}

/** A change that was made, as it is told. */
export type Deed =
  | { readonly kind: "power"; readonly on: boolean }
  | { readonly kind: "moved"; readonly open: boolean }
  | { readonly kind: "locked"; readonly locked: boolean }
  | { readonly kind: "property"; readonly property: Property; readonly value: Value; readonly clamped: boolean }
  | { readonly kind: "act"; readonly act: Act; readonly action: string }
  /** An action that was named as such: "stop the alarm". */
  | { readonly kind: "action"; readonly name: string };

export type Failure = "timeout" | "offline" | "rejected" | "denied";

/** The sentences of one language. */
export interface Phrases {
  done(deed: Deed, report: Report, room: string | null): string;
  already(deed: Deed, report: Report): string;
  accepted(deed: Deed, report: Report): string;
  failed(failure: Failure, report: Report, detail: string): string;
  confirm(what: string, why: string): string;
  confirmed: string;
  declined: string;
  nothingToUndo: string;
  undone(names: readonly string[]): string;
  leave: string;
  noDevice(said: string, place: string | null, nearest: string | null): string;
  noRoom(said: string, nearest: string | null): string;
  noProperty(device: string | null, said: string): string;
  /** `said`: the act or action that was asked for. */
  noAction(device: string, said: string): string;
  outOfRange(device: string, property: string, range: { readonly from: string; readonly to: string }): string;
  /** The values of a list are all that it can be. */
  notOneOf(device: string, property: string, choices: readonly string[]): string;
  badValue(device: string, said: string, choices: string): string;
  /** Only a value can be planned, not a change from what is then. */
  relative(device: string, property: string): string;
  unknownState(device: string, property: string): string;
  /** What "it" is, when nothing was talked about. */
  whom: string;
  /** A name that was perhaps misspelt. */
  meant(option: string): string;
  ask(options: readonly string[]): string;
  stateText(state: State, yes: boolean): string;
  yesNo(yes: boolean, name: string, text: string): string;
  some(names: readonly string[], text: string): string;
  none(kind: string, text: string): string;
  all(count: number, kind: string, text: string): string;
  notAll(names: readonly string[], text: string): string;
  count(count: number, kind: string, text: string, names: readonly string[]): string;
  value(name: string, property: string, value: string): string;
  compared(yes: boolean, name: string, property: string, value: string): string;
  unknownValue(name: string, property: string): string;
  since(name: string, text: string, time: string): string;
  where(name: string, room: string | null): string;
  summary(name: string, parts: readonly string[]): string;
}

/** Phrases of a language. */
export function phrasesOf(language: Language): Phrases {
  return PHRASES[language];
}

const PHRASES: Readonly<Record<Language, Phrases>> = { en: ENGLISH_PHRASES, zh: CHINESE_PHRASES };
