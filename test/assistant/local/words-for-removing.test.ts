import { describe, expect, it } from "vitest";
import { understand } from "../../../src/assistant/local/index.ts";
import { languageOf } from "../../../src/language/index.ts";
import { talkIn } from "../../support/speak.ts";

const talk = talkIn("flat");

function stepsOf(text: string) {
  const understanding = understand(text, talk.local.dialogueContext(null, languageOf(text), null), null);
  return understanding.kind === "plan" ? understanding.steps : [];
}

/** Everything that would be sent to a device at once, as "action" or "property=value". */
function effectsOf(text: string): string[] {
  return stepsOf(text).flatMap((step) =>
    step.kind === "do"
      ? step.doings.flatMap(({ effects }) =>
          effects.map((effect) =>
            effect.kind === "set" ? `${effect.property.address}=${effect.value}` : effect.action.address,
          ),
        )
      : [],
  );
}

describe("words about automations, rules and scenes", () => {
  it.each([
    "halt every automation",
    "deactivate the automations please",
    "turn off all rules",
    "close all the scenes",
    "switch off the rule for the study lamp",
    "open the automation",
    "关闭全部自动化",
    "把所有规则停掉",
    "打开场景",
    "关掉窗帘的规则",
    "删除锁门的自动化",
    "remove the automation that locks the front door",
    "scrap the rule that opens the garage door",
    "delete the scene that closes the curtains",
  ])("command no device: %s", (text) => {
    const steps = stepsOf(text);
    expect(
      steps.filter(({ kind }) => kind === "do" || kind === "ask" || kind === "later" || kind === "whenever"),
    ).toEqual([]);
  });
});

describe("a word for removing", () => {
  it.each([
    "cancel opening the curtains",
    "scrap turning on the lamps",
    "取消关灯",
    "取消每天晚上开灯",
    "删掉打开窗帘",
  ])("is never taken for the act of its object: %s", (text) => {
    expect(stepsOf(text).filter(({ kind }) => kind === "do" || kind === "ask" || kind === "later")).toEqual([]);
  });

  it.each([
    ["取消清扫", "vacuum.stop-sweeping"],
    ["cancel the mute of the speaker", "speaker.mute=false"],
  ])("stops a running appliance: %s", (text, effect) => {
    expect(effectsOf(text)).toEqual([effect]);
  });
});
