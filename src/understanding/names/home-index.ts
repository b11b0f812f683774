import {
  type Device,
  type DeviceGroup,
  type DeviceId,
  type Floor,
  KIND_MEMBERS,
  type Room,
  type Spec,
} from "../../home/index.ts";
import type { FloorWord } from "../lexicon/types.ts";
import type { PhraseTrie } from "../text/trie.ts";
import { capabilitiesOf } from "./capabilities.ts";
import { DeletionIndex } from "./deletions.ts";
import { deviceNamesOf, isKindWord, isNarrowWord, joinedText } from "./device-names.ts";
import { DeviceGroups } from "./groups.ts";
import type { IndexedDevice } from "./indexed-device.ts";
import { LayoutIndex } from "./layout.ts";
import { NameWordIndex } from "./name-words.ts";
import { numberedNames } from "./numbered.ts";
import { addToMeaning, type HomeMeaning, type HomeNode, HomePhrases, removeFromMeaning } from "./phrases.ts";
import { serviceNames } from "./service-names.ts";
import { learnSpec } from "./spec-words.ts";
import { synonymNamesOf } from "./synonyms.ts";

export interface SceneName {
  readonly id: string;
  readonly names: readonly string[];
}

const NONE: readonly string[] = [];

/** A further name for something of the home, such as one that was remembered. */
export interface OtherName {
  readonly name: string;
  readonly of: { readonly type: "room" | "floor" | "device" | "scene"; readonly id: string };
}

/** The list of `HomeMeaning` for each type of thing. */
const LISTS = { room: "rooms", floor: "floors", device: "devices", scene: "scenes" } as const;

/** Names, rooms, floors, kinds and the words of specs of one home: built once, changed per device. */
export class HomeIndex {
  /** Keyed by device id. */
  readonly devices: Map<DeviceId, IndexedDevice>;
  /** Finds device names with one wrong letter; ids are those of devices. */
  readonly fuzzy: DeletionIndex;
  /** Finds devices by single words of their names. */
  readonly callNames: NameWordIndex;
  readonly #phrases: HomePhrases;
  /** Further names, on top of `#phrases`. */
  #others: HomePhrases;
  readonly #layout: LayoutIndex;
  readonly #groups: DeviceGroups;
  #sceneNodes: HomeNode[] = [];
  #groupNodes: HomeNode[] = [];
  #otherNames: readonly OtherName[] = [];
  #otherNodes: readonly { readonly node: HomeNode; readonly of: OtherName["of"] }[] = [];
  readonly #specs = new WeakSet<Spec>();
  /** One set for each combination of kinds, keyed by the joined kinds: many devices share one. */
  readonly #kinds = new Map<string, ReadonlySet<string>>();
  #added = 0;

  /**
   * @param whole the index of the same home that this one adds names to: all else is that one's
   * @param others with the further names of `whole`
   */
  constructor(whole: HomeIndex | null = null, others = true) {
    this.devices = whole?.devices ?? new Map();
    this.fuzzy = whole?.fuzzy ?? new DeletionIndex();
    this.callNames = whole?.callNames ?? new NameWordIndex();
    this.#phrases = whole === null ? new HomePhrases() : others ? whole.#others : whole.#phrases;
    this.#others = new HomePhrases(this.#phrases);
    this.#layout = whole === null ? new LayoutIndex(this.#phrases) : whole.#layout;
    this.#groups = whole === null ? new DeviceGroups() : whole.#groups;
  }

  /** The same home with the further names of one person. Valid until a device or a room is added or removed. */
  withNames(names: readonly OtherName[]): HomeIndex {
    const index = new HomeIndex(this);
    index.setOtherNames(names, []);
    return index;
  }

  /** The same home without further names. */
  withoutOtherNames(): HomeIndex {
    return new HomeIndex(this, false);
  }

  get trie(): PhraseTrie<HomeMeaning> {
    return this.#others.trie;
  }

  /** The Latin words of names, rooms, floors and specs, also with one wrong letter. */
  get words(): Pick<HomePhrases, "has" | "near"> {
    return this.#others;
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

  /** Sets rooms and floors. Devices must be indexed after them, because their names may start with a room. */
  setLayout(rooms: readonly Room[], floors: readonly Floor[]): void {
    this.#layout.set(rooms, floors);
  }

  /** Room ids of a kind: rooms that are named so, else rooms whose name contains the word ("bedroom" in "Bedroom 1"). */
  roomsOfKind(kind: string): readonly string[] {
    return this.#layout.roomsOfKind(kind);
  }

  /** Ids of all rooms with a name that ends in this word: "the bedrooms". */
  roomsCalled(stem: string): readonly string[] {
    return this.#layout.roomsCalled(stem);
  }

  /** Id of the floor that a word means: by number, or the uppermost or lowest of several. */
  floorOf(word: FloorWord): string | null {
    return this.#layout.floorOf(word);
  }

  setScenes(scenes: readonly SceneName[]): void {
    for (const { meaning } of this.#sceneNodes) if (meaning) removeFromMeaning(meaning, "scenes", () => true);
    this.#sceneNodes = scenes.flatMap(({ id, names }) =>
      names.flatMap((name) => this.#phrases.add(name, (meaning) => addToMeaning(meaning, "scenes", id))),
    );
  }

  /** Sets the groups that people made. Their members need not be there yet. */
  setGroups(groups: readonly DeviceGroup[]): void {
    for (const { meaning } of this.#groupNodes) if (meaning) removeFromMeaning(meaning, "members", () => true);
    this.#groupNodes = groups.flatMap(({ name, aliases, members }) =>
      [name, ...aliases].flatMap((each) =>
        this.#phrases.add(each, (meaning) => {
          for (const id of members) addToMeaning(meaning, "members", id);
        }),
      ),
    );
  }

