import { type Clock, type Device, type Home, type HomeEvent, JiaError, keepNewest, Queues } from "../../home/index.ts";
import type { PeopleEvent, Presence, PresenceChange } from "../port.ts";
import type { PeopleRegistry } from "../registry.ts";
import type { PresenceStorage } from "../storage.ts";
import type { Waker } from "../waker.ts";
import {
  decidePresence,
  keepSigns,
  mergeSigns,
  type PresenceState,
  type SignStatement,
  type StatementSource,
  UNKNOWN_PRESENCE,
  withStatement,
} from "./decide.ts";
import { type DeviceSign, isEntryEvent, isOfDevice, presenceFromDevice } from "./device-signs.ts";
import { nearestReceiverRoom, type ReceiverReading, ROOM_MS } from "./nearest-room.ts";
import { presenceFromPayload, roomSightingIn } from "./payloads.ts";
import { keyOfSign, MANUAL_SIGN, type Sign, type SignOf } from "./signs.ts";

/** Subscribes to topics of the broker, retained messages included. */
export interface PresenceTopics {
  /** Calls `listener` for every message of a topic filter until the returned function is called. */
  subscribe(filter: string, listener: (topic: string, payload: string, retained: boolean) => void): () => void;
}

/** What presence is tracked in. */
export interface PresenceContext {
  readonly home: Pick<Home, "device" | "subscribe">;
  /** null without a broker. */
  readonly topics: PresenceTopics | null;
  readonly wakes: Waker;
  /** The id of the room with this id or name; null when there is none. */
  room(name: string): string | null;
}

export interface PresenceTrackerOptions {
  /** Whether another instance of Jia emits events and stores presence. */
  readonly standsBy: () => boolean;
  readonly registry: PeopleRegistry;
  readonly storage: PresenceStorage;
  readonly clock: Clock;
  readonly emit: (event: PeopleEvent) => void;
  /** Called when something cannot be stored; it counts all the same. */
  readonly failed: (error: unknown) => void;
}

/** A sign of a person. */
interface PersonSign {
  readonly person: string;
  readonly key: string;
  readonly sign: Sign;
}

/** Most rooms for one person. */
const MOST_ROOMS = 100;
/** How long arrivals and departures are kept, in milliseconds. */
const KEEP_MS = 400 * 86_400_000;

/** Tracks who is at home: listens to signs, decides presence, emits events and stores the state. */
export class PresenceTracker {
  readonly #options: PresenceTrackerOptions;
  #context: PresenceContext | null = null;
  /** Keyed by person. */
  readonly #states = new Map<string, PresenceState>();
  /** The last readings of receivers, keyed by room, and the nearest room; keyed by person. */
  readonly #rooms = new Map<string, { readonly heard: Map<string, ReceiverReading>; nearest: string | null }>();
  #watched: readonly PersonSign[] = [];
  /** Ends a subscription; keyed by topic filter. */
  readonly #topics = new Map<string, () => void>();
  #unsubscribe: () => void = () => undefined;
  /** The next wake-up. */
  #wake: { readonly at: number; readonly cancel: () => void } | null = null;
  readonly #writes = new Queues();

  constructor(options: PresenceTrackerOptions) {
    this.#options = options;
  }

  /** Loads the stored states. */
  async load(): Promise<void> {
    const { storage, clock, failed } = this.#options;
    await storage.prune(clock.now() - KEEP_MS).catch(failed);
    for (const [person, state] of await storage.states()) {
      const heard = this.#states.get(person);
      // Statements that this instance heard while it stood by count too.
      this.#states.set(person, heard ? mergeSigns(state, heard) : state);
    }
    this.refresh();
  }

