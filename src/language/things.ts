import type { Device } from "../home/index.ts";
import { type Language, primarySubtag } from "./language.ts";
import { serviceName } from "./names.ts";
import { allPacks, languages, packOf } from "./packs.ts";

/** Anything that people have given a name: a device, a room, a floor, a scene. */
export interface Named {
  readonly name: string;
  readonly aliases?: readonly string[] | undefined;
}

/** Whether a text can be read out in a language: it is not written in the script of another one. */
export function suits(text: string, language: Language): boolean {
  const code = primarySubtag(language);
  const writer = allPacks().find((pack) => pack.writes(text));
  if (writer) return writer.code === code;
  // Without a script of its own the text may be in any language that has none either.
  return !languages().some((each) => each === code) || !packOf(language).ownScript;
}

/** The name in the language, where the name or an alias is one; its name otherwise. */
export function nameIn({ name, aliases = [] }: Named, language: Language): string {
  return [name, ...aliases].find((each) => suits(each, language)) ?? name;
}

/**
 * How a device is called: by its name, with its room where the name alone does not tell which it is and does not hold the
 * room's name already.
 */
export function deviceName(device: Device, language: Language, ambiguous: boolean): string {
  const name = nameIn(device, language);
  const room = device.room ? nameIn(device.room, language) : "";
  if (room === "" || !ambiguous || holds(name, room)) return name;
  return packOf(language).messages.things.inRoom(name, room);
}

/** A device by its name and where it stands: "the fan in the study". */
export function placedName(device: Device, language: Language): string {
  const name = nameIn(device, language);
  const room = device.room ? nameIn(device.room, language) : "";
  return room === "" || holds(name, room) ? name : packOf(language).messages.things.placed(name, room);
}

/** A part of a device after the device's name: "wall switch (left key)". `service`: its key in the spec. */
export function partName(device: Device, service: string | null, called: string, language: Language): string {
  const part = service === null ? undefined : device.spec.services.find(({ key }) => key === service);
  return part ? packOf(language).messages.things.part(called, serviceName(part, language)) : called;
}

/** Whether a name tells the room already. */
export function holds(name: string, room: string): boolean {
  return name.toLowerCase().includes(room.toLowerCase());
}
