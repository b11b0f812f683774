import type { Messages } from "../pack.ts";
import { wordLists } from "../vocabulary.ts";
import { words } from "./common-words.ts";
import { units } from "./vocabulary/names.ts";
import { values } from "./vocabulary/values.ts";

/** A list value by the word for its description in the spec: 制冷; the description itself where there is no word. */
function listedText(description: string): string {
  const key = description.trim().toLowerCase();
  return key === "" ? words.nothing : (wordLists(values).get(key)?.[0] ?? description);
}

/** The forms of input, keyed by zod's name. */
const TYPES: Readonly<Record<string, string>> = {
  string: "文本",
  number: "数字",
  int: "整数",
  boolean: "true 或 false",
  array: "列表",
  object: "对象",
  record: "对象",
};

/** The sign of a unit of MIoT-Spec-V2. */
function unitSign(unit: string): string {
  return Object.hasOwn(units, unit) ? units[unit as keyof typeof units].trim() : unit;
}

export const home: Messages["home"] = {
  noArguments: "无参数",
  someArguments: ({ count, names }) => `${count} 个参数：${names.join("、")}`,
  names: ({ shown, total }) =>
    total === 0 ? "无" : `${shown.join("、")}${total > shown.length ? ` 等 ${total} 个` : ""}`,
  oneOf: ({ values }) => `以下之一：${values.join("、")}`,
  listed: ({ description, value }) => `${listedText(description)} (${value})`,
  trueOrFalse: "true 或 false",
  text: "文本",
  color: "颜色的名称（红色）或 #RRGGBB",
  number: ({ whole, min, max, unit }) =>
    `${min !== null && max !== null ? `${min} 到 ${max} 的` : ""}${whole ? "整数" : "数"}${unit ? `（${unitSign(unit)}）` : ""}`,
  notSent: "指令未能发出，详情见日志",
  askAdult: "{why}，请找大人帮忙",
  askHost: "{why}，请找家里人帮忙",
  unknownVoice: "{why}，只有家里人可以这样做",
  notThisDevice: "这个设备你不能用",
  notThisRoom: "这个房间的设备你不能用",
  notThisKind: "这类设备你不能用",
  notNow: "你只能在 {from} 到 {to} 之间这样做",
  pinByPerson: "这需要 PIN 码，而 PIN 码只能告诉 Jia 本身，请到 Jia 的页面上操作",
  configuredRule: "配置中的规则“{id}”如此规定",
  problemAt: "{place}：{problem}",
  wholeFile: "文件",
  repeatedId: "“{id}”重复",
  noFloor: "没有楼层“{floor}”",
  noRoom: "没有房间“{room}”",
  noSpec: "specs 和 devices/ 中都没有“{model}”的规格",
  noSuchProperty: "规格中没有该属性",
  misfit: "“{value}”无效，应为：{expected}",
  unknownKey: ({ key, near }) => (near === null ? `没有“${key}”这个键` : `没有“${key}”这个键（是不是想写“${near}”？）`),
  mustBe: ({ type }) => `应为${TYPES[type] ?? type}`,
  mustBeOneOf: ({ values }) => `应为以下之一：${values.join("、")}`,
  tooShort: ({ minimum }) => (minimum === 1 ? "不能为空" : `太短，长度至少为 ${minimum}`),
  tooLong: "太长，长度不能超过 {maximum}",
  tooSmall: "不能小于 {minimum}",
  tooBig: "不能大于 {maximum}",
  noForm: "不是允许的任何一种形式",
  invalidLanguage: "不是语言标签，应如 en 或 zh",
  invalidId: "不能含有空格、/、# 或 +",
  invalidZone: "不是 IANA 时区，应如 Asia/Shanghai",
  several: ({ parts }) => parts.join("；"),
  notJson: ({ detail }) => (detail === null ? "不是 JSON" : `不是 JSON：${detail}`),
  noSuchFile: ({ near, examples }) =>
    `没有这个文件。${near === null ? "" : `是否要用 ${near}？`}示例家庭有：${examples.join("、")}`,
  unreadable: "无法读取",
  noPem: "不是 PEM 文件",
  noDeviceList: "不是设备列表",
  giveForm: "应为 {form}",
  notDecimal: "“{text}”不是十进制数字",
  hexadecimal: "应为 {digits} 位十六进制数字",
  notDeviceUrn: "“{urn}”不是设备 URN",
  noSuchModel: "没有型号“{model}”",
  otherForm: "返回的格式不同",
  tooManyBytes: "超过 {limit} 字节",
  lines: ({ lines }) => lines.map((line) => `  - ${line}`).join("\n"),
};
