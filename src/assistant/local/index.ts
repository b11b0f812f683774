/** Parses and runs everyday sentences without a model (README.md). */

export {
  type ExplainedReading,
  explainSentence as explain,
  type SentenceExplanation as Explanation,
} from "../../understanding/explain.ts";
export type { DialogueContext as Situation } from "../../understanding/ground/context.ts";
export { HomeIndex } from "../../understanding/names/home-index.ts";
export { decideSentence as decide, understand } from "../../understanding/understand.ts";
export { LocalAssistant, type LocalAssistantOptions as LocalOptions } from "./engine.ts";
export { hintsOf } from "./hints.ts";
export type { LocalPlanner } from "./planning/index.ts";
