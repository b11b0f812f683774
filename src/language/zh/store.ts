import type { Messages } from "../pack.ts";

export const store: Messages["store"] = {
  heldBy: ({ home, pid, since }) => {
    const process = pid === null ? "" : `进程 ${pid}${since === null ? "" : `，自 ${since} 起`}`;
    const parts = [home === null ? "" : `家庭“${home}”`, process].filter((part) => part !== "");
    return parts.length === 0 ? "" : `（${parts.join("，")}）`;
  },
};
