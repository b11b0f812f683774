import type { Home } from "../../home/index.ts";
import { LANGUAGES, type Language, type Localized, propertyName, valueText } from "../../language/index.ts";
import type { Change } from "../commands.ts";
import { deviceWords, say } from "./words.ts";

/** "the hall Lamp: power off → on, brightness 60% → 10%; the Curtains: …", or that nothing would change. */
export function changeWords(changes: readonly Change[], home: Home): Localized {
  const words = (language: Language): string => {
    const devices = [...Map.groupBy(changes, ({ device }) => device)].map(([id, list]) => {
      const device = home.device(id);
      const each = list.map((change) => oneChange(change, language, home)).join(say(language, ", ", "，"));
      return say(
        language,
        `${device ? deviceWords(device, "en") : id}: ${each}`,
        `${device ? deviceWords(device, "zh") : id}：${each}`,
      );
    });
    return devices.join(say(language, "; ", "；")) || say(language, "nothing would change", "不会有变化");
  };
  const [en = "", zh = ""] = LANGUAGES.map(words);
  return { en, zh };
}

function oneChange({ device, property: address, before, after }: Change, language: Language, home: Home): string {
  const property = home.device(device)?.spec.properties.get(address);
  const value = (given: typeof before): string =>
    given === undefined
      ? say(language, "unknown", "未知")
      : property
        ? valueText(property, given, language)
        : String(given);
  return `${property ? propertyName(property, language) : address} ${value(before)} → ${value(after)}`;
}
