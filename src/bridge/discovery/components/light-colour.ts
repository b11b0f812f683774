import type { Codec } from "../../spec/codec.ts";
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

/** What the numbers of a colour are: channels 0–255, hue and saturation, or chromaticity. */
export type ColourMode = "rgb" | "hs" | "xy";

export const COLOUR_MODES: readonly ColourMode[] = ["rgb", "hs", "xy"];

/** The numbers of a colour, in the order of the letters of the mode. */
function numbersOf(mode: ColourMode, rgb: Rgb): number[] {
  switch (mode) {
    case "rgb":
      return channelsOf(fullRgb(rgb));
    case "hs":
      return Object.values(hueSaturationOfRgb(rgb));
    case "xy":
      return Object.values(xyOfRgb(rgb));
    default:
      return mode satisfies never;
  }
}

/** The colour of such numbers; null when one is missing. */
function colourOf(mode: ColourMode, [a, b, c]: readonly unknown[]): Rgb | null {
  if (!finite(a) || !finite(b)) return null;
  if (mode === "xy") return rgbOfXy({ x: a, y: b });
  if (mode === "hs") return rgbOfHueSaturation({ hue: a, saturation: b });
  return finite(c) ? fullRgb(rgbOf(a, b, c)) : null;
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

/** A colour as numbers with commas: "255,0,0", "120,100", "0.3,0.4". */
export function colourText(mode: ColourMode): Codec {
  const numbers = (raw: unknown) =>
    String(raw)
      .split(",")
      .map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
  return {
    decode: (raw) => colourOf(mode, numbers(raw)),
    encode: (value) => numbersOf(mode, Number(value)).join(","),
    near(sent, reported) {
      const [a, b] = [numbers(sent), numbers(reported)];
      return a.length === b.length && nearly(mode, a, b);
    },
  };
}

/** `color` of the JSON schema: r, g and b, h and s, or x and y. What is heard may be in another mode. */
export function colourObject(mode: ColourMode): Codec {
  const numbers = (raw: unknown, key: ColourMode): unknown[] =>
    typeof raw === "object" && raw !== null
      ? [...key].map((letter) => (Object.hasOwn(raw, letter) ? (raw as Record<string, unknown>)[letter] : undefined))
      : [];
  return {
    decode(raw) {
      for (const each of [mode, "xy", "hs", "rgb"] as const) {
        const colour = colourOf(each, numbers(raw, each));
        if (colour !== null) return colour;
      }
      return null;
    },
    encode(value) {
      const parts = numbersOf(mode, Number(value));
      return Object.fromEntries([...mode].map((letter, index) => [letter, parts[index]]));
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
