import { type Device, type DeviceId, type Floor, KIND_MEMBERS, type Room, type Spec } from "../../../home/index.ts";
import { exactly, lexicon } from "../lexicon/lexicon.ts";
import type { FloorWord } from "../lexicon/types.ts";
import { normalise, type Token, tokenise } from "../text/tokens.ts";
import { PhraseTrie, spellings, type TrieNode } from "../text/trie.ts";
import { type Capabilities, capabilitiesOf } from "./capabilities.ts";
import { DeletionIndex } from "./deletions.ts";

/** What a phrase means in this home. */
export interface HomeMeaning {
  /** Devices of this name, alias, or name without its room. */
  readonly devices: DeviceId[];
  /** Services of devices with a name of their own: "left key". */
  readonly parts: { readonly device: DeviceId; readonly service: string }[];
  /** Room ids. */
  readonly rooms: string[];
  /** Floor ids. */
  readonly floors: string[];
  /** Ids of scenes. */
  readonly scenes: string[];
  /** Short names of properties that a spec describes with this phrase. */
  readonly props: string[];
  /** Short names of actions. */
  readonly actions: string[];
  /** Descriptions of list values, lower case. */
  readonly listed: string[];
}

export interface IndexedDevice {
  readonly device: Device;
  readonly capabilities: Capabilities;
  /** Kinds in the order of how well they fit: that of the spec, that of the name's last word, those of its services. */
  readonly kinds: ReadonlySet<string>;
  /** Kinds that it is first of all. */
  readonly ownKinds: ReadonlySet<string>;
  /** Stems of each name and alias. */
  readonly names: readonly (readonly string[])[];
  /** Whether one of its names ends in a plural ("Sprinklers"). */
  readonly plural: boolean;
  /** Each name and alias as one text without spaces, for parts of Chinese names. */
  readonly joined: readonly string[];
  /** Where it stands in the trie, for taking it out again. */
  readonly nodes: TrieNode<HomeMeaning>[];
}

export interface SceneName {
  readonly id: string;
  readonly names: readonly string[];
}

/** Kinds that say nothing about what hangs on them: their names do. */
const NAMED_BY_NAME: ReadonlySet<string> = new Set([
  "switch",
  "outlet",
  "remote-control",
  "gateway",
  "magnet-sensor",
  "lock",
]);

/** Names, rooms, floors, kinds and the words of specs of one home: built once, changed per device. */
export class HomeIndex {
  readonly trie = new PhraseTrie<HomeMeaning>();
  /** Keyed by device id. */
  readonly devices = new Map<DeviceId, IndexedDevice>();
  readonly #kinds = new Groups();
  readonly #inRooms = new Groups();
  readonly #types = new Groups();
  readonly #actions = new Groups();
  readonly #names = new Groups();
  /** Stems of the Latin words of names, rooms, floors and specs. */
  readonly words = new Set<string>();
  /** Names with a letter wrong; ids are those of devices. */
  readonly fuzzy = new DeletionIndex();
  /** Words of names with a letter wrong; ids are the words. */
  readonly fuzzyWords = new DeletionIndex();
  /** Room ids, keyed by the kind of room ("living room"). */
  #roomKinds = new Map<string, string[]>();
  #rooms: readonly Room[] = [];
  #floors: readonly Floor[] = [];
  /** Floor ids, keyed by number. */
  #floorNumbers = new Map<number, string>();
  #layoutNodes: TrieNode<HomeMeaning>[] = [];
  #sceneNodes: TrieNode<HomeMeaning>[] = [];
  readonly #specs = new WeakSet<Spec>();

  get rooms(): readonly Room[] {
    return this.#rooms;
  }

  get floors(): readonly Floor[] {
    return this.#floors;
  }

  room(id: string): Room | undefined {
    return this.#rooms.find((room) => room.id === id);
  }

  /** Rooms and floors; devices are indexed after them, because their names may start with a room. */
  setLayout(rooms: readonly Room[], floors: readonly Floor[]): void {
    for (const { meaning } of this.#layoutNodes) {
      if (meaning) meaning.rooms.length = 0;
      if (meaning) meaning.floors.length = 0;
    }
    this.#layoutNodes = [];
    this.#rooms = rooms;
    this.#floors = floors;
    this.#roomKinds = new Map();
    this.#floorNumbers = new Map();
    for (const room of rooms) this.#addRoom(room);
    for (const [order, floor] of floors.entries()) this.#addFloor(floor, order);
  }

