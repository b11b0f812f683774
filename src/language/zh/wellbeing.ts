import type { Messages } from "../pack.ts";
import { grammar } from "./grammar.ts";

const IS = {
  alarmed: "在报警",
  wet: "检测到漏水",
  open: "开着",
  unlocked: "没锁",
  offline: "离线了",
} as const;
/** Behind 没有. */
const NOTHING = {
  alarmed: "报警",
  wet: "漏水",
  open: "门窗开着",
  unlocked: "门没锁",
  offline: "设备离线",
} as const;

export const wellbeing: Messages["wellbeing"] = {
  well: ({ looked }) =>
    looked.length === 0 ? "没有设备能告诉我。" : `一切正常，没有${looked.map((state) => NOTHING[state]).join("、")}。`,
  are: ({ state, names, most }) =>
    names.length > most ? `有${names.length}个${IS[state]}` : `${grammar.list(names, "and")}${IS[state]}`,
  noted: ({ told }) => `${told.join("，")}。`,
  unknown: ({ names, more }) =>
    `${grammar.list(names, "and")}${more > 0 ? `等${names.length + more}个` : ""}的情况我不清楚。`,
};
