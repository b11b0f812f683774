import type { Device } from "../../../home/index.ts";
import { type Language, serviceOf, shortName } from "../../../language/index.ts";
import type { Target } from "../../../understanding/ground/situation.ts";
import type { HomeIndex } from "../../../understanding/names/home-index.ts";

/** How a device is called in a reply: by its name, with the room where several have that name. */
export function nameOf(device: Device, index: HomeIndex, language: Language): string {
  return shortName(device, language, index.sharesName(device));
}

/** A target's name: the device, and the part of it when one is meant. */
export function targetName(target: Target, index: HomeIndex, language: Language): string {
  const { device } = target.indexed;
  return serviceOf(device, target.service, nameOf(device, index, language), language);
}
