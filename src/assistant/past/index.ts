/** Answers about the past of the home, in words for people and as facts that a model's statements are checked against. */
export { pastAnswerText as pastText } from "./answer.ts";
export { lastChangeOf as lastOf } from "./changes.ts";
export { energyFacts, type FactMoment as PastMoment, type PastFact, seriesFact } from "./facts.ts";
export type { PastQueryContext as Asking } from "./query-context.ts";
export {
  gapsIn,
  type StateIntervals as Spells,
  stateIntervalsOf as spellsOf,
  totalLengthOf as lengthOf,
  trueTimeIn as timeIn,
} from "./state-intervals.ts";
export { type PastContext as PastMeans, type PastHistory, PastTeller } from "./teller.ts";
export {
  stateReportedBy as stateTold,
  type WatchedState as Watch,
  watchedStateOf as watchOf,
} from "./watched-state.ts";
