/** Parses and runs everyday sentences without a model (README.md). */

export {
  type ExplainedReading,
  explainSentence,
  type SentenceExplanation,
} from "../../understanding/explain.ts";
export type { DialogueContext } from "../../understanding/ground/context.ts";
export { HomeIndex } from "../../understanding/names/home-index.ts";
export { decideSentence, understand } from "../../understanding/understand.ts";
export { LocalAssistant, type LocalAssistantOptions } from "./engine.ts";
export { hintsOf } from "./hints.ts";
export type { LocalPlanner } from "./planning/index.ts";
