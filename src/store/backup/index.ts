/** Backs up a whole store into one file, and restores it: for SQLite and PostgreSQL, and from one to the other. */

export { sqliteTrouble } from "../trouble.ts";
export { type BackupContents, checkBackup } from "./check.ts";
export { makeBackup } from "./make.ts";
export type { BackupProgress as Work } from "./progress.ts";
export { BEFORE_RESTORE as BEFORE, type RestoreOptions, refuseOtherHome, restoreBackup } from "./restore.ts";
