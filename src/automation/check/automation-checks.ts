import type { Command, Home } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import { checkActions } from "../actions/index.ts";
import type { ActionCheck } from "../actions/kind.ts";
import { checkCondition } from "../conditions/index.ts";
import {
  type Automation,
  type AutomationDraft,
  isSchedule,
  type Scene,
  type Schedule,
  type Trigger,
} from "../definition/index.ts";
import { isOver } from "../describe/span.ts";
import { judgeOutgoing } from "../outgoing/verdict.ts";
import type { Outgoing } from "../port.ts";
import { prepareWithin } from "../schedule/within.ts";
import { isOnce, scheduleOf, triggerKindOf } from "../triggers/index.ts";
import type { CheckContext } from "./context.ts";
import { type CheckSubject, DeviceChecks } from "./devices.ts";
import type { ProblemList } from "./problems.ts";
import { cycleProblem } from "./scene-cycle.ts";

/** The fields of an automation that can be checked part by part. */
export type AutomationParts = Pick<
  AutomationDraft,
  "id" | "triggers" | "conditions" | "actions" | "until" | "pausedUntil" | "times"
>;

/** Checks an automation part by part. */
export class AutomationChecks {
  readonly #context: CheckContext;
  readonly #problems: ProblemList;
  readonly #warnings: ProblemList;
  readonly #devices: DeviceChecks;
  readonly #check: ActionCheck;
  /** All commands of the actions, for the policy. */
  readonly commands: Command[] = [];
  /** Addresses that the actions send to and that the configuration does not list. */
  readonly outgoing: Outgoing[] = [];

  /** @param looked whether it is a draft or saved: both have the same problems, with different advice */
  constructor(context: CheckContext, problems: ProblemList, warnings: ProblemList, looked: CheckSubject) {
    this.#context = context;
    this.#problems = problems;
    this.#warnings = warnings;
    this.#devices = new DeviceChecks(context.home, problems, looked);
    const { home, now, modes, residents } = context;
    this.#check = {
      ...{ home, now, modes, residents, problems, warnings, devices: this.#devices },
      scene: (id, field) => this.#scene(id, field),
      commands: (commands) => {
        this.commands.push(...commands);
      },
      address: (url, field) => this.#address(url, field),
    };
  }

  /** Checks an automation with all its parts. */
  all(automation: Automation): void {
    this.parts(automation);
    this.#cycles(automation);
  }

  /** Checks each part by itself. Lists may have gaps where a part has the wrong form; the others keep their index. */
  parts(automation: AutomationParts): void {
    const seen = new Set<string>();
    const saved = automation.id === undefined ? undefined : this.#context.saved(automation.id);
    const before = new Set(saved?.triggers.map((trigger) => JSON.stringify(trigger)));
    automation.triggers.forEach((trigger, index) => {
      const field = `triggers[${index}]`;
      const written = JSON.stringify(trigger);
      if (!isOnce(trigger) || !before.has(written)) this.#trigger(trigger, field);
      if (seen.has(written)) {
        this.#warnings.add(field, written, message("problems.twice"), message("problems.removeOne"));
      }
      seen.add(written);
    });
    if (saved === undefined || spanText(automation) !== spanText(saved)) this.#end(automation);
    automation.conditions?.forEach((condition, index) => {
      checkCondition(condition, `conditions[${index}]`, this.#check);
    });
    checkActions(automation.actions, "actions", this.#check);
  }

  #trigger(trigger: Trigger, field: string): void {
    triggerKindOf(trigger).check(trigger, field, this.#check);
  }

  /** Checks that the end lies ahead and that something is due before it. */
  #end(automation: AutomationParts): void {
    const { home, now } = this.#context;
    const { until } = automation;
    if (until === undefined) return;
    const over = isOver(automation, { home, now });
    const schedules = automation.triggers.filter(isSchedule);
    const none =
      schedules.length === automation.triggers.length &&
      schedules.every((each) => isNeverDue(each, automation, home, now));
    if (!over && !none) return;
    const problem = over ? message("schedule.passed") : message("problems.endsBefore");
    this.#problems.add("until", until, problem, message("problems.laterEnd"));
  }

  #address(address: string, field: string): void {
    const verdict = judgeOutgoing(address, this.#context.allowed);
    const { host } = verdict;
    if (verdict.decision === "deny") this.#problems.add(field, host, verdict.why, message("outgoing.listIt"));
    if (verdict.decision === "confirm") this.outgoing.push({ field, host });
  }

  #scene(id: string, field: string): Scene | undefined {
    const scene = this.#context.scene(id);
    if (!scene) {
      this.#problems.add(field, id, message("problems.noScene"), message("problems.listScenes"));
    }
    return scene;
  }

  #cycles(automation: Automation): void {
    const cycle = this.#context.triggers.cycle(automation);
    if (!cycle) return;
    const { field, value, message: problem, fix } = cycleProblem("triggers", cycle);
    this.#problems.add(field, value, problem, fix);
  }
}

/** Whether a schedule is never due within the bounds of its automation. A broken schedule has a problem of its own. */
function isNeverDue(trigger: Schedule, automation: AutomationParts, home: Home, now: number): boolean {
  if (scheduleOf(trigger).startsIn(trigger) !== null) return false;
  try {
    return prepareWithin(trigger, automation, home)(now) === null;
  } catch {
    return false;
  }
}

/** The fields that decide whether it is ever due, as text. */
function spanText({ until, pausedUntil, triggers }: AutomationParts): string {
  return JSON.stringify([until, pausedUntil, triggers]);
}
