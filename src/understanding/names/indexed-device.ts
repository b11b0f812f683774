import type { Device } from "../../home/index.ts";
import type { Capabilities } from "./capabilities.ts";
import type { DeviceNames } from "./device-names.ts";
import type { HomeNode } from "./phrases.ts";

/** A device with what is looked up about it once: what it is, what it can do and what it is called. */
export interface IndexedDevice extends Omit<DeviceNames, "forms"> {
  readonly device: Device;
  readonly capabilities: Capabilities;
  /** Kinds in the order of how well they fit: that of the spec, that of the name's last word, those of its services. */
  readonly kinds: ReadonlySet<string>;
  /** Where it stands among the phrases, for taking it out again. */
  readonly nodes: readonly HomeNode[];
  /** Counts the devices as they came. */
  readonly order: number;
}
