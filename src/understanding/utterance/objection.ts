import type { DeviceState } from "../../language/index.ts";
import { understoodLanguages } from "../languages.ts";
import { lexicon } from "../lexicon/lexicon.ts";
import type { Act } from "../lexicon/types.ts";
import { endsAsking } from "../sentence/asked.ts";
import { patternText, withoutEndMark } from "../text/pattern-text.ts";
import { patternsOf } from "../text/patterns.ts";
import type { ObjectionForms } from "./forms/objections.ts";

/** What a text may say against what was just done. */
export type Objection =
  /** It is put back; `act`: only where that was done. */
  | { readonly kind: "back"; readonly act: Act | null }
  /** The last commands are undone, whenever they were given; `things`: only the last one, where it was done to several; `step`: only a step. */
  | { readonly kind: "undo"; readonly commands: number; readonly things: boolean; readonly step: boolean }
  /** All of it is undone but for this, which stays in `state` where one is said. */
  | { readonly kind: "undo-but"; readonly what: string; readonly state: DeviceState | null }
  /** Of it only this goes back. */
  | { readonly kind: "back-what"; readonly what: string }
  /** Of this goes back what was switched the other way. */
  | { readonly kind: "switch-back"; readonly what: string; readonly act: Act }
  /** It is right that this is in that state: nothing is to be done where it is. */
  | { readonly kind: "approve"; readonly what: string; readonly state: DeviceState }
  /** It shall be in this state, where it was before. */
  | { readonly kind: "stay"; readonly state: DeviceState }
  /**
   * This goes back, and the others stay so. Null: nothing says how it shall be, or what is not to be done to it. `to`: what is
   * to be done to it, where that is said.
   */
  | {
      readonly kind: "spare";
      readonly what: string;
      readonly state: DeviceState | null;
      readonly act: Act | null;
      readonly to?: Act;
    }
  /** The contrary is wanted again; `plain`: the same without the word that says so. */
  | { readonly kind: "return"; readonly act: Act; readonly plain: string }
  /** Of the things that it was done to only these are meant. */
  | { readonly kind: "only"; readonly what: string; readonly act: Act | null }
  /** It is enough; `stops`: what runs may be meant to stop. */
  | { readonly kind: "enough"; readonly stops: boolean }
  /** It is asked what was done. */
  | { readonly kind: "recall" }
  /**
   * The same is wanted of this thing instead; `said`: with what shall be done to it, where the words say so; `idle`: only
   * where nothing came of what was said before.
   */
  | {
      readonly kind: "other";
      readonly rest: string;
      readonly said: string;
      readonly swaps: boolean;
      readonly idle: boolean;
    }
  /** `rest` is meant instead; `weak`: what comes may as well be something new; `beside`: what is said before it of the wrong one. */
  | {
      readonly kind: "instead";
      readonly rest: string;
      readonly denied: string | null;
      readonly weak: boolean;
      readonly beside?: readonly string[];
    };

/** An objection is short. */
const LONGEST = 100;

/** All that a text may mean as an objection, the most telling first; whether there is something to object to is another matter. */
export function objectionsIn(text: string): readonly Objection[] {
  if (text.length > LONGEST) return [];
  const said = patternText(text);
  const plain = withoutEndMark(text);
  const forms = understoodLanguages().map(({ objections }) => objections);
  if (forms.some(({ recalls }) => groupsOfMatches(plain, recalls).length > 0)) return [{ kind: "recall" }];
  if (asksDone(text)) return [];
  return forms.flatMap((each) => [...meantLast(said, each), ...inForms(said, each)]);
}

/** Whether it is asked if something was done, which wants nothing: 都改回去了？, "is it back to how it was?" */
export function asksDone(text: string): boolean {
  if (!endsAsking(text) || text.length > LONGEST) return false;
  const plain = withoutEndMark(text);
  return understoodLanguages().some(({ objections }) => objections.asksDone.test(plain));
}

/** "Not this one, turn it off. I meant the one in the study": what is meant stands beside what is said of the wrong one. */
function meantLast(said: string, forms: ObjectionForms): Objection[] {
  const parts = said.split(PARTED).filter((part) => part !== "");
  if (parts.length < 3) return [];
  // 说错了，我是说主卧的，客厅的给我关回去: or before the last.
  return [-1, -2].flatMap((at): Objection[] => {
    const beside = at === -1 ? parts.slice(0, -1) : [...parts.slice(0, -2), ...parts.slice(-1)];
    const [meant] = groupsOfMatches(parts.at(at) ?? "", forms.meant);
    return meant ? [{ kind: "instead", rest: meant["rest"] ?? "", denied: null, weak: false, beside }] : [];
  });
}

/** Marks between parts; no point within a number. */
const PARTED = /[,。!;]+\s*|[.]+\s+/u;

/** What the same is wanted for as what was just done, "Tom's" of "now Tom's"; null where it does not go on from that. */
export function continuationIn(text: string): string | null {
  if (text.length > LONGEST) return null;
  const said = patternText(text);
  const [found] = understoodLanguages().flatMap(({ objections }) => groupsOfMatches(said, objections.goesOn));
  return found ? `${found["before"] ?? ""}${found["after"] ?? ""}` : null;
}

/** Whether it asks once more what was asked before: "and now?", 现在呢. */
export function asksOnceMore(text: string): boolean {
  if (text.length > LONGEST) return false;
  const said = withoutEndMark(text);
  return understoodLanguages().some(({ objections }) => groupsOfMatches(said, objections.asksAgain).length > 0);
}

