import type { HomeChange, ReportCause } from "./changes.ts";
import type { Clock } from "./clock.ts";
import type { Actor, Command, Origin } from "./commands.ts";
import {
  type Availability,
  type Device,
  type DeviceDescription,
  type DeviceGroup,
  type DeviceId,
  type DeviceOverride,
  type Floor,
  NO_OVERRIDE,
  type PropertyGap,
  type PropertyState,
  type Room,
} from "./device.ts";
import { namesOver, roomOver } from "./device-override.ts";
import { isEssential } from "./essential.ts";
import type { HomeEvent, HomeListener } from "./events.ts";
import {
  type Assessment,
  type ConfirmOptions,
  type ExecuteOptions,
  type Execution,
  Executor,
} from "./execution/execute.ts";
import type { AuditSink, Transport } from "./execution/transport.ts";
import { HandleRegistry } from "./handles.ts";
import { Layout, type PlaceKind } from "./layout.ts";
import type { PlaceOverride } from "./place-override.ts";
import { DEFAULT_POLICY } from "./policy/defaults.ts";
import { NO_PINS, type PinCheck } from "./policy/pin-check.ts";
import type { PolicyPeople, PolicyRule } from "./policy/policy.ts";
import type { Property, PropertyAddress, Value } from "./spec/index.ts";
import { cleanValue, parseReport, SPEC_WORDS, sameValue, tryCoerce, type ValueWords } from "./values.ts";

export interface HomeOptions {
  readonly name: string;
  /** BCP 47 tag of the language of its people: "en". */
  readonly language: string;
  /** IANA name: "Asia/Shanghai". */
  readonly timezone: string;
  readonly location: { readonly latitude: number; readonly longitude: number } | null;
  readonly floors: readonly Floor[];
  readonly rooms: readonly Room[];
  /** Names from the home file, keyed by device id; they win over the device's own. */
  readonly names?: ReadonlyMap<
    DeviceId,
    {
      readonly name?: string;
      readonly aliases?: readonly string[];
      readonly room?: string | null;
      readonly essential?: boolean;
    }
  >;
  readonly clock: Clock;
  readonly transport: Transport;
  readonly audit: AuditSink;
  /** DEFAULT_POLICY when left out. */
  readonly policy?: readonly PolicyRule[];
  /** The home's people for the policy; none when left out. */
  readonly people?: PolicyPeople;
  /** Checks PINs; nobody has one when left out. */
  readonly pins?: PinCheck;
  /** Id of the home's current mode, for the policy; null, and when it is left out: none. */
  readonly mode?: () => string | null;
  /** The words that commands may use for values; those of the specs alone when left out. */
  readonly words?: ValueWords;
  /** Called when a listener throws; without it the error is thrown from a microtask. */
  readonly listenerFailed?: (error: unknown) => void;
  /** Called when the transport throws; the outcomes say so too. Without it as `listenerFailed`. */
  readonly deliveryFailed?: (error: unknown) => void;
  /** Called when the audit cannot be written; the outcomes are returned all the same. Without it as `listenerFailed`. */
  readonly auditFailed?: (error: unknown) => void;
}

const NO_PEOPLE: PolicyPeople = { standing: () => null, nameOf: () => null };

/** The home's own record of a device; what others see is the same object, read only. */
type MutableDevice = { -readonly [Key in keyof Device]: Device[Key] } & {
  state: Map<PropertyAddress, PropertyState>;
  gaps: Map<PropertyAddress, PropertyGap>;
  unanswered: Map<PropertyAddress, number>;
};

/**
 * The live home: devices, rooms, state. It changes only through `apply` (reports of dialects), and `mark`, `override`,
 * `overridePlace`, `setGroup` and `rename` (of people), and is commanded only through `execute`, whoever asks. Listeners are called synchronously, in order; one that throws does not
 * stop the others.
 */
