import { languageOf, nameIn } from "../../language/index.ts";
import { handOnDecision, type SentenceDecision } from "../decision/decide.ts";
import type { DialogueContext } from "../ground/context.ts";
import type { DeviceTarget } from "../ground/target.ts";
import { ofLanguages } from "../languages.ts";
import type { SentenceStep } from "../plan.ts";
import { PatternForms } from "../text/patterns.ts";

const forms = ofLanguages(
  (languages) =>
    new PatternForms(
      languages.flatMap(({ whenDone: each }) => (each ? each.says.map((said) => ({ said, rule: each.rule })) : [])),
    ),
);

/**
 * Runs a command once another has finished: "start the vacuum and when it's done turn off the lamp", 开始扫地，扫完了再关灯. Null for
 * other sentences; handed on where it is one and a part is not understood, so that the second is not done at once.
 */
export function whenDone(
  said: string,
  on: (part: string) => SentenceDecision,
  context: DialogueContext,
): SentenceDecision | null {
  const text = said.toLowerCase().replace(/[\s.。!！]+$/u, "");
  for (const { said: pattern, rule } of forms().in(text)) {
    const { first, who, once, then } = pattern.exec(text)?.groups ?? {};
    if (then === undefined) continue;
    const begun = first === undefined ? null : on(first);
    const steps = begun?.kind === "act" && begun.understanding.kind === "plan" ? begun.understanding.steps : [];
    const target = first === undefined ? null : onlyTarget(steps);
    const name = who ?? (target && nameIn(context.spoken ?? languageOf(said), target.indexed.device));
    if (!name) return handOnDecision("not understood");
    const after = on(rule.replace("{name}", () => name).replace("{then}", () => then));
    if (after.kind !== "act" || after.understanding.kind !== "plan") return handOnDecision("not understood");
    const [step, ...others] = after.understanding.steps;
    if (step?.kind !== "whenever" || others.length > 0) return handOnDecision("not understood");
    const bounds = first === undefined && once === undefined ? {} : { bounds: [{ kind: "times" as const, times: 1 }] };
    const { understanding } = after;
    return { ...after, understanding: { ...understanding, steps: [...steps, { ...step, ...bounds }] } };
  }
  return null;
}

/** The only device that the commands start; null when it is another number, or a step is no command. */
function onlyTarget(steps: readonly SentenceStep[]): DeviceTarget | null {
  const targets = steps.flatMap((step) => (step.kind === "do" ? step.doings.map(({ target }) => target) : []));
  const [only, ...others] = targets;
  return only && others.length === 0 && steps.every(({ kind }) => kind === "do") ? only : null;
}
