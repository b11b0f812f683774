import { type Command, type Home, slug } from "../../home/index.ts";
import { commandsOf } from "../commands.ts";
import {
  type Action,
  type Automation,
  AutomationDraft,
  type Condition,
  isSchedule,
  type Scene,
  type Trigger,
  toMs,
} from "../definition/index.ts";
import { MotionLog } from "../motion.ts";
import type { Check } from "../port.ts";
import { Problems } from "../problems.ts";
import { prepare, writeMoment } from "../schedule/next.ts";
import { ScheduleError } from "../schedule/schedule-error.ts";
import { approvalsFor } from "./approvals.ts";
import { DeviceChecks } from "./devices.ts";
import { cycleProblem, sceneCycle } from "./scene-cycle.ts";

/** What a check looks at besides the draft. */
export interface Surroundings {
  readonly home: Home;
  readonly now: number;
  readonly scene: (id: string) => Scene | undefined;
  /** The automations beside it, to find those that would trigger each other for ever. */
  readonly automations: Iterable<Automation>;
  /** The one that is saved under an id: a moment of it that has passed since is no mistake. */
  readonly saved: (id: string) => Automation | undefined;
}

/** Deeper nesting than this is refused. */
const MAX_DEPTH = 12;

/** Looks at a draft: every problem with its field, and the complete definition when there is none. */
export function checkAutomation(input: unknown, around: Surroundings): Check<Automation> {
  const problems = new Problems();
  const warnings = new Problems();
  if (depthOf(input) > MAX_DEPTH * 3) {
    problems.add("", "", { en: "is nested too deeply", zh: "嵌套过深" }, { en: "Split it up.", zh: "请拆分。" });
    return { definition: null, problems: problems.list, warnings: [], approvals: [] };
  }
  const parsed = AutomationDraft.safeParse(input);
  if (!parsed.success) {
    problems.addIssues(parsed.error, input);
    return { definition: null, problems: problems.list, warnings: [], approvals: [] };
  }
  const definition = complete(parsed.data, around);
  const checks = new AutomationChecks(around, problems, warnings);
  checks.all(definition);
  const commands = checks.commands;
  return {
    definition: problems.list.length === 0 ? definition : null,
    problems: problems.list,
    warnings: warnings.list,
    approvals: problems.list.length === 0 ? approvalsFor(commands, around.home) : [],
  };
}

/** Fills in what saving settles: the id, when "in 40 minutes" is, and where an interval starts. */
function complete(draft: AutomationDraft, { home, now, saved }: Surroundings): Automation {
  const triggers = draft.triggers.map((trigger): Trigger => {
    if (trigger.type === "once" && trigger.in !== undefined) {
      const { in: delay, ...rest } = trigger;
      return { ...rest, at: writeMoment(now + toMs(delay), home.timezone) };
    }
    if (trigger.type === "interval" && trigger.from === undefined) {
      return { ...trigger, from: writeMoment(now, home.timezone) };
    }
    return trigger;
  });
  return { ...draft, id: draft.id ?? freeId(draft.name, "automation", (id) => saved(id) !== undefined), triggers };
}

/** An id made from a name, with a number where it is taken. */
export function freeId(name: string, fallback: string, taken: (id: string) => boolean): string {
  const wanted =
    slug(name)
      .replace(/[^\p{Ll}\p{Lo}\p{N}-]/gu, "")
      .replace(/^-+/, "")
      .slice(0, 60) || fallback;
  let id = wanted;
  for (let n = 2; taken(id); n += 1) id = `${wanted}-${n}`;
  return id;
}

class AutomationChecks {
  readonly #around: Surroundings;
  readonly #problems: Problems;
  readonly #warnings: Problems;
  readonly #devices: DeviceChecks;
  /** Every command that the actions hold, for the policy. */
  readonly commands: Command[] = [];

  constructor(around: Surroundings, problems: Problems, warnings: Problems) {
    this.#around = around;
    this.#problems = problems;
    this.#warnings = warnings;
    this.#devices = new DeviceChecks(around.home, problems);
  }