  /** Decides everybody's presence from the statements so far, and stores it. */
  look(): void {
    for (const person of [...this.#states.keys()]) this.#settle(person, "kept", true);
  }

  /** Starts to listen. Presence that is known already is no arrival. */
  start(context: PresenceContext): void {
    this.#context = context;
    this.#unsubscribe = context.home.subscribe((event) => this.#note(event));
    this.refresh();
  }

  stop(): void {
    this.#unsubscribe();
    this.#wake?.cancel();
    this.#wake = null;
    for (const unsubscribe of this.#topics.values()) unsubscribe();
    this.#topics.clear();
    this.#context = null;
  }

  /** Resolves when everything is stored. */
  async settled(): Promise<void> {
    for (const { definition } of this.#options.registry.saved) {
      await this.#writes.run(definition.id, () => Promise.resolve());
    }
  }

  /** Takes over changes of people and their signs. */
  refresh(): void {
    const before = new Set(this.#watched.map(({ person, key }) => `${person} ${key}`));
    this.#watched = this.#options.registry.saved.flatMap(({ definition: { id, signs = [] } }) =>
      signs.map((sign) => ({ person: id, key: keyOfSign(sign), sign })),
    );
    if (this.#context) this.#listen(this.#context);
    for (const { definition } of this.#options.registry.saved) {
      const { id } = definition;
      const own = this.#watched.filter(({ person }) => person === id);
      const kept = keepSigns(this.#states.get(id) ?? UNKNOWN_PRESENCE, new Set(own.map(({ key }) => key)));
      this.#states.set(
        id,
        own.reduce((state, watched) => this.#resumed(state, watched, before), kept),
      );
      // Before the start there are no listeners: changes with time are decided after it.
      if (this.#context && !this.#options.standsBy()) this.#settle(id, "kept", false);
    }
    for (const id of [...this.#states.keys()]) if (!this.#options.registry.kept(id)) this.#forget(id);
  }

  /** A person's presence; unknown without statements. */
  presenceOf(person: string): Presence {
    const { home, since } = this.#states.get(person) ?? UNKNOWN_PRESENCE;
    const rooms = this.#rooms.get(person);
    const room = home && rooms ? nearestReceiverRoom(rooms.heard, rooms.nearest, this.#options.clock.now()) : null;
    return { person, home, room, since };
  }

  /** The statement of each sign of a person, in the order of the definition. */
  signsOf(
    person: string,
  ): readonly { readonly sign: Sign; readonly says: boolean | null; readonly since: number | null }[] {
    const { signs } = this.#states.get(person) ?? UNKNOWN_PRESENCE;
    return this.#watched
      .filter((each) => each.person === person)
      .map(({ sign, key }) => ({ sign, says: signs[key]?.says ?? null, since: signs[key]?.since ?? null }));
  }

  /** Takes a sentence that a person is in or out. @throws JiaError `stands-by` */
  say(person: string, home: boolean): void {
    this.#mustKeep();
    this.#hear(person, MANUAL_SIGN, { says: home }, "deed");
  }

  /** Takes a call of a webhook. @returns false when nobody has this key @throws JiaError `stands-by` */
  webhook(key: string, home: boolean): boolean {
    this.#mustKeep();
    const found = this.#watched.filter(({ sign }) => sign.type === "webhook" && sign.key === key);
    for (const { person, key: sign } of found) this.#hear(person, sign, { says: home }, "deed");
    return found.length > 0;
  }

  /** The state with a sign as it is after a start: a device is read again; a room sighting stays valid for a while. */
  #resumed(state: PresenceState, { person, key, sign }: PersonSign, before: ReadonlySet<string>): PresenceState {
    const { clock } = this.#options;
    const now = clock.now();
    const said = state.signs[key];
    if (sign.type === "rooms" && said?.says === true && !before.has(`${person} ${key}`)) {
      // A person who is still there is heard again within that time.
      return { ...state, signs: { ...state.signs, [key]: { ...said, until: now + ROOM_MS } } };
    }
    if (!isOfDevice(sign)) return state;
    const device = this.#context?.home.device(sign.device);
    const says = device && presenceFromDevice(sign, device);
    return says === undefined ? state : withStatement(state, key, { says }, now);
  }

  #listen({ topics }: PresenceContext): void {
    const filters = new Set(
      this.#watched.flatMap(({ sign }) => (sign.type === "rooms" || sign.type === "mqtt" ? [sign.topic] : [])),
    );
    for (const [filter, unsubscribe] of this.#topics) {
      if (filters.has(filter)) continue;
      unsubscribe();
      this.#topics.delete(filter);
    }
    for (const filter of filters) {
      if (!topics || this.#topics.has(filter)) continue;
      const listener = (topic: string, payload: string, retained: boolean) =>
        this.#message(filter, topic, payload, retained);
      this.#topics.set(filter, topics.subscribe(filter, listener));
    }
  }

  #message(filter: string, topic: string, payload: string, retained: boolean): void {
    const how = retained ? "kept" : "told";
    for (const { person, key, sign } of this.#watched) {
      if (sign.type === "mqtt" && sign.topic === filter) {
        const says = presenceFromPayload(sign, payload);
        if (says !== undefined) this.#hear(person, key, { says }, how);
      } else if (sign.type === "rooms" && sign.topic === filter)
        this.#heardInRoom(person, key, sign, topic, payload, how);
    }
  }

  #heardInRoom(
    person: string,
    key: string,
    sign: SignOf<"rooms">,
    topic: string,
    payload: string,
    how: StatementSource,
  ): void {
    const found = roomSightingIn(sign, topic, payload);
    if (!found) return;
    const now = this.#options.clock.now();
    const { level, distance } = found;
    const room = this.#context?.room(sign.rooms?.[level] ?? level) ?? this.#context?.room(level.replace(/[_-]/g, " "));
    if (room != null) {
      const rooms = this.#rooms.get(person) ?? { heard: new Map<string, ReceiverReading>(), nearest: null };
      this.#rooms.set(person, rooms);
      rooms.heard.delete(room);
      rooms.heard.set(room, { distance, at: now });
      keepNewest(rooms.heard, MOST_ROOMS);
      rooms.nearest = nearestReceiverRoom(rooms.heard, rooms.nearest, now);
    }
    this.#hear(person, key, { says: true, until: now + ROOM_MS, after: false }, how);
  }

  #note(event: HomeEvent): void {
    switch (event.type) {
      case "property-changed":
        for (const watched of this.#signsOf(event.device)) {
          const { sign } = watched;
          // The first known value, and a retained one, held before.
          const kept = event.cause === "retained" || event.before === undefined;
          if (sign.type === "device") this.#ask(watched, sign, event.device, kept ? "kept" : "told");
          else if (!kept && isEntryEvent(sign, event)) this.#cameIn(watched);
        }
        return;
      case "event-occurred":
        for (const watched of this.#signsOf(event.device)) {
          if (watched.sign.type === "door" && isEntryEvent(watched.sign, event)) this.#cameIn(watched);
        }
        return;
      case "property-cleared":
      case "availability-changed":
      case "device-added":
      case "device-updated":
        for (const watched of this.#signsOf(event.device)) {
          if (watched.sign.type === "device") this.#ask(watched, watched.sign, event.device, "kept");
        }
        return;
      case "device-removed":
      case "layout-changed":
      case "executed":
        return;
      default:
        event satisfies never;
    }
  }

  *#signsOf(device: Device): Iterable<PersonSign & { readonly sign: DeviceSign | SignOf<"door"> }> {
    for (const { sign, ...watched } of this.#watched) {
      if (sign.type !== "device" && sign.type !== "door") continue;
      if (sign.device === device.id || sign.device === device.handle) yield { ...watched, sign };
    }
  }

  #ask({ person, key }: PersonSign, sign: DeviceSign, device: Device, how: StatementSource): void {
    const says = presenceFromDevice(sign, device);
    if (says !== undefined) this.#hear(person, key, { says }, how);
  }

  /** Takes an entry at the door; it states nothing about a later departure. */
  #cameIn({ person, key }: PersonSign): void {
    const until = this.#options.clock.now() + DOOR_MS;
    this.#hear(person, key, { says: true, until, after: null }, "deed");
  }

  #hear(person: string, key: string, statement: SignStatement, how: StatementSource): void {
    const before = this.#states.get(person) ?? UNKNOWN_PRESENCE;
    const state = withStatement(before, key, statement, this.#options.clock.now());
    this.#states.set(person, state);
    const said = before.signs[key];
    const news = said === undefined || said.says !== statement.says || said.since !== state.signs[key]?.since;
    this.#settle(person, how, news);
  }

  /** Decides a person's presence. @param news whether the state has to be stored also without a change */
  #settle(person: string, how: StatementSource, news: boolean): void {
    const { clock, registry, emit } = this.#options;
    const now = clock.now();
    const before = this.#states.get(person) ?? UNKNOWN_PRESENCE;
    const { state, change } = decidePresence(before, now, how);
    this.#states.set(person, state);
    if (change || news || state.leaving !== before.leaving) {
      this.#keep(person, state, change && { person, home: change.home, at: now });
    }
    this.#sleep();
    if (!change || change.home === null || !registry.get(person) || this.#options.standsBy()) return;
    const others = registry.list().some(({ id }) => id !== person && this.#states.get(id)?.home === true);
    if (!change.announced) {
      if (change.home && before.home === false) emit({ type: "found", person, first: !others, at: now });
      return;
    }
    emit(
      change.home
        ? { type: "arrived", person, first: !others, at: now }
        : { type: "left", person, last: !others, at: now },
    );
  }

  /** Sets the wake-up for the next change with time alone. */
  #sleep(): void {
    const now = this.#options.clock.now();
    let soonest: number | null = null;
    for (const state of this.#states.values()) {
      const { next } = decidePresence(state, now, "kept");
      if (next !== null && (soonest === null || next < soonest)) soonest = next;
    }
    // An early wake-up finds nothing to do and sets the next.
    if (soonest === null || !this.#context || (this.#wake && this.#wake.at <= soonest)) return;
    this.#wake?.cancel();
    const cancel = this.#context.wakes.wake(soonest, () => {
      this.#wake = null;
      for (const person of [...this.#states.keys()]) this.#settle(person, "told", false);
      this.#sleep();
    });
    this.#wake = { at: soonest, cancel };
  }

  #keep(person: string, state: PresenceState, change: PresenceChange | null): void {
    if (this.#options.standsBy()) return;
    const { storage, clock, failed } = this.#options;
    const at = clock.now();
    void this.#writes.run(person, () => storage.saveState(person, state, change, at).catch(failed));
  }

  /** Refuses one-time statements while standing by: they would be lost at the next takeover. */
  #mustKeep(): void {
    if (this.#options.standsBy()) throw new JiaError("stands-by");
  }

  #forget(person: string): void {
    this.#states.delete(person);
    this.#rooms.delete(person);
  }
}

/** How long an entry at the door counts as presence, in milliseconds: by then a phone has joined the home's network. */
const DOOR_MS = 15 * 60_000;
