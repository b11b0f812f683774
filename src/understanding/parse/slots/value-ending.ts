import type { HomeIndex } from "../../names/home-index.ts";
import type { Frame } from "../frame.ts";

/** Whether a value is turned off by its name: 空调制冷关了, 睡眠关掉. */
export function endsValue({ act, to, values, items }: Frame): boolean {
  const [value] = values;
  if (!value || values.length > 1 || to || !(act === "off" || act === "close")) return false;
  const { quantity, level, color, kelvin, half, listed } = value;
  const plain = quantity === null && level === null && color === null && kelvin === null && !half;
  return plain && listed.length > 0 && items.some(({ grammar }) => grammar.verbLast);
}

/** Types of switch properties with the name of a value. */
export function switchesOf(listed: readonly string[]): readonly string[] {
  return listed.flatMap((word) => [word, `${word}-mode`]);
}

/** Blocks turning a mode off by its name if no device has a switch for it: the new mode was not said. */
export function settleEnding(frame: Frame, index: HomeIndex): void {
  const [value] = frame.values;
  if (value && endsValue(frame) && index.having(switchesOf(value.listed)).size === 0) frame.blocked = true;
}
