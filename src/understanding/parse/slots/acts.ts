import type { Act } from "../../lexicon/types.ts";
import { type Item, playsAnyRole, playsRole } from "../items.ts";
import { isValue, valueMentionOf } from "../senses.ts";
import type { ClauseState } from "./clause-state.ts";

/** Acts that need a particle or a value to be complete. */
const OPEN_ACTS: ReadonlySet<Act | null> = new Set<Act | null>(["set", "turn", null]);

/** Reads an act into the frame; of several acts in one clause, their combination. */
export function readAct(item: Item, { frame, targets }: ClauseState): boolean {
  const { lex } = item;
  const act = lex?.acts[0];
  if (!lex || !act) return false;
  if (frame.act === null || frame.act === "turn" || frame.act === "set" || frame.act === "tell") {
    // "set … open" keeps the value; "have the vacuum clean" is about cleaning.
    frame.act = frame.act !== null && act === "set" ? frame.act : act;
    frame.to ||= lex.to;
  } else if (lex.to || act === "set") {
    frame.to ||= lex.to;
  } else if (isStarter(frame.act) && !isStarter(act)) {
    frame.act = frame.act === "start" ? act : frame.act;
  } else if (act === frame.act || isStarter(act) || act === "play") {
    return true;
  } else if (act === "raise" || act === "lower") {
    frame.more = act === "raise" ? 1 : -1;
  } else if (isValue(item)) {
    frame.values.push(valueMentionOf(item));
  } else if (act === "on" || act === "open" || act === "off" || act === "close") {
    targets.unknown(item);
  }
  return true;
}

function isStarter(act: Act): boolean {
  return act === "start" || act === "stop";
}

/** Whether the next items are a goal: an amount, a number behind its unit, or a word that can only be a value here. */
function isGoal(next: Item | undefined, behind: Item | undefined): boolean {
  if (!next) return false;
  if (next.measure) return next.measure.kind === "quantity";
  const { lex } = next;
  if (lex?.unit === "level") return behind?.measure?.kind === "quantity";
  return lex !== null && lex.listed.length > 0 && lex.changes.length > 0 && lex.kinds.length === 0;
}

const PARTICLES = ["on", "off", "up", "down"] as const;

/** Reads on, off, up and down, which are part of the verb or a preposition before a place. */
export function readParticle(item: Item, { cursor, frame, targets, question }: ClauseState): boolean {
  const particle = playsAnyRole(item, PARTICLES) ? PARTICLES.find((role) => playsRole(item, role)) : undefined;
  if (!particle) return false;
  const swings = frame.props.some((type) => /swing|direction|motor/.test(type));
  if (swings && isValue(item)) return false;
  if (question) return true;
  // "the screen on the purifier"
  if (particle === "on" && targets.ofPart && cursor.headAfterArticle) return true;
  // "put the volume on 15", "put the AC on heat", "put the fan on speed 2"
  const bare = frame.act === null && frame.heads.length > 0 && cursor.next()?.measure === null;
  if (particle === "on" && (frame.act === "set" || bare) && isGoal(cursor.next(), cursor.later[1])) {
    frame.to = true;
    return true;
  }
  const complete = !OPEN_ACTS.has(frame.act);
  // "switch the lamp on the desk off": one of the two is a preposition before an unknown place.
  if ((frame.act === "on" && particle === "off") || (frame.act === "off" && particle === "on" && !cursor.beforePlace()))
    frame.blocked = true;
  if (particle === "on" && (cursor.beforePlace() || (cursor.headAhead() && (complete || frame.actions.length > 0))))
    return true;
  if (complete) return true;
  if (frame.act === "set" && (particle === "up" || particle === "down") && frame.values.length > 0) return true;
  frame.act = particle === "up" ? "raise" : particle === "down" ? "lower" : particle;
  return true;
}
