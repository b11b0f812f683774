import { currentValue, type Device, type Property, type Spec } from "../../../home/index.ts";
import { devicePhrase, message } from "../../../language/index.ts";
import { aboutDevice, type NoticeWatch, type WatchCondition } from "./watch.ts";

/** Hysteresis, in percent: a battery is low below the first and fine again from the second on. */
const LOW = 15;
const FULL_ENOUGH = 30;
/** How long repeated events of a low battery are only counted, in milliseconds. */
const WEEK_MS = 7 * 86_400_000;

/** Reports batteries that somebody has to change; not devices that charge themselves (a robot, a car). */
export const batteryWatch: NoticeWatch = {
  name: "battery",
  applies: (spec) => !isCharged(spec) && (levelsIn(spec).length > 0 || tellsByEvent(spec)),
  conditions: (device) =>
    levelsIn(device.spec).map((property): WatchCondition => {
      const value = currentValue(device, property.address);
      return {
        subject: `battery/${device.id}/${property.address}`,
        holds: isLow(value),
        since: null,
        afterMs: 0,
        live: true,
        notice: () => noticeOf(device, typeof value === "number" ? value : null),
      };
    }),
  happened: (event) => {
    if (event.type !== "event-occurred" || levelsIn(event.device.spec).length > 0) return null;
    if (event.device.spec.events.get(event.event)?.type !== "low-battery") return null;
    return { ...noticeOf(event.device, null), subject: `battery/${event.device.id}`, countedMs: WEEK_MS };
  },
};

function noticeOf(device: Device, level: number | null) {
  const text = message("notices.battery", { device: devicePhrase(device), level });
  return { level: "info", text, ...aboutDevice(device) } as const;
}

function levelsIn({ properties }: Spec): Property[] {
  return [...properties.values()].filter(({ type }) => type === "battery-level" || type === "battery-low");
}

function tellsByEvent({ events }: Spec): boolean {
  return [...events.values()].some(({ type }) => type === "low-battery");
}

function isLow(value: unknown): boolean | null {
  if (typeof value === "boolean") return value;
  if (typeof value !== "number") return null;
  if (value < LOW) return true;
  return value >= FULL_ENOUGH ? false : null;
}

function isCharged({ properties, actions }: Spec): boolean {
  return (
    [...properties.values()].some(({ type }) => type === "charging-state" || type === "plugged-in") ||
    [...actions.values()].some(({ type }) => type === "start-charge")
  );
}
