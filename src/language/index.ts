/** The language layer: everything that the product says to people, as packs, and the functions that word it. */

export { energyText, moneyText } from "./amounts.ts";
export type { AnswerWords } from "./answer-words.ts";
export {
  ACT_BY_ACTION as ACT_OF,
  changeOfOutcome as deedOfOutcome,
  changeOfWrite as deedOfWrite,
  isLift as lifts,
  requestedAction as deedAsked,
} from "./change-descriptions.ts";
export type { ClaimSign } from "./claim-signs.ts";
export { consentQuestion } from "./consent.ts";
export { DEVICE_STATES, type DeviceState } from "./device-states.ts";
export type { Verb } from "./en/actions.ts";
export { isMainValveName } from "./essential-names.ts";
export type { Grammar } from "./grammar.ts";
export {
  type Language,
  primarySubtag,
  TEMPERATURE_UNITS,
  type TemperatureUnit,
  temperatureUnitOf,
  withTemperatures,
} from "./language.ts";
export { localeGrammar } from "./locale.ts";
export { errorText, type MessageKey, message, textOf, turnText, valuesInWords } from "./message.ts";
export {
  actionName,
  booleanText as truthText,
  keyName,
  kindName,
  listedText,
  matchesDescription as describes,
  propertyName,
  SPOKEN_WORDS,
  serviceName,
  spokenValue as saidValue,
  unitSign,
  unitText,
  valueText,
  valueWords,
  wordsInAllLanguages,
  wordsInLanguages,
  zoneName,
} from "./names.ts";
export { ongoingMotionOf as movingOf } from "./ongoing-motion.ts";
export {
  type ConfirmationKind as AskedFor,
  confirmationQuestion,
  describeOutcomes as tellOutcomes,
  isInEffect as isGood,
  type OutcomeReport as ToldOutcome,
} from "./outcomes.ts";
export type { Messages, Pack } from "./pack.ts";
export {
  addPack,
  allPacks,
  hasOwnScript,
  languageNamed,
  languageOf,
  languages,
  messages,
  packOf,
  packsOf,
} from "./packs.ts";
export {
  type ChangesReport as ToldChanges,
  type DurationReport as ToldTime,
  type EnergyUseReport as ToldUse,
  type NumberReport as ToldNumber,
  type PastClock,
  pastClock,
  type SpanReport as ToldSpan,
} from "./past-reports.ts";
export type {
  PersonReport as ToldPerson,
  PresenceReport as ToldPresence,
  PresenceSummary as ToldPresences,
  ResidentReport as ToldResident,
  StayReport as ToldStay,
} from "./people-reports.ts";
export type { OngoingMotion as Moving, ReportedChange as Deed, ValueChange as Setting } from "./reported-changes.ts";
export { type SecretSigns, secretSignsBy } from "./secret-signs.ts";
export type { StatementWords } from "./statement-words.ts";
export {
  type BooleanWording as TruthWord,
  booleanWording as truthWord,
  type StateVerb as StateWord,
  stateVerb as stateWord,
} from "./states.ts";
export type { SearchScope as Scope, SubjectDevice as Member, Subjects } from "./subject-types.ts";
export { type KindCounter as CountOf, subjectsOf } from "./subjects.ts";
export { differencePhrase, namePhrase, term, valuePhrase } from "./terms.ts";
export {
  addressedParts as partsMeant,
  containsName as holds,
  deviceName,
  devicePhrase,
  devicesPhrase,
  localizedName as namedPhrase,
  type Nameable as Named,
  nameInLanguage as nameIn,
  nameWithPlace as placedName,
  partPhrase,
  roomName,
  servicePartName as partCalled,
  serviceWithDevice as serviceOf,
  shortName,
  withoutConnectives as unjoined,
} from "./things.ts";
export {
  clockWords,
  datePhrase,
  durationPhrase,
  durationWords,
  momentPhrase,
  momentWords,
  weekdaysPhrase,
  weekdaysWords,
} from "./times.ts";
export type {
  OccupancySensors as Sensing,
  StaleValueReport as ToldLapse,
  UnknownValueReport as ToldGap,
} from "./uncertainty-reports.ts";
export { isAmbient, type ValueReport as Measured } from "./value-reports.ts";
export type { Vocabulary, WordTable } from "./vocabulary.ts";
export { type SunEventName as SunEvent, weekdayGroup, weekdaysInOrder } from "./weekdays.ts";
export type { WishSign } from "./wish-signs.ts";
