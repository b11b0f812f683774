export { atMost } from "./at-most.ts";
export type { HomeChange, ReportCause, ReportedValue } from "./changes.ts";
export { type Clock, ClockWatch, systemClock } from "./clock.ts";
export {
  type Asker,
  askerOf,
  COMMAND_LINE,
  type Command,
  NOTED_STATUSES,
  type NotedOutcome,
  type Origin,
  OUTCOME_STATUSES,
  type Outcome,
  type OutcomeOf,
  type OutcomeStatus,
  type OutcomeTarget,
  PIN_MASK,
  type PropertyWrite,
  ROLES,
  type Role,
  succeeded,
} from "./commands.ts";
export { CONFIRMATION_MS, type Confirmation } from "./confirmations.ts";
export {
  type Availability,
  currentValue,
  type Device,
  type DeviceDescription,
  type DeviceId,
  type Floor,
  type PropertyGap,
  type PropertyState,
  type Room,
  readableProperties,
  stateOf,
} from "./device.ts";
export { ERRORS, type ErrorCode, type ErrorDetails, errorMessage, JiaError } from "./errors.ts";
export type { HomeEvent, HomeEventOf, HomeListener } from "./events.ts";
export type { Assessment, ConfirmOptions, ExecuteOptions, Execution } from "./execute.ts";
export { type FindDevice, heldBy, leavesOf, standing } from "./groups.ts";
export { wantedHandle } from "./handles.ts";
export { Home, type HomeOptions } from "./home.ts";
export { type HomeFile, type HomeFileDevice, initialState, parseHomeFile } from "./home-file.ts";
export { invalidFile, issueMessage, issuePlace, issueProblem, keysAt, problemAt, unknownKey } from "./issues.ts";
export { JsonText, jsonTooDeep, MAX_JSON_DEPTH, nestsTooDeep } from "./json-text.ts";
export { keepNewest } from "./keep-newest.ts";
export { FUNCTIONS, isMainService, KIND_MEMBERS } from "./kind-members.ts";
export {
  DOUBTS,
  type Doubt,
  doubtOf,
  doubtsOf,
  type Knowledge,
  knowledgeOf,
  LAPSE_REASONS,
  type Lapse,
  lapseOf,
  UNKNOWN_REASONS,
  type UnknownReason,
} from "./knowledge.ts";
export { Layout, MAX_ROOMS } from "./layout.ts";
export { isLocalName } from "./local-name.ts";
export { type DayHours, isTimeZone, TIME_OF_DAY } from "./local-time.ts";
export {
  type HomeMessages,
  homeMessage,
  type Message,
  type MessageValue,
  type MessageValues,
  type Phrase,
  type Texts,
} from "./message.ts";
export {
  hasWildcards,
  isTopicFilter,
  isTopicLevel,
  isTopicName,
  type TopicFault,
  topicFilterFault,
  topicFits,
  topicNameFault,
} from "./mqtt-topic.ts";
export { editDistance, nearest } from "./nearest.ts";
export { NOTICE_LEVELS, type NoticeLevel } from "./notice-level.ts";
export { PIN, type PinCheck } from "./pin-check.ts";
export {
  asksFirst,
  DECISIONS,
  type Decision,
  decide,
  namesPeople,
  type PolicyPeople,
  type PolicyRule,
  type Standing,
  type Verdict,
} from "./policy.ts";
export {
  DEFAULT_PEOPLE_RULES,
  DEFAULT_POLICY,
  DEFAULT_RULES,
  type PolicyReason,
} from "./policy-defaults.ts";
export { type Limits, limitRules } from "./policy-limits.ts";
export { Queues } from "./queues.ts";
export { positionOf, type Undo, undoOf, writeBack } from "./restore.ts";
export * from "./spec/index.ts";
export { cleanText, MAX_NAME, MAX_TEXT, slug } from "./text.ts";
export { mergeCommands, toldOnce, toldTogether } from "./told-once.ts";
export {
  type AuditEntry,
  type AuditIntent,
  type AuditNote,
  type AuditSink,
  type Delivery,
  NO_AUDIT,
  type Transport,
  type WireCommand,
} from "./transport.ts";
export {
  clampNumber,
  coerceValue,
  expectedValue,
  isColor,
  type Reading,
  readingOf,
  SPEC_WORDS,
  sameValue,
  tryCoerce,
  type ValueWords,
} from "./values.ts";
export type { HomeView, LayoutView } from "./view.ts";
