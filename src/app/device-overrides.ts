import type { DeviceEdit, DeviceOverrides } from "../api/index.ts";
import {
  type AuditSink,
  type Clock,
  type Device,
  type DeviceId,
  type DeviceOverride,
  type Home,
  JiaError,
  NO_OVERRIDE,
  type Origin,
} from "../home/index.ts";
import { message } from "../language/index.ts";
import type { DeviceOverrideRepository } from "../store/index.ts";
import { noteChange } from "./noted-change.ts";

/** Stores what people set for devices, and gives it to the home. */
export class DeviceOverrideStore implements DeviceOverrides {
  readonly #home: Home;
  readonly #rows: DeviceOverrideRepository;
  readonly #clock: Clock;
  readonly #standsBy: () => boolean;
  readonly #audit: AuditSink;
  /** Keyed by device id. */
  #kept: ReadonlyMap<DeviceId, DeviceOverride> = new Map();
  /** The last save: each checks names against what the one before set. */
  #saved: Promise<void> = Promise.resolve();

  /** @param standsBy whether another instance holds what people set */
  constructor(home: Home, rows: DeviceOverrideRepository, clock: Clock, standsBy: () => boolean, audit: AuditSink) {
    this.#home = home;
    this.#rows = rows;
    this.#clock = clock;
    this.#standsBy = standsBy;
    this.#audit = audit;
  }

  /** Reads what is stored, also what another instance changed. */
  async reload(): Promise<void> {
    const before = this.#kept;
    this.#kept = await this.#rows.all();
    for (const device of before.keys()) if (!this.#kept.has(device)) this.#home.override(device, null);
    for (const [device, set] of this.#kept) {
      if (JSON.stringify(before.get(device)) !== JSON.stringify(set)) this.#home.override(device, set);
    }
  }

  /**
   * Stores what a person set, and writes it to the audit.
   * @throws JiaError when it cannot be saved, `stands-by`, `unknown-room`, `conflict` for a name of another device there
   */
  change(device: Device, change: DeviceEdit, origin: Origin): Promise<void> {
    if (this.#standsBy()) return Promise.reject(new JiaError("stands-by"));
    const done = this.#saved.then(async () => {
      const set = this.#changed(device, change);
      const empty = Object.keys(set).length === 0;
      this.#refuseTaken(device, set);
      await this.#rows.set(device.id, empty ? null : set, this.#clock.now());
      const kept = new Map(this.#kept);
      if (empty) kept.delete(device.id);
      else kept.set(device.id, set);
      this.#kept = kept;
      this.#home.override(device.id, empty ? null : set);
      await noteChange({ audit: this.#audit, clock: this.#clock }, device.id, { ...change }, origin);
    });
    this.#saved = done.catch(() => undefined);
    return done;
  }

  #changed(device: Device, { room, ...change }: DeviceEdit): DeviceOverride {
    const set: Record<string, unknown> = { ...(this.#kept.get(device.id) ?? NO_OVERRIDE) };
    for (const [field, value] of Object.entries(change)) {
      if (value === undefined) continue;
      if (value === null) delete set[field];
      else set[field] = value;
    }
    if (room === null) delete set["room"];
    else if (room === "") set["room"] = null;
    else if (room !== undefined) {
      const { id, name } = this.#home.layout.roomNamed(room);
      set["room"] = { id, name };
    }
    return set;
  }

  /** Two devices of a room with one name could not be told apart. */
  #refuseTaken(device: Device, set: DeviceOverride): void {
    const said = this.#home.unset(device.id);
    const room = set.room === undefined ? this.#home.layout.findRoom(said?.room ?? "") : set.room;
    const wanted = [set.name ?? said?.name ?? device.name, ...(set.otherNames ?? [])].map(plain);
    const before = [device.name, ...device.aliases].map(plain);
    const moved = room?.id !== device.room?.id;
    for (const other of this.#home.devices) {
      if (other.id === device.id || other.room?.id !== room?.id) continue;
      const name = [other.name, ...other.aliases].find((each) => wanted.includes(plain(each)));
      // What was so before is not this change's fault.
      if (name === undefined || (!moved && before.includes(plain(name)))) continue;
      const detail = message("devices.nameTaken", { name, room: room?.name ?? null, other: other.handle });
      throw new JiaError("conflict", { detail });
    }
  }
}

function plain(name: string): string {
  return name.trim().toLowerCase();
}
