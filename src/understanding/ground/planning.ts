import type { DeviceState } from "../../language/index.ts";
import { exactMatch, lexicon } from "../lexicon/lexicon.ts";
import type { Act, DayPart } from "../lexicon/types.ts";
import type { Frame, Head } from "../parse/frame.ts";
import { type Item, isMark, isUnknown, playsRole } from "../parse/items.ts";
import { readFrame } from "../parse/slots/read.ts";
import type { SentenceStep } from "../plan.ts";
import { tokenise } from "../text/tokens.ts";
import type { DialogueContext } from "./context.ts";
import { selectTargets } from "./select.ts";
import type { DeviceTarget } from "./target.ts";

/** Answers what is planned: "what is planned for tomorrow?", 明天有什么安排. Null for other sentences. */
export function plannedStep(items: readonly Item[], context: DialogueContext): SentenceStep | null {
  const words = items.filter((item) => !isMark(item));
  const awaited = awaitedStep(words, context);
  if (awaited) return awaited;
  if (!words.some((item) => playsRole(item, "planned"))) return null;
  if (
    !words.some(
      (item) =>
        playsRole(item, "what") || playsRole(item, "which") || playsRole(item, "is") || item.lex?.acts.includes("tell"),
    )
  )
    return null;
  if (words.some((item) => playsRole(item, "cancel"))) return null;
  const day = words.flatMap(({ lex }) => lex?.time ?? []).find((word) => word.kind === "day");
  const targets = frameTargets(readFrame(words, context.index, true), context);
  const part = words.flatMap(({ lex }) => lex?.time ?? []).find((word) => word.kind === "part");
  const hours = part?.kind === "part" ? HOURS[part.name] : undefined;
  const offset = day?.kind === "day" ? day.offset : hours ? 0 : null;
  return { kind: "planned", day: offset, devices: targets, ...(hours && { hours }) };
}

/** Hours of a part of the day for questions about plans; beyond 24 they are after midnight. */
const HOURS: Readonly<Partial<Record<DayPart, readonly [from: number, to: number]>>> = {
  morning: [4, 12],
  noon: [11, 14],
  afternoon: [12, 18],
  evening: [17, 28],
  night: [17, 28],
};

/** Lists scenes or automations: "what scenes are there", 有哪些自动化. Null for other sentences. */
export function inventoryStep(items: readonly Item[]): SentenceStep | null {
  const words = items.filter((item) => !isMark(item));
  const of = words.some((item) => playsRole(item, "automation")) ? "automations" : "scenes";
  if (of === "scenes" && !words.some((item) => playsRole(item, "scene"))) return null;
  const asks = words.some(
    (item) => playsRole(item, "what") || playsRole(item, "which") || item.lex?.acts.includes("tell") === true,
  );
  const named = words.some(({ home }) => home !== null && home.devices.length + home.rooms.length > 0);
  return asks && !named && words.every(({ lex }) => lex !== null) ? { kind: "inventory", of } : null;
}

/** Answers when something planned happens: "how long until the TV turns off", 还有多久关灯. Null for other sentences. */
function awaitedStep(words: readonly Item[], context: DialogueContext): SentenceStep | null {
  // In "until the lights go off" the state stands for an act, if anything is planned.
  const goes = context.plans !== undefined && words.some((item) => playsRole(item, "on") || playsRole(item, "off"));
  const acts = goes || words.some(({ lex }) => lex?.acts.some((act) => AWAITED.has(act)));
  if (!acts || !words.some((item) => playsRole(item, "remaining")) || words.some((item) => playsRole(item, "timer")))
    return null;
  const devices = frameTargets(readFrame(words, context.index, true), context);
  return devices.length > 0 ? { kind: "planned", day: null, devices } : null;
}

const AWAITED: ReadonlySet<Act> = new Set<Act>(["on", "off", "open", "close", "turn", "lock", "unlock"]);

/** Cancels what is planned for devices: "cancel the one for the curtains", 取消窗帘的定时. Null for other sentences. */
export function unplanStep(items: readonly Item[], context: DialogueContext): SentenceStep | null {
  const words = items.filter((item) => !isMark(item));
  const said = words.filter((item) => !playsRole(item, "filler") && !playsRole(item, "object"));
  const [first] = said;
  const last = said.at(-1);
  // 把灯的定时取消
  const verb = playsRole(first, "cancel")
    ? first
    : last?.grammar.verbLast && playsRole(last, "cancel")
      ? last
      : undefined;
  if (!verb || playsRole(verb, "timer")) return null;
  const about = words.some(
    (item) =>
      playsRole(item, "planned") ||
      playsRole(item, "timer") ||
      playsRole(item, "thing") ||
      playsRole(item, "automation"),
  );
  if (!about || words.some((item) => isUnknown(item) || playsRole(item, "except"))) return null;
  const targets = frameTargets(readFrame(words, context.index, true), context);
  return targets.length > 0
    ? { kind: "unplan", devices: targets, all: words.some((item) => playsRole(item, "all") || playsRole(item, "both")) }
    : null;
}

