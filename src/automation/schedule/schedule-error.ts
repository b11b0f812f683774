import type { Localized } from "../../language/index.ts";

/** Why a schedule can never be due: what stands before it is the field. */
export class ScheduleError extends Error {
  readonly reason: Localized;

  constructor(reason: Localized) {
    super(reason.en);
    this.reason = reason;
  }
}
