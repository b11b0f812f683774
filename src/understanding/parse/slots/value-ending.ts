import type { HomeIndex } from "../../names/home-index.ts";
import type { Frame } from "../frame.ts";

/** Whether what shall end is said by the name of a value: 空调制冷关了, 睡眠关掉. */
export function endsValue({ act, to, values, items }: Frame): boolean {
  const [value] = values;
  if (!value || values.length > 1 || to || !(act === "off" || act === "close")) return false;
  const { quantity, level, color, kelvin, half, listed } = value;
  const plain = quantity === null && level === null && color === null && kelvin === null && !half;
  return plain && listed.length > 0 && items.some(({ grammar }) => grammar.verbLast);
}

/** Types of properties that are on or off and are called like a value. */
export function switchesOf(listed: readonly string[]): readonly string[] {
  return listed.flatMap((word) => [word, `${word}-mode`]);
}

/** What a device shall do instead of a mode was not said, unless that is on or off by itself. */
export function settleEnding(frame: Frame, index: HomeIndex): void {
  const [value] = frame.values;
  if (value && endsValue(frame) && index.having(switchesOf(value.listed)).size === 0) frame.blocked = true;
}
