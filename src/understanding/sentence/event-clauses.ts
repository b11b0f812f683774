import type { RuleDraft } from "../ground/conditions.ts";
import type { DialogueContext } from "../ground/context.ts";
import { modifierRoles } from "../parse/command-modifiers.ts";
import { type Item, isMark } from "../parse/items.ts";
import { anyHasRole, roleSet } from "../parse/role-index.ts";
import { eventForms } from "../utterance/compiled-forms.ts";
import { type EventForms, SPEC_EVENTS, type SpokenEvent } from "../utterance/events.ts";
import { isConditionWord } from "./rule.ts";

/** A clause with an event that no state expresses, and the command for it. */
export interface EventClause {
  readonly event: SpokenEvent;
  /** The clause as it was said, without "when". */
  readonly said: string;
  readonly command: readonly Item[];
}

/**
 * Splits a clause with an event from its command: "when someone rings the doorbell, …", "… when I come home", 有人按门铃就…. The
 * event is never read as a command. Null when there is none, or more is said in its clause.
 */
export function eventClauseIn(items: readonly Item[], source: string): EventClause | null {
  if (!anyHasRole(items, MARKERS) && !items.some(tells)) return null;
  const text = source.toLowerCase();
  const start = items.find((item) => !isMark(item))?.first.start ?? 0;
  for (const forms of eventForms()) {
    const leading = leadingAt(forms, text, start, source);
    if (leading) return { ...leading, command: items.filter((item) => item.first.start >= leading.to) };
    const trailing = trailingIn(forms, items, text, source);
    if (trailing) return trailing;
  }
  return null;
}

/** Roles of words that make one thing depend on another. */
const MARKERS = roleSet(...modifierRoles("condition"), "consequence", "remind", "calls");

/** Whether it is a verb of telling: "tell me when …". */
function tells({ lex }: Item): boolean {
  return lex?.acts.includes("tell") ?? false;
}

interface Leading {
  readonly event: SpokenEvent;
  readonly said: string;
  /** Where the command begins in the text. */
  readonly to: number;
}

/** The event at the start of the text, before the command; null when there is none. */
function leadingAt(forms: EventForms, text: string, start: number, source: string): Leading | null {
  const from = start + longest(forms.openings, text, start);
  const opened = from > start || forms.openings.some((pattern) => matchAt(pattern, text, start) === 0);
  if (!opened) return null;
  const found = saidAt(forms, text, from);
  if (!found) return null;
  const end = from + found.length;
  const ending = Math.max(...forms.endings.map((pattern) => matchAt(pattern, text, end)));
  if (ending < 0) return null;
  return { event: found.event, said: source.slice(from, end), to: end + ending };
}

/** The event behind the command: "turn on the porch light when the doorbell rings". Null when there is none. */
function trailingIn(forms: EventForms, items: readonly Item[], text: string, source: string): EventClause | null {
  const at = items.findIndex(isConditionWord);
  const opener = items[at];
  const last = items.findLast((item) => !isMark(item));
  if (at < 1 || !opener || !last) return null;
  const length = longest(forms.openings, text, opener.first.start);
  const found = length > 0 ? saidAt(forms, text, opener.first.start + length) : null;
  const from = opener.first.start + length;
  if (!found || from + found.length < last.end) return null;
  return { event: found.event, said: source.slice(from, last.end), command: items.slice(0, at) };
}

/** The event at a position, by the longest pattern that matches. */
function saidAt(forms: EventForms, text: string, at: number): { event: SpokenEvent; length: number } | null {
  let best: { event: SpokenEvent; length: number } | null = null;
  for (const event of SPOKEN_EVENTS) {
    const length = matchAt(forms.says[event], text, at);
    if (length > (best?.length ?? 0)) best = { event, length };
  }
  return best;
}

const SPOKEN_EVENTS: readonly SpokenEvent[] = [
  "doorbell",
  "visitor",
  "caller",
  "smoke",
  "gas",
  "cry",
  "arrival",
  "leaving",
  "rain",
  "phone",
];

/** Length of a match at a position; -1: none. */
function matchAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? -1;
}

function longest(patterns: readonly RegExp[], text: string, at: number): number {
  return Math.max(0, ...patterns.map((pattern) => matchAt(pattern, text, at)));
}

/** A rule for the device events that report this; null when no device of this home has one. */
export function ruleFor(event: SpokenEvent, { index }: DialogueContext): RuleDraft | null {
  const types = SPEC_EVENTS[event];
  if (types.size === 0) return null;
  const triggers: RuleDraft["triggers"][number][] = [];
  for (const { device } of index.devices.values()) {
    for (const { type, address } of device.spec.events.values()) {
      if (types.has(type)) triggers.push({ type: "event", target: device.id, event: address });
    }
  }
  return triggers.length > 0 ? { triggers, conditions: [] } : null;
}
