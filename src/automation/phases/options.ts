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
  readonly sinks: NotificationSinks;
  /** The modes of the home; none when left out. */
  readonly household?: Household;
  /** The people of the home; none when left out. */
  readonly residents?: Residents;
  /**
   * Origins (scheme, host, port) that definitions may send to without a yes, also in the own network; none when left
   * out.
   */
  readonly allowed?: readonly string[];
  /**
   * The lease, where several instances share the store: only its holder runs anything. Without it this instance
   * always does.
   */
  readonly lease?: LeaseStorage;
  /** Called before this instance begins to run anything, and after it has ended. */
  readonly beforeActive?: () => Promise<void>;
  readonly afterActive?: () => Promise<void>;
  /** Called once this instance runs the schedules. */
  readonly onceActive?: () => void;
  /** Called every few seconds while another instance runs the schedules, to read its changes. */
  readonly whileStandingBy?: () => Promise<void>;
  /** Called with errors of work that nobody awaits, for the log. */
  readonly failed: (error: unknown) => void;
  /** Called with the milliseconds by which the clock was set, for the log. */
  readonly clockSet?: (jump: number) => void;
}
