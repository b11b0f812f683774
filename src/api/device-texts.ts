/** Devices as the text of their JSON, kept until they change. */
import type { Device, DeviceId, Home } from "../home/index.ts";
import { keepNewest } from "../home/index.ts";

/** A text, and when it holds: it was made from the device after this change, and holds for `from < now <= until`. */
export interface TimedText {
  readonly text: string;
  readonly from: number;
  readonly until: number;
}

interface KeptText extends TimedText {
  readonly changed: number;
}

/** Most texts that are kept of each form: about 20 MB with all that devices can do. */
const MOST = 4_000;

/** The texts of one form of devices. A form is the language, and what is shown. */
export class DeviceTexts {
  readonly #home: Home;
  readonly #json: (device: Device, now: number) => unknown;
  /** Keyed by device id. */
  readonly #kept = new Map<DeviceId, KeptText>();

  /** @param json must depend on the device, its room and its floor, and on the moment only through what is overdue */
  constructor(home: Home, json: (device: Device, now: number) => unknown) {
    this.#home = home;
    this.#json = json;
  }

  /** The text of a device as it is known at `now`, in milliseconds since the epoch. */
  of(device: Device, now: number): TimedText {
    const { id } = device;
    const changed = this.#home.changesOf(id);
    const kept = this.#kept.get(id);
    if (kept?.changed === changed && kept.from < now && now <= kept.until) return kept;
    const made = { changed, text: JSON.stringify(this.#json(device, now)), ...dueBetween(device, now) };
    this.#kept.set(id, made);
    keepNewest(this.#kept, MOST);
    return made;
  }
}

/** The span around `now` in which nothing of a device becomes overdue, or would have been reported in time. */
function dueBetween({ state }: Device, now: number): { readonly from: number; readonly until: number } {
  let [from, until] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const { dueAt } of state.values()) {
    if (dueAt === null) continue;
    if (dueAt < now) from = Math.max(from, dueAt);
    else until = Math.min(until, dueAt);
  }
  return { from, until };
}
