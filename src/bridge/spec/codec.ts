import { cleanText, MAX_TEXT, type Value } from "../../home/index.ts";

/** Translates the values of one property between the wire and the spec. */
export interface Codec {
  /** null when the value is not known, or cannot be one; undefined when what arrived says nothing about the property. */
  decode(raw: unknown): Value | null | undefined;
  encode(value: Value): unknown;
  /**
   * Whether two values on the wire are the same setting within the rounding of unit conversions and of the device.
   * Present where a conversion loses something: the report of what was sent then counts as the value that was asked for.
   */
  near?(sent: unknown, reported: unknown): boolean;
}

/** Words that devices send in place of a value that they do not know; 65535 is Zigbee's "invalid". */
const UNKNOWN_WORDS: ReadonlySet<unknown> = new Set([
  null,
  "",
  "None",
  "none",
  "null",
  "nan",
  "NaN",
  "unknown",
  "unavailable",
  65_535,
]);

/** Whether a raw value means "not known"; asked only for what is no value of the property. */
export function isUnknownWord(raw: unknown): boolean {
  return UNKNOWN_WORDS.has(raw);
}

/** A decoded value: null if it is not known, undefined if the message says nothing about the property. */
export interface Decoded {
  readonly value: Value | null | undefined;
  /** The raw value is none that the property can have. */
  readonly wrong: boolean;
}

/** A raw value as text, for a problem's detail. */
export function shownWire(raw: unknown): string {
  return (JSON.stringify(raw) ?? "nothing").slice(0, 100);
}

/** Decodes a raw value and distinguishes "not known" from a wrong value. */
export function decodeWire(codec: Codec, raw: unknown): Decoded {
  if (raw === undefined) return { value: undefined, wrong: false };
  const value = raw === null ? null : codec.decode(raw);
  return { value, wrong: value === null && !isUnknownWord(raw) };
}

const numberOf = (raw: unknown): number | null => {
  const number = typeof raw === "string" && raw.trim() !== "" ? Number(raw) : raw;
  return typeof number === "number" && Number.isFinite(number) ? number : null;
};

/** Numbers as they are. */
export const NUMBER: Codec = { decode: numberOf, encode: (value) => Number(value) };

/** Text, cleaned and cut. Numbers and booleans are written out. */
export const TEXT: Codec = {
  decode: (raw) =>
    typeof raw === "string" || typeof raw === "number" || typeof raw === "boolean"
      ? cleanText(String(raw), MAX_TEXT)
      : null,
  encode: (value) => String(value),
};

/** Text, where the usual words for "not known" mean that; "none" and "null" are ordinary texts. */
export const REPORTED_TEXT: Codec = {
  decode: (raw) => (raw === "None" || raw === "unknown" || raw === "unavailable" ? null : TEXT.decode(raw)),
  encode: TEXT.encode,
};

/** Lists and objects as JSON text; too long ones are not shown. A text that is no JSON is sent as it is. */
export const JSON_TEXT: Codec = {
  decode(raw) {
    if (raw === null || raw === undefined) return null;
    const text = JSON.stringify(raw);
    return text.length <= MAX_TEXT ? text : null;
  },
  encode(value) {
    try {
      return JSON.parse(String(value)) as unknown;
    } catch {
      return value;
    }
  },
};

const same = (a: unknown, b: unknown) =>
  a === b || (typeof a === "string" && typeof b === "string" && a.toLowerCase() === b.toLowerCase());

/** true and false as two values of the wire. Booleans are understood besides, unless the wire's own values are booleans. */
export function binary(on: unknown, off: unknown): Codec {
  return {
    decode: (raw) => (same(raw, on) ? true : same(raw, off) ? false : typeof raw === "boolean" ? raw : null),
    encode: (value) => (value === true ? on : off),
  };
}

