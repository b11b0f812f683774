import { devicePhrase, devicesPhrase, message } from "../../../language/index.ts";
import type { NoticeWatch } from "./watch.ts";

/** Reports too many wrong PINs. */
export const pinsWatch: NoticeWatch = {
  name: "pins",
  applies: () => false,
  ofPeople: (event, home) => {
    if (event.type !== "wrong-pins") return null;
    const devices = event.devices.flatMap((id) => {
      const device = home.device(id);
      return device ? [devicePhrase(device)] : [];
    });
    return {
      level: "warning",
      subject: `pins/${event.person ?? event.origin.kind}`,
      text: message("notices.wrongPins", {
        tries: event.tries,
        devices: devices.length === 0 ? "" : devicesPhrase(devices, "and"),
      }),
      device: event.devices[0] ?? null,
    };
  },
};