  /**
   * Sets the further names of things of the home.
   * @param people names of people, which are never corrected as misspelt words
   */
  setOtherNames(names: readonly OtherName[], people: readonly string[]): void {
    this.#others = new HomePhrases(this.#phrases);
    for (const name of people) this.#others.know(name);
    this.#otherNodes = [];
    this.#otherNames = names;
    this.#noteOthers(names.filter(({ of }) => of.type !== "device" || this.devices.has(of.id)));
  }

  #noteOthers(names: readonly OtherName[]): void {
    const noted = names.flatMap(({ name, of }) =>
      this.#others.add(name, (meaning) => addToMeaning(meaning, LISTS[of.type], of.id)).map((node) => ({ node, of })),
    );
    this.#otherNodes = [...this.#otherNodes, ...noted];
  }

  #dropOthers(isOf: (of: OtherName["of"]) => boolean): void {
    const gone = this.#otherNodes.filter(({ of }) => isOf(of));
    for (const { node, of } of gone)
      if (node.meaning) removeFromMeaning(node.meaning, LISTS[of.type], (each: unknown) => each === of.id);
    if (gone.length > 0) this.#otherNodes = this.#otherNodes.filter(({ of }) => !isOf(of));
  }

  /** Adds a device, or updates its name, room and spec. */
  update(device: Device): void {
    this.remove(device.id);
    if (!this.#specs.has(device.spec)) learnSpec(device.spec, this.#phrases);
    this.#specs.add(device.spec);
    const capabilities = capabilitiesOf(device.spec);
    const { forms, ...names } = deviceNamesOf(device);
    const nodes: HomeNode[] = [];
    for (const other of synonymNamesOf(forms, device))
      nodes.push(...this.#phrases.addTokens(other.name, (meaning) => addToMeaning(meaning, other.as, device.id)));
    for (const form of forms) {
      this.fuzzy.add(joinedText(form), device.id);
      for (const other of numberedNames(form))
        nodes.push(...this.#phrases.addTokens(other, (meaning) => addToMeaning(meaning, "devices", device.id)));
      if (isKindWord(form, device) && !isNarrowWord(form)) continue;
      nodes.push(...this.#phrases.addTokens(form, (meaning) => addToMeaning(meaning, "devices", device.id)));
    }
    const parts = new Map(device.spec.services.map(({ key }) => [key, { device: device.id, service: key }]));
    for (const { service, name } of serviceNames(device, capabilities)) {
      const part = parts.get(service);
      if (part) nodes.push(...this.#phrases.addTokens(name, (meaning) => addToMeaning(meaning, "parts", part)));
    }
    const ownKinds = this.#together(names.ownKinds);
    const kinds = this.#together([...names.ownKinds, ...capabilities.serviceKinds]);
    this.#added += 1;
    const indexed: IndexedDevice = { device, capabilities, ...names, ownKinds, kinds, nodes, order: this.#added };
    this.devices.set(device.id, indexed);
    this.callNames.add(device);
    this.#groups.add(indexed);
    this.#noteOthers(this.#otherNames.filter(({ of }) => of.type === "device" && of.id === device.id));
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
    this.#dropOthers(({ type, id: each }) => type === "device" && each === id);
    for (const { meaning } of known.nodes) {
      if (!meaning) continue;
      for (const list of ["devices", "ending", "alike"] as const)
        removeFromMeaning(meaning, list, (each) => each === id);
      removeFromMeaning(meaning, "parts", (each) => each.device === id);
    }
    this.fuzzy.remove(id);
    this.callNames.remove(id);
    this.devices.delete(id);
  }

  /** Devices of a kind, including its member kinds. */
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

  /** Whether a word for a kind can mean a device; `own`: it is the primary kind of the device. */
  isKind({ ownKinds, kinds }: IndexedDevice, kind: string): "own" | "member" | null {
    if (ownKinds.has(kind)) return "own";
    if (kinds.has(kind)) return "member";
    for (const member of KIND_MEMBERS[kind] ?? NONE) if (ownKinds.has(member)) return "member";
    return null;
  }
}
