/** The fields that triggers with known due times share. */
import { z } from "zod";
import { Cycle, Day } from "./dates.ts";
import { Duration } from "./durations.ts";

/**
 * What happens to due times that passed while nothing ran: `skip` them; `run_once` now, however late; or run once when the
 * last of them is at most `within` ago. All of them are noted in the runs.
 */
export const Missed = z.union([z.enum(["skip", "run_once"]), z.strictObject({ within: Duration })]);
export type Missed = z.infer<typeof Missed>;

/** What happens to missed due times; the default of the trigger's type when left out. */
export const missedField = Missed.optional();
/** Every other day or week, and so on: `2d`, `3w`; every one when left out. */
export const everyField = Cycle.optional();
/** The first day of that; saving fills in the next one. */
export const fromField = Day.optional();
