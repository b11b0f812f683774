import type { DialogueContext } from "../ground/context.ts";
import { type Item, isMark, playsAnyRole, playsRole } from "../parse/items.ts";
import { segmentText } from "../parse/segment.ts";
import type { TimerIntent } from "../parse/time/timers.ts";
import { normalise } from "../text/tokens.ts";
import { understand } from "../understand.ts";
import { planChangeIn } from "./change.ts";
import { planForms } from "./compiled-forms.ts";

/** What a sentence that plans something leaves out: when it rings, or how long it counts. */
export type MissingTime = "moment" | "duration";

/** In UTF-16 units: longer sentences say more than that something shall ring. */
const LONGEST = 60;

/** What is missing in "set an alarm" or 提醒我喝水; null when more is missing, or nothing. */
export function missingTimeOf(text: string, context: DialogueContext): MissingTime | null {
  if (text.length > LONGEST) return null;
  const asked = plainly(text);
  const items = segmentText(normalise(asked), context.index);
  if (!items.some((item) => playsAnyRole(item, MAKING)) || items.some(tellsHour)) return null;
  if (items.some((item) => isMark(item) && item.text === "?")) return null;
  const first = items.find((item) => !isMark(item) && !playsAnyRole(item, AROUND) && !isDay(item));
  if (first === undefined || !begins(first)) return null;
  const made = planForms().someTime.some((time) => completed(asked, time, context) !== null);
  return made ? (items.some((item) => playsRole(item, "timer")) ? "duration" : "moment") : null;
}

/** Whether it is an amount or a time of day. A date has no hour. */
function tellsHour({ measure }: Item): boolean {
  return measure !== null && measure.kind !== "date";
}

/** Whether it is a day without an hour: 明天, 周三, "on Friday", 后天早上. */
function isDay(item: Item): boolean {
  const { lex, home, measure } = item;
  if (measure?.kind === "date") return true;
  if (playsAnyRole(item, ["next_week", "this_week", "every"])) return true;
  return home === null && (lex?.time.some(({ kind }) => DAYS.has(kind)) ?? false);
}

const DAYS: ReadonlySet<string> = new Set(["day", "weekday", "part"]);

/** Whether the sentence begins with a command. 我的闹钟 and "the alarm is …" are statements. */
function begins(first: Item): boolean {
  return playsAnyRole(first, ["making", "remind", "rising", "wake", "calls"]) || (first.lex?.acts.length ?? 0) > 0;
}

const AROUND = ["filler", "polite"] as const;
const MAKING = ["alarm", "timer", "remind", "rising"] as const;

/** The sentence completed with the time of an answer; null when the answer says anything else. */
export function completeWithTime(asked: string, answer: string, context: DialogueContext): string | null {
  const to = planChangeIn(segmentText(normalise(answer), context.index));
  return to === null || to.kind === "by" ? null : completed(plainly(asked), bare(answer), context);
}

/** The text without a vague time at its beginning. */
function plainly(text: string): string {
  const said = text.trim();
  for (const pattern of planForms().vaguely.in(said)) {
    const found = pattern.exec(said);
    if (found) return said.slice(found[0].length);
  }
  return said;
}

/** The sentence with the time, if that makes exactly one timer, alarm or reminder; null otherwise. */
function completed(asked: string, answer: string, context: DialogueContext): string | null {
  for (const form of planForms().completed) {
    const text = form.replace("{asked}", () => bare(asked)).replace("{answer}", () => answer);
    const meant = understand(text, context, null);
    const [step, ...others] = meant.kind === "plan" ? meant.steps : [];
    if (step?.kind === "timer" && others.length === 0 && MAKES.has(step.intent.op)) return text;
  }
  return null;
}

const MAKES: ReadonlySet<TimerIntent["op"]> = new Set<TimerIntent["op"]>(["start", "ring"]);

/** The text without marks at its end. */
function bare(text: string): string {
  return text.trim().replace(/[\s.!。！,，]+$/u, "");
}
