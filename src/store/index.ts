/** What must survive: one SQLite file, or PostgreSQL; one repository a subject. */
import type { PlannerStorage } from "../automation/index.ts";
import { type Clock, systemClock } from "../home/index.ts";
import { AuditRepository } from "./audit.ts";
import { AutomationRepository } from "./automations.ts";
import { ConversationRepository } from "./conversations.ts";
import type { Database } from "./database.ts";
import { DefinitionChangeRepository } from "./definition-changes.ts";
import { LateWrites } from "./late-writes.ts";
import { LeaseRepository } from "./leases.ts";
import { openDatabase, type StoreLocation } from "./open.ts";
import { RunRepository } from "./runs.ts";
import { SceneRepository } from "./scenes.ts";
import { SettingsRepository } from "./settings.ts";
import { TimerRepository } from "./timers.ts";

export { type AuditFilter, AuditRepository } from "./audit.ts";
export type { ConversationRepository } from "./conversations.ts";
export { DataFolder } from "./data-folder.ts";
export { Database, type StoreKind } from "./database.ts";
export { openDatabase, type StoreLocation } from "./open.ts";
export { claimStore, type Owner, ownerOf } from "./owner.ts";
export type { SettingsRepository } from "./settings.ts";

/** An open store with its repositories. */
export interface Store extends PlannerStorage {
  readonly database: Database;
  readonly audit: AuditRepository;
  readonly settings: SettingsRepository;
  readonly conversations: ConversationRepository;
  /** Which instance runs the schedules. */
  readonly lease: LeaseRepository;
  close(): Promise<void>;
}

/**
 * Opens the store and brings its tables to the newest version. `warn` is told of what cannot be read any more.
 * @throws JiaError `store-unavailable`, `store-newer`
 */
export async function openStore(
  location: StoreLocation,
  clock: Clock = systemClock,
  warn: (text: string) => void = () => undefined,
): Promise<Store> {
  const database = await openDatabase(location);
  const late = new LateWrites(database);
  return {
    database,
    audit: new AuditRepository(database, late, warn),
    settings: new SettingsRepository(database),
    conversations: new ConversationRepository(database, late, warn),
    lease: new LeaseRepository(database, clock, "planner"),
    scenes: new SceneRepository(database, warn),
    automations: new AutomationRepository(database, late, warn),
    definitions: new DefinitionChangeRepository(database),
    timers: new TimerRepository(database, late, warn),
    runs: new RunRepository(database, late, warn),
    close: () => database.close(),
  };
}
