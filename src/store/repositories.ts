import type { PlannerStorage } from "../automation/index.ts";
import type { Clock } from "../home/index.ts";
import { AccessGrantRepository } from "./access-grants.ts";
import { AuditRepository } from "./audit.ts";
import { AutomationRepository } from "./automations.ts";
import { ChannelRepository } from "./channels.ts";
import { ConversationRepository, MOST } from "./conversations.ts";
import type { Database } from "./database.ts";
import { DeferredWrites } from "./deferred-writes.ts";
import { DefinitionChangeRepository } from "./definition-changes.ts";
import { DeviceOverrideRepository } from "./device-overrides.ts";
import { ExchangeRepository } from "./exchanges.ts";
import { HomePartRepository } from "./home-parts.ts";
import { LeaseRepository } from "./leases.ts";
import { MemoryRepository } from "./memory.ts";
import { ModelUsageRepository } from "./model-usage.ts";
import { ModeRepository } from "./modes.ts";
import { NoticeRepository } from "./notices.ts";
import { OutboxRepository } from "./outbox.ts";
import { PeopleRepository } from "./people.ts";
import { PersonTokenRepository } from "./person-tokens.ts";
import { PinTriesRepository } from "./pin-tries.ts";
import { PresenceRepository } from "./presence.ts";
import type { UnreadableRow } from "./read-rows.ts";
import { RunRepository } from "./runs.ts";
import { SceneRepository } from "./scenes.ts";
import { SettingsRepository } from "./settings.ts";
import { TimerRepository } from "./timers.ts";
import type { UnreadableRows } from "./unreadable-rows.ts";
import { WaitingExchanges } from "./waiting-exchanges.ts";

/** The repositories of a store. */
export interface Repositories extends PlannerStorage {
  readonly database: Database;
  readonly audit: AuditRepository;
  readonly settings: SettingsRepository;
  readonly conversations: ConversationRepository;
  /** What was said in conversations. */
  readonly exchanges: ExchangeRepository;
  readonly people: PeopleRepository;
  readonly modes: ModeRepository;
  readonly notices: NoticeRepository;
  readonly channels: ChannelRepository;
  readonly outbox: OutboxRepository;
  readonly pins: PinTriesRepository;
  readonly tokens: PersonTokenRepository;
  /** Named tokens and sessions. */
  readonly accessGrants: AccessGrantRepository;
  readonly presence: PresenceRepository;
  readonly memory: MemoryRepository;
  readonly deviceOverrides: DeviceOverrideRepository;
  readonly homeParts: HomePartRepository;
  readonly modelUsage: ModelUsageRepository;
  /** The rows that cannot be read. */
  readonly setAside: UnreadableRows;
  /** The lease of the instance that runs the schedules. */
  readonly lease: LeaseRepository;
}

/** The repositories on an open database. */
export function repositories(database: Database, clock: Clock, setAside: UnreadableRows): Repositories {
  const late = new DeferredWrites(database);
  const waiting = new WaitingExchanges(MOST.exchanges);
  const unreadable = (row: UnreadableRow): void => setAside.note(row);
  return {
    database,
    audit: new AuditRepository(database, late, unreadable),
    settings: new SettingsRepository(database, unreadable),
    conversations: new ConversationRepository(database, late, waiting, unreadable),
    exchanges: new ExchangeRepository(database, waiting, unreadable),
    lease: new LeaseRepository(database, clock, "planner"),
    notices: new NoticeRepository(database, late, unreadable),
    channels: new ChannelRepository(database, unreadable),
    outbox: new OutboxRepository(database, unreadable),
    scenes: new SceneRepository(database, unreadable),
    automations: new AutomationRepository(database, late, unreadable),
    definitions: new DefinitionChangeRepository(database),
    people: new PeopleRepository(database, unreadable),
    pins: new PinTriesRepository(database),
    tokens: new PersonTokenRepository(database),
    accessGrants: new AccessGrantRepository(database),
    presence: new PresenceRepository(database, unreadable),
    modes: new ModeRepository(database, unreadable),
    timers: new TimerRepository(database, late, unreadable),
    runs: new RunRepository(database, late, unreadable),
    memory: new MemoryRepository(database, unreadable),
    homeParts: new HomePartRepository(database, unreadable),
    deviceOverrides: new DeviceOverrideRepository(database, unreadable),
    modelUsage: new ModelUsageRepository(database),
    setAside,
  };
}
