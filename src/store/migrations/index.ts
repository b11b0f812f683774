import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import type { StoreKind } from "../store-kind.ts";
import * as settingsAudit from "./0001-settings-audit.ts";
import * as scenesAutomations from "./0002-scenes-automations.ts";
import * as runs from "./0003-runs.ts";
import * as auditOpen from "./0004-audit-open.ts";
import * as timerRings from "./0005-timer-rings.ts";
import * as history from "./0006-history.ts";
import * as people from "./0007-people.ts";
import * as notices from "./0008-notices.ts";
import * as modes from "./0009-modes.ts";
import * as memory from "./0010-memory.ts";
import * as overrides from "./0012-overrides.ts";
import * as exchanges from "./0013-exchanges.ts";
import * as modelUsage from "./0015-model-usage.ts";
import * as accessGrants from "./0016-access-grants.ts";
import * as homeParts from "./0017-home-parts.ts";

/** In order. A number is never used twice, and a migration that was released is never changed. */
const MIGRATIONS: Readonly<Record<string, (db: Kysely<unknown>, kind: StoreKind) => Promise<void>>> = {
  "0001-settings-audit": settingsAudit.up,
  "0002-scenes-automations": scenesAutomations.up,
  "0003-runs": runs.up,
  "0004-audit-open": auditOpen.up,
  "0005-timer-rings": timerRings.up,
  "0006-history": history.up,
  "0007-people": people.up,
  "0008-notices": notices.up,
  "0009-modes": modes.up,
  "0010-memory": memory.up,
  "0012-overrides": overrides.up,
  "0013-exchanges": exchanges.up,
  "0015-model-usage": modelUsage.up,
  "0016-access-grants": accessGrants.up,
  "0017-home-parts": homeParts.up,
};

/** The migrations for one kind of database, as kysely's Migrator takes them. */
export function migrationsFor(kind: StoreKind): Record<string, Migration> {
  return Object.fromEntries(
    Object.entries(MIGRATIONS).map(([name, up]) => [name, { up: (db: Kysely<unknown>) => up(db, kind) }]),
  );
}
