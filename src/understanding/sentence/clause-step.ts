import { commandStep } from "../ground/commands.ts";
import type { DialogueContext, Refusal } from "../ground/context.ts";
import { isComplete } from "../ground/frame-effects.ts";
import { settable } from "../ground/properties.ts";
import { queryStep } from "../ground/queries.ts";
import { lexicon } from "../lexicon/lexicon.ts";
import { isRiskyKind } from "../names/risky-kinds.ts";
import type { Frame } from "../parse/frame.ts";
import { type Item, isMark, playsRole } from "../parse/items.ts";
import { isOpeningAct } from "../parse/opposite-acts.ts";
import { joinedName } from "../parse/senses.ts";
import type { SentenceStep } from "../plan.ts";
import { choiceOf, endsInChoice, isChoice } from "./choices.ts";
import { isBareName } from "./device-timer.ts";

/** The step that one clause comes to in this home; null when it is not understood. */
export function clauseStep(frame: Frame, context: DialogueContext): SentenceStep | null {
  if (frame.blocked) return null;
  const named = frame.items.some(({ home }) => home !== null && home.scenes.length > 0);
  const told = named ? askedScene(frame) : null;
  if (told) return told;
  if (named && (frame.asking !== null || frame.heads.length !== 1)) return null;
  // "tell me every morning at 8 how warm it is"
  if (frame.asking !== null && frame.items.some(({ measure }) => measure?.kind === "clock")) return null;
  if (frame.asking !== null)
    return frame.unknown.length + frame.durations.length === 0 ? queryStep(frame, context) : null;
  if (isRule(frame) || tellsHowItIs(frame) || tellsOfNobody(frame)) return null;
  // A denial with a time may be about something that is already planned.
  const plain = !frame.untimed && frame.durations.length === 0 && frame.unknown.length === 0;
  if (frame.negated) return isComplete(frame) && plain ? { kind: "leave" } : null;
  if (frame.untimed || hasIdleDuration(frame) || endsInChoice(frame)) return null;
  if (frame.unknown.length > 0) return unknownTarget(frame);
  if (isOfPlan(frame) || comparesWithNothing(frame, context) || namesOtherDeed(frame) || goesHomeAlone(frame, context))
    return null;
  const [head] = frame.heads;
  if (head && head.scenes.length > 0 && frame.heads.length === 1) return sceneStep([...new Set(head.scenes)], frame);
  const step = withoutUnnamed(commandStep(frame, context), frame);
  if (step?.kind === "do" && isChoice(frame)) return choiceOf(step, frame);
  // "the bedside lamp too", with nothing before it.
  if (step?.kind === "ask" && frame.also && frame.act === null && isBareName(frame)) return null;
  if (step?.kind !== "refuse") return step;
  // 瑜伽室的 does not say what of the room.
  const goesOn = context.focus.devices.length > 0 && frame.bare && frame.act === null && frame.heads.length === 0;
  if (goesOn && step.refusal.code === "no-device") return null;
  // "The left one" does not say what to do.
  const bare = frame.act === null && step.refusal.code === "no-property" && isBareName(frame);
  return bare || hasStateForValue(frame) || lacksValue(frame, step.refusal, context) ? null : step;
}

/** Removes devices that must be named before they open, unlock or heat: 全屋打开. */
function withoutUnnamed(step: SentenceStep | null, { act, heads, places }: Frame): SentenceStep | null {
  if (step?.kind !== "do" || act === null || !isOpeningAct(act) || heads.length > 0 || places.length === 0) return step;
  if (!places.every(({ kind }) => kind === "home" || kind === "floor")) return step;
  const doings = step.doings.filter(({ target }) => !isRiskyKind(target.indexed.ownKinds));
  return doings.length > 0 ? { ...step, doings } : null;
}

/** Whether the value is missing: "change the colour of the lamp". */
function lacksValue(
  { act, props, values, changes, more }: Frame,
  refusal: Refusal,
  { index }: DialogueContext,
): boolean {
  const open = act === null || act === "set" || act === "turn";
  if (!open || props.length === 0 || values.length + changes.length > 0 || more !== 0) return false;
  const indexed = refusal.code === "no-property" && refusal.device ? index.devices.get(refusal.device.id) : undefined;
  return indexed !== undefined && settable({ indexed, service: null }, props).length > 0;
}

/** Answers whether a scene is on; null when the question is about anything else too. */
function askedScene({ asking, heads, places, states, props, values, unknown }: Frame): SentenceStep | null {
  const [head] = heads;
  const [scene, ...others] = head?.scenes ?? [];
  const more = places.length + props.length + values.length + unknown.length + others.length + heads.length - 1;
  const switched = states.length > 0 && states.every((state) => state === "on" || state === "off");
  return asking === "polar" && scene !== undefined && more === 0 && switched ? { kind: "tell-scene", scene } : null;
}

/** Whether the frame describes a state: "above 26", "somebody there". */
function isRule({ above, below, states }: Frame): boolean {
  return above || below || states.some((state) => state === "occupied" || state === "clear");
}

