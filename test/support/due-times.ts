import { languageOf } from "../../src/language/index.ts";
import { isRecurring, secondsUntil, type TimeExpression } from "../../src/understanding/parse/time/time-expression.ts";
import type { SentenceStep } from "../../src/understanding/plan.ts";
import { understand } from "../../src/understanding/understand.ts";
import { talkIn } from "./speak.ts";

const ZONE = "Asia/Shanghai";
/** Wednesday, 3 June 2026, 10:00. */
const NOW = Date.parse("2026-06-03T10:00:00+08:00");

const talk = talkIn("flat");

/**
 * What a sentence, said on Wednesday, 3 June 2026 at 10:00, would plan or do: "rings 06-04 07:00", "rings 07:00 on 1 2 3:
 * pills", "does at 06-03 19:15", "starts 600: eggs", "refused no-time"; "unknown" when it is handed on.
 */
export function dueOf(text: string, room: string | null = "living"): string[] {
  const situation = { ...talk.local.dialogueContext(null, languageOf(text), room), now: NOW };
  const understanding = understand(text, situation, null);
  return understanding.kind === "unknown" ? ["unknown"] : understanding.steps.map(told);
}

function told(step: SentenceStep): string {
  switch (step.kind) {
    case "timer": {
      const { intent } = step;
      const name = intent.name === "" ? "" : `: ${intent.name}`;
      if (intent.op === "ring") return `${intent.alarm ? "rings" : "reminds"} ${momentOf(intent.when)}${name}`;
      return intent.op === "start" ? `starts ${intent.seconds}${name}` : intent.op;
    }
    case "later":
      return `does at ${momentOf(step.when)}`;
    case "whenever":
      return `whenever ${step.rule.triggers.map(triggerOf).join(" or ")}`;
    case "refuse":
      return `refused ${step.refusal.code}`;
    default:
      return step.kind;
  }
}

function triggerOf(trigger: Extract<SentenceStep, { kind: "whenever" }>["rule"]["triggers"][number]): string {
  switch (trigger.type) {
    case "event":
      return `${trigger.target} ${trigger.event}`;
    case "property":
      return `${trigger.target} ${trigger.property}=${trigger.to}`;
    case "numeric":
      return `${trigger.target} ${trigger.property} ${trigger.above === undefined ? `<${trigger.below}` : `>${trigger.above}`}`;
    default:
      return trigger.type;
  }
}

function momentOf(when: TimeExpression): string {
  if (when.kind === "delay") return `in ${when.seconds}`;
  if (when.kind !== "at") return when.kind;
  if (isRecurring(when)) return `${two(when.hour)}:${two(when.minute)} on ${when.weekdays.join(" ")}`;
  const at = Temporal.Instant.fromEpochMilliseconds(NOW + secondsUntil(when, NOW, ZONE) * 1000);
  return at.toZonedDateTimeISO(ZONE).toString().slice(5, 16).replace("T", " ");
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
