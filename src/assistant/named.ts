import type { DeviceId } from "../home/index.ts";
import type { Act } from "../understanding/lexicon/types.ts";
import { normalise, tokenise } from "../understanding/text/tokens.ts";
import type { Conversation, LocalResult, PlanRef } from "./contract.ts";
import { asks } from "./open/answer.ts";
import type { Request } from "./statements/request.ts";

/** What the person's own words of a turn name, by the home's index of names, and what the conversation is about. */
export interface Named {
  readonly text: string;
  /** Ids of scenes. */
  readonly scenes: readonly string[];
  readonly devices: readonly DeviceId[];
  /** What was planned last: "it". */
  readonly plans: readonly PlanRef[];
  /** It has the form of a question: who asks about a thing has not asked for it. */
  readonly asking: boolean;
  /** It may wish the end of what it names: it asks for no words about it, and for no other deed. */
  readonly mayEnd: boolean;
}

export function namedIn(
  text: string,
  hints: Extract<LocalResult, { handled: false }>["hints"],
  { focus }: Conversation,
  request: Request,
): Named {
  const { scenes = [], devices } = hints;
  return { text, scenes, devices, plans: focus?.plans ?? [], asking: asks(text), mayEnd: mayEnd(request) };
}

/** What a yes names that saves a scene and activates it at once. */
export function namingScene(id: string): Named {
  return { text: "", scenes: [id], devices: [], plans: [], asking: false, mayEnd: false };
}

/** Acts that end something. */
const ENDING: ReadonlySet<Act> = new Set(["stop", "off", "pause"]);

function mayEnd({ asks: asksSomething, kind, clauses }: Request): boolean {
  if (asksSomething || kind === "text" || kind === "general") return false;
  const parts = clauses.flatMap((clause) => clause.parts);
  const acts = parts.flatMap(({ lex, predicate }) => (predicate?.weak ? [] : (lex?.acts ?? [])));
  return acts.length === 0 || acts.some((act) => ENDING.has(act));
}

/** Whether a scene is named. Without words of a person nothing is. */
export function namesScene(named: Named | undefined, id: string): boolean {
  return named !== undefined && (named.scenes.includes(id) || isAbout(named, "scene", id));
}

/** Whether the end of a timer may be wished: it is named, by its name or by all devices that it commands. */
export function namesTimer(
  named: Named | undefined,
  { id, name, devices }: { readonly id: string; readonly name: string; readonly devices: readonly DeviceId[] },
): boolean {
  if (!named?.mayEnd) return false;
  if (isAbout(named, "timer", id) || saysName(named.text, name)) return true;
  return devices.length > 0 && devices.every((device) => named.devices.includes(device));
}

/** Whether a plan is told to be otherwise: it is named, or what the talk is about, by words that ask nothing. */
export function namesPlan(
  named: Named | undefined,
  { kind, id, name }: { readonly kind: PlanRef["kind"]; readonly id: string; readonly name: string },
): boolean {
  return named !== undefined && !named.asking && (isAbout(named, kind, id) || saysName(named.text, name));
}

function isAbout({ plans }: Named, kind: PlanRef["kind"], id: string): boolean {
  return plans.some((plan) => plan.kind === kind && plan.id === id);
}

/** Whether the words of a name stand in a text, side by side. */
export function saysName(text: string, name: string): boolean {
  const stems = (of: string) => tokenise(normalise(of)).flatMap(({ kind, stem }) => (kind === "mark" ? [] : [stem]));
  const [said, wanted] = [stems(text), stems(name)];
  if (wanted.length === 0) return false;
  return said.some((_, at) => wanted.every((stem, offset) => said[at + offset] === stem));
}
