import type { Device } from "../../home/index.ts";
import { kindName, packOf } from "../../language/index.ts";
import type { Head } from "../parse/frame.ts";
import { candidatesOf, focusTargets, siblingTargets } from "./candidates.ts";
import { type DialogueContext, type Refusal, refuse } from "./context.ts";
import { withoutDevices, withoutRedundantGroups } from "./groups.ts";
import { hasInName, matchingName, narrowTargets } from "./narrow.ts";
import { inRooms, roomsOf } from "./places.ts";
import { similarDevice } from "./similar-names.ts";
import type { DeviceTarget } from "./target.ts";

/** The targets that a head means in this home. `inferred`: name of the room that was assumed, not said. */
export type TargetSelection =
  | {
      readonly targets: readonly DeviceTarget[];
      readonly inferred: string | null;
      readonly refusal?: undefined;
      readonly options?: undefined;
    }
  | { readonly refusal: Refusal; readonly targets?: undefined; readonly options?: undefined }
  /** Several are possible, and one is meant. */
  | { readonly options: readonly DeviceTarget[]; readonly targets?: undefined; readonly refusal?: undefined };

/** Whether a target can do what is asked for. */
export type TargetPredicate = (target: DeviceTarget) => boolean;

/**
 * Finds the targets of a head in its places, or near the speaker when it has no place. Targets that meet the need go first.
 */
export function selectTargets(head: Head, context: DialogueContext, need: TargetPredicate): TargetSelection {
  const rooms = head.places.length > 0 ? roomsOf(head.places, context) : null;
  if (rooms?.refusal) return refuse(rooms.refusal);
  const ids = rooms?.ids ?? null;
  const here = rooms === null && !isWide(head) ? fromHere(head, context, need) : null;
  if (here) return here;
  const scoped = scopedBy(head, context, ids);
  if (scoped.length === 0) return refuse(missing(head, context));
  const able = scoped.filter(need);
  const chosen = membersOrGroup(able.length > 0 ? able : scoped, head, context, (targets) => {
    const usable = ordered(targets, head, context);
    return rooms ? picked(usable, head, context, null, true) : nearSpeaker(usable, head, context);
  });
  return rooms === null && isBesideOwn(chosen.targets ?? [], head, context)
    ? { options: chosen.targets ?? [] }
    : chosen;
}

/** Whether the speaker's room has the named thing and only one elsewhere can do it, which then may not be meant. */
function isBesideOwn(targets: readonly DeviceTarget[], head: Head, context: DialogueContext): boolean {
  const { room } = context;
  if (room === null || targets.length !== 1 || isWide(head) || (head.type !== "kind" && head.type !== "devices"))
    return false;
  if (targets.some(({ indexed }) => indexed.device.room?.id === room)) return false;
  return scopedBy(head, context, new Set([room])).some(({ indexed }) => isOwnKind(head, indexed));
}

function isOwnKind({ type, kinds }: Head, { ownKinds }: DeviceTarget["indexed"]): boolean {
  return type === "devices" || kinds.some((kind) => ownKinds.has(kind));
}

/** The candidates of a head in some rooms (null: the whole home), by its words alone. */
function scopedBy(head: Head, context: DialogueContext, ids: ReadonlySet<string> | null): readonly DeviceTarget[] {
  const candidates = inRooms(candidatesOf(head, context, ids), ids);
  // A group of lamps does not count in "the second lamp".
  /** Chooses "all three": the last three of the focus, or the three with the word in their name; otherwise a choice. */
  const counted = head.ordinals.length > 0 && !isNamed(head) ? withoutRedundantGroups(candidates, context) : candidates;
  const found = narrowTargets(counted, head);
  // "The right one" after the left one is a sibling of the focus.
  const beside = found.length === 0 && head.type === "it" && head.ordinals.length > 0;
  return beside ? narrowTargets(inRooms(siblingTargets(context), ids), head) : othersOnly(found, head, context);
}

