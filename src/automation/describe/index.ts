/** Definitions in plain words, in either language: for reading back what was made. */
import type { Command, Home } from "../../home/index.ts";
import type { Language } from "../../language/index.ts";
import {
  type AutomationDraft,
  durationWords,
  isSchedule,
  type SceneDraft,
  type SceneStep,
  toMs,
} from "../definition/index.ts";
import { actionsFrom } from "../from-commands.ts";
import { pooled } from "../pooled.ts";
import { stagesOf } from "../scenes/commands.ts";
import { prepare } from "../schedule/next.ts";
import { actionsWords, invokeWords, setWords, shapeOf } from "./actions.ts";
import { conditionWords } from "./conditions.ts";
import { triggerWords } from "./triggers.ts";
import { ownName, type Wording } from "./wording.ts";
import { list, momentWords, say } from "./words.ts";

export { triggerWords } from "./triggers.ts";
export type { Wording } from "./wording.ts";
export { momentWords } from "./words.ts";

/** "On weekdays at 07:00: open the curtains, then turn on the kettle. Next: tomorrow 07:00." */
export function describeAutomation(draft: AutomationDraft, language: Language, wording: Wording): string {
  const { home, now } = wording;
  const triggers = draft.triggers.map((trigger) => triggerWords(trigger, language, wording));
  const when = triggers.join(say(language, ", or ", "，或"));
  const conditions = (draft.conditions ?? []).map((each) => conditionWords(each, language, home));
  const all = say(language, list(conditions, "en"), conditions.join("且"));
  const onlyIf = all === "" ? "" : say(language, `, if ${all}`, `，如果${all}`);
  const what = actionsWords(draft.actions, language, wording);
  const rest = draft.cooldown === undefined ? "" : cooldownWords(toMs(draft.cooldown), language);
  const off = draft.enabled === false ? say(language, " It is switched off.", "（已停用）") : "";
  const sentence = say(language, `${capital(when)}${onlyIf}: ${what}.`, `${when}${onlyIf}：${what}。`);
  return `${sentence}${rest}${off || nextWords(draft, language, home, now)}`;
}

function cooldownWords(cooldown: number, language: Language): string {
  const [en, zh] = [durationWords(cooldown, "en"), durationWords(cooldown, "zh")];
  const one = /^1 (\w+)$/.exec(en)?.[1];
  const often = one === undefined ? `once in ${en}` : `once ${one === "hour" ? "an" : "a"} ${one}`;
  return say(language, ` At most ${often}.`, `每${zh}最多一次。`);
}

function nextWords(draft: AutomationDraft, language: Language, home: Home, now: number): string {
  const next = nextRunOf(draft, home, now);
  if (next === null) return "";
  // Nobody plans the sun by the second.
  const shown = draft.triggers.some(({ type }) => type === "sun") ? next - (next % 60_000) : next;
  const moment = momentWords(shown, now, home.timezone, language);
  return say(language, ` Next: ${moment}.`, `下次运行：${moment}。`);
}

/** The next due time of a draft's schedules, null when it has none. */
export function nextRunOf(draft: AutomationDraft, home: Home, now: number): number | null {
  let soonest: number | null = null;
  for (const trigger of draft.triggers) {
    if (!isSchedule(trigger)) continue;
    if (trigger.type === "once" && trigger.in !== undefined) {
      soonest = Math.min(soonest ?? Number.POSITIVE_INFINITY, now + toMs(trigger.in));
      continue;
    }
    try {
      const next = prepare(trigger, home)(now);
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
  // Commands are about devices alone.
  return actionsWords(actionsFrom(commands), language, { home, now: 0, scene: nothing, automation: nothing });
}

/** "Movie night: turn on the lamp (brightness 20%); close the curtains; then lock all locks." */
export function describeScene(draft: SceneDraft, language: Language, home: Home): string {
  const stages = stagesOf(draft).map((steps) =>
    pooled(steps, (step) => settingOf(step, draft, language, home))
      .map((step) => stepWords(step, draft, language, home))
      .join(say(language, "; ", "；")),
  );
  const name = ownName(draft, language);
  return say(language, `${name}: ${stages.join("; then ")}.`, `${name}：${stages.join("；然后")}。`);
}

function settingOf(step: SceneStep, { parameters = {} }: SceneDraft, language: Language, home: Home): string | null {
  if (!("set" in step)) return null;
  const { target, set, transition } = step;
  return JSON.stringify([shapeOf(target, set, parameters, language, home), transition]);
}

function stepWords(step: SceneStep, draft: SceneDraft, language: Language, home: Home): string {
  const defaults = draft.parameters ?? {};
  if (!("set" in step)) return invokeWords(step.target, step.invoke, step.in ?? [], defaults, language, home);
  const words = setWords(step.target, step.set, defaults, language, home);
  if (step.transition === undefined) return words;
  const duration = durationWords(toMs(step.transition), language);
  return say(language, `${words} over ${duration}`, `${words}，用时${duration}`);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
