import type { Message } from "../../home/index.ts";

/** Why a schedule can never be due: what stands before it is the field. */
export class ScheduleError extends Error {
  readonly reason: Message;

  constructor(reason: Message) {
    super(JSON.stringify(reason));
    this.reason = reason;
  }
}
