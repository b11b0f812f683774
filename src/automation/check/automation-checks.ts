import type { Command, Home, Value } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import { checkCondition } from "../conditions/index.ts";
import {
  type Action,
  type Automation,
  type AutomationDraft,
  isSchedule,
  type Scene,
  type Schedule,
  type Trigger,
} from "../definition/index.ts";
import { isOver } from "../describe/span.ts";
import { possibleCommandsOf } from "../device-commands/of-actions.ts";
import { judgeOutgoing } from "../outgoing/verdict.ts";
import type { Outgoing } from "../port.ts";
import { commandsOfScene, resolveParameters } from "../scenes/commands.ts";
import { prepareWithin } from "../schedule/within.ts";
import { isOnce, scheduleOf, triggerKindOf } from "../triggers/index.ts";
import type { CheckContext } from "./context.ts";
import { type CheckSubject, DeviceChecks } from "./devices.ts";
import { checkModes } from "./modes.ts";
import type { PartCheck } from "./part-check.ts";
import { checkPersonId } from "./people.ts";
import type { ProblemList } from "./problems.ts";
import { cycleProblem } from "./scene-cycle.ts";

/** What of an automation can be looked at part by part. */
export type AutomationParts = Pick<
  AutomationDraft,
  "id" | "triggers" | "conditions" | "actions" | "until" | "pausedUntil" | "times"
>;

/** Looks at a whole automation, part by part. */
export class AutomationChecks {
  readonly #around: CheckContext;
  readonly #problems: ProblemList;
  readonly #warnings: ProblemList;
  readonly #devices: DeviceChecks;
  readonly #check: PartCheck;
  /** Every command that the actions hold, for the policy. */
  readonly commands: Command[] = [];
  /** Where the actions send to, and nobody has listed. */
  readonly outgoing: Outgoing[] = [];

  /** @param looked why: the same is wrong with a draft and with what is saved, but not the same is to be done */
  constructor(around: CheckContext, problems: ProblemList, warnings: ProblemList, looked: CheckSubject) {
    this.#around = around;
    this.#problems = problems;
    this.#warnings = warnings;
    this.#devices = new DeviceChecks(around.home, problems, looked);
    const { home, now, modes, residents } = around;
    this.#check = {
      ...{ home, now, modes, residents, problems, warnings, devices: this.#devices },
      scene: (id, field) => {
        this.#scene(id, field);
      },
    };
  }

  all(automation: Automation): void {
    this.parts(automation);
    this.#cycles(automation);
  }

  /** Looks at each part by itself; those that are left out of a list stand in their place all the same. */
  parts(automation: AutomationParts): void {
    const seen = new Set<string>();
    const saved = automation.id === undefined ? undefined : this.#around.saved(automation.id);
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
    this.#actions(automation.actions, "actions");
  }

  #trigger(trigger: Trigger, field: string): void {
    triggerKindOf(trigger).check(trigger, field, this.#check);
  }

  /** An end that lies ahead, with something to come before it. */
  #end(automation: AutomationParts): void {
    const { home, now } = this.#around;
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

  #actions(actions: readonly Action[], field: string): void {
    actions.forEach((action, index) => {
      this.#action(action, `${field}[${index}]`);
    });
  }

  #action(action: Action, field: string): void {
    const { home } = this.#around;
    switch (action.type) {
      case "set":
        this.#devices.values(action.target, action.set, field);
        this.commands.push(...possibleCommandsOf(action, home));
        return;
      case "invoke":
        this.#devices.action(action.target, action.action, action.in ?? [], field, "action");
        this.commands.push(...possibleCommandsOf(action, home));
        return;
      case "scene": {
        const scene = this.#scene(action.scene, `${field}.scene`);
        if (scene) this.commands.push(...sceneCommands(scene, action.parameters ?? {}, home));
        for (const name of Object.keys(action.parameters ?? {})) {
          if (!scene || scene.parameters?.[name]) continue;
          const known = Object.keys(scene.parameters ?? {});
          this.#problems.add(
            `${field}.parameters`,
            name,
            message("problems.noParameter"),
            message("problems.has", { known }),
          );
        }
        return;
      }
      case "wait-until":
        checkCondition(action.condition, `${field}.condition`, this.#check);
        return;
      case "wait-for":
        this.#trigger(action.trigger, `${field}.trigger`);
        return;
      case "if":
        checkCondition(action.condition, `${field}.condition`, this.#check);
        this.#actions(action.do, `${field}.do`);
        this.#actions(action.else ?? [], `${field}.else`);
        return;
      case "choose":
        action.options.forEach((option, index) => {
          checkCondition(option.condition, `${field}.options[${index}].condition`, this.#check);
          this.#actions(option.do, `${field}.options[${index}].do`);
        });
        this.#actions(action.else ?? [], `${field}.else`);
        return;
      case "repeat":
        if (action.while) checkCondition(action.while, `${field}.while`, this.#check);
        if (action.until) checkCondition(action.until, `${field}.until`, this.#check);
        this.#actions(action.actions, `${field}.actions`);
        return;
      case "say":
        if (action.target !== undefined) this.#devices.target(action.target, `${field}.target`);
        return;
      case "mode":
        this.#modes(action.mode, `${field}.mode`);
        return;
      case "notify":
        if (action.webhook !== undefined) this.#address(action.webhook, `${field}.webhook`);
        action.to?.forEach((person, at) => {
          checkPersonId(person, this.#around.residents, `${field}.to[${at}]`, this.#problems);
        });
        return;
      case "wait":
      case "stop":
        return;
      default:
        action satisfies never;
    }
  }

  #address(address: string, field: string): void {
    const verdict = judgeOutgoing(address, this.#around.allowed);
    const { host } = verdict;
    if (verdict.decision === "deny") this.#problems.add(field, host, verdict.why, message("outgoing.listIt"));
    if (verdict.decision === "confirm") this.outgoing.push({ field, host });
  }

  #modes(ids: string | readonly string[] | undefined, field: string): void {
    checkModes(ids ?? [], this.#around.modes, field, this.#problems);
  }

  #scene(id: string, field: string): Scene | undefined {
    const scene = this.#around.scene(id);
    if (!scene) {
      this.#problems.add(field, id, message("problems.noScene"), message("problems.listScenes"));
    }
    return scene;
  }

  #cycles(automation: Automation): void {
    const cycle = this.#around.triggers.cycle(automation);
    if (!cycle) return;
    const { field, value, message: problem, fix } = cycleProblem("triggers", cycle);
    this.#problems.add(field, value, problem, fix);
  }
}

/** What a scene commands; parameters that it lacks are a problem of their own. */
function sceneCommands(scene: Scene, given: Readonly<Record<string, Value>>, home: Home): Command[] {
  const known = Object.entries(given).filter(([name]) => scene.parameters?.[name]);
  const parameters = resolveParameters(scene, Object.fromEntries(known));
  return commandsOfScene(scene, parameters, home);
}

/** Whether a schedule never comes within what bounds its automation; a broken one has a problem of its own. */
function isNeverDue(trigger: Schedule, automation: AutomationParts, home: Home, now: number): boolean {
  if (scheduleOf(trigger).startsIn(trigger) !== null) return false;
  try {
    return prepareWithin(trigger, automation, home)(now) === null;
  } catch {
    return false;
  }
}

/** What decides whether it is ever due. */
function spanText({ until, pausedUntil, triggers }: AutomationParts): string {
  return JSON.stringify([until, pausedUntil, triggers]);
}
