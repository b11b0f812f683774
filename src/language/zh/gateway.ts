import type { Messages } from "../pack.ts";

export const gateway: Messages["gateway"] = {
  summary: "将 Wi-Fi 米家设备（miIO）接入 MQTT 服务器。",
  details: "DEVICES 是包含设备 ID 和令牌的 JSON 文件，权限 0600（见 docs/miio.md）。运行到按下 Ctrl-C 为止。",
  find: "列出本网络中应答的设备后结束。",
  every: "每隔多少秒轮询一次，默认 {seconds} 秒。",
  fetchSpecs: "从公共规格网站下载未知规格（specs.fetch）。",
  name: "有多个网关时，本网关在服务器上的名称。",
  nameFile: "请指定设备文件，或用 --find 列出本网络中的设备。",
  wrongName: "--name 不能含空格、/、+、#，请用 ground-floor 这样的名称。",
  wrongEvery: "--every 应为 1 到 3600 的秒数，例如 --every 30。",
  running: "{count} 台设备接入 {url}。",
  noneFound: "没有设备应答。它们可能在其他网络中，或被防火墙阻挡。",
  foundHeading: ["设备 ID", "地址", ""],
  inFile: "在文件中",
  noToken: "没有令牌",
};
