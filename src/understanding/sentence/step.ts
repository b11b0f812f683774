import { commandStep } from "../ground/commands.ts";
import { isComplete } from "../ground/compute.ts";
import { settable } from "../ground/properties.ts";
import { queryStep } from "../ground/queries.ts";
import type { Refusal, Situation } from "../ground/situation.ts";
import { lexicon } from "../lexicon/lexicon.ts";
import { isDearKind } from "../names/dear.ts";
import { opens } from "../parse/contrary.ts";
import type { Frame } from "../parse/frame.ts";
import { type Item, is, isMark } from "../parse/items.ts";
import { nameOf } from "../parse/senses.ts";
import type { Step } from "../plan.ts";
import { choiceOf, endsInChoice, isChoice } from "./choices.ts";
import { isOnlyNamed } from "./own-time.ts";

/** What one clause comes to in this home; null when it is not understood. */
export function stepOf(frame: Frame, situation: Situation): Step | null {
  if (frame.blocked) return null;
  const named = frame.items.some(({ home }) => home !== null && home.scenes.length > 0);
  const told = named ? askedScene(frame) : null;
  if (told) return told;
  if (named && (frame.asking !== null || frame.heads.length !== 1)) return null;
  // "tell me every morning at 8 how warm it is"
  if (frame.asking !== null && frame.items.some(({ measure }) => measure?.kind === "clock")) return null;
  if (frame.asking !== null)
    return frame.unknown.length + frame.durations.length === 0 ? queryStep(frame, situation) : null;
  if (isRule(frame) || tellsHowItIs(frame) || tellsOfNobody(frame)) return null;
  // What shall not be done at another time, or no more, may be planned already.
  const plain = !frame.untimed && frame.durations.length === 0 && frame.unknown.length === 0;
  if (frame.negated) return isComplete(frame) && plain ? { kind: "leave" } : null;
  if (frame.untimed || hasIdleDuration(frame) || endsInChoice(frame)) return null;
  if (frame.unknown.length > 0) return unknownTarget(frame);
  if (
    isOfPlan(frame) ||
    comparesWithNothing(frame, situation) ||
    namesOtherDeed(frame) ||
    goesHomeAlone(frame, situation)
  )
    return null;
  const [head] = frame.heads;
  if (head && head.scenes.length > 0 && frame.heads.length === 1) return sceneStep([...new Set(head.scenes)], frame);
  const step = withoutUnnamed(commandStep(frame, situation), frame);
  if (step?.kind === "do" && isChoice(frame)) return choiceOf(step, frame);
  // "the bedside lamp too", with nothing before it.
  if (step?.kind === "ask" && frame.also && frame.act === null && isOnlyNamed(frame)) return null;
  if (step?.kind !== "refuse") return step;
  // 瑜伽室的: what of it, was not said.
  const goesOn = situation.focus.devices.length > 0 && frame.bare && frame.act === null && frame.heads.length === 0;
  if (goesOn && step.refusal.code === "no-device") return null;
  // "the left one" says nothing of what is to be done.
  const bare = frame.act === null && step.refusal.code === "no-property" && isOnlyNamed(frame);
  return bare || hasStateForValue(frame) || lacksValue(frame, step.refusal, situation) ? null : step;
}

/** 全屋打开: of a whole home or floor nothing is opened, unlocked or heated that was not named. */
function withoutUnnamed(step: Step | null, { act, heads, places }: Frame): Step | null {
  if (step?.kind !== "do" || act === null || !opens(act) || heads.length > 0 || places.length === 0) return step;
  if (!places.every(({ kind }) => kind === "home" || kind === "floor")) return step;
  const doings = step.doings.filter(({ target }) => !isDearKind(target.indexed.ownKinds));
  return doings.length > 0 ? { ...step, doings } : null;
}

/** "change the colour of the lamp": there is one, and which is wanted was not said. */
function lacksValue({ act, props, values, changes, more }: Frame, refusal: Refusal, { index }: Situation): boolean {
  const open = act === null || act === "set" || act === "turn";
  if (!open || props.length === 0 || values.length + changes.length > 0 || more !== 0) return false;
  const indexed = refusal.code === "no-property" && refusal.device ? index.devices.get(refusal.device.id) : undefined;
  return indexed !== undefined && settable({ indexed, service: null }, props).length > 0;
}

/** "Is movie night on": about the scene, and nothing else. */
function askedScene({ asking, heads, places, states, props, values, unknown }: Frame): Step | null {
  const [head] = heads;
  const [scene, ...others] = head?.scenes ?? [];
  const more = places.length + props.length + values.length + unknown.length + others.length + heads.length - 1;
  const switched = states.length > 0 && states.every((state) => state === "on" || state === "off");
  return asking === "polar" && scene !== undefined && more === 0 && switched ? { kind: "tell-scene", scene } : null;
}

/** "above 26", "somebody there": how things are, not what is to be done. */
function isRule({ above, below, states }: Frame): boolean {
  return above || below || states.some((state) => state === "occupied" || state === "clear");
}

