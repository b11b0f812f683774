import { languageOf } from "../../src/language/index.ts";
import { understand } from "../../src/understanding/understand.ts";
import type { Talk } from "./speak.ts";

/**
 * What a sentence would do at once, each as "device address=value" or "device action"; a step of another kind by that
 * kind, and "unknown" for what is handed on.
 */
export function effectsOf({ local }: Talk, text: string, room: string | null = null): string[] {
  const understanding = understand(text, local.dialogueContext(null, languageOf(text), room), null);
  if (understanding.kind === "unknown") return ["unknown"];
  return understanding.steps.flatMap((step) => {
    if (step.kind !== "do") return [step.kind];
    return step.doings.flatMap(({ target, effects }) =>
      effects.map((effect) => {
        const { handle } = target.indexed.device;
        return effect.kind === "set"
          ? `${handle} ${effect.property.address}=${effect.value}`
          : `${handle} ${effect.action.address}`;
      }),
    );
  });
}
