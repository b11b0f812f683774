import { describe, expect, it } from "vitest";
import { effectsOf } from "../support/effects.ts";
import { talkIn } from "../support/speak.ts";

const flat = talkIn("flat");
const LAMP = "living-floor-lamp light";

describe('"from … to …" sets the second value', () => {
  it.each([
    ["dim the floor lamp from 80 to 40 percent", [`${LAMP}.on=true`, `${LAMP}.brightness=40`]],
    ["take the floor lamp's brightness from 60 down to 35", [`${LAMP}.on=true`, `${LAMP}.brightness=35`]],
    ["turn the floor lamp from red to blue", [`${LAMP}.on=true`, `${LAMP}.color=255`]],
    ["change the colour of the floor lamp from white to green", [`${LAMP}.on=true`, `${LAMP}.color=65280`]],
    ["turn the speaker volume from 60 to 25", ["living-speaker speaker.volume=25"]],
    ["把音箱的音量从60调到25", ["living-speaker speaker.volume=25"]],
    ["落地灯的亮度从80%降到40%", [`${LAMP}.on=true`, `${LAMP}.brightness=40`]],
    ["把落地灯从红色换成蓝色", [`${LAMP}.on=true`, `${LAMP}.color=255`]],
    ["落地灯从白色变成绿色", [`${LAMP}.on=true`, `${LAMP}.color=65280`]],
    ["把落地灯从60调到35", [`${LAMP}.on=true`, `${LAMP}.brightness=35`]],
  ])("%s", (text, expected) => expect(effectsOf(flat, text, "living")).toEqual(expected));

  it.each([
    "keep the living room from 18 to 24",
    "change the floor lamp from blue to something else",
    "it's too blue in here",
    "the floor lamp is too red",
    "保持客厅从18到24度",
    "客厅保持在18到24度之间",
    "把落地灯从蓝色换成别的",
    "这灯太蓝了",
    "落地灯太红了",
  ])("sets nothing without a value: %s", (text) =>
    expect(effectsOf(flat, text, "living").filter((effect) => /(color|temperature|brightness)=/.test(effect))).toEqual(
      [],
    ),
  );
});
