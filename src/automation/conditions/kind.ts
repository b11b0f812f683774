/**
 * The parts that every kind of condition has: its form, its check, its words, its references, and when it holds. Each
 * kind is a file of this folder; `index.ts` lists them, and the rest of the room asks the list. Conditions inside a
 * condition are asked through `inner`, which the list gives.
 */
import type { z } from "zod";
import type { Home, Message, Phrase } from "../../home/index.ts";
import type { PartCheck } from "../check/part-check.ts";
import type { TargetChange } from "../references/changes.ts";
import type { LocalDayTest } from "../schedule/days.ts";
import type { MotionLog } from "../surroundings/motion.ts";
import type { Resident } from "../surroundings/residents.ts";

/** The schema of a condition: a strict object with the literal `type`. */
export type ConditionSchema = z.ZodType<{ readonly type: string }>;

/** The state that conditions are asked of. */
export interface ConditionContext {
  readonly home: Home;
  readonly motion: MotionLog;
  readonly now: number;
  /** Id of the mode that the home is in; null: it has none. */
  readonly mode: string | null;
  /** The people of the home; null: it has none. */
  readonly residents: readonly Resident[] | null;
}

/** Whether something holds; null while that is not known. */
export type Truth = boolean | null;

/** Whether a condition holds, with the finding in words: "the bedroom Lamp is off". */
export interface ConditionResult {
  readonly holds: Truth;
  readonly detail: Phrase;
}

/** A condition of any kind inside another one. */
export interface InnerCondition {
  readonly type: string;
}

/** Asks the same question about a condition inside another one, at a field such as `of[0]`. */
export type Inner<Answer> = (condition: InnerCondition, field: string) => Answer;

/** One kind of condition. */
export interface ConditionKind<Schema extends ConditionSchema> {
  readonly type: z.infer<Schema>["type"];
  readonly schema: Schema;
  /** A condition of this kind as it is written in a file. */
  readonly example: z.input<Schema>;
  /** Adds the problems of a condition at `field`, except those of its form. */
  check(condition: z.infer<Schema>, field: string, check: PartCheck, inner: Inner<void>): void;
  /** The condition as a clause: "it is dark outside". */
  words(condition: z.infer<Schema>, home: Home, inner: InnerWords): Phrase;
  /**
   * The opposite as a clause, where it has words of its own ("the window sensor does not show open"); otherwise null.
   */
  notWords(condition: z.infer<Schema>, home: Home, inner: InnerWords): Phrase | null;
  /** Its line in a trace, where the conditions inside have lines of their own; `words` when it is left out. */
  readonly traceWords?: Message;
  /** Whether it holds now. */
  evaluate(condition: z.infer<Schema>, context: ConditionContext, inner: Inner<Truth>): ConditionResult;
  /** Whether time alone can make it become true or false, so that waiting for it must look again. */
  dependsOnTime(condition: z.infer<Schema>, inner: Inner<boolean>): boolean;
  /** The days of the year on which it can hold; null where it is not about days. */
  dayTest(condition: z.infer<Schema>, inner: Inner<LocalDayTest | null>): LocalDayTest | null;
  /** The condition with every target in it changed; the same object when none is. */
  withTargets(condition: z.infer<Schema>, change: TargetChange, inner: InnerChange): z.infer<Schema>;
  /** The condition with every name or id of a person in it changed. */
  withPeople(condition: z.infer<Schema>, change: (person: string) => string, inner: InnerChange): z.infer<Schema>;
}

/** The words of a condition inside another one, and of its opposite. */
export interface InnerWords {
  words(condition: InnerCondition): Phrase;
  notWords(condition: InnerCondition): Phrase;
}

/** Changes a condition inside another one. */
export type InnerChange = (condition: InnerCondition) => InnerCondition;

/** The defaults for most kinds: no conditions inside, no test of days, no devices and people. */
export const PLAIN = {
  notWords: (): Phrase | null => null,
  dependsOnTime: (): boolean => false,
  dayTest: (): LocalDayTest | null => null,
  withTargets: <Condition>(condition: Condition): Condition => condition,
  withPeople: <Condition>(condition: Condition): Condition => condition,
};

/** Gives a kind of condition its types. */
export function defineCondition<Schema extends ConditionSchema>(kind: ConditionKind<Schema>): ConditionKind<Schema> {
  return kind;
}
