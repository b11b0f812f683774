import type { DialogueContext } from "../ground/context.ts";
import { keepStep } from "../ground/scenes.ts";
import { lexiconOf } from "../lexicon/lexicon.ts";
import type { SceneRequest } from "../parse/scenes.ts";
import { segment } from "../parse/segment.ts";
import type { SentenceStep, Understanding } from "../plan.ts";
import { withSpellingCorrected } from "../text/spelling.ts";
import { MAX_TOKENS, tokenise } from "../text/tokens.ts";
import { Sentence } from "./sentence.ts";

/** Saves a scene completely or not at all: if a part cannot be done, only its refusal is returned. */
export function sceneUnderstanding(request: SceneRequest, context: DialogueContext): Understanding {
  const unknown: Understanding = { kind: "unknown", frames: [] };
  switch (request.kind) {
    case "unclear":
      return unknown;
    case "kept": {
      const step = keepStep(request.name, request.of, context);
      return step ? { kind: "plan", steps: [step], frames: [] } : unknown;
    }
    case "listed": {
      const said = tokenise(request.body);
      const tokens = withSpellingCorrected(request.body, said, lexiconOf(said), context.index);
      if (tokens.length > MAX_TOKENS) return unknown;
      const items = segment(tokens, request.body, context.index);
      // A scene is for any time, so it is read without the focus.
      const apart = { ...context, focus: { devices: [], rooms: [], address: null } };
      const held = new Sentence(request.body, apart, null, "scene").understand(items);
      if (held.kind === "unknown") return unknown;
      const { frames } = held;
      const refused = held.steps.flatMap((step): SentenceStep[] =>
        step.kind === "refuse"
          ? [step]
          : step.kind === "do"
            ? step.refusals.map((refusal) => ({ kind: "refuse", refusal }))
            : [],
      );
      if (refused.length > 0) return { kind: "plan", steps: refused, frames };
      const steps = held.steps.filter((step) => step.kind === "do");
      if (steps.length < held.steps.length) return unknown;
      return { kind: "plan", steps: [{ kind: "make-scene", name: request.name, steps }], frames };
    }
    default:
      return request satisfies never;
  }
}
