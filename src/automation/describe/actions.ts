import type { Home, Value } from "../../home/index.ts";
import { actionName, type Language } from "../../language/index.ts";
import { type Action, durationWords, type SceneValue, type Target, toMs } from "../definition/index.ts";
import { pooled } from "../pooled.ts";
import { resolveTarget } from "../targets.ts";
import { conditionWords } from "./conditions.ts";
import { sceneName, type Wording } from "./wording.ts";
import { list, propertyOf, propertyWords, say, targetWords, valueWordsOf } from "./words.ts";

/** Actions as one clause after another: "turn on …, then wait 5 minutes, then …". */
export function actionsWords(actions: readonly Action[], language: Language, wording: Wording): string {
  const told = pooled(actions, (action) => settingOf(action, language, wording.home));
  return told.map((action) => actionWords(action, language, wording)).join(say(language, ", then ", "，然后"));
}

function settingOf(action: Action, language: Language, home: Home): string | null {
  return action.type === "set" ? JSON.stringify(shapeOf(action.target, action.set, {}, language, home)) : null;
}

/** One action as a clause. */
export function actionWords(action: Action, language: Language, wording: Wording): string {
  switch (action.type) {
    case "set":
      return setWords(action.target, action.set, {}, language, wording.home);
    case "invoke":
      return invokeWords(action.target, action.action, action.in ?? [], {}, language, wording.home);
    case "scene": {
      const given = Object.entries(action.parameters ?? {}).map(([name, value]) => `${name} ${value}`);
      const extra = given.length > 0 ? say(language, ` (${given.join(", ")})`, `（${given.join("，")}）`) : "";
      const name = sceneName(action.scene, language, wording);
      return say(language, `activate the scene "${name}"${extra}`, `启动场景“${name}”${extra}`);
    }
    case "wait":
      return say(
        language,
        `wait ${durationWords(toMs(action.for), "en")}`,
        `等待${durationWords(toMs(action.for), "zh")}`,
      );
    case "wait-until": {
      const condition = conditionWords(action.condition, language, wording.home);
      const timeout = durationWords(toMs(action.timeout), language);
      const end = action.otherwise === "continue" ? say(language, ", then go on", "，之后继续") : "";
      return say(
        language,
        `wait until ${condition} (at most ${timeout}${end})`,
        `等到${condition}（最多${timeout}${end}）`,
      );
    }
    case "stop":
      return action.reason === undefined
        ? say(language, "stop", "停止")
        : say(language, `stop ("${action.reason}")`, `停止（“${action.reason}”）`);
    case "notify":
      return say(language, `send the notice "${action.message}"`, `发送通知“${action.message}”`);
    case "say":
      return say(language, `say "${action.message}"`, `播报“${action.message}”`);
    case "if": {
      const condition = conditionWords(action.condition, language, wording.home);
      const otherwise = action.else
        ? say(
            language,
            `; otherwise ${actionsWords(action.else, language, wording)}`,
            `；否则${actionsWords(action.else, language, wording)}`,
          )
        : "";
      return say(
        language,
        `if ${condition}: ${actionsWords(action.do, language, wording)}${otherwise}`,
        `如果${condition}就${actionsWords(action.do, language, wording)}${otherwise}`,
      );
    }
    case "choose": {
      const options = action.options.map((option) => {
        const condition = conditionWords(option.condition, language, wording.home);
        const what = actionsWords(option.do, language, wording);
        return say(language, `if ${condition}: ${what}`, `如果${condition}就${what}`);
      });
      if (action.else)
        options.push(
          say(
            language,
            `otherwise ${actionsWords(action.else, language, wording)}`,
            `否则${actionsWords(action.else, language, wording)}`,
          ),
        );
      return options.join(say(language, "; ", "；"));
    }
    case "repeat": {
      const what = actionsWords(action.actions, language, wording);
      if (action.times !== undefined)
        return say(language, `${action.times} times: ${what}`, `重复${action.times}次：${what}`);
      const condition = action.while ?? action.until;
      const words = condition ? conditionWords(condition, language, wording.home) : "";
      return action.while
        ? say(language, `while ${words}: ${what}`, `当${words}时重复：${what}`)
        : say(language, `until ${words}: ${what}`, `重复直到${words}：${what}`);
    }
    default:
      return action satisfies never;
  }
}

