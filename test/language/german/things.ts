import type { Messages } from "../../../src/language/index.ts";
import { grammar } from "./grammar.ts";
import { eachInCase, genderOf, inCase, inRoom, pluralOf } from "./nouns.ts";

/** Names without an article: the sentences put it, in their case. */
export const things: Messages["things"] = {
  device: ({ name, room }) =>
    room === "" || name.toLowerCase().includes(room.toLowerCase()) ? name : placed(name, room),
  part: "{part} von {whole}",
  key: "Taste {number}",
  numbered: "{part} {number}",
  inRoom: ({ name, room }) => placed(name, room),
  placed: ({ name, room }) => placed(name, room),
  serviceOf: ({ part, name }) => `${part} ${inCase(name, "genitive")}`,
  instead: (name) => name,
  gone: "„{name}“",
  devices: ({ names, total, joining }) =>
    total > names.length
      ? `${names.join(", ")} ${joining === "and" ? "und" : "oder"} ${total - names.length} weitere`
      : grammar.list(names, joining),
  anything: "Gerät",
  group: ({ thing, every, room, floor, except }) => {
    const place = room || floor;
    const where = place && ` ${inRoom(place)}`;
    const what = every ? `alle ${pluralOf(thing)}` : `${genderOf(thing) === "f" ? "irgendeine" : "irgendein"} ${thing}`;
    return `${what}${where}${except && ` außer ${eachInCase(except, "dative")}`}`;
  },
};

function placed(name: string, room: string): string {
  return `${name} ${inRoom(room)}`;
}
