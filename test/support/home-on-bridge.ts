import { Bridge, type BridgeOptions } from "../../src/bridge/index.ts";
import {
  type DeviceId,
  Home,
  type HomeOptions,
  NO_AUDIT,
  type Outcome,
  type PropertyAddress,
  systemClock,
  type Value,
} from "../../src/home/index.ts";
import { SPOKEN_WORDS } from "../../src/language/index.ts";

/** A home that holds nothing yet and keeps no audit, in real time. */
export function emptyHome(given: Partial<HomeOptions> & Pick<HomeOptions, "transport">): Home {
  return new Home({
    name: "Test home",
    language: "en",
    timezone: "UTC",
    location: null,
    floors: [],
    rooms: [],
    clock: systemClock,
    audit: NO_AUDIT,
    words: SPOKEN_WORDS,
    ...given,
  });
}

/** A bridge with an empty home behind it; neither is started. */
export function homeOnBridge(
  options: Omit<BridgeOptions, "clock">,
  given: Partial<HomeOptions> = {},
): { readonly home: Home; readonly bridge: Bridge } {
  const bridge = new Bridge({ ...options, clock: systemClock });
  return { bridge, home: emptyHome({ ...given, transport: bridge }) };
}

/** What became of a person's setting of one property. */
export async function setOne(
  home: Home,
  device: DeviceId,
  address: PropertyAddress,
  value: Value,
): Promise<Outcome | undefined> {
  const command = { kind: "set", device, properties: [{ address, value }] } as const;
  const { outcomes } = await home.execute([command], { kind: "person" });
  return outcomes[0];
}
