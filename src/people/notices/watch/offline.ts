import { devicePhrase, durationPhrase, message } from "../../../language/index.ts";
import { aboutDevice, MINUTE_MS, type Watch } from "./watch.ts";

/** A device that was there and cannot be reached for long. Of a lost broker it is told by itself. */
export const offline: Watch = {
  name: "offline",
  applies: () => true,
  conditions: (device, { minutes }) => {
    // A group is there when its members are.
    if (device.online === null || device.members.length > 0) return [];
    const afterMs = minutes.offline * MINUTE_MS;
    // Who did not see it go does not know for how long it is away.
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
