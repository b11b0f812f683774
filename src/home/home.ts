import type { HomeChange, ReportCause } from "./changes.ts";
import type { Clock } from "./clock.ts";
import type { Asker, Command, Origin } from "./commands.ts";
import type {
  Availability,
  Device,
  DeviceDescription,
  DeviceId,
  Floor,
  PropertyGap,
  PropertyState,
  Room,
} from "./device.ts";
import { isEssential } from "./essential.ts";
import type { HomeEvent, HomeListener } from "./events.ts";
import { type Assessment, type ConfirmOptions, type ExecuteOptions, type Execution, Executor } from "./execute.ts";
import { HandleBook } from "./handles.ts";
import { Layout } from "./layout.ts";
import { NO_PINS, type PinCheck } from "./pin-check.ts";
import type { PolicyPeople, PolicyRule } from "./policy.ts";
import { DEFAULT_POLICY } from "./policy-defaults.ts";
import type { Property, PropertyAddress, Value } from "./spec/index.ts";
import type { AuditSink, Transport } from "./transport.ts";
import { cleanValue, readingOf, SPEC_WORDS, sameValue, tryCoerce, type ValueWords } from "./values.ts";

export interface HomeOptions {
  readonly name: string;
  /** BCP 47 tag of what its people speak: "en". */
  readonly language: string;
  /** IANA name: "Asia/Shanghai". */
  readonly timezone: string;
  readonly location: { readonly latitude: number; readonly longitude: number } | null;
  readonly floors: readonly Floor[];
  readonly rooms: readonly Room[];
  /** Names that the home file gives to devices, keyed by device id; they win over the device's own. */
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
  /** The people of the home as the policy sees them; none when left out. */
  readonly people?: PolicyPeople;
  /** Checks PINs; nobody has one when left out. */
  readonly pins?: PinCheck;
  /** Id of the mode that the home is in, for the policy; null: it has none, as when this is left out. */
  readonly mode?: () => string | null;
  /** The words by which values may be given in commands; those of the specs alone when left out. */
  readonly words?: ValueWords;
  /** Told when a listener throws; without it the error is thrown on its own, outside the home. */
  readonly listenerFailed?: (error: unknown) => void;
  /** Told when the transport throws: the command's outcomes say so too. Like `listenerFailed` without it. */
  readonly deliveryFailed?: (error: unknown) => void;
  /** Told when the audit could not be written: what the devices did is returned all the same. Like `listenerFailed` without it. */
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
 * The live home: devices, rooms, state. It changes only by `apply` (what dialects report) and `mark` (what people say of a device), and is commanded only by
 * `execute`, whoever asks. Listeners are called synchronously, in order; one that throws does not stop the others.
 */
export class Home {
  readonly name: string;
  readonly language: string;
  readonly timezone: string;
  readonly location: HomeOptions["location"];
  readonly layout: Layout;
  readonly #options: HomeOptions;
  readonly #executor: Executor;
  /** Keyed by device id. */
  readonly #devices = new Map<DeviceId, MutableDevice>();
  readonly #handles = new HandleBook();
  /** Within how many milliseconds properties are reported again, keyed by device, then by address. */
  readonly #freshFor = new Map<DeviceId, ReadonlyMap<PropertyAddress, number>>();
  /** When devices that were offline came back, in milliseconds since the epoch: what they tell then may have changed before. */
  readonly #backSince = new Map<DeviceId, number>();
  /** What people said of what must keep running, keyed by device id; also of devices that are not there yet. */
  readonly #marks = new Map<DeviceId, boolean>();
  readonly #listeners = new Set<HomeListener>();
  #revision = 0;

