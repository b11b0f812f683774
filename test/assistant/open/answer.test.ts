import { describe, expect, it } from "vitest";
import { yesOrNo } from "../../../src/assistant/open/yes-or-no.ts";

const YES: readonly string[] = [
  ..."yes|Yes!|yeah|OK, please.|go ahead|do it|yes please|go on|sure, do it|yeah why not|yeah, why not?|Why not?".split(
    "|",
  ),
  ..."Yes, thank you Jia|Jia, go ahead please|yes yes|I'm sure|please|oh yes|well, okay then|by all means".split("|"),
  ..."是的|好的。|可以啊|确定|嗯|好的|行|可以|对|要|来吧|没问题|好的，没问题|嗯好的|那好吧|好啊，麻烦你了|小家，执行吧".split(
    "|",
  ),
  ..."是的，谢谢|行行行|當然|为什么不呢？".split("|"),
];

const NO: readonly string[] = [
  ..."no|No thanks.|don’t|cancel|never mind|no thanks|better not|leave it|I'd rather not|no, thank you".split("|"),
  ..."ok, leave it|oh no, never mind|cancel that|of course not|forget it, thanks|not now|please don't".split("|"),
  ..."不|不用了|算了吧|取消|不行|算了|先不要|别|不了|好的，不用了|先不用，谢谢|嗯，还是不要了|都不要|不用了谢谢".split(
    "|",
  ),
];

const NEITHER: readonly string[] = [
  ..."yes and the garage too|not the front door, the back door|what?|open it at noon|yes?|ok?|yes no|thanks|hmm".split(
    "|",
  ),
  ..."is it on|stop the music|right lamp|please open the door|do it at noon|".split("|"),
  ..."好热|不要太亮|要是|你好|对不起|是吧|对吧|好吗|行不行|要不要|好不好|别停|是不是|谢谢|哦|好了|要不|别的|可以吗|对面".split(
    "|",
  ),
];

describe("yesOrNo", () => {
  it.each(YES)("%s is a yes", (text) => expect(yesOrNo(text)).toBe(true));
  it.each(NO)("%s is a no", (text) => expect(yesOrNo(text)).toBe(false));
  it.each(NEITHER)("%s is neither", (text) => expect(yesOrNo(text)).toBeNull());
});

// Without each position being tried once this would not end.
it.each(["好", "好的", "嗯", "yes ", "no ", "对"])(
  "repeated %j before another word are parsed in time, and are no answer",
  (word) => {
    const stutter = `${word.repeat(60 / word.length - 1)}x`;
    expect(yesOrNo(stutter)).toBeNull();
  },
);
