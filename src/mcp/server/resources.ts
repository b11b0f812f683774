/** Devices and rooms as resources: `jia://device/living-floor-lamp`, `jia://room/living`. */
import { type ListResourcesResult, type ReadResourceResult, ResourceNotFoundError } from "@modelcontextprotocol/server";
import { type Device, JiaError } from "../../home/index.ts";
import { type Language, message, nameIn, textOf } from "../../language/index.ts";
import { readWith } from "./assistant-tools.ts";
import type { McpCall, McpView } from "./tool.ts";

/** Resources in one page of the list. */
const PAGE = 50;
const JSON_TYPE = "application/json";
const URI = /^jia:\/\/(device|room)\/([^/?#]+)$/;

/** The address of a device. Handles are ASCII. */
export function deviceUri({ handle }: Pick<Device, "handle">): string {
  return `jia://device/${encodeURIComponent(handle)}`;
}

/** The addresses that show the state of a device: its own, and that of its room. */
export function urisOf(device: Device): string[] {
  return [deviceUri(device), ...(device.room ? [roomUri(device.room.id)] : [])];
}

function roomUri(id: string): string {
  return `jia://room/${encodeURIComponent(id)}`;
}

/** The templates of all addresses, for a reader. */
export function resourceTemplates(language: Language) {
  const of = (what: "device" | "room", variable: string) => ({
    uriTemplate: `jia://${what}/{${variable}}`,
    name: what,
    title: textOf(message(`mcp.${what}`, {}), language),
    mimeType: JSON_TYPE,
  });
  return [of("device", "handle"), of("room", "room")];
}

/**
 * One page of the rooms and devices, rooms first.
 * @param cursor where the last page ended
 */
export function listResources({ home }: McpView, language: Language, cursor: string | undefined): ListResourcesResult {
  const all = [
    ...home.layout.rooms.map((room) => ({ uri: roomUri(room.id), name: room.id, title: nameIn(language, room) })),
    ...home.devices.map((device) => ({
      uri: deviceUri(device),
      name: device.handle,
      title: nameIn(language, device),
      ...(device.room && { description: nameIn(language, device.room) }),
    })),
  ];
  const from = cursor === undefined ? 0 : all.findIndex(({ uri }) => uri === cursor) + 1;
  const shown = all.slice(from, from + PAGE);
  const last = shown.at(-1);
  return {
    resources: shown.map((each) => ({ ...each, mimeType: JSON_TYPE })),
    ...(last && from + shown.length < all.length && { nextCursor: last.uri }),
  };
}

/**
 * Reads a resource: the state of a device with what it can do, or the states of a room.
 * @throws ResourceNotFoundError
 */
export async function readResource(uri: string, call: McpCall): Promise<ReadResourceResult> {
  const { what, id } = requireResource(uri, call.view);
  const given = what === "device" ? { devices: [id] } : { room: id };
  const { data } = await readWith("get_state", given, call);
  const [found] = what === "device" ? await describedAs(id, call) : [];
  const text = JSON.stringify(found === undefined ? data : { ...found, ...firstOf(data["devices"]) });
  return { contents: [{ uri, mimeType: JSON_TYPE, text }] };
}

/** The part of the home at an address. @throws ResourceNotFoundError */
export function requireResource(
  uri: string,
  { home }: McpView,
): { readonly what: "device" | "room"; readonly id: string } {
  const [, what, name = ""] = URI.exec(uri) ?? [];
  const id = decoded(name);
  if (what === "device" && home.devices.some(({ handle }) => handle === id)) return { what, id };
  if (what === "room" && home.layout.room(id)) return { what, id };
  throw new ResourceNotFoundError(uri);
}

/** The device as `find_devices` tells of it, with what it can do. */
async function describedAs(handle: string, call: McpCall): Promise<readonly object[]> {
  try {
    const { data } = await readWith("find_devices", { text: handle, limit: 1 }, call);
    const first = firstOf(data["devices"]);
    return "handle" in first && first.handle === handle ? [first] : [];
  } catch (error) {
    if (error instanceof JiaError) return [];
    throw error;
  }
}

function firstOf(list: unknown): object {
  const first: unknown = Array.isArray(list) ? list[0] : null;
  return typeof first === "object" && first !== null ? first : {};
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
