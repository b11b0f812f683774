import { type Device, isMainService, type Spec } from "../../../home/index.ts";
import { devicePhrase, durationPhrase, message } from "../../../language/index.ts";
import { closeAct } from "./acts.ts";
import { aboutDevice, MINUTE_MS, type NoticeWatch } from "./watch.ts";

/** Ways into the home, by kind. */
const DOORS: ReadonlySet<string> = new Set(["garage-door", "garage-door-opener", "gate", "door", "lock"]);
/** Kinds that may stand open for a while. */
const OTHERS: ReadonlySet<string> = new Set(["magnet-sensor", "window-opener"]);
/** Types of properties that report whether something is open. */
const TELLING: ReadonlySet<string> = new Set(["contact-state", "door-state", "current-position", "status", "on"]);

/** Reports a door, window or garage that was left open. */
export const openWatch: NoticeWatch = {
  name: "open",
  applies: ({ kind }) => DOORS.has(kind) || OTHERS.has(kind),
  conditions: (device, { isSo, minutes }) => {
    const holds = isSo("open", device);
    if (holds === undefined) return [];
    const afterMs = (DOORS.has(device.spec.kind) ? minutes.door : minutes.contact) * MINUTE_MS;
    return [
      {
        subject: `open/${device.id}`,
        holds,
        since: holds === true ? openSince(device) : null,
        afterMs,
        live: false,
        notice: () => ({
          level: "warning",
          text: message("notices.leftOpen", { device: devicePhrase(device), duration: durationPhrase(afterMs) }),
          act: closeAct(device),
          ...aboutDevice(device),
        }),
      },
    ];
  },
};

/** When it was observed to open, in milliseconds since the epoch; null when it was not observed. */
function openSince(device: Device): number | null {
  const states = telling(device.spec).flatMap((address) => device.state.get(address) ?? []);
  const seen = states.filter(({ changeSeen }) => changeSeen).map(({ changedAt }) => changedAt);
  return seen.length === 0 ? null : Math.max(...seen);
}

function telling({ kind, properties }: Spec): string[] {
  const own = [...properties.values()].filter(
    ({ type, service }) => TELLING.has(type) && (isMainService(service, kind) || type !== "on"),
  );
  return own.map(({ address }) => address);
}
