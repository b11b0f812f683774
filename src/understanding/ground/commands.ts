import { isPower } from "../../home/index.ts";
import type { IndexedDevice } from "../names/home-index.ts";
import type { Frame, Head, Place } from "../parse/frame.ts";
import { type Item, is, isMark } from "../parse/items.ts";
import { isPlaceName, namesTarget } from "../parse/senses.ts";
import type { Doing, Step } from "../plan.ts";
import { selectByWhat } from "./by-what.ts";
import { focused as focusedTargets, serviceOfKind, together } from "./candidates.ts";
import { cleanStep } from "./cleaning.ts";
import { compute, directionOf, isAbleTo, isComplete } from "./compute.ts";
import { alreadyDark } from "./dimming.ts";
import { raisesEverything, settleEverything, withoutByName } from "./everything.ts";
import { selectExcept, withoutExceptions } from "./exceptions.ts";
import { isOnlyLike, ownFirst, surely } from "./narrow.ts";
import { isOwnNoise, SLOWER } from "./noise.ts";
import { type Need, type Selection, select } from "./select.ts";
import type { EffectsOrRefusal, Refusal, Situation, Target } from "./situation.ts";
import { inState } from "./states.ts";

/** What a command comes to in this home; null when nobody can tell what it is about. */
export function commandStep(frame: Frame, given: Situation): Step | null {
  const situation = ofWhole(frame, given);
  if (frame.act === "clean" || frame.act === "mop" || frame.props.includes("cleaning-area")) {
    const cleaning = cleanStep(frame, situation);
    if (cleaning) return cleaning;
  }
  settleEverything(frame, situation);
  if (raisesEverything(frame)) return null;
  if (situation.focus.devices.length === 0) {
    // "dim both of them", where nothing was talked about.
    if (frame.heads.some(({ type, quantifier }) => type === "them" && quantifier === "both")) return null;
    dropPronouns(frame);
  }
  // "Open the two in the kids' rooms": of those, the ones there.
  if (frame.places.length > 0 && frame.heads.every(({ type, quantifier }) => type === "them" && quantifier === "both"))
    frame.heads = frame.heads.map((head) => ({ ...head, places: frame.places }));
  // A name alone is about all that it may mean, whatever that can do.
  // A device that was looked at in the speaker's room may be one of all that there are as well.
  const computed = new Map<Target | IndexedDevice, EffectsOrRefusal>();
  const effectsOn = (target: Target): EffectsOrRefusal => {
    const key = target.service === null ? target.indexed : target;
    const known = computed.get(key);
    if (known) return known;
    const found = compute(frame, target);
    computed.set(key, found);
    return found;
  };
  const need: Need = (target) => frame.bare || isAbleTo(effectsOn(target));
  if (frame.act === null && !isComplete(frame) && !frame.bare && frame.heads.every(({ type }) => type !== "devices"))
    return null;
  if (frame.also) frame.heads = frame.heads.map((head) => besideFocus(head, situation, need));
  frame.heads = partMeant(frame, situation) ?? partOfFirst(frame, situation) ?? frame.heads;
  if (isOwnNoise(frame, situation)) frame.heads = [];
  const focused = frame.heads.length === 0 && frame.places.length === 0 ? focusStep(frame, situation) : null;
  if (focused) return focused;
  const parts: Part[] =
    frame.heads.length > 0
      ? frame.heads.flatMap(perPlace).map((head) => ({
          head,
          selection: selectExcept(head, frame, situation, need),
          named: head.type === "devices",
          strange: head.strange,
        }))
      : placeLists(frame.places).map((places) => ({
          head: null,
          selection: selectByWhat({ ...frame, places }, situation),
          named: false,
          strange: false,
        }));
  const nowhere = parts.find(({ head, selection }) => selection?.refusal && head && saysWhere(head, frame))?.head;
  if (nowhere && parts.length > 1)
    return { kind: "refuse", refusal: { code: "no-room", said: nowhere.text, nearest: null } };
  const doings: Doing[] = [];
  /** Devices and services that are done with. */
  const seen = new Set<string>();
  const refusals: Refusal[] = [];
  let inferred: string | null = null;
  for (const { head, selection, named } of parts) {
    if (selection === null) return null;
    if (selection.options?.length && head?.narrow && selection.options.length > MOST_MEANT) {
      refusals.push(absent(head.text, selection.options));
      continue;
    }
    if (selection.options?.length) return { kind: "ask", frame, options: selection.options };
    if (selection.options) return null;
    if (selection.refusal && isGuesswork(frame, selection.refusal)) return null;
    if (selection.refusal) {
      refusals.push(selection.refusal);
      continue;
    }
    // "Make one of them red" does not say which.
    if (head?.type === "them" && head.quantifier === "any" && selection.targets.length > 1)
      return { kind: "ask", frame, options: selection.targets };
    const sure = head ? surelyMeant(head, selection.targets, situation) : selection.targets;
    if (sure === null) {
      const able = selection.targets.filter(need);
      if (able.length > 0 && able.length <= MOST_MEANT) return { kind: "ask", frame, options: able };
      refusals.push(absent(head?.text ?? "", selection.targets));
      continue;
    }
    if (head?.half) {
      const able = sure.filter(need);
      return able.length > 0 ? { kind: "ask", frame, options: able } : null;
    }
    const both = head?.quantifier === "both" || (head?.count ?? null) !== null;
    const own = head ? ownFirst(head, frame, sure) : sure;
    const left = withoutExceptions(both ? own : litOnly(frame, own), frame, situation);
    if (left === null) return null;
    const { done, failed } = perform(withoutByName(frame, head, left), effectsOn);
    // "lights": which of them, or whether on or off, was not said.
    if (frame.bare && left.length > 1) return { kind: "ask", frame, options: left };
    for (const doing of done) {
      const { indexed, service } = doing.target;
      const key = service === null ? indexed.device.id : `${indexed.device.id}#${service}`;
      if (!seen.has(key)) doings.push(doing);
      seen.add(key);
    }
    // Where several are meant, those that can't are left out if others can.
    if (done.length === 0 || named) refusals.push(...failed.slice(0, named ? failed.length : 1));
    inferred ??= selection.inferred;
  }
  const [first] = refusals;
  if (isMixed(frame, doings)) return { kind: "ask", frame, options: doings.map(({ target }) => target) };
  // What could not be told may have been one of the others.
  if (doings.length > 0 && parts.some(({ selection, strange }) => strange && selection?.refusal)) return null;
  if (doings.length > 0) return { kind: "do", frame, doings: alreadyDark(frame, doings) ?? doings, inferred, refusals };
  if (!first) return null;
  if (refusals.length === 1 && first.code === "no-step") return { kind: "refuse", refusal: first, frame };
  return refusals.length === 1 ? { kind: "refuse", refusal: first } : { kind: "do", frame, doings, inferred, refusals };
}