/** Whether "somebody" or "nobody" stands in the place of a value: 没人把灯关掉. */
function tellsOfNobody({ items, values }: Frame): boolean {
  return values.some(({ text }) =>
    items.some(
      ({ said, lex }) => said === text && lex?.states.some((state) => state === "clear" || state === "occupied"),
    ),
  );
}

/** Whether a state stands in the place of a value: 大门没锁. */
function hasStateForValue({ act, items, values }: Frame): boolean {
  const isState = (text: string): boolean =>
    items.some(({ said, lex }) => said === text && lex !== null && lex.states.length > 0 && lex.acts.length === 0);
  return act === null && values.length > 0 && values.every(({ text }) => isState(text));
}

/** Whether the frame is a statement: "the study is 20 degrees", 最冷的是书房. In a scene it is a command. */
function tellsHowItIs({ act, changes, items, timeless, values }: Frame): boolean {
  if (timeless || act !== null || changes.length > 0 || values.length === 0) return false;
  return items.some((item, at) => at > 0 && playsRole(item, "is"));
}

/**
 * Activates or undoes a scene: "movie night", "movie night at 10 percent", "turn off movie night". Null when more is said
 * than a scene can take.
 */
function sceneStep(alike: readonly string[], frame: Frame): SentenceStep | null {
  const { act, values, changes, places, actions, durations, except } = frame;
  const [value] = values;
  if (except.heads.length + except.places.length > 0) return null;
  const more = changes.length + places.length + actions.length + durations.length;
  if (more > 0 || values.length > 1 || (value && value.quantity === null)) return null;
  const { items } = frame;
  if (items.some((item) => playsRole(item, "delete") || playsRole(item, "undo"))) return null;
  const off = act === "off" || act === "close" || act === "stop" || items.some((item) => playsRole(item, "cancel"));
  const [scene] = alike;
  if (scene === undefined || (off && value)) return null;
  return { kind: "scene", scene, alike, value: value?.quantity?.value ?? null, off };
}

/** Whether "go home" may be about a person: 我六点回去, "one is home". A robot must be named or in focus. */
function goesHomeAlone({ act, heads, items, timeless }: Frame, { focus, index }: DialogueContext): boolean {
  if (act !== "dock" || heads.some(({ type }) => type === "devices" || type === "kind")) return false;
  if (focus.devices.some((id) => index.devices.get(id)?.ownKinds.has("vacuum"))) return false;
  const others = items.filter((item) => !isMark(item) && !playsRole(item, "polite") && !playsRole(item, "homeward"));
  return items.some((item) => playsRole(item, "homeward")) && (timeless || others.length > 0);
}

/** Whether "twice as loud" has nothing to refer to. */
function comparesWithNothing({ act, factor, heads, places, props }: Frame, { focus }: DialogueContext): boolean {
  const bare = act === null && heads.length + places.length + props.length === 0;
  return factor !== null && bare && focus.devices.length === 0;
}

/** Whether it names an action of a machine, so that its degrees are not a room's: "wash at thirty degrees". */
function namesOtherDeed({ act, items, heads, values }: Frame): boolean {
  if (act !== null || heads.length > 0 || values.length === 0) return false;
  return items.some(({ lex }) => lex !== null && lex.actions.length > 0 && lex.acts.length === 0);
}

/** Whether the change is about an alarm or timer: "the alarm is too loud". */
function isOfPlan({ items, changes, heads }: Frame): boolean {
  if (changes.length === 0 || heads.length > 0) return false;
  return items.some(
    (item) => item.home?.devices.length !== 1 && (playsRole(item, "alarm") || playsRole(item, "timer")),
  );
}

/** Whether a duration is neither a value nor an amount, so that its meaning was not understood. */
function hasIdleDuration({ durations, props, act }: Frame): boolean {
  return durations.length > 0 && props.length === 0 && act !== "raise" && act !== "lower";
}

/** More unknown words than this are no name. */
const MOST_UNKNOWN = 3;

/** Whether a mark stands between the item and every verb. */
function isParted(item: Item, { items }: Frame): boolean {
  const at = items.indexOf(item);
  const verbs = items.flatMap(({ lex }, place) => (lex?.acts.length ? [place] : []));
  const parted = (place: number): boolean => items.slice(Math.min(at, place), Math.max(at, place)).some(isMark);
  return verbs.length > 0 && verbs.every(parted);
}

/** A refusal for a clear command with an unknown name: "turn on the jacuzzi". Null when more is unclear. */
function unknownTarget(frame: Frame): SentenceStep | null {
  const { act, heads, unknown, values, props, changes } = frame;
  if (act === null || act === "clean" || act === "mop" || act === "tell" || heads.length > 0) return null;
  const said = joinedName(unknown, MOST_UNKNOWN);
  if (said === null) return null;
  // 冻死我了，关了: an unknown word that a mark separates from the verb is no target.
  if (unknown[0] && isParted(unknown[0], frame)) return null;
  // A known household thing may be the target of any act.
  const thing = lexicon().things.has(unknown.map(({ stem }) => stem).join(""));
  const plain = act === "on" || act === "off" || act === "open" || act === "close";
  if (!thing && (!plain || values.length + props.length + changes.length > 0)) return null;
  return { kind: "refuse", refusal: { code: "no-device", said, place: null, nearest: null } };
}
