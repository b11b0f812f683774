import type { Situation } from "../ground/situation.ts";
import type { Step } from "../plan.ts";
import { feelingStep } from "./feelings.ts";
import type { Talk } from "./types.ts";
import { meaningStep } from "./usual.ts";

/** The step that everyday talk comes to in this home. */
export function talkStep(talk: Talk, situation: Situation): Step {
  switch (talk.kind) {
    case "courtesy":
    case "enquiry":
    case "calendar":
      return { kind: "talk", talk, room: null };
    case "meaning":
      return meaningStep(talk.of, situation) ?? { kind: "talk", talk, room: null };
    case "feeling":
      return feelingStep(talk.of, null, situation);
    default:
      return talk satisfies never;
  }
}
