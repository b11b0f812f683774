import { type Device, type DeviceId, type Floor, KIND_MEMBERS, type Room, type Spec } from "../../home/index.ts";
import type { FloorWord } from "../lexicon/types.ts";
import type { PhraseTrie } from "../text/trie.ts";
import { otherNamesOf } from "./alike.ts";
import { CallNames } from "./call-names.ts";
import { type Capabilities, capabilitiesOf } from "./capabilities.ts";
import { DeletionIndex } from "./deletions.ts";
import { type DeviceNames, isKindWord, isNarrowWord, joinedText, namesOf } from "./device-names.ts";
import { DeviceGroups } from "./groups.ts";
import { Layout } from "./layout.ts";
import { numberedNames } from "./numbered.ts";
import { dropFrom, type HomeMeaning, type HomeNode, HomePhrases, noteIn } from "./phrases.ts";
import { serviceNames } from "./service-names.ts";
import { learnSpec } from "./spec-words.ts";

export interface IndexedDevice extends Omit<DeviceNames, "forms"> {
  readonly device: Device;
  readonly capabilities: Capabilities;
  /** Kinds in the order of how well they fit: that of the spec, that of the name's last word, those of its services. */
  readonly kinds: ReadonlySet<string>;
  /** Where it stands among the phrases, for taking it out again. */
  readonly nodes: readonly HomeNode[];
  /** Counts the devices as they came. */
  readonly order: number;
}

export interface SceneName {
  readonly id: string;
  readonly names: readonly string[];
}

const NONE: readonly string[] = [];

/** Names, rooms, floors, kinds and the words of specs of one home: built once, changed per device. */
export class HomeIndex {
  /** Keyed by device id. */
  readonly devices = new Map<DeviceId, IndexedDevice>();
  /** Names with a letter wrong; ids are those of devices. */
  readonly fuzzy = new DeletionIndex();
  /** Words of names that tell devices apart. */
  readonly callNames = new CallNames();
  readonly #phrases = new HomePhrases();
  readonly #layout = new Layout(this.#phrases);
  readonly #groups = new DeviceGroups();
  #sceneNodes: HomeNode[] = [];
  readonly #specs = new WeakSet<Spec>();
  /** Kinds as they come together, keyed by their names: many devices are of the same. */
  readonly #kinds = new Map<string, ReadonlySet<string>>();
  #added = 0;

  get trie(): PhraseTrie<HomeMeaning> {
    return this.#phrases.trie;
  }

  /** Stems of the Latin words of names, rooms, floors and specs. */
  get words(): ReadonlySet<string> {
    return this.#phrases.words;
  }

  /** Words of names with a letter wrong; ids are the words. */
  get fuzzyWords(): DeletionIndex {
    return this.#phrases.fuzzyWords;
  }

  get rooms(): readonly Room[] {
    return this.#layout.rooms;
  }

  get floors(): readonly Floor[] {
    return this.#layout.floors;
  }

  room(id: string): Room | undefined {
    return this.rooms.find((room) => room.id === id);
  }

  /** Rooms and floors; devices are indexed after them, because their names may start with a room. */
  setLayout(rooms: readonly Room[], floors: readonly Floor[]): void {
    this.#layout.set(rooms, floors);
  }

  /** The home's rooms of a kind: by name, else those whose name holds the word ("bedroom" in "Bedroom 1"). */
  roomsOfKind(kind: string): readonly string[] {
    return this.#layout.roomsOfKind(kind);
  }

  /** All rooms of which a name ends in a word: "the bedrooms". */
  roomsCalled(stem: string): readonly string[] {
    return this.#layout.roomsCalled(stem);
  }

  /** The floor that a word means: by its number, or the uppermost or lowest of several. */
  floorOf(word: FloorWord): string | null {
    return this.#layout.floorOf(word);
  }

