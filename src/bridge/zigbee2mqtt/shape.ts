import type { ActionAddress, EventAddress, PropertyAddress, Spec, Value } from "../../home/index.ts";
import type { Codec } from "../spec/codec.ts";

/** Where a value stands in a state message: `["brightness"]`, `["level_config", "on_level"]`. */
export type WirePath = readonly [string, ...string[]];

/** How one property of the spec is read from and written to messages. */
export interface PropertyBinding {
  readonly address: PropertyAddress;
  readonly path: WirePath;
  readonly codec: Codec;
  readonly read: boolean;
  readonly write: boolean;
  /**
   * For a property that is one side of another (a thermostat's `on` of its mode): which reported value to go back to.
   * The last value that passes is kept and given to `restore`.
   */
  readonly memory?: {
    readonly keeps: (raw: unknown) => boolean;
    readonly restore: (value: Value, kept: unknown) => unknown;
  };
}

/** The payload of an action, from its arguments. */
export interface ActionBinding {
  readonly address: ActionAddress;
  /** Added to the device's topic before `/set`: the endpoint of a scene. */
  readonly endpoint?: string | undefined;
  readonly payload: (args: readonly Value[]) => Record<string, unknown>;
}

/** The events of one key of the state (`action`): by the exact value, then by values with `*` in them. */
export interface EventBinding {
  readonly exact: ReadonlyMap<string, EventAddress>;
  readonly patterns: readonly { readonly start: string; readonly end: string; readonly address: EventAddress }[];
}

/** An expose, or a part of one, that has no place in the spec. */
export interface Unsupported {
  readonly path: string;
  readonly type: string;
  readonly reason: "unknown-type" | "no-property" | "secret" | "too-many" | "no-values";
}

/** The spec and bindings made from a list of exposes. Devices of one model share it. */
export interface DeviceShape {
  readonly spec: Spec;
  /** Keyed by the first key of the path in the state. */
  readonly readers: ReadonlyMap<string, readonly PropertyBinding[]>;
  readonly writers: ReadonlyMap<PropertyAddress, PropertyBinding>;
  readonly actions: ReadonlyMap<ActionAddress, ActionBinding>;
  /** Keyed by the key in the state: `action`. */
  readonly events: ReadonlyMap<string, EventBinding>;
  readonly unsupported: readonly Unsupported[];
}