/**
 * A bare number for all that is there, where it would be a brightness of one and a temperature of another: which is meant
 * is asked.
 */
function isMixed({ heads, props, changes, values }: Frame, doings: readonly Doing[]): boolean {
  if (doings.length < 2 || props.length + changes.length > 0 || values.length === 0) return false;
  if (!heads.every(({ type }) => type === "everything")) return false;
  if (!values.every(({ quantity }) => quantity?.unit === null)) return false;
  const types = doings.flatMap(({ effects }) =>
    effects.flatMap((effect) =>
      effect.kind === "set" && !effect.implied && !isPower(effect.property) ? effect.property.type : [],
    ),
  );
  return new Set(types).size > 1;
}

/** Of more devices than these none is asked about that was not named. */
const MOST_MEANT = 3;

function absent(said: string, [nearest]: readonly Target[]): Refusal {
  return { code: "no-device", said, place: null, nearest: nearest?.indexed.device ?? null };
}

/** Those that are surely meant: no thermostat of a room for an air conditioner, where the home has one elsewhere. */
function surelyMeant(head: Head, targets: readonly Target[], { index }: Situation): readonly Target[] | null {
  const [kind] = head.kinds;
  if (head.type === "kind" && kind !== undefined && head.places.length > 0 && targets.length > 0) {
    const others = targets.every(({ indexed }) => isOnlyLike(kind, indexed));
    if (others && [...index.ofKind(kind)].some((indexed) => !isOnlyLike(kind, indexed))) return null;
  }
  return surely(head, targets);
}

/** "Brighter" is about the lamps that are on, when some are. */
function litOnly(frame: Frame, targets: readonly Target[]): readonly Target[] {
  // Which are on then is not known now.
  if (frame.timeless) return targets;
  if (targets.length < 2 || directionOf(frame) === 0 || frame.heads.some(({ type }) => type === "devices"))
    return targets;
  const lit = targets.filter((target) => inState("on", target) !== false);
  return lit.length > 0 ? lit : targets;
}

