import { type Device, KIND_MEMBERS, type Room } from "../../home/index.ts";
import { exactMatch, lexicon } from "../lexicon/lexicon.ts";
import { normalise, type Token, tokenise } from "../text/tokens.ts";

/** Kinds whose devices are also of the kind that their name ends in, because the spec says nothing of the load. */
const NAMED_BY_NAME: ReadonlySet<string> = new Set([
  "switch",
  "outlet",
  "remote-control",
  "gateway",
  "magnet-sensor",
  "lock",
]);

/** The names and aliases of a device, prepared for matching. */
export interface DeviceNames {
  /** The primary kinds of the device: that of its spec, and for some that of its name. */
  readonly ownKinds: ReadonlySet<string>;
  /** Stems of each name and alias. */
  readonly names: readonly (readonly string[])[];
  /** Whether one of its names ends in a plural ("Sprinklers"). */
  readonly plural: boolean;
  /** Each name and alias as one text without spaces, for parts of Chinese names. */
  readonly joined: readonly string[];
  /** Each name as it may be said, with and without its room. */
  readonly forms: readonly (readonly Token[])[];
}

export function deviceNamesOf({ name, aliases, room, spec }: Device): DeviceNames {
  const all = [name, ...aliases].map((each) => tokenise(normalise(each))).filter((tokens) => tokens.length > 0);
  const names = all.map((tokens) => tokens.map(({ stem }) => stem));
  const said = NAMED_BY_NAME.has(spec.kind) ? all.flatMap(kindsAtEnd) : [];
  return {
    ownKinds: new Set([spec.kind, ...said]),
    names,
    plural: all.some((tokens) => tokens.at(-1)?.plural),
    joined: names.map((stems) => stems.join("")),
    forms: all.flatMap((tokens) => {
      const short = [withoutRoom(tokens, room), withoutOwner(tokens, spec)];
      return [tokens, ...short.filter((each) => each !== null)];
    }),
  };
}

/** "Kitchen ceiling light" in the kitchen is also the "ceiling light". */
export function withoutRoom(tokens: readonly Token[], room: Room | null): readonly Token[] | null {
  if (!room) return null;
  for (const name of [room.name, ...room.aliases]) {
    const prefix = tokenise(normalise(name));
    if (prefix.length >= tokens.length) continue;
    if (prefix.every(({ stem }, index) => tokens[index]?.stem === stem)) {
      const rest = tokens.slice(prefix.length);
      const joined = exactMatch(lexicon().trie, rest.slice(0, 1))?.roles.includes("of");
      return joined ? rest.slice(1) : rest;
    }
  }
  return null;
}

/** "Leo's night light" is a "night light", which is none of the words for its kind. */
function withoutOwner(tokens: readonly Token[], { kind }: Device["spec"]): readonly Token[] | null {
  if (tokens[0]?.kind !== "word") return null;
  for (let from = 1; from < tokens.length - 1; from += 1) {
    const end = tokens.slice(from);
    const kinds = exactMatch(lexicon().trie, end)?.kinds ?? [];
    if (kinds.length > 0) return kinds.some((each) => each === kind || KIND_MEMBERS[each]?.includes(kind)) ? null : end;
  }
  return null;
}

/** The kinds of the last words of a name: "Reading lamp" is a light, whatever it is plugged into. */
function kindsAtEnd(tokens: readonly Token[]): readonly string[] {
  for (let from = 0; from < tokens.length; from += 1) {
    const kinds = exactMatch(lexicon().trie, tokens.slice(from))?.kinds;
    if (kinds && kinds.length > 0) return kinds;
  }
  return [];
}

/** Whether a name is only a word for the device's own kind; then the kind is matched instead. */
export function isKindWord(tokens: readonly Token[], { spec }: Device): boolean {
  const kinds = exactMatch(lexicon().trie, tokens)?.kinds ?? [];
  return kinds.some((kind) => kind === spec.kind || KIND_MEMBERS[kind]?.includes(spec.kind));
}

/** Whether a name is a word for a part of its kind only: "ceiling fan". */
export function isNarrowWord(tokens: readonly Token[]): boolean {
  return exactMatch(lexicon().trie, tokens)?.narrow === true;
}

/** The words of a name as one text, for matching with one wrong letter. */
export function joinedText(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join("");
}
