import type { Messages } from "../pack.ts";

export const broker: Messages["broker"] = {
  at: "{url}：{problem}",
  notYet: "尚未连接",
  refused: ({ filters }) => `服务器拒绝订阅 ${filters.join("、")}：请为 Jia 的用户授予读取这些主题的权限（ACL）`,
  endsConnection: ({ filters }) => `每次订阅 ${filters.join("、")} 服务器都会断开连接，已不再订阅：请查看服务器日志`,
  unusable: ({ filters, settings }) =>
    `无法订阅 ${filters.join("、")}${settings.length > 0 ? `：请更正 ${settings.join(" 和 ")}` : ""}`,
  tooLarge: "需要 {bytes} 字节，而该服务器只接受 {most} 字节（max_packet_size）",
  unusableTopic: "其主题不符合 MQTT 的规定",
  endedBefore: "此前两次发送都导致服务器断开连接；十分钟后会再试",
  noConnection: "未连接到服务器",
  trouble: "{topic}：{advice}",
  mayNotWrite: "服务器不允许 Jia 的用户写入 {topic}（{reason}）；请授予其写入权限（访问权限，ACL）",
  mayNotCommand: ({ topics }) =>
    `服务器不接受任何命令：Jia 的用户无权写入 ${topics.join("、")}；请授予其写入权限（访问权限，ACL）`,
  unanswered: "最近 {count} 条命令都没有回应：设备可能已断电，也可能 Jia 的用户无权写入它们的主题（访问权限，ACL）",
  noDevice: "已连接，但还没有发现任何设备",
  unheard: "尚未发现任何设备：连接到服务器后才能发现",
  standsBy: "计划任务由另一个实例运行",
  silent: "已连接，但尚未收到任何消息：可能还没有设备上线，也可能 Jia 的用户无权读取这些主题（访问权限，ACL）",
};

export const brokerDetails: Messages["brokerDetails"] = {
  noGreeting: "对方未作回应就关闭了连接",
  inTls: "该端口以 TLS 回应",
  answers: "该端口回应“{begin}”",
  silentFor: "已有 {seconds} 秒没有收到任何数据",
  noAnswerIn: "{seconds} 秒内没有回应",
  closed: "服务器关闭了连接",
  notYet: "尚未连接",
  reason: "原因代码 {reason}",
  malformed: "数据包格式错误",
  protocol: "协议错误",
  shuttingDown: "服务器正在关闭",
  keepAlive: "保活超时",
  sameId: "另一个客户端使用了相同的 ID",
  filterInvalid: "主题过滤器无效",
  topicInvalid: "主题名无效",
  aliasInvalid: "主题别名无效",
  packetTooLarge: "数据包过大",
  payloadInvalid: "内容格式无效",
  noRetain: "不支持保留消息",
  noSuchQos: "不支持该服务质量（QoS）",
};

export const brokerCauses: Messages["brokerCauses"] = {
  "not-running": "该端口没有程序在监听（{detail}）；请启动 MQTT 服务器，或更正 mqtt.url",
  "unknown-host": "找不到这个主机名（{detail}）；请更正 mqtt.url",
  "no-answer": "它没有回应（{detail}）；可能已停止、过载或断网，请检查该主机及其网络",
  "not-a-broker": "这不是 MQTT 服务器（{detail}）；请更正 mqtt.url 中的端口",
  "no-greeting": "{detail}：这不是 MQTT 服务器，或者它要求 TLS（mqtts://）",
  "wants-tls": "{detail}；请在 mqtt.url 中使用 mqtts://",
  "no-tls": "它不支持 TLS（{detail}）；请在 mqtt.url 中使用 mqtt://，或换用支持 TLS 的端口",
  certificate: "证书未被接受（{detail}）；请检查 mqtt.ca、mqtt.cert 和 mqtt.key",
  "not-authorized": "它拒绝 Jia 登录（{detail}）；请更正 mqtt.username 和 mqtt.password",
  busy: "它目前不接受连接（{detail}）；稍后会重试",
  "taken-over": "另一个客户端使用了相同的 ID（{detail}）；请为每个客户端设置不同的 ID",
  ended: "它断开了连接（{detail}）；如果反复出现，请查看其日志",
  other: "{detail}",
};
