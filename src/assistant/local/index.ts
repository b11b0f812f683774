/** Parses and runs everyday sentences without a model (README.md). */

export { type ExplainedReading, type Explanation, explain } from "../../understanding/explain.ts";
export type { Situation } from "../../understanding/ground/situation.ts";
export { HomeIndex } from "../../understanding/names/home-index.ts";
export { decide, understand } from "../../understanding/understand.ts";
export { LocalAssistant, type LocalOptions } from "./engine.ts";
export { hintsOf } from "./hints.ts";
export type { LocalPlanner } from "./planning/index.ts";
