import type { Message } from "../../home/index.ts";

/** The reason why a schedule can never be due. Messages put the field before it. */
export class ScheduleError extends Error {
  readonly reason: Message;

  constructor(reason: Message) {
    super(JSON.stringify(reason));
    this.reason = reason;
  }
}
