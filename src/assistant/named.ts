import type { DeviceId } from "../home/index.ts";
import { tellingOf } from "../understanding/existing/called-in.ts";
import type { Conversation, LocalResult } from "./contract.ts";
import { deletesIt, deletesName, stemsOf } from "./deleted.ts";
import { asks } from "./open/answer.ts";
import type { PlanRef } from "./plan-changes.ts";
import type { Request } from "./statements/request.ts";
import { NO_WISHES, type Wishes, wishesOf } from "./wishes.ts";

/** What the person's own words of a turn name, by the home's index of names, and what the conversation is about. */
export interface Named {
  readonly text: string;
  /** Ids of scenes. */
  readonly scenes: readonly string[];
  readonly devices: readonly DeviceId[];
  /** Ids of rooms; of the kinds of devices that are named the short names. */
  readonly rooms: readonly string[];
  readonly kinds: readonly string[];
  /** More devices are named than stand in the list. */
  readonly more: boolean;
  /** What was planned last: "it". */
  readonly plans: readonly PlanRef[];
  /** It has the form of a question: who asks about a thing has not asked for it. */
  readonly asking: boolean;
  /** What is to become of what it names. */
  readonly wishes: Wishes;
}

export function namedIn(
  text: string,
  hints: Extract<LocalResult, { handled: false }>["hints"],
  { focus }: Conversation,
  request: Request,
): Named {
  const { scenes = [], devices, rooms, kinds, more = 0 } = hints;
  const asking = asks(text);
  const wishes = wishesOf(text, request, asking);
  return { text, scenes, devices, rooms, kinds, more: more > 0, plans: focus?.plans ?? [], asking, wishes };
}

/** What a yes names that saves a scene and activates it at once. */
export function namingScene(id: string): Named {
  const nothing = { text: "", devices: [], rooms: [], kinds: [], more: false, plans: [], asking: false };
  return { ...nothing, scenes: [id], wishes: { ...NO_WISHES, plain: true } };
}

/** With what the same turn has made: "save it as a scene and activate that". */
export function namingMade(named: Named, made: readonly PlanRef[]): Named {
  return made.length === 0 ? named : { ...named, plans: [...named.plans, ...made] };
}

/** Whether a scene is wanted that is named. Without words of a person nothing is. */
export function namesScene(named: Named | undefined, id: string): boolean {
  return named?.wishes.plain === true && (named.scenes.includes(id) || isAbout(named, "scene", id));
}

/**
 * Whether the end of a timer may be wished: it is named, by its name, by a word of it that is in no other name, or by all
 * devices that it commands.
 * @param others the names of everything else that is planned
 */
export function namesTimer(
  named: Named | undefined,
  { id, name, devices }: { readonly id: string; readonly name: string; readonly devices: readonly DeviceId[] },
  others: readonly string[],
): boolean {
  if (!named?.wishes.end) return false;
  if (isAbout(named, "timer", id) || saysName(named.text, name)) return true;
  // "Scrap the bins one": of "put the bins out".
  const told = tellingOf(name).filter((word) => !others.some((other) => saysName(other, word)));
  if (told.some((word) => named.wishes.deletions.some((deletion) => deletesName(deletion, word)))) return true;
  return devices.length > 0 && devices.every((device) => named.devices.includes(device));
}

/** Whether a plan is told to be otherwise: it is named, or what the talk is about, by words of which `wished` holds. */
export function namesPlan(
  named: Named | undefined,
  { kind, id, name }: { readonly kind: PlanRef["kind"]; readonly id: string; readonly name: string },
  wished: (wishes: Wishes) => boolean,
): boolean {
  return named !== undefined && wished(named.wishes) && (isAbout(named, kind, id) || saysName(named.text, name));
}

/**
 * Whether the end of something lasting is wished: it is named, or what the talk is about, and no other is named.
 * @param others the names of everything else that is planned
 */
export function deletesPlan(
  named: Named | undefined,
  { kind, id, names }: { readonly kind: PlanRef["kind"]; readonly id: string; readonly names: readonly string[] },
  others: readonly string[],
): boolean {
  if (!named || named.wishes.deletions.length === 0) return false;
  const { text, wishes, scenes } = named;
  // A name that is part of this one is said with it.
  const another = (name: string) => saysName(text, name) && !names.some((own) => saysName(own, name));
  if (scenes.some((scene) => scene !== id) || others.some(another)) return false;
  if (names.some((name) => wishes.deletions.some((deletion) => deletesName(deletion, name)))) return true;
  return isAbout(named, kind, id) && wishes.deletions.some(deletesIt);
}

function isAbout({ plans }: Named, kind: PlanRef["kind"], id: string): boolean {
  return plans.some((plan) => plan.kind === kind && plan.id === id);
}

/** Whether the words of a name stand in a text, side by side. */
export function saysName(text: string, name: string): boolean {
  const [said, wanted] = [stemsOf(text), stemsOf(name)];
  if (wanted.length === 0) return false;
  return said.some((_, at) => wanted.every((stem, offset) => said[at + offset] === stem));
}
