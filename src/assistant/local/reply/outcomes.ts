import type { Outcome, Phrase, Property, Value } from "../../../home/index.ts";
import {
  actionName,
  errorText,
  kindName,
  type Language,
  propertyName,
  textOf,
  valueText,
} from "../../../language/index.ts";
import type { Effect, Refusal, Situation, Target } from "../ground/situation.ts";
import type { Frame } from "../parse/frame.ts";
import type { Step } from "../plan.ts";
import { inLanguage, list, nameOf, placedName, roomName, targetName } from "./names.ts";
import { type Deed, type Failure, phrasesOf, type Report } from "./phrases.ts";

/** An effect and what came of it. */
export interface Done {
  readonly target: Target;
  readonly effect: Effect;
  readonly outcome: Outcome;
}

/** The sentences for what was done, from the outcomes alone: alike ones together, failures apart. */
export function outcomesText(step: Extract<Step, { kind: "do" }>, done: readonly Done[], situation: Situation): string {
  const groups = new Map<string, { deed: Deed; done: Done[] }>();
  for (const each of done) {
    // A lamp that is set to 50% is on: that is no news of its own, unless it failed.
    const { status } = each.outcome;
    const failed = status === "timeout" || status === "rejected" || status === "denied";
    if (each.effect.kind === "set" && each.effect.implied && !failed) continue;
    const deed = deedOf(each.effect, step.frame, situation.language);
    const key = JSON.stringify([deedKey(deed), each.outcome.status]);
    const group = groups.get(key);
    if (group) group.done.push(each);
    else groups.set(key, { deed, done: [each] });
  }
  return [...groups.values()].map((group) => groupText(group.deed, group.done, step.inferred, situation)).join(" ");
}

function deedKey(deed: Deed): unknown {
  return deed.kind === "property" ? [deed.property.type, deed.value] : deed.kind === "act" ? [deed.act] : deed;
}

/** How specifications describe where a motor goes. */
const MOVES: readonly { readonly said: RegExp; readonly open: boolean }[] = [
  { said: /^(open|up|打开|开|上升)/i, open: true },
  { said: /^(close|down|关闭|关|下降)/i, open: false },
];

function deedOf(effect: Effect, { act, actions }: Frame, language: Language): Deed {
  if (effect.kind === "invoke") {
    const { action } = effect;
    // "stop the alarm" is the name of an action and starts nothing.
    if (actions.includes(action.type) && !/^(start|play)/.test(action.type))
      return { kind: "action", name: actionName(action, language) };
    return { kind: "act", act: act ?? "run", action: action.description };
  }
  const { property, value } = effect;
  if (property.type === "on" && typeof value === "boolean") return { kind: "power", on: value };
  if (property.type === "locked" && typeof value === "boolean") return { kind: "locked", locked: value };
  if (property.type === "mute" && typeof value === "boolean")
    return { kind: "act", act: value ? "mute" : "unmute", action: "" };
  if (property.type === "motor-control") {
    const description = property.values.find((each) => each.value === value)?.description ?? "";
    const way = MOVES.find(({ said }) => said.test(description));
    if (way) return { kind: "moved", open: way.open };
    return { kind: "act", act: "stop", action: description };
  }
  if (property.type === "target-position" && (value === 0 || value === property.range?.max))
    return { kind: "moved", open: value !== 0 };
  return { kind: "property", property, value, clamped: effect.clamped ?? false };
}

function groupText(deed: Deed, done: readonly Done[], inferred: string | null, situation: Situation): string {
  const { language } = situation;
  const phrases = phrasesOf(language);
  const targets = done.map(({ target }) => target);
  const report = reportOf(targets, situation);
  const outcome = done[0]?.outcome;
  if (!outcome) return "";
  switch (outcome.status) {
    case "confirmed":
      return phrases.done(deed, report, roomSaid(inferred, report.names, situation));
    case "unchanged":
      return phrases.already(deed, report);
    case "accepted":
      return phrases.accepted(deed, report);
    case "timeout":
    case "offline":
    case "rejected":
    case "denied":
      return phrases.failed(outcome.status satisfies Failure, report, reasonText(outcome, language));
    case "needs-confirmation":
      return "";
    default:
      outcome.status satisfies never;
      return "";
  }
}

