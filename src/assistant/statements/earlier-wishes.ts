import { type Device, succeeded } from "../../home/index.ts";
import type { DeviceState } from "../../language/index.ts";
import { isInStateNow, stateAfterAct } from "../../understanding/ground/states.ts";
import type { HomeIndex } from "../../understanding/names/home-index.ts";
import type { IndexedDevice } from "../../understanding/names/indexed-device.ts";
import { playsRole } from "../../understanding/parse/items.ts";
import type { ClausePart, StatementClause } from "./clause.ts";
import type { EarlierOutcomes, Evidence } from "./evidence.ts";
import { indexedDevices, mentionedDevices } from "./mentioned-devices.ts";
import type { PersonRequest } from "./request.ts";
import { numbersInPart } from "./values.ts";

/**
 * Checks a claim that the person asked for something: true when an earlier turn of this conversation did it and the value has
 * not changed since; false for a wish of others, which nothing shows; null: no such claim.
 */
export function checkWishStatement(
  clause: StatementClause,
  request: PersonRequest,
  evidence: Evidence,
  index: HomeIndex,
): boolean | null {
  const { parts, question } = clause;
  const said = parts.filter(({ marks }) => marks.has("atWish") || marks.has("bidden"));
  if (said.length === 0) return wasDone(clause, request, evidence, index);
  if (question || evidence.called || parts.some((part) => playsRole(part, "if"))) return null;
  if (!said.some(({ marks }) => marks.has("atWish"))) return false;
  const asked = request.clauses.flatMap((each) => each.parts);
  const [one, ...others] = firstOf(
    () => mentionedDevices(parts, evidence, index, evidence.near),
    () => mentionedDevices(asked, evidence, index, evidence.near),
    () => indexedDevices(evidence.subjects, index),
  );
  if (one === undefined || others.length > 0) return false;
  const states = parts.flatMap(statesOf);
  const fits =
    states.length === 0 || states.some((state) => isInStateNow(state, { indexed: one, service: null }, evidence.now));
  return fits && evidence.wishes.some((wish) => isOf(wish, one.device));
}

/**
 * Checks a claim of the speaker about an earlier action: "I turned it off", 我设的是24度. true: an earlier turn did it; null: no such
 * claim, or a call of this turn.
 */
function wasDone(
  { parts, question, whole = parts }: StatementClause,
  request: PersonRequest,
  evidence: Evidence,
  index: HomeIndex,
): boolean | null {
  const self = parts.findIndex(({ marks }) => marks.has("self"));
  const asks = request.asks || request.clauses.some((each) => each.question);
  const own = parts.slice(self + 1);
  const states = own.flatMap(statesOf);
  const numbers = own.flatMap((part) => (part.measure?.kind === "quantity" ? numbersInPart(part) : []));
  if (question || self < 0 || !asks || evidence.called || evidence.wishes.length === 0) return null;
  if (parts.some((part) => part.possible || isDenying(part))) return null;
  if (states.length + numbers.length === 0 || parts.some((part) => part.marks.has("own") && !playsRole(part, "left")))
    return null;
  const asked = request.clauses.flatMap((each) => each.parts);
  const done = evidence.wishes.flatMap(({ outcomes }) => outcomes.map(({ device }) => device));
  const found = firstOf(
    () => mentionedDevices(parts, evidence, index, evidence.near),
    () => mentionedDevices(whole, evidence, index, evidence.near),
    () => mentionedDevices(asked, evidence, index, evidence.near),
    () => indexedDevices(new Set(done), index),
  );
  return (
    found.some(
      (each) =>
        (states.length === 0 ||
          states.some((state) => isInStateNow(state, { indexed: each, service: null }, evidence.now))) &&
        evidence.wishes.some(
          (wish) => isOf(wish, each.device) && numbers.every((number) => isValueOf(wish, each.device, number)),
        ),
    ) && found.every(({ device }) => evidence.wishes.some((wish) => isOf(wish, device)))
  );
}

function isDenying(part: ClausePart): boolean {
  return playsRole(part, "not") || playsRole(part, "no") || part.marks.has("unable") || part.marks.has("failing");
}

function isValueOf({ outcomes }: EarlierOutcomes, device: Device, number: number): boolean {
  return outcomes.some((outcome) => "property" in outcome && outcome.device === device.id && outcome.value === number);
}

function firstOf(...found: readonly (() => readonly IndexedDevice[] | null)[]): readonly IndexedDevice[] {
  for (const each of found) {
    const devices = each() ?? [];
    if (devices.length > 0) return devices;
  }
  return [];
}

/** The states that a part claims; open counts as on and closed as off (开 of a fan). */
function statesOf({ lex }: ClausePart): DeviceState[] {
  const states = [...(lex?.states ?? []), ...(lex?.acts ?? []).flatMap((act) => stateAfterAct(act) ?? [])];
  return states.flatMap((state) =>
    state === "open" ? ["open", "on"] : state === "closed" ? ["closed", "off"] : state,
  );
}

/** Milliseconds after an exchange within which a change counts as its effect. */
const SOON = 60_000;

function isOf({ at, outcomes }: EarlierOutcomes, device: Device): boolean {
  return outcomes.some((outcome) => {
    if (!("property" in outcome) || outcome.device !== device.id || !succeeded(outcome)) return false;
    const state = device.state.get(outcome.property);
    return state !== undefined && state.value === outcome.value && state.changedAt <= at + SOON;
  });
}
