export { waitAtMost as atMost } from "./at-most.ts";
export type { HomeChange, ReportCause, ReportedValue } from "./changes.ts";
export { type Clock, ClockWatch, systemClock } from "./clock.ts";
export {
  type Actor as Asker,
  AUDITED_STATUSES as NOTED_STATUSES,
  type AuditedOutcome as NotedOutcome,
  actorOf as askerOf,
  COMMAND_LINE,
  type Command,
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
export {
  type Availability,
  currentValue,
  type Device,
  type DeviceDescription,
  type DeviceGroup,
  type DeviceId,
  type DeviceOverride,
  type Floor,
  NO_OVERRIDE,
  type PropertyGap,
  type PropertyState,
  type Room,
  readableProperties,
  stateOf,
} from "./device.ts";
export { ERRORS, type ErrorCode, type ErrorDetails, errorMessage, JiaError } from "./errors.ts";
export type { HomeEvent, HomeEventOf, HomeListener } from "./events.ts";
export { CONFIRMATION_MS, type Confirmation } from "./execution/confirmations.ts";
export type { Assessment, ConfirmOptions, ExecuteOptions, Execution } from "./execution/execute.ts";
export {
  combineCommands as toldTogether,
  mergeCommands,
  resolveGroupOverlaps as toldOnce,
} from "./execution/group-commands.ts";
export {
  type AuditEntry,
  type AuditIntent,
  type AuditNote,
  type AuditSink,
  type Delivery,
  NO_AUDIT,
  type Transport,
  type WireCommand,
} from "./execution/transport.ts";
export { positionOf, type Undo, undoOf, undoWrite as writeBack } from "./execution/undo.ts";
export {
  allMemberIds as heldBy,
  type FindDevice,
  leafMembers as leavesOf,
  withoutEnclosingGroups as standing,
} from "./groups.ts";
export { wantedHandle } from "./handles.ts";
export { Home, type HomeOptions } from "./home.ts";
export { type HomeFile, type HomeFileDevice, initialState, parseHomeFile } from "./home-file.ts";
export { invalidFile, issueMessage, issuePlace, issueProblem, keysAt, problemAt, unknownKey } from "./issues.ts";
export { JsonScanner as JsonText, jsonTooDeep, MAX_JSON_DEPTH, nestsTooDeep } from "./json-scanner.ts";
export { dropOldest as keepNewest } from "./keep-newest.ts";
export { FUNCTION_PROPERTIES as FUNCTIONS, INCLUDED_KINDS as KIND_MEMBERS, isMainService } from "./kinds.ts";
export {
  type Knowledge,
  knowledgeOf,
  STALENESS_REASONS as LAPSE_REASONS,
  type Staleness as Lapse,
  stalenessOf as lapseOf,
  UNCERTAINTY_REASONS as DOUBTS,
  UNKNOWN_REASONS,
  type Uncertainty as Doubt,
  type UnknownReason,
  uncertaintiesOf as doubtsOf,
  uncertaintyOf as doubtOf,
} from "./knowledge.ts";
export { Layout, MAX_ROOMS, PLACE_SOURCES, type PlaceKind, type PlaceSource } from "./layout.ts";
export { isLocalHostname as isLocalName } from "./local-hostname.ts";
export { type DayHours, isTimeZone, TIME_OF_DAY } from "./local-time.ts";
export {
  type HomeMessages,
  homeMessage,
  type LocalizedText as Texts,
  type Message,
  type MessageValue,
  type MessageValues,
  type Phrase,
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
export type { PlaceOverride } from "./place-override.ts";
export {
  DEFAULT_PEOPLE_RULES,
  DEFAULT_POLICY,
  DEFAULT_RULES,
  type PolicyReason,
} from "./policy/defaults.ts";
export { limitRules, type PersonLimits as Limits } from "./policy/limits.ts";
export { PIN_PATTERN as PIN, type PinCheck } from "./policy/pin-check.ts";
export {
  DECISIONS,
  type Decision,
  evaluatePolicy as decide,
  isPersonRule as namesPeople,
  needsConfirmation as asksFirst,
  type PersonRights as Standing,
  type PolicyPeople,
  type PolicyRule,
  type PolicyVerdict as Verdict,
} from "./policy/policy.ts";
export { Queues } from "./queues.ts";
export * from "./spec/index.ts";
export { cleanText, MAX_NAME, MAX_TEXT, slug } from "./text.ts";
export {
  clampNumber,
  coerceValue,
  expectedValue,
  isColor,
  type ParsedReport as Reading,
  parseReport as readingOf,
  SPEC_WORDS,
  sameValue,
  tryCoerce,
  type ValueWords,
} from "./values.ts";
export type { HomeView, LayoutView } from "./view.ts";
