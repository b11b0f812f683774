/** The people of the home: who they are, what they may do, and who is at home. */
export { PersonData, type PersonDataSource } from "./data.ts";
export { PersonDefinition, PersonDraft } from "./definition.ts";
export { applyPeople, comparePeople, type PersonDifference, peopleIn } from "./files.ts";
export { HomePeople, type HomePeopleOptions } from "./home-people.ts";
export { findNamed } from "./names.ts";
export type { Tries } from "./pin/tries.ts";
export type { People, PeopleEvent, Person, Presence, PresenceChange } from "./port.ts";
export { PresenceState } from "./presence/decide.ts";
export type { PresenceAround, PresenceTopics } from "./presence/keeper.ts";
export { keyOfSign, Sign } from "./presence/signs.ts";
export { PeopleRegistry, type PersonPatch, type Surroundings } from "./registry.ts";
export { residents } from "./residents.ts";
export { mayManage } from "./rights.ts";
export type { PeopleStorage, PinStorage, PresenceStorage, SavedPerson, SavedToken, TokenStorage } from "./storage.ts";
export { PersonTokens, TOKEN_PREFIX } from "./tokens.ts";
export { endOf } from "./until.ts";
