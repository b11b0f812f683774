import { z } from "zod";
import {
  type Device,
  doubtsOf,
  type HomeView,
  JiaError,
  type Property,
  type PropertyAddress,
  standing,
  type Value,
} from "../../home/index.ts";
import { errorText, type Language, message, messages } from "../../language/index.ts";
import type { Prompts } from "../prompts.ts";
import { propertyLabel } from "./devices/labels.ts";
import { nothingFoundText } from "./devices/nothing-found.ts";
import { shownState } from "./devices/outline.ts";
import { resolvePropertyNames } from "./devices/property-names.ts";
import { propertyUse } from "./devices/property-use.ts";
import { resolveDevice } from "./devices/resolve.ts";
import {
  type DeviceCriteria,
  filterDevices,
  isPropertyNamed,
  PLACE_NAMES,
  pageOf,
  STATE_FILTERS,
} from "./devices/selection.ts";
import type { KeyAliases } from "./forms/argument-shape.ts";
import { sinceMoment, whenText } from "./forms/since.ts";
import { WRITE_NAMES } from "./forms/writes.ts";
import { contentResult, defineTool, type Tool, type ToolContext } from "./tool.ts";

/** Most devices of one answer, and the limit when the caller gives none. */
const MAX_DEVICES = 60;
const DEVICES = 30;
/** About how many values one answer shows; its devices share them. */
const MAX_VALUES = 240;
/** Up to this many devices are shown with all properties, also rarely used ones. */
const IN_FULL = 3;
/** Most unknown or overdue properties of a device that are listed. */
const MAX_DOUBTS = 8;
/** Seconds of silence from which on the age of the last report is shown. */
const LONG_AGO = 900;

const Arguments = z.strictObject({
  devices: z.array(z.string().min(1).max(100)).max(MAX_DEVICES).optional(),
  room: z.string().max(100).optional(),
  kind: z.string().max(100).optional(),
  properties: z.array(z.string().min(1).max(100)).max(20).optional(),
  only: z.enum(STATE_FILTERS).optional(),
  since: z.string().max(40).optional(),
  limit: z.int().min(1).max(MAX_DEVICES).optional(),
  after: z.string().max(100).optional(),
});
type Arguments = z.output<typeof Arguments>;

const NAMES: KeyAliases = {
  devices: ["device", "name", "names", ...(WRITE_NAMES["device"] ?? [])],
  room: PLACE_NAMES,
  kind: WRITE_NAMES["kind"] ?? [],
  properties: WRITE_NAMES["property"] ?? [],
  since: ["changedsince", "from"],
};

/** The tool that reads the current state of devices, by handle or by filters, page by page. */
export function getStateTool(home: HomeView, prompts: Prompts): Tool {
  return defineTool(prompts, {
    name: "get_state",
    kind: "read",
    schema: Arguments,
    examples: [{ devices: ["HANDLE"] }, { room: "ROOM", kind: "light", properties: ["temperature"] }],
    names: NAMES,
    run: (given, context) => {
      const wanted =
        given.properties === undefined ? undefined : resolvePropertyNames(home, given.properties, context.language);
      const properties = wanted && [...wanted.names];
      const args = { ...given, properties };
      const { devices, errors: unknown } = chosen(home, args, context);
      const errors = [...unknown, ...(wanted?.errors ?? [])];
      const since = args.since === undefined ? null : sinceMoment(args.since, context.now, home.timezone);
      const changed =
        since === null ? devices : devices.filter((each) => changedSince(each, since, properties).size > 0);
      const after = args.after === undefined ? undefined : resolveDevice(home, args.after, context.room).handle;
      const { shown, rest } = pageOf(changed, ({ handle }) => handle, after, args.limit ?? DEVICES);
      const most = Math.max(5, Math.floor(MAX_VALUES / Math.max(1, shown.length)));
      const reading = { properties, since, most, full: shown.length <= IN_FULL, timezone: home.timezone };
      const content = {
        devices: shown.map((device) => describe(device, reading, context)),
        ...rest,
        ...(errors.length > 0 && { errors }),
      };
      const addresses = properties && [...new Set(shown.flatMap((each) => addressesOf(each, properties)))];
      const read = {
        devices: shown.map(({ id }) => id),
        ...(addresses && { properties: [...addresses, ...properties] }),
      };
      // An empty result is an answer as well.
      const empty = changed.length === 0 && errors.length === 0 && after === undefined;
      const tell = empty
        ? nothingFoundText(home, candidatesOf(home, args, context), { ...args, since }, context)
        : null;
      return { ...contentResult(content), read: { ...read, ...(tell !== null && { tell: () => tell }) } };
    },
  });
}

function chosen(
  home: HomeView,
  { devices, room, kind, properties, only, since }: Omit<Arguments, "properties"> & Pick<DeviceCriteria, "properties">,
  context: ToolContext,
): { devices: readonly Device[]; errors: string[] } {
  const { language, now } = context;
  const errors: string[] = [];
  if (devices) {
    const found = devices.flatMap((name) => {
      try {
        return [resolveDevice(home, name, context.room)];
      } catch (error) {
        if (!(error instanceof JiaError)) throw error;
        errors.push(errorText(error, language));
        return [];
      }
    });
    const fitting = only === undefined ? null : new Set(filterDevices(home, { only }, now));
    return { devices: [...new Set(found)].filter((each) => fitting?.has(each) ?? true), errors };
  }
  if ([room, kind, properties, only, since].every((each) => each === undefined)) {
    throw new JiaError("invalid-tool-arguments", {
      tool: "get_state",
      detail: message("tools.chooseDevices"),
    });
  }
  // Leave out groups whose members are in the result.
  const single = standing(
    filterDevices(home, { room, kind, properties, only }, now),
    (device) => device,
    (id) => home.device(id),
  );
  return { devices: single, errors };
}

