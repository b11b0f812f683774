/** Understands everyday sentences without a model (README.md). */
export { LocalAssistant, type LocalOptions } from "./engine.ts";
export type { Situation } from "./ground/situation.ts";
export { hintsOf } from "./hints.ts";
export { HomeIndex } from "./index/home-index.ts";
export type { LocalPlanner } from "./ports.ts";
export { understand } from "./understand.ts";
