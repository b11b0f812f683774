import type { Device, Home, HomeEvent } from "../../home/index.ts";

/** Changes within this time are told together, in milliseconds: a lamp that fades reports many values. */
const TOGETHER_MS = 200;

/** Who is told of changes. */
export interface ChangeListener {
  /** The state of a device may have changed. */
  readonly changed: (device: Device) => void;
  /** Devices or rooms came, went, or have other names. */
  readonly listChanged: () => void;
}

/** Watches the home for those who listen, and gathers its changes. */
export class HomeChanges {
  readonly #home: Pick<Home, "subscribe">;
  readonly #listeners = new Set<ChangeListener>();
  /** Devices to tell of, keyed by id. */
  readonly #changed = new Map<string, Device>();
  #listChanged = false;
  #timer: NodeJS.Timeout | null = null;
  #unwatch: (() => void) | null = null;

  constructor(home: Pick<Home, "subscribe">) {
    this.#home = home;
  }

  /** Tells a listener of changes until the returned function is called. */
  listen(listener: ChangeListener): () => void {
    this.#listeners.add(listener);
    this.#unwatch ??= this.#home.subscribe((event) => this.#take(event));
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.stop();
    };
  }

  stop(): void {
    this.#unwatch?.();
    this.#unwatch = null;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#changed.clear();
    this.#listChanged = false;
  }

  #take(event: HomeEvent): void {
    switch (event.type) {
      case "property-changed":
      case "property-cleared":
      case "availability-changed":
        this.#changed.set(event.device.id, event.device);
        break;
      case "device-updated":
        this.#changed.set(event.device.id, event.device);
        this.#listChanged = true;
        break;
      case "device-added":
      case "device-removed":
      case "layout-changed":
        this.#listChanged = true;
        break;
      case "event-occurred":
      case "executed":
        return;
      default:
        event satisfies never;
    }
    this.#timer ??= setTimeout(() => this.#tell(), TOGETHER_MS);
  }

  #tell(): void {
    this.#timer = null;
    const devices = [...this.#changed.values()];
    const list = this.#listChanged;
    this.#changed.clear();
    this.#listChanged = false;
    for (const { changed, listChanged } of [...this.#listeners]) {
      for (const device of devices) changed(device);
      if (list) listChanged();
    }
  }
}