/** "Lamp on and spots off", then "thirty percent": of those that were spoken of together it is for what is on. */
function notDark({ act, values, changes, timeless }: Frame, targets: readonly Target[], situation: Situation) {
  const dark = (target: Target): boolean => inState("on", target) === false;
  if (timeless || act !== null || values.length + changes.length === 0 || !targets.every(dark)) return targets;
  const lit = together(situation).filter((target) => inState("on", target) === true);
  const alike = lit.filter((target) =>
    targets.some(({ indexed }) => indexed.device.spec.kind === target.indexed.device.spec.kind),
  );
  return alike.length > 0 ? alike : targets;
}

/** Nothing was named: what was talked about last, when it can be done with that. */
function focusStep(given: Frame, situation: Situation): Step | null {
  const frame = isOwnNoise(given, situation) ? { ...given, act: null, changes: [SLOWER] } : ofItsFan(given, situation);
  const several = frame.items.some((item) => is(item, "allOfThem"));
  const targets = several ? together(situation) : notDark(frame, focusedTargets(situation), situation);
  if (withoutExceptions(targets, frame, situation)?.length !== targets.length) return null;
  const { done, failed } = perform(targets, (target) => compute(frame, target));
  // Which of several doors shall be open was not said.
  if (done.length > 1 && done.some(unlocks)) return null;
  if (done.length > 0 && done.length === targets.length)
    return { kind: "do", frame, doings: alreadyDark(frame, done) ?? done, inferred: null, refusals: [] };
  // The next level of a fan on "auto": it is about that, though it can't be done, and about nothing else.
  const [refusal] = failed;
  // What is heard is no speaker, though it runs no slower.
  const meant = refusal?.code === "no-step" || refusal?.code === "unknown-state" || isOwnNoise(given, situation);
  return meant && refusal && targets.length === 1 ? { kind: "refuse", refusal, frame } : null;
}

function unlocks({ effects }: Doing): boolean {
  return effects.some((effect) =>
    effect.kind === "set"
      ? effect.property.type === "locked" && effect.value === false
      : effect.action.type === "unlock",
  );
}

/** "Lock it" after the air conditioning of a car: that has no lock, the car has. */
function ofWhole(frame: Frame, situation: Situation): Situation {
  if (frame.act !== "lock" && frame.act !== "unlock") return situation;
  const hasLock = ({ device, service }: Head["parts"][number]): boolean => {
    const services = situation.index.devices.get(device)?.device.spec.services ?? [];
    return services.some(({ key, properties }) => key === service && properties.some(({ type }) => type === "locked"));
  };
  frame.heads = frame.heads.map((head) => {
    const wrong = head.parts.filter((part) => !hasLock(part));
    if (wrong.length === 0) return head;
    const devices = [...new Set([...head.devices, ...wrong.map(({ device }) => device)])];
    return { ...head, devices, parts: head.parts.filter(hasLock), elsewise: [] };
  });
  const { parts: _, ...focus } = situation.focus;
  return { ...situation, focus };
}

/** 灯也开 after the warm air of a bath heater: its lamp, where what was talked about has one in it. */
function partMeant({ also, heads, places }: Frame, situation: Situation): Head[] | null {
  const [head, ...others] = heads;
  const [target, ...more] = focusedTargets(situation);
  if (!also || !target || more.length + others.length + places.length > 0 || head?.type !== "kind") return null;
  if (head.places.length + head.modifiers.length + head.ordinals.length > 0 || head.plural) return null;
  const [kind] = head.kinds;
  const service = kind === undefined ? null : serviceOfKind(target.indexed, kind);
  if (service === null) return null;
  return [{ ...head, type: "devices", parts: [{ device: target.indexed.device.id, service }] }];
}

/** 浴霸开灯: a thing, what shall be done, and a kind: that of the thing. */
function partOfFirst({ heads, places, items }: Frame, situation: Situation): Head[] | null {
  const [owner, part, ...others] = heads;
  const words = items.filter((item) => !isMark(item) && !is(item, "filler") && !is(item, "object"));
  const [named, verb, noun, ...more] = words;
  if (!owner || part?.type !== "kind" || !named || !verb || !noun || others.length + more.length + places.length > 0)
    return null;
  if (!isHead(named) || !isHead(noun) || namesTarget(verb) || noun.grammar.spaces) return null;
  const [target, ...alike] = select(owner, situation, () => true).targets ?? [];
  const [kind] = part.kinds;
  const service = target && kind !== undefined ? serviceOfKind(target.indexed, kind) : null;
  if (!target || service === null || alike.length > 0) return null;
  return [{ ...part, type: "devices", parts: [{ device: target.indexed.device.id, service }] }];
}

