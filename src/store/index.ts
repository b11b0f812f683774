/** The store: everything that must survive a restart, in one SQLite file or in PostgreSQL, with one repository for each subject. */
import { type Clock, type Message, systemClock } from "../home/index.ts";
import { openDatabase, type StoreLocation } from "./open.ts";
import { type Repositories, repositories } from "./repositories.ts";
import { UnreadableRows } from "./unreadable-rows.ts";

export { AuditRepository } from "./audit.ts";
export type { AuditFilter } from "./audit-rows.ts";
export type { ConversationRepository } from "./conversations.ts";
export { DataFolder } from "./data-folder.ts";
export { Database } from "./database.ts";
export type { DeviceOverrideRepository } from "./device-overrides.ts";
export { examineStore, runsOn, type StoreFindings } from "./examine.ts";
export type { HomePartRepository, StoredGroup } from "./home-parts.ts";
export { openDatabase, type StoreLocation } from "./open.ts";
export { claimStore, type Owner, storeOwner as ownerOf } from "./owner.ts";
export type { UnreadableRow as LeftOut } from "./read-rows.ts";
export type { SettingsRepository } from "./settings.ts";
export type { StoreKind } from "./store-kind.ts";
export { unreadableRowMessage as leftOutMessage } from "./unreadable-rows.ts";

/** An open store. */
export interface Store extends Repositories {
  close(): Promise<void>;
}

/**
 * Opens the store and brings its tables to the newest version.
 * @param warn called for rows that cannot be read
 * @throws JiaError `store-unavailable`, `store-newer`, `store-locked`, `store-full`
 */
export async function openStore(
  location: StoreLocation,
  clock: Clock = systemClock,
  warn: (what: Message) => void = () => undefined,
): Promise<Store> {
  const database = await openDatabase(location);
  return { ...repositories(database, clock, new UnreadableRows(warn)), close: () => database.close() };
}
