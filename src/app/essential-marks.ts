import { z } from "zod";
import { type AuditSink, type Clock, type DeviceId, type Home, JiaError, type Origin } from "../home/index.ts";
import type { SettingsRepository } from "../store/index.ts";
import { noteChange } from "./noted-change.ts";

/** People's marks whether a device must keep running, keyed by device id. */
const Marks = z.record(z.string(), z.boolean());
/** The key of the setting in the store. */
const KEY = "devices.essential";

/** Stores people's marks of what must keep running, and gives them to the home. */
export class EssentialMarkStore {
  readonly #home: Home;
  readonly #settings: SettingsRepository;
  readonly #clock: Clock;
  readonly #standsBy: () => boolean;
  readonly #audit: AuditSink;
  /** Keyed by device id. */
  #marks: ReadonlyMap<DeviceId, boolean> = new Map();
  /** The last save; saves follow one another because each holds all marks. */
  #saved: Promise<void> = Promise.resolve();

  /** @param standsBy whether another instance holds the marks */
  constructor(home: Home, settings: SettingsRepository, clock: Clock, standsBy: () => boolean, audit: AuditSink) {
    this.#home = home;
    this.#settings = settings;
    this.#clock = clock;
    this.#standsBy = standsBy;
    this.#audit = audit;
  }

  /** Reads the stored marks, also those that another instance changed. */
  async reload(): Promise<void> {
    const before = this.#marks;
    this.#marks = new Map(Object.entries((await this.#settings.get(KEY, Marks)) ?? {}));
    for (const device of before.keys()) if (!this.#marks.has(device)) this.#home.mark(device, null);
    for (const [device, essential] of this.#marks)
      if (before.get(device) !== essential) this.#home.mark(device, essential);
  }

  /**
   * Stores a person's mark, and writes it to the audit.
   * @param essential null: the kind and name of the device decide
   * @throws JiaError when it cannot be saved, `stands-by`
   */
  mark(device: DeviceId, essential: boolean | null, origin: Origin): Promise<void> {
    if (this.#standsBy()) return Promise.reject(new JiaError("stands-by"));
    const done = this.#saved.then(async () => {
      const marks = new Map(this.#marks);
      if (essential === null) marks.delete(device);
      else marks.set(device, essential);
      await this.#settings.set(KEY, Object.fromEntries(marks), this.#clock.now());
      this.#marks = marks;
      this.#home.mark(device, essential);
      await noteChange({ audit: this.#audit, clock: this.#clock }, device, { essential }, origin);
    });
    this.#saved = done.catch(() => undefined);
    return done;
  }
}
