import type { Home } from "../../home/index.ts";
import {
  type Language,
  languageOf,
  messages,
  nameIn,
  packOf,
  saidValue,
  shortName,
  turnText,
} from "../../language/index.ts";
import type { Hints } from "../running-turn.ts";

/** A sentence with the devices that the local engine recognised; empty when there are none. */
export function recognised(home: Home, ids: readonly string[], language: Language): string {
  const names = ids.slice(0, 5).flatMap((id) => home.device(id)?.name ?? []);
  if (names.length === 0) return "";
  return turnText("recognised", language, { names });
}

/** With more names than these the sentence would not help. */
const MOST_HEARD = 3;

/** The sentence that a device lacks a mode, with those that it has; null where the text named no mode. */
export function noSuchMode(home: Home, mode: Hints["mode"], language: Language): string | null {
  const device = mode && home.device(mode.device);
  const property = mode && device?.spec.properties.get(mode.address);
  if (!mode || !device || !property) return null;
  const choices = property.values.slice(0, MOST_MODES).map(({ value }) => saidValue(property, value, language));
  const shared = home.devices.some((other) => other !== device && other.name === device.name);
  return messages(language).replies.noMode(shortName(device, language, shared), mode.said, choices);
}

/** Most modes that are listed. */
const MOST_MODES = 6;

/** A sentence with the recognised devices where there is no model: each name once, and only names in the language of the reply. */
export function namesHeard(home: Home, ids: readonly string[], language: Language): string {
  const devices = ids.flatMap((id) => home.device(id) ?? []);
  const all = new Set(devices.map((device) => nameIn(language, device)));
  const names = [...all].filter((name) => packOf(languageOf(name)) === packOf(language));
  if (names.length === 0 || names.length > MOST_HEARD) return "";
  return turnText("heard", language, { names: names.map(messages(language).replies.named) });
}
