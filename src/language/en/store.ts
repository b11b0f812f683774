import { countedNoun } from "./grammar.ts";

/** The store: who holds its folder, and why a backup is refused. */
export const store = {
  heldBy: ({ home, pid, since }: { home: string | null; pid: number | null; since: string | null }) => {
    const process = pid === null ? "" : `process ${pid}${since === null ? "" : `, since ${since}`}`;
    const parts = [home === null ? "" : `home "${home}"`, process].filter((part) => part !== "");
    return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
  },
  isNoFolder: "{path} is a file, not a folder",
  takesNoFolder: "no folder can be made there",
  isForbidden: "Jia may not write there",
  leftOut: ({ kind, id, why }: { kind: string; id: string; why: string }) =>
    `Jia cannot read the ${kind} "${id}" and works without it (${why})`,
  leftOutAll: ({ rows, more }: { rows: readonly string[]; more: number }) =>
    `${rows.join("; ")}${more > 0 ? `; and ${more} more` : ""}. The database keeps them unchanged, and everything else works. Save them again, or restore a backup.`,
  interrupted: ({ count }: { count: number }) =>
    `Jia ended while ${countedNoun(count, "command")} ${count === 1 ? "was" : "were"} under way. See "jia audit": what came of ${count === 1 ? "it" : "them"} is unknown.`,
  heading: "Store: {where}",
  fine: "can be read and written",
  notThere: "the file does not exist.",
  noFile: "it is not a file.",
  notJia: "it is a database, but not a backup of Jia.",
  damaged: "the file is damaged or is not a database ({detail}).",
  olderBackup: "a backup with this name exists already. Choose another name, or replace it with --force.",
  otherFile: "a file with this name exists and is not a backup. Choose another name.",
  runsOnServer:
    "Jia uses this database, or somebody killed it less than 15 seconds ago. Stop every instance, wait 15 seconds, then restore. Nothing was changed.",
};
