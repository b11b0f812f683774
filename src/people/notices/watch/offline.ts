import { devicePhrase, durationPhrase, message } from "../../../language/index.ts";
import { aboutDevice, MINUTE_MS, type NoticeWatch } from "./watch.ts";

/** Reports a device that cannot be reached for long. A lost broker is reported by a probe. */
export const offlineWatch: NoticeWatch = {
  name: "offline",
  applies: () => true,
  conditions: (device, { minutes }) => {
    // A group is reachable when its members are.
    if (device.online === null || device.members.length > 0) return [];
    const afterMs = minutes.offline * MINUTE_MS;
    // Without the moment of its loss the time offline is not known.
    const seen = device.offlineSince !== null && device.lostSince === null;
    return [
      {
        subject: `offline/${device.id}`,
        holds: device.online ? false : seen ? true : null,
        since: device.offlineSince,
        afterMs,
        live: false,
        notice: () => ({
          level: "info",
          text: message("notices.offline", { device: devicePhrase(device), duration: durationPhrase(afterMs) }),
          ...aboutDevice(device),
        }),
      },
    ];
  },
};
