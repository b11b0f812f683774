/** The language layer: everything that the product says to people, as packs, and the functions that word it. */

export { energyText, moneyText } from "./amounts.ts";
export type { AnswerWords } from "./answer-words.ts";
export type { ClaimSign } from "./claim-signs.ts";
export { consentQuestion } from "./consent.ts";
export { ACT_OF, deedAsked, deedOfOutcome, deedOfWrite, lifts } from "./deeds.ts";
export { DEVICE_STATES, type DeviceState } from "./device-states.ts";
export type { Verb } from "./en/actions.ts";
export { isMainValveName } from "./essential-names.ts";
export type { Grammar } from "./grammar.ts";
export type { Sensing, ToldGap, ToldLapse } from "./knowledge.ts";
export {
  type Language,
  primarySubtag,
  TEMPERATURE_UNITS,
  type TemperatureUnit,
  temperatureUnitOf,
  withTemperatures,
} from "./language.ts";
export { localeGrammar } from "./locale.ts";
export { isAmbient, type Measured } from "./measured.ts";
export { errorText, type MessageKey, message, textOf, turnText, valuesInWords } from "./message.ts";
export { movingOf } from "./moving.ts";
export {
  actionName,
  describes,
  keyName,
  kindName,
  propertyName,
  SPOKEN_WORDS,
  saidValue,
  serviceName,
  truthText,
  unitText,
  valueText,
  valueWords,
  wordsInAllLanguages,
  wordsInLanguages,
  zoneName,
} from "./names.ts";
export { type AskedFor, confirmationQuestion, isGood, type ToldOutcome, tellOutcomes } from "./outcomes.ts";
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
  type PastClock,
  pastClock,
  type ToldChanges,
  type ToldNumber,
  type ToldSpan,
  type ToldTime,
  type ToldUse,
} from "./past-reports.ts";
export type { Deed, Moving, Setting } from "./reported-changes.ts";
export { type SecretSigns, secretSignsBy } from "./secret-signs.ts";
export type { StatementWords } from "./statement-words.ts";
export { type StateWord, stateWord, type TruthWord, truthWord } from "./states.ts";
export type { Member, Scope, Subjects } from "./subject-types.ts";
export { type CountOf, subjectsOf } from "./subjects.ts";
export { differencePhrase, namePhrase, term, valuePhrase } from "./terms.ts";
export {
  deviceName,
  devicePhrase,
  devicesPhrase,
  holds,
  type Named,
  namedPhrase,
  nameIn,
  partCalled,
  partPhrase,
  partsMeant,
  placedName,
  roomName,
  serviceOf,
  shortName,
  unjoined,
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
export type { ToldPerson, ToldPresence, ToldPresences, ToldResident, ToldStay } from "./told-people.ts";
export type { Vocabulary, WordTable } from "./vocabulary.ts";
export { type SunEvent, weekdayGroup, weekdaysInOrder } from "./weekdays.ts";
export type { WishSign } from "./wish-signs.ts";
