import type { Messages } from "../pack.ts";
import { order } from "./reported-changes.ts";

export const why: Messages["why"] = {
  explained: ({ name, done, moment, who, unknown }) =>
    `${capital(name)}是${moment}${done.join("、")}的，${who}${unknown ? "；指令已发出，但结果未知" : ""}。`,
  otherwise: ({ name, done, moment, who, unknown }) =>
    `没有我这么做的记录。${capital(name)}最后是${moment}${done.join("、")}的，${who}${unknown ? "；指令已发出，但结果未知" : ""}。`,
  did: (deed, name) => {
    if (deed.kind === "locked") return deed.locked ? "锁上" : "开锁";
    if (deed.kind === "moved" && !deed.lifts && !/帘/.test(name)) return deed.open ? "打开" : "关上";
    const said = order(deed, { names: [THING], kind: "", together: null });
    // Curtains and blinds take 拉上.
    const way = deed.kind === "moved" && !deed.lifts ? (deed.open ? "拉开" : "拉上") : said;
    return way.replace(`把${THING}的`, "把").replace(`把${THING}`, "").replace(`${THING}的`, "").replace(THING, "");
  },
  notDone: "{name}不是通过我操作的，可能是有人手动或者用别的应用操作的，也可能太久以前的记录已经没有了。",
  notByJia: "我没动过{name}，可能是有人手动或者用别的应用操作的，也可能太久以前的记录已经没有了。",
};

/** The pronoun for the device, which is named before. */
const THING = "它";

/** Whether the sentence begins with a name in Latin letters. */
function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
