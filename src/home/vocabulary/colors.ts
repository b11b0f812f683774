import type { Language } from "../language.ts";

/** Colours that have a name, keyed by 0xRRGGBB. */
const COLOR_NAMES: ReadonlyMap<number, Readonly<Record<Language, string>>> = new Map([
  [0xff0000, { en: "red", zh: "红色" }],
  [0x00ff00, { en: "green", zh: "绿色" }],
  [0x0000ff, { en: "blue", zh: "蓝色" }],
  [0xffff00, { en: "yellow", zh: "黄色" }],
  [0xffa500, { en: "orange", zh: "橙色" }],
  [0x800080, { en: "purple", zh: "紫色" }],
  [0xffc0cb, { en: "pink", zh: "粉色" }],
  [0x00ffff, { en: "cyan", zh: "青色" }],
  [0xff00ff, { en: "magenta", zh: "品红色" }],
  [0xffffff, { en: "white", zh: "白色" }],
  [0xffd700, { en: "gold", zh: "金色" }],
  [0x40e0d0, { en: "turquoise", zh: "青绿色" }],
]);

/** A colour as a person calls it; its hexadecimal form when it has no name. */
export function colorName(rgb: number, language: Language): string {
  return COLOR_NAMES.get(rgb)?.[language] ?? `#${rgb.toString(16).padStart(6, "0")}`;
}
