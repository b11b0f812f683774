import type { Device, Home, HomeView, LayoutView, Room } from "../../home/index.ts";

/** The devices, kinds and rooms that models may not see. None by default. */
export interface HiddenSettings {
  /** Ids, handles, names or aliases. */
  readonly devices: readonly string[];
  /** Kinds of the specs: `camera`. */
  readonly kinds: readonly string[];
  /** Ids, names or aliases of rooms; their devices are hidden too. */
  readonly rooms: readonly string[];
  /** Ids of the only rooms that are shown; null, or left out: all. What is in no room is hidden then, too. */
  readonly within?: readonly string[] | null;
}

export const NOTHING_HIDDEN: HiddenSettings = { devices: [], kinds: [], rooms: [] };

/** A view of the home without what is hidden: hidden devices and rooms are as unknown as ones that do not exist. */
export class VisibleHome implements HomeView {
  readonly layout: LayoutView;
  readonly #home: Home;
  readonly #devices: ReadonlySet<string>;
  readonly #kinds: ReadonlySet<string>;
  readonly #rooms: ReadonlySet<string>;
  readonly #within: ReadonlySet<string> | null;

  constructor(home: Home, { devices, kinds, rooms, within = null }: HiddenSettings) {
    this.#within = within && new Set(within);
    this.#home = home;
    this.#devices = new Set(devices.map(plain));
    this.#kinds = new Set(kinds.map(plain));
    this.#rooms = new Set(rooms.map(plain));
    const shows = (room: Room | null | undefined) => (room && !this.hidesRoom(room) ? room : null);
    const { layout } = home;
    this.layout = {
      get rooms() {
        return layout.rooms.filter((room) => shows(room) !== null);
      },
      get floors() {
        return layout.floors;
      },
      room: (id) => shows(layout.room(id)) ?? undefined,
      floor: (id) => layout.floor(id),
      findRoom: (idOrName) => shows(layout.findRoom(idOrName)),
    };
  }

  hides({ id, handle, name, aliases, room, spec }: Device): boolean {
    if (this.#kinds.has(plain(spec.kind)) || (room && this.hidesRoom(room))) return true;
    if (this.#within && !room) return true;
    return this.#devices.size > 0 && [id, handle, name, ...aliases].some((each) => this.#devices.has(plain(each)));
  }

  hidesRoom({ id, name, aliases }: Room): boolean {
    if (this.#within && !this.#within.has(id)) return true;
    return this.#rooms.size > 0 && [id, name, ...aliases].some((each) => this.#rooms.has(plain(each)));
  }

  /** The hidden devices and rooms that exist now. */
  get hidden(): { readonly devices: readonly Device[]; readonly rooms: readonly Room[] } {
    const { devices, layout } = this.#home;
    return {
      devices: devices.filter((device) => this.hides(device)),
      rooms: layout.rooms.filter((room) => this.hidesRoom(room)),
    };
  }

  /** Entries of the settings that match nothing: perhaps mistyped, so what they mean is not hidden. */
  get unknown(): readonly string[] {
    const { devices, layout } = this.#home;
    const named = new Set(
      devices.flatMap(({ id, handle, name, aliases }) => [id, handle, name, ...aliases]).map(plain),
    );
    const kinds = new Set(devices.map(({ spec }) => plain(spec.kind)));
    const rooms = new Set(layout.rooms.flatMap(({ id, name, aliases }) => [id, name, ...aliases]).map(plain));
    const missing = (wanted: ReadonlySet<string>, known: ReadonlySet<string>) =>
      [...wanted].filter((each) => !known.has(each));
    return [...missing(this.#devices, named), ...missing(this.#kinds, kinds), ...missing(this.#rooms, rooms)];
  }

  get name(): string {
    return this.#home.name;
  }

  get language(): string {
    return this.#home.language;
  }

  get timezone(): string {
    return this.#home.timezone;
  }

  get location(): HomeView["location"] {
    return this.#home.location;
  }

  get revision(): number {
    return this.#home.revision;
  }

  get devices(): readonly Device[] {
    return this.#home.devices.filter((device) => !this.hides(device));
  }

  device(idOrHandle: string): Device | undefined {
    const device = this.#home.device(idOrHandle);
    return device && !this.hides(device) ? device : undefined;
  }

  /** Needs no check: callers can only command devices that they found in this view. */
  execute(...given: Parameters<HomeView["execute"]>): ReturnType<HomeView["execute"]> {
    return this.#home.execute(...given);
  }

  assess(...given: Parameters<HomeView["assess"]>): ReturnType<HomeView["assess"]> {
    return this.#home.assess(...given);
  }
}

function plain(text: string): string {
  return text.trim().toLowerCase();
}
