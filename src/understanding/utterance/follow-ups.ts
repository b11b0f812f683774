import type { DeviceState } from "../../language/index.ts";
import { understoodLanguages } from "../languages.ts";
import { lexicon } from "../lexicon/lexicon.ts";
import type { Act } from "../lexicon/types.ts";
import { endsAsking } from "../sentence/asked.ts";
import { patternText, withoutEndMark } from "../text/pattern-text.ts";
import type { FollowingForms } from "./forms/following.ts";
import { actOfWord, groupsOfMatches } from "./objection.ts";
import { comparesValues } from "./unsupported.ts";

/** A request about the focus that does not name it. */
export type FollowUp =
  /**
   * Back to the original state; `complained`: that before a complaint. `every`: everything that was done, `what`: only this thing,
   * `value`: only the value.
   */
  | {
      readonly kind: "origin";
      readonly complained: boolean;
      readonly every: boolean;
      readonly what: string | null;
      readonly value: boolean;
    }
  /**
   * The same as another thing; `other`: as the other one of two; `what` null: as the focus. `subject`: the thing to change instead
   * of the focus.
   */
  | {
      readonly kind: "same";
      readonly subject: string | null;
      readonly what: string | null;
      readonly other: boolean;
      readonly prop: string;
    }
  /** Between the last two values. */
  | { readonly kind: "between" }
  /** The values of two things are exchanged. */
  | { readonly kind: "swap" }
  /** The last step once more. */
  | { readonly kind: "once-more" }
  /** To the end of the range. */
  | { readonly kind: "utmost" }
  /** How long it still takes. */
  | { readonly kind: "left" }
  /** Whether any of the focus is in a state. */
  | { readonly kind: "any"; readonly state: DeviceState }
  /** Which things of that kind are in a state. */
  | { readonly kind: "which"; readonly state: DeviceState }
  /** When the plan is due; `several`: all plans. */
  | { readonly kind: "when"; readonly several: boolean };

/** Longest follow-up, in characters. */
const LONGEST = 90;

/** Reads a follow-up about the focus; null for any other text. */
export function followUpIn(text: string): FollowUp | null {
  if (text.length > LONGEST) return null;
  const said = withoutEndMark(text);
  // A question must not act.
  const asked = endsAsking(text);
  for (const forms of followingForms()) {
    const [origin] = asked ? [] : groupsOfMatches(said, forms.origins);
    if (origin) {
      const { complained, every, what = null, value } = origin;
      const kind = "origin" as const;
      return {
        kind,
        complained: complained !== undefined,
        every: every !== undefined,
        what,
        value: value !== undefined,
      };
    }
    const [same] = asked ? [] : groupsOfMatches(said, forms.sameAs);
    if (same && !forms.toldOf.test(same["subject"] ?? "")) {
      const { subject = null, what = null, other, prop = "", value = prop } = same;
      const named = subject !== null || what !== null || other !== undefined;
      if (named) return { kind: "same", subject, what, other: other !== undefined, prop: value };
    }
    const [when] = groupsOfMatches(said, forms.asksWhen);
    if (when) return { kind: "when", several: when["several"] !== undefined };
    const [which] = groupsOfMatches(said, forms.asksWhichOf);
    const [meant] = which?.["state"] === undefined ? [] : (lexicon().lookup(which["state"])?.states ?? []);
    if (meant !== undefined) return { kind: "which", state: meant };
    const [any] = groupsOfMatches(said, forms.asksAny);
    const [state] = any?.["state"] === undefined ? [] : (lexicon().lookup(any["state"])?.states ?? []);
    if (state !== undefined) return { kind: "any", state };
    for (const [kind, patterns] of asked ? ASKED : PLAIN)
      if (groupsOfMatches(said, forms[patterns]).length > 0) return { kind };
  }
  return null;
}

const PLAIN = [
  ["between", "between"],
  ["swap", "swaps"],
  ["utmost", "utmost"],
  ["once-more", "onceMore"],
  ["left", "asksLeft"],
] as const;

/** Those of them that ask. */
const ASKED = PLAIN.filter(([kind]) => kind === "left");

/** The wish of somebody else: "twenty" in "no, she says twenty"; null for any other text. */
export function reportedWishIn(text: string): string | null {
  if (text.length > LONGEST) return null;
  const said = patternText(text);
  if (endsAsking(text)) return null;
  const found = followingForms().flatMap((forms) =>
    groupsOfMatches(said, forms.reported).filter(({ rest = "" }) => !forms.judges.test(rest)),
  );
  return found[0]?.["rest"] ?? null;
}

/** The command that takes back a part of the last step: "lower it by 1" for "take one off again"; null for any other text. */
export function stepBackIn(text: string): string | null {
  if (text.length > LONGEST) return null;
  const said = withoutEndMark(text);
  for (const { stepsBack } of followingForms()) {
    for (const { said: pattern, plain } of stepsBack) {
      const groups = pattern.exec(said)?.groups;
      if (groups) return plain(groups);
    }
  }
  return null;
}

