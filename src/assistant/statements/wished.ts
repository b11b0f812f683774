import { type Device, type DeviceId, type Outcome, succeeded } from "../../home/index.ts";
import { isNow, STATE_AFTER } from "../../understanding/ground/states.ts";
import type { Act, State } from "../../understanding/lexicon/types.ts";
import type { HomeIndex, IndexedDevice } from "../../understanding/names/home-index.ts";
import { is } from "../../understanding/parse/items.ts";
import type { Clause, Part } from "./clauses.ts";
import type { Evidence } from "./evidence.ts";
import type { Request } from "./request.ts";
import { indexed, mentionedBy } from "./subjects.ts";

/** What came of the person's words earlier in the conversation. */
export interface Wish {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly outcomes: readonly Outcome[];
}

/**
 * Whether what a clause says was done at the person's wish was: this conversation shows that they asked for it, and it has not
 * changed since. null: it says nothing of a wish. That others asked for it nothing shows.
 */
export function wasWished(clause: Clause, request: Request, evidence: Evidence, index: HomeIndex): boolean | null {
  const { parts, question } = clause;
  const said = parts.filter(({ marks }) => marks.has("atWish") || marks.has("bidden"));
  // Where the history was read, it tells.
  if (question || said.length === 0 || evidence.called || parts.some((part) => is(part, "if"))) return null;
  if (!said.some(({ marks }) => marks.has("atWish"))) return false;
  const asked = request.clauses.flatMap((each) => each.parts);
  const [one, ...others] = firstOf(
    () => mentionedBy(parts, evidence, index, evidence.near),
    () => mentionedBy(asked, evidence, index, evidence.near),
    () => indexed(evidence.subjects, index),
  );
  if (one === undefined || others.length > 0) return false;
  const states = parts.flatMap(statesOf);
  const fits =
    states.length === 0 || states.some((state) => isNow(state, { indexed: one, service: null }, evidence.now));
  return fits && evidence.wishes.some((wish) => isOf(wish, one.device));
}

function firstOf(...found: readonly (() => readonly IndexedDevice[] | null)[]): readonly IndexedDevice[] {
  for (const each of found) {
    const devices = each() ?? [];
    if (devices.length > 0) return devices;
  }
  return [];
}

const AFTER: Readonly<Partial<Record<Act, State>>> = STATE_AFTER;

/** 开 of a fan turns it on. */
function statesOf({ lex }: Part): State[] {
  const states = [...(lex?.states ?? []), ...(lex?.acts ?? []).flatMap((act) => AFTER[act] ?? [])];
  return states.flatMap((state) =>
    state === "open" ? ["open", "on"] : state === "closed" ? ["closed", "off"] : state,
  );
}

/** How long after the words that wished for it something may come about, in milliseconds. */
const SOON = 60_000;

function isOf({ at, outcomes }: Wish, device: Device): boolean {
  return outcomes.some((outcome) => {
    if (!("property" in outcome) || outcome.device !== (device.id satisfies DeviceId) || !succeeded(outcome))
      return false;
    const state = device.state.get(outcome.property);
    return state !== undefined && state.value === outcome.value && state.changedAt <= at + SOON;
  });
}
