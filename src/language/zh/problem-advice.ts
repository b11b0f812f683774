import type { Messages } from "../pack.ts";

const TEMPLATE = "保留上一次的值。请检查发现消息中的模板，或生成该消息的程序的设置。";
const MALFORMED = "发送方不符合该方言：请查看示例，并检查其固件或设置。";
const NO_TOPIC = "发现消息缺少此组件所需的主题，或主题无效，请更正。";
const LIMIT = "超出了为保护内存而设的上限。请查看示例：它是给 Jia 的吗？";
const UNKNOWN_PART = "固件上报了规格之外的内容。Jia 只忽略这部分；新版规格可能已包含它。";

export const problemAdvice: Messages["problemAdvice"] = {
  "bad-device-id": "请为设备使用不含空格、/、+、# 的 ID。",
  "broken-template": TEMPLATE,
  "ends-connection": "服务器两次因此断开连接，已不再请求或发送它。请在服务器日志中查看原因；重启后 Jia 会再试。",
  "interview-failed": "Zigbee2MQTT 未能识别该设备：请靠近协调器重新配对。",
  "late-event": "事件延迟过久，已忽略：请检查发送方的连接和时钟。",
  "malformed-config": MALFORMED,
  "malformed-device": MALFORMED,
  "malformed-envelope": MALFORMED,
  "malformed-group": MALFORMED,
  "malformed-json": MALFORMED,
  "malformed-list": MALFORMED,
  "malformed-reply": MALFORMED,
  "malformed-report": MALFORMED,
  "no-options": NO_TOPIC,
  "no-scenes": "中枢未返回场景列表：固件可能不支持。设备不受影响。",
  "no-spec-access": "中枢无法按规格控制此设备，只能查看。",
  "no-topic": NO_TOPIC,
  "nothing-usable": "发现消息中没有可显示或可控制的内容，因此没有生成设备。请检查其中的规格。",
  "payload-too-large": LIMIT,
  "publication-refused": "请在服务器上授权 Jia 的用户写入该主题。",
  "repeated-event": "事件重复到达，只计一次。如经常发生，请检查发送方的 QoS。",
  "request-failed": "Zigbee2MQTT 拒绝了请求：原因见示例。",
  "retained-message": "请关闭保留标志，并删除已保留的消息：mosquitto_pub -r -n -t <主题>。",
  secret: "需要密码，而 Jia 不保存也不发送密码：请在设备或其应用中操作。",
  "subscription-refused": "请在服务器上授权 Jia 的用户读取这些主题。",
  "template-failed": TEMPLATE,
  "too-long": LIMIT,
  "too-large-for-broker": "如果设备需要这么长的命令，请调大服务器的 max_packet_size。",
  "too-many": LIMIT,
  "too-much-work": "监听同一主题的组件过多，或其模板过慢，其余部分已略过：请查看是哪个程序发布了它们。",
  "unknown-device": "有设备在发消息，但从未发布发现消息。请让它重新发布，或重启其网关。",
  "unknown-event": UNKNOWN_PART,
  "unknown-property": UNKNOWN_PART,
  "unknown-spec": "请将设备的实例 JSON 放入规格文件夹，或允许下载（specs.fetch）。",
  "unknown-topic": UNKNOWN_PART,
  "unsupported-component": "Jia 不支持此类组件；设备的其余部分可用。",
  "unsupported-device": "Zigbee2MQTT（尚）不支持此设备：请在其支持列表中查找型号。",
  "unusable-topic":
    "MQTT 不允许这样的主题：含控制字符、超过 200 级，或为服务器保留。请在发布该消息的程序中更正；设备的其余部分可用。",
  "wildcard-in-name": "请在 Zigbee2MQTT 中重命名该设备：主题中不能含 + 和 #。",
  "wildcard-topic": NO_TOPIC,
  "wrong-device-id": "主题与消息中的 ID 不一致：请检查发送方的设置。",
  "wrong-shape": MALFORMED,
  "wrong-value": "设备上报了其自身描述不允许的值：在它上报新的值之前，该属性视为未知。",
};