/** 没人把灯关掉: that somebody is there, or nobody, is no value of anything. */
function tellsOfNobody({ items, values }: Frame): boolean {
  return values.some(({ text }) =>
    items.some(
      ({ said, lex }) => said === text && lex?.states.some((state) => state === "clear" || state === "occupied"),
    ),
  );
}

/** 大门没锁: a state in the place of a value, of what can't be set so. */
function hasStateForValue({ act, items, values }: Frame): boolean {
  const isState = (text: string): boolean =>
    items.some(({ said, lex }) => said === text && lex !== null && lex.states.length > 0 && lex.acts.length === 0);
  return act === null && values.length > 0 && values.every(({ text }) => isState(text));
}

/** "the study is 20 degrees", 最冷的是书房: how things are. Of a scene it says how they shall be. */
function tellsHowItIs({ act, changes, items, timeless, values }: Frame): boolean {
  if (timeless || act !== null || changes.length > 0 || values.length === 0) return false;
  return items.some((item, at) => at > 0 && is(item, "is"));
}

/** "movie night", "movie night at 10 percent", "turn off movie night"; null when more was said than a scene can take. */
function sceneStep(alike: readonly string[], frame: Frame): Step | null {
  const { act, values, changes, places, actions, durations, except } = frame;
  const [value] = values;
  if (except.heads.length + except.places.length > 0) return null;
  const more = changes.length + places.length + actions.length + durations.length;
  if (more > 0 || values.length > 1 || (value && value.quantity === null)) return null;
  const { items } = frame;
  if (items.some((item) => is(item, "delete") || is(item, "undo"))) return null;
  const off = act === "off" || act === "close" || act === "stop" || items.some((item) => is(item, "cancel"));
  const [scene] = alike;
  if (scene === undefined || (off && value)) return null;
  return { kind: "scene", scene, alike, value: value?.quantity?.value ?? null, off };
}

/** 我六点回去, "one is home": people go home too. What else is said beside these words must name what does, or have named it. */
function goesHomeAlone({ act, heads, items, timeless }: Frame, { focus, index }: Situation): boolean {
  if (act !== "dock" || heads.some(({ type }) => type === "devices" || type === "kind")) return false;
  if (focus.devices.some((id) => index.devices.get(id)?.ownKinds.has("vacuum"))) return false;
  const others = items.filter((item) => !isMark(item) && !is(item, "polite") && !is(item, "homeward"));
  return items.some((item) => is(item, "homeward")) && (timeless || others.length > 0);
}

/** "Twice as loud" with nothing that it is said of. */
function comparesWithNothing({ act, factor, heads, places, props }: Frame, { focus }: Situation): boolean {
  const bare = act === null && heads.length + places.length + props.length === 0;
  return factor !== null && bare && focus.devices.length === 0;
}

/** "wash at thirty degrees": what a machine here can do, and not what is set to degrees elsewhere. */
function namesOtherDeed({ act, items, heads, values }: Frame): boolean {
  if (act !== null || heads.length > 0 || values.length === 0) return false;
  return items.some(({ lex }) => lex !== null && lex.actions.length > 0 && lex.acts.length === 0);
}

/** "the alarm is too loud": about what rings, and not about whatever else is loud. */
function isOfPlan({ items, changes, heads }: Frame): boolean {
  if (changes.length === 0 || heads.length > 0) return false;
  return items.some((item) => item.home?.devices.length !== 1 && (is(item, "alarm") || is(item, "timer")));
}

/** A duration that is neither a value nor an amount: when or for how long was not understood. */
function hasIdleDuration({ durations, props, act }: Frame): boolean {
  return durations.length > 0 && props.length === 0 && act !== "raise" && act !== "lower";
}

/** A name of more words is none. */
const MOST_UNKNOWN = 3;

/** Whether a mark stands between something and every verb. */
function isParted(item: Item, { items }: Frame): boolean {
  const at = items.indexOf(item);
  const verbs = items.flatMap(({ lex }, place) => (lex?.acts.length ? [place] : []));
  const parted = (place: number): boolean => items.slice(Math.min(at, place), Math.max(at, place)).some(isMark);
  return verbs.length > 0 && verbs.every(parted);
}

/** "turn on the jacuzzi": clear in everything but what is meant, which this home lacks. */
function unknownTarget(frame: Frame): Step | null {
  const { act, heads, unknown, values, props, changes } = frame;
  if (act === null || act === "clean" || act === "mop" || act === "tell" || heads.length > 0) return null;
  const said = nameOf(unknown, MOST_UNKNOWN);
  if (said === null) return null;
  // 冻死我了，关了: what a mark parts from the verb is not what is meant.
  if (unknown[0] && isParted(unknown[0], frame)) return null;
  // Of a thing that is known to be none of the kinds, anything may be wanted.
  const thing = lexicon().things.has(unknown.map(({ stem }) => stem).join(""));
  const plain = act === "on" || act === "off" || act === "open" || act === "close";
  if (!thing && (!plain || values.length + props.length + changes.length > 0)) return null;
  return { kind: "refuse", refusal: { code: "no-device", said, place: null, nearest: null } };
}
