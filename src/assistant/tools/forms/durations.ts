import { durationMs, SUN_EVENTS } from "../../../automation/index.ts";
import { languages, messages } from "../../../language/index.ts";
import { playsRole } from "../../../understanding/parse/items.ts";
import { durationIn, sunIn, wordsIn } from "./times.ts";

/** Whether a value is a number without a unit. */
export function isUnitless(given: unknown): boolean {
  return typeof given === "number" || (typeof given === "string" && /^\s*[+-]?\d+(?:\.\d+)?\s*$/.test(given));
}

/** Whether a text has the form of a clock: as a length, `1:30` is ambiguous. */
export function isClockForm(given: string): boolean {
  return /^\s*\d{1,2}:\d{2}\s*$/.test(given);
}

/** A duration with a unit, in milliseconds; null for other texts. */
export function durationMsIn(given: string): number | null {
  if (isUnitless(given) || isClockForm(given)) return null;
  const length = durationIn(given);
  return length === null ? null : durationMs(length);
}

/** The same for what a person types: also "1h30" and "2h5" without the last unit. */
export function writtenDurationMs(given: string): number | null {
  const [, hours, minutes] = /^\s*(\d+)\s*h\s*(\d{1,2})\s*$/i.exec(given) ?? [];
  return hours === undefined ? durationMsIn(given) : durationMs(`${hours}h${minutes}m`);
}

/** A change of a duration in milliseconds, negative for less: "+5m", "-2 minutes", "5 minutes more", 少五分钟. Null for other texts. */
export function durationChangeIn(given: string): number | null {
  const [, sign = "", rest = ""] = /^\s*([+-]?)\s*(.*)$/.exec(given) ?? [];
  const plain = durationMsIn(rest);
  if (plain !== null) return sign === "-" ? -plain : plain;
  const words = wordsIn(rest);
  const less = words.filter((item) => playsRole(item, "less") || playsRole(item, "past"));
  const more = words.filter((item) => playsRole(item, "more") || playsRole(item, "add") || playsRole(item, "after"));
  if (less.length + more.length !== 1 || sign !== "") return null;
  const others = words.filter((item) => !less.includes(item) && !more.includes(item));
  const ms = durationMsIn(others.map(({ said }) => said).join(" "));
  return ms !== null && less.length > 0 ? -ms : ms;
}

/** An offset from an event of the sun in the form of definitions: "-30 min", "30 minutes before", 前30分钟. Other values stay. */
export function offsetIn(given: unknown): unknown {
  if (given === 0) return "0s";
  if (typeof given === "number") return String(given);
  if (typeof given !== "string" || isUnitless(given)) return given;
  const [, sign = "", rest = ""] = /^\s*([+-]?)\s*(.*)$/.exec(given) ?? [];
  const duration = durationIn(rest);
  // Without a sign the text may hold "before" or "after".
  if (duration !== null && sign !== "") return `${sign === "-" ? "-" : ""}${duration}`;
  return besideSun(given) ?? duration ?? given;
}

/** An offset in words: it is read together with an event of the sun, in each language. */
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
