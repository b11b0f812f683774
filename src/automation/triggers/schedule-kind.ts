import type { z } from "zod";
import { message } from "../../language/index.ts";
import type { PartCheck } from "../check/part-check.ts";
import { ScheduleError } from "../schedule/schedule-error.ts";
import { NO_REFERENCES, type ScheduleWatch, type TriggerKind, type TriggerSchema } from "./kind.ts";

/** A kind of trigger with due times. */
export type ScheduleKind<Schema extends TriggerSchema> = TriggerKind<Schema, ScheduleWatch<z.infer<Schema>>>;

/** Makes a kind of trigger with due times: its types, and the check that it is ever due. */
export function defineSchedule<Schema extends TriggerSchema>(
  kind: Omit<ScheduleKind<Schema>, "check" | "references" | "goneWords"> & {
    readonly watch: { readonly field: keyof z.infer<Schema> };
  },
): ScheduleKind<Schema> {
  return {
    ...kind,
    check: (trigger, field, check) => checkDue(trigger, kind.watch, field, check),
    references: NO_REFERENCES,
    goneWords: message("causes.device"),
  };
}

/** Checks that a schedule is valid and is ever due. */
function checkDue<Trigger extends object>(
  trigger: Trigger,
  watch: ScheduleWatch<Trigger>,
  field: string,
  { home, now, problems }: PartCheck,
): void {
  const place = `${field}.${watch.field}`;
  const value: unknown = Object.entries(trigger).find(([name]) => name === watch.field)?.[1];
  let next: number | null;
  try {
    next = watch.prepare(trigger, home)(now);
  } catch (error) {
    if (!(error instanceof ScheduleError)) throw error;
    problems.add(place, value, error.reason, watch.fix);
    return;
  }
  if (next === null) problems.add(place, value, watch.never, watch.fix);
}
