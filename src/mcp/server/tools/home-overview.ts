import { z } from "zod";
import { filterDevices } from "../../../assistant/index.ts";
import { currentValue, type Device, type HomeView } from "../../../home/index.ts";
import { nameIn } from "../../../language/index.ts";
import { defineMcpTool, type McpCall } from "../tool.ts";

/** Most rooms of one answer. */
const MAX_ROOMS = 40;
/** Most handles in each list of a room. */
const MAX_HANDLES = 8;
/** The states that are told of a room. */
const TOLD = ["on", "open", "unlocked"] as const;

export const homeOverviewTool = defineMcpTool({
  name: "home_overview",
  title: "Look at the home",
  description: "The rooms: how many devices of each kind, what is on, open or unlocked, and the temperature.",
  input: z.strictObject({
    after: z.string().max(100).optional().describe("Of the last page: the next one"),
  }),
  output: { home: "string", rooms: "array", without_room: "object", more: "integer", after: "string" },
  effect: "read",
  run: ({ after }, call) => {
    const { home } = call.view;
    const told = statesOf(home, call.now);
    const rooms = home.layout.rooms;
    const from = after === undefined ? 0 : rooms.findIndex(({ id }) => id === after) + 1;
    const shown = rooms.slice(from, from + MAX_ROOMS);
    const more = rooms.length - from - shown.length;
    const byRoom = Map.groupBy(home.devices, ({ room }) => room?.id ?? null);
    const loose = byRoom.get(null) ?? [];
    return {
      data: {
        home: home.name,
        rooms: shown.map((room) => ({
          id: room.id,
          name: nameIn(call.language, room),
          ...summaryOf(byRoom.get(room.id) ?? [], told),
        })),
        ...(loose.length > 0 && from === 0 && { without_room: summaryOf(loose, told) }),
        ...(more > 0 && { more, after: shown.at(-1)?.id }),
      },
    };
  },
});

/** The devices in each told state. */
function statesOf(home: HomeView, now: McpCall["now"]): ReadonlyMap<string, ReadonlySet<Device>> {
  return new Map(TOLD.map((only) => [only, new Set(filterDevices(home, { only }, now))]));
}

/** The devices of a room in few words: counts by kind, handles by state, and the temperature where one is known. */
function summaryOf(devices: readonly Device[], told: ReadonlyMap<string, ReadonlySet<Device>>) {
  const kinds = new Map<string, number>();
  for (const { spec } of devices) kinds.set(spec.kind, (kinds.get(spec.kind) ?? 0) + 1);
  const states = [...told].flatMap(([state, all]): [string, unknown][] => {
    // A lamp counts as open in a sentence, because some languages say so.
    const others = state === "on" ? null : told.get("on");
    const handles = devices.filter((each) => all.has(each) && !others?.has(each)).map(({ handle }) => handle);
    if (handles.length === 0) return [];
    const left = handles.length - MAX_HANDLES;
    return [[state, left > 0 ? [...handles.slice(0, MAX_HANDLES), `… ${left} more`] : handles]];
  });
  const offline = devices.filter(({ online }) => online === false).length;
  const temperature = temperatureOf(devices);
  return {
    devices: Object.fromEntries(kinds),
    ...Object.fromEntries(states),
    ...(temperature !== null && { temperature }),
    ...(offline > 0 && { offline }),
  };
}

/** What the first device that only measures says, in degrees Celsius; null where none knows. */
function temperatureOf(devices: readonly Device[]): number | null {
  for (const device of devices) {
    if (!/sensor|thermometer/.test(device.spec.kind)) continue;
    for (const { type, address } of device.spec.properties.values()) {
      const value = type === "temperature" ? currentValue(device, address) : undefined;
      if (typeof value === "number") return value;
    }
  }
  return null;
}
