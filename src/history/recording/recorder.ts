import type { Clock, Device, DeviceId, Home, HomeEvent, HomeEventOf, PropertyAddress } from "../../home/index.ts";
import { AVAILABILITY } from "../port.ts";
import type { HistorySelection } from "../selection.ts";
import { type StoredValue, toStored } from "../series.ts";
import { Absences, isUnreachable } from "./absences.ts";
import type { SeriesTrack } from "./track.ts";
import { TrackRegistry } from "./tracks.ts";

export interface ChangeRecorderOptions {
  readonly home: Pick<Home, "devices" | "device" | "subscribe">;
  readonly clock: Clock;
  readonly selection: HistorySelection;
  /** Called for each row to write. */
  readonly row: (track: SeriesTrack, at: number, value: StoredValue) => void;
}

/**
 * Turns changes of the home into rows of the history. The values of an unreachable device are not known, and neither are those
 * of a device that is back until it reports them.
 */
export class ChangeRecorder {
  readonly #options: ChangeRecorderOptions;
  readonly #tracks: TrackRegistry;
  readonly #absences = new Absences();
  /** Tracks with a value that may be too short to be written. */
  readonly #waiting = new Set<SeriesTrack>();
  /** Tracks with a time at which the next report is due. */
  readonly #due = new Set<SeriesTrack>();
  #unsubscribe: (() => void) | null = null;

  constructor(options: ChangeRecorderOptions) {
    this.#options = options;
    this.#tracks = new TrackRegistry(options.selection);
  }

  get tracks(): Iterable<SeriesTrack> {
    return this.#tracks.all();
  }

  /** Starts with the present state of the home. @param heardFrom changes before this moment were not heard here */
  start(heardFrom: number): void {
    const { home } = this.#options;
    this.#unsubscribe = home.subscribe((event) => this.#note(event));
    this.seed(heardFrom);
  }

  stop(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = null;
  }

  /** Takes the present state of the home: dated by its changes, when they are later than `heardFrom`, else by now. */
  seed(heardFrom: number): void {
    const { home, clock } = this.#options;
    const now = clock.now();
    for (const device of home.devices) this.#seedDevice(device, now, heardFrom);
  }

