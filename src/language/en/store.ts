/** The store: who holds its folder, and what a backup is refused for. */
export const store = {
  heldBy: ({ home, pid, since }: { home: string | null; pid: number | null; since: string | null }) => {
    const process = pid === null ? "" : `process ${pid}${since === null ? "" : `, since ${since}`}`;
    const parts = [home === null ? "" : `home "${home}"`, process].filter((part) => part !== "");
    return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
  },
  leftOut: ({ kind, id, why }: { kind: string; id: string; why: string }) =>
    `${kind} "${id}" cannot be read and is left out (${why})`,
  leftOutAll: ({ rows, more }: { rows: readonly string[]; more: number }) =>
    `${rows.join("; ")}${more > 0 ? `; and ${more} more` : ""}. They are left in the database as they stand; everything else works. Save them anew, or restore a backup.`,
  heading: "Store: {where}",
  fine: "can be read and written",
  notThere: "there is no such file.",
  noFile: "that is not a file.",
  notJia: "that is a database, but not one of Jia's.",
  damaged: "the file is damaged, or no database at all ({detail}).",
  otherFile: "that file is there already and is no backup. Name another one.",
  runsOnServer:
    "Jia runs on this database, or was ended less than 15 seconds ago without a word. Stop every instance first, then restore. Nothing was changed.",
};
