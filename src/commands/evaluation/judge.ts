import type { Value } from "../../home/index.ts";
import { type Findings, isSameValue } from "./findings.ts";
import { judgePlans } from "./judge-plans.ts";
import type { PlanHistory } from "./plans.ts";
import type { Expectation } from "./set.ts";
import type { StateChanges } from "./world.ts";

export interface ActionCall {
  readonly device: string;
  readonly action: string;
  readonly in: readonly Value[];
}

export interface ObservedTimer {
  readonly seconds: number;
  readonly name: string;
  readonly room: string | null;
}

/** The result of a case. */
export interface CaseResult {
  readonly changes: StateChanges;
  readonly calls: readonly ActionCall[];
  readonly plans: readonly PlanHistory[];
  /** The timers at the end of the case. */
  readonly timers: readonly ObservedTimer[];
  readonly reply: string;
  /** How many parts of sentences were refused. */
  readonly refused: number;
  /** Whether every sentence was understood. */
  readonly handled: boolean;
  /** Whether the last reply waits for an answer: a question, a confirmation, an offer. */
  readonly asked: boolean;
  /** The engine's confidence in its least certain sentence, from 0 to 1; null when it gives none. */
  readonly confidence: number | null;
}

export interface CaseVerdict extends Findings {
  readonly succeeded: boolean;
  /** Whether anything was changed, invoked or planned that was not expected. */
  readonly wrongAction: boolean;
}

/** Compares a result with its expectation. */
export function judge(expected: Expectation, result: CaseResult): CaseVerdict {
  const findings = [
    judgeChanges(expected, result.changes),
    judgeCalls(expected, result.calls),
    judgePlans(expected, result.plans),
    judgeWords(expected, result),
  ];
  // A missing timer is found twice: among the timers, and among the plans.
  const missing = [...new Set(findings.flatMap((each) => each.missing))];
  const wrong = findings.flatMap((each) => each.wrong);
  return { succeeded: missing.length === 0 && wrong.length === 0, wrongAction: wrong.length > 0, missing, wrong };
}

function judgeChanges(expected: Expectation, actual: StateChanges): Findings {
  const { changes, ignore = {}, tolerance = 0 } = expected;
  const differing = (of: StateChanges, from: StateChanges): string[] =>
    Object.entries(of).flatMap(([device, values]) =>
      Object.entries(values).flatMap(([address, value]) =>
        ignore[device]?.includes(address) || isSameValue(value, from[device]?.[address], tolerance)
          ? []
          : [`${device} ${address} = ${value}`],
      ),
    );
  return { missing: differing(changes, actual), wrong: differing(actual, changes) };
}

function judgeCalls(expected: Expectation, actual: readonly ActionCall[]): Findings {
  const { calls, changes, ignore = {} } = expected;
  if (calls === undefined) {
    return { missing: [], wrong: actual.filter(({ device }) => !(changes[device] ?? ignore[device])).map(callText) };
  }
  const missing = calls.map(callText);
  const wrong: string[] = [];
  // Each expected call stands for one call; repeating the action is another one.
  for (const call of actual.map(callText)) {
    const at = missing.indexOf(call);
    if (at < 0) wrong.push(call);
    else missing.splice(at, 1);
  }
  return { missing, wrong };
}

function callText(call: { device: string; action: string; in?: readonly Value[] | undefined }): string {
  return `${call.device} ${call.action}(${JSON.stringify(call.in ?? []).slice(1, -1)})`;
}

function judgeWords({ answer, refused, timers = [] }: Expectation, result: CaseResult): Findings {
  const missing = timers
    .filter((timer) => !result.timers.some((seen) => sameTimer(timer, seen)))
    .map((timer) => `timer ${JSON.stringify(timer)}`);
  if (answer !== undefined && !answer.some((text) => holdsText(result.reply, text))) {
    missing.push(`reply with ${answer.map((text) => JSON.stringify(text)).join(" or ")}`);
  }
  if (refused !== undefined && refused !== result.refused) missing.push(`refused ${refused}, not ${result.refused}`);
  return { missing, wrong: [] };
}

/** Whether a reply contains a text, in any case and spacing, and as whole words for Latin letters. */
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

function sameTimer(wanted: NonNullable<Expectation["timers"]>[number], seen: ObservedTimer): boolean {
  if (Math.abs(wanted.seconds - seen.seconds) > 0.5) return false;
  if (wanted.name !== undefined && wanted.name.toLowerCase() !== seen.name.toLowerCase()) return false;
  return wanted.room === undefined || wanted.room === seen.room;
}