  all(automation: Automation): void {
    const seen = new Set<string>();
    const before = new Set(this.#around.saved(automation.id)?.triggers.map((trigger) => JSON.stringify(trigger)));
    automation.triggers.forEach((trigger, index) => {
      const field = `triggers[${index}]`;
      const written = JSON.stringify(trigger);
      if (trigger.type !== "once" || !before.has(written)) this.#trigger(trigger, field);
      if (seen.has(written)) {
        this.#warnings.add(
          field,
          written,
          { en: "stands there twice", zh: "重复" },
          { en: "Remove one.", zh: "请删除一个。" },
        );
      }
      seen.add(written);
    });
    automation.conditions?.forEach((condition, index) => {
      this.#condition(condition, `conditions[${index}]`);
    });
    this.#actions(automation.actions, "actions");
    this.#cycles(automation);
  }

  #trigger(trigger: Trigger, field: string): void {
    if (isSchedule(trigger)) {
      this.#schedule(trigger, field);
      return;
    }
    switch (trigger.type) {
      case "property":
        this.#devices.compared(trigger.target, trigger.property, listed(trigger.to), field, "to");
        this.#devices.compared(trigger.target, trigger.property, listed(trigger.from), field, "from");
        if (trigger.for !== undefined && trigger.to === undefined) {
          this.#problems.add(
            `${field}.for`,
            trigger.for,
            { en: '"for" needs "to": what must it stay?', zh: "“for”需要“to”：要保持为什么值？" },
            { en: 'Add "to".', zh: "请加上“to”。" },
          );
        }
        return;
      case "numeric":
        this.#devices.numeric(trigger.target, trigger.property, field);
        this.#bounds(trigger, field);
        return;
      case "event":
        this.#devices.event(trigger.target, trigger.event, field);
        return;
      case "availability":
        this.#devices.target(trigger.target, `${field}.target`);
        return;
      case "scene":
        this.#scene(trigger.scene, `${field}.scene`);
        return;
      case "mqtt":
        if (!isTopicFilter(trigger.topic)) {
          this.#problems.add(
            `${field}.topic`,
            trigger.topic,
            { en: "is not a topic filter", zh: "不是有效的主题过滤器" },
            { en: "+ stands for one level, # for the rest at the end.", zh: "+ 代表一级，# 只能在末尾。" },
          );
        }
        return;
      case "webhook":
      case "startup":
        return;
      default:
        trigger satisfies never;
    }
  }

  #schedule(trigger: Extract<Trigger, { type: "cron" | "time" | "sun" | "once" | "interval" }>, field: string): void {
    const where = { cron: "expression", time: "at", sun: "event", once: "at", interval: "every" }[trigger.type];
    const value = (trigger as Readonly<Record<string, unknown>>)[where];
    let next: number | null;
    try {
      next = prepare(trigger, this.#around.home)(this.#around.now);
    } catch (error) {
      if (!(error instanceof ScheduleError)) throw error;
      this.#problems.add(`${field}.${where}`, value, error.reason, SCHEDULE_FIXES[trigger.type]);
      return;
    }
    if (next !== null) return;
    const message =
      trigger.type === "once" ? { en: "has passed", zh: "已经过去" } : { en: "never comes", zh: "永远不会到来" };
    this.#problems.add(`${field}.${where}`, value, message, SCHEDULE_FIXES[trigger.type]);
  }

  #condition(condition: Condition, field: string): void {
    switch (condition.type) {
      case "all":
      case "any":
        condition.of.forEach((each, index) => {
          this.#condition(each, `${field}.of[${index}]`);
        });
        return;
      case "not":
        this.#condition(condition.of, `${field}.of`);
        return;
      case "state":
        this.#devices.compared(condition.target, condition.property, listed(condition.is), field, "is");
        return;
      case "numeric":
        this.#devices.numeric(condition.target, condition.property, field);
        this.#bounds(condition, field);
        return;
      case "quiet": {
        const devices = this.#devices.target(condition.target, `${field}.target`);
        if (devices.length > 0 && !devices.some((device) => MotionLog.canTell(device))) {
          this.#problems.add(
            `${field}.target`,
            condition.target,
            { en: "none of these can tell whether somebody moves", zh: "这些设备都无法感知人的活动" },
            { en: "Name motion or occupancy sensors.", zh: "请指定人体或存在传感器。" },
          );
        }
        return;
      }
      case "availability":
        this.#devices.target(condition.target, `${field}.target`);
        return;
      case "time":
        this.#needsLocation(/[a-z]/.test(`${condition.after ?? ""}${condition.before ?? ""}`), field);
        return;
      case "sun":
        this.#needsLocation(true, field);
        return;
      case "weekday":
        return;
      default:
        condition satisfies never;
    }
  }

  #needsLocation(sun: boolean, field: string): void {
    if (!sun || this.#around.home.location) return;
    this.#problems.add(field, "", { en: "the home has no location", zh: "家庭没有设置位置" }, SCHEDULE_FIXES.sun);
  }

  #bounds({ above, below }: { above?: number | undefined; below?: number | undefined }, field: string): void {
    if (above === undefined || below === undefined || above < below) return;
    this.#problems.add(
      `${field}.above`,
      above,
      { en: `nothing is above ${above} and below ${below}`, zh: `没有值既高于 ${above} 又低于 ${below}` },
      { en: "Swap them, or use two triggers.", zh: "请对调，或使用两个触发器。" },
    );
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
        this.commands.push(...commandsOf(action, home));
        return;
      case "invoke":
        this.#devices.action(action.target, action.action, action.in ?? [], field, "action");
        this.commands.push(...commandsOf(action, home));
        return;
      case "scene": {
        const scene = this.#scene(action.scene, `${field}.scene`);
        for (const name of Object.keys(action.parameters ?? {})) {
          if (!scene || scene.parameters?.[name]) continue;
          const known = Object.keys(scene.parameters ?? {}).join(", ") || "none";
          this.#problems.add(
            `${field}.parameters`,
            name,
            { en: "the scene has no such parameter", zh: "场景没有这个参数" },
            { en: `It has: ${known}.`, zh: `可用的有：${known}。` },
          );
        }
        return;
      }
      case "wait-until":
        this.#condition(action.condition, `${field}.condition`);
        return;
      case "if":
        this.#condition(action.condition, `${field}.condition`);
        this.#actions(action.do, `${field}.do`);
        this.#actions(action.else ?? [], `${field}.else`);
        return;
      case "choose":
        action.options.forEach((option, index) => {
          this.#condition(option.condition, `${field}.options[${index}].condition`);
          this.#actions(option.do, `${field}.options[${index}].do`);
        });
        this.#actions(action.else ?? [], `${field}.else`);
        return;
      case "repeat":
        if (action.while) this.#condition(action.while, `${field}.while`);
        if (action.until) this.#condition(action.until, `${field}.until`);
        this.#actions(action.actions, `${field}.actions`);
        return;
      case "say":
        if (action.target !== undefined) this.#devices.target(action.target, `${field}.target`);
        return;
      case "wait":
      case "stop":
      case "notify":
        return;
      default:
        action satisfies never;
    }
  }

  #scene(id: string, field: string): Scene | undefined {
    const scene = this.#around.scene(id);
    if (!scene) {
      this.#problems.add(
        field,
        id,
        { en: "there is no such scene", zh: "没有这个场景" },
        { en: '"jia scenes" lists them.', zh: "可用 jia scenes 查看。" },
      );
    }
    return scene;
  }

  #cycles(automation: Automation): void {
    const cycle = sceneCycle(automation, this.#around.automations);
    if (!cycle) return;
    const { field, value, message, fix } = cycleProblem("triggers", cycle);
    this.#problems.add(field, value, message, fix);
  }
}

