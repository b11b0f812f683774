import type { Messages } from "../pack.ts";

export const layout: Messages["layout"] = {
  configured: ({ setting, from }) => `${setting} 由 ${from} 设定，以它为准。请在那里修改，或用 PATCH /api/settings。`,
  notUnderstood: ({ topic, detail, advice }) =>
    `无法理解 ${topic} 上的一条消息${detail === "" ? "" : `（${detail}）`}。${advice ?? ""}`,
  heldBack: ({ what, why }) => `${what}：${why}`,
  full: ({ most }) => `已有 ${most} 个，不能再添加。请先删除一个。`,
  groupNamed: "设备组“{name}”",
  needsName: "这是手动添加的，必须有名称。",
  nameTaken: ({ kind, name, other }) =>
    `“${name}”已是${{ room: "房间", floor: "楼层", group: "设备组", device: "设备" }[kind]}“${other}”的名称。请换一个名称，或先给它改名。`,
  inUse: ({ kind, names, count }) =>
    `${names.map((name) => `“${name}”`).join("、")}${count > names.length ? `等 ${count} 个` : ""}${kind === "room" ? "还在这个房间里" : "还在这一层"}，请先移走。`,
  comesBack: ({ source }) =>
    source === "file"
      ? "它写在家庭文件里，删除后还会出现。请在文件里删除。"
      : "它来自网关，删除后还会出现。请在网关里删除。",
};
