import type { Floor, Room } from "../../home/index.ts";
import { ofLanguages } from "../languages.ts";
import { exactMatch, lexicon } from "../lexicon/lexicon.ts";
import { type FloorWord, isOnlyValue, type LexicalMeaning } from "../lexicon/types.ts";
import { normalise, type Token, tokenise } from "../text/tokens.ts";
import { numberedNames } from "./numbered.ts";
import { addToMeaning, type HomeNode, type HomePhrases, removeFromMeaning } from "./phrases.ts";

/** The possessive markers of all languages. */
const possessives = ofLanguages((languages) =>
  languages.flatMap(({ writing }) => writing.possessives.split(" ")).filter((sign) => sign !== ""),
);

/** Index of the rooms and floors of a home by name, kind and number. */
export class LayoutIndex {
  readonly #phrases: HomePhrases;
  #rooms: readonly Room[] = [];
  #floors: readonly Floor[] = [];
  /** Room ids, keyed by the kind of room ("living room"). */
  #kinds = new Map<string, string[]>();
  /** Floor ids, keyed by number. */
  #numbers = new Map<number, string>();
  #nodes: HomeNode[] = [];

  constructor(phrases: HomePhrases) {
    this.#phrases = phrases;
  }

  get rooms(): readonly Room[] {
    return this.#rooms;
  }

  get floors(): readonly Floor[] {
    return this.#floors;
  }

  set(rooms: readonly Room[], floors: readonly Floor[]): void {
    for (const { meaning } of this.#nodes) {
      if (!meaning) continue;
      for (const list of ["rooms", "owned", "floors"] as const) removeFromMeaning(meaning, list, () => true);
    }
    this.#nodes = [];
    this.#rooms = rooms;
    this.#floors = floors;
    this.#kinds = new Map();
    this.#numbers = new Map();
    for (const room of rooms) this.#addRoom(room);
    for (const [order, floor] of floors.entries()) this.#addFloor(floor, order);
  }

  #addRoom(room: Room): void {
    for (const name of [room.name, ...room.aliases]) {
      const tokens = tokenise(normalise(name));
      for (const sign of possessives()) this.#addOwner(name.split(sign), room.id);
      this.#addShort(tokens, room.id);
      // "room two"; nobody says "room number two" of a room of a home.
      const counted = numberedNames(tokens).filter(({ length }) => length === tokens.length);
      for (const said of [tokens, ...counted])
        this.#nodes.push(...this.#phrases.addTokens(said, (meaning) => addToMeaning(meaning, "rooms", room.id)));
      for (const kind of exactMatch(lexicon().trie, tokens)?.rooms ?? []) {
        const known = this.#kinds.get(kind) ?? [];
        if (!known.includes(room.id)) known.push(room.id);
        this.#kinds.set(kind, known);
      }
    }
  }

  /** "Emma's room" belongs to Emma, and 小宝的房间 is also called 小宝房间. */
  #addOwner([owner, ...rest]: readonly string[], id: string): void {
    if (owner === undefined || rest.length !== 1) return;
    const [own, whole] = [owner, owner + rest.join("")].map((text) => tokenise(normalise(text)));
    if (!own || !whole || own.length === 0 || saysMore(exactMatch(lexicon().trie, own))) return;
    this.#nodes.push(...this.#phrases.addTokens(own, (meaning) => addToMeaning(meaning, "owned", id)));
    if (!owner.endsWith(" "))
      this.#nodes.push(...this.#phrases.addTokens(whole, (meaning) => addToMeaning(meaning, "rooms", id)));
  }

  /** The blind of the "dining room" is also called the dining blind. */
  #addShort(tokens: readonly Token[], id: string): void {
    const [first, last, ...more] = tokens;
    if (!first || !last || more.length > 0 || first.kind !== "word") return;
    const roomWord = exactMatch(lexicon().trie, [last]);
    if (!roomWord?.roles.includes("roomWord") && !roomWord?.rooms.includes("bedroom")) return;
    const own = exactMatch(lexicon().trie, [first]);
    if (own && !isOnlyValue(own)) return;
    this.#nodes.push(...this.#phrases.addTokens([first], (meaning) => addToMeaning(meaning, "owned", id)));
  }

  #addFloor(floor: Floor, order: number): void {
    for (const name of [floor.name, ...floor.aliases]) {
      const tokens = tokenise(normalise(name));
      this.#nodes.push(...this.#phrases.addTokens(tokens, (meaning) => addToMeaning(meaning, "floors", floor.id)));
      for (const word of exactMatch(lexicon().trie, tokens)?.floors ?? []) {
        if (typeof word === "number") this.#numbers.set(word, floor.id);
      }
    }
    if (![...this.#numbers.values()].includes(floor.id) && this.#numbers.get(order) === undefined) {
      this.#numbers.set(order, floor.id);
    }
  }

  /** Room ids of a kind: rooms that are named so, else rooms whose name contains the word ("bedroom" in "Bedroom 1"). */
  roomsOfKind(kind: string): readonly string[] {
    const known = this.#kinds.get(kind);
    if (known) return known;
    const words = kind.split(" ");
    return this.#rooms
      .filter((room) => {
        const tokens = tokenise(normalise(room.name)).map(({ stem }) => stem);
        return words.every((word) => tokens.includes(word));
      })
      .map(({ id }) => id);
  }

  /** Ids of all rooms with a name that ends in this word: "the bedrooms" include Emma's bedroom. */
  roomsCalled(stem: string): readonly string[] {
    const word = stem.split(" ").at(-1) ?? "";
    // "The guest rooms": every room is called a room.
    if (lexicon().lookup(word)?.roles.includes("roomWord")) return [];
    return this.#rooms
      .filter(({ name, aliases = [] }) =>
        [name, ...aliases].some((each) => tokenise(normalise(each)).at(-1)?.stem === word),
      )
      .map(({ id }) => id);
  }

  /** Id of the floor that a word means: by number, or the uppermost or lowest of several. */
  floorOf(word: FloorWord): string | null {
    if (typeof word === "number") return this.#numbers.get(word) ?? null;
    if (word === "own" || this.#floors.length < 2) return null;
    const ordered = [...this.#numbers].sort(([a], [b]) => a - b);
    return (word === "top" ? ordered.at(-1)?.[1] : ordered[0]?.[1]) ?? null;
  }
}

/** Whether a phrase has a meaning beyond being an everyday word. */
function saysMore(meaning: LexicalMeaning | null | undefined): boolean {
  return meaning != null && meaning.roles[0] !== "plain";
}
