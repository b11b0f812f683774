import { z } from "zod";
import { type Device, doubtsOf, type HomeView, JiaError, type Property, standing } from "../../home/index.ts";
import { errorText, type Language, message, messages } from "../../language/index.ts";
import type { Prompts } from "../prompts.ts";
import { findDevice, findKind, findRoom } from "./names.ts";
import { shownState } from "./outline.ts";
import { answer, defineTool, type Tool, type ToolContext } from "./tool.ts";

/** More devices than this are counted, not shown. */
const MAX_DEVICES = 40;
/** About so many values are shown in all; devices share them. */
const MAX_VALUES = 240;
/** Most properties of a device of which it is told that they are not known. */
const MAX_DOUBTS = 8;

const Arguments = z.strictObject({
  devices: z.array(z.string().min(1).max(100)).max(MAX_DEVICES).optional(),
  room: z.string().max(100).optional(),
  kind: z.string().max(100).optional(),
  properties: z.array(z.string().min(1).max(100)).max(20).optional(),
});
type Arguments = z.output<typeof Arguments>;

/** What devices report now: by handle, or all of a room or kind. */
export function getStateTool(home: HomeView, prompts: Prompts): Tool {
  return defineTool(prompts, {
    name: "get_state",
    kind: "read",
    schema: Arguments,
    run: (args, context) => {
      const { devices, errors } = chosen(home, args, context);
      const shown = devices.slice(0, MAX_DEVICES);
      const content = {
        devices: shown.map((device) =>
          describe(device, args.properties, Math.max(5, Math.floor(MAX_VALUES / shown.length)), context),
        ),
        ...(devices.length > shown.length && { more: devices.length - shown.length }),
        ...(errors.length > 0 && { errors }),
      };
      const read = { devices: shown.map(({ id }) => id), ...(args.properties && { properties: args.properties }) };
      return { ...answer(content), read };
    },
  });
}

function chosen(
  home: HomeView,
  { devices, room, kind, properties }: Arguments,
  context: ToolContext,
): { devices: Device[]; errors: string[] } {
  const { language } = context;
  const errors: string[] = [];
  if (devices) {
    const found = devices.flatMap((name) => {
      try {
        return [findDevice(home, name, context.room)];
      } catch (error) {
        if (!(error instanceof JiaError)) throw error;
        errors.push(errorText(error, language));
        return [];
      }
    });
    return { devices: [...new Set(found)], errors };
  }
  if (room === undefined && kind === undefined && properties === undefined) {
    throw new JiaError("invalid-tool-arguments", {
      tool: "get_state",
      detail: message("tools.chooseDevices"),
    });
  }
  const inRoom = room === undefined ? null : findRoom(home, room).id;
  const ofKind = kind === undefined ? null : findKind(home, kind);
  const found = home.devices.filter(
    (device) =>
      (inRoom === null || device.room?.id === inRoom) &&
      (ofKind === null || device.spec.kind === ofKind) &&
      (properties === undefined || [...device.spec.properties.values()].some((p) => isNamed(p, properties))),
  );
  // A group would be counted and listed beside the members that it switches.
  const single = standing(
    found,
    (device) => device,
    (id) => home.device(id),
  );
  return { devices: [...single], errors };
}

function describe(
  device: Device,
  properties: readonly string[] | undefined,
  most: number,
  { language, now }: ToolContext,
): object {
  const all = Object.entries(shownState(device, properties && ((property) => isNamed(property, properties))));
  const state = Object.fromEntries(all.slice(0, most));
  const doubts = doubtsShown(device, properties, language, now);
  const missing = properties?.filter((name) => ![...device.spec.properties.values()].some((p) => isNamed(p, [name])));
  return {
    handle: device.handle,
    name: device.name,
    room: device.room?.id ?? null,
    ...reachability(device, language, now),
    ...(device.lastSeen !== null && { seconds_ago: Math.max(0, Math.round((now - device.lastSeen) / 1000)) }),
    state,
    ...(Object.keys(doubts).length > 0 && { not_certain: doubts }),
    ...(missing && missing.length > 0 && { no_such_property: missing }),
    ...(all.length > most && { more: all.length - most }),
  };
}

/** What is not known, and which values are overdue, with the reason and for how many seconds: `"not known, 300 s"`. */
function doubtsShown(
  device: Device,
  properties: readonly string[] | undefined,
  language: Language,
  now: number,
): Record<string, string> {
  const words = messages(language).devices.doubts;
  const named = [...doubtsOf(device, now)].filter(([address]) => {
    const property = device.spec.properties.get(address);
    return properties === undefined || (property !== undefined && isNamed(property, properties));
  });
  return Object.fromEntries(
    named
      .slice(0, MAX_DOUBTS)
      .map(([address, { reason, since }]) => [
        address,
        since === null ? words[reason] : `${words[reason]}, ${Math.max(0, Math.round((now - since) / 1000))} s`,
      ]),
  );
}

/** Only what is out of the ordinary: a device that does not tell is not called online. */
function reachability({ online, offlineSince, lostSince }: Device, language: Language, now: number): object {
  if (lostSince !== null) return { online: "unknown", note: messages(language).tools.brokerLost };
  if (online === true) return {};
  if (online === null) return { online: "unknown" };
  const seconds =
    offlineSince === null ? {} : { offline_seconds: Math.max(0, Math.round((now - offlineSince) / 1000)) };
  return { online: false, ...seconds, note: messages(language).tools.offline };
}

function isNamed(property: Property, names: readonly string[]): boolean {
  return names.includes(property.address) || names.includes(property.type);
}
