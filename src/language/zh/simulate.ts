import type { Messages } from "../pack.ts";

export const simulate: Messages["simulate"] = {
  summary: "在任意 MQTT 服务器上模拟家庭文件中的设备。",
  details: ({ faults }) =>
    "HOME 是家庭文件，或示例 flat、house。设备会像真的一样应答、上报和变化，直到按下 Ctrl-C。向 simulator/<设备> 发布 JSON 可直接操作设备：" +
    `{"state": {"light.on": true}}、{"online": false}、{"fault": {"kind": "silent"}}。故障种类：${faults.join("、")}。`,
  as: "设备所用的方言，默认 miot。hub 和 miio 在本机运行，不需要 MQTT 服务器。",
  prefix: "加在每个标识之前，让两个家可以使用同一个服务器；--fault 中的标识不带此前缀。",
  seed: "随机种子，相同的种子结果相同。",
  speed: "每秒模拟的秒数。",
  fault: "让设备出现故障。N 为毫秒数；对 reject 则是代码。",
  unknownDialect: ({ given, known }) => `--as：没有“${given}”这种方言，请用 ${known.join("、")}。`,
  badPrefix: "--prefix：“{given}”不能作前缀，请用最多 32 个字母、数字、点、连字符或下划线，例如 house-。",
  unknownDevice: ({ given, near }) =>
    `--fault：“${given}”中的设备不存在${near === null ? "，请写成 DEVICE=KIND。" : `，是不是想写 ${near}？`}`,
  unknownFault: ({ given, known }) =>
    `--fault：“${given}”不是故障，请写成 DEVICE=KIND，KIND 可用 ${known.join("、")}。`,
  running: "{home}：{hint}",
  onBroker: "{url} 上已模拟 {count} 台设备",
  behindHub: "模拟中枢网关后有 {count} 台设备。在另一终端中启动 Jia：\n{settings}\njia start",
  onWifi: "本机已模拟 {count} 台 Wi-Fi 设备。在另一终端中启动网关：\n{command}",
};
