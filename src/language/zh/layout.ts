import type { Messages } from "../pack.ts";

export const layout: Messages["layout"] = {
  configured: ({ setting, from }) => `${setting} 由 ${from} 设定，以它为准。请在那里修改，或用 PATCH /api/settings。`,
  notUnderstood: ({ topic, detail, advice }) =>
    `无法理解 ${topic} 上的一条消息${detail === "" ? "" : `（${detail}）`}。${advice ?? ""}`,
  heldBack: ({ what, why }) => `${what}：${why}`,
};
