import { stretchFeaturesOf } from "../parse/clauses/stretch-features.ts";
import { modifierRolesExcept } from "../parse/command-modifiers.ts";
import { type Item, isMark, isUnknown, playsAnyRole, playsRole } from "../parse/items.ts";
import { isQuestion } from "../parse/questions.ts";
import { anyHasRole, roleSet } from "../parse/role-index.ts";
import type { Understanding } from "../plan.ts";
import { canBeLeftAside, setsAlarm } from "../utterance/aside.ts";
import { isConditional, type UtterancePiece, utterancePiecesOf } from "../utterance/pieces.ts";

/** Reads an alarm, reminder or timer with its reason: 五分钟后提醒我关火，锅里炖着汤; 设个二十分钟的倒计时，蒸馒头. Null for anything else. */
export function besideRinging(
  items: readonly Item[],
  source: string,
  understand: (said: readonly Item[]) => Understanding,
): Understanding | null {
  const pieces = utterancePiecesOf(items, source);
  const ringing = pieces.filter((piece) => setsAlarm(piece.items) && !isQuestion(piece.items));
  const [only] = ringing;
  const timer = items.some((item) => playsRole(item, "timer")) && items.length <= LONGEST_NAMED;
  if (pieces.length < 2 || isConditional(items) || !(timer || ringing.length === 1)) return null;
  const others = pieces.filter((piece) => piece !== only);
  const attempt = (said: readonly Item[]): Understanding | null => {
    const understood = understand(said);
    const [step] = understood.kind === "plan" ? understood.steps : [];
    return step?.kind === "timer" ? understood : null;
  };
  const named = timer
    ? attempt(items.filter((item, at) => !isMark(item) && !(at === items.length - 1 && playsRole(item, "tells"))))
    : null;
  if (named || !only) return named;
  return others.every(tellsWhy) ? attempt(only.items) : null;
}

/** Reads a morning alarm whose day is only in the reason: 明天要赶飞机，五点叫我. Null for anything else. */
export function ringingOnDayTold(
  items: readonly Item[],
  source: string,
  understand: (said: readonly Item[]) => Understanding,
): Understanding | null {
  if (!anyHasRole(items, WAKING) || !items.some(isDay) || isConditional(items)) return null;
  const pieces = utterancePiecesOf(items, source);
  const [only, ...more] = pieces.filter((piece) => setsAlarm(piece.items));
  if (pieces.length < 2 || !only || more.length > 0 || isQuestion(only.items)) return null;
  const others = pieces.filter((piece) => piece !== only);
  const [day, ...days] = others.flatMap((piece) => piece.items.filter(isDay));
  if (!day || days.length > 0 || only.items.some(isDay) || !only.items.some(isMorning)) return null;
  if (!others.every((piece) => tellsWhy({ ...piece, items: piece.items.filter((item) => item !== day) }))) return null;
  const understood = understand([day, ...only.items]);
  const [step] = understood.kind === "plan" ? understood.steps : [];
  return step?.kind === "timer" ? understood : null;
}

const WAKING = roleSet("alarm", "wake", "rising");

/** Whether it is an hour of the morning, with no other part of the day. */
function isMorning({ measure }: Item, _at: number, items: readonly Item[]): boolean {
  const hour = measure?.kind === "clock" ? measure.clock.hour : null;
  const late = items.some(({ lex }) => lex?.time.some((word) => word.kind === "part" && word.name !== "morning"));
  return hour !== null && hour >= 3 && hour < 12 && !late;
}

/** In items: a longer sentence says more than the name of a timer. */
const LONGEST_NAMED = 16;

/** Whether it is a day to come without an hour: 明天, 周六. */
function isDay({ lex, measure, home }: Item): boolean {
  if (measure !== null || home !== null) return false;
  return (lex?.time ?? []).some((word) => (word.kind === "day" && word.offset > 0) || word.kind === "weekday");
}

/** Whether a part has nothing of this home, no time and no command: 锅里炖着汤, even if 炖 is a programme here. */
function tellsWhy(piece: UtterancePiece): boolean {
  if (canBeLeftAside(piece, true)) return true;
  const { act, open, target, place, time, question } = stretchFeaturesOf(piece.items);
  if (act || open || target || place || time || question) return false;
  return (
    piece.items.some(isUnknown) && !piece.items.some((item) => item.measure !== null || playsAnyRole(item, BINDING))
  );
}

const BINDING = modifierRolesExcept("report");

const RING_WORDS = ["remind", "wake", "calls", "rising"] as const;
const RINGING = roleSet(...RING_WORDS);

/** Whether something shall ring. If its time or subject is not understood, the sentence means nothing else. */
export function saysRinging(items: readonly Item[]): boolean {
  return anyHasRole(items, RINGING) && items.some(isRingWord);
}

function isRingWord(item: Item): boolean {
  return item.home === null && playsAnyRole(item, RING_WORDS);
}
