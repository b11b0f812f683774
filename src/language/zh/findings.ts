import type { Messages } from "../pack.ts";

export const findings: Messages["findings"] = {
  "nothing-there": "服务器上没有任何消息",
  "retained-command": "服务器保留了控制命令",
  "retained-event": "服务器保留了事件",
  "stale-announcement": "有设备发布了发现消息，却没有任何状态",
  "announced-twice": "Zigbee 设备的发现消息有两份",
  "bridge-offline": "Zigbee2MQTT 离线",
  "no-availability": "Zigbee2MQTT 未报告设备是否在线",
  "joining-open": "Zigbee 网络允许任何设备加入",
  "large-retained": "服务器保留了非常大的消息",
  "clock-skew": "时钟不一致",
  "own-clock": "本机时钟未校准",
  "broker-restarted": "服务器刚刚启动",
  "dropped-messages": "服务器丢弃过消息",
  "no-password": "服务器允许无密码连接",
  "no-password-here": "本机的程序不需要密码就能连接服务器",
  "access-refused": "服务器拒绝此用户订阅 Jia 所用方言的主题",
  "wildcard-refused": "服务器不允许此用户查看全部主题",
  "too-many-topics": "主题过多，未全部检查",
  "unsupported-dialect": "有设备使用 Jia 不支持的方言",
};

export const findingAdvice: Messages["findingAdvice"] = {
  "nothing-there":
    "如果本该有设备：此用户可能无权读取它们的主题（访问权限，ACL），有些服务器不会说明。否则请让设备或网关（Zigbee2MQTT、jia miio）连接到此服务器，或试用模拟器：npm start。",
  "retained-command":
    "设备每次重连都会再执行一次。逐个删除：mosquitto_pub -r -n -t <主题>，并找出是谁带保留标志发布的。",
  "retained-event":
    "每个新的订阅者都会再次收到这次按键或移动（Jia 会忽略）。请删除：mosquitto_pub -r -n -t <主题>，并在设备上关闭保留。",
  "stale-announcement": "设备可能已移除，或不保留状态。如已移除，请删除其发现消息：mosquitto_pub -r -n -t <主题>。",
  "announced-twice":
    "Zigbee2MQTT 也为 Home Assistant 发布了发现消息。Jia 使用 Zigbee2MQTT 自己的那份；若不用 Home Assistant，请在 Zigbee2MQTT 中设置 homeassistant.enabled: false。",
  "bridge-offline": "请启动它或查看其日志：它的设备目前都无法访问。",
  "no-availability": "请在其配置中设置 availability.enabled: true；在此之前 Jia 显示为未知。",
  "joining-open": "配对完成后请关闭：在 Zigbee2MQTT 中关闭 permit_join。",
  "large-retained": "每个新客户端都会立即收到。大型设备列表属正常；图片和地图请改用其他主题或不保留。",
  "clock-skew": "这些发送方的时间与本机不同：请在双方设置 NTP，否则日程和历史会出错。",
  "own-clock": "请校准，建议使用 NTP：timedatectl set-ntp true。",
  "broker-restarted": "设备可能尚未全部上线：请几分钟后再运行。若经常重启，请查看其日志。",
  "dropped-messages": "某个客户端过慢或曾离线：请提高 max_queued_messages，或在服务器日志中找到它。",
  "no-password": "同一网络中的任何人都能控制设备：请为服务器设置用户和密码（docs/security.md）。",
  "no-password-here":
    "其他机器连接不到它。本机上的任何程序都可以控制设备：如不允许，请设置 mqtt.username 和 mqtt.password（docs/security.md）。",
  "access-refused": "使用这些主题的设备都无法被发现：请在服务器上为 Jia 的用户授予读取权限（ACL）。",
  "wildcard-refused": "只检查了 Jia 所用的主题。如需完整检查，请使用可读取 # 的用户。",
  "too-many-topics": "报告只涵盖前 50000 个。",
  "unsupported-dialect":
    "请改用 Home Assistant 自动发现。Tasmota：SetOption19 1；Shelly：用脚本或 ESPHome；Homie：通过转换程序。",
};
