import type { Language } from "../../language/index.ts";
import type { Action, Automation, Condition } from "../definition/index.ts";
import type { Cause, Run } from "../trace.ts";
import { actionWords } from "./actions.ts";
import { conditionWords } from "./conditions.ts";
import { originWords } from "./origins.ts";
import { triggerWords } from "./triggers.ts";
import { ownName, sceneName, type Wording } from "./wording.ts";
import { momentWords, say } from "./words.ts";

/** A run in words. */
export interface RunWords {
  /** What was run, by its own name. */
  readonly name: string;
  /** What started it. */
  readonly cause: string;
  /** What each condition of the trace asks; empty where its definition has changed since. */
  readonly conditions: readonly string[];
  /** What each step of the trace does; empty where its definition has changed since. */
  readonly steps: readonly string[];
}

/** @param unchanged the definition as it ran, undefined when that is not known any more */
export function runWords(run: Run, unchanged: Automation | undefined, language: Language, wording: Wording): RunWords {
  return {
    name: nameWords(run, language, wording),
    cause: causeWords(run.cause, unchanged, language, wording),
    conditions: run.conditions.map(({ path }) => {
      const condition = unchanged && conditionAt(unchanged, path);
      if (!condition) return "";
      // What they are made of is told line by line.
      if (condition.type === "all") return say(language, "all of these", "以上全部");
      if (condition.type === "any") return say(language, "any of these", "以上任一");
      return conditionWords(condition, language, wording.home);
    }),
    steps: run.steps.map(({ path }) => {
      const action = unchanged && actionAt(unchanged, path);
      return action ? stepWords(action, language, wording) : "";
    }),
  };
}

function nameWords(run: Run, language: Language, { automation, scene }: Wording): string {
  const known = run.kind === "automation" ? automation(run.of) : run.kind === "scene" ? scene(run.of) : undefined;
  // The name of then, unless the language has one of its own.
  if (known && known.name === run.name) return ownName(known, language);
  return run.name || say(language, "Timer", "定时器");
}

/** What started a run: "on weekdays at 07:00", "the hall Motion sensor detects motion", "run by hand through the API". */
export function causeWords(
  cause: Cause,
  definition: Automation | undefined,
  language: Language,
  wording: Wording,
): string {
  const detail = cause.detail[language];
  const after = detail === "" ? "" : say(language, ` (${detail})`, `（${detail}）`);
  switch (cause.type) {
    case "manual": {
      const by = cause.by ? say(language, ` ${originWords(cause.by, "en")}`, `（${originWords(cause.by, "zh")}）`) : "";
      return say(language, `run by hand${by}${after}`, `手动运行${by}${after}`);
    }
    case "dry-run":
      return say(language, "a dry run: nothing was sent", "试运行：未发送任何指令");
    case "undo":
      return say(language, "undone", "撤销");
    case "timer":
      return say(language, `its time was up${after}`, `到时${after}`);
    case "automation": {
      const id = cause.chain.at(-1) ?? "";
      const known = wording.automation(id);
      const name = known ? ownName(known, language) : id;
      return say(language, `the automation "${name}"${after}`, `自动化“${name}”${after}`);
    }
    default: {
      if (["property", "numeric", "event", "availability"].includes(cause.type) && detail !== "") return detail;
      const trigger = cause.trigger === null ? undefined : definition?.triggers[cause.trigger];
      if (trigger?.type === cause.type) return `${triggerWords(trigger, language, wording)}${after}`;
      return `${goneWords(cause, language, wording)}${after}`;
    }
  }
}

/** A trigger that is not there any more. */
function goneWords({ type, dueAt }: Cause, language: Language, { home, now }: Wording): string {
  if (dueAt !== null) {
    const moment = momentWords(dueAt, now, home.timezone, language);
    return say(language, `its schedule, due ${moment}`, `计划时间 ${moment}`);
  }
  switch (type) {
    case "webhook":
      return say(language, "its webhook was called", "其 webhook 被调用");
    case "scene":
      return say(language, "a scene was activated", "场景启动");
    case "mqtt":
      return say(language, "an MQTT message", "MQTT 消息");
    case "startup":
      return say(language, "Jia started", "Jia 启动");
    default:
      return say(language, "a change of a device", "设备状态变化");
  }
}

/** A step as a line of a trace: what is nested in it has lines of its own. */
function stepWords(action: Action, language: Language, wording: Wording): string {
  switch (action.type) {
    case "if": {
      const condition = conditionWords(action.condition, language, wording.home);
      return say(language, `if ${condition}`, `如果${condition}`);
    }
    case "choose":
      return say(language, "the first that holds", "第一个成立的选项");
    case "repeat":
      return say(language, "again and again", "重复");
    case "scene": {
      const name = sceneName(action.scene, language, wording);
      return say(language, `activate the scene "${name}"`, `启动场景“${name}”`);
    }
    default:
      return actionWords(action, language, wording);
  }
}

/** `actions[1].options[0].do[2]`, `actions[1].actions#3[0]`: the action that stands there. */
function actionAt(definition: Automation, path: string): Action | undefined {
  const found = valueAt(definition, path);
  return isTyped(found) ? (found as Action) : undefined;
}

function conditionAt(definition: Automation, path: string): Condition | undefined {
  const found = valueAt(definition, path);
  return isTyped(found) ? (found as Condition) : undefined;
}

function valueAt(definition: Automation, path: string): unknown {
  // Rounds of a repeat are one list in the definition.
  const keys = path.replace(/#\d+/g, "").match(/[a-z]+|\d+/gi) ?? [];
  return keys.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined,
    definition,
  );
}

function isTyped(value: unknown): boolean {
  return typeof value === "object" && value !== null && "type" in value;
}
