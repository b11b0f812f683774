import type { InboundMessage, Publication } from "../../bridge/dialect.ts";
import type { Action, Floor, Property, Room, SpecEvent, Value } from "../../home/index.ts";
import type { ActionResult, SimulatedDevice, SimulatedValue } from "../device.ts";

/** The home around the emulated devices: rooms and floors for announcements, the gateway's id, the time. */
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

/** The result of one write or read: a result code of MIoT, and the value read. */
export interface ItemResult {
  readonly code: number;
  readonly value?: Value;
}

/**
 * A controller's request to a simulated device. `reply` makes the answer; it is not called when the device is silent.
 * The simulator carries requests out, so that every emulator has the same faults.
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
  /** A request that is not about one device, such as for a list: answered as it is. */
  | { readonly kind: "answer"; readonly publications: readonly Publication[] }
  /** Lets new devices join for so many seconds; 0 ends it. */
  | { readonly kind: "pairing"; readonly seconds: number; readonly publications: readonly Publication[] };

/** Devices of this simulator that another announcer has on the broker, by its retained messages. */
export interface AnnouncedElsewhere {
  /** The gateway or bridge that announced them. */
  readonly gateway: string;
  /** Ids in the home file. */
  readonly devices: readonly string[];
  /** Whether other ids let both be on one broker. */
  readonly apart: boolean;
}

/** Finds other announcers of the same devices on a broker before anything is published. */
export interface OtherAnnouncements {
  /** Filters of their retained announcements. */
  filters(devices: readonly SimulatedDevice[]): readonly string[];
  /** @param heard what is kept, keyed by topic */
  of(heard: ReadonlyMap<string, string>, devices: readonly SimulatedDevice[]): readonly AnnouncedElsewhere[];
}

/** What is published for a network that new devices join. */
export interface EmulatedPairing {
  changed(open: boolean): readonly Publication[];
  joining(device: SimulatedDevice, stage: "joined" | "asked" | "known"): readonly Publication[];
}

/**
 * Shows simulated devices on MQTT in one dialect: the counterpart of `Dialect` (`bridge/dialect.ts`). It translates
 * devices into publications and messages into requests; it does no I/O. One emulator has all devices of one connection.
 */
export interface DeviceEmulator {
  /** `miot`, `zigbee2mqtt`, `discovery`, `hub`. */
  readonly name: string;
  /** Topics that controllers write to. */
  readonly filters: readonly string[];
  /** Finds other announcers of the same devices; left out if nobody else can be on the broker. */
  readonly claims?: OtherAnnouncements;
  /** What is published when its network opens or closes and while a device joins; left out where none can. */
  readonly pairing?: EmulatedPairing | undefined;
  /**
   * The last will of the connection that carries these devices, null where the dialect has none. Where each device has a
   * will, that of the factory's `single` device; null when all share a connection.
   */
  will(): Publication | null;
  /** Once after each connection, before the devices: the state of the bridge or gateway itself. */
  connected(devices: readonly SimulatedDevice[]): readonly Publication[];
  /** What to publish before an orderly end. */
  disconnecting(): readonly Publication[];
  /**
   * Everything about a device: description, availability, state. Retained where the dialect retains it. [] for a kind of
   * device that the dialect does not have; the other methods say nothing of it either.
   */
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
