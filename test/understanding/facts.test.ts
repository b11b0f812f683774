import { describe, expect, it } from "vitest";
import { plannedCommands } from "../support/planned-commands.ts";
import { talkIn } from "../support/speak.ts";

const talk = talkIn("flat", { room: "living" });
const LAMP_OFF = ["living-floor-lamp light.on=false"];

describe("a statement joined to a command without a mark is its reason", () => {
  it.each([
    "天黑了把落地灯关了",
    "天都亮了，落地灯关掉",
    "我要睡了关掉落地灯",
    "客人来了快关掉落地灯",
    "没人看把落地灯关了",
    "反正没人，落地灯关了吧",
    "既然没人看了，就把落地灯关了",
    "都这么晚了关掉落地灯",
    "落地灯关了我困了",
    "把落地灯关掉太费电了",
    "把落地灯关了，天亮了",
    "把落地灯关了，方便我睡觉",
    "把落地灯关了，这样省电",
    "把落地灯关了，明天五点还要赶车呢",
    "落地灯关了怕晃着孩子",
  ])("%s", (text) => expect(plannedCommands(talk, text)).toEqual(LAMP_OFF));
});

describe("an event to wait for is no reason", () => {
  it.each(["天黑了以后把落地灯关了", "天黑了就把落地灯关了", "等天黑了把落地灯关了", "等客人来了关掉落地灯"])(
    "%s",
    (text) => expect(plannedCommands(talk, text)).not.toEqual(LAMP_OFF),
  );
});

describe("a request in the form of a question is a command", () => {
  it.each([
    "能帮我关掉落地灯吗",
    "能麻烦你把落地灯关了吗",
    "可以把落地灯关了吗",
    "你能关掉落地灯不",
    "落地灯关掉中不中",
    "把落地灯关了要得不",
    "要不把落地灯关了",
    "要不就落地灯关了吧",
    "把落地灯关了，听到没",
    "落地灯关了再说",
  ])("%s", (text) => expect(plannedCommands(talk, text)).toEqual(LAMP_OFF));
});

describe("what somebody else said, liked, forgot or wrote is no command", () => {
  it.each([
    "他说把落地灯关了",
    "刚才有人说把落地灯关了",
    "他们要我把落地灯关掉",
    "邻居家把落地灯关了",
    "我本来想把落地灯关了",
    "我讨厌把落地灯关了",
    "我梦见把落地灯关了",
    "记一下把落地灯关了",
    "把落地灯关了好还是开着好",
    "发微信说把落地灯关了",
  ])("%s", (text) => expect(plannedCommands(talk, text).filter((effect) => effect.includes("="))).toEqual([]));
});