/** A two-valued reading as numbers of a value-list: `whenOn` for the wire's on. */
export function binaryList(on: unknown, off: unknown, whenOn: number, whenOff: number): Codec {
  const inner = binary(on, off);
  return {
    decode(raw) {
      const value = inner.decode(raw);
      return typeof value === "boolean" ? (value ? whenOn : whenOff) : value;
    },
    encode: (value) => (value === whenOn ? on : off),
  };
}

/** A closed list of wire values as the numbers of a value-list, by position or as given in `numbers`. */
export function listedValues(values: readonly (string | number | boolean)[], numbers?: readonly number[]): Codec {
  const number = (index: number) => numbers?.[index] ?? index;
  const byWire = new Map<unknown, number>();
  const byNumber = new Map<Value, string | number | boolean>();
  for (const [index, value] of values.entries()) {
    for (const spelling of [value, String(value), String(value).toLowerCase()]) {
      if (!byWire.has(spelling)) byWire.set(spelling, number(index));
    }
    if (!byNumber.has(number(index))) byNumber.set(number(index), value);
  }
  return {
    decode: (raw) => byWire.get(raw) ?? (typeof raw === "string" ? byWire.get(raw.toLowerCase()) : undefined) ?? null,
    encode: (value) => byNumber.get(value),
  };
}

/** A level 0…`full` as percent 1–100; 0 says nothing about it, because off is said by `on`. */
export function percentOf(full: number): Codec {
  return {
    decode(raw) {
      const level = numberOf(raw);
      if (level === 0) return undefined;
      return level === null ? null : Math.min(100, Math.max(1, Math.round((level * 100) / full)));
    },
    encode: (value) => Math.max(1, Math.round((Number(value) * full) / 100)),
    near: (sent, reported) => {
      const [a, b] = [numberOf(sent), numberOf(reported)];
      return a !== null && b !== null && Math.abs(a - b) <= Math.max(1, full / 254);
    },
  };
}

/** Mired as kelvin, held between `min` and `max` mired. A report of 65535 is none. */
export function kelvin(min: number, max: number): Codec {
  return {
    decode(raw) {
      const mired = numberOf(raw);
      if (mired === null || mired <= 0 || mired > 2000) return null;
      return Math.round(1_000_000 / Math.min(max, Math.max(min, mired)));
    },
    encode: (value) => Math.min(max, Math.max(min, Math.round(1_000_000 / Number(value)))),
    near: (sent, reported) => {
      const [a, b] = [numberOf(sent), numberOf(reported)];
      return a !== null && b !== null && Math.abs(a - b) <= 1;
    },
  };
}

/** Celsius, from fahrenheit where the device speaks that; then to a tenth of a degree. */
export function celsiusOf(fahrenheit: boolean): Codec {
  if (!fahrenheit) return NUMBER;
  return {
    decode(raw) {
      const degrees = numberOf(raw);
      return degrees === null ? null : Number((((degrees - 32) * 5) / 9).toFixed(1));
    },
    encode: (value) => Number(((Number(value) * 9) / 5 + 32).toFixed(1)),
    near: (sent, reported) => {
      const [a, b] = [numberOf(sent), numberOf(reported)];
      return a !== null && b !== null && Math.abs(a - b) <= 1;
    },
  };
}

/** A level between two ends of the wire as percent 0–100; the ends may be turned round (0 is open). */
export function percentBetween(zero: number, full: number): Codec {
  const span = full - zero;
  return {
    decode(raw) {
      const level = numberOf(raw);
      if (level === null || span === 0) return null;
      return Math.min(100, Math.max(0, Math.round(((level - zero) * 100) / span)));
    },
    encode: (value) => Math.round(zero + (Number(value) * span) / 100),
    near: (sent, reported) => {
      const [a, b] = [numberOf(sent), numberOf(reported)];
      return a !== null && b !== null && Math.abs(a - b) <= Math.max(0.5, Math.abs(span) / 200);
    },
  };
}
