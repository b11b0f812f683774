import type { Frame, Head } from "../parse/frame.ts";
import { type Item, is, isMark } from "../parse/items.ts";
import { readFrame } from "../parse/read.ts";
import type { Step } from "../plan.ts";
import { select } from "./select.ts";
import type { Situation, Target } from "./situation.ts";

/** "What is planned for tomorrow?", "明天有什么安排" */
export function plannedStep(items: readonly Item[], situation: Situation): Step | null {
  const words = items.filter((item) => !isMark(item));
  if (!words.some((item) => is(item, "planned"))) return null;
  if (!words.some((item) => is(item, "what") || is(item, "which") || is(item, "is") || item.lex?.acts.includes("tell")))
    return null;
  if (words.some((item) => is(item, "cancel"))) return null;
  const day = words.flatMap(({ lex }) => lex?.time ?? []).find((word) => word.kind === "day");
  const targets = targetsOf(readFrame(words, situation.index, true), situation);
  return { kind: "planned", day: day?.kind === "day" ? day.offset : null, devices: targets };
}

/** "cancel the one for the curtains", "取消窗帘的定时" */
export function unplanStep(items: readonly Item[], situation: Situation): Step | null {
  const words = items.filter((item) => !isMark(item));
  const [first] = words.filter((item) => !is(item, "filler") && !is(item, "object"));
  if (!first || !is(first, "cancel") || is(first, "timer")) return null;
  const about = words.some((item) => is(item, "planned") || is(item, "timer") || is(item, "thing"));
  if (!about) return null;
  const targets = targetsOf(readFrame(words, situation.index, true), situation);
  return targets.length > 0 ? { kind: "unplan", devices: targets, words: "" } : null;
}

/** "why did the heating turn on?", "空调为什么开了" */
export function whyStep(items: readonly Item[], situation: Situation): Step | null {
  if (!items.some((item) => is(item, "why"))) return null;
  const [target] = targetsOf(readFrame(items, situation.index, true), situation);
  return target ? { kind: "why", target, address: target.indexed.capabilities.power[0]?.address ?? null } : null;
}

function targetsOf(frame: Frame, situation: Situation): readonly Target[] {
  return frame.heads.flatMap((head) => {
    const all: Head = { ...head, quantifier: "any" };
    return select(all, situation, () => true).targets ?? [];
  });
}