export class Home {
  readonly timezone: string;
  readonly location: HomeOptions["location"];
  readonly layout: Layout;
  #name: string;
  #language: string;
  readonly #options: HomeOptions;
  readonly #executor: Executor;
  /** Keyed by device id. */
  readonly #devices = new Map<DeviceId, MutableDevice>();
  readonly #handles = new HandleRegistry();
  /** Milliseconds within which properties are reported again, keyed by device id, then by address. */
  readonly #freshFor = new Map<DeviceId, ReadonlyMap<PropertyAddress, number>>();
  /** When a device came back after being offline, keyed by device id, in milliseconds since the epoch: its values may have changed before. */
  readonly #backSince = new Map<DeviceId, number>();
  /** People's marks of what must keep running, keyed by device id; also for devices that the home does not have yet. */
  readonly #marks = new Map<DeviceId, boolean>();
  /** What people set for devices, keyed by device id; also for devices that the home does not have yet. */
  readonly #overrides = new Map<DeviceId, DeviceOverride>();
  /** What dialects said last of the devices of the home, keyed by device id. */
  readonly #given = new Map<DeviceId, DeviceDescription>();
  readonly #listeners = new Set<HomeListener>();
  #revision = 0;
  /** How many changes there were of anything that is known of devices and rooms. */
  #changes = 0;
  /** The value of `#changes` after the last change of rooms and floors. */
  #layoutChanged = 0;
  /** The value of `#changes` after the last change of a device, keyed by device id. */
  readonly #changed = new Map<DeviceId, number>();

