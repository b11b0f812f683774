import type { Publication } from "../dialect.ts";
import { isObject } from "./shape-builder.ts";

const decoder = new TextDecoder();

/** Online, offline, or nothing: as `{"state":"online"}` or, from older versions, the bare word. */
export function onlineOf(payload: string): boolean | null {
  const body = payload.startsWith("{") ? parseText(payload) : payload.trim();
  const word = isObject(body) ? body["state"] : body;
  return word === "online" ? true : word === "offline" ? false : null;
}

export function setPublication(topic: string, payload: Record<string, unknown>): Publication {
  return { topic, payload: JSON.stringify(payload), qos: 1, retain: false };
}

export function payloadJson(payload: Uint8Array): unknown {
  return parseText(decoder.decode(payload));
}

function parseText(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** `last_seen`: ISO 8601 or milliseconds; undefined when it is neither. */
export function timeOf(lastSeen: unknown): number | undefined {
  const at = typeof lastSeen === "string" ? Date.parse(lastSeen) : lastSeen;
  return typeof at === "number" && Number.isFinite(at) && at > 0 ? at : undefined;
}
