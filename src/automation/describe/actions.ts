import type { Home, Phrase } from "../../home/index.ts";
import { durationPhrase, message, namePhrase, valuePhrase } from "../../language/index.ts";
import { conditionWords } from "../conditions/index.ts";
import { type Action, type ActionOf, type SceneValue, type Target, toMs } from "../definition/index.ts";
import { mergeAlike } from "../device-commands/merge-alike.ts";
import { shownHost } from "../outgoing/verdict.ts";
import { resolveTarget } from "../references/targets.ts";
import { triggerWords } from "../triggers/index.ts";
import { givenWords, type ParameterDefaults, setWords, shapeOf } from "./settings.ts";
import { sceneName, type Wording } from "./wording.ts";
import { targetWords } from "./words.ts";

/** Actions as one clause after another: "turn on …, then wait 5 minutes, then …". */
export function actionsWords(actions: readonly Action[], wording: Wording): Phrase {
  const told = mergeAlike(actions, (action) => settingOf(action, wording.home));
  return message("actions.steps", { steps: told.map((action) => actionWords(action, wording)) });
}

function settingOf(action: Action, home: Home): string | null {
  return action.type === "set" ? JSON.stringify(shapeOf(action.target, action.set, {}, home)) : null;
}

/** One action as a clause. */
export function actionWords(action: Action, wording: Wording): Phrase {
  const { home } = wording;
  const otherwise = (actions: readonly Action[] | undefined): Phrase => (actions ? actionsWords(actions, wording) : "");
  switch (action.type) {
    case "set":
      return setWords(action.target, action.set, {}, home);
    case "invoke":
      return invokeWords(action.target, action.action, action.in ?? [], {}, home);
    case "scene": {
      const given = Object.entries(action.parameters ?? {}).map(([name, value]) => `${name} ${value}`);
      const inside = wording.within?.(action.scene) ?? null;
      const within = inside === null ? [] : [inside];
      const what = message("actions.scene", { scene: sceneName(action.scene, wording), given: [...given, ...within] });
      return gradualWords(what, action.transition);
    }
    case "wait":
      return message("actions.wait", { duration: durationPhrase(toMs(action.for)) });
    case "wait-until":
      return message("actions.waitUntil", {
        condition: conditionWords(action.condition, home),
        timeout: durationPhrase(toMs(action.timeout)),
        goesOn: action.otherwise === "continue",
      });
    case "wait-for":
      return message("actions.waitFor", {
        happening: triggerWords(action.trigger, wording),
        timeout: durationPhrase(toMs(action.timeout)),
        goesOn: action.otherwise === "continue",
      });
    case "stop":
      return action.reason === undefined
        ? message("actions.stop")
        : message("actions.stopBecause", { reason: action.reason });
    case "notify":
      return noticeWords(action, home);
    case "mode":
      return message("actions.mode", { mode: action.mode });
    case "say":
      return message("actions.say", { message: action.message });
    case "if":
      return message("actions.if", {
        condition: conditionWords(action.condition, home),
        steps: actionsWords(action.do, wording),
        otherwise: otherwise(action.else),
      });
    case "choose":
      return message("actions.choose", {
        options: action.options.map((option) =>
          message("actions.if", {
            condition: conditionWords(option.condition, home),
            steps: actionsWords(option.do, wording),
            otherwise: "",
          }),
        ),
        otherwise: otherwise(action.else),
      });
    case "repeat":
      return repeatWords(action, wording);
    default:
      return action satisfies never;
  }
}

/** What is done, and how long it takes to get there. */
export function gradualWords(what: Phrase, transition: string | number | undefined): Phrase {
  if (transition === undefined) return what;
  return message("automation.gradually", { what, duration: durationPhrase(toMs(transition)) });
}

function repeatWords(action: ActionOf<"repeat">, wording: Wording): Phrase {
  const steps = actionsWords(action.actions, wording);
  if (action.times !== undefined) return message("actions.repeatTimes", { times: action.times, steps });
  const wanted = action.while ?? action.until;
  const condition = wanted ? conditionWords(wanted, wording.home) : "";
  return action.while
    ? message("actions.repeatWhile", { condition, steps })
    : message("actions.repeatUntil", { condition, steps });
}

export function invokeWords(
  target: Target,
  address: string,
  given: readonly SceneValue[],
  defaults: ParameterDefaults,
  home: Home,
): Phrase {
  const action = resolveTarget(target, home)
    .map((device) => device.spec.actions.get(address))
    .find((found) => found !== undefined);
  return message("actions.invoke", {
    action: action ? namePhrase("action", action) : address,
    // A device that is named does it as a whole.
    what: targetWords(target, home, typeof target === "string" || "devices" in target ? [] : [address]),
    values: given.map((value, at) => {
      const property = action?.in[at];
      return givenWords(value, defaults, (plain) => (property ? valuePhrase(property, plain) : String(plain)));
    }),
  });
}

function noticeWords({ message: text, level = "info", webhook, to = [] }: ActionOf<"notify">, home: Home): Phrase {
  const names = to.map((id) => home.personName(id) ?? id);
  return webhook === undefined
    ? message("actions.notify", { message: text, level, to: names })
    : message("actions.notifyTo", { message: text, level, to: names, host: shownHost(webhook) });
}
