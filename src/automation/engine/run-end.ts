import type { Localized } from "../../language/index.ts";
import type { Run } from "../trace.ts";

/** Why a run ends before its last step. */
export class RunEnd extends Error {
  readonly status: Run["status"];
  readonly reason: Localized;

  constructor(status: Run["status"], reason: Localized) {
    super(reason.en);
    this.status = status;
    this.reason = reason;
  }
}

/** The process goes down: the run stays in the store as it is and goes on after the restart. */
export class Suspended extends Error {}
