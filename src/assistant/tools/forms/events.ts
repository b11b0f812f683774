import { resolveTarget, Target } from "../../../automation/index.ts";
import type { SpecEvent } from "../../../home/index.ts";
import type { Reading } from "./reading.ts";
import { isLoose, type Loose, unfolded } from "./shape.ts";

/** An event by its address, its short name or its description, with arguments by the last part of their addresses. */
export function eventIn(target: unknown, given: unknown, wanted: unknown, { home }: Reading): Loose {
  const args = unfolded(wanted);
  const parsed = Target.safeParse(target);
  const events = parsed.success
    ? resolveTarget(parsed.data, home).flatMap(({ spec }) => [...spec.events.values()])
    : [];
  const found = typeof given === "string" ? eventCalled(given, events) : undefined;
  const named =
    found && isLoose(args) ? Object.entries(args).map(([key, value]) => [argumentOf(found, key), value]) : [];
  return {
    event: found?.address ?? given,
    ...(args !== undefined && { arguments: found && isLoose(args) ? Object.fromEntries(named) : args }),
  };
}

function eventCalled(given: string, events: readonly SpecEvent[]): SpecEvent | undefined {
  const wanted = plain(given);
  const exact = events.find(({ address }) => address === given);
  if (exact) return exact;
  const alike = events.filter((event) =>
    [event.address, shortOf(event.address), event.type, event.description].some((name) => plain(name) === wanted),
  );
  return new Set(alike.map(({ address }) => address)).size === 1 ? alike[0] : undefined;
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
