import type { DeviceId } from "../../home/index.ts";
import { tellingOf } from "../../understanding/plans/mentions.ts";
import type { Conversation, LocalResult } from "../contract.ts";
import { isQuestionForm } from "../open/yes-or-no.ts";
import type { PlanRef } from "../plan-changes.ts";
import type { PersonRequest } from "../statements/request.ts";
import { deletesName, deletesPronoun, stemsOf } from "./deletions.ts";
import { NO_WISHES, type Wishes, wishesOf } from "./wishes.ts";

/** What the person's own words in a turn name, by the home's index of names, and what the conversation is about. */
export interface Mentions {
  readonly text: string;
  /** Ids of scenes. */
  readonly scenes: readonly string[];
  readonly devices: readonly DeviceId[];
  /** Ids of rooms. `kinds`: short names of kinds (`light`). */
  readonly rooms: readonly string[];
  readonly kinds: readonly string[];
  /** The words name more devices than the list holds. */
  readonly more: boolean;
  /** The plans that "it" may mean. */
  readonly plans: readonly PlanRef[];
  /** The words form a question: asking about a thing is no request for it. */
  readonly asking: boolean;
  /** What the words want done. */
  readonly wishes: Wishes;
}

/** The mentions in a text: names from the hints of the local engine, plans from the focus. */
export function mentionsIn(
  text: string,
  hints: Extract<LocalResult, { handled: false }>["hints"],
  { focus }: Conversation,
  request: PersonRequest,
): Mentions {
  const { scenes = [], devices, rooms, kinds, more = 0 } = hints;
  const asking = isQuestionForm(text);
  const wishes = wishesOf(text, request, asking);
  return { text, scenes, devices, rooms, kinds, more: more > 0, plans: focus?.plans ?? [], asking, wishes };
}

/** The mentions of a yes that saves a scene and activates it at once: that scene. */
export function mentionsOfScene(id: string): Mentions {
  const nothing = { text: "", devices: [], rooms: [], kinds: [], more: false, plans: [], asking: false };
  return { ...nothing, scenes: [id], wishes: { ...NO_WISHES, plain: true } };
}

/** The mentions with the plans that the same turn has made: "save it as a scene and activate that". */
export function withMadePlans(named: Mentions, made: readonly PlanRef[]): Mentions {
  return made.length === 0 ? named : { ...named, plans: [...named.plans, ...made] };
}

/** Whether the words plainly ask for this scene. False without words of a person. */
export function wantsScene(named: Mentions | undefined, id: string): boolean {
  return named?.wishes.plain === true && (named.scenes.includes(id) || isAbout(named, "scene", id));
}

/**
 * Whether the words may ask to end this timer: they give its name, a word of it that no other name has, or all devices that
 * it commands.
 * @param others names of all other plans
 */
export function wantsTimerDeleted(
  named: Mentions | undefined,
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

/** Whether the words fulfil `wished` and name this plan, or the conversation is about it. */
export function wantsPlanChanged(
  named: Mentions | undefined,
  { kind, id, name }: { readonly kind: PlanRef["kind"]; readonly id: string; readonly name: string },
  wished: (wishes: Wishes) => boolean,
): boolean {
  return named !== undefined && wished(named.wishes) && (isAbout(named, kind, id) || saysName(named.text, name));
}

/**
 * Whether the words ask to delete this rule or scene: they name it, or the conversation is about it, and they name no other.
 * @param others names of all other plans
 */
export function wantsPlanDeleted(
  named: Mentions | undefined,
  { kind, id, names }: { readonly kind: PlanRef["kind"]; readonly id: string; readonly names: readonly string[] },
  others: readonly string[],
): boolean {
  if (!named || named.wishes.deletions.length === 0) return false;
  const { text, wishes, scenes } = named;
  // A name within this name counts as this name.
  const another = (name: string) => saysName(text, name) && !names.some((own) => saysName(own, name));
  if (scenes.some((scene) => scene !== id) || others.some(another)) return false;
  if (names.some((name) => wishes.deletions.some((deletion) => deletesName(deletion, name)))) return true;
  return isAbout(named, kind, id) && wishes.deletions.some(deletesPronoun);
}

function isAbout({ plans }: Mentions, kind: PlanRef["kind"], id: string): boolean {
  return plans.some((plan) => plan.kind === kind && plan.id === id);
}

/** Whether the words of a name stand side by side in a text, by their stems. */
export function saysName(text: string, name: string): boolean {
  const [said, wanted] = [stemsOf(text), stemsOf(name)];
  if (wanted.length === 0) return false;
  return said.some((_, at) => wanted.every((stem, offset) => said[at + offset] === stem));
}
