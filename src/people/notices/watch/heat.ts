import type { Device } from "../../../home/index.ts";
import { devicePhrase, durationPhrase, message } from "../../../language/index.ts";
import { turnOffAct } from "./acts.ts";
import { aboutDevice, MINUTE_MS, type NoticeWatch, type WatchContext } from "./watch.ts";

/** Kinds of devices that get hot and should not be left alone. */
const HOT: ReadonlySet<string> = new Set([
  "oven",
  "stove",
  "gas-stove",
  "induction-cooker",
  "cooktop",
  "grill",
  "toaster",
  "air-fryer",
  "iron",
  "heater",
  "electric-blanket",
  "bath-heater",
]);
/** The factor of the waiting time in a home without motion sensors. */
const WITHOUT_SENSORS = 4;

/** Reports an oven, stove or heater that is on while nobody moves near it. */
export const heatWatch: NoticeWatch = {
  name: "heat",
  applies: ({ kind }) => HOT.has(kind),
  conditions: (device, context) => {
    const holds = context.isSo("on", device);
    if (holds === undefined) return [];
    const sensors = sensorsNear(device, context);
    const quietMs = context.minutes.heat * MINUTE_MS;
    const watched = sensors.length > 0;
    const afterMs = watched ? quietMs : quietMs * WITHOUT_SENSORS;
    const duration = durationPhrase(afterMs);
    return [
      {
        subject: `heat/${device.id}`,
        holds,
        since: null,
        afterMs,
        live: false,
        ...(watched && {
          from: () => {
            const { since } = context.quiet(sensors);
            return since === null ? null : since + quietMs;
          },
        }),
        notice: () => ({
          level: "warning",
          text: message("notices.heat", { device: devicePhrase(device), duration, watched }),
          act: turnOffAct(device),
          ...aboutDevice(device),
        }),
      },
    ];
  },
};

/** The motion sensors of a device's room; those of the whole home when the room has none. */
function sensorsNear({ room }: Device, { home, seesMotion }: WatchContext): readonly Device[] {
  const sensors = home.devices.filter(seesMotion);
  const near = sensors.filter((sensor) => room !== null && sensor.room?.id === room.id);
  return near.length > 0 ? near : sensors;
}
