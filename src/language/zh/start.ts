import type { Messages } from "../pack.ts";

export const start: Messages["start"] = {
  summary: "运行 Jia，直到按下 Ctrl-C。",
  details:
    "不带选项时：自带 MQTT 服务器、模拟一套公寓、使用 SQLite 文件并提供 HTTP API，仅限本机访问。其余设置见 docs/configuration.md。",
  takeOver: "数据虽属于另一个家，仍交给这个家使用。",
  title: "Jia 家 {version}",
  labels: { address: "地址", mqtt: "MQTT", home: "家", model: "模型", data: "数据" },
  home: ({ name, devices, simulated }) => `${name}，${devices} 台设备${simulated ? "（模拟）" : ""}`,
  listensOn: "（监听 {host}，需要令牌）",
  ownBroker: "（自带）",
  notConnected: ({ why }) => `尚未连接，将继续尝试${why === null ? "" : `\n${why}`}`,
  noKey: ({ model, options }) =>
    `本地理解。要使用 ${model}：\nOPENROUTER_API_KEY=… jia start${options && ` ${options}`}`,
  modelOff: "本地理解（模型已关闭）",
  tryIt: "换个终端试试：",
  stopped: "已停止。",
  example: ({ light, room, dims }) => {
    if (light === null) return "有哪些设备在线？";
    return dims ? `把${room}的${light}调到一半` : `打开${room}的${light}`;
  },
};
