import type { DeviceState } from "../../language/index.ts";
import { understoodLanguages } from "../languages.ts";
import { lexicon } from "../lexicon/lexicon.ts";
import type { Act } from "../lexicon/types.ts";
import { endsAsking } from "../sentence/asked.ts";
import { patternText, withoutEndMark } from "../text/pattern-text.ts";
import { patternsOf } from "../text/patterns.ts";
import type { ObjectionForms } from "./forms/objections.ts";

/** An objection to the last action, or a follow-up to it. */
export type Objection =
  /** Reverts it; `act`: only if that was the action. */
  | { readonly kind: "back"; readonly act: Act | null }
  /** Undoes the last commands, even older ones; `things`: only the last one if it had several targets; `step`: only a step. */
  | { readonly kind: "undo"; readonly commands: number; readonly things: boolean; readonly step: boolean }
  /** Undoes everything but this thing, which stays in `state` if one is said. */
  | { readonly kind: "undo-but"; readonly what: string; readonly state: DeviceState | null }
  /** Reverts only this thing. */
  | { readonly kind: "back-what"; readonly what: string }
  /** Reverts this thing if it was switched the other way. */
  | { readonly kind: "switch-back"; readonly what: string; readonly act: Act }
  /** Approves the state of this thing: nothing to do if it is in it. */
  | { readonly kind: "approve"; readonly what: string; readonly state: DeviceState }
  /** Returns to this state, if it was in it before. */
  | { readonly kind: "stay"; readonly state: DeviceState }
  /**
   * Reverts this thing, and the others stay. Null: no state, or no declined act, was said. `to`: the act for it, if one was
   * said.
   */
  | {
      readonly kind: "spare";
      readonly what: string;
      readonly state: DeviceState | null;
      readonly act: Act | null;
      readonly to?: Act;
    }
  /** The opposite again; `plain`: the text without "again". */
  | { readonly kind: "return"; readonly act: Act; readonly plain: string }
  /** Narrows the action to these of its targets. */
  | { readonly kind: "only"; readonly what: string; readonly act: Act | null }
  /** It is enough; `stops`: it may also stop something that runs. */
  | { readonly kind: "enough"; readonly stops: boolean }
  /** A question what was done. */
  | { readonly kind: "recall" }
  /**
   * The same for this thing instead; `said`: with the act, if the words name it; `idle`: only if the last command had no
   * effect.
   */
  | {
      readonly kind: "other";
      readonly rest: string;
      readonly said: string;
      readonly swaps: boolean;
      readonly idle: boolean;
    }
  /** `rest` was meant instead; `weak`: it may as well be a new command; `remarks`: what was said about the wrong one. */
  | {
      readonly kind: "instead";
      readonly rest: string;
      readonly denied: string | null;
      readonly weak: boolean;
      readonly remarks?: readonly string[];
    };

/** Longest objection, in characters. */
const LONGEST = 100;

/** All readings of a text as an objection, the most specific first. Does not check whether there is an action to object to. */
export function objectionsIn(text: string): readonly Objection[] {
  if (text.length > LONGEST) return [];
  const said = patternText(text);
  const plain = withoutEndMark(text);
  const forms = understoodLanguages().map(({ objections }) => objections);
  if (forms.some(({ recalls }) => groupsOfMatches(plain, recalls).length > 0)) return [{ kind: "recall" }];
  if (asksDone(text)) return [];
  return forms.flatMap((each) => [...meantLast(said, each), ...inForms(said, each)]);
}

/** Whether a text asks if something was done: 都改回去了？, "is it back to how it was?" */
export function asksDone(text: string): boolean {
  if (!endsAsking(text) || text.length > LONGEST) return false;
  const plain = withoutEndMark(text);
  return understoodLanguages().some(({ objections }) => objections.asksDone.test(plain));
}

/** Readings where the right one stands beside words about the wrong one: "not this one, turn it off. I meant the one in the study". */
function meantLast(said: string, forms: ObjectionForms): Objection[] {
  const parts = said.split(PARTED).filter((part) => part !== "");
  if (parts.length < 3) return [];
  // 说错了，我是说主卧的，客厅的给我关回去: the last part but one.
  return [-1, -2].flatMap((at): Objection[] => {
    const remarks = at === -1 ? parts.slice(0, -1) : [...parts.slice(0, -2), ...parts.slice(-1)];
    const [meant] = groupsOfMatches(parts.at(at) ?? "", forms.corrected);
    return meant ? [{ kind: "instead", rest: meant["rest"] ?? "", denied: null, weak: false, remarks }] : [];
  });
}

/** Marks between parts; no point within a number. */
const PARTED = /[,。!;]+\s*|[.]+\s+/u;

/** The next thing for the same action: "Tom's" in "now Tom's"; null for any other text. */
export function continuationIn(text: string): string | null {
  if (text.length > LONGEST) return null;
  const said = patternText(text);
  const [found] = understoodLanguages().flatMap(({ objections }) => groupsOfMatches(said, objections.goesOn));
  return found ? `${found["before"] ?? ""}${found["after"] ?? ""}` : null;
}

/** Whether a text repeats the last question: "and now?", 现在呢. */
export function asksOnceMore(text: string): boolean {
  if (text.length > LONGEST) return false;
  const said = withoutEndMark(text);
  return understoodLanguages().some(({ objections }) => groupsOfMatches(said, objections.asksAgain).length > 0);
}

/** Whether a text asks which ones of the last question: "which ones?", 哪几个. */
export function asksWhich(text: string): boolean {
  if (text.length > LONGEST) return false;
  const said = withoutEndMark(text);
  return understoodLanguages().some(({ objections }) => groupsOfMatches(said, objections.asksWhich).length > 0);
}

/** Whether a text says that it is for now. */
export function saysAtOnce(text: string): boolean {
  const said = patternText(text.slice(0, LONGEST));
  return understoodLanguages().some(({ objections }) => groupsOfMatches(said, objections.atOnce).length > 0);
}

/** The place where the speaker says to be: "kitchen" in "I'm in the kitchen"; null for any other text. */
export function whereaboutsIn(text: string): string | null {
  if (text.length > LONGEST) return null;
  const said = patternText(text);
  const [found] = understoodLanguages().flatMap(({ objections }) => groupsOfMatches(said, objections.whereabouts));
  return found?.["room"] ?? null;
}

function inForms(said: string, forms: ObjectionForms): Objection[] {
  const found: Objection[] = [];
  const undoes = undoing(said, forms);
  // "Put everything back as it was" is about more than the last command.
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

/** The named groups of every pattern that matches the text. */
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

/** The act of a word, alone or as the particle of a verb; null if it has none. */
export function actOfWord(word: string | undefined): Act | null {
  if (word === undefined) return null;
  const meaning = lexicon().lookup(word);
  const [act] = meaning?.acts ?? [];
  if (act !== undefined) return act;
  return meaning?.roles.includes("on") ? "on" : meaning?.roles.includes("off") ? "off" : null;
}
