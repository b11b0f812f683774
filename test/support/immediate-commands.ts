import { languageOf } from "../../src/language/index.ts";
import { decideSentence } from "../../src/understanding/understand.ts";
import type { Talk } from "./speak.ts";

/**
 * What a sentence makes a home do without a question back: "id address=value" or "id action" of each. "asked" when
 * something would be done after a yes, or one of several is to be chosen; "left" when nothing is done, and why is not said.
 */
export function immediateCommands(
  { local, conversation }: Pick<Talk, "local" | "conversation">,
  text: string,
): readonly string[] {
  const { kind, understanding } = decideSentence(
    text,
    local.dialogueContext(conversation, languageOf(text), conversation.room),
    null,
  );
  if (understanding.kind === "unknown") return ["left"];
  if (kind === "ask") return ["asked"];
  return understanding.steps.flatMap((step) => {
    switch (step.kind) {
      case "ask":
        return ["asked"];
      case "refuse":
        return [`refused ${step.refusal.code}`];
      case "do":
        return [
          ...step.doings.flatMap(({ target, effects }) =>
            effects.map((effect) => {
              const id = target.indexed.device.id.replace(/^[a-z]+:/, "");
              if (effect.kind === "invoke") return `${id} ${effect.action.address.split(".").at(-1)}`;
              return `${id} ${effect.property.address.split(".").at(-1)}=${effect.value}`;
            }),
          ),
          ...step.refusals.map(({ code }) => `refused ${code}`),
        ];
      default:
        return [step.kind];
    }
  });
}
