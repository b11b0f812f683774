/** The fields that triggers with known due times share. */
import { z } from "zod";
import { Cycle, Day } from "./dates.ts";
import { Duration } from "./durations.ts";

/**
 * The policy for due times that passed while Jia did not run: `skip` them; `run_once` now, however late; or run once
 * when the last of them is at most `within` ago. All of them are noted in the runs.
 */
export const Missed = z.union([z.enum(["skip", "run_once"]), z.strictObject({ within: Duration })]);
export type Missed = z.infer<typeof Missed>;

/** The policy for missed due times; the default of the trigger's type when left out. */
export const missedField = Missed.optional();
/** A cycle of days or weeks, `2d`, `3w`; every one when left out. */
export const everyField = Cycle.optional();
/** The first day of the cycle; when it is left out, saving fills in the next one. */
export const fromField = Day.optional();
