import { countedNoun } from "./grammar.ts";

/** jia backup and jia restore. */
export const backup = {
  summary: "Save everything in one file.",
  details:
    "Scenes, automations, timers, runs, conversations, the audit and settings, as they are at one moment; also while Jia " +
    "runs, and from PostgreSQL too. The file is looked through before it gets its name. An older backup of that name is replaced only with --force.",
  restoreSummary: "Replace everything by what a backup holds.",
  restoreDetails:
    "Jia must be stopped. The file is looked through first (whole, of a version that is known, of this home); what was there " +
    "before is kept beside it. A backup of SQLite can be restored into PostgreSQL and back. It also takes a plain copy of a jia.db.",
  takeOver: "Restore the backup of another home, and give it to this one.",
  force: "Replace an older backup of this name.",
  history: "Take the history along, which may be long.",
  withoutHistory: "The history is not in it. To take it along: --history",
  progress: "{percent} %",
  named: 'backup "{id}"',
  inMemory: "Jia keeps everything in memory here, so there is nothing to save",
  stopFirst: "This Jia cannot restart by itself. Stop it, and run: jia restore FILE",
  busy: "Another backup is being made, taken or restored. Wait until it is done",
  tooMany: "There are {most} backups already. Delete some first",
  made: ({ file, size, contents }: { file: string; size: string; contents: string }) =>
    `Saved in ${file} (${size}): ${contents}.`,
  restored: ({ from, to, contents }: { from: string; to: string; contents: string }) =>
    `Restored from ${from} to ${to}: ${contents}.`,
  kept: "What was there before is in {file}.",
  /** `options`: the command-line options for this store and this home. */
  next: ({ options }: { options: string }) => `Start Jia: jia start${options === "" ? "" : ` ${options}`}`,
  contents: ({
    home,
    scenes,
    automations,
    timers,
    history,
    at,
    zone,
  }: {
    home: string | null;
    scenes: number;
    automations: number;
    timers: number;
    history: number | null;
    at: string | null;
    zone: string;
  }) => {
    const past = history === null ? [] : [`the history of ${countedNoun(history, "property", "properties")}`];
    const saved = [countedNoun(scenes, "scene"), countedNoun(automations, "automation"), countedNoun(timers, "timer")];
    const counts = [...saved, ...past].join(", ");
    return `${home === null ? "" : `home "${home}", `}${counts}${at === null ? "" : `, as of ${at} (${zone})`}`;
  },
};
