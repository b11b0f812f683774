/** The people of the home: who they are, what they may do, and who is at home. */
export { PersonData, type PersonDataSource } from "./data.ts";
export { PersonDefinition, PersonDraft } from "./definition.ts";
export { applyPeople, comparePeople, type PersonDifference, peopleIn } from "./files.ts";
export { HomePeople, type HomePeopleOptions } from "./home-people.ts";
export { findNamed } from "./names.ts";
export type { PinAttempts as Tries } from "./pin/attempts.ts";
export type { People, PeopleEvent, Person, Presence, PresenceChange } from "./port.ts";
export { PresenceState } from "./presence/decide.ts";
export { keyOfSign, Sign } from "./presence/signs.ts";
export type { PresenceContext as PresenceAround, PresenceTopics } from "./presence/tracker.ts";
export { type PeopleContext as Surroundings, PeopleRegistry, type PersonPatch } from "./registry.ts";
export { residentsWithPresence as residents } from "./residents.ts";
export { mayManage } from "./rights.ts";
export { stayEndOf as endOf } from "./stay-end.ts";
export type { PeopleStorage, PinStorage, PresenceStorage, SavedPerson, SavedToken, TokenStorage } from "./storage.ts";
export { PersonTokens, TOKEN_PREFIX } from "./tokens.ts";
