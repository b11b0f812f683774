import { discovery } from "./discovery/descriptor.ts";
import { hub, hubCloud } from "./hub/descriptor.ts";
import { miot } from "./miot/descriptor.ts";
import { zigbee2mqtt } from "./zigbee2mqtt/descriptor.ts";

/** The dialects that Jia speaks, in the order of the doctor's report. Settings, doctor and bridge read them from here. */
export const DIALECTS = [miot, zigbee2mqtt, discovery, hub, hubCloud] as const;

export type DialectName = (typeof DIALECTS)[number]["name"];