/** "turn on the hall light (brightness 20 %)", "打开客厅灯（亮度20%）". */
export function setWords(
  target: Target,
  set: Readonly<Record<string, SceneValue>>,
  defaults: Defaults,
  language: Language,
  home: Home,
): string {
  const what = targetWords(target, language, home, Object.keys(set));
  const { verb, details } = shapeOf(target, set, defaults, language, home);
  if (verb === null) return say(language, `set ${what}: ${details}`, `设置${what}：${details}`);
  return `${verb}${language === "zh" ? "" : " "}${what}${details ? say(language, ` (${details})`, `（${details}）`) : ""}`;
}

/** What is said of a setting besides its devices: "turn on", "brightness 20 %". */
export function shapeOf(
  target: Target,
  set: Readonly<Record<string, SceneValue>>,
  defaults: Defaults,
  language: Language,
  home: Home,
): { readonly verb: string | null; readonly details: string } {
  const rest: string[] = [];
  let verb: string | null = null;
  for (const [address, value] of Object.entries(set)) {
    const spoken = typeof value === "object" ? null : verbFor(target, address, value, language, home);
    // Another part of the device that is switched the same way is the device.
    if (spoken !== null && (verb === null || verb === spoken)) {
      verb = spoken;
      continue;
    }
    const shown = valueWords(
      value,
      defaults,
      (plain) => valueWordsOf(target, address, plain, language, home),
      language,
    );
    rest.push(`${propertyWords(target, address, language, home)} ${shown}`);
  }
  return { verb, details: rest.join(say(language, ", ", "，")) };
}

/** The verb that a value of a property amounts to: on, off, open, close. null when it is none. */
function verbFor(target: Target, address: string, value: Value, language: Language, home: Home): string | null {
  const property = propertyOf(target, address, home);
  const type = property?.type ?? address.split(".")[1] ?? "";
  if (type === "on" && /valve/.test(address)) {
    return value === true ? say(language, "open", "打开") : say(language, "close", "关闭");
  }
  if (type === "on") return value === true ? say(language, "turn on", "打开") : say(language, "turn off", "关闭");
  if (type === "target-position" && value === 100) return say(language, "open", "打开");
  if (type === "target-position" && value === 0) return say(language, "close", "关闭");
  if (type === "locked") return value === true ? say(language, "lock", "锁上") : say(language, "unlock", "打开");
  if (type !== "motor-control") return null;
  const described = property?.values.find((listed) => listed.value === value)?.description ?? String(value);
  if (/^open/i.test(described)) return say(language, "open", "打开");
  if (/^close/i.test(described)) return say(language, "close", "关闭");
  return /^(stop|pause)/i.test(described) ? say(language, "stop", "停止") : null;
}

export function invokeWords(
  target: Target,
  address: string,
  given: readonly SceneValue[],
  defaults: Defaults,
  language: Language,
  home: Home,
): string {
  const action = resolveTarget(target, home)
    .map((device) => device.spec.actions.get(address))
    .find((found) => found !== undefined);
  const name = action ? actionName(action, language) : address;
  const values = given.map((value) => valueWords(value, defaults, String, language));
  const extra = values.length > 0 ? say(language, ` (${list(values, "en")})`, `（${list(values, "zh")}）`) : "";
  const what = targetWords(target, language, home);
  return say(language, `${name.toLowerCase()} on ${what}${extra}`, `对${what}执行“${name}”${extra}`);
}

/** What the parameters of a scene are when nobody gives them, keyed by their name. */
type Defaults = Readonly<Record<string, { readonly default: Value }>>;

/** "20%", or "15% unless told otherwise" for a parameter. */
function valueWords(
  value: SceneValue,
  defaults: Defaults,
  words: (value: Value) => string,
  language: Language,
): string {
  if (typeof value !== "object") return words(value);
  const known = defaults[value.parameter];
  if (!known) return `{${value.parameter}}`;
  return say(language, `${words(known.default)} unless told otherwise`, `${words(known.default)}（可另行指定）`);
}
