import type { Device, Room } from "../../../home/index.ts";
import { type Language, serviceName } from "../../../language/index.ts";
import type { Target } from "../ground/situation.ts";
import type { HomeIndex } from "../index/home-index.ts";

/** How a device is called in a reply: by its name, with the room where several have that name. */
export function nameOf(device: Device, index: HomeIndex, language: Language): string {
  const name = inLanguage([device.name, ...device.aliases], language) ?? device.name;
  if (!device.room) return name;
  const room = roomName(device.room, language);
  if (name.toLowerCase().includes(room.toLowerCase())) return name;
  if (!index.sharesName(device)) return name;
  return language === "zh" ? `${room}的${name}` : `${room} ${name}`;
}

/** A room's name in the language. */
export function roomName({ name, aliases }: Room, language: Language): string {
  return inLanguage([name, ...aliases], language) ?? name;
}

/** A device by its name and where it stands: "the fan in the study". */
export function placedName(device: Device, language: Language): string {
  const name = inLanguage([device.name, ...device.aliases], language) ?? device.name;
  const room = device.room ? roomName(device.room, language) : "";
  if (room === "" || name.toLowerCase().includes(room.toLowerCase())) return name;
  return language === "zh" ? `${room}的${name}` : `${name} in the ${room}`;
}

/** The first name that is written in the language's script. */
export function inLanguage(names: readonly string[], language: Language): string | undefined {
  return names.find((name) => /\p{Script=Han}/u.test(name) === (language === "zh"));
}

/** A target's name: the device, and the part of it when one is meant. */
export function targetName(target: Target, index: HomeIndex, language: Language): string {
  const { device } = target.indexed;
  const name = nameOf(device, index, language);
  if (target.service === null) return name;
  const service = device.spec.services.find(({ key }) => key === target.service);
  if (!service) return name;
  const part = serviceName(service, language);
  return language === "zh" ? `${name}的${part}` : `${name} (${part})`;
}

/** "A", "A and B", "A, B and C"; 顿号 in Chinese. */
export function list(names: readonly string[], language: Language, last = language === "zh" ? "和" : " and "): string {
  if (names.length < 2) return names[0] ?? "";
  const comma = language === "zh" ? "、" : ", ";
  return `${names.slice(0, -1).join(comma)}${last}${names.at(-1) ?? ""}`;
}
