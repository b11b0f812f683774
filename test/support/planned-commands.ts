import { languageOf } from "../../src/language/index.ts";
import { understand } from "../../src/understanding/understand.ts";
import type { Talk } from "./speak.ts";

/** What a sentence would do, in order: "handle address=value", "handle action", else the kind of step; with nothing done. */
export function plannedCommands(
  { local, conversation }: Pick<Talk, "local" | "conversation">,
  text: string,
): readonly string[] {
  const language = languageOf(text);
  const understanding = understand(text, local.dialogueContext(conversation, language, conversation.room), null);
  if (understanding.kind === "unknown") return ["unknown"];
  return understanding.steps.flatMap((step) => {
    if (step.kind === "refuse") return [`refuse ${step.refusal.code}`];
    if (step.kind !== "do") return [step.kind];
    const done = step.doings.flatMap(({ target, effects }) =>
      effects.map((effect) => {
        const { handle } = target.indexed.device;
        return effect.kind === "set"
          ? `${handle} ${effect.property.address}=${effect.value}`
          : `${handle} ${effect.action.address}`;
      }),
    );
    return [...done, ...step.refusals.map(({ code }) => `refuse ${code}`)];
  });
}

/** The devices that a sentence would command, without their values, in alphabetical order; else what comes of it. */
export function plannedDevices(talk: Pick<Talk, "local" | "conversation">, text: string): readonly string[] {
  const handles = plannedCommands(talk, text).map((each) =>
    each.startsWith("refuse") ? each : (each.split(" ")[0] ?? ""),
  );
  return [...new Set(handles)].sort();
}
