import type { Situation } from "../../understanding/ground/situation.ts";
import { itemsOf } from "../../understanding/parse/items.ts";
import { MAX_SENTENCE, normalise } from "../../understanding/text/tokens.ts";
import type { LocalResult } from "../contract.ts";

type Hints = Extract<LocalResult, { handled: false }>["hints"];

/** More devices than these are no hint. */
const MOST = 20;

/** The devices, rooms and kinds that a text seems to name, most likely first. */
export function hintsOf(text: string, { index, room }: Situation): Hints {
  const source = normalise(text.slice(0, MAX_SENTENCE));
  const items = itemsOf(source, index);
  const named = new Set<string>();
  const rooms = new Set<string>();
  const kinds = new Set<string>();
  const scenes = new Set<string>();
  for (const { home, lex } of items) {
    for (const id of home?.devices ?? []) named.add(id);
    for (const id of home?.scenes ?? []) scenes.add(id);
    for (const id of home?.rooms ?? []) rooms.add(id);
    for (const word of lex?.rooms ?? []) for (const id of index.roomsOfKind(word)) rooms.add(id);
    for (const kind of lex?.kinds ?? []) kinds.add(kind);
  }
  const places = rooms.size > 0 ? rooms : new Set(room === null ? [] : [room]);
  const ofKind = [...index.devices.values()].filter((indexed) =>
    [...kinds].some((kind) => index.isKind(indexed, kind)),
  );
  const near = ofKind.filter(({ device }) => device.room && places.has(device.room.id));
  const devices = new Set([...named, ...near.map(({ device }) => device.id), ...ofKind.map(({ device }) => device.id)]);
  return { devices: [...devices].slice(0, MOST), rooms: [...rooms], kinds: [...kinds], scenes: [...scenes] };
}
