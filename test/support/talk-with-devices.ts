import { parseHomeFile } from "../../src/home/index.ts";
import { SPOKEN_WORDS } from "../../src/language/index.ts";
import { SpecLibrary } from "../../src/library/index.ts";
import { createDirectHome } from "../../src/simulator/direct-home.ts";
import { ManualClock } from "./clock.ts";
import { type Talk, talk } from "./speak.ts";

const library = new SpecLibrary("devices");

/** A device as its handle, name, room, model and aliases. */
export type DeviceNames = readonly [id: string, name: string, room: string, model: string, aliases?: readonly string[]];

/** A talk in a home whose devices have the names that shops and people gave them. */
export function talkWithDevices(
  language: "en" | "zh",
  rooms: Readonly<Record<string, string>>,
  named: readonly DeviceNames[],
): Talk {
  const clock = new ManualClock();
  const file = parseHomeFile(
    {
      name: "Home",
      language,
      rooms: Object.entries(rooms).map(([id, name]) => ({ id, name })),
      devices: named.map(([id, name, room, model, aliases = []]) => ({ id, name, room, model, aliases })),
    },
    "named",
    library,
  );
  const { home } = createDirectHome(file, { policy: "off", clock, words: SPOKEN_WORDS });
  return { ...talk(home, clock, null, undefined), clock };
}
