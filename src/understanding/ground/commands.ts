import { isPower } from "../../home/index.ts";
import type { IndexedDevice } from "../names/indexed-device.ts";
import type { Frame, Head, PlaceReference } from "../parse/frame.ts";
import { type Item, isMark, playsRole } from "../parse/items.ts";
import { isPlaceName, namesTarget } from "../parse/senses.ts";
import type { PlannedEffects, SentenceStep } from "../plan.ts";
import { extendedFocusTargets, focusTargets as focusedTargets, serviceOfKind } from "./candidates.ts";
import { cleanStep } from "./cleaning.ts";
import type { DialogueContext, EffectsOrRefusal, Refusal } from "./context.ts";
import { alreadyDark } from "./dimming.ts";
import { raisesEverything, settleEverything, withoutByName } from "./everything.ts";
import { selectWithExceptions, withoutExceptions } from "./exceptions.ts";
import { directionOf, frameEffects, isAbleTo, isComplete } from "./frame-effects.ts";
import { selectImplicitTargets } from "./implicit-targets.ts";
import { isSubstituteKind, matchingName, preferOwnKind } from "./narrow.ts";
import { isOwnNoise, SLOWER } from "./noise.ts";
import { selectTargets, type TargetPredicate, type TargetSelection } from "./select.ts";
import { isInState } from "./states.ts";
import type { DeviceTarget } from "./target.ts";

/**
 * Grounds a command in this home: effects on targets, a question which target, or a refusal. Null when it is not clear what
 * the command is about.
 */
export function commandStep(frame: Frame, given: DialogueContext): SentenceStep | null {
  const context = ofWhole(frame, given);
  if (frame.act === "clean" || frame.act === "mop" || frame.props.includes("cleaning-area")) {
    const cleaning = cleanStep(frame, context);
    if (cleaning) return cleaning;
  }
  settleEverything(frame, context);
  if (raisesEverything(frame)) return null;
  if (context.focus.devices.length === 0) {
    // "dim both of them", where nothing was talked about.
    if (frame.heads.some(({ type, quantifier }) => type === "them" && quantifier === "both")) return null;
    dropPronouns(frame);
  }
  // "Open the two in the kids' rooms": of those, the ones there.
  if (frame.places.length > 0 && frame.heads.every(({ type, quantifier }) => type === "them" && quantifier === "both"))
    frame.heads = frame.heads.map((head) => ({ ...head, places: frame.places }));
  // A bare name means every device that it fits, whatever that can do.
  // The same device may be a candidate twice: in the speaker's room, and in the whole home.
  const computed = new Map<DeviceTarget | IndexedDevice, EffectsOrRefusal>();
  const effectsOn = (target: DeviceTarget): EffectsOrRefusal => {
    const key = target.service === null ? target.indexed : target;
    const known = computed.get(key);
    if (known) return known;
    const found = frameEffects(frame, target);
    computed.set(key, found);
    return found;
  };
  const need: TargetPredicate = (target) => frame.bare || isAbleTo(effectsOn(target));
  if (frame.act === null && !isComplete(frame) && !frame.bare && frame.heads.every(({ type }) => type !== "devices"))
    return null;
  if (frame.also) frame.heads = frame.heads.map((head) => besideFocus(head, context, need));
  frame.heads = partMeant(frame, context) ?? partOfFirst(frame, context) ?? frame.heads;
  if (isOwnNoise(frame, context)) frame.heads = [];
  const focused = frame.heads.length === 0 && frame.places.length === 0 ? focusStep(frame, context) : null;
  if (focused) return focused;
  const parts: Part[] =
    frame.heads.length > 0
      ? frame.heads.flatMap(perPlace).map((head) => ({
          head,
          selection: selectWithExceptions(head, frame, context, need),
          named: head.type === "devices",
          strange: head.strange,
        }))
      : placeLists(frame.places).map((places) => ({
          head: null,
          selection: selectImplicitTargets({ ...frame, places }, context),
          named: false,
          strange: false,
        }));
  const nowhere = parts.find(({ head, selection }) => selection?.refusal && head && saysWhere(head, frame))?.head;
  if (nowhere && parts.length > 1)
    return { kind: "refuse", refusal: { code: "no-room", said: nowhere.text, nearest: null } };
  const doings: PlannedEffects[] = [];
  /** Ids of devices, with "#" and the service where it is only that. */
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
    const sure = head ? surelyMeant(head, selection.targets, context) : selection.targets;
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
    const own = head ? preferOwnKind(head, frame, sure) : sure;
    const left = withoutExceptions(both ? own : litOnly(frame, own), frame, context);
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
    // Where several are meant, those that cannot do it are left out silently if others can.
    if (done.length === 0 || named) refusals.push(...failed.slice(0, named ? failed.length : 1));
    inferred ??= selection.inferred;
  }
  const [first] = refusals;
  if (isMixed(frame, doings)) return { kind: "ask", frame, options: doings.map(({ target }) => target) };
  // The unknown word may have been one of the other targets.
  if (doings.length > 0 && parts.some(({ selection, strange }) => strange && selection?.refusal)) return null;
  if (doings.length > 0) return { kind: "do", frame, doings: alreadyDark(frame, doings) ?? doings, inferred, refusals };
  if (!first) return null;
  if (refusals.length === 1 && first.code === "no-step") return { kind: "refuse", refusal: first, frame };
  return refusals.length === 1 ? { kind: "refuse", refusal: first } : { kind: "do", frame, doings, inferred, refusals };
}

