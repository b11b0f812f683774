import type { SentenceDecision } from "../decision/decide.ts";
import type { DialogueContext } from "../ground/context.ts";
import { ofLanguages } from "../languages.ts";
import { segmentText } from "../parse/segment.ts";
import { durationOf } from "../plans/change.ts";
import { Patterns } from "../text/patterns.ts";

const forms = ofLanguages((languages) => new Patterns(languages.flatMap(({ slowScenes }) => slowScenes ?? [])));

/** Activates a scene with a transition: "movie night slowly over ten minutes", 用十分钟慢慢启动观影. Null for anything else. */
export function slowScene(
  said: string,
  on: (part: string) => SentenceDecision,
  { index }: DialogueContext,
): SentenceDecision | null {
  const text = said.toLowerCase().replace(/[\s.。!！]+$/u, "");
  for (const pattern of forms().in(text)) {
    const { scene, by } = pattern.exec(text)?.groups ?? {};
    const seconds = scene === undefined || by === undefined ? null : durationOf(segmentText(by, index));
    if (scene === undefined || seconds === null || seconds > MOST_SECONDS) continue;
    const decision = on(scene);
    if (decision.kind !== "act" || decision.understanding.kind !== "plan") continue;
    const [step, ...others] = decision.understanding.steps;
    if (step?.kind !== "scene" || step.off || others.length > 0) continue;
    return { ...decision, understanding: { ...decision.understanding, steps: [{ ...step, transition: seconds }] } };
  }
  return null;
}

/** Transitions of scenes are at most this long. */
const MOST_SECONDS = 7_200;
