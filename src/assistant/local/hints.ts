import type { DeviceId } from "../../home/index.ts";
import type { Situation } from "../../understanding/ground/situation.ts";
import { itemsOf } from "../../understanding/parse/items.ts";
import { MAX_SENTENCE, normalise } from "../../understanding/text/tokens.ts";
import { utteranceForms } from "../../understanding/utterance/forms.ts";
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
  const meant = [...devices].slice(0, MOST);
  const placed =
    rooms.size === 0 ? meant : meant.filter((id) => rooms.has(index.devices.get(id)?.device.room?.id ?? ""));
  const mode = unknownMode(source, placed.length > 0 ? placed : meant, kinds, index);
  return { devices: meant, rooms: [...rooms], kinds: [...kinds], scenes: [...scenes], ...(mode && { mode }) };
}

/** "Set the air conditioner to karaoke mode": the mode, where one device alone could have it and none that it has was said. */
function unknownMode(
  source: string,
  ids: readonly DeviceId[],
  kinds: ReadonlySet<string>,
  index: Situation["index"],
): Hints["mode"] | null {
  const lower = source.toLowerCase();
  const [said] = utteranceForms()
    .modes.in(lower)
    .flatMap((pattern) => pattern.exec(lower)?.groups?.["mode"] ?? []);
  if (said === undefined) return null;
  const able = ids.flatMap((id) => {
    const { device, capabilities } = index.devices.get(id) ?? {};
    const property = capabilities?.properties
      .get("mode")
      ?.find(({ access, values }) => access.write && values.length > 0);
    return device && property ? [{ device: device.id, kind: device.spec.kind, property }] : [];
  });
  // A thermostat is no air conditioner where there is one.
  const same = able.filter(({ kind }) => kinds.has(kind));
  const [only, ...others] = same.length > 0 ? same : able;
  if (!only || others.length > 0) return null;
  const { device, property } = only;
  const at = lower.indexOf(said);
  return { device, address: property.address, said: source.slice(at, at + said.length) };
}
