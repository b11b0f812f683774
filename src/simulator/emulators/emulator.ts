import type { InboundMessage, Publication } from "../../bridge/dialect.ts";
import type { Action, Floor, Property, Room, SpecEvent, Value } from "../../home/index.ts";
import type { ActionResult, SimulatedDevice, SimulatedValue } from "../device.ts";

/** What an emulator knows of the home around a device: for announcing rooms and floors by name. */
export interface EmulatedHome {
  /** Keyed by room id. */
  readonly rooms: ReadonlyMap<string, Room>;
  /** Keyed by floor id. */
  readonly floors: ReadonlyMap<string, Floor>;
  /** The id of what all devices of one connection stand behind: `simulator-` and the slug of the home's name. */
  readonly gateway: string;
  /** Milliseconds since the epoch. */
  now(): number;
}

/** What came of one write or read: MIoT's result code, and the value read. */
export interface ItemResult {
  readonly code: number;
  readonly value?: Value;
}

/**
 * What a message from a controller asks of a simulated device. `reply` makes the answer on the wire; it is not called when
 * the device is silent. The simulator carries requests out, so that every emulator has the same faults.
 */
export type ControllerRequest =
  | {
      readonly kind: "set";
      readonly device: SimulatedDevice;
      /** null where the request names what the spec does not have: its result is `unknownProperty`. */
      readonly writes: readonly ({ readonly property: Property; readonly value: Value } | null)[];
      readonly reply: (results: readonly ItemResult[]) => readonly Publication[];
    }
  | {
      readonly kind: "get";
      readonly device: SimulatedDevice;
      readonly properties: readonly (Property | null)[];
      readonly reply: (results: readonly ItemResult[]) => readonly Publication[];
    }
  | {
      readonly kind: "invoke";
      readonly device: SimulatedDevice;
      readonly action: Action | null;
      readonly in: readonly Value[];
      readonly reply: (result: ActionResult) => readonly Publication[];
    }
  /** Something that is not about one device (a list was asked for): answered as it is. */
  | { readonly kind: "answer"; readonly publications: readonly Publication[] };

/** Devices of a simulator that somebody else has announced, who is there by what the broker keeps. */
export interface AnnouncedElsewhere {
  /** What they stand behind there. */
  readonly gateway: string;
  /** Ids in the home file. */
  readonly devices: readonly string[];
  /** Whether other ids let both be on one broker. */
  readonly apart: boolean;
}

/** How others are found on a broker before anything is announced. */
export interface OtherAnnouncements {
  /** Where what they announced is kept. */
  filters(devices: readonly SimulatedDevice[]): readonly string[];
  /** @param heard what is kept, keyed by topic */
  of(heard: ReadonlyMap<string, string>, devices: readonly SimulatedDevice[]): readonly AnnouncedElsewhere[];
}

/**
 * How simulated devices look on MQTT in one dialect: the other side of `bridge/dialect.ts`. It is given devices and says
 * what to publish; it does no I/O. One emulator has all devices of one connection.
 */
export interface DeviceEmulator {
  /** `miot`, `zigbee2mqtt`, `discovery`, `hub`. */
  readonly name: string;
  /** Topics that controllers write to. */
  readonly filters: readonly string[];
  /** How others with the same devices are found; left out where nobody else can be on the broker. */
  readonly claims?: OtherAnnouncements;
  /** The last will of the connection that carries these devices, null where the dialect has none. */
  will(): Publication | null;
  /** Once after each connection, before the devices: the state of the bridge or gateway itself. */
  connected(devices: readonly SimulatedDevice[]): readonly Publication[];
  /** Before an orderly end. */
  disconnecting(): readonly Publication[];
  /** Everything about a device: description, availability, state. Retained where the dialect retains it. */
  announce(device: SimulatedDevice): readonly Publication[];
  /** Takes back what `announce` retained, because the device is gone from the home. */
  withdraw(device: SimulatedDevice): readonly Publication[];
  availability(device: SimulatedDevice): readonly Publication[];
  report(device: SimulatedDevice, values: readonly SimulatedValue[]): readonly Publication[];
  event(device: SimulatedDevice, event: SpecEvent, values: readonly SimulatedValue[]): readonly Publication[];
  /** What a controller's message asks; [] for what is not understood. `find` is by id in the home file. */
  receive(
    message: InboundMessage,
    find: (id: string) => SimulatedDevice | undefined,
    devices: readonly SimulatedDevice[],
  ): readonly ControllerRequest[];
}

/**
 * Makes the emulator for the devices of one connection.
 * @param single id of the only device, when each has a connection of its own; null when all share one
 */
export type EmulatorFactory = (surroundings: EmulatedHome, single: string | null) => DeviceEmulator;