  setScenes(scenes: readonly SceneName[]): void {
    for (const { meaning } of this.#sceneNodes) if (meaning) dropFrom(meaning, "scenes", () => true);
    this.#sceneNodes = scenes.flatMap(({ id, names }) =>
      names.flatMap((name) => this.#phrases.add(name, (meaning) => noteIn(meaning, "scenes", id))),
    );
  }

  /** Adds a device or takes over its new name, room and spec. */
  update(device: Device): void {
    this.remove(device.id);
    if (!this.#specs.has(device.spec)) learnSpec(device.spec, this.#phrases);
    this.#specs.add(device.spec);
    const capabilities = capabilitiesOf(device.spec);
    const { forms, ...names } = namesOf(device);
    const nodes: HomeNode[] = [];
    for (const other of otherNamesOf(forms, device))
      nodes.push(...this.#phrases.addTokens(other.name, (meaning) => noteIn(meaning, other.as, device.id)));
    for (const form of forms) {
      this.fuzzy.add(joinedText(form), device.id);
      for (const other of numberedNames(form))
        nodes.push(...this.#phrases.addTokens(other, (meaning) => noteIn(meaning, "devices", device.id)));
      if (isKindWord(form, device) && !isNarrowWord(form)) continue;
      nodes.push(...this.#phrases.addTokens(form, (meaning) => noteIn(meaning, "devices", device.id)));
    }
    const parts = new Map(device.spec.services.map(({ key }) => [key, { device: device.id, service: key }]));
    for (const { service, name } of serviceNames(device, capabilities)) {
      const part = parts.get(service);
      if (part) nodes.push(...this.#phrases.addTokens(name, (meaning) => noteIn(meaning, "parts", part)));
    }
    const ownKinds = this.#together(names.ownKinds);
    const kinds = this.#together([...names.ownKinds, ...capabilities.serviceKinds]);
    this.#added += 1;
    const indexed: IndexedDevice = { device, capabilities, ...names, ownKinds, kinds, nodes, order: this.#added };
    this.devices.set(device.id, indexed);
    this.callNames.add(device);
    this.#groups.add(indexed);
  }

  #together(kinds: Iterable<string>): ReadonlySet<string> {
    const all = new Set(kinds);
    const key = [...all].join();
    const known = this.#kinds.get(key) ?? all;
    this.#kinds.set(key, known);
    return known;
  }

  remove(id: DeviceId): void {
    const known = this.devices.get(id);
    if (!known) return;
    this.#groups.remove(known);
    for (const { meaning } of known.nodes) {
      if (!meaning) continue;
      for (const list of ["devices", "ending", "alike"] as const) dropFrom(meaning, list, (each) => each === id);
      dropFrom(meaning, "parts", (each) => each.device === id);
    }
    this.fuzzy.remove(id);
    this.callNames.remove(id);
    this.devices.delete(id);
  }

  /** Devices that a word for a kind means. */
  ofKind(kind: string): ReadonlySet<IndexedDevice> {
    return this.#groups.ofKind(kind);
  }

  inRoom(room: string): ReadonlySet<IndexedDevice> {
    return this.#groups.inRoom(room);
  }

  /** Devices with a property of one of these types, or an action of one of these. */
  having(types: readonly string[], actions: readonly string[] = []): ReadonlySet<IndexedDevice> {
    return this.#groups.having(types, actions);
  }

  /** Whether any device has a property of one of these types. */
  hasAny(types: readonly string[]): boolean {
    return this.#groups.hasAny(types);
  }

  /** Whether another device, in another room, has the same name. */
  sharesName(device: Device): boolean {
    return this.#groups.sharesName(device);
  }

  /** Whether a device is meant by a word for a kind; `own` says that it is first of all. */
  isKind({ ownKinds, kinds }: IndexedDevice, kind: string): "own" | "member" | null {
    if (ownKinds.has(kind)) return "own";
    if (kinds.has(kind)) return "member";
    for (const member of KIND_MEMBERS[kind] ?? NONE) if (ownKinds.has(member)) return "member";
    return null;
  }
}
