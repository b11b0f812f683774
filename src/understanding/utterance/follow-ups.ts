import type { DeviceState } from "../../language/index.ts";
import { understoodLanguages } from "../languages.ts";
import { lexicon } from "../lexicon/lexicon.ts";
import type { Act } from "../lexicon/types.ts";
import { endsAsking } from "../sentence/asked.ts";
import { patternText, withoutEndMark } from "../text/pattern-text.ts";
import type { FollowingForms } from "./forms/following.ts";
import { actOfWord, groupsOfMatches } from "./objection.ts";
import { comparesValues } from "./unsupported.ts";

/** What a few words may want of what is talked about, without saying what that is. */
export type FollowUp =
  /**
   * As it was at the beginning; `complained`: before somebody complained. `every`: all that was done, `what`: only this, `value`: only the
   * value.
   */
  | {
      readonly kind: "origin";
      readonly complained: boolean;
      readonly every: boolean;
      readonly what: string | null;
      readonly value: boolean;
    }
  /**
   * As another thing is, `other`: as the other one of two; `what` null: as what is talked about. `subject`: this shall be so, and
   * not what is talked about.
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
  /** Each of two shall be as the other one was set. */
  | { readonly kind: "swap" }
  /** The last step once more. */
  | { readonly kind: "once-more" }
  /** As far as it goes. */
  | { readonly kind: "utmost" }
  /** How long it still takes. */
  | { readonly kind: "left" }
  /** Whether any of it is so. */
  | { readonly kind: "any"; readonly state: DeviceState }
  /** Which of that kind are so. */
  | { readonly kind: "which"; readonly state: DeviceState }
  /** When what was planned is due; `several`: all of it. */
  | { readonly kind: "when"; readonly several: boolean };

/** Longer texts say more than that. */
const LONGEST = 90;

/** Reads a text as one that goes on from what is talked about; null when it says anything else. */
export function followUpIn(text: string): FollowUp | null {
  if (text.length > LONGEST) return null;
  const said = withoutEndMark(text);
  // Who asks whether it is so wants nothing done.
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

/** How somebody else wants it, "twenty" of "no, she says twenty"; null where nobody is told of. */
export function reportedWishIn(text: string): string | null {
  if (text.length > LONGEST) return null;
  const said = patternText(text);
  if (endsAsking(text)) return null;
  const found = followingForms().flatMap((forms) =>
    groupsOfMatches(said, forms.reported).filter(({ rest = "" }) => !forms.judges.test(rest)),
  );
  return found[0]?.["rest"] ?? null;
}

/** What is to be taken back of the last step, said plainly: "lower it by 1" of "take one off again"; null where nothing is. */
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

/** Whether a text cancels a timer, an alarm or a reminder that it does not describe: "that" one, or "the" one. */
export function cancelsOneIn(text: string): "that" | "the" | null {
  if (text.length > LONGEST) return null;
  const said = patternText(text);
  const [found] = followingForms().flatMap((forms) => groupsOfMatches(said, forms.cancelsThat));
  return found ? (found["that"] === undefined ? "the" : "that") : null;
}

/** What was planned to be done and shall not be: "leave the switching off out"; `weak`: "don't turn it off" may be said of now. */
export function declinedActIn(text: string): { readonly act: Act; readonly weak: boolean } | null {
  if (text.length > LONGEST) return null;
  const said = patternText(text);
  const [found] = followingForms().flatMap((forms) => groupsOfMatches(said, forms.declinesDeed));
  const act = actOfWord(found?.["act"]);
  return act === null ? null : { act, weak: found?.["weak"] !== undefined };
}

/** What is asked about whether it was changed, "the AC" of "did you touch the AC as well?"; null where nothing is. */
export function touchedIn(text: string): string | null {
  if (text.length > LONGEST) return null;
  const said = withoutEndMark(text);
  const [found] = followingForms().flatMap((forms) => groupsOfMatches(said, forms.asksTouched));
  return found?.["what"] ?? null;
}

/** What is said not to work, "the fan" of "the fan doesn't work any more"; null where nothing is. */
export function defectIn(text: string): string | null {
  if (text.length > LONGEST) return null;
  const said = withoutEndMark(text);
  const [found] = followingForms().flatMap((forms) => groupsOfMatches(said, forms.defects));
  return found?.["what"] ?? null;
}

/** What was said without what is only told beside it. */
export interface RemarkSplit {
  /** All that was said. */
  readonly whole: string;
  readonly text: string;
  /** What was told, in the order in which it was. */
  readonly remarks: readonly string[];
  /** Those of them that say that something stays as it is. */
  readonly stays: readonly string[];
  /** Somebody does it themselves: the rest can only take something back. */
  readonly byUs: boolean;
}

/** Longer texts tell a story. */
const LONGEST_TOLD = 140;
/** Marks between the parts of what is said: no point within a number. */
const BETWEEN = /[,，。!！;；?？]+\s*|[.]+(?:\s+|$)|\s+-+\s+/gu;

/**
 * The same without the parts at both ends that only tell something: "the bread's done, cancel that timer", 算了，删掉吧，我自己关.
 * Null where nothing is told beside it, or nothing is left.
 */
export function withoutRemarks(text: string): RemarkSplit | null {
  if (text.length > LONGEST_TOLD || comparesValues(text.toLowerCase())) return null;
  const parts = splitAtMarks(text);
  const told = parts.map(({ said }) => tellingIn(said));
  // 等会儿 alone may say when; before what is told it says why.
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

/** What stands between marks, and where. */
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
    // What asks keeps the mark by which it does.
    add(/[?？]/u.test(mark[0]) ? mark.index + 1 : mark.index);
    from = mark.index + mark[0].length;
  }
  if (from < text.length) add(text.length);
  return parts;
}

/** Whether a text only tells how it is: "it's too dark". */
export function isRemarkOnly(text: string): boolean {
  return text.length <= LONGEST && tellingIn(patternText(text)) === "remark";
}

/** Whether a text tells that somebody is using what it names: "Dad's watching TV". */
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