/** Answers why or by whom something changed: "why did the heating turn on?", 空调为什么开了. Null for other sentences. */
export function whyStep(items: readonly Item[], context: DialogueContext): SentenceStep | null {
  if (!items.some((item) => playsRole(item, "why"))) return null;
  const frame = readFrame(items, context.index, true);
  const targets = frameTargets(frame, context);
  // "Who turned the light on?" means the light in focus, if there is one.
  const spoken = targets.filter(({ indexed }) => context.focus.devices.includes(indexed.device.id));
  const target = spoken[0] ?? targets[0];
  if (!target) return null;
  const address = target.indexed.capabilities.power[0]?.address ?? null;
  // "Who turned it on" has a state as well, and no "is" before it.
  const stays = items.some((item) => playsRole(item, "is")) || items.every(({ grammar }) => !grammar.spaces);
  const lasting = stays && frame.act === null && frame.states.length > 0;
  const value = address === null ? null : switchedTo(frame);
  return { kind: "why", target, address, value, lasting, deed: lasting ? null : deedAsked(frame, target) };
}

/** Which act on a lock or door is asked about; null where the target is no such thing. */
function deedAsked({ act, items }: Frame, { indexed: { capabilities, device } }: DeviceTarget) {
  const leaf = /^(?:lock|door|gate|garage-door)$/.test(device.spec.kind) || capabilities.movers.length > 0;
  if (!leaf || capabilities.power.length > 0) return null;
  const acts = actsIn(items, act);
  if (acts.has("unlock")) return "unlock";
  if (acts.has("lock")) return "lock";
  if (acts.has("open") || acts.has("on")) return "open";
  return acts.has("close") || acts.has("off") ? "close" : null;
}

/** The acts that are said. The "why" phrase may hold the verb: 谁开的, "who locked". */
function actsIn(items: Frame["items"], act: Act | null): ReadonlySet<Act> {
  const within = items
    .filter((item) => playsRole(item, "why"))
    .flatMap(({ text, grammar }): readonly Act[] => {
      const parts = grammar.spaces ? text.split(" ") : pairsIn(text);
      const [found] = parts.flatMap((part) => {
        const lex = exactMatch(lexicon().trie, tokenise(part));
        const acts = [...(lex?.acts ?? []), ...(lex?.states ?? []).flatMap((state) => LEADS_TO[state] ?? [])];
        return acts.length > 0 ? [acts] : [];
      });
      return found ?? [];
    });
  return new Set([...(act === null ? [] : [act]), ...within]);
}

/** The act that leads to a state. */
const LEADS_TO: Readonly<Partial<Record<DeviceState, Act>>> = {
  locked: "lock",
  unlocked: "unlock",
  open: "open",
  closed: "close",
};

/** All pairs of characters, and then the single ones, because 解锁 must not match 锁. */
function pairsIn(text: string): readonly string[] {
  const all = [...text];
  return [...all.slice(1).map((character, at) => `${all[at]}${character}`), ...all];
}

/** Whether switching on (true) or off (false) is asked about; null: neither is said. */
function switchedTo({ act, states, items }: Frame): boolean | null {
  // 谁开的 is one phrase, with the verb in it.
  const within = items
    .filter((item) => playsRole(item, "why") && !item.grammar.spaces)
    .flatMap(({ text }) => [...text].flatMap((character) => lexicon().lookup(character)?.acts ?? []));
  const acts = new Set([...(act === null ? [] : [act]), ...within]);
  if (acts.has("on") || acts.has("open") || states.includes("on")) return true;
  return acts.has("off") || acts.has("close") || states.includes("off") ? false : null;
}

/** Deletes a scene: "delete the scene movie night", 删除观影场景. Null for other sentences. */
export function removeSceneStep(items: readonly Item[]): SentenceStep | null {
  const words = items.filter((item) => !isMark(item) && !playsRole(item, "filler") && !playsRole(item, "object"));
  const named = words.filter(({ home }) => (home?.scenes.length ?? 0) > 0);
  const [scene] = named.flatMap(({ home }) => home?.scenes ?? []);
  const deletes = words.some((item) => playsRole(item, "delete") && !item.home);
  if (scene === undefined || named.length !== 1 || !deletes) return null;
  const known = (item: Item): boolean =>
    named.includes(item) ||
    (["delete", "article", "scene", "of", "thing"] as const).some((role) => playsRole(item, role));
  const alike = [...new Set(named.flatMap(({ home }) => home?.scenes ?? []))];
  return words.every(known) ? { kind: "remove-scene", scene, alike } : null;
}

/** The devices that a frame names, whatever is done with them. */
export function frameTargets(frame: Frame, context: DialogueContext): readonly DeviceTarget[] {
  return frame.heads.flatMap((head) => {
    const all: Head = { ...head, quantifier: "any" };
    return selectTargets(all, context, () => true).targets ?? [];
  });
}