  #addRoom(room: Room): void {
    for (const name of [room.name, ...room.aliases]) {
      const tokens = tokenise(normalise(name));
      this.#layoutNodes.push(...this.#register(tokens, ({ rooms }) => push(rooms, room.id)));
      for (const kind of exactly(lexicon().trie, tokens)?.rooms ?? []) {
        const known = this.#roomKinds.get(kind) ?? [];
        push(known, room.id);
        this.#roomKinds.set(kind, known);
      }
    }
  }

  #addFloor(floor: Floor, order: number): void {
    for (const name of [floor.name, ...floor.aliases]) {
      const tokens = tokenise(normalise(name));
      this.#layoutNodes.push(...this.#register(tokens, ({ floors }) => push(floors, floor.id)));
      for (const word of exactly(lexicon().trie, tokens)?.floors ?? []) {
        if (typeof word === "number") this.#floorNumbers.set(word, floor.id);
      }
    }
    if (![...this.#floorNumbers.values()].includes(floor.id) && this.#floorNumbers.get(order) === undefined) {
      this.#floorNumbers.set(order, floor.id);
    }
  }

  /** The home's rooms of a kind: by name, else those whose name holds the word ("bedroom" in "Bedroom 1"). */
  roomsOfKind(kind: string): readonly string[] {
    const known = this.#roomKinds.get(kind);
    if (known) return known;
    const words = kind.split(" ");
    return this.#rooms
      .filter((room) => {
        const tokens = tokenise(normalise(room.name)).map(({ stem }) => stem);
        return words.every((word) => tokens.includes(word));
      })
      .map(({ id }) => id);
  }

  /** The floor that a word means: by its number, or the uppermost or lowest of several. */
  floorOf(word: FloorWord): string | null {
    if (typeof word === "number") return this.#floorNumbers.get(word) ?? null;
    if (this.#floors.length < 2) return null;
    const ordered = [...this.#floorNumbers].sort(([a], [b]) => a - b);
    return (word === "top" ? ordered.at(-1)?.[1] : ordered[0]?.[1]) ?? null;
  }

  setScenes(scenes: readonly SceneName[]): void {
    for (const { meaning } of this.#sceneNodes) if (meaning) meaning.scenes.length = 0;
    this.#sceneNodes = scenes.flatMap(({ id, names }) =>
      names.flatMap((name) => this.#register(tokenise(normalise(name)), (meaning) => push(meaning.scenes, id))),
    );
  }

  /** Adds a device or takes over its new name, room and spec. */
  update(device: Device): void {
    this.remove(device.id);
    const capabilities = capabilitiesOf(device.spec);
    this.#learnSpec(device.spec);
    const nodes: TrieNode<HomeMeaning>[] = [];
    const names: string[][] = [];
    const joined: string[] = [];
    let plural = false;
    const ownKinds = new Set([device.spec.kind]);
    for (const name of [device.name, ...device.aliases]) {
      const tokens = tokenise(normalise(name));
      if (tokens.length === 0) continue;
      const stems = tokens.map(({ stem }) => stem);
      names.push(stems);
      plural ||= tokens.at(-1)?.plural ?? false;
      joined.push(stems.join(""));
      for (const kind of this.#kindsAtEnd(tokens)) if (NAMED_BY_NAME.has(device.spec.kind)) ownKinds.add(kind);
      for (const form of [tokens, this.#withoutRoom(tokens, device.room)]) {
        if (!form) continue;
        this.fuzzy.add(joinedText(form), device.id);
        if (!this.#isKindOf(form, device))
          nodes.push(...this.#register(form, ({ devices }) => push(devices, device.id)));
      }
    }
    for (const service of device.spec.services)
      this.#addPart(device, capabilities, service.key, service.description, nodes);
    const kinds = new Set([...ownKinds, ...capabilities.serviceKinds]);
    const indexed: IndexedDevice = { device, capabilities, kinds, ownKinds, names, plural, joined, nodes };
    this.devices.set(device.id, indexed);
    this.#group(indexed);
  }

  /** Devices that a word for a kind means. */
  ofKind(kind: string): ReadonlySet<IndexedDevice> {
    return this.#kinds.get(kind);
  }

  inRoom(room: string): ReadonlySet<IndexedDevice> {
    return this.#inRooms.get(room);
  }

  /** Devices with a property of one of these types, or an action of one of these. */
  having(types: readonly string[], actions: readonly string[] = []): ReadonlySet<IndexedDevice> {
    return new Set([
      ...types.flatMap((type) => [...this.#types.get(type)]),
      ...actions.flatMap((type) => [...this.#actions.get(type)]),
    ]);
  }

  /** Whether another device, in another room, has the same name. */
  sharesName(device: Device): boolean {
    for (const other of this.#names.get(device.name)) if (other.device.room !== device.room) return true;
    return false;
  }

  #group(indexed: IndexedDevice): void {
    const { device, capabilities, kinds, ownKinds } = indexed;
    for (const kind of kinds) this.#kinds.add(kind, indexed);
    for (const own of ownKinds) for (const wider of WIDER.get(own) ?? []) this.#kinds.add(wider, indexed);
    if (device.room) this.#inRooms.add(device.room.id, indexed);
    for (const type of capabilities.properties.keys()) this.#types.add(type, indexed);
    for (const type of capabilities.actions.keys()) this.#actions.add(type, indexed);
    this.#names.add(device.name, indexed);
  }

  remove(id: DeviceId): void {
    const known = this.devices.get(id);
    if (!known) return;
    for (const groups of [this.#kinds, this.#inRooms, this.#types, this.#actions, this.#names]) groups.remove(known);
    for (const { meaning } of known.nodes) {
      if (!meaning) continue;
      drop(meaning.devices, (each) => each === id);
      drop(meaning.parts, (each) => each.device === id);
    }
    this.fuzzy.remove(id);
    this.devices.delete(id);
  }

  /** Whether a device is meant by a word for a kind; `own` says that it is first of all. */
  isKind(indexed: IndexedDevice, kind: string): "own" | "member" | null {
    if (indexed.ownKinds.has(kind)) return "own";
    if (indexed.kinds.has(kind)) return "member";
    return KIND_MEMBERS[kind]?.some((member) => indexed.ownKinds.has(member)) ? "member" : null;
  }

  #register(tokens: readonly Token[], note: (meaning: HomeMeaning) => void): TrieNode<HomeMeaning>[] {
    const nodes: TrieNode<HomeMeaning>[] = [];
    for (const variant of spellings(tokens)) {
      for (const { kind, stem } of variant) {
        if (kind !== "word" || this.words.has(stem)) continue;
        this.words.add(stem);
        if (stem.length > 2) this.fuzzyWords.add(stem, stem);
      }
      const node = this.trie.node(variant);
      if (!node) continue;
      node.meaning ??= {
        devices: [],
        parts: [],
        rooms: [],
        floors: [],
        scenes: [],
        props: [],
        actions: [],
        listed: [],
      };
      note(node.meaning);
      nodes.push(node);
    }
    return nodes;
  }

  /** "Kitchen ceiling light" in the kitchen is also the "ceiling light". */
  #withoutRoom(tokens: readonly Token[], room: Room | null): readonly Token[] | null {
    if (!room) return null;
    for (const name of [room.name, ...room.aliases]) {
      const prefix = tokenise(normalise(name));
      if (prefix.length >= tokens.length) continue;
      if (prefix.every(({ stem }, index) => tokens[index]?.stem === stem)) {
        const rest = tokens.slice(prefix.length);
        return rest[0]?.text === "的" ? rest.slice(1) : rest;
      }
    }
    return null;
  }

  /** A name that is only a word for the device's own kind is left to the kind. */
  #isKindOf(tokens: readonly Token[], device: Device): boolean {
    const kinds = exactly(lexicon().trie, tokens)?.kinds ?? [];
    return kinds.some((kind) => kind === device.spec.kind || KIND_MEMBERS[kind]?.includes(device.spec.kind));
  }

  /** Kinds that the last words of a name say: "Reading lamp" is a light, whatever it is plugged into. */
  #kindsAtEnd(tokens: readonly Token[]): readonly string[] {
    for (let from = 0; from < tokens.length; from += 1) {
      const kinds = exactly(lexicon().trie, tokens.slice(from))?.kinds;
      if (kinds && kinds.length > 0) return kinds;
    }
    return [];
  }

  #addPart(
    device: Device,
    capabilities: Capabilities,
    service: string,
    description: string,
    nodes: TrieNode<HomeMeaning>[],
  ): void {
    const several = device.spec.services.filter(({ description: other }) => other === description).length > 1;
    const own = capabilities.main.length === 1 && capabilities.main[0]?.key === service;
    const switched = device.spec.services.some(
      ({ key, properties }) => key === service && properties.some(({ type, access }) => type === "on" && access.write),
    );
    if (several || own || !switched) return;
    const meaning = exactly(lexicon().trie, tokenise(normalise(description)));
    if (meaning && meaning.kinds.length > 0) return;
    nodes.push(
      ...this.#register(tokenise(normalise(description)), ({ parts }) => parts.push({ device: device.id, service })),
    );
  }

  /** The words by which a spec calls its properties, actions and values. */
  #learnSpec(spec: Spec): void {
    if (this.#specs.has(spec)) return;
    this.#specs.add(spec);
    const learn = (text: string, note: (meaning: HomeMeaning) => void): void => {
      const tokens = tokenise(normalise(text));
      if (tokens.length > 0 && tokens.length <= 12) this.#register(tokens, note);
    };
    for (const { type, description, access, values } of spec.properties.values()) {
      if (!access.read && !access.write && !access.notify) continue;
      for (const words of [description, type.replaceAll("-", " ")]) learn(words, ({ props }) => push(props, type));
      for (const value of values) {
        const words = value.description.toLowerCase();
        // A number is a number before it is a name.
        if (/^\d+$/.test(words)) continue;
        learn(words, ({ listed }) => push(listed, words));
      }
    }
    for (const { type, description } of spec.actions.values()) {
      for (const words of [description, type.replaceAll("-", " ")]) learn(words, ({ actions }) => push(actions, type));
    }
  }
}

/** The words of a name as one text: what a name with a letter wrong is compared with. */
export function joinedText(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join("");
}

/** Kinds whose word also means a kind, keyed by that kind: `lock` → door, gate. */
const WIDER: ReadonlyMap<string, readonly string[]> = widerKinds();

function widerKinds(): Map<string, string[]> {
  const wider = new Map<string, string[]>();
  for (const [kind, members] of Object.entries(KIND_MEMBERS)) {
    for (const member of members) wider.set(member, [...(wider.get(member) ?? []), kind]);
  }
  return wider;
}

const NONE: ReadonlySet<IndexedDevice> = new Set();

/** Devices by a key, and the keys of each device. */
class Groups {
  readonly #sets = new Map<string, Set<IndexedDevice>>();
  readonly #keys = new Map<IndexedDevice, string[]>();

  get(key: string): ReadonlySet<IndexedDevice> {
    return this.#sets.get(key) ?? NONE;
  }

  add(key: string, indexed: IndexedDevice): void {
    const set = this.#sets.get(key);
    if (set?.has(indexed)) return;
    if (set) set.add(indexed);
    else this.#sets.set(key, new Set([indexed]));
    const keys = this.#keys.get(indexed);
    if (keys) keys.push(key);
    else this.#keys.set(indexed, [key]);
  }

  remove(indexed: IndexedDevice): void {
    for (const key of this.#keys.get(indexed) ?? []) this.#sets.get(key)?.delete(indexed);
    this.#keys.delete(indexed);
  }
}

function push<Item>(list: Item[], item: Item): void {
  if (!list.includes(item)) list.push(item);
}

function drop<Item>(list: Item[], unwanted: (item: Item) => boolean): void {
  for (let at = list.length - 1; at >= 0; at -= 1) {
    const item = list[at];
    if (item !== undefined && unwanted(item)) list.splice(at, 1);
  }
}
