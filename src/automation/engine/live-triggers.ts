import type { Hold } from "../storage.ts";
import type { DeviceTriggers } from "./device-triggers.ts";
import type { LiveAutomation } from "./live.ts";
import type { MessageTriggers } from "./message-triggers.ts";
import type { PresenceTriggers } from "./presence-triggers.ts";
import type { ScheduleRunner } from "./schedule-runner.ts";

/** Everything that triggers of live automations wait for. */
export interface LiveTriggerParts {
  readonly schedules: ScheduleRunner;
  readonly watchers: DeviceTriggers;
  readonly messages: MessageTriggers;
  readonly presence: PresenceTriggers;
}

/** Starts and stops the watching of all triggers of an automation: schedules, devices, messages and signals, people. */
export class LiveTriggers {
  readonly #parts: LiveTriggerParts;

  constructor(parts: LiveTriggerParts) {
    this.#parts = parts;
  }

  /**
   * Begins to watch the triggers of an automation.
   * @param settledTo the cursor of a schedule by index of its trigger, in milliseconds since the epoch; undefined: none
   */
  add(live: LiveAutomation, settledTo: (trigger: number) => number | undefined): void {
    this.#parts.schedules.add(live, settledTo);
    this.#parts.watchers.add(live);
    this.#parts.messages.add(live);
    this.#parts.presence.add(live);
  }

  remove(live: LiveAutomation): void {
    this.#parts.schedules.remove(live);
    this.#parts.watchers.remove(live);
    this.#parts.messages.remove(live);
    this.#parts.presence.remove(live);
  }

  /** Continues a `for` that began before the restart. */
  restoreHold(live: LiveAutomation, hold: Hold): void {
    this.#parts.watchers.restoreHold(live, hold);
    this.#parts.presence.restoreHold(live, hold);
  }

  /** Takes over targets that were rewritten with the same meaning. */
  follow(live: LiveAutomation): void {
    this.#parts.watchers.follow(live);
  }
}