  /** Handles changes without an event: lost brokers, overdue reports, values that lasted long enough. */
  look(): void {
    const { home, clock } = this.#options;
    const now = clock.now();
    for (const device of this.#absences.look(home.devices, now)) this.#lose(device, device.lostSince ?? now);
    for (const { id, since, settled } of this.#absences.returning(now)) {
      const device = home.device(id);
      if (device) this.#welcome(device, since, settled);
    }
    for (const track of this.#due) this.#lookAtDue(track, now);
    for (const track of this.#waiting) this.#write(track, track.settled(now));
  }

  /** Writes waiting values, however short they lasted. */
  finish(): void {
    for (const track of this.#waiting) this.#write(track, track.finish());
  }

  /** The earliest moment of a waiting value; null when none waits. */
  get waitingSince(): number | null {
    let since: number | null = null;
    for (const { waitingSince } of this.#waiting) {
      if (waitingSince !== null) since = Math.min(since ?? waitingSince, waitingSince);
    }
    return since;
  }

  /** Starts anew after the clock was set: all values become unknown, then the present state is taken. */
  restart(at: number): void {
    for (const track of this.#tracks.all()) track.reset(at);
    this.#waiting.clear();
    this.seed(at);
  }

  /** Starts a device anew after its history was deleted. */
  forget(id: DeviceId): void {
    const { home, clock } = this.#options;
    const now = clock.now();
    const before = this.#tracks.remove(id);
    for (const track of before) for (const tracks of [this.#waiting, this.#due]) tracks.delete(track);
    const device = home.device(id);
    if (device) this.#seedDevice(device, now);
  }

  #note(event: HomeEvent): void {
    switch (event.type) {
      case "property-changed":
        this.#changed(event);
        return;
      case "property-cleared":
        this.#take(event.device, event.address, event.at, null);
        return;
      case "availability-changed":
        this.#availability(event);
        return;
      case "device-updated":
        this.#updated(event.device, event.at);
        return;
      case "device-removed":
        for (const track of this.#tracks.remove(event.device.id)) this.#end(track, event.at);
        this.#absences.forget(event.device.id);
        return;
      case "device-added":
      case "layout-changed":
      case "event-occurred":
      case "executed":
        return;
      default:
        event satisfies never;
    }
  }

  #changed({ device, address, value, cause, at }: HomeEventOf<"property-changed">): void {
    if (isUnreachable(device)) return;
    const track = this.#tracks.of(device, address);
    if (!track) return;
    const state = device.state.get(address);
    if (state && state.dueAt !== null) this.#due.add(track);
    // A retained message carries its own time; if that does not fit, the value holds from now on.
    const moment = cause === "retained" && at <= track.newest ? this.#options.clock.now() : at;
    // The moment of an unobserved change is unknown: so is the value just before it.
    if (state?.changeSeen === false && track.value !== null) this.#write(track, track.take(moment - 1, null));
    this.#write(track, track.take(moment, toStored(value)));
  }

  #availability({ device, online, before, at }: HomeEventOf<"availability-changed">): void {
    this.#take(device, AVAILABILITY, at, toStored(online));
    if (online === false) {
      this.#absences.gone(device.id);
      this.#lose(device, at);
    } else if (before === false && device.lostSince === null) {
      this.#absences.back(device.id, at);
    }
  }

  #updated(device: Device, at: number): void {
    for (const track of this.#tracks.renew(device)) this.#end(track, at);
    if (isUnreachable(device) || this.#absences.isBack(device.id)) return;
    for (const [address, { value }] of device.state) {
      const track = this.#tracks.of(device, address);
      if (track?.isNew) this.#write(track, track.take(at, toStored(value)));
    }
  }

  /** Marks all values of a device as unknown, except its availability. */
  #lose(device: Device, at: number): void {
    for (const track of this.#tracks.ofDevice(device.id)) {
      if (track.info.key.address !== AVAILABILITY) this.#write(track, track.take(at, null));
    }
  }

  /** Takes the values that a device reported since it is back; once settled also the old ones. */
  #welcome(device: Device, since: number, settled: boolean): void {
    for (const [address, { value, reportedAt }] of device.state) {
      const track = this.#tracks.of(device, address);
      if (!track || track.value !== null) continue;
      if (reportedAt >= since) this.#write(track, track.take(reportedAt, toStored(value)));
      else if (settled) this.#write(track, track.take(since, toStored(value)));
    }
  }

  #lookAtDue(track: SeriesTrack, now: number): void {
    const { device: id, address } = track.info.key;
    const device = this.#options.home.device(id);
    const state = device?.state.get(address);
    if (!device || !state || state.dueAt === null) {
      this.#due.delete(track);
      return;
    }
    if (isUnreachable(device)) return;
    if (now > state.dueAt) this.#write(track, track.take(state.dueAt, null));
    else if (track.value === null && !this.#absences.isBack(id)) {
      this.#write(track, track.take(state.reportedAt, toStored(state.value)));
    }
  }

  #seedDevice(device: Device, now: number, heardFrom: number = now): void {
    this.#take(device, AVAILABILITY, now, toStored(device.online));
    if (isUnreachable(device)) return;
    for (const [address, { value, changedAt }] of device.state) {
      this.#take(device, address, changedAt > heardFrom ? Math.min(changedAt, now) : now, toStored(value));
    }
  }

  #take(device: Device, address: PropertyAddress, at: number, value: StoredValue): void {
    const track = this.#tracks.of(device, address);
    if (track) this.#write(track, track.take(at, value));
  }

  #end(track: SeriesTrack, at: number): void {
    this.#write(track, track.take(at, null));
    this.#due.delete(track);
  }

  #write(track: SeriesTrack, rows: readonly { readonly at: number; readonly value: StoredValue }[]): void {
    for (const { at, value } of rows) this.#options.row(track, at, value);
    if (track.waitingSince === null) this.#waiting.delete(track);
    else this.#waiting.add(track);
  }
}
