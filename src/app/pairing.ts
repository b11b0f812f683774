import type { PairingPort, PairingView } from "../api/resources/pairing.ts";
import type { JoiningDevice } from "../bridge/index.ts";
import {
  type Clock,
  type Command,
  type Device,
  type DeviceId,
  type Home,
  type HomeEvent,
  JiaError,
  keepNewest,
  succeeded,
} from "../home/index.ts";
import { kindName, type Language, message } from "../language/index.ts";

/** What a gateway has that can open its network, whatever dialect it speaks. */
const OPEN = "gateway.open-network";
const IS_OPEN = "gateway.permit-join";
/** The longest that any network stays open by itself, in seconds. */
export const LONGEST_SECONDS = 254;
/** Most found devices that are kept. */
const MOST = 50;
/** How long closing may take at the end, in milliseconds. */
const CLOSE_MS = 2_000;

interface Found {
  readonly id: DeviceId;
  readonly name: string;
  readonly stage: JoiningDevice["stage"];
  readonly model: string | null;
  readonly at: number;
}

export interface PairingOptions {
  readonly home: Home;
  readonly clock: Clock;
  /** The names of all dialects that are spoken. */
  readonly dialects: () => readonly string[];
  /** Called when the network could not be closed at the end. */
  readonly failed: (error: unknown) => void;
}

/** Lets new devices into the networks of gateways, and keeps which came. Commands go through the home, with its policy and audit. */
export class Pairing implements PairingPort {
  readonly #options: PairingOptions;
  /** Until when each network is open, milliseconds since the epoch; keyed by gateway. */
  readonly #until = new Map<DeviceId, number>();
  /** Ids of devices that were there when a network was opened. */
  #before: ReadonlySet<DeviceId> = new Set();
  readonly #found = new Map<DeviceId, Found>();
  /** Id of the room in which the new devices stand, as whoever opened the network said. */
  #room: string | null = null;
  #stop: (() => void) | null = null;

  constructor(options: PairingOptions) {
    this.#options = options;
  }

  start(): void {
    this.#stop ??= this.#options.home.subscribe((event) => this.#heard(event));
  }

