import type { Localized } from "../../language/index.ts";

const MALFORMED: Localized = {
  en: "The sender does not follow the dialect: look at the example, then at its firmware or settings.",
  zh: "发送方不符合该方言：请查看示例，并检查其固件或设置。",
};
const UNKNOWN_PART: Localized = {
  en: "The firmware says more than its spec lists. Nothing is lost but that; a newer spec may have it.",
  zh: "固件上报了规格之外的内容。除此之外没有影响；新版规格可能已包含它。",
};
const LIMIT: Localized = {
  en: "There is more than is taken in, to protect the memory. Look at the example: is it meant for Jia?",
  zh: "超出了为保护内存而设的上限。请查看示例：它是给 Jia 的吗？",
};
const TEMPLATE: Localized = {
  en: "The last value stays. Look at the template in the announcement, or at the settings of the program that made it.",
  zh: "保留上一次的值。请检查公告中的模板，或生成它的程序的设置。",
};
const NO_TOPIC: Localized = {
  en: "The announcement leaves out a topic that this component needs, or names one that cannot be used.",
  zh: "公告缺少此组件所需的主题，或主题不可用。",
};

/** What to do about a problem that a dialect counted, keyed by its code. */
export const PROBLEM_ADVICE: Readonly<Record<string, Localized>> = {
  "bad-device-id": {
    en: "Give the device an id without spaces, /, + and #.",
    zh: "请为设备使用不含空格、/、+、# 的 ID。",
  },
  "broken-template": TEMPLATE,
  "interview-failed": {
    en: "Zigbee2MQTT could not get to know the device: bring it near the coordinator and pair it again.",
    zh: "Zigbee2MQTT 未能识别该设备：请靠近协调器重新配对。",
  },
  "late-event": {
    en: "The event was long on its way and is ignored: look at the sender's connection and clock.",
    zh: "事件延迟过久，已忽略：请检查发送方的连接和时钟。",
  },
  "malformed-config": MALFORMED,
  "malformed-device": MALFORMED,
  "malformed-envelope": MALFORMED,
  "malformed-group": MALFORMED,
  "malformed-json": MALFORMED,
  "malformed-list": MALFORMED,
  "malformed-reply": MALFORMED,
  "malformed-report": MALFORMED,
  "no-options": NO_TOPIC,
  "no-scenes": {
    en: "The hub gave no list of scenes: its firmware may not have it. The devices are not affected.",
    zh: "中枢未返回场景列表：固件可能不支持。设备不受影响。",
  },
  "no-spec-access": {
    en: "The hub cannot command this device by its spec; it can only be seen.",
    zh: "中枢无法按规格控制此设备，只能查看。",
  },
  "no-topic": NO_TOPIC,
  "payload-too-large": LIMIT,
  "repeated-event": {
    en: "The event came twice and counts once. If it is often: look at the quality of service of the sender.",
    zh: "事件重复到达，只计一次。如经常发生，请检查发送方的 QoS。",
  },
  "request-failed": {
    en: "Zigbee2MQTT refused a request: its reason is in the example.",
    zh: "Zigbee2MQTT 拒绝了请求：原因见示例。",
  },
  "retained-message": {
    en: "Switch the retain flag off there, and delete what is kept: mosquitto_pub -r -n -t <topic>.",
    zh: "请关闭保留标志，并删除已保留的消息：mosquitto_pub -r -n -t <主题>。",
  },
  secret: {
    en: "A code or a pin is wanted, which Jia neither keeps nor sends: this is done on the device or in its own app.",
    zh: "需要密码，而 Jia 不保存也不发送密码：请在设备或其应用中操作。",
  },
  "subscription-refused": {
    en: "Give Jia's user at the broker the right to read these topics.",
    zh: "请在服务器上授权 Jia 的用户读取这些主题。",
  },
  "template-failed": TEMPLATE,
  "too-long": LIMIT,
  "too-many": LIMIT,
  "unknown-device": {
    en: "A device talks that was never announced: let it announce itself again, or restart its gateway.",
    zh: "有设备在通信但从未公告：请让它重新公告，或重启其网关。",
  },
  "unknown-event": UNKNOWN_PART,
  "unknown-property": UNKNOWN_PART,
  "unknown-spec": {
    en: "Put the device's instance JSON into the specs folder, or allow fetching (specs.fetch).",
    zh: "请将设备的实例 JSON 放入规格文件夹，或允许下载（specs.fetch）。",
  },
  "unknown-topic": UNKNOWN_PART,
  "unsupported-component": {
    en: "Jia has no use for this kind of component; the rest of the device works.",
    zh: "Jia 不支持此类组件；设备的其余部分可用。",
  },
  "unsupported-device": {
    en: "Zigbee2MQTT does not support this device (yet): look for its model in Zigbee2MQTT's list.",
    zh: "Zigbee2MQTT（尚）不支持此设备：请在其支持列表中查找型号。",
  },
  "wildcard-in-name": {
    en: "Rename the device in Zigbee2MQTT: + and # cannot stand in a topic.",
    zh: "请在 Zigbee2MQTT 中重命名该设备：主题中不能含 + 和 #。",
  },
  "wildcard-topic": NO_TOPIC,
  "wrong-device-id": {
    en: "The id in the topic and the one in the message differ: look at the sender's settings.",
    zh: "主题与消息中的 ID 不一致：请检查发送方的设置。",
  },
  "wrong-shape": MALFORMED,
  "wrong-value": {
    en: "The device told a value that its own description does not allow: it is left out.",
    zh: "设备上报了其自身描述不允许的值，已忽略。",
  },
};
