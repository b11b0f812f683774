import type { Messages } from "../pack.ts";

export const notices: Messages["notices"] = {
  noticeNamed: "通知“{id}”",
  nothingHelps: "这条通知没有可以直接执行的操作",
  runFailed: ({ name, reason }) => `“${name}”没有执行成功${reason === "" ? "" : `：${reason}`}`,
  title: ({ home, level, count }) => {
    const whole = count > 1 ? `${home}：${count} 条通知` : home;
    return level === "alarm" ? `警报 · ${whole}` : whole;
  },
  line: ({ time, text }) => `${time}  ${text}`,
  more: ({ count }) => `还有 ${count} 条`,
  overBy: ({ text }) => `${text}（现已解除）`,
  test: ({ name }) => `这是“${name}”的测试消息，收到就说明能用。`,
  channelFails: ({ name, why }) => `发给“${name}”的消息送不到${why === "" ? "" : `：${why}`}`,
  channelGone: "“{name}”不再接收消息：浏览器已经取消订阅",
};
