/** Reads signs of presence from MQTT messages. Payloads are foreign data: bounded, and ignored when they make no sense. */
import { cleanText, jsonTooDeep, MAX_NAME } from "../../home/index.ts";
import type { SignOf } from "./signs.ts";

/** A receiver's report that it hears a person's device. */
export interface RoomSighting {
  /** The level of the topic that names the room. */
  readonly level: string;
  /** Metres; 1 when the message has none. */
  readonly distance: number;
}

/** Default payloads for home and away, in lower case. */
const HOME = ["home", "present", "online", "connected", "on", "true", "1", "yes", "arrived", "enter"];
const AWAY = ["not_home", "away", "absent", "offline", "disconnected", "off", "false", "0", "no", "left", "leave"];

/** The presence that a message states: at home, away, or nothing (undefined). */
export function presenceFromPayload(sign: SignOf<"mqtt">, payload: string): boolean | undefined {
  const value = sign.field === undefined ? payload : fieldOf(jsonOf(payload), sign.field);
  if (value === undefined || value === null || typeof value === "object") return undefined;
  const text = String(value).trim().toLowerCase();
  const fits = (given: string | readonly string[] | undefined, usual: readonly string[]): boolean =>
    given === undefined ? usual.includes(text) : [given].flat().some((each) => each.toLowerCase() === text);
  if (fits(sign.home, HOME)) return true;
  if (fits(sign.away, AWAY)) return false;
  // When a sign names only one side, everything else is the other.
  if (sign.home !== undefined && sign.away === undefined) return false;
  return sign.away !== undefined && sign.home === undefined ? true : undefined;
}

/** The sighting in a message; null when the message does not belong to the sign. */
export function roomSightingIn(sign: SignOf<"rooms">, topic: string, payload: string): RoomSighting | null {
  const json = jsonOf(payload);
  const said = typeof json === "object" && json !== null ? (json as Readonly<Record<string, unknown>>) : {};
  if (sign.id !== undefined && String(said["id"]) !== sign.id) return null;
  const given = said["distance"];
  const distance = typeof given === "number" ? given : typeof given === "string" ? Number(given) : 1;
  if (!Number.isFinite(distance) || distance < 0) return null;
  if (sign.within !== undefined && distance > sign.within) return null;
  const at = sign.topic.split("/").indexOf("+");
  const level = at < 0 ? topic.split("/").at(-1) : topic.split("/")[at];
  return level === undefined || level === "" ? null : { level: cleanText(level, MAX_NAME), distance };
}

function jsonOf(text: string): unknown {
  if (jsonTooDeep(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The value at a path such as `wifi.status`; undefined when it does not exist. */
function fieldOf(value: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>(
      (inner, key) =>
        typeof inner === "object" && inner !== null && Object.hasOwn(inner, key)
          ? (inner as Readonly<Record<string, unknown>>)[key]
          : undefined,
      value,
    );
}