  constructor(options: HomeOptions) {
    this.#options = options;
    this.name = options.name;
    this.language = options.language;
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
      },
      deliveryFailed: (error) => this.#failed(error, options.deliveryFailed),
      policy: options.policy ?? DEFAULT_POLICY,
      around: {
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

  /** A value as commands take it, in whatever words it is given; null where the property has none like it. */
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
   * The only way to command devices: validates against the spec, asks the policy, sends, waits for what the devices report, notes it in the
   * audit and returns one outcome per property or action, in the order of the commands. Writes to one device keep their order.
   */
  execute(commands: readonly Command[], origin: Origin, options: ExecuteOptions = {}): Promise<Execution> {
    return this.#executor.execute(commands, origin, options);
  }

  /** What would become of commands: whether they fit their devices and what the policy says. Nothing is sent or noted. */
  assess(commands: readonly Command[], origin: Origin): readonly Assessment[] {
    return this.#executor.assess(commands, origin);
  }

  /**
   * Runs what waited for a yes: exactly those commands, once, within a minute. Where a PIN is wanted it comes with the yes, or
   * was proven before; after a wrong one they go on waiting.
   * @throws JiaError `unknown-confirmation`, `pin-needed`, `wrong-pin`, `pin-locked`
   */
  confirm(id: string, origin: Origin, options: ConfirmOptions = {}): Promise<Execution> {
    return this.#executor.confirm(id, origin, options);
  }

  /**
   * The same origin with the PIN that came with it, for what is not a command that waits: a plan that is saved.
   * @param devices what it is for, for those who are told of wrong ones
   * @throws JiaError `wrong-pin`, `pin-locked`
   */
  provePin(pin: string, origin: Origin, devices: readonly DeviceId[]): Promise<Origin> {
    return this.#executor.prove(pin, origin, devices);
  }

  /** Whether whoever asks may know and change what is everybody's: adults, and the home's own doors where nobody is known. */
  trusts({ person, stranger }: Asker): boolean {
    if (stranger) return false;
    return person === undefined || this.#options.people?.standing(person)?.role === "adult";
  }

  /** What a person of the home is called; null when there is no such person. */
  personName(id: string): string | null {
    return this.#options.people?.nameOf(id) ?? null;
  }

  /** Whether somebody could give a PIN that counts for what this origin asks. */
  hasPin(origin: Origin): boolean {
    return (this.#options.pins ?? NO_PINS).hasPin(origin);
  }

  /** Ends the wait of commands for a yes: whoever has their id can't run them any more. */
  withdraw(id: string): void {
    this.#executor.withdraw(id);
  }

  /** A person says whether a device must keep running, which may not be there yet; null: it is decided by what it is. */
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
    this.#emit({ type: "device-updated", device, before, at: this.#options.clock.now() });
  }

  /** Takes what a dialect reports. Changes for unknown devices are ignored. */
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
        const told = change.arguments.map(({ address, value }) => ({ address, value: cleanValue(value) }));
        this.#emit({ type: "event-occurred", device, event: change.event, arguments: told, at });
        return;
      }
      default:
        change satisfies never;
    }
  }

  /** Devices hold their room itself, so a room that is described anew is given to each that stands in it. */
  #describeRoom(given: Room, floor: Floor | null): void {
    const before = this.layout.room(given.id);
    if (!this.layout.describeRoom(given, floor)) return;
    const at = this.#options.clock.now();
    this.#revision += 1;
    this.#emit({ type: "layout-changed", at });
    const room = this.layout.room(given.id) ?? null;
    if (!before || before === room) return;
    for (const device of this.#devices.values()) {
      if (device.room !== before) continue;
      const old: Device = { ...device };
      device.room = room;
      device.handle = this.#handles.claim(device.id, device.name, room);
      this.#emit({ type: "device-updated", device, before: old, at });
    }
  }

  #describe(given: DeviceDescription): void {
    const at = this.#options.clock.now();
    if (given.freshFor && given.freshFor.size > 0) this.#freshFor.set(given.id, given.freshFor);
    else this.#freshFor.delete(given.id);
    const own = this.#options.names?.get(given.id);
    const name = own?.name ?? given.name;
    const aliases = own?.aliases ?? given.aliases;
    const roomName = own?.room === undefined ? given.room : own.room;
    const ensured = roomName === null ? null : this.layout.ensureRoom(roomName);
    const room = ensured?.room ?? null;
    const known = this.#devices.get(given.id);
    if (known && !differs(known, given, name, aliases, room)) return;
    if (ensured?.added) this.#emit({ type: "layout-changed", at });

    this.#revision += 1;
    const handle = this.#handles.claim(given.id, name, room);
    const { model, spec, dialect, reports, members = [] } = given;
    const described = {
      ...{ handle, name, aliases, room, model, spec, dialect, reports, members },
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

  /** Whether a device must keep running: as people said, else by what it is. */
  #essential(device: Pick<Device, "id" | "name" | "aliases" | "spec">): Pick<Device, "essential" | "essentialMark"> {
    const { names, words = SPEC_WORDS } = this.#options;
    const mark = this.#marks.get(device.id) ?? names?.get(device.id)?.essential ?? null;
    return { essential: mark ?? isEssential(device, (name) => words.essential(name)), essentialMark: mark };
  }

  #remove(id: DeviceId): void {
    const device = this.#devices.get(id);
    if (!device) return;
    this.#devices.delete(id);
    this.#backSince.delete(id);
    this.#freshFor.delete(id);
    this.#handles.release(id);
    this.#revision += 1;
    this.#emit({ type: "device-removed", device, at: this.#options.clock.now() });
  }

  #setAvailability(id: DeviceId, online: Availability): void {
    const device = this.#devices.get(id);
    if (!device || device.online === online) return;
    const before = device.online;
    const at = this.#options.clock.now();
    device.online = online;
    // What is offline from the start may have been so for any time.
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
    // What it tells now may have changed at any time meanwhile.
    if (!lost) this.#backSince.set(id, at);
  }

  #report(change: Extract<HomeChange, { kind: "values" }>): void {
    const device = this.#devices.get(change.id);
    if (!device) return;
    const now = this.#options.clock.now();
    // Only what a broker kept is older than its arrival; a device's own clock may be wrong by any amount.
    const at = change.cause === "retained" ? Math.min(change.at ?? now, now) : now;
    if (change.cause !== "retained") device.lastSeen = now;
    for (const { address, value: given } of change.values) {
      const property = device.spec.properties.get(address);
      if (!property) continue;
      const known = device.state.get(address);
      const reading = readingOf(property, given);
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
      if (same) continue;
      const before = known?.value;
      this.#emit({ type: "property-changed", device, address, value, before, cause: change.cause, at });
    }
  }

  /** Whether the device could tell of every change since it reported this. */
  #watched(device: Device, known: PropertyState | undefined): boolean {
    return known !== undefined && device.online !== false && known.reportedAt >= (this.#backSince.get(device.id) ?? 0);
  }

  /** What was told before is over, whatever it is now. */
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
    if (before === undefined) return;
    this.#emit({ type: "property-cleared", device, address, reason, before, cause, at });
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
