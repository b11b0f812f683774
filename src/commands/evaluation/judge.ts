import type { Value } from "../../home/index.ts";
import type { Expectation } from "./set.ts";

/** Values by device (its id in the home file) and `service.property`. */
export type Changes = Readonly<Record<string, Readonly<Record<string, Value>>>>;

export interface Call {
  readonly device: string;
  readonly action: string;
  readonly in: readonly Value[];
}

export interface TimerSeen {
  readonly seconds: number;
  readonly name: string;
  readonly room: string | null;
}

/** What a case came to. */
export interface Result {
  readonly changes: Changes;
  readonly calls: readonly Call[];
  readonly timers: readonly TimerSeen[];
  readonly reply: string;
  readonly refused: number;
  readonly handled: boolean;
}

export interface Verdict {
  readonly succeeded: boolean;
  /** Something changed, or was called, that should not have. */
  readonly wrongAction: boolean;
}

/** Holds a result against what was expected of it. */
export function judge(expected: Expectation, result: Result): Verdict {
  const { missing, wrong } = compareChanges(expected, result.changes);
  const calls =
    expected.calls === undefined ? { missing: false, wrong: false } : compareCalls(expected.calls, result.calls);
  const holds =
    !missing &&
    !wrong &&
    !calls.missing &&
    !calls.wrong &&
    (expected.answer === undefined || expected.answer.some((text) => holdsText(result.reply, text))) &&
    (expected.refused === undefined || expected.refused === result.refused) &&
    (expected.timers === undefined ||
      expected.timers.every((timer) => result.timers.some((seen) => sameTimer(timer, seen))));
  return { succeeded: holds, wrongAction: wrong || calls.wrong };
}

function compareChanges(expected: Expectation, actual: Changes): { missing: boolean; wrong: boolean } {
  if (expected.changes === undefined) return { missing: false, wrong: false };
  const { changes, ignore = {}, tolerance = 0 } = expected;
  const ignored = (device: string, address: string): boolean => ignore[device]?.includes(address) ?? false;
  let wrong = false;
  for (const [device, values] of Object.entries(actual)) {
    for (const [address, value] of Object.entries(values)) {
      if (!ignored(device, address) && !near(changes[device]?.[address], value, tolerance)) wrong = true;
    }
  }
  let missing = false;
  for (const [device, values] of Object.entries(changes)) {
    for (const [address, value] of Object.entries(values)) {
      if (!ignored(device, address) && !near(value, actual[device]?.[address], tolerance)) missing = true;
    }
  }
  return { missing, wrong };
}

function near(a: Value | undefined, b: Value | undefined, tolerance: number): boolean {
  if (typeof a === "number" && typeof b === "number") return Math.abs(a - b) <= tolerance + 1e-9;
  return a !== undefined && a === b;
}

function compareCalls(
  expected: NonNullable<Expectation["calls"]>,
  actual: readonly Call[],
): { missing: boolean; wrong: boolean } {
  const same = (wanted: { device: string; action: string; in?: Value[] | undefined }, call: Call): boolean =>
    wanted.device === call.device &&
    wanted.action === call.action &&
    JSON.stringify(wanted.in ?? []) === JSON.stringify(call.in);
  return {
    missing: expected.some((wanted) => !actual.some((call) => same(wanted, call))),
    wrong: actual.some((call) => !expected.some((wanted) => same(wanted, call))),
  };
}

/** Whether the reply holds the text: in any case and spacing, as whole words where the text is Latin. */
export function holdsText(reply: string, text: string): boolean {
  const squeeze = (given: string): string => given.toLowerCase().replace(/\s+/g, " ").trim();
  const wanted = squeeze(text);
  const given = squeeze(reply);
  if (/^[a-z0-9]/.test(wanted) && !/\p{Script=Han}/u.test(wanted)) {
    const escaped = wanted.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/ /g, "\\s*");
    const end = /[a-z0-9]$/.test(wanted) ? "(?![a-z0-9])" : "";
    return new RegExp(`(?<![a-z0-9])${escaped}${end}`).test(given);
  }
  return given.replaceAll(" ", "").includes(wanted.replaceAll(" ", ""));
}

function sameTimer(
  wanted: { seconds: number; name?: string | undefined; room?: string | undefined },
  seen: TimerSeen,
): boolean {
  if (Math.abs(wanted.seconds - seen.seconds) > 0.5) return false;
  if (wanted.name !== undefined && wanted.name.toLowerCase() !== seen.name.toLowerCase()) return false;
  return wanted.room === undefined || wanted.room === seen.room;
}
