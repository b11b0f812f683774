import { common, grammar, inPlace, isPossessive, the } from "./grammar.ts";

/** Devices with their places, inside sentences. */
export const things = {
  /** `room` is empty for a device without one. */
  device: ({ name, room }: { name: string; room: string }) =>
    withArticle(
      room === "" || name.toLowerCase().includes(room.toLowerCase())
        ? common(name)
        : isPossessive(room)
          ? `${common(name)} ${inPlace(room)}`
          : `${common(room)} ${common(name)}`,
    ),
  part: "the {part} of {whole}",
  /** A numbered key of a remote control. */
  key: "key {number}",
  /** One of several parts with the same name. */
  numbered: "{part} {number}",
  /** A device that shares its name with others. */
  inRoom: ({ name, room }: { name: string; room: string }) =>
    isPossessive(room) ? `${common(name)} ${inPlace(room)}` : `${common(room)} ${common(name)}`,
  /** A device with its place. */
  placed: ({ name, room }: { name: string; room: string }) => `${common(name)} ${inPlace(room)}`,
  /** A part of a device, with the device's name in a reply. */
  serviceOf: ({ part, name }: { part: string; name: string }) =>
    part === "light" ? `${common(name)} light` : `the ${part} of ${the(name)}`,
  /** A device inside another text, after the words `before`. */
  instead: (name: string, before: string): string => {
    if (/\b(?:the|your|my|our|a|an|this|that)\s+$/iu.test(before)) return common(name);
    return /(?:^|[.!?:]\s+)$/u.test(before) ? the(name).replace(/^t/, "T") : the(name);
  },
  /** A device that no longer exists, by the name in the definition. */
  gone: '"{name}"',
  /** The first of `total` devices. */
  devices: ({ names, total, joining }: { names: readonly string[]; total: number; joining: "and" | "or" }) =>
    total > names.length ? `${names.join(", ")} ${joining} ${total - names.length} more` : grammar.list(names, joining),
  anything: "device",
  /** All, or any, of a kind at a place: "all lights on the Ground floor except the lamp". Places may be empty. */
  group: ({ thing, every, room, floor, except }: GroupValues) => {
    const place = room || floor;
    const where = place && ` ${room ? "in" : "on"} ${withArticle(place)}`;
    return `${every ? `all ${pluralOf(thing)}` : `any ${thing}`}${where}${except && ` except ${except}`}`;
  },
};

export interface GroupValues {
  readonly thing: string;
  readonly every: boolean;
  readonly room: string;
  readonly floor: string;
  readonly except: string;
}

function withArticle(name: string): string {
  return isPossessive(name) ? name : `the ${name}`;
}

function pluralOf(words: string): string {
  if (words === "tv") return "TVs";
  if (/[^s]s$/.test(words)) return words;
  if (/(x|ch|sh|ss)$/.test(words)) return `${words}es`;
  return /[^aeiou]y$/.test(words) ? `${words.slice(0, -1)}ies` : `${words}s`;
}
