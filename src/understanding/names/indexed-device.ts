import type { Device } from "../../home/index.ts";
import type { Capabilities } from "./capabilities.ts";
import type { DeviceNames } from "./device-names.ts";
import type { HomeNode } from "./phrases.ts";

/** A device with its kinds, capabilities and names, derived when it is indexed. */
export interface IndexedDevice extends Omit<DeviceNames, "forms"> {
  readonly device: Device;
  readonly capabilities: Capabilities;
  /** Kinds in the order of how well they fit: that of the spec, that of the name's last word, those of its services. */
  readonly kinds: ReadonlySet<string>;
  /** Its nodes in the phrase trie, for removing it. */
  readonly nodes: readonly HomeNode[];
  /** Sequence number in the order of adding. */
  readonly order: number;
}
