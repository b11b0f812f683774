/** Answers about the past of the home, in words for people and as facts that a model's statements are checked against. */
export { pastText } from "./answer.ts";
export type { Asking } from "./asking.ts";
export { lastOf } from "./changes.ts";
export { energyFacts, type PastFact, type PastMoment, seriesFact } from "./facts.ts";
export { gapsIn, lengthOf, type Spells, spellsOf, timeIn } from "./spells.ts";
export { type PastHistory, type PastMeans, PastTeller } from "./teller.ts";
export { stateTold, type Watch, watchOf } from "./watch.ts";
