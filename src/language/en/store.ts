/** The store: who holds its folder. */
export const store = {
  heldBy: ({ home, pid, since }: { home: string | null; pid: number | null; since: string | null }) => {
    const process = pid === null ? "" : `process ${pid}${since === null ? "" : `, since ${since}`}`;
    const parts = [home === null ? "" : `home "${home}"`, process].filter((part) => part !== "");
    return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
  },
};
