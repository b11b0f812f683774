import { positionOf } from "../../home/index.ts";
import type { DialogueContext } from "../ground/context.ts";
import { lexicon } from "../lexicon/lexicon.ts";
import type { Frame } from "../parse/frame.ts";
import { type Item, isMark, playsRole } from "../parse/items.ts";
import { anyHasMeasure } from "../parse/role-index.ts";
import { isOwnTimer } from "../parse/slots/own-timer.ts";
import type { TimeExtraction } from "../parse/time/time-expression.ts";
import { isRecurring, isTemporary, type TimeExpression } from "../parse/time/time-expression.ts";
import { namesHomeEntity } from "../parse/time/time-words.ts";
import type { PlannedEffects, SentenceStep } from "../plan.ts";

/** The timing of a command without words of time. */
export const NOW = { when: null, lasting: null } as const;

/**
 * The context of a command for later. The room in focus says nothing about other devices hours later, so it is dropped
 * unless the command is about the focus.
 */
export function laterSituation({ heads, places }: Frame, context: DialogueContext): DialogueContext {
  const { index, focus, room } = context;
  if (room !== null || places.length > 0 || focus.rooms.length === 0) return context;
  const kinds = new Set(heads.flatMap((head) => head.kinds));
  const about = focus.devices.some((id) => {
    const known = index.devices.get(id);
    return known !== undefined && [...kinds].some((kind) => known.kinds.has(kind));
  });
  return about ? context : { ...context, focus: { ...focus, rooms: [] } };
}

/** Puts a command at another time; refusals stay as they are. Null when the step cannot be planned. */
export function timedStep(step: SentenceStep, when: TimeExpression, lasting: number | null): SentenceStep | null {
  switch (step.kind) {
    case "do":
      if (isTemporary(when) && !step.doings.every(isRestorable)) return null;
      return step.doings.length > 0 ? { kind: "later", when, lasting, steps: [step] } : step;
    case "scene":
      return isTemporary(when) || lasting !== null || step.off ? null : { kind: "later", when, lasting, steps: [step] };
    case "ask":
      return { ...step, later: { when, lasting } };
    case "refuse":
      return step;
    default:
      return null;
  }
}

/** Whether the change can be put back: an action cannot, nor a motor that does not report its position. */
function isRestorable({ target, effects }: PlannedEffects): boolean {
  const { device } = target.indexed;
  return effects.some(
    (effect) =>
      effect.kind === "set" &&
      (effect.property.type !== "motor-control" || positionOf(device, effect.property) !== null),
  );
}

/**
 * Cuts before a second moment that stands in front of its command: 工作日六点开空调
 * 八点关, 空调开
 * 两个小时后关掉. A command before the first moment is for now.
 */
export function splitByMoment(stretch: readonly Item[]): (readonly Item[])[] {
  const timed =
    anyHasMeasure(stretch) && stretch.some(({ measure }) => measure?.kind === "clock" || measure?.kind === "duration");
  if (!timed) return [stretch];
  const { timeWords } = lexicon();
  const isMoment = (item: Item, at: number): boolean =>
    !item.grammar.momentsLed &&
    (item.measure?.kind === "clock" ||
      (item.measure?.kind === "duration" && timeWords.after.has(stretch[at + 1]?.text ?? "")));
  let from = 0;
  const parts: (readonly Item[])[] = [];
  for (const [at, item] of stretch.entries()) {
    if (!isMoment(item, at)) continue;
    let start = at;
    while (start > from && (stretch[start - 1]?.lex?.time.length ?? 0) > 0) start -= 1;
    if (!stretch.slice(from, start).some(hasAct) || !stretch.slice(at).some(hasAct)) continue;
    parts.push(stretch.slice(from, start));
    from = start;
  }
  return [...parts, stretch.slice(from)];
}

function hasAct(item: Item): boolean {
  return !namesHomeEntity(item) && (item.lex?.acts.length ?? 0) > 0;
}

/** Applies days that are said last to all moments of the sentence: "on at 6 and off at 8 on weekdays". */
export function withDays(steps: readonly SentenceStep[]): readonly SentenceStep[] {
  const last = steps.at(-1);
  if (last?.kind !== "later" || last.when.kind !== "at" || last.when.weekdays.length === 0) return steps;
  const { weekdays, once } = last.when;
  return steps.map((step) =>
    step.kind === "later" && step.when.kind === "at" && step.when.weekdays.length === 0 && step.when.day === null
      ? { ...step, when: { ...step.when, weekdays, once } }
      : step,
  );
}

/**
 * Merges steps that recur at the same moment into one schedule: "every weekday at 7 open the curtains and start the kettle".
 */
export function mergeRecurring(steps: readonly SentenceStep[]): SentenceStep[] {
  if (steps.length < 2) return [...steps];
  const result: SentenceStep[] = [];
  for (const step of steps) {
    const at = result.findIndex(
      (each) =>
        each.kind === "later" &&
        step.kind === "later" &&
        isRecurring(step.when) &&
        each.lasting === step.lasting &&
        JSON.stringify(each.when) === JSON.stringify(step.when),
    );
    const known = result[at];
    if (known?.kind === "later" && step.kind === "later")
      result[at] = { ...known, steps: [...known.steps, ...step.steps] };
    else result.push(step);
  }
  return result;
}

/**
 * Reads a timer beside a command as the delay of the command: "turn off the lights with a 10 minute timer", 关灯设置1小时计时器. Null
 * when there is none.
 */
export function withTimer(items: readonly Item[]): TimeExtraction | null {
  if (!anyHasMeasure(items)) return null;
  const timer = items.findIndex((item) => playsRole(item, "timer"));
  const duration = items.find((item) => item.measure?.kind === "duration");
  if (timer < 0 || duration?.measure?.kind !== "duration" || isOwnTimer(items)) return null;
  const about = (item: Item): boolean =>
    playsRole(item, "timer") ||
    item === duration ||
    (playsRole(item, "after") && items[items.indexOf(item) - 1] === duration) ||
    (item.lex?.acts.every((act) => act === "set" || act === "start") && item.lex.acts.length > 0) === true;
  const near = items.filter(
    (item, at) =>
      about(item) ||
      (Math.abs(at - timer) <= 3 && (playsRole(item, "with") || playsRole(item, "for") || playsRole(item, "to"))),
  );
  return {
    when: { kind: "delay", seconds: duration.measure.seconds },
    lasting: null,
    rest: items.filter((item) => !near.includes(item)),
  };
}

/** Whether words of time stand first, so that they hold for what follows. */
export function startsWithTime(stretch: readonly Item[], rest: readonly Item[]): boolean {
  const first = stretch.find((item) => !isMark(item) && !playsRole(item, "filler"));
  return first !== undefined && !rest.includes(first);
}
