import type { DialogueContext } from "../ground/context.ts";
import type { SentenceStep } from "../plan.ts";
import { feelingStep } from "./feelings.ts";
import { routineStep } from "./routines.ts";
import type { Talk } from "./types.ts";

/** The step that everyday talk comes to in this home. */
export function talkStep(talk: Talk, context: DialogueContext): SentenceStep {
  switch (talk.kind) {
    case "courtesy":
    case "enquiry":
    case "calendar":
      return { kind: "talk", talk, room: null };
    case "meaning":
      return routineStep(talk.of, context) ?? { kind: "talk", talk, room: null };
    case "feeling":
      return feelingStep(talk.of, null, context);
    default:
      return talk satisfies never;
  }
}
