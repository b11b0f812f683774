import type { Language } from "../../language/index.ts";
import { say } from "./words.ts";

/** What a device does when it tells of an event, keyed by the short name of the event. */
const EVENTS: Readonly<Record<string, readonly [en: string, zh: string]>> = {
  click: ["is pressed", "被按下"],
  "double-click": ["is pressed twice", "被双击"],
  "triple-click": ["is pressed three times", "被三击"],
  "long-press": ["is held down", "被长按"],
  "motion-detected": ["detects motion", "检测到有人移动"],
  motion: ["detects motion", "检测到有人移动"],
  "new-motion": ["detects motion", "检测到有人移动"],
  "wash-end": ["has finished washing", "洗涤结束"],
  "dry-end": ["has finished drying", "烘干结束"],
  "cook-finished": ["has finished cooking", "烹饪结束"],
  "doorbell-ring": ["is rung", "响铃"],
  ring: ["is rung", "响铃"],
  "low-battery": ["runs low on battery", "电量低"],
};

/** "is held down", "被长按"; for others what the device calls it. */
export function eventWords(address: string, language: Language): string {
  const type = address.slice(address.indexOf(".") + 1);
  const known = EVENTS[type];
  if (known) return say(language, ...known);
  const name = type.replaceAll("-", " ");
  return say(language, `reports "${name}"`, `报告“${name}”`);
}
