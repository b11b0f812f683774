import type { TimeExpression } from "../../../src/understanding/parse/time/time-expression.ts";
import type { Plannable, SentenceStep } from "../../../src/understanding/plan.ts";

/** What a step comes to: "flur-licht light.on=true", "at 07:00 …", "polar flur-tuer". */
export function meaningOf(step: SentenceStep): string[] {
  switch (step.kind) {
    case "do":
    case "scene":
      return done(step);
    case "refuse":
      return [`refuse ${step.refusal.code}`];
    case "answer":
      return [[step.query.asking, ...step.query.targets.map(({ indexed }) => idOf(indexed.device.id))].join(" ")];
    case "timer":
      return [timer(step.intent)];
    case "later":
      return step.steps.flatMap(done).map((each) => `${moment(step.when)}: ${each}`);
    case "whenever":
      return step.steps.flatMap(done).map((each) => `whenever: ${each}`);
    default:
      return [step.kind];
  }
}

function idOf(id: string): string {
  return id.replace("miot:", "");
}

function done(step: Plannable): string[] {
  if (step.kind === "scene") return ["scene"];
  const refused = step.refusals.map(({ code }) => `refuse ${code}`);
  const changes = step.doings.flatMap(({ target, effects }) =>
    effects.map((effect) => {
      const id = idOf(target.indexed.device.id);
      return effect.kind === "set"
        ? `${id} ${effect.property.address}=${effect.value}`
        : `${id} ${effect.action.address}`;
    }),
  );
  return [...changes, ...refused];
}

function timer(intent: Extract<SentenceStep, { kind: "timer" }>["intent"]): string {
  if (intent.op === "ring") return `ring ${moment(intent.when)}${intent.name && ` ${intent.name}`}`;
  return intent.seconds === null ? intent.op : `${intent.op} ${intent.seconds} s`;
}

function moment(when: TimeExpression): string {
  switch (when.kind) {
    case "at": {
      const day = when.day === null ? "" : ` +${when.day}`;
      const days = when.weekdays.length === 0 ? "" : ` on ${when.weekdays.join("")}`;
      return `${clock(when)}${day}${days}`;
    }
    case "until":
      return `until ${clock(when.end)}`;
    case "sun":
      return when.event;
    default:
      return `${when.kind} ${when.seconds} s`;
  }
}

function clock({ hour, minute }: { readonly hour: number; readonly minute: number }): string {
  return [hour, minute].map((value) => String(value).padStart(2, "0")).join(":");
}
