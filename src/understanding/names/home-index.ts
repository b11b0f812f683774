import { type Device, type DeviceId, type Floor, KIND_MEMBERS, type Room, type Spec } from "../../home/index.ts";
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

/** What something of the home is called beside its own names. */
export interface OtherName {
  readonly name: string;
  readonly of: { readonly type: "room" | "floor" | "device" | "scene"; readonly id: string };
}

/** The list of a meaning that names of such a thing are in. */
const LISTS = { room: "rooms", floor: "floors", device: "devices", scene: "scenes" } as const;

/** Names, rooms, floors, kinds and the words of specs of one home: built once, changed per device. */
export class HomeIndex {
  /** Keyed by device id. */
  readonly devices: Map<DeviceId, IndexedDevice>;
  /** Names with a letter wrong; ids are those of devices. */
  readonly fuzzy: DeletionIndex;
  /** Words of names that tell devices apart. */
  readonly callNames: NameWordIndex;
  readonly #phrases: HomePhrases;
  /** What things are called beside their own names, with those behind it. */
  #others: HomePhrases;
  readonly #layout: LayoutIndex;
  readonly #groups: DeviceGroups;
  #sceneNodes: HomeNode[] = [];
  #otherNames: readonly OtherName[] = [];
  #otherNodes: readonly { readonly node: HomeNode; readonly of: OtherName["of"] }[] = [];
  readonly #specs = new WeakSet<Spec>();
  /** Kinds as they come together, keyed by their names: many devices are of the same. */
  readonly #kinds = new Map<string, ReadonlySet<string>>();
  #added = 0;

  /**
   * @param whole the index of the same home that this one adds names to: all else is that one's
   * @param others with what things are called there beside their own names
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

  /** The same home, as somebody calls it who has names of their own for it: for as long as no device and no room comes or goes. */
  withNames(names: readonly OtherName[]): HomeIndex {
    const index = new HomeIndex(this);
    index.setOtherNames(names, []);
    return index;
  }

  /** The same home by the own names of what is in it alone. */
  withoutOtherNames(): HomeIndex {
    return new HomeIndex(this, false);
  }

  get trie(): PhraseTrie<HomeMeaning> {
    return this.#others.trie;
  }

  /** The Latin words of names, rooms, floors and specs, also with a letter wrong. */
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
    for (const { meaning } of this.#sceneNodes) if (meaning) removeFromMeaning(meaning, "scenes", () => true);
    this.#sceneNodes = scenes.flatMap(({ id, names }) =>
      names.flatMap((name) => this.#phrases.add(name, (meaning) => addToMeaning(meaning, "scenes", id))),
    );
  }

  /**
   * What people call things of the home beside their own names.
   * @param people what people are called: that is no other word with a letter wrong
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

  /** Adds a device or takes over its new name, room and spec. */
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
