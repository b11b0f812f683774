/** Timers and delayed commands as other rooms see them. */
import type { Command, DeviceId, Origin } from "../../home/index.ts";
import type { Language } from "../../language/index.ts";
import type { RingKind, Timer } from "../definition/index.ts";
import type { Approval } from "./definitions.ts";

/** Timers and delayed commands: on disk before a call resolves, continued after a restart. */
export interface Timers {
  list(): readonly Timer[];
  /**
   * Timers whose name is, or else contains, these words. A timer with commands is also found by the names of its
   * devices.
   */
  find(words: string): readonly Timer[];
  /** Timers with commands for one of these devices. */
  commanding(devices: readonly DeviceId[]): readonly Timer[];
  /** Commands as a clause for people: "turn off the floor lamp". */
  describe(commands: readonly Command[], language: Language): string;
  /** The commands for which the policy wants a yes. */
  approvals(commands: readonly Command[]): readonly Approval[];
  /**
   * Starts a countdown. With `commands`, they run when it ends ("turn it off in 20 minutes"); without, it rings. Ask
   * `approvals` first: without `approved`, a command for which the policy wants a yes is refused when it runs.
   * @throws JiaError `invalid-definition` when a command does not fit its device
   */
  start(request: TimerRequest): Promise<Timer>;
  /**
   * Cancels a timer. Adults may change every timer, children and guests those that they set; this holds for the
   * methods below too.
   * @param origin null: Jia itself cancels it, because its purpose is over
   * @throws JiaError `not-found`, `forbidden`
   */
  cancel(id: string, origin: Origin | null): Promise<Timer>;
  /** @throws JiaError `not-found`, `forbidden`, `conflict` when it is paused already */
  pause(id: string, origin: Origin): Promise<Timer>;
  resume(id: string, origin: Origin): Promise<Timer>;
  /**
   * Extends it by `milliseconds`, or shortens it with a negative number. A timer whose end is past then rings at
   * once.
   */
  add(id: string, milliseconds: number, origin: Origin): Promise<Timer>;
  /** Renames it. */
  rename(id: string, name: string, origin: Origin): Promise<Timer>;
}

export interface TimerRequest {
  readonly name?: string;
  readonly durationMs: number;
  readonly commands?: readonly Command[];
  /** How people think of it: a timer, an alarm, a reminder. */
  readonly rings?: RingKind;
  readonly origin: Origin;
  /** Room id. */
  readonly room?: string | null;
  /** A person has said yes to what the policy asks about. */
  readonly approved?: boolean;
}