/** Whether a head names its devices, so that a group means the group. */
function isNamed({ type }: Head): boolean {
  return type === "devices" || type === "it" || type === "them";
}

/** Chooses among the members of groups; where that gives a choice, tries again with the groups, whose names may decide. */
function membersOrGroup(
  targets: readonly DeviceTarget[],
  head: Head,
  context: DialogueContext,
  choose: (targets: readonly DeviceTarget[]) => TargetSelection,
): TargetSelection {
  const members = isNamed(head) ? targets : withoutRedundantGroups(targets, context);
  const selection = choose(members);
  return selection.options && members.length < targets.length ? choose(targets) : selection;
}

/** The targets in the speaker's room that meet the need; null when there are none, or a better match may be elsewhere. */
function fromHere(head: Head, context: DialogueContext, need: TargetPredicate): TargetSelection | null {
  const { room, index } = context;
  if (room === null || (head.type !== "kind" && head.type !== "devices")) return null;
  const ids = new Set([room]);
  const able = scopedBy(head, context, ids).filter(need);
  // A device with the exact name elsewhere goes before one of the kind here.
  if (able.length === 0 || matchingName(head, able) === null) return null;
  // "both TVs", where only one is in here.
  if (able.length === 1 && (head.quantifier === "both" || (head.count ?? 1) > 1)) return null;
  return membersOrGroup(able, head, context, (targets) => {
    const inferred = knownElsewhere(head, targets, context) ? (index.room(room)?.name ?? null) : null;
    return picked(ordered(targets, head, context), head, context, inferred, true);
  });
}

/** Whether the home has more of the named thing than these. */
function knownElsewhere(
  { type, devices, kinds }: Head,
  targets: readonly DeviceTarget[],
  { index }: DialogueContext,
): boolean {
  if (type === "devices") return devices.length > targets.length;
  const single = ({ members }: Device): boolean => members.length === 0;
  const all = kinds.flatMap((kind) => [...index.ofKind(kind)]).filter(({ device }) => single(device));
  return all.length > targets.filter(({ indexed }) => single(indexed.device)).length;
}

/** Removes the focus for "the other lamp". */
function othersOnly(
  targets: readonly DeviceTarget[],
  { ordinals }: Head,
  context: DialogueContext,
): readonly DeviceTarget[] {
  return ordinals.includes("other") ? withoutDevices(targets, focusTargets(context), context) : targets;
}

/** Prefers devices that are the kind itself to those that also are it. */
function ordered(targets: readonly DeviceTarget[], head: Head, { index }: DialogueContext): readonly DeviceTarget[] {
  if (head.type !== "kind" || targets.length < 2) return targets;
  const first = head.kinds[0];
  const own = targets.filter(({ indexed }) => head.kinds.some((kind) => index.isKind(indexed, kind) === "own"));
  // A question about "doors" includes everything that is called a door.
  if (first === "door" && head.asked && (head.plural || isWide(head))) return targets;
  const exact = own.filter(({ indexed }) => first !== undefined && indexed.device.spec.kind === first);
  if (exact.length > 0 && exact.length < own.length && first !== "light" && first !== "door") return exact;
  return own.length > 0 && first !== "light" ? own : targets;
}

/** Whether a head is about more than the speaker's room without saying so. */
function isWide({ quantifier, type }: Head): boolean {
  return quantifier === "all" || quantifier === "any" || type === "it" || type === "them" || type === "other";
}

/** Chooses for a head without a place: in the speaker's room, then in the room in focus, then in the home. */
function nearSpeaker(targets: readonly DeviceTarget[], head: Head, context: DialogueContext): TargetSelection {
  const { room, focus, index } = context;
  if (isWide(head)) return picked(targets, head, context, null, true);
  if (targets.length === 1) return { targets, inferred: null };
  if (room !== null) {
    const here = targets.filter(({ indexed: { device } }) => device.room?.id === room);
    if (here.length > 0 && !(head.quantifier === "both" && here.length === 1)) {
      const inferred = targets.length > here.length ? (index.room(room)?.name ?? null) : null;
      return picked(here, head, context, inferred, true);
    }
  }
  const there = targets.filter(
    ({ indexed: { device } }) => device.room !== null && focus.rooms.includes(device.room.id),
  );
  if (there.length > 0 && focus.rooms.length > 0) {
    return picked(there, head, context, index.room(focus.rooms[0] ?? "")?.name ?? null, true);
  }
  return picked(targets, head, context, null, false);
}

