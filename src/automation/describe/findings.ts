/** What was found or happened, in both languages: "the hall Lamp is off", "the Motion sensor detects motion". */
import type { Device, Home, Value } from "../../home/index.ts";
import type { Language } from "../../language/index.ts";
import { LANGUAGES, type Localized } from "../../language/index.ts";
import { eventWords } from "./events.ts";
import { heldWords } from "./held.ts";
import { propertyOfWords, stateWords } from "./states.ts";
import { deviceWords, say } from "./words.ts";

/** A sentence in every language. */
export function inBoth(words: (language: Language) => string): Localized {
  const [en = "", zh = ""] = LANGUAGES.map(words);
  return { en, zh };
}

/** What a property of a device is; `held` is how long it has been so. */
export function valueDetail(
  device: Device,
  property: string,
  value: Value | undefined,
  held: string | number | undefined,
  home: Home,
): Localized {
  const target = device.id;
  return inBoth((language) => {
    if (value !== undefined) {
      return stateWords({ target, property, values: [value], held, subject: "all", way: "is" }, language, home);
    }
    const what = propertyOfWords(target, property, "all", language, home);
    return say(language, `${what} is not known`, `${what}未知`);
  });
}

export function onlineDetail(device: Device, online: boolean, held: string | number | undefined): Localized {
  return inBoth((language) => {
    const name = deviceWords(device, language);
    const time = heldWords(held, language);
    return online
      ? say(language, `${name} is online${time}`, `${name}在线${time}`)
      : say(language, `${name} is offline${time}`, `${name}离线${time}`);
  });
}

export function eventDetail(device: Device, event: string): Localized {
  return inBoth((language) =>
    say(
      language,
      `${deviceWords(device, "en")} ${eventWords(event, "en")}`,
      `${deviceWords(device, "zh")}${eventWords(event, "zh")}`,
    ),
  );
}
