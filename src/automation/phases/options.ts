import type { Clock, Home } from "../../home/index.ts";
import type { LeaseStorage } from "../engine/lease.ts";
import type { MessageSource } from "../engine/message-triggers.ts";
import type { RunRetention } from "../engine/retention.ts";
import type { NotificationSinks } from "../engine/run-environment.ts";
import type { Scheduler } from "../schedule/agenda.ts";
import type { PlannerStorage } from "../storage.ts";
import type { Household } from "../surroundings/household.ts";
import type { Residents } from "../surroundings/residents.ts";

export interface PlannerOptions extends RunRetention {
  readonly home: Home;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly storage: PlannerStorage;
  /** null: MQTT triggers never fire. */
  readonly messages: MessageSource | null;
  readonly outlets: NotificationSinks;
  /** The modes of the home; without it no trigger and no condition knows any. */
  readonly household?: Household;
  /** The people of the home; without them no trigger and no condition knows any. */
  readonly residents?: Residents;
  /** Origins that definitions may send to unasked, and wherever they are; none when left out. */
  readonly allowed?: readonly string[];
  /** Where several instances share the store: only the holder runs anything. Without it this one always does. */
  readonly lease?: LeaseStorage;
  /** Called before this instance begins to run anything, and after it has ended. */
  readonly beforeActive?: () => Promise<void>;
  readonly afterActive?: () => Promise<void>;
  /** Called once this instance runs the schedules. */
  readonly onceActive?: () => void;
  /** Called every few seconds while another instance runs the schedules: what it changed is read again. */
  readonly whileStandingBy?: () => Promise<void>;
  /** Told of errors that nobody waits for: the log. */
  readonly failed: (error: unknown) => void;
  /** Told by how many milliseconds the clock was set, when that is noticed: the log. */
  readonly clockSet?: (jump: number) => void;
}
