/** Definitions in words, for reading back what was saved. */
import type { Command, Home, Phrase } from "../../home/index.ts";
import { durationPhrase, type Language, message, momentPhrase, namedPhrase, textOf } from "../../language/index.ts";
import { actionsWords } from "../actions/index.ts";
import { conditionWords } from "../conditions/index.ts";
import { type AutomationDraft, isSchedule, type SceneDraft, type SceneStep, toMs } from "../definition/index.ts";
import { actionsFrom } from "../device-commands/as-steps.ts";
import { mergeAlike } from "../device-commands/merge-alike.ts";
import { stagesOf } from "../scenes/commands.ts";
import { prepareWithin } from "../schedule/within.ts";
import { isToldToTheMinute, scheduleOf, triggerWords } from "../triggers/index.ts";
import { gradualWords, invokeWords, setWords, shapeOf } from "./settings.ts";
import { isOver, pausedWords, untilWords } from "./span.ts";
import type { Wording } from "./wording.ts";

export type { Wording } from "./wording.ts";

/**
 * An automation as text: "On weekdays at 07:00: open the curtains, then turn on the kettle. Next: tomorrow 07:00."
 * @param as `promised`: as a promise to whoever asked for it
 */
export function describeAutomation(
  draft: AutomationDraft,
  language: Language,
  wording: Wording,
  as: "described" | "promised" = "described",
): string {
  const { home, now } = wording;
  const described = message(`automation.${as}`, {
    when: draft.triggers.map((trigger) => triggerWords(trigger, wording)),
    conditions: (draft.conditions ?? []).map((each) => conditionWords(each, home)),
    what: actionsWords(draft.actions, wording),
    atMostEvery: draft.cooldown === undefined ? "" : durationPhrase(toMs(draft.cooldown)),
    until: untilWords(draft, wording),
    paused: pausedWords(draft, wording),
    over: isOver(draft, wording),
    times: draft.times ?? null,
    off: draft.enabled === false,
    next: nextWords(draft, home, now),
  });
  return textOf(described, language);
}

function nextWords(draft: AutomationDraft, home: Home, now: number): Phrase {
  const next = nextRunOf(draft, home, now);
  if (next === null) return "";
  const shown = draft.triggers.some(isToldToTheMinute) ? next - (next % 60_000) : next;
  return momentPhrase(shown, now, home.timezone);
}

/** The next due time of a draft's schedules, null when it has none. */
export function nextRunOf(draft: AutomationDraft, home: Home, now: number): number | null {
  let soonest: number | null = null;
  for (const trigger of draft.triggers) {
    if (!isSchedule(trigger)) continue;
    const delay = scheduleOf(trigger).startsIn(trigger);
    if (delay !== null) {
      soonest = Math.min(soonest ?? Number.POSITIVE_INFINITY, now + delay);
      continue;
    }
    try {
      const next = prepareWithin(trigger, draft, home)(now);
      if (next !== null) soonest = Math.min(soonest ?? Number.POSITIVE_INFINITY, next);
    } catch {
      // A draft with a broken schedule has no next run; its check says why.
    }
  }
  return soonest;
}

/** Commands as a clause: "turn off the floor lamp". */
export function describeCommands(commands: readonly Command[], language: Language, home: Home): string {
  const nothing = () => undefined;
  // Commands name no scenes and automations.
  const words = actionsWords(actionsFrom(commands), { home, now: 0, scene: nothing, automation: nothing });
  return textOf(words, language);
}

/** A scene as text: "Movie night: turn on the lamp (brightness 20%); close the curtains; then lock all locks." */
export function describeScene(draft: SceneDraft, language: Language, home: Home): string {
  const name = namedPhrase(draft);
  return textOf(message("automation.describedScene", { name, stages: stagesWords(draft, home) }), language);
}

/** The effects of a scene in words, one phrase for each stage. */
export function stagesWords(draft: SceneDraft, home: Home): Phrase[] {
  return stagesOf(draft).map((steps) =>
    message("automation.atOnce", {
      steps: mergeAlike(steps, (step) => settingOf(step, draft, home)).map((step) => stepWords(step, draft, home)),
    }),
  );
}

function settingOf(step: SceneStep, { parameters = {} }: SceneDraft, home: Home): string | null {
  if (!("set" in step)) return null;
  const { target, set, transition } = step;
  return JSON.stringify([shapeOf(target, set, parameters, home), transition]);
}

function stepWords(step: SceneStep, draft: SceneDraft, home: Home): Phrase {
  const defaults = draft.parameters ?? {};
  if (!("set" in step)) return invokeWords(step.target, step.invoke, step.in ?? [], defaults, home);
  const what = setWords(step.target, step.set, defaults, home);
  return gradualWords(what, step.transition);
}
