import { expect, it } from "vitest";
import { yesOrNo } from "../../../src/assistant/open/answer.ts";

it.each(["yes", "Yes!", "yeah", "OK, please.", "go ahead", "do it", "是的", "好的。", "可以啊", "确定", "嗯"])(
  "%s is a yes",
  (text) => expect(yesOrNo(text)).toBe(true),
);

it.each(["no", "No thanks.", "don’t", "cancel", "never mind", "不", "不用了", "算了吧", "取消", "不行"])(
  "%s is a no",
  (text) => expect(yesOrNo(text)).toBe(false),
);

it.each([
  "yes and the garage too",
  "not the front door, the back door",
  "what?",
  "好热",
  "不要太亮",
  "open it at noon",
  "",
])("%s is neither", (text) => expect(yesOrNo(text)).toBeNull());