/** Whether a text cancels a timer, an alarm or a reminder without describing it: "that" one, or "the" one; null for any other text. */
export function cancelsOneIn(text: string): "that" | "the" | null {
  if (text.length > LONGEST) return null;
  const said = patternText(text);
  const [found] = followingForms().flatMap((forms) => groupsOfMatches(said, forms.cancelsThat));
  return found ? (found["that"] === undefined ? "the" : "that") : null;
}

/** The planned act that is declined: "leave the switching off out"; `weak`: "don't turn it off" may be about now. Null for any other text. */
export function declinedActIn(text: string): { readonly act: Act; readonly weak: boolean } | null {
  if (text.length > LONGEST) return null;
  const said = patternText(text);
  const [found] = followingForms().flatMap((forms) => groupsOfMatches(said, forms.declinesDeed));
  const act = actOfWord(found?.["act"]);
  return act === null ? null : { act, weak: found?.["weak"] !== undefined };
}

/** The thing of a question whether it was changed: "the AC" in "did you touch the AC as well?"; null for any other text. */
export function touchedIn(text: string): string | null {
  if (text.length > LONGEST) return null;
  const said = withoutEndMark(text);
  const [found] = followingForms().flatMap((forms) => groupsOfMatches(said, forms.asksTouched));
  return found?.["what"] ?? null;
}

/** The thing that is said not to work: "the fan" in "the fan doesn't work any more"; null for any other text. */
export function defectIn(text: string): string | null {
  if (text.length > LONGEST) return null;
  const said = withoutEndMark(text);
  const [found] = followingForms().flatMap((forms) => groupsOfMatches(said, forms.defects));
  return found?.["what"] ?? null;
}

/** A text without the remarks at its ends. */
export interface RemarkSplit {
  /** The whole text. */
  readonly whole: string;
  readonly text: string;
  /** The remarks, in order. */
  readonly remarks: readonly string[];
  /** The remarks that say that something stays as it is. */
  readonly stays: readonly string[];
  /** Somebody does it themselves, so the rest can only take something back. */
  readonly byUs: boolean;
}

/** Longest text with remarks, in characters. */
const LONGEST_TOLD = 140;
/** Marks between parts of a text; no point within a number. */
const BETWEEN = /[,，。!！;；?？]+\s*|[.]+(?:\s+|$)|\s+-+\s+/gu;

/**
 * Splits off the remarks at both ends: "the bread's done, cancel that timer", 算了，删掉吧，我自己关. Null if there is none, or
 * nothing is left.
 */
export function withoutRemarks(text: string): RemarkSplit | null {
  if (text.length > LONGEST_TOLD || comparesValues(text.toLowerCase())) return null;
  const parts = splitAtMarks(text);
  const told = parts.map(({ said }) => tellingIn(said));
  // 等会儿 alone may be a time; before a remark it is part of it.
  if (told[0] === null && told[1] === "remark" && bidsToWait(parts[0]?.said ?? "")) told[0] = "remark";
  const from = told.indexOf(null);
  const to = told.lastIndexOf(null);
  if (from < 0 || to - from === parts.length - 1) return null;
  const isBeside = (at: number): boolean => at < from || at > to;
  const beside = parts.filter((_, at) => isBeside(at));
  return {
    whole: text,
    text: text.slice(parts[from]?.from ?? 0, parts[to]?.to ?? 0),
    remarks: beside.map(({ said }) => said),
    stays: parts.flatMap(({ said }, at) => (isBeside(at) && told[at] === "stays" ? said : [])),
    byUs: told.includes("by us"),
  };
}

/** The parts of a text between marks, with their positions. */
export function splitAtMarks(
  text: string,
): readonly { readonly said: string; readonly from: number; readonly to: number }[] {
  const parts: { said: string; from: number; to: number }[] = [];
  let from = 0;
  const add = (to: number): void => {
    const said = patternText(text.slice(from, to)).trim();
    if (said !== "") parts.push({ said, from, to });
  };
  for (const mark of text.matchAll(BETWEEN)) {
    // A question keeps its mark.
    add(/[?？]/u.test(mark[0]) ? mark.index + 1 : mark.index);
    from = mark.index + mark[0].length;
  }
  if (from < text.length) add(text.length);
  return parts;
}

/** Whether a text is only a remark: "it's too dark". */
export function isRemarkOnly(text: string): boolean {
  return text.length <= LONGEST && tellingIn(patternText(text)) === "remark";
}

/** Whether a text tells that somebody is using the thing it names: "Dad's watching TV". */
export function tellsOfUse(text: string): boolean {
  const said = patternText(text);
  return followingForms().some(({ uses }) => uses.test(said));
}

function tellingIn(said: string): "remark" | "stays" | "by us" | null {
  const forms = followingForms();
  if (forms.some(({ doneByUs }) => groupsOfMatches(said, doneByUs).length > 0)) return "by us";
  if (forms.some(({ stays }) => groupsOfMatches(said, stays).length > 0)) return "stays";
  return forms.some(({ remarks }) => groupsOfMatches(said, remarks).length > 0) ? "remark" : null;
}

function bidsToWait(said: string): boolean {
  return followingForms().some(({ waits }) => groupsOfMatches(said, waits).length > 0);
}

function followingForms(): readonly FollowingForms[] {
  return understoodLanguages().flatMap(({ following }) => following ?? []);
}
