/** A text that a pack has in common with another. */
export interface SameText {
  /** Where it is in the pack: "messages.turn.empty". */
  readonly path: string;
  /** The text, or the source of the function or pattern. */
  readonly text: string;
}

/** What is not for people: tags, and the code of the pack. */
const NO_TEXTS = ["code", "locale"];
/** A word: letters that stand together. */
const WORD = /\p{L}{2}/u;
/** The texts in the source of a function: what stands in quotes, without the places of a template. */
const QUOTED = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`(?:\\.|[^`\\])*`/g;

/**
 * The texts of a pack that are those of another, letter for letter: what is still to be translated after a copy. Texts
 * without a word ("{name}: {value}") are left out; a function counts when its source is the same and holds a word.
 */
export function untranslatedTexts(pack: object, original: object): readonly SameText[] {
  return Object.entries(pack).flatMap(([key, value]: [string, unknown]) =>
    NO_TEXTS.includes(key) ? [] : sameIn(key, value, entryOf(original, key)),
  );
}

function sameIn(path: string, value: unknown, original: unknown): readonly SameText[] {
  if (typeof value === "string") return value === original && hasWord(value) ? [{ path, text: value }] : [];
  if (typeof value === "function") {
    const source = String(value);
    const same = typeof original === "function" && source === String(original);
    const words = source.match(QUOTED)?.some((text) => hasWord(text.replace(/\$\{[^}]*\}/g, ""))) ?? false;
    return same && words ? [{ path, text: source.replace(/\s+/g, " ") }] : [];
  }
  if (value instanceof RegExp) {
    const same = original instanceof RegExp && value.source === original.source;
    return same && WORD.test(value.source.replace(/\\./g, " ")) ? [{ path, text: value.source }] : [];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    sameIn(`${path}.${key}`, inner, entryOf(original, key)),
  );
}

function entryOf(tree: unknown, key: string): unknown {
  return typeof tree === "object" && tree !== null
    ? Object.entries(tree).find(([name]) => name === key)?.[1]
    : undefined;
}

function hasWord(text: string): boolean {
  return WORD.test(text.replace(/\{\w+\}/g, ""));
}