/**
 * Whether a bare number for "everything" would set a brightness of one device and a temperature of another, so that the user
 * must be asked.
 */
function isMixed({ heads, props, changes, values }: Frame, doings: readonly PlannedEffects[]): boolean {
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

/** With more options than this the user is not asked to choose. */
const MOST_MEANT = 3;

function absent(said: string, [nearest]: readonly DeviceTarget[]): Refusal {
  return { code: "no-device", said, place: null, nearest: nearest?.indexed.device ?? null };
}

/**
 * The targets that certainly are of the kind. Null where only substitutes are there (a thermostat for "the AC") and the home
 * has the kind itself elsewhere.
 */
function surelyMeant(
  head: Head,
  targets: readonly DeviceTarget[],
  { index }: DialogueContext,
): readonly DeviceTarget[] | null {
  const [kind] = head.kinds;
  if (head.type === "kind" && kind !== undefined && head.places.length > 0 && targets.length > 0) {
    const others = targets.every(({ indexed }) => isSubstituteKind(kind, indexed));
    if (others && [...index.ofKind(kind)].some((indexed) => !isSubstituteKind(kind, indexed))) return null;
  }
  return matchingName(head, targets);
}

/** Narrows "brighter" to the lamps that are on, if any are. */
function litOnly(frame: Frame, targets: readonly DeviceTarget[]): readonly DeviceTarget[] {
  // For a later time it is not known which will be on.
  if (frame.timeless) return targets;
  if (targets.length < 2 || directionOf(frame) === 0 || frame.heads.some(({ type }) => type === "devices"))
    return targets;
  const lit = targets.filter((target) => isInState("on", target) !== false);
  return lit.length > 0 ? lit : targets;
}

/** Narrows a bare value to the lamp that is on: "lamp on and spots off", then "thirty percent". */
function notDark(
  { act, values, changes, timeless }: Frame,
  targets: readonly DeviceTarget[],
  context: DialogueContext,
) {
  const dark = (target: DeviceTarget): boolean => isInState("on", target) === false;
  if (timeless || act !== null || values.length + changes.length === 0 || !targets.every(dark)) return targets;
  const lit = extendedFocusTargets(context).filter((target) => isInState("on", target) === true);
  const alike = lit.filter((target) =>
    targets.some(({ indexed }) => indexed.device.spec.kind === target.indexed.device.spec.kind),
  );
  return alike.length > 0 ? alike : targets;
}

/** A command without a noun, applied to the focus; null when the focus cannot do it. */
function focusStep(given: Frame, context: DialogueContext): SentenceStep | null {
  const frame = isOwnNoise(given, context) ? { ...given, act: null, changes: [SLOWER] } : ofItsFan(given, context);
  const several = frame.items.some((item) => playsRole(item, "allOfThem"));
  const targets = several ? extendedFocusTargets(context) : notDark(frame, focusedTargets(context), context);
  if (withoutExceptions(targets, frame, context)?.length !== targets.length) return null;
  const { done, failed } = perform(targets, (target) => frameEffects(frame, target));
  // It was not said which of several doors to unlock.
  if (done.length > 1 && done.some(unlocks)) return null;
  if (done.length > 0 && done.length === targets.length)
    return { kind: "do", frame, doings: alreadyDark(frame, done) ?? done, inferred: null, refusals: [] };
  // "Next level" of a fan on "auto" is about that fan, although it cannot be done.
  const [refusal] = failed;
  // "Quieter" about a noisy appliance is not about a speaker, even if the appliance cannot run slower.
  const meant = refusal?.code === "no-step" || refusal?.code === "unknown-state" || isOwnNoise(given, context);
  return meant && refusal && targets.length === 1 ? { kind: "refuse", refusal, frame } : null;
}

function unlocks({ effects }: PlannedEffects): boolean {
  return effects.some((effect) =>
    effect.kind === "set"
      ? effect.property.type === "locked" && effect.value === false
      : effect.action.type === "unlock",
  );
}

/** Widens a lock command from a service to its device: "lock it" after the air conditioning of a car locks the car. */
function ofWhole(frame: Frame, context: DialogueContext): DialogueContext {
  if (frame.act !== "lock" && frame.act !== "unlock") return context;
  const hasLock = ({ device, service }: Head["parts"][number]): boolean => {
    const services = context.index.devices.get(device)?.device.spec.services ?? [];
    return services.some(({ key, properties }) => key === service && properties.some(({ type }) => type === "locked"));
  };
  frame.heads = frame.heads.map((head) => {
    const wrong = head.parts.filter((part) => !hasLock(part));
    if (wrong.length === 0) return head;
    const devices = [...new Set([...head.devices, ...wrong.map(({ device }) => device)])];
    return { ...head, devices, parts: head.parts.filter(hasLock), elsewise: [] };
  });
  const { parts: _, ...focus } = context.focus;
  return { ...context, focus };
}

/** The lamp inside the device in focus: 灯也开 after the warm air of a bath heater. Null when there is none. */
function partMeant({ also, heads, places }: Frame, context: DialogueContext): Head[] | null {
  const [head, ...others] = heads;
  const [target, ...more] = focusedTargets(context);
  if (!also || !target || more.length + others.length + places.length > 0 || head?.type !== "kind") return null;
  if (head.places.length + head.modifiers.length + head.ordinals.length > 0 || head.plural) return null;
  const [kind] = head.kinds;
  const service = kind === undefined ? null : serviceOfKind(target.indexed, kind);
  if (service === null) return null;
  return [{ ...head, type: "devices", parts: [{ device: target.indexed.device.id, service }] }];
}

/** The service of the first thing that is named: 浴霸开灯 means the lamp of the bath heater. Null for other word orders. */
function partOfFirst({ heads, places, items }: Frame, context: DialogueContext): Head[] | null {
  const [owner, part, ...others] = heads;
  const words = items.filter((item) => !isMark(item) && !playsRole(item, "filler") && !playsRole(item, "object"));
  const [named, verb, noun, ...more] = words;
  if (!owner || part?.type !== "kind" || !named || !verb || !noun || others.length + more.length + places.length > 0)
    return null;
  if (!isHead(named) || !isHead(noun) || namesTarget(verb) || noun.grammar.spaces) return null;
  const [target, ...alike] = selectTargets(owner, context, () => true).targets ?? [];
  const [kind] = part.kinds;
  const service = target && kind !== undefined ? serviceOfKind(target.indexed, kind) : null;
  if (!target || service === null || alike.length > 0) return null;
  return [{ ...part, type: "devices", parts: [{ device: target.indexed.device.id, service }] }];
}

function isHead(item: Item): boolean {
  return namesTarget(item) && !isPlaceName(item);
}

/** Places "and the AC too" in the room of the focus where the speaker is in another room. */
function besideFocus(head: Head, context: DialogueContext, need: TargetPredicate): Head {
  const [room, ...others] = context.focus.rooms;
  if (head.type !== "kind" || head.places.length > 0 || head.quantifier !== null || others.length > 0) return head;
  if (room === undefined || room === context.room || head.ordinals.length + head.modifiers.length > 0) return head;
  const there: Head = { ...head, places: [{ kind: "rooms", ids: [room], text: "" }] };
  const { targets } = selectTargets(there, context, need);
  return targets?.length === 1 && targets.every(need) ? there : head;
}

/** Reads "quieter" as a lower fan level after the speed of a fan was set. */
function ofItsFan(frame: Frame, { focus }: DialogueContext): Frame {
  const [change, ...others] = frame.changes;
  const set = /[.]fan-(?:level|speed)$/.test(focus.address ?? "");
  if (!set || change === undefined || others.length > 0 || !change.props.includes("volume")) return frame;
  return { ...frame, changes: [{ ...change, props: ["fan-level"] }] };
}

/** Whether "no such device" would answer a sentence that is no clear command. */
function isGuesswork(frame: Frame, { code }: Refusal): boolean {
  if (code !== "no-device") return false;
  const words = frame.items.filter((item) => !isMark(item) && !playsRole(item, "filler") && !playsRole(item, "object"));
  const [first] = words;
  if (frame.heads.some(({ type }) => type === "other")) return true;
  if (first === undefined || !frame.heads.some(({ modifiers }) => modifiers.length > 0)) return false;
  const clear = (first.lex?.acts.length ?? 0) > 0 && !first.lex?.acts.includes("tell");
  return first.grammar.verbFirst && (!clear || frame.heads.some(({ modifiers }) => modifiers.length > 3));
}

interface Part {
  readonly head: Head | null;
  readonly selection: TargetSelection | null;
  readonly named: boolean;
  /** A word in front of it is unknown. */
  readonly strange: boolean;
}

/** The effects on each target, and the refusals of those that cannot do it. */
function perform(
  targets: readonly DeviceTarget[],
  effectsOn: (target: DeviceTarget) => EffectsOrRefusal,
): { done: PlannedEffects[]; failed: Refusal[] } {
  const done: PlannedEffects[] = [];
  const failed: Refusal[] = [];
  for (const target of targets) {
    const { effects, refusal } = effectsOn(target);
    if (refusal) failed.push(refusal);
    else done.push({ target, effects });
  }
  return { done, failed };
}

/** Removes "it" and "them" where there is no focus. Places that were said with them stay. */
function dropPronouns(frame: Frame): void {
  const pronouns = frame.heads.filter(({ type }) => type === "it" || type === "them");
  if (pronouns.length === 0) return;
  frame.heads = frame.heads.filter((head) => !pronouns.includes(head));
  frame.places.push(...pronouns.flatMap(({ places }) => places));
}

/** One head for each room, so that each room without such a device is refused separately. */
function perPlace(head: Head): Head[] {
  return head.places.length > 1 ? head.places.map((place) => ({ ...head, places: [place] })) : [head];
}

function placeLists(places: readonly PlaceReference[]): PlaceReference[][] {
  return places.length > 1 ? places.map((place) => [place]) : [[...places]];
}

/** Grounds a command for targets that are already chosen. */
export function doStep(frame: Frame, targets: readonly DeviceTarget[]): SentenceStep {
  const { done, failed } = perform(targets, (target) => frameEffects(frame, target));
  const [first] = failed;
  if (done.length === 0 && first) return { kind: "refuse", refusal: first };
  return { kind: "do", frame, doings: done, inferred: null, refusals: failed };
}

/** Whether an unknown thing names a place: in "the light in the garage" without a garage, no other light is meant. */
function saysWhere({ text }: Head, { items }: Frame): boolean {
  const at = items.findIndex(({ said }) => said === text);
  const before = items
    .slice(0, Math.max(0, at))
    .findLast((item) => !playsRole(item, "article") && !playsRole(item, "filler"));
  return before !== undefined && playsRole(before, "in");
}