/** The room that was taken and not said, unless the names tell it already. */
function roomSaid(inferred: string | null, names: readonly string[], { index, language }: Situation): string | null {
  const room = index.rooms.find(({ name }) => name === inferred);
  if (!room) return inferred;
  const name = inLanguage([room.name, ...room.aliases], language) ?? room.name;
  return names.every((each) => each.toLowerCase().includes(name.toLowerCase())) ? null : name;
}

function reasonText({ error, code }: Outcome, language: Language): string {
  if (!error) return code === undefined ? "" : String(code);
  const detail = error.details?.["detail"];
  if (error.code === "denied")
    return typeof detail === "object" && detail !== null && !Array.isArray(detail)
      ? textOf(detail as Phrase, language)
      : String(detail ?? "");
  return errorText(error, language);
}

export function reportOf(targets: readonly Target[], { index, language }: Situation): Report {
  const names = [...new Set(targets.map((target) => targetName(target, index, language)))];
  const kinds = new Set(targets.map(({ indexed }) => indexed.device.spec.kind));
  const [kind] = kinds;
  return { names, count: names.length, kind: kinds.size === 1 && kind ? kindName(kind, language) : "" };
}

/** Why a part was not done, naming the nearest thing that there is. */
export function refusalText(refusal: Refusal, situation: Situation): string {
  const { index, language } = situation;
  const phrases = phrasesOf(language);
  switch (refusal.code) {
    case "no-device":
      return phrases.noDevice(
        refusal.said,
        placeSaid(refusal.place, situation),
        refusal.nearest && placedName(refusal.nearest, language),
      );
    case "no-room":
      return phrases.noRoom(refusal.said, refusal.nearest);
    case "no-property":
      return phrases.noProperty(refusal.device && nameOf(refusal.device, index, language), refusal.said);
    case "no-action":
      return phrases.noAction(nameOf(refusal.device, index, language), refusal.said);
    case "out-of-range": {
      const { device, property } = refusal;
      const name = nameOf(device, index, language);
      const { range } = property;
      if (!range) return phrases.notOneOf(name, propertyName(property, language), choicesOf(property, language));
      const [from, to] = [valueText(property, range.min, language), valueText(property, range.max, language)];
      return phrases.outOfRange(name, propertyName(property, language), { from, to });
    }
    case "bad-value":
      return phrases.badValue(
        nameOf(refusal.device, index, language),
        refusal.said,
        refusal.property ? list(choicesOf(refusal.property, language), language) : "",
      );
    case "relative":
      return phrases.relative(nameOf(refusal.device, index, language), propertyName(refusal.property, language));
    case "unknown-state":
      return phrases.unknownState(nameOf(refusal.device, index, language), propertyName(refusal.property, language));
    default:
      refusal satisfies never;
      return "";
  }
}

/** A place as it is called in the language of the reply; what is no room of this home stays as it was said. */
function placeSaid(place: string | null, { index, language }: Situation): string | null {
  if (place === null) return null;
  const names = place.split(", ").map((text) => {
    const room = index.rooms.find(({ name }) => name === text);
    return room ? roomName(room, language) : text;
  });
  return list(names, language);
}

function choicesOf(property: Property, language: Language): string[] {
  return property.values.slice(0, 12).map(({ value }) => valueText(property, value, language));
}

/** What waits for a yes, in a few words. */
export function waitingText(done: readonly Done[], situation: Situation): string {
  const { language, index } = situation;
  const parts = done.map(({ target, effect }) => {
    const name = targetName(target, index, language);
    if (effect.kind === "invoke") return `${actionName(effect.action, language)} (${name})`;
    return settingText(name, effect.property, effect.value, language);
  });
  return list([...new Set(parts)], language);
}

/** What a write would do, as something to go ahead with: "unlocking the front door", "解锁门锁". */
function settingText(name: string, property: Property, value: Value, language: Language): string {
  const zh = language === "zh";
  const named = zh ? name : `the ${name}`;
  if (property.type === "locked")
    return zh ? `${value ? "锁上" : "解锁"}${name}` : `${value ? "locking" : "unlocking"} ${named}`;
  if (property.type === "on")
    return zh ? `${value ? "打开" : "关闭"}${name}` : `turning ${value ? "on" : "off"} ${named}`;
  const what = propertyName(property, language);
  const shown = valueText(property, value, language);
  return zh ? `把${name}的${what}设为${shown}` : `setting the ${what} of ${named} to ${shown}`;
}