  /** Closes what this process opened. A network that nobody closes, after a kill, closes by itself. */
  async stop(): Promise<void> {
    this.#stop?.();
    this.#stop = null;
    const ids = this.#gateways().flatMap(({ id }) => (this.#openUntil(id) === null ? [] : [id]));
    if (ids.length === 0) return;
    try {
      const signal = AbortSignal.timeout(CLOSE_MS);
      const { outcomes } = await this.#options.home.execute(
        ids.map(closing),
        { kind: "api", client: "pairing" },
        { signal },
      );
      if (!outcomes.every(succeeded)) this.#options.failed(outcomes);
    } catch (error) {
      this.#options.failed(error);
    }
  }

  /** Takes news of a device that joins. */
  joining({ id, name, stage, model }: JoiningDevice): void {
    const before = this.#found.get(id);
    // A device that is known joins again whenever its battery is changed.
    if (!before && this.#before.has(id)) return;
    this.#note({ id, name, stage, model: model ?? before?.model ?? null, at: before?.at ?? this.#options.clock.now() });
  }

  opening(
    seconds: number,
    { dialect, room }: { readonly dialect: string | null; readonly room: string | null },
  ): Command[] {
    const { home, dialects } = this.#options;
    const gateways = this.#gateways().filter((each) => dialect === null || each.dialect === dialect);
    if (gateways.length === 0) {
      if (dialect !== null && !dialects().includes(dialect)) {
        throw new JiaError("not-found", {
          what: message("pairing.dialectNamed", { name: dialect, known: [...dialects()] }),
        });
      }
      const instead = dialect === null ? message("pairing.noGateway") : insteadOf(dialect);
      throw new JiaError("conflict", { detail: instead });
    }
    this.#room = room;
    this.#before = new Set(home.devices.map(({ id }) => id));
    return gateways.map(({ id }) => ({ kind: "invoke", device: id, action: OPEN, in: [seconds] }));
  }

  closing(): Command[] {
    return this.#gateways().map(({ id }) => closing(id));
  }

  view(language: Language): PairingView {
    const { home, dialects } = this.#options;
    const gateways = this.#gateways();
    const able = new Set(gateways.map(({ dialect }) => dialect));
    const open = gateways.flatMap(({ id }) => this.#openUntil(id) ?? []);
    return {
      until: open.length === 0 ? null : Math.max(...open),
      gateways: gateways.map((gateway) => ({ gateway, until: this.#openUntil(gateway.id) })),
      others: dialects().flatMap((name) => (able.has(name) ? [] : [{ dialect: name, instead: insteadOf(name) }])),
      found: [...this.#found.values()].map((each) => {
        const device = home.device(each.id) ?? null;
        return { ...each, device, suggestion: this.#suggestion(each, device, language) };
      }),
    };
  }

  #gateways(): readonly Device[] {
    return this.#options.home.devices.filter(({ spec }) => spec.actions.has(OPEN));
  }

  /** Until when a network is open, at the latest; null when it is not. */
  #openUntil(id: DeviceId): number | null {
    const { home, clock } = this.#options;
    const until = this.#until.get(id);
    if (until !== undefined) return until > clock.now() ? until : null;
    // It was opened before this process began, or by somebody else.
    const state = home.device(id)?.state.get(IS_OPEN);
    if (state?.value !== true) return null;
    const latest = state.changedAt + LONGEST_SECONDS * 1_000;
    return latest > clock.now() ? latest : null;
  }

  #heard(event: HomeEvent): void {
    switch (event.type) {
      case "executed":
        for (const outcome of event.outcomes) {
          if (!("action" in outcome) || outcome.action !== OPEN || !succeeded(outcome)) continue;
          this.#found.clear();
          this.#until.set(outcome.device, event.at + Number(outcome.in[0] ?? 0) * 1_000);
        }
        return;
      case "property-changed":
        // Closed by itself, by us or by somebody else.
        if (event.address === IS_OPEN && event.value === false) this.#until.delete(event.device.id);
        return;
      case "device-added":
        this.#added(event.device, event.at);
        return;
      case "device-removed":
        this.#found.delete(event.device.id);
        return;
      default:
        return;
    }
  }

  #added({ id, name, dialect, spec }: Device, at: number): void {
    const before = this.#found.get(id);
    const open = this.#gateways().some(
      (gateway) => gateway.dialect === dialect && this.#openUntil(gateway.id) !== null,
    );
    if (!before && (!open || this.#before.has(id))) return;
    this.#note({ id, name, stage: "known", model: before?.model ?? spec.description, at: before?.at ?? at });
  }

  #note(found: Found): void {
    this.#found.set(found.id, found);
    keepNewest(this.#found, MOST);
  }

  /** A name and a room for a new device: what its gateway calls it, unless that is an address; otherwise its kind. */
  #suggestion(
    { name }: Found,
    device: Device | null,
    language: Language,
  ): { name: string | null; room: string | null } {
    const { layout } = this.#options.home;
    const place =
      device?.room ?? roomIn(name, layout.rooms) ?? (this.#room === null ? null : layout.findRoom(this.#room));
    const named =
      isAddress(name) || name === device?.spec.description ? device && kindName(device.spec.kind, language) : name;
    return { name: named && this.#free(named, device), room: place?.name ?? null };
  }

  /** The name, with a number where another device has it. */
  #free(name: string, device: Device | null): string {
    const taken = new Set(this.#options.home.devices.flatMap((each) => (each.id === device?.id ? [] : [each.name])));
    let free = name;
    for (let number = 2; taken.has(free); number += 1) free = `${name} ${number}`;
    return free;
  }
}

function closing(device: DeviceId): Command {
  return { kind: "set", device, properties: [{ address: IS_OPEN, value: false }] };
}

/** Whether a name is only an address: "0x00158d0001a2b3c4". */
function isAddress(name: string): boolean {
  return /^(?:0x)?[0-9a-f]{8,}$/i.test(name);
}

/** The room whose name is in a name: "Kitchen/Lamp", 厨房灯. */
function roomIn<Room extends { readonly name: string; readonly aliases: readonly string[] }>(
  name: string,
  rooms: readonly Room[],
): Room | null {
  const wanted = name.toLowerCase();
  const fits = rooms.filter((room) => [room.name, ...room.aliases].some((each) => wanted.includes(each.toLowerCase())));
  return fits.toSorted((a, b) => b.name.length - a.name.length)[0] ?? null;
}

/** What to do where a dialect cannot let devices in. */
function insteadOf(dialect: string) {
  switch (dialect) {
    case "zigbee2mqtt":
      return message("pairing.noBridge");
    case "discovery":
      return message("pairing.elsewhere");
    case "hub":
    case "hub-cloud":
      return message("pairing.miHome");
    default:
      return message("pairing.byItself");
  }
}
