import { describe, expect, it } from "vitest";
import { languageOf, withTemperatures } from "../../src/language/index.ts";
import { understand } from "../../src/understanding/understand.ts";
import { effectsOf } from "../support/effects.ts";
import { talkIn } from "../support/speak.ts";

/** The temperature that a sentence sets in a home that counts in Fahrenheit; other steps by their kind. */
function target(text: string): (number | string | undefined)[] {
  const { local } = talkIn("flat");
  const language = withTemperatures(languageOf(text), "fahrenheit");
  const understanding = understand(text, local.dialogueContext(null, language, "bedroom"), null);
  if (understanding.kind === "unknown") return ["unknown"];
  return understanding.steps.flatMap((step) => {
    if (step.kind !== "do") return [step.kind];
    const effects = step.doings.flatMap((doing) => doing.effects);
    return effects.flatMap((effect) =>
      effect.kind === "set" && !effect.implied ? [`${effect.property.type} ${effect.value}`] : [],
    );
  });
}

describe("bare degrees are Fahrenheit in a home that uses Fahrenheit", () => {
  it.each([
    ["set the bedroom AC to 75", "target-temperature 24"],
    ["bedroom AC at 72 degrees", "target-temperature 22"],
    ["make the bedroom air conditioner 68", "target-temperature 20"],
    ["put the bedroom AC on 70 degrees please", "target-temperature 21"],
    ["bedroom AC to 22 degrees celsius", "target-temperature 22"],
    ["卧室空调调到75度", "target-temperature 24"],
    ["卧室空调72度", "target-temperature 22"],
    ["把卧室空调设为68度", "target-temperature 20"],
    ["卧室空调开到70", "target-temperature 21"],
    ["卧室空调调到22摄氏度", "target-temperature 22"],
  ])("%s", (text, effect) => expect(target(text)).toEqual([effect]));

  it.each(["set the bedroom AC to 22", "bedroom AC at 110 degrees", "卧室空调调到22度", "卧室空调110度"])(
    "what is too cold or too hot then is refused: %s",
    (text) => expect(target(text)).toEqual(["refuse"]),
  );

  it.each([
    ["bedroom ceiling light to 75", "brightness 75"],
    ["set the humidifier to 60", "target-humidity 60"],
    ["卧室吸顶灯调到75", "brightness 75"],
    ["加湿器调到60", "target-humidity 60"],
  ])("other numbers are not converted: %s", (text, effect) => expect(target(text)).toEqual([effect]));
});

describe("a temperature out of range is not used for another property", () => {
  it.each(["set the living room AC to 75", "living room AC 60 degrees", "客厅空调调到75度", "客厅空调调到90"])(
    "%s",
    (text) => expect(effectsOf(talkIn("flat"), text)).toEqual(["refuse"]),
  );
});
