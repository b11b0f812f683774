import type { Messages } from "../pack.ts";

export const notices: Messages["notices"] = {
  noticeNamed: "通知“{id}”",
  nothingHelps: "这条通知没有可以直接执行的操作",
  runFailed: ({ name, reason }) => `“${name}”没有执行成功${reason === "" ? "" : `：${reason}`}`,
};
