import type { Messages } from "../pack.ts";

export const doctorReport: Messages["doctorReport"] = {
  summary: "检查 MQTT 服务器：有什么、能理解什么、哪里有问题。",
  details: "只监听，不发布任何消息。详见 docs/doctor.md。",
  mqtt: "MQTT 服务器（MQTT_URL）。默认依次为 mqtt.url、运行中的 Jia 所用的服务器、{url}。",
  seconds: "监听多久，默认 {seconds} 秒。时钟与不常上报的设备只有在此期间发消息才能看到。",
  wrongSeconds: "--seconds：“{given}”不是 1 到 {most} 的秒数，例如 --seconds 60。",
  broker: "MQTT 服务器",
  head: "{broker}（{url}）：{topics} 个主题（{retained} 个保留），{messages} 条消息",
  definitions: "正在运行的 Jia 的场景与自动化",
  hubs: "局域网中的米家中枢网关",
  unknownTopics: "不属于任何已知方言的主题",
  dialectsHeading: ["方言", "设备", "在线", "离线", "主题", ""],
  notSpoken: "Jia 不支持",
  elsewhere: {
    hub: "设置 hub.client 即可使用（docs/mi-home-hub.md）",
    "hub-cloud": "设置 cloud.token 即可使用（docs/mi-home-hub.md）",
  },
  notUnderstood: "未能理解的内容",
  running: "运行中的 Jia：{url}",
  runsWell: "就绪",
  closed:
    "运行中的 Jia 用密码连接 {used}，目前已连接。没有检查这个服务器：请用 --mqtt mqtt://用户名:密码@主机 指明，或设置 mqtt.password。",
  closedApart:
    "运行中的 Jia 用密码连接 {used}，目前没有连接上。没有检查这个服务器：请用 --mqtt mqtt://用户名:密码@主机 指明，或设置 mqtt.password。",
  otherBroker: "本报告检查的是 {looked}，而运行中的 Jia 用的是 {used}。要检查后者：--mqtt {used}",
  bad: "发现问题：见上面标有 ✗ 和 ! 的行。",
  good: "未发现问题。",
  advice: ({ count }) => `没有故障，但上面有 ${count} 处值得留意。`,
};
