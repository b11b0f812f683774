/** One file that holds all of a store, and back: the same for SQLite and PostgreSQL, and from the one to the other. */
export { type BackupContents, checkBackup } from "./check.ts";
export { makeBackup } from "./make.ts";
export type { Work } from "./progress.ts";
export { BEFORE, type RestoreOptions, restoreBackup } from "./restore.ts";