/** Whether it asks which of what was asked about: "which ones?", 哪几个. */
export function asksWhich(text: string): boolean {
  if (text.length > LONGEST) return false;
  const said = withoutEndMark(text);
  return understoodLanguages().some(({ objections }) => groupsOfMatches(said, objections.asksWhich).length > 0);
}

/** Whether it says anywhere that it is for now. */
export function saysAtOnce(text: string): boolean {
  const said = patternText(text.slice(0, LONGEST));
  return understoodLanguages().some(({ objections }) => groupsOfMatches(said, objections.atOnce).length > 0);
}

/** Where somebody says to be, "kitchen" of "I'm in the kitchen"; null where nobody does. */
export function whereaboutsIn(text: string): string | null {
  if (text.length > LONGEST) return null;
  const said = patternText(text);
  const [found] = understoodLanguages().flatMap(({ objections }) => groupsOfMatches(said, objections.whereabouts));
  return found?.["room"] ?? null;
}

function inForms(said: string, forms: ObjectionForms): Objection[] {
  const found: Objection[] = [];
  const undoes = undoing(said, forms);
  // "Put everything back as it was" is about more than what was done last.
  found.push(...undoes.filter(({ commands }) => commands === Infinity));
  for (const { what = "", state = "" } of groupsOfMatches(said, forms.approves)) {
    const [meant] = lexicon().lookup(state)?.states ?? [];
    if (meant !== undefined) found.push({ kind: "approve", what, state: meant });
  }
  for (const { stop } of groupsOfMatches(said, forms.enough)) found.push({ kind: "enough", stops: stop !== undefined });
  for (const groups of groupsOfMatches(said, forms.takesBack))
    found.push({ kind: "back", act: actOfWord(groups["act"]) });
  found.push(...undoes.filter(({ commands }) => commands !== Infinity));
  for (const { what = "", state } of groupsOfMatches(said, forms.undoesBut)) {
    const stays = state === undefined ? null : (lexicon().lookup(state)?.states[0] ?? null);
    if (stays !== null || state === undefined) found.push({ kind: "undo-but", what, state: stays });
  }
  for (const { what = "" } of groupsOfMatches(said, forms.putsBack)) found.push({ kind: "back-what", what });
  for (const { what = "", act } of groupsOfMatches(said, forms.switchesBack)) {
    const meant = actOfWord(act);
    if (meant !== null) found.push({ kind: "switch-back", what, act: meant });
  }
  for (const { state = "" } of groupsOfMatches(said, forms.leaves)) {
    const [meant] = lexicon().lookup(state)?.states ?? [];
    if (meant !== undefined) found.push({ kind: "stay", state: meant });
  }
  for (const { what = "", on, state, act, to } of groupsOfMatches(said, forms.spares)) {
    const stays = on !== undefined ? "on" : state === undefined ? null : (lexicon().lookup(state)?.states[0] ?? null);
    const done = actOfWord(to);
    if (stays !== null || state === undefined)
      found.push({ kind: "spare", what, state: stays, act: actOfWord(act), ...(done !== null && { to: done }) });
  }
  for (const { act, before = "", after = "" } of groupsOfMatches(said, forms.returns)) {
    const meant = actOfWord(act);
    const plain = `${before}${after}`;
    if (meant !== null)
      found.push({ kind: "return", act: meant, plain: before.includes(act ?? "") ? plain : `${plain}${act ?? ""}` });
  }
  for (const { what = "", act } of groupsOfMatches(said, forms.narrows))
    found.push({ kind: "only", what, act: actOfWord(act) });
  for (const { rest = "", said: whole = rest, swap } of groupsOfMatches(said, forms.otherThing))
    found.push({ kind: "other", rest, said: whole, swaps: swap !== undefined, idle: false });
  for (const { rest = "" } of groupsOfMatches(said, forms.elseThing))
    found.push({ kind: "other", rest, said: rest, swaps: false, idle: true });
  for (const { rest = "", denied = null, weak } of groupsOfMatches(said, forms.instead))
    found.push({ kind: "instead", rest, denied, weak: weak !== undefined });
  return found;
}

function undoing(said: string, forms: ObjectionForms): Extract<Objection, { kind: "undo" }>[] {
  return groupsOfMatches(said, forms.undoes).flatMap(({ both, them, every, count, step }) => {
    const all = (them ?? every) !== undefined;
    const commands = all ? Infinity : both !== undefined ? 2 : count === undefined ? 1 : numberOf(count);
    const things = (both ?? them) !== undefined;
    return commands === null ? [] : [{ kind: "undo" as const, commands, things, step: step !== undefined }];
  });
}

/** The groups of the patterns that are the whole of what is said. */
export function groupsOfMatches(
  said: string,
  patterns: readonly RegExp[],
): Readonly<Record<string, string | undefined>>[] {
  return patternsOf(patterns)
    .in(said)
    .flatMap((pattern) => {
      const found = pattern.exec(said);
      return found ? [found.groups ?? {}] : [];
    });
}

function numberOf(word: string): number | null {
  const value = lexicon().numbers.get(word) ?? Number(word);
  return Number.isInteger(value) && value > 0 ? value : null;
}

/** The act that a word stands for, alone or as what completes a verb. */
export function actOfWord(word: string | undefined): Act | null {
  if (word === undefined) return null;
  const meaning = lexicon().lookup(word);
  const [act] = meaning?.acts ?? [];
  if (act !== undefined) return act;
  return meaning?.roles.includes("on") ? "on" : meaning?.roles.includes("off") ? "off" : null;
}
