import { resolveTarget, Target } from "../../../automation/index.ts";
import { cleanText, type SpecEvent } from "../../../home/index.ts";
import { message } from "../../../language/index.ts";
import { isPlainObject, parsedIfJson, type UnknownFields } from "./argument-shape.ts";
import type { DraftContext } from "./resolve-parts.ts";

/** Most events that an error lists. */
const MOST_EVENTS = 12;

/** Resolves an event by address, short name, type or description, and its arguments by the last part of their addresses. An unknown name stays, with a fault. */
export function eventIn(
  target: unknown,
  given: unknown,
  wanted: unknown,
  field: string,
  reading: DraftContext,
): UnknownFields {
  const { home, faults } = reading;
  const args = parsedIfJson(wanted);
  const parsed = Target.safeParse(target);
  const devices = parsed.success ? resolveTarget(parsed.data, home) : [];
  const events = devices.flatMap(({ spec }) => [...spec.events.values()]);
  const found = typeof given === "string" ? eventCalled(given, events) : undefined;
  if (typeof given === "string" && !found && devices.length > 0) {
    const known = [...new Set(events.map(({ address }) => address))].slice(0, MOST_EVENTS).join(", ");
    const name = cleanText(given, 60);
    faults.push({
      field,
      value: name,
      error: known === "" ? message("tools.noEvents", { name }) : message("tools.noSuchEvent", { name, known }),
    });
  }
  const named =
    found && isPlainObject(args) ? Object.entries(args).map(([key, value]) => [argumentOf(found, key), value]) : [];
  return {
    event: found?.address ?? given,
    ...(args !== undefined && { arguments: found && isPlainObject(args) ? Object.fromEntries(named) : args }),
  };
}

function eventCalled(given: string, events: readonly SpecEvent[]): SpecEvent | undefined {
  const wanted = plain(given);
  const exact = events.find(({ address }) => address === given);
  if (exact) return exact;
  const alike = events.filter((event) =>
    [event.address, shortOf(event.address), event.type, event.description].some((name) => plain(name) === wanted),
  );
  // "Motion" means motion-detected where it is the only event with that word.
  const close =
    alike.length > 0 || wanted === "" ? alike : events.filter((event) => plain(event.type).includes(wanted));
  return new Set(close.map(({ address }) => address)).size === 1 ? close[0] : undefined;
}

function argumentOf({ arguments: given }: SpecEvent, key: string): string {
  return given.find(({ address, type }) => address === key || shortOf(address) === key || type === key)?.address ?? key;
}

function shortOf(address: string): string {
  return address.slice(address.indexOf(".") + 1);
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
