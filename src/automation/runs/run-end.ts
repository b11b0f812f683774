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

/** Ends a run because the process stops: it stays in the store, and continues after the restart. */
export class Suspended extends Error {}
