import type { Token } from "./tokens.ts";

/** A colour given as three numbers; `end` is the index after its last token. */
export interface ColorSpan {
  /** 0xRRGGBB */
  readonly color: number;
  readonly end: number;
  /** It can be nothing but a colour: "rgb 255, 0, 0", "(255, 0, 0)". */
  readonly clear: boolean;
}

/** The name of the colour model, the same in every language. */
const NAME = "rgb";
/** Three numbers with spaces or commas between them, written together or not. */
const NUMBERS =
  /(rgb[\s:]*)?\(?\s*(\d{1,3})(?:\s*[,，]\s*|\s+)(\d{1,3})(?:\s*[,，]\s*|\s+)(\d{1,3})(?![\d.%:])\s*(\))?/iy;

/** Reads three numbers up to 255: "255, 0, 0", "rgb(10,20,30)". "128,255" is no number of six digits there. */
export function readColor(tokens: readonly Token[], from: number, source: string): ColorSpan | null {
  const first = tokens[from];
  if (!first || (first.kind !== "number" && first.text !== NAME)) return null;
  NUMBERS.lastIndex = first.start;
  const found = NUMBERS.exec(source);
  if (!found) return null;
  const [text, name, ...parts] = found;
  const [red = 0, green = 0, blue = 0] = parts.slice(0, 3).map(Number);
  if (Math.max(red, green, blue) > 255) return null;
  const to = first.start + text.length;
  const after = tokens.findIndex(({ start }) => start >= to);
  const end = after < 0 ? tokens.length : after;
  if ((tokens[end - 1]?.end ?? 0) > to) return null;
  const held = source.charAt(first.start - 1) === "(" && parts[3] === ")";
  return { color: red * 65_536 + green * 256 + blue, end, clear: name !== undefined || held };
}