  constructor(options: HomeOptions) {
    this.#options = options;
    this.#name = options.name;
    this.#language = options.language;
    this.timezone = options.timezone;
    this.location = options.location;
    this.layout = new Layout(options.floors, options.rooms);
    const pins = options.pins ?? NO_PINS;
    this.#executor = new Executor({
      clock: options.clock,
      transport: options.transport,
      audit: options.audit,
      auditFailed: (error) => this.#failed(error, options.auditFailed),
      unanswered: (id, addresses, at) => {
        for (const address of addresses) this.#devices.get(id)?.unanswered.set(address, at);
        this.#touch(id);
      },
      deliveryFailed: (error) => this.#failed(error, options.deliveryFailed),
      policy: options.policy ?? DEFAULT_POLICY,
      policyContext: {
        people: options.people ?? NO_PEOPLE,
        hasPin: (origin) => pins.hasPin(origin),
        minute: () => this.#minute(),
        mode: options.mode ?? (() => null),
      },
      pins,
      words: options.words ?? SPEC_WORDS,
      find: (id) => this.device(id),
      done: (origin, outcomes) => this.#emit({ type: "executed", origin, outcomes, at: options.clock.now() }),
    });
  }

  get name(): string {
    return this.#name;
  }

  /** BCP 47 tag of the language of its people, with the unit of temperatures. */
  get language(): string {
    return this.#language;
  }

  /** Sets how the home is called and which language it speaks. */
  rename(name: string, language: string): void {
    if (name === this.#name && language === this.#language) return;
    this.#name = name;
    this.#language = language;
    this.#changeLayout();
  }

  /** The value that words or numbers mean for a property; null when it has no such value. */
  valueMeant(property: Property, given: Value): Value | null {
    return tryCoerce(property, given, this.#options.words);
  }

  get devices(): readonly Device[] {
    return [...this.#devices.values()];
  }

  get size(): number {
    return this.#devices.size;
  }

  /** Grows with every change of names, rooms, specs or devices (not of state): the key of anything derived from the catalogue. */
  get revision(): number {
    return this.#revision;
  }

  /**
   * Grows with every change of anything that is known of devices and rooms, also without an event: the key of anything
   * derived from it. What is overdue changes with the clock alone.
   */
  get changes(): number {
    return this.#changes;
  }

  /** The value of `changes` after the last change of a device, its room and its floor. */
  changesOf(id: DeviceId): number {
    return Math.max(this.#changed.get(id) ?? 0, this.#layoutChanged);
  }

  /** The device with this id or handle. */
  device(idOrHandle: string): Device | undefined {
    return this.#devices.get(idOrHandle) ?? this.#devices.get(this.#handles.owner(idOrHandle) ?? "");
  }

  /** Calls `listener` for every event until the returned function is called. */
  subscribe(listener: HomeListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * The only way to command devices: validates against the spec, asks the policy, sends, waits for the devices' reports, writes
   * the audit and returns one outcome per property or action, in the order of the commands. Writes to one device keep their order.
   */
  execute(commands: readonly Command[], origin: Origin, options: ExecuteOptions = {}): Promise<Execution> {
    return this.#executor.execute(commands, origin, options);
  }

  /** Checks commands against their devices and the policy. Nothing is sent or written to the audit. */
  assess(commands: readonly Command[], origin: Origin): readonly Assessment[] {
    return this.#executor.assess(commands, origin);
  }

  /**
   * Runs the commands of a confirmation: exactly these, once, within a minute. A required PIN comes with the call, or was
   * proven before; after a wrong one the commands go on waiting.
   * @throws JiaError `unknown-confirmation`, `pin-needed`, `wrong-pin`, `pin-locked`
   */
  confirm(id: string, origin: Origin, options: ConfirmOptions = {}): Promise<Execution> {
    return this.#executor.confirm(id, origin, options);
  }

  /**
   * Checks a PIN for something else than waiting commands, such as a plan that is saved, and returns the origin with it.
   * @param devices the devices that it is for; named in the notice of too many wrong PINs
   * @throws JiaError `wrong-pin`, `pin-locked`
   */
  provePin(pin: string, origin: Origin, devices: readonly DeviceId[]): Promise<Origin> {
    return this.#executor.prove(pin, origin, devices);
  }

  /** Whether the actor may read and change what belongs to the whole home: adults, and trusted ways in without a person. */
  trusts({ person, stranger }: Actor): boolean {
    if (stranger) return false;
    return person === undefined || this.#options.people?.standing(person)?.role === "adult";
  }

  /** A person's name; null when the home has no such person. */
  personName(id: string): string | null {
    return this.#options.people?.nameOf(id) ?? null;
  }

  /** Whether anybody has a PIN that counts for this origin. */
  hasPin(origin: Origin): boolean {
    return (this.#options.pins ?? NO_PINS).hasPin(origin);
  }

  /** Withdraws a confirmation: its id can no longer be used. */
  withdraw(id: string): void {
    this.#executor.withdraw(id);
  }

  /** Sets a person's mark whether a device must keep running; the home need not have it yet. null: kind and name decide. */
  mark(id: DeviceId, essential: boolean | null): void {
    if (essential === null) this.#marks.delete(id);
    else this.#marks.set(id, essential);
    const device = this.#devices.get(id);
    if (!device) return;
    const now = this.#essential(device);
    if (now.essential === device.essential && now.essentialMark === device.essentialMark) return;
    const before: Device = { ...device };
    Object.assign(device, now);
    this.#revision += 1;
    this.#touch(id);
    this.#emit({ type: "device-updated", device, before, at: this.#options.clock.now() });
  }

  /** Sets what a person wants over what others say of a device; the home need not have it yet. null: what others say. */
  override(id: DeviceId, set: DeviceOverride | null): void {
    if (set === null) this.#overrides.delete(id);
    else this.#overrides.set(id, set);
    const given = this.#given.get(id);
    if (given) this.#describe(given);
  }

  /** A device's name and room without what a person set; null when the home does not have it. */
  unset(id: DeviceId): { readonly name: string; readonly room: string | null } | null {
    const given = this.#given.get(id);
    if (!given) return null;
    const own = this.#options.names?.get(id);
    const room = own?.room === undefined ? given.room : own.room;
    const { name } = namesOver(given, own, NO_OVERRIDE);
    return { name, room: room === null ? null : (this.layout.findRoom(room)?.name ?? room) };
  }

  /** Applies the changes that a dialect reports. Changes of unknown devices are ignored. */
  apply(changes: readonly HomeChange[]): void {
    for (const change of changes) this.#apply(change);
  }

  #apply(change: HomeChange): void {
    switch (change.kind) {
      case "room":
        this.#describeRoom(change.room, change.floor);
        return;
      case "device":
        this.#describe(change.device);
        return;
      case "removed":
        this.#remove(change.id);
        return;
      case "availability":
        this.#setAvailability(change.id, change.online);
        return;
      case "contact":
        this.#setContact(change.id, change.lost);
        return;
      case "values":
        this.#report(change);
        return;
      case "event": {
        const device = this.#devices.get(change.id);
        if (!device?.spec.events.has(change.event)) return;
        const at = this.#options.clock.now();
        device.lastSeen = at;
        this.#touch(device.id);
        const told = change.arguments.map(({ address, value }) => ({ address, value: cleanValue(value) }));
        this.#emit({ type: "event-occurred", device, event: change.event, arguments: told, at });
        return;
      }
      default:
        change satisfies never;
    }
  }

  #describeRoom(given: Room, floor: Floor | null): void {
    const before = this.layout.room(given.id);
    if (this.layout.describeRoom(given, floor)) this.#placeAgain(given.id, before);
  }

  /** Sets what a person wants over what others say of a room or floor; the home need not have it yet. null: what others say. */
  overridePlace(kind: PlaceKind, id: string, set: PlaceOverride | null): void {
    const before = kind === "room" ? this.layout.room(id) : undefined;
    if (!this.layout.override(kind, id, set)) return;
    if (kind === "room") this.#placeAgain(id, before);
    else this.#changeLayout();
  }

  /** Sets or, with null, removes a group of devices that a person made. */
  setGroup(id: string, group: DeviceGroup | null): void {
    this.layout.setGroup(id, group);
    this.#changeLayout();
  }

  /** Removes a room that only devices named, once none stands in it. @returns whether it is gone */
  forgetRoom(id: string): boolean {
    if (this.devices.some(({ room }) => room?.id === id) || !this.layout.forget(id)) return false;
    this.#changeLayout();
    return true;
  }

  /** Tells of a changed room. Devices hold the room object, so each device of a room gets the new one. */
  #placeAgain(id: string, before: Room | undefined): void {
    const at = this.#options.clock.now();
    this.#changeLayout();
    const room = this.layout.room(id);
    for (const [device, { room: wanted }] of this.#overrides) {
      const given = this.#given.get(device);
      if (given && wanted?.id === id) this.#describe(given);
    }
    if (!before || before === room) return;
    for (const device of this.#devices.values()) {
      if (device.room !== before) continue;
      const given = this.#given.get(device.id);
      if (room === undefined) {
        if (given) this.#describe(given);
        continue;
      }
      const old: Device = { ...device };
      device.room = room;
      device.handle = this.#handles.claim(device.id, device.name, room);
      this.#touch(device.id);
      this.#emit({ type: "device-updated", device, before: old, at });
    }
  }

  #describe(given: DeviceDescription): void {
    const at = this.#options.clock.now();
    if (given.freshFor && given.freshFor.size > 0) this.#freshFor.set(given.id, given.freshFor);
    else this.#freshFor.delete(given.id);
    this.#given.set(given.id, given);
    const own = this.#options.names?.get(given.id);
    const override = this.#overrides.get(given.id) ?? NO_OVERRIDE;
    const { name, aliases } = namesOver(given, own, override);
    const ensured = roomOver(given, own, override, this.layout);
    const room = ensured?.room ?? null;
    const known = this.#devices.get(given.id);
    if (known && known.override === override && !differs(known, given, name, aliases, room)) return;
    if (ensured?.added) {
      this.#changes += 1;
      this.#layoutChanged = this.#changes;
      this.#emit({ type: "layout-changed", at });
    }

    this.#revision += 1;
    this.#touch(given.id);
    const handle = this.#handles.claim(given.id, name, room);
    const { model, spec, dialect, reports, members = [] } = given;
    const described = {
      ...{ handle, name, aliases, room, model, spec, dialect, reports, members, override },
      ...this.#essential({ id: given.id, name, aliases, spec }),
    };
    if (!known) {
      const device: MutableDevice = {
        id: given.id,
        ...described,
        online: null,
        offlineSince: null,
        lostSince: null,
        lastSeen: null,
        state: new Map(),
        gaps: new Map(),
        unanswered: new Map(),
      };
      this.#devices.set(given.id, device);
      this.#emit({ type: "device-added", device, at });
      return;
    }
    const before: Device = { ...known };
    Object.assign(known, described);
    if (known.spec !== before.spec) {
      for (const addresses of [known.state, known.gaps, known.unanswered]) {
        for (const address of addresses.keys()) if (!spec.properties.has(address)) addresses.delete(address);
      }
    }
    this.#emit({ type: "device-updated", device: known, before, at });
  }

  /** Whether a device must keep running: by its mark, else by kind and name. */
  #essential(device: Pick<Device, "id" | "name" | "aliases" | "spec">): Pick<Device, "essential" | "essentialMark"> {
    const { names, words = SPEC_WORDS } = this.#options;
    const mark = this.#marks.get(device.id) ?? names?.get(device.id)?.essential ?? null;
    return { essential: mark ?? isEssential(device, (name) => words.essential(name)), essentialMark: mark };
  }

  #remove(id: DeviceId): void {
    const device = this.#devices.get(id);
    if (!device) return;
    this.#devices.delete(id);
    this.#given.delete(id);
    this.#backSince.delete(id);
    this.#freshFor.delete(id);
    this.#handles.release(id);
    this.#revision += 1;
    this.#changes += 1;
    this.#changed.delete(id);
    this.#emit({ type: "device-removed", device, at: this.#options.clock.now() });
  }

  #setAvailability(id: DeviceId, online: Availability): void {
    const device = this.#devices.get(id);
    if (!device || device.online === online) return;
    const before = device.online;
    const at = this.#options.clock.now();
    device.online = online;
    this.#touch(id);
    // A device that is offline from the start may have been so for any time.
    device.offlineSince = online === false && before !== null ? at : null;
    if (before === false) this.#backSince.set(id, at);
    if (online) device.lastSeen = at;
    this.#emit({ type: "availability-changed", device, online, before, at });
  }

  #setContact(id: DeviceId, lost: boolean): void {
    const device = this.#devices.get(id);
    if (!device || (device.lostSince !== null) === lost) return;
    const at = this.#options.clock.now();
    device.lostSince = lost ? at : null;
    this.#touch(id);
    // Its values may have changed at any time meanwhile.
    if (!lost) this.#backSince.set(id, at);
  }

  #report(change: Extract<HomeChange, { kind: "values" }>): void {
    const device = this.#devices.get(change.id);
    if (!device) return;
    this.#touch(device.id);
    const now = this.#options.clock.now();
    // Only what a broker kept is older than its arrival; a device's own clock may be wrong by any amount.
    const at = change.cause === "retained" ? Math.min(change.at ?? now, now) : now;
    if (change.cause !== "retained") device.lastSeen = now;
    for (const { address, value: given } of change.values) {
      const property = device.spec.properties.get(address);
      if (!property) continue;
      const known = device.state.get(address);
      const reading = parseReport(property, given);
      if (reading.kind === "nothing") continue;
      if (reading.kind !== "value") {
        this.#clear(device, address, reading.kind === "wrong" ? "out-of-range" : "cleared", change.cause, at);
        continue;
      }
      const { value } = reading;
      const same = sameValue(property, known?.value, value);
      const freshFor = this.#freshFor.get(device.id)?.get(address);
      const dueAt = freshFor === undefined ? null : at + freshFor;
      const moment =
        same && known
          ? { changedAt: known.changedAt, changeSeen: known.changeSeen }
          : { changedAt: at, changeSeen: change.cause !== "retained" && this.#watched(device, known) };
      device.state.set(address, { value, reportedAt: at, ...moment, dueAt });
      device.gaps.delete(address);
      if (change.cause !== "retained") device.unanswered.delete(address);
      // After each value, because listeners look at the device in between.
      this.#touch(device.id);
      if (same) continue;
      const before = known?.value;
      this.#emit({ type: "property-changed", device, address, value, before, cause: change.cause, at });
    }
  }

  /** Whether every change since this report was observed: the device was reachable all the time. */
  #watched(device: Device, known: PropertyState | undefined): boolean {
    return known !== undefined && device.online !== false && known.reportedAt >= (this.#backSince.get(device.id) ?? 0);
  }

  /** Drops a property's value: it is not known any more. */
  #clear(
    device: MutableDevice,
    address: PropertyAddress,
    reason: PropertyGap["reason"],
    cause: ReportCause,
    at: number,
  ): void {
    const before = device.state.get(address)?.value;
    device.state.delete(address);
    const since = device.gaps.get(address)?.since ?? at;
    device.gaps.set(address, { reason, since });
    this.#touch(device.id);
    if (before === undefined) return;
    this.#emit({ type: "property-cleared", device, address, reason, before, cause, at });
  }

  /** Tells of a change of what belongs to no single device. */
  #changeLayout(): void {
    this.#revision += 1;
    this.#changes += 1;
    this.#layoutChanged = this.#changes;
    this.#emit({ type: "layout-changed", at: this.#options.clock.now() });
  }

  /** Notes a change of a device. Called before its listeners are. */
  #touch(id: DeviceId): void {
    this.#changes += 1;
    this.#changed.set(id, this.#changes);
  }

  /** Minutes since midnight. */
  #minute(): number {
    const now = Temporal.Instant.fromEpochMilliseconds(this.#options.clock.now()).toZonedDateTimeISO(this.timezone);
    return now.hour * 60 + now.minute;
  }

  #emit(event: HomeEvent): void {
    for (const listener of this.#listeners) {
      try {
        listener(event);
      } catch (error) {
        this.#failed(error, this.#options.listenerFailed);
      }
    }
  }

  /** The home has no logger, and must not fail for what others do. */
  #failed(error: unknown, told: ((error: unknown) => void) | undefined): void {
    if (told) {
      told(error);
      return;
    }
    queueMicrotask(() => {
      throw error;
    });
  }
}

function differs(
  known: Device,
  given: DeviceDescription,
  name: string,
  aliases: readonly string[],
  room: Room | null,
): boolean {
  return (
    known.name !== name ||
    known.room !== room ||
    known.model !== given.model ||
    known.spec !== given.spec ||
    known.reports !== given.reports ||
    known.dialect !== given.dialect ||
    !sameTexts(known.aliases, aliases) ||
    !sameTexts(known.members, given.members ?? [])
  );
}

function sameTexts(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((text, index) => text === others[index]);
}
