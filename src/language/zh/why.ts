import type { Messages } from "../pack.ts";

export const why: Messages["why"] = {
  explained: ({ name, done, moment, who, unknown }) =>
    `${capital(name)}：${moment}，${done.join("，")}，${who}${unknown ? "；指令已发出，但结果未知" : ""}。`,
  notByJia: "Jia 没有操作过{name}：可能是手动或其他应用所为，或已超出保留期限。",
};

/** A name in Latin letters begins the sentence. */
function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
