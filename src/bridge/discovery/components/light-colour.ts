import { type Codec, isUnknownWord } from "../../spec/codec.ts";
import {
  channelsOf,
  fullRgb,
  hueSaturationOfRgb,
  type Rgb,
  rgbOf,
  rgbOfHueSaturation,
  rgbOfXy,
  xyOfRgb,
} from "../../spec/colour.ts";

/** What the numbers of a colour are: channels 0–255 (with one or two whites), hue and saturation, or chromaticity. */
export type ColourMode = "rgb" | "rgbw" | "rgbww" | "hs" | "xy";

/** Their names in the JSON schema, in order. */
const LETTERS: Readonly<Record<ColourMode, readonly string[]>> = {
  rgb: ["r", "g", "b"],
  rgbw: ["r", "g", "b", "w"],
  rgbww: ["r", "g", "b", "c", "w"],
  hs: ["h", "s"],
  xy: ["x", "y"],
};

/** The numbers of a colour, in the order of the letters of the mode. */
function numbersOf(mode: ColourMode, rgb: Rgb): number[] {
  switch (mode) {
    case "rgb":
      return channelsOf(fullRgb(rgb));
    case "rgbw":
    case "rgbww":
      return withWhites(channelsOf(fullRgb(rgb)), mode === "rgbw" ? 1 : 2);
    case "hs":
      return Object.values(hueSaturationOfRgb(rgb));
    case "xy":
      return Object.values(xyOfRgb(rgb));
    default:
      return mode satisfies never;
  }
}

/**
 * Colour channels with what is common to them given to the white, then as bright as before. Two whites share it, as if
 * both were neutral.
 */
function withWhites(channels: readonly number[], whites: 1 | 2): number[] {
  const white = Math.min(...channels);
  const parts = [...channels.map((channel) => channel - white), ...Array<number>(whites).fill(white)];
  const [before, after] = [Math.max(...channels), Math.max(...parts)];
  return parts.map((part) => (after === 0 ? 0 : Math.round((part * before) / after)));
}

/** The colour of such numbers; undefined when one is missing. */
function colourOf(mode: ColourMode, numbers: readonly unknown[]): Rgb | undefined {
  if (!numbers.every(finite) || numbers.length !== LETTERS[mode].length) return undefined;
  const [a = 0, b = 0, c = 0, ...whites] = numbers;
  if (mode === "xy") return rgbOfXy({ x: a, y: b });
  if (mode === "hs") return rgbOfHueSaturation({ hue: a, saturation: b });
  if (Math.max(...numbers) === 0) return undefined;
  const white = Math.max(0, ...whites);
  const mixed = [a + white, b + white, c + white];
  const most = Math.max(...mixed, 1);
  return fullRgb(rgbOf((mixed[0] ?? 0) * (255 / most), (mixed[1] ?? 0) * (255 / most), (mixed[2] ?? 0) * (255 / most)));
}

/** Whether a light that was sent one of them may report the other, as it rounds. */
function nearly(mode: ColourMode, sent: readonly unknown[], reported: readonly unknown[]): boolean {
  const most = mode === "xy" ? 0.01 : 3;
  return sent.every((a, index) => {
    const b = reported[index];
    return finite(a) && finite(b) && Math.abs(a - b) <= most;
  });
}

const finite = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);

/** Some devices write numbers as texts. */
const numberIn = (part: unknown) => (typeof part === "string" && part.trim() !== "" ? Number(part) : part);

const numbersIn = (raw: unknown) =>
  String(raw)
    .split(",")
    .map((part) => (part.trim() === "" ? Number.NaN : Number(part)));

/** A colour as numbers with commas: "255,0,0", "120,100", "0.3,0.4". Black is no colour. */
export function colourText(mode: ColourMode): Codec {
  return {
    decode(raw) {
      if (isUnknownWord(raw)) return null;
      const numbers = numbersIn(raw);
      if (numbers.length !== LETTERS[mode].length || !numbers.every(finite)) return null;
      return colourOf(mode, numbers);
    },
    encode: (value) => numbersOf(mode, Number(value)).join(","),
    near(sent, reported) {
      const [a, b] = [numbersIn(sent), numbersIn(reported)];
      return a.length === b.length && nearly(mode, a, b);
    },
  };
}

/** Like `colourText`, of a light whose channels are as strong as it is bright: sent and heard may differ by that. */
export function scaledText(mode: ColourMode): Codec {
  const inner = colourText(mode);
  return {
    ...inner,
    near(sent, reported) {
      const [a, b] = [numbersIn(sent), numbersIn(reported)];
      const [full, most] = [Math.max(...a), Math.max(...b)];
      if (!(full > 0 && most > 0) || a.length !== b.length) return false;
      const slack = Math.max(3, full / most);
      return a.every((part, index) => Math.abs(part - ((b[index] ?? Number.NaN) * full) / most) <= slack);
    },
  };
}

/** `color` of the JSON schema: r, g and b, h and s, or x and y. What is heard may be in another mode. */
export function colourObject(mode: ColourMode): Codec {
  const numbers = (raw: unknown, key: ColourMode): unknown[] =>
    typeof raw === "object" && raw !== null
      ? LETTERS[key].map((letter) =>
          Object.hasOwn(raw, letter) ? numberIn((raw as Record<string, unknown>)[letter]) : undefined,
        )
      : [];
  return {
    decode(raw) {
      if (typeof raw !== "object" || raw === null) return null;
      for (const each of [mode, "xy", "hs", "rgbww", "rgbw", "rgb"] as const) {
        const colour = colourOf(each, numbers(raw, each));
        if (colour !== undefined) return colour;
      }
      return undefined;
    },
    encode(value) {
      const parts = numbersOf(mode, Number(value));
      return Object.fromEntries(LETTERS[mode].map((letter, index) => [letter, parts[index]]));
    },
    near: (sent, reported) => {
      const asked = numbers(sent, mode);
      return asked.length > 0 && nearly(mode, asked, numbers(reported, mode));
    },
  };
}

/** Three channels in a list; as texts when heard. */
export const COLOUR_CHANNELS: Codec = {
  decode: (raw) => (Array.isArray(raw) ? colourOf("rgb", raw.map(Number)) : null),
  encode: (value) => numbersOf("rgb", Number(value)),
  near: (sent, reported) =>
    Array.isArray(sent) && Array.isArray(reported) && nearly("rgb", sent.map(Number), reported.map(Number)),
};
