import type { Property } from "../../../home/index.ts";
import { messages, nameIn, saidValue } from "../../../language/index.ts";
import type { StateQuery } from "../../../understanding/ground/query.ts";
import type { DeviceTarget } from "../../../understanding/ground/target.ts";
import type { Frame } from "../../../understanding/parse/frame.ts";
import { foundValue, type ReplyContext, replyName } from "./facts.ts";

/** Property types of the present power, and of counters of energy. */
const DRAWN = /^(?:electric-power|power|active-power)$/;
const COUNTED = /^(?:power-consumption|electricity|electric-energy)$/;
/** At most so many devices are told by name. */
const MOST_TOLD = 4;

interface Drawn {
  readonly target: DeviceTarget;
  readonly property: Property;
  /** Watts. */
  readonly watts: number;
}

/**
 * The present power of several devices, as a sum over all that measure it; with meters of the whole home, theirs. Null where
 * anything else is asked, or of one device.
 */
export function powerText(frame: Frame, query: StateQuery, teller: ReplyContext): string | null {
  const types = query.properties.map((property) => property?.type ?? "");
  const { above, below, states, values } = frame;
  const asked = query.asking === "value" || query.asking === "polar";
  if (!asked || above || below || states.length + values.length > 0) return null;
  if (!types.every((type) => DRAWN.test(type) || COUNTED.test(type))) return null;
  const drawn = query.targets.flatMap((target, at): Drawn[] => {
    const property = query.properties[at];
    const found = property && DRAWN.test(property.type) ? foundValue(property, target, teller.dialogue) : null;
    const value = found?.kind === "now" ? found.state?.value : undefined;
    return property && typeof value === "number" ? [{ target, property, watts: value * factorOf(property) }] : [];
  });
  const named = frame.heads.some(({ devices }) => devices.length > 0);
  if (named ? query.targets.length < 2 : drawn.length === 0) return null;
  const mains = new Set(teller.mains ?? []);
  const meters = drawn.filter(({ target }) => mains.has(target.indexed.device.id));
  const rooms = new Set(query.targets.map(({ indexed }) => indexed.device.room?.id));
  const places = [...frame.places, ...frame.heads.flatMap((head) => head.places)].filter(({ kind }) => kind !== "home");
  const { language, index } = teller.dialogue;
  const [id] = rooms;
  const room = places.length > 0 && rooms.size === 1 && id !== undefined ? index.room(id) : undefined;
  const counted = meters.length > 0 && room === undefined ? meters : drawn.filter((each) => !meters.includes(each));
  const those = counted.filter(({ watts }) => watts > 0).sort((one, other) => other.watts - one.watts);
  const said = (watts: number): string => {
    const [any] = drawn;
    return any ? saidValue({ ...any.property, unit: "watt" }, Math.round(watts * 10) / 10, language) : "";
  };
  return messages(language).answers.power({
    room: room ? nameIn(language, room) : null,
    total: said(those.reduce((sum, { watts }) => sum + watts, 0)),
    metered: meters.length > 0 && room === undefined,
    each: those
      .slice(0, meters.length > 0 && room === undefined ? 0 : MOST_TOLD)
      .map(({ target, watts }) => ({ name: replyName(target, teller), value: said(watts) })),
    others: Math.max(0, those.length - MOST_TOLD),
  });
}

function factorOf({ unit }: Property): number {
  return unit !== null && /^k(?:w|ilowatt)/i.test(unit) ? 1000 : 1;
}