function isHead(item: Item): boolean {
  return namesTarget(item) && !isPlaceName(item);
}

/** "And the AC too" after the lights of the bedroom: the one there, where the speaker is in another room. */
function besideFocus(head: Head, situation: Situation, need: Need): Head {
  const [room, ...others] = situation.focus.rooms;
  if (head.type !== "kind" || head.places.length > 0 || head.quantifier !== null || others.length > 0) return head;
  if (room === undefined || room === situation.room || head.ordinals.length + head.modifiers.length > 0) return head;
  const there: Head = { ...head, places: [{ kind: "rooms", ids: [room], text: "" }] };
  const { targets } = select(there, situation, need);
  return targets?.length === 1 && targets.every(need) ? there : head;
}

/** "Quieter" after the speed of a fan was set: that is what is heard. */
function ofItsFan(frame: Frame, { focus }: Situation): Frame {
  const [change, ...others] = frame.changes;
  const set = /[.]fan-(?:level|speed)$/.test(focus.address ?? "");
  if (!set || change === undefined || others.length > 0 || !change.props.includes("volume")) return frame;
  return { ...frame, changes: [{ ...change, props: ["fan-level"] }] };
}

/** Whether "there is no such device" would be said of a sentence that is no clear command. */
function isGuesswork(frame: Frame, { code }: Refusal): boolean {
  if (code !== "no-device") return false;
  const words = frame.items.filter((item) => !isMark(item) && !is(item, "filler") && !is(item, "object"));
  const [first] = words;
  if (frame.heads.some(({ type }) => type === "other")) return true;
  if (first === undefined || !frame.heads.some(({ modifiers }) => modifiers.length > 0)) return false;
  const clear = (first.lex?.acts.length ?? 0) > 0 && !first.lex?.acts.includes("tell");
  return first.grammar.verbFirst && (!clear || frame.heads.some(({ modifiers }) => modifiers.length > 3));
}

interface Part {
  readonly head: Head | null;
  readonly selection: Selection | null;
  readonly named: boolean;
  /** A word in front of it means nothing that is known. */
  readonly strange: boolean;
}

/** What is done to each target, and why not to those that can't. */
function perform(
  targets: readonly Target[],
  effectsOn: (target: Target) => EffectsOrRefusal,
): { done: Doing[]; failed: Refusal[] } {
  const done: Doing[] = [];
  const failed: Refusal[] = [];
  for (const target of targets) {
    const { effects, refusal } = effectsOn(target);
    if (refusal) failed.push(refusal);
    else done.push({ target, effects });
  }
  return { done, failed };
}

/** "It" when nothing was talked about: where it is said to be still counts. */
function dropPronouns(frame: Frame): void {
  const pronouns = frame.heads.filter(({ type }) => type === "it" || type === "them");
  if (pronouns.length === 0) return;
  frame.heads = frame.heads.filter((head) => !pronouns.includes(head));
  frame.places.push(...pronouns.flatMap(({ places }) => places));
}

/** One head per room, so that each room that lacks it is refused. */
function perPlace(head: Head): Head[] {
  return head.places.length > 1 ? head.places.map((place) => ({ ...head, places: [place] })) : [head];
}

function placeLists(places: readonly Place[]): Place[][] {
  return places.length > 1 ? places.map((place) => [place]) : [[...places]];
}

/** What a command comes to for targets that are already chosen. */
export function doStep(frame: Frame, targets: readonly Target[]): Step {
  const { done, failed } = perform(targets, (target) => compute(frame, target));
  const [first] = failed;
  if (done.length === 0 && first) return { kind: "refuse", refusal: first };
  return { kind: "do", frame, doings: done, inferred: null, refusals: failed };
}

/** "the light in the garage": a thing that this home has none of says where, and no other light is meant. */
function saysWhere({ text }: Head, { items }: Frame): boolean {
  const at = items.findIndex(({ said }) => said === text);
  const before = items.slice(0, Math.max(0, at)).findLast((item) => !is(item, "article") && !is(item, "filler"));
  return before !== undefined && is(before, "in");
}
