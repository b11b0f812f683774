/** What was found or happened: "the hall Lamp is off", "the Motion sensor detects motion". */
import type { Device, Home, Phrase, Value } from "../../home/index.ts";
import { devicePhrase, message } from "../../language/index.ts";
import { eventWords } from "./events.ts";
import { lastingWords } from "./lasting.ts";
import { propertyOfWords, stateWords } from "./states.ts";

/** What a property of a device is; `held` is how long it has been so. */
export function valueDetail(
  device: Device,
  property: string,
  value: Value | undefined,
  held: string | number | undefined,
  home: Home,
): Phrase {
  const target = device.id;
  if (value === undefined) {
    return message("states.unknown", { what: propertyOfWords(target, property, "all", home) });
  }
  return stateWords({ target, property, values: [value], held, subject: "all", way: "is" }, home);
}

export function onlineDetail(device: Device, online: boolean, held: string | number | undefined): Phrase {
  const values = { who: devicePhrase(device), several: false, lasts: lastingWords(held) };
  return online ? message("states.online", values) : message("states.offline", values);
}

export function eventDetail(device: Device, event: string): Phrase {
  return message("events.happened", { device: devicePhrase(device), event: eventWords(event) });
}
