/**
 * Conditions: what must hold at the moment it is asked, for a run to begin or go on. A new kind is a file of this
 * folder and a line here.
 */
import { z } from "zod";
import type { Home, Phrase } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import type { PartCheck } from "../check/part-check.ts";
import { schemasOf } from "../definition/schemas-of.ts";
import type { TargetChange } from "../references/changes.ts";
import type { ConditionTrace } from "../runs/run.ts";
import type { LocalDayTest } from "../schedule/days.ts";
import { availabilityCondition } from "./availability.ts";
import { dateCondition } from "./date.ts";
import type { ConditionContext, ConditionKind, ConditionSchema, InnerCondition, InnerWords, Truth } from "./kind.ts";
import { modeCondition } from "./mode.ts";
import { allKind, anyKind, notKind } from "./nested.ts";
import { numericCondition } from "./numeric.ts";
import { presenceCondition } from "./presence.ts";
import { quietCondition } from "./quiet.ts";
import { stateCondition } from "./state.ts";
import { sunCondition } from "./sun.ts";
import { timeCondition } from "./time.ts";
import { weekdayCondition } from "./weekday.ts";

/** The kinds without conditions inside, in the order in which people are told of them. */
const simple = [
  modeCondition,
  presenceCondition,
  stateCondition,
  numericCondition,
  timeCondition,
  dateCondition,
  weekdayCondition,
  sunCondition,
  quietCondition,
  availabilityCondition,
] as const;

export type Condition =
  | z.infer<(typeof simple)[number]["schema"]>
  | { type: "all"; of: Condition[] }
  | { type: "any"; of: Condition[] }
  | { type: "not"; of: Condition };

const nested = z.lazy(() => Condition);
const all = z.strictObject({ type: z.literal("all"), of: z.array(nested).min(1).max(50) });
const any = z.strictObject({ type: z.literal("any"), of: z.array(nested).min(1).max(50) });
const not = z.strictObject({ type: z.literal("not"), of: nested });

export const Condition: z.ZodType<Condition, Condition> = z.discriminatedUnion("type", [
  ...schemasOf(simple),
  all,
  any,
  not,
]);
export type ConditionOf<Type extends Condition["type"]> = Extract<Condition, { type: Type }>;

/** All kinds. */
export const CONDITION_KINDS: readonly ConditionKind<ConditionSchema>[] = [
  ...simple,
  allKind(all),
  anyKind(any),
  notKind(not),
];
/** Keyed by type. */
const KINDS = new Map(CONDITION_KINDS.map((kind) => [kind.type, kind]));

/** The kind of a condition. */
export function conditionKindOf({ type }: InnerCondition): ConditionKind<ConditionSchema> {
  const kind = KINDS.get(type);
  if (!kind) throw new Error(`no kind of condition is called ${type}`);
  return kind;
}

/** Adds the problems of a condition and of all conditions in it. */
export function checkCondition(condition: InnerCondition, field: string, check: PartCheck): void {
  conditionKindOf(condition).check(condition, field, check, (inner, at) => checkCondition(inner, at, check));
}

/** A condition as a clause: "it is dark outside and nobody has moved at the hall sensor for 10 minutes". */
export function conditionWords(condition: InnerCondition, home: Home): Phrase {
  return conditionKindOf(condition).words(condition, home, innerWords(home));
}

function notWords(condition: InnerCondition, home: Home): Phrase {
  const own = conditionKindOf(condition).notWords(condition, home, innerWords(home));
  return own ?? message("conditions.not", { condition: conditionWords(condition, home) });
}

function innerWords(home: Home): InnerWords {
  return { words: (inner) => conditionWords(inner, home), notWords: (inner) => notWords(inner, home) };
}

/** Whether all conditions hold, with the finding for each. A condition whose state is unknown does not hold. */
export function evaluateConditions(
  conditions: readonly Condition[],
  context: ConditionContext,
  path = "conditions",
): { readonly holds: boolean; readonly trace: ConditionTrace[] } {
  const trace: ConditionTrace[] = [];
  const results = conditions.map((condition, index) => conditionIsMet(condition, context, `${path}[${index}]`, trace));
  return { holds: results.every((holds) => holds), trace };
}

/** Whether one condition holds; its findings are added to `trace`. */
export function conditionIsMet(
  condition: Condition,
  context: ConditionContext,
  path: string,
  trace: ConditionTrace[] = [],
): boolean {
  return truthOf(condition, context, path, trace) === true;
}

/**
 * The truth of a condition with three values: the opposite of unknown is unknown, and in `all` and `any` an unknown
 * part decides nothing.
 */
function truthOf(condition: InnerCondition, context: ConditionContext, path: string, trace: ConditionTrace[]): Truth {
  const inner = (each: InnerCondition, at: string): Truth => truthOf(each, context, `${path}.${at}`, trace);
  const { holds, detail } = conditionKindOf(condition).evaluate(condition, context, inner);
  trace.push({ path, holds: holds === true, detail });
  return holds;
}

/** Whether time alone can make a condition become true or false, so that waiting for it must look again. */
export function dependsOnTime(condition: InnerCondition): boolean {
  return conditionKindOf(condition).dependsOnTime(condition, dependsOnTime);
}

/** The days of the year on which a condition can hold; null where it is not about days. */
export function dayTestOf(condition: InnerCondition): LocalDayTest | null {
  return conditionKindOf(condition).dayTest(condition, dayTestOf);
}

/** A condition with every target in it changed; the same object when none is. */
export function conditionWithTargets<Part extends InnerCondition>(condition: Part, change: TargetChange): Part {
  const inner = (each: InnerCondition): InnerCondition => conditionWithTargets(each, change);
  return conditionKindOf(condition).withTargets(condition, change, inner) as Part;
}

/** A condition with everybody in it changed. */
export function conditionWithPeople<Part extends InnerCondition>(
  condition: Part,
  change: (person: string) => string,
): Part {
  const inner = (each: InnerCondition): InnerCondition => conditionWithPeople(each, change);
  return conditionKindOf(condition).withPeople(condition, change, inner) as Part;
}