const SCHEDULE_FIXES = {
  cron: {
    en: 'Give five fields (minute hour day month weekday), such as "0 7 * * mon-fri".',
    zh: "请给出五段（分 时 日 月 周），例如“0 7 * * mon-fri”。",
  },
  time: { en: "Give a time such as 07:00.", zh: "请给出时间，例如 07:00。" },
  sun: {
    en: "Set the home's location (latitude and longitude) in the home file or the configuration.",
    zh: "请在家庭文件或配置中设置位置（经纬度）。",
  },
  once: {
    en: 'Give a date and time to come, such as "2026-12-24T18:00", or "in".',
    zh: "请给出将来的日期时间，例如“2026-12-24T18:00”，或使用“in”。",
  },
  interval: { en: "Give at least 1s.", zh: "至少为 1s。" },
} as const;

function listed<Item>(given: Item | Item[] | undefined): Item[] {
  return given === undefined ? [] : ([given].flat() as Item[]);
}

/** A topic filter of MQTT: + alone in its level, # alone in the last. */
export function isTopicFilter(filter: string): boolean {
  const levels = filter.split("/");
  return levels.every((level, index) =>
    level.includes("#") ? level === "#" && index === levels.length - 1 : !level.includes("+") || level === "+",
  );
}

function depthOf(value: unknown, limit = 100): number {
  if (typeof value !== "object" || value === null || limit === 0) return 0;
  return 1 + Object.values(value).reduce<number>((deepest, each) => Math.max(deepest, depthOf(each, limit - 1)), 0);
}
