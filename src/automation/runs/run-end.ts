import type { Phrase } from "../../home/index.ts";
import type { Run } from "./run.ts";

/** Why a run ends before its last step. */
export class RunEnd extends Error {
  readonly status: Run["status"];
  readonly reason: Phrase;

  constructor(status: Run["status"], reason: Phrase) {
    super(status);
    this.status = status;
    this.reason = reason;
  }
}

/** The process goes down: the run stays in the store as it is and goes on after the restart. */
export class Suspended extends Error {}
