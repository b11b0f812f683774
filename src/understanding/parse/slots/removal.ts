import type { Act } from "../../lexicon/types.ts";
import { emptyHead, type Frame } from "../frame.ts";
import { type Item, playsRole } from "../items.ts";
import { anyHasRole, roleSet } from "../role-index.ts";

/** Acts that run until they are stopped. */
const ACTIVITIES: ReadonlySet<Act> = new Set<Act>(["clean", "mop", "mow", "start", "run", "play"]);

/** Kinds of devices for an activity without a device. */
const KINDS: Readonly<Partial<Record<Act, readonly string[]>>> = {
  clean: ["vacuum"],
  mop: ["vacuum"],
  mow: ["lawn-mower"],
};

/** Whether an item is a word for cancelling or deleting, and no act of a device: "delete", 取消. */
export function isRemovalWord(item: Item): boolean {
  return (
    playsRole(item, "cancel") && !playsRole(item, "not") && (item.lex?.acts.length ?? 0) === 0 && item.home === null
  );
}

/**
 * Blocks clauses about automations, schedules and scenes, which command no devices: "stop all automations", "delete the rule that
 * unlocks the door". Cancelling what a device does ends it: 取消打扫, "cancel the mute", "cancel the sleep mode".
 */
export function settleRemoval(frame: Frame): void {
  const { items } = frame;
  if (!anyHasRole(items, TAKING)) return;
  if (items.some(isPlanWord)) {
    frame.blocked = true;
    return;
  }
  if (!items.some(isRemovalWord)) return;
  const { act } = frame;
  if (act === null) {
    if (frame.props.length > 0) frame.act = "off";
  } else if (ACTIVITIES.has(act)) {
    const kinds = KINDS[act];
    if (kinds && frame.heads.length === 0) frame.heads.push({ ...emptyHead(), type: "kind", kinds });
    frame.act = "stop";
  } else if (act === "mute") frame.act = "unmute";
  else if (act !== "off" && act !== "stop" && act !== "unmute") frame.blocked = true;
  // "cancel turning off the lights" is about a plan, 关掉 alone is an act.
  else if (items.some((item) => !isRemovalWord(item) && endsWith(item, act))) frame.blocked = true;
}

/** Without one of these roles there is nothing to do here. */
const TAKING = roleSet("cancel", "automation", "scene");

/** Whether an item is the act, by its verb or its particle: "forget about turning it off". */
function endsWith(item: Item, act: "off" | "stop" | "unmute"): boolean {
  return (item.lex?.acts.includes(act) ?? false) || (act === "off" && playsRole(item, "off") && !item.home);
}

/** Whether an item is a word for an automation, or for a scene without a name beside it: "automation", 规则. */
function isPlanWord({ lex, home }: Item, at: number, items: readonly Item[]): boolean {
  const roles = lex?.roles ?? [];
  if (home !== null || (lex?.acts.length ?? 0) > 0) return false;
  if (roles.includes("automation")) return true;
  const named = [items[at - 1], items[at + 1]].some((item) => item?.home !== null && item?.home !== undefined);
  return roles.includes("scene") && !named;
}
