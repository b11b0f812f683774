import type { Messages } from "../pack.ts";

export const why: Messages["why"] = {
  explained: ({ name, done, moment, who, unknown }) =>
    `${capital(name)}：${moment}，${done.join("，")}，${who}${unknown ? "；指令已发出，但结果未知" : ""}。`,
  otherwise: ({ name, done, moment, who, unknown }) =>
    `${capital(name)}：没有我这么做的记录，我最后一次操作是${moment}，${done.join("，")}，${who}${unknown ? "；指令已发出，但结果未知" : ""}。`,
  notByJia: "我没动过{name}，可能是有人手动或者用别的应用操作的，也可能太久以前的记录已经没有了。",
};

/** A name in Latin letters begins the sentence. */
function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