/** The devices in question, whatever their state. */
function candidatesOf(home: HomeView, args: Arguments, context: ToolContext): readonly Device[] {
  const { devices, room, kind, properties } = args;
  if (devices) return chosen(home, { ...args, only: undefined, since: undefined }, context).devices;
  return filterDevices(home, { room, kind, properties }, context.now);
}

interface StateRequest {
  readonly properties: readonly string[] | undefined;
  /** Show only changes from this moment on, in milliseconds since the epoch; null: the current state. */
  readonly since: number | null;
  /** Most values of a device. */
  readonly most: number;
  readonly full: boolean;
  readonly timezone: string;
}

function describe(device: Device, reading: StateRequest, { language, now }: ToolContext): object {
  const { properties, since, most, full, timezone } = reading;
  const changed = since === null ? null : changedSince(device, since, properties);
  const wanted = (property: Property): boolean => {
    if (changed) return changed.has(property.address);
    return properties
      ? isPropertyNamed(device, property, properties)
      : full || propertyUse(device.spec, property) !== "aside";
  };
  const all = Object.entries(shownState(device, wanted)).sort(([a], [b]) => rankOf(device, a) - rankOf(device, b));
  const doubts = changed ? {} : doubtsShown(device, wanted, language, now);
  const missing = properties?.filter(
    (name) => ![...device.spec.properties.values()].some((property) => isPropertyNamed(device, property, [name])),
  );
  const silent = device.lastSeen === null ? 0 : Math.max(0, Math.round((now - device.lastSeen) / 1000));
  return {
    handle: device.handle,
    name: device.name,
    room: device.room?.id ?? null,
    ...reachability(device, language, now),
    ...(silent >= LONG_AGO && { seconds_ago: silent }),
    state: labelled(device, all.slice(0, most)),
    ...(changed && { changed_at: labelled(device, timesOf(all, changed, now, timezone)) }),
    ...(Object.keys(doubts).length > 0 && { not_certain: doubts }),
    ...(missing && missing.length > 0 && { no_such_property: missing }),
    ...(all.length > most && { more: all.length - most }),
  };
}

/** The order of values: the main purpose of the device first, since of many devices only a few values are shown. */
function rankOf({ spec }: Device, address: PropertyAddress): number {
  const property = spec.properties.get(address);
  return property ? ["main", "usual", "own", "aside"].indexOf(propertyUse(spec, property)) : 4;
}

/** Values keyed by the labels that set_properties takes. */
function labelled(device: Device, entries: readonly (readonly [PropertyAddress, Value])[]): Record<string, Value> {
  return Object.fromEntries(entries.map(([address, value]) => [propertyLabel(device.spec, { address }), value]));
}

function timesOf(
  entries: readonly (readonly [PropertyAddress, Value])[],
  changed: ReadonlyMap<PropertyAddress, number>,
  now: number,
  timezone: string,
): (readonly [PropertyAddress, string])[] {
  return entries.flatMap(([address]) => {
    const at = changed.get(address);
    return at === undefined ? [] : [[address, whenText(at, now, timezone)] as const];
  });
}

/** The changes since a moment that Jia saw: times in milliseconds, keyed by address. Rarely used properties only when they are named. */
function changedSince(
  device: Device,
  since: number,
  properties: readonly string[] | undefined,
): ReadonlyMap<PropertyAddress, number> {
  const changed = new Map<PropertyAddress, number>();
  for (const [address, { changedAt, changeSeen }] of device.state) {
    const property = device.spec.properties.get(address);
    if (!property || !changeSeen || changedAt < since) continue;
    if (properties ? isPropertyNamed(device, property, properties) : propertyUse(device.spec, property) !== "aside")
      changed.set(address, changedAt);
  }
  return changed;
}

function addressesOf(device: Device, properties: readonly string[]): PropertyAddress[] {
  const all = [...device.spec.properties.values()];
  return all.filter((property) => isPropertyNamed(device, property, properties)).map(({ address }) => address);
}

/** Unknown and overdue properties with the reason and its age, keyed by label: `"not known, 300 s"`. */
function doubtsShown(
  device: Device,
  wanted: (property: Property) => boolean,
  language: Language,
  now: number,
): Record<string, string> {
  const words = messages(language).devices.doubts;
  const named = [...doubtsOf(device, now)].filter(([address]) => {
    const property = device.spec.properties.get(address);
    return property !== undefined && wanted(property);
  });
  return Object.fromEntries(
    named
      .slice(0, MAX_DOUBTS)
      .map(([address, { reason, since }]) => [
        propertyLabel(device.spec, { address }),
        since === null ? words[reason] : `${words[reason]}, ${Math.max(0, Math.round((now - since) / 1000))} s`,
      ]),
  );
}

/** The availability where it is not plainly online. */
function reachability({ online, offlineSince, lostSince }: Device, language: Language, now: number): object {
  if (lostSince !== null) return { online: "unknown", note: messages(language).tools.brokerLost };
  if (online === true) return {};
  if (online === null) return { online: "unknown" };
  const seconds =
    offlineSince === null ? {} : { offline_seconds: Math.max(0, Math.round((now - offlineSince) / 1000)) };
  return { online: false, ...seconds, note: messages(language).tools.offline };
}
