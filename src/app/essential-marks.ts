import { z } from "zod";
import { type Clock, type DeviceId, type Home, JiaError } from "../home/index.ts";
import type { SettingsRepository } from "../store/index.ts";

/** What people said of what must keep running, keyed by device id. */
const Marks = z.record(z.string(), z.boolean());
/** Where it is kept. */
const KEY = "devices.essential";

/** Keeps in the store what people say of what must keep running, and tells the home. */
export class StoredMarks {
  readonly #home: Home;
  readonly #settings: SettingsRepository;
  readonly #clock: Clock;
  readonly #standsBy: () => boolean;
  /** Keyed by device id. */
  #marks: ReadonlyMap<DeviceId, boolean> = new Map();
  /** Saves follow each other: each holds all marks. */
  #saved: Promise<void> = Promise.resolve();

  /** @param standsBy another instance keeps them */
  constructor(home: Home, settings: SettingsRepository, clock: Clock, standsBy: () => boolean) {
    this.#home = home;
    this.#settings = settings;
    this.#clock = clock;
    this.#standsBy = standsBy;
  }

  /** Reads what is kept, and what another instance changed of it. */
  async reload(): Promise<void> {
    const before = this.#marks;
    this.#marks = new Map(Object.entries((await this.#settings.get(KEY, Marks)) ?? {}));
    for (const device of before.keys()) if (!this.#marks.has(device)) this.#home.mark(device, null);
    for (const [device, essential] of this.#marks)
      if (before.get(device) !== essential) this.#home.mark(device, essential);
  }

  /** @param essential null: it is decided by what the device is. @throws JiaError when it cannot be saved, `stands-by` */
  mark(device: DeviceId, essential: boolean | null): Promise<void> {
    if (this.#standsBy()) return Promise.reject(new JiaError("stands-by"));
    const done = this.#saved.then(async () => {
      const marks = new Map(this.#marks);
      if (essential === null) marks.delete(device);
      else marks.set(device, essential);
      await this.#settings.set(KEY, Object.fromEntries(marks), this.#clock.now());
      this.#marks = marks;
      this.#home.mark(device, essential);
    });
    this.#saved = done.catch(() => undefined);
    return done;
  }
}
