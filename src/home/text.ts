/**
 * Strings from devices, brokers, models and the network are data: they are cut to a length and stripped of control
 * characters the moment they enter (docs/architecture.md, invariant 3).
 */

/** Longest name, room or alias that is kept, in UTF-16 units. */
export const MAX_NAME = 64;
/** Longest free text (a device's string value, a model's sentence) that is kept, in UTF-16 units. */
export const MAX_TEXT = 2000;

// Control characters, bidirectional overrides, zero-width characters, the byte-order mark and lone surrogates.
const UNSAFE = /[\p{Cc}\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]|\p{Cs}/gu;

/** Printable ASCII with single spaces: nothing to clean, as with most names. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/** `text` without control and invisible characters, white space folded, at most `max` UTF-16 units, never cut inside a character. */
export function cleanText(text: string, max = MAX_NAME): string {
  if (text.length <= max && PLAIN.test(text)) return text;
  const clean = text
    .slice(0, max * 4)
    .replace(UNSAFE, " ")
    .replace(/\s+/gu, " ")
    .trim();
  if (clean.length <= max) return clean;
  const cut = clean.slice(0, max);
  return (/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut).trimEnd();
}

/** A handle for people and models: lower case words joined by "-"; Chinese characters are kept. "Ceiling light" → "ceiling-light". */
export function slug(text: string): string {
  return cleanText(text)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
}
