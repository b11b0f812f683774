import type { Localized } from "../../language/index.ts";
import type { FindingCode } from "./findings.ts";

/** What is so, and what to do about it. */
export interface Advice {
  readonly what: Localized;
  readonly todo: Localized;
}

/** A finding in words, keyed by its code. */
export const ADVICE: Readonly<Record<FindingCode, Advice>> = {
  "nothing-there": {
    what: { en: "The broker has no messages", zh: "服务器上没有任何消息" },
    todo: {
      en: "Let your devices or their gateway (Zigbee2MQTT, jia miio) connect to this broker, or try the simulator: npm start.",
      zh: "请让设备或网关（Zigbee2MQTT、jia miio）连接到此服务器，或试用模拟器：npm start。",
    },
  },
  "retained-command": {
    what: { en: "Commands are kept by the broker", zh: "服务器保留了控制命令" },
    todo: {
      en: "Devices do them again whenever they reconnect. Delete each: mosquitto_pub -r -n -t <topic>; then find who publishes it with the retain flag.",
      zh: "设备每次重连都会再执行一次。逐个删除：mosquitto_pub -r -n -t <主题>，并找出是谁带保留标志发布的。",
    },
  },
  "retained-event": {
    what: { en: "Events are kept by the broker", zh: "服务器保留了事件" },
    todo: {
      en: "A button press or a motion seems to happen again for every new listener (Jia ignores them). Delete: mosquitto_pub -r -n -t <topic>, and switch retain off at the device.",
      zh: "每个新的订阅者都会再次看到按键或移动（Jia 会忽略）。删除：mosquitto_pub -r -n -t <主题>，并在设备上关闭保留。",
    },
  },
  "stale-announcement": {
    what: { en: "Announcements of devices that say nothing", zh: "已公告但没有任何状态的设备" },
    todo: {
      en: "The device was taken away, or does not keep its state in the broker. If it is gone: mosquitto_pub -r -n -t <topic>.",
      zh: "设备可能已移除，或不保留状态。若已不用：mosquitto_pub -r -n -t <主题>。",
    },
  },
  "announced-twice": {
    what: { en: "Zigbee devices are announced twice", zh: "Zigbee 设备被重复公告" },
    todo: {
      en: "Zigbee2MQTT also announces them for Home Assistant. Jia takes the first; without Home Assistant set homeassistant.enabled: false in Zigbee2MQTT.",
      zh: "Zigbee2MQTT 也向 Home Assistant 公告了它们。Jia 使用前者；若不用 Home Assistant，请在 Zigbee2MQTT 中设置 homeassistant.enabled: false。",
    },
  },
  "bridge-offline": {
    what: { en: "Zigbee2MQTT is offline", zh: "Zigbee2MQTT 离线" },
    todo: {
      en: "Start it, or look into its log: none of its devices can be reached.",
      zh: "请启动它或查看其日志：它的设备目前都无法访问。",
    },
  },
  "no-availability": {
    what: { en: "Zigbee2MQTT does not tell which devices are reachable", zh: "Zigbee2MQTT 未报告设备是否在线" },
    todo: {
      en: "Set availability.enabled: true in its configuration; until then Jia shows them as unknown.",
      zh: "请在其配置中设置 availability.enabled: true；在此之前 Jia 显示为未知。",
    },
  },
  "joining-open": {
    what: { en: "The Zigbee network lets anyone join", zh: "Zigbee 网络允许任何设备加入" },
    todo: {
      en: "Close it when you have paired your device: permit_join off in Zigbee2MQTT.",
      zh: "配对完成后请关闭：在 Zigbee2MQTT 中关闭 permit_join。",
    },
  },
  "large-retained": {
    what: { en: "Very large messages are kept by the broker", zh: "服务器保留了非常大的消息" },
    todo: {
      en: "Every new client gets them at once. A large device list is in order; for pictures and maps use another topic or no retain flag.",
      zh: "每个新客户端都会立即收到。大型设备列表属正常；图片和地图请改用其他主题或不保留。",
    },
  },
  "clock-skew": {
    what: { en: "Clocks are off", zh: "时钟不一致" },
    todo: {
      en: "These senders stamp another time than this machine has: set up NTP on both. Schedules and histories are wrong otherwise.",
      zh: "这些发送方的时间与本机不同：请在双方设置 NTP，否则日程和历史会出错。",
    },
  },
  "own-clock": {
    what: { en: "This machine's clock is not set", zh: "本机时钟未校准" },
    todo: {
      en: "Set it, with NTP if you can: timedatectl set-ntp true.",
      zh: "请校准，建议使用 NTP：timedatectl set-ntp true。",
    },
  },
  "broker-restarted": {
    what: { en: "The broker has just started", zh: "服务器刚刚启动" },
    todo: {
      en: "Devices may still be missing: run this again in some minutes. If it restarts often, look into its log.",
      zh: "设备可能尚未全部上线：请几分钟后再运行。若经常重启，请查看其日志。",
    },
  },
  "dropped-messages": {
    what: { en: "The broker has dropped messages", zh: "服务器丢弃过消息" },
    todo: {
      en: "A client is too slow or was away: raise max_queued_messages, or find the client in the broker's log.",
      zh: "某个客户端过慢或曾离线：请提高 max_queued_messages，或在服务器日志中找到它。",
    },
  },
  "no-password": {
    what: { en: "The broker takes clients without a password", zh: "服务器允许无密码连接" },
    todo: {
      en: "Anyone on this network can command the devices: give the broker users and passwords (docs/security.md).",
      zh: "同一网络中的任何人都能控制设备：请为服务器设置用户和密码（docs/security.md）。",
    },
  },
  "wildcard-refused": {
    what: { en: "The broker does not let this user see everything", zh: "服务器不允许此用户查看全部主题" },
    todo: {
      en: "Only the topics of Jia's own dialects were looked at. For a full check use a user that may read #.",
      zh: "只检查了 Jia 所用的主题。如需完整检查，请使用可读取 # 的用户。",
    },
  },
  "too-many-topics": {
    what: { en: "There are more topics than are looked at", zh: "主题过多，未全部检查" },
    todo: { en: "The report covers the first 50,000.", zh: "报告只涵盖前 50000 个。" },
  },
  "unsupported-dialect": {
    what: { en: "Devices speak a dialect that Jia does not", zh: "有设备使用 Jia 不支持的方言" },
    todo: {
      en: "Tasmota: SetOption19 0 and discovery of Home Assistant; Shelly: a script or ESPHome with Home Assistant discovery; Homie: a bridge to discovery.",
      zh: "Tasmota：SetOption19 0 并使用 Home Assistant 发现；Shelly：脚本或支持 Home Assistant 发现的 ESPHome；Homie：转换为 Home Assistant 发现。",
    },
  },
};
