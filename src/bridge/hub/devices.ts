import {
  cleanText,
  type DeviceDescription,
  isTopicLevel,
  type Property,
  type Spec,
  type SpecSource,
} from "../../home/index.ts";
import type { DialectOutput } from "../dialect.ts";
import type { ProblemCode } from "../problem-codes.ts";
import type { HubNames } from "./names.ts";
import { DeviceListReply, HubDevice } from "./payloads.ts";
import { HUB_API, reportFilters } from "./topics.ts";

/** A device of the hub's list whose spec is known. */
export interface KnownHubDevice {
  readonly entry: HubDevice;
  readonly spec: Spec;
  /** Not in the newest list, milliseconds since the epoch when that was first seen; null: it is there. */
  missingSince: number | null;
}

export interface HubDevicesOptions {
  readonly specs: SpecSource;
  readonly names: HubNames;
  /** How long a device may be missing from the list before it counts as removed, milliseconds. */
  readonly removedAfterMs: number;
}

/** Devices that no one can command or ask: router clients. */
const IGNORED = /^miwifi\./;
/** A key of a multi-gang switch: its parent has all keys as services. */
const KEY_OF_PARENT = /^(.+)\.s\d+$/;

export function hubDeviceId(did: string): string {
  return `hub:${did}`;
}

/** The hub's device list as the dialect knows it, and what changes when a new one comes. */
export class HubDevices {
  readonly #options: HubDevicesOptions;
  /** Keyed by did. */
  readonly #known = new Map<string, KnownHubDevice>();
  /** Devices whose spec is not known (yet), keyed by did. */
  readonly #unspecified = new Map<string, HubDevice>();

  constructor(options: HubDevicesOptions) {
    this.#options = options;
  }

  get(did: string): KnownHubDevice | undefined {
    return this.#known.get(did);
  }

  /** Whether the hub listed this device, with or without a known spec. */
  listed(did: string): boolean {
    return this.#known.has(did) || this.#unspecified.has(did);
  }

  /** Whether a device is missing from the newest list and will soon count as removed. */
  anyMissing(): boolean {
    return [...this.#known.values()].some(({ missingSince }) => missingSince !== null);
  }

  /** The readable properties to ask for at first. */
  readable(did: string): readonly Property[] {
    const device = this.#known.get(did);
    if (!device?.entry.online) return [];
    return [...device.spec.properties.values()].filter(({ access }) => access.read);
  }

  /**
   * Takes a whole device list. `online` of the result are the devices that are reachable: their state is to be asked for.
   * An empty list means a hub that is starting: everything is offline, nothing is removed.
   */
  take(payload: unknown, at: number): { outputs: DialectOutput[]; online: string[] } {
    const list = DeviceListReply.safeParse(payload);
    if (!list.success) return { outputs: [problem("malformed-list", "the device list has no devList")], online: [] };
    const outputs: DialectOutput[] = [];
    const online: string[] = [];
    const dids = new Set(Object.keys(list.data.devList));
    for (const [did, raw] of Object.entries(list.data.devList)) {
      const parent = KEY_OF_PARENT.exec(did)?.[1];
      if (IGNORED.test(did) || (parent !== undefined && dids.has(parent))) continue;
      const entry = HubDevice.safeParse(raw);
      if (!entry.success || did.length > 64 || !isTopicLevel(did) || /\s/.test(did)) {
        outputs.push(problem("malformed-device", `"${cleanText(did)}": ${entry.error?.issues[0]?.message ?? "id"}`));
        continue;
      }
      outputs.push(...this.#describe(did, entry.data));
      if (entry.data.online && this.#known.has(did)) online.push(did);
    }
    for (const [did, device] of this.#known) {
      if (!dids.has(did)) outputs.push(...this.#missing(did, device, at, dids.size === 0));
    }
    for (const did of this.#unspecified.keys()) if (!dids.has(did)) this.#unspecified.delete(did);
    return { outputs, online };
  }

  /** Devices whose spec has been found since, described now. */
  retry(): { outputs: DialectOutput[]; online: string[] } {
    const outputs: DialectOutput[] = [];
    const online: string[] = [];
    for (const [did, entry] of this.#unspecified) {
      if (!this.#spec(entry)) continue;
      outputs.push(...this.#describe(did, entry));
      if (entry.online) online.push(did);
    }
    return { outputs, online };
  }

  #describe(did: string, entry: HubDevice): DialectOutput[] {
    const spec = this.#spec(entry);
    if (!spec) {
      const before = this.#unspecified.has(did);
      this.#unspecified.set(did, entry);
      const what = `${cleanText(entry.model)} (${cleanText(entry.urn, 120)})`;
      return before ? [] : [problem("unknown-spec", what)];
    }
    this.#unspecified.delete(did);
    const fresh = !this.#known.has(did);
    this.#known.set(did, { entry, spec, missingSince: null });
    const outputs: DialectOutput[] = [
      { kind: "device", device: this.#description(did, entry, spec) },
      { kind: "availability", id: hubDeviceId(did), online: entry.online },
    ];
    if (fresh && entry.pushAvailable) outputs.push({ kind: "subscribe", filters: reportFilters(did) });
    if (fresh && !entry.specV2Access) outputs.push(problem("no-spec-access", `${cleanText(entry.model)} ${did}`));
    return outputs;
  }

  #missing(did: string, device: KnownHubDevice, at: number, starting: boolean): DialectOutput[] {
    const offline: DialectOutput = { kind: "availability", id: hubDeviceId(did), online: false };
    if (starting) return [offline];
    device.missingSince ??= at;
    if (at - device.missingSince < this.#options.removedAfterMs) return [offline];
    this.#known.delete(did);
    return [
      { kind: "removed", id: hubDeviceId(did) },
      { kind: "unsubscribe", filters: reportFilters(did) },
    ];
  }

  #description(did: string, entry: HubDevice, spec: Spec): DeviceDescription {
    const named = this.#options.names.devices.get(did);
    return {
      id: hubDeviceId(did),
      name: named?.name ?? (cleanText(entry.name) || cleanText(entry.model) || did),
      aliases: [],
      room: named?.room ?? null,
      model: cleanText(entry.model),
      spec,
      dialect: "hub",
      reports: true,
    };
  }

  /** The spec of exactly this version if there is one, else that of the model. */
  #spec({ urn, model }: HubDevice): Spec | undefined {
    return this.#options.specs.byUrn(urn) ?? this.#options.specs.byModel(model);
  }
}

function problem(code: ProblemCode, detail: string): DialectOutput {
  return { kind: "problem", code, topic: HUB_API.devices, detail };
}
