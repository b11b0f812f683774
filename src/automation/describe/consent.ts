/** The questions for a yes, as messages. */
import type { Command, Message, Phrase } from "../../home/index.ts";
import { durationPhrase, message, momentPhrase, type Named, namedPhrase } from "../../language/index.ts";
import { actionsWords } from "../actions/index.ts";
import { conditionWords } from "../conditions/index.ts";
import { type AutomationDraft, type SceneDraft, type Timer, type Trigger, toMs } from "../definition/index.ts";
import { actionsFrom } from "../device-commands/as-steps.ts";
import type { DelayedCommands } from "../port.ts";
import { isOnce, triggerKindOf } from "../triggers/index.ts";
import { stagesWords } from "./index.ts";
import { pausedWords, untilWords } from "./span.ts";
import type { Wording } from "./wording.ts";

/**
 * The question before an automation is saved.
 * @param replaces the saved one that it replaces; undefined for a new one
 */
export function ruleQuestion(draft: AutomationDraft, replaces: Named | undefined, wording: Wording): Message {
  return message("consent.rule", {
    when: draft.triggers.map((trigger) => whenWords(trigger, wording)),
    conditions: (draft.conditions ?? []).map((each) => conditionWords(each, wording.home)),
    what: actionsWords(draft.actions, wording),
    atMostEvery: draft.cooldown === undefined ? "" : durationPhrase(toMs(draft.cooldown)),
    until: untilWords(draft, wording),
    times: draft.times ?? null,
    once: draft.triggers.every(isOnce),
    off: draft.enabled === false,
    replaces: replaces ? namedPhrase(replaces) : "",
  });
}

/**
 * The question before a scene is saved.
 * @param replaces the saved one that it replaces; undefined for a new one
 */
export function sceneQuestion(draft: SceneDraft, replaces: Named | undefined, wording: Wording): Message {
  return message("consent.scene", {
    name: namedPhrase(draft),
    what: sceneWords(draft, wording),
    replaces: replaces ? namedPhrase(replaces) : "",
  });
}

/** The question before a scene is activated. */
export function activateQuestion(scene: SceneDraft, wording: Wording): Message {
  return message("consent.activate", { name: namedPhrase(scene), what: sceneWords(scene, wording) });
}

/** The question before commands are set for later. */
export function delayQuestion(parts: readonly DelayedCommands[], wording: Wording): Message {
  const told = parts
    .filter(({ commands }) => commands.length > 0)
    .map(({ commands, when }) =>
      message("consent.timer", {
        when:
          "in" in when
            ? message("consent.in", { duration: durationPhrase(when.in) })
            : momentPhrase(when.at, wording.now, wording.home.timezone),
        what: commandsWords(commands, wording),
      }),
    );
  return message("consent.timers", { parts: told });
}

/** The question before an automation is deleted. */
export function removeRuleQuestion(automation: AutomationDraft, wording: Wording): Message {
  const when = automation.triggers.map((trigger) => whenWords(trigger, wording));
  const does = message("consent.does", { when, what: actionsWords(automation.actions, wording) });
  return message("consent.remove", { kind: message("automation.automation"), name: namedPhrase(automation), does });
}

/**
 * The question before an automation is paused, or continues.
 * @param until the end of the pause, null: until somebody ends it; undefined: it continues now
 */
export function pauseQuestion(
  automation: AutomationDraft,
  until: string | null | undefined,
  wording: Wording,
): Message {
  const when = automation.triggers.map((trigger) => whenWords(trigger, wording));
  const does = message("consent.does", { when, what: actionsWords(automation.actions, wording) });
  const name = namedPhrase(automation);
  if (until === undefined) return message("consent.resume", { name, does });
  return message("consent.pause", {
    name,
    does,
    until: until === null ? "" : pausedWords({ ...automation, pausedUntil: until }, wording),
  });
}

/**
 * The question before a timer gets another end.
 * @param at its new end, in milliseconds since the epoch
 */
export function moveQuestion({ name, rings, commands }: Timer, at: number, wording: Wording): Message {
  return message("consent.move", {
    kind: message(rings === null ? "automation.timer" : `automation.${rings}`),
    name,
    time: momentPhrase(at, wording.now, wording.home.timezone),
    what: commands.length === 0 ? "" : commandsWords(commands, wording),
  });
}

/** The question before a scene is deleted. */
export function removeSceneQuestion(scene: SceneDraft, wording: Wording): Message {
  const kind = message("automation.scene");
  return message("consent.remove", { kind, name: namedPhrase(scene), does: sceneWords(scene, wording) });
}

/** The question before a timer is cancelled. */
export function cancelQuestion({ name, state, commands }: Timer, wording: Wording): Message {
  const left = state.kind === "paused" ? state.remainingMs : Math.max(0, state.dueAt - wording.now);
  const what = commands.length === 0 ? "" : commandsWords(commands, wording);
  return message("consent.cancel", { name, left: durationPhrase(Math.round(left / 1000) * 1000), what });
}

/** The effects of a scene in words, without its name. */
export function sceneWords(scene: SceneDraft, { home }: Wording): Message {
  return message("automation.stages", { stages: stagesWords(scene, home) });
}

function commandsWords(commands: readonly Command[], wording: Wording): Phrase {
  return actionsWords(actionsFrom(commands), wording);
}

/** A trigger in words, with how often it comes: "in 40 minutes" counts from the yes, the sun rises every day. */
function whenWords(trigger: Trigger, wording: Wording): Phrase {
  const kind = triggerKindOf(trigger);
  return kind.consentWords?.(trigger, wording) ?? kind.words(trigger, wording);
}
