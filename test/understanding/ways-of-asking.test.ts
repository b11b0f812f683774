import { describe, expect, it } from "vitest";
import { plannedCommands } from "../support/planned-commands.ts";
import { talkIn } from "../support/speak.ts";

const talk = talkIn("flat", { room: "living" });
const ON = ["living-floor-lamp light.on=true"];
const OFF = ["living-ceiling-light light.on=false"];

describe("commands are understood in colloquial wrappings", () => {
  it.each([
    ["大灯关一哈", OFF],
    ["落地灯开一哈嘛", ON],
    ["把落地灯打开噻", ON],
    ["你把大灯关了撒", OFF],
    ["大灯关嘞", OFF],
    ["那啥，大灯关一下哈", OFF],
    ["那个啥，把落地灯打开呗", ON],
    ["顺手把大灯关一下", OFF],
    ["帮我顺手关下大灯", OFF],
    ["顺便把落地灯也打开", ON],
    ["麻烦您嘞，大灯关上", OFF],
    ["受累把大灯给关了", OFF],
    ["求求你把大灯关了吧", OFF],
    ["要不咱把大灯关了", OFF],
    ["要不还是把落地灯开着吧", ON],
    ["搞快点把大灯关了", OFF],
    ["唔该熄咗大灯", OFF],
    ["唔该帮手开个落地灯啦", ON],
    ["给我开个落地灯呗", ON],
    ["狗狗老是掉毛，落地灯给我开着", ON],
    ["could you do us a favour and turn the floor lamp on", ON],
    ["if it's no trouble, the floor lamp on please", ON],
  ])("%s", (text, expected) => expect(plannedCommands(talk, text)).toEqual(expected));

  it.each([
    ["音箱声音调高个十", ["living-speaker speaker.volume=50"]],
    ["一个小时之后帮我把电视关掉", ["later"]],
    ["二十分钟以后把大灯关了", ["later"]],
  ])("%s", (text, expected) => expect(plannedCommands(talk, text)).toEqual(expected));
});

describe("no command arises from colloquial wrappings", () => {
  it.each(["能不能别开大灯", "要不算了", "顺便说一句，灯挺好看的", "那啥来着", "给我讲个笑话", "撒点水", "麻烦事真多"])(
    "%s",
    (text) => expect(plannedCommands(talk, text).filter((each) => each.includes("="))).toEqual([]),
  );
});
