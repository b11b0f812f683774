import { durationMs, SUN_EVENTS } from "../../../automation/index.ts";
import { languages, messages } from "../../../language/index.ts";
import { is } from "../../../understanding/parse/items.ts";
import { durationIn, sunIn, wordsIn } from "./times.ts";

/** Whether it is a number without a unit: ten of what, nobody knows. */
export function isBare(given: unknown): boolean {
  return typeof given === "number" || (typeof given === "string" && /^\s*[+-]?\d+(?:\.\d+)?\s*$/.test(given));
}

/** Whether it looks like a clock: as a length, `1:30` may be hours or minutes. */
export function isClock(given: string): boolean {
  return /^\s*\d{1,2}:\d{2}\s*$/.test(given);
}

/** Milliseconds of a length that says its unit; null for any other. */
export function lengthIn(given: string): number | null {
  if (isBare(given) || isClock(given)) return null;
  const length = durationIn(given);
  return length === null ? null : durationMs(length);
}

/** "+5m", "-2 minutes", "5 minutes more", 少五分钟: so many milliseconds longer, or shorter. Null for what is no length. */
export function addedIn(given: string): number | null {
  const [, sign = "", rest = ""] = /^\s*([+-]?)\s*(.*)$/.exec(given) ?? [];
  const plain = lengthIn(rest);
  if (plain !== null) return sign === "-" ? -plain : plain;
  const words = wordsIn(rest);
  const less = words.filter((item) => is(item, "less") || is(item, "past"));
  const more = words.filter((item) => is(item, "more") || is(item, "add") || is(item, "after"));
  if (less.length + more.length !== 1 || sign !== "") return null;
  const others = words.filter((item) => !less.includes(item) && !more.includes(item));
  const ms = lengthIn(others.map(({ said }) => said).join(" "));
  return ms !== null && less.length > 0 ? -ms : ms;
}

/** "-30 min", "30 minutes before", 前30分钟 as definitions write what is before or after the sun's event; 0 is none. As it was given where it is none. */
export function offsetIn(given: unknown): unknown {
  if (given === 0) return "0s";
  if (typeof given === "number") return String(given);
  if (typeof given !== "string" || isBare(given)) return given;
  const [, sign = "", rest = ""] = /^\s*([+-]?)\s*(.*)$/.exec(given) ?? [];
  const duration = durationIn(rest);
  // Without a sign, "30 minutes after" is read as what it says, and not as a length alone.
  if (duration !== null && sign !== "") return `${sign === "-" ? "-" : ""}${duration}`;
  return besideSun(given) ?? duration ?? given;
}

/** The offset in the words of any language: they are those that stand beside the sun's event. */
function besideSun(given: string): string | null {
  const [event] = SUN_EVENTS;
  for (const language of languages()) {
    const sun = messages(language).times.sunPoint({ event, offset: "", before: false });
    for (const text of [`${given} ${sun}`, `${sun}${given}`]) {
      const offset = sunIn(text)?.offset;
      if (offset !== undefined) return offset;
    }
  }
  return null;
}