/**
 * All targets when several may be meant, otherwise the only one, otherwise a choice.
 * @param scoped the targets are of one place
 */
function picked(
  targets: readonly DeviceTarget[],
  head: Head,
  { language, spoken = language }: DialogueContext,
  inferred: string | null,
  scoped: boolean,
): TargetSelection {
  if (targets.length === 0) return { targets, inferred };
  const count = head.count ?? (head.quantifier === "both" && head.type !== "them" ? 2 : null);
  if (count !== null && targets.length !== count && (head.count !== null || targets.length > count))
    return counted(targets, head, count, inferred);
  // "Both" with only one device in focus.
  if (head.quantifier === "both" && head.type === "them" && targets.length === 1) return { options: [] };
  // "The left two keys", where two switches have them.
  if (head.quantifier === null && areKeysOfSeveral(head, targets)) return { options: targets };
  const several =
    head.plural || head.quantifier !== null || head.type === "everything" || head.type === "them" || head.type === "it";
  // In a language without plurals all of the kind in a room are meant; for the whole home that would be a guess.
  const unmarked = !packOf(spoken).marksPlural;
  const open = unmarked && scoped && head.type === "kind" && head.ordinals.length === 0;
  if (targets.length === 1 || several || open) return { targets, inferred };
  const room = targets[0]?.indexed.device.room?.id;
  const oneRoom = targets.every(({ indexed }) => indexed.device.room?.id === room);
  if (unmarked && head.type === "devices" && oneRoom && scoped) return { targets, inferred };
  // "The lamp" prefers the one with "lamp" in its name to the ceiling light.
  const called = head.type === "kind" ? targets.filter(({ indexed }) => hasInName(indexed, head.word)) : [];
  if (called.length === 1) return { targets: called, inferred };
  return { options: targets };
}

/** Whether several keys are meant and it is not clear of which switch. */
function areKeysOfSeveral({ type, parts }: Head, targets: readonly DeviceTarget[]): boolean {
  if (type !== "devices" || parts.length < 2) return false;
  const devices = new Set(targets.map(({ indexed }) => indexed.device.id));
  return devices.size > 1 && targets.length > devices.size;
}

/** "All three": of what was talked about the last three, of a kind those that are called so; else it is not clear which. */
function counted(
  targets: readonly DeviceTarget[],
  head: Head,
  count: number,
  inferred: string | null,
): TargetSelection {
  if (targets.length < count) return { options: [] };
  if (count === 1) return { options: targets };
  if (head.type === "them") return { targets: targets.slice(-count), inferred };
  // "Both lamps", where there is a ceiling light as well.
  const called = head.type === "kind" ? targets.filter(({ indexed }) => hasInName(indexed, head.word)) : [];
  return called.length === count ? { targets: called, inferred } : { options: targets };
}

/** The refusal that there is no such device, with its room and the most similar device. */
function missing(head: Head, context: DialogueContext): Refusal {
  const [kind = ""] = head.kinds;
  const text = head.text || (kind && kindName(kind, context.language));
  const said = head.modifierText ? `${head.modifierText}${/[a-z]$/i.test(head.modifierText) ? " " : ""}${text}` : text;
  const rooms = roomsOf(head.places, context);
  if (rooms.refusal) return rooms.refusal;
  const everywhere = head.places.length > 0 && head.places.every(({ kind }) => kind === "home");
  const place =
    rooms.ids?.size && !everywhere ? [...rooms.ids].map((id) => context.index.room(id)?.name ?? id).join(", ") : null;
  return { code: "no-device", said, place, nearest: similarDevice(head, context) };
}
