import type { DeviceId } from "../../home/index.ts";
import type { DialectOutput } from "../dialect.ts";
import { messageProblem } from "../message-json.ts";
import { OrderedWork } from "../time-slices.ts";
import type { BridgeEntry } from "./bridge-entry.ts";
import type { CatalogueRead, DeviceCatalogue } from "./catalogue.ts";
import type { BridgeDevice } from "./exposes.ts";
import { jsonItems, MAX_ITEM_LENGTH } from "./json-items.ts";

/** Most devices, and most groups, that are taken from one bridge. */
const MAX_ITEMS = 2000;
/** How long one list is read at most, in milliseconds of work: two thousand devices take seconds, ten times that on a slow machine. */
const MOST_MS = 120_000;

type Pieces = Generator<readonly DialectOutput[], void>;

/** The entries so far, and how the lists change them. */
export interface Entries {
  readonly find: (id: DeviceId) => BridgeEntry | undefined;
  readonly all: () => Iterable<BridgeEntry>;
  readonly add: (entry: BridgeEntry) => readonly DialectOutput[];
  readonly drop: (id: DeviceId) => readonly DialectOutput[];
  /** Told all groups there are now. */
  readonly grouped: (groups: readonly BridgeEntry[]) => void;
}

/** A list that is to be read. */
interface List {
  readonly text: string;
  readonly topic: string;
  /** Whether it is from before. */
  readonly retained: boolean;
}

/**
 * `bridge/devices` and `bridge/groups`: each is all there is. A list of a thousand devices takes a second to read, so it is
 * read in pieces, in turn with everything else. What comes meanwhile waits; of two lists of devices the newer counts.
 */
export class BridgeLists {
  readonly #catalogue: DeviceCatalogue;
  readonly #entries: Entries;
  readonly #turns = new OrderedWork(MOST_MS);
  /** The last list of devices, until it is read. */
  #devices: List | null = null;
  /** The last list of groups, until it is read. */
  #groups: List | null = null;
  /** The items of the last list of groups: looked at again whenever devices change. */
  #groupItems: readonly unknown[] = [];
  #groupIds: ReadonlySet<DeviceId> = new Set();

  constructor(catalogue: DeviceCatalogue, entries: Entries) {
    this.#catalogue = catalogue;
    this.#entries = entries;
  }

  devices(text: string, topic: string, retained: boolean): readonly DialectOutput[] {
    this.#devices = { text, topic, retained };
    return this.#read(topic);
  }

  groups(text: string, topic: string, retained: boolean): readonly DialectOutput[] {
    this.#groups = { text, topic, retained };
    return this.#read(topic);
  }

  #read(topic: string): DialectOutput[] {
    return this.#turns.run("lists", () => this.#all(topic), { topic });
  }

  *#all(topic: string): Pieces {
    const [devices, groups] = [this.#devices, this.#groups];
    this.#devices = null;
    this.#groups = null;
    if (devices) yield* this.#allDevices(devices);
    if (groups) {
      const items: unknown[] = [];
      if (yield* eachItem(groups, (item) => items.push(item))) this.#groupItems = items;
    }
    yield* this.#allGroups(topic);
    this.#catalogue.sweep(this.#entries.all());
  }

  *#allDevices(list: List): Pieces {
    const reads: CatalogueRead[] = [];
    const found = new Map<string, BridgeDevice>();
    const whole = yield* eachItem(list, (item) => {
      reads.push(this.#catalogue.device(item, list.retained, found, this.#entries.find));
    });
    if (!whole) return;
    this.#catalogue.use(found);
    const ids = [...this.#entries.all()].map(({ description }) => description.id);
    const before = ids.filter((id) => !this.#groupIds.has(id));
    yield* this.#take(reads, before, list.topic);
  }

  *#allGroups(topic: string): Pieces {
    const reads: CatalogueRead[] = [];
    for (const item of this.#groupItems) {
      reads.push(this.#catalogue.group(item, this.#entries.find));
      yield [];
    }
    const before = [...this.#groupIds];
    const groups = reads.flatMap((read) => (read.kind === "entry" ? [read.entry] : []));
    this.#groupIds = new Set(groups.map(({ description }) => description.id));
    this.#entries.grouped(groups);
    yield* this.#take(reads, before, topic);
  }

  /** Takes a whole list: new and changed entries, and what is gone of `before`. */
  *#take(reads: readonly CatalogueRead[], before: readonly DeviceId[], topic: string): Pieces {
    const { find, add, drop } = this.#entries;
    const outputs: DialectOutput[] = [];
    const kept = new Set<DeviceId>();
    const changed: BridgeEntry[] = [];
    for (const read of reads) {
      if (read.kind === "problem") outputs.push(messageProblem(read.code, { topic }, read.detail));
      if (read.kind !== "entry" || kept.has(read.entry.description.id)) continue;
      kept.add(read.entry.description.id);
      if (find(read.entry.description.id) !== read.entry) changed.push(read.entry);
    }
    for (const id of before) if (!kept.has(id)) outputs.push(...drop(id), { kind: "removed", id });
    // Names may be swapped: all old topics go before any new one comes.
    const renamed = new Set(changed.filter((entry) => isRenamed(entry, find(entry.description.id))));
    for (const entry of renamed) outputs.push(...drop(entry.description.id));
    yield outputs;
    // What has no topic now comes first, the others are there until they are replaced.
    for (const entry of [...renamed, ...changed.filter((each) => !renamed.has(each))]) {
      yield [...drop(entry.description.id), ...add(entry)];
    }
  }
}

/** Visits every item of a list; returns false and yields a problem if it is no list: then nothing of it counts. */
function* eachItem({ text, topic }: List, look: (item: unknown) => void): Generator<readonly DialectOutput[], boolean> {
  const items = jsonItems(text, MAX_ITEMS);
  let count = 0;
  for (let next = items.next(); ; next = items.next()) {
    if (next.done === true) {
      if (count > MAX_ITEMS)
        yield [messageProblem("too-many", { topic }, `${count} entries, only ${MAX_ITEMS} are taken`)];
      if (next.value === "not-json") yield [messageProblem("malformed-json", { topic }, "not JSON")];
      if (next.value === "too-long")
        yield [messageProblem("too-long", { topic }, `an entry of more than ${MAX_ITEM_LENGTH}`)];
      if (next.value === "not-an-array") yield [messageProblem("malformed-list", { topic }, "not an array")];
      return next.value === "array";
    }
    count += 1;
    if (count <= MAX_ITEMS) look(next.value);
    yield [];
  }
}

function isRenamed({ name }: BridgeEntry, before: BridgeEntry | undefined): boolean {
  return before !== undefined && before.name !== name;
}
